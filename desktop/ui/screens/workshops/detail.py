"""One workshop: its heading with the steps that are allowed now and what they lack, and its tabs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.problems import Problem
from desktop.services.workshop_room import Room
from desktop.services.workshop_views import WorkshopDetail
from desktop.ui.paper_menu import offer_papers
from desktop.ui.screens.workshops.attendance import AttendanceTab
from desktop.ui.screens.workshops.certificates import CertificatesTab
from desktop.ui.screens.workshops.followups import FollowUps
from desktop.ui.screens.workshops.identity import IdentityTab
from desktop.ui.screens.workshops.looks import STATUS_TONES
from desktop.ui.screens.workshops.people import PeopleTab
from desktop.ui.screens.workshops.satisfaction import SatisfactionTab
from desktop.ui.screens.workshops.sessions import SessionsTab
from desktop.ui.widgets.buttons import Look, button, icon_button
from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.labels import badge, h1, label, muted, set_badge, small
from desktop.ui.widgets.picker import Choices
from desktop.ui.widgets.wording import digits, label_of, listed, said, told, told_all


def steps_of(detail: WorkshopDetail, role: str) -> list[Transition]:
    """The steps that this role may take now, as the life cycle declares them."""
    life = KINDS["workshop"].life
    return [step for step in life.leaving(detail.workshop["status"]) if role in step.roles] if life else []


def papers_of(detail: WorkshopDetail) -> list[str]:
    """Printables that say something of the workshop in its state: sheets while it goes on, outcomes when it is over."""
    over = detail.workshop["status"] in ("held", "reported")
    sheet = ["attendance_sheet"] if detail.sessions and not over else []
    later = ["certificate", "outcome_sheet"] if over else []
    return [*sheet, *(["call_list"] if detail.people and not over else []), "workshop_report", *later]


class DetailPage(QWidget):
    """Shows a workshop. What the user wants goes out as signals of the page and its tabs."""

    back_wanted = Signal()
    edit_wanted = Signal()
    step_wanted = Signal(object)
    paper_wanted = Signal(str)

    def __init__(self, people: Choices) -> None:
        super().__init__()
        self.detail: WorkshopDetail | None = None
        self.title, self.about = h1(), muted()
        self.badge = badge()
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.missing = small("", wrap=True)
        self.missing.hide()
        self._steps = QHBoxLayout()
        self._steps.setSpacing(8)
        self._step_buttons: list[QPushButton] = []
        self.papers = icon_button("printer", self.tr("برگه‌های کارگاه"), self.offer_papers, shortcut="Ctrl+P")
        self.identity, self.sessions = IdentityTab(), SessionsTab()
        self.people, self.attendance = PeopleTab(people), AttendanceTab(people)
        self.satisfaction, self.certificates, self.followups = SatisfactionTab(), CertificatesTab(), FollowUps()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.identity, self.tr("شناسنامه"))
        self.tabs.addTab(self.sessions, self.tr("جلسه‌ها"))
        self.tabs.addTab(self.people, self.tr("شرکت‌کنندگان"))
        self.tabs.addTab(self.attendance, self.tr("حضور و غیاب"))
        self.tabs.addTab(self.satisfaction, self.tr("رضایت و ارزیابی"))
        self.tabs.addTab(self.certificates, self.tr("گواهی‌ها"))
        self.tabs.addTab(self.followups, self.tr("پیگیری پیامد"))
        self.tabs.currentChanged.connect(lambda _place: self._begin_tab())
        self._lay_out()
        for place in range(self.tabs.count()):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            shortcut.activated.connect(partial(self.tabs.setCurrentIndex, place))

    def show_room(self, room: Room, role: str) -> None:
        """Shows a workshop as of now, in every tab."""
        detail = room.detail
        fresh = self.detail is None or self.detail.workshop["id"] != detail.workshop["id"]
        self.detail = detail
        workshop = detail.workshop
        self.title.setText(workshop["title"])
        code = self.tr("کد {code}").format(code=digits(workshop["code"]))
        parts = [code, label_of("workshop_type", workshop["type"]), detail.titles.get(workshop["neighborhood_id"], "")]
        self.about.setText(" — ".join(part for part in parts if part))
        set_badge(
            self.badge, label_of("workshop_status", workshop["status"]), STATUS_TONES.get(workshop["status"], "muted")
        )
        self.show_problems([])
        if fresh:
            self.tabs.setCurrentIndex(0)
        self._show_steps(detail, role)
        self._show_missing(detail, room, role)
        self.identity.show_detail(detail, room.live)
        self.sessions.show_detail(detail)
        self.people.show_detail(detail)
        self.attendance.show_sheet(room.sheet, detail.workshop["status"], room.today)
        self.satisfaction.show_after(room.after.contentment, room.after.evaluations)
        self.certificates.show_after(room.after.certified)
        self.followups.show_list(room.after.followed_up, room.today)

    def offer_papers(self) -> QMenu | None:
        """What can be printed of the workshop as it is now."""
        if self.detail is None:
            return None
        return offer_papers(self.papers, papers_of(self.detail), self.paper_wanted.emit)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Why a step was refused, as sentences under the heading."""
        self.problem.setText(told_all(problems))
        self.problem.setVisible(bool(problems))

    def show_tab(self, tab: QWidget) -> None:
        """Brings a tab to the front, ready for the keys."""
        self.tabs.setCurrentWidget(tab)
        self._begin_tab()

    def is_dirty(self) -> bool:
        return self.attendance.is_dirty() or self.people.is_dirty() or self.satisfaction.is_dirty()

    def forget(self) -> None:
        """Drops what was typed in the tabs and is not saved."""
        self.attendance.forget()
        self.people.forget()
        self.satisfaction.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def _begin_tab(self) -> None:
        tab = self.tabs.currentWidget()
        if isinstance(tab, SessionsTab):
            tab.table.setFocus()
        elif isinstance(tab, PeopleTab | AttendanceTab | SatisfactionTab | CertificatesTab | FollowUps):
            tab.begin()

    def _show_steps(self, detail: WorkshopDetail, role: str) -> None:
        pressed = any(button.hasFocus() for button in self._step_buttons)
        clear(self._steps)
        self._step_buttons = []
        for place, step in enumerate(steps_of(detail, role)):
            look: Look = "danger" if step.target == "cancelled" else "primary" if place == 0 else ""
            made = button(said(step.label), partial(self.step_wanted.emit, step), look=look)
            self._steps.addWidget(made)
            self._step_buttons.append(made)
        if pressed:  # the keys go on from where they were
            self.tabs.tabBar().setFocus()

    def _show_missing(self, detail: WorkshopDetail, room: Room, role: str) -> None:
        """What the usual next step still waits for, so that nobody has to try it to know."""
        step = next(iter(steps_of(detail, role)), None)
        lacking = room.missing.get(step.target, ()) if step is not None else ()
        sentences = listed(dict.fromkeys(told(problem).rstrip(".") for problem in lacking))
        text = self.tr("«{step}» هنوز این را می‌خواهد: {lacking}.")
        self.missing.setText(text.format(step=said(step.label), lacking=sentences) if step and lacking else "")
        self.missing.setVisible(bool(lacking))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(icon_button("arrow-left", self.tr("بازگشت به فهرست"), self.back_wanted.emit))
        words = QVBoxLayout()
        words.setSpacing(2)
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(self.title)
        upper.addWidget(self.badge)
        upper.addStretch(1)
        words.addLayout(upper)
        words.addWidget(self.about)
        head.addLayout(words, 1)
        head.addWidget(self.papers)
        head.addWidget(icon_button("pencil", self.tr("ویرایش کارگاه"), self.edit_wanted.emit))
        head.addLayout(self._steps)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 14, 24, 18)
        inside.setSpacing(10)
        inside.addLayout(head)
        inside.addWidget(self.missing)
        inside.addWidget(self.problem)
        inside.addWidget(self.tabs, 1)
