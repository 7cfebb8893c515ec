"""«شرکت‌کنندگان»: who is enrolled, who waits in which order, and enrolling one or many by typing their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.domain.workshop_seats import SEATED
from desktop.services.workshop_views import Participant, WorkshopDetail
from desktop.ui.screens.workshops.looks import ENROLLMENT_TONES
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.finder import FittingTable
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import EmptyState, IconLabel, card, label, muted
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.picker import Choices, Picker
from desktop.ui.widgets.wording import digits, label_of, listed, said, told_all


class PeopleTab(QWidget):
    """Names typed one after the other become tags; F2 enrols them all in one commit."""

    enroll_wanted = Signal(list)  # person ids
    withdraw_wanted = Signal(object)  # Participant
    invite_wanted = Signal()
    call_wanted = Signal()
    told_wanted = Signal(list)  # enrolments
    open_wanted = Signal(str)  # person id

    def __init__(self, people: Choices) -> None:
        super().__init__()
        self._detail: WorkshopDetail | None = None
        self._by_id: dict[str, Participant] = {}
        self._tags: dict[str, QPushButton] = {}
        self.picker = Picker(people)
        self.picker.setPlaceholderText(self.tr("نام را بنویسید…"))
        self.picker.setToolTip(self.tr("نام را بنویسید و Enter بزنید؛ نام‌های بعدی هم…"))
        self.picker.setAccessibleName(self.tr("افزودن شرکت‌کننده"))
        self.picker.setMinimumWidth(140)
        self.picker.setMaximumWidth(340)
        self.picker.chosen.connect(self._take)
        self.enroll = button(self.tr("ثبت‌نام"), self._enroll, icon_name="user-plus", look="primary")
        self.enroll.setToolTip(tip(self.tr("ثبت‌نام"), "F2"))
        self.enroll.setEnabled(False)
        self.withdraw = button(self.tr("انصراف شرکت‌کننده"), self._withdraw, icon_name="log-out")
        self.invite = button(self.tr("از فهرست ساکنان…"), self.invite_wanted.emit, icon_name="users", shortcut="F7")
        self.promoted, self.promoted_names = QFrame(), label("", wrap=True)
        self.call = button(self.tr("فهرست تماس"), self.call_wanted.emit, icon_name="printer")
        self.told = button(self.tr("خبر دادم"), self._tell_promoted, icon_name="phone")
        self.count = muted(wrap=True)
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.tray = QFrame()
        self._flow = FlowLayout(self.tray, 6)
        self.tray.hide()
        self.table = FittingTable(self._columns(), self._fetch, self.tr("شرکت‌کنندگان"), droppable=("father",))
        self.table.set_empty(
            EmptyState(
                "users",
                self.tr("هنوز کسی ثبت‌نام نشده است"),
                self.tr("در خانهٔ بالا نام شرکت‌کنندگان را بنویسید. پس از پر شدن ظرفیت، بقیه به ترتیب در نوبت می‌مانند."),
            )
        )
        self.table.row_activated.connect(lambda key: self.open_wanted.emit(self._by_id[key].person_id))
        self.table.current_changed.connect(lambda _key: self._allow())
        for keys in ("F2", "Ctrl+Return"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._enroll)
        self._lay_out()

    def show_detail(self, detail: WorkshopDetail) -> None:
        self._detail = detail
        self._by_id = {person.enrollment_id: person for person in detail.people}
        for person in detail.people:
            self._drop(person.person_id)
        self.table.set_ids(list(self._by_id))
        self.table.lazy_model.refresh()
        seated, waiting = len(detail.with_status(*SEATED)), len(detail.with_status("waiting"))
        text = self.tr("{seated} از {capacity} نفر").format(
            seated=digits(str(seated)), capacity=digits(str(detail.workshop["capacity"]))
        )
        if waiting:
            text += " · " + self.tr("{many} نفر در نوبت").format(many=digits(str(waiting)))
        self.count.setText(text)
        self._show_promoted(detail)
        self._allow()

    def untold(self) -> list[Participant]:
        """Who got a place from the waiting list and has not been called yet."""
        return [p for p in self._by_id.values() if p.status == "enrolled" and p.promoted_on and not p.told_on]

    def _show_promoted(self, detail: WorkshopDetail) -> None:
        """Whom to call now: those who got a place, or everybody once the workshop is cancelled."""
        waiting = self.untold()
        names = listed(person.name for person in waiting)
        if detail.workshop["status"] == "cancelled":
            text = self.tr("کارگاه لغو شده است؛ به ثبت‌نام‌شدگان خبر دهید.")
        else:
            text = self.tr("{names} از نوبت جا گرفته و هنوز خبر ندارد.").format(names=names)
        self.promoted_names.setText(text)
        self.told.setVisible(bool(waiting))
        self.promoted.setVisible(bool(waiting) or detail.workshop["status"] == "cancelled")

    def _tell_promoted(self) -> None:
        self.told_wanted.emit([person.enrollment_id for person in self.untold()])

    def begin(self) -> None:
        """The cursor goes where names are typed."""
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_dirty(self) -> bool:
        return bool(self._tags)

    def forget(self) -> None:
        for person_id in list(self._tags):
            self._drop(person_id)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.enroll.setEnabled(bool(self._tags))
        self._tell(told_all(problems))
        self.begin()

    def _columns(self) -> list[Column]:
        person = KINDS["person"].fields
        return [
            Column(key="name", title=self.tr("نام و نام خانوادگی"), text=lambda p: p.name, width=0, avatar=True),
            Column(
                key="father", title=said(person["father_name"].label), text=lambda p: p.father_name or "—", width=140
            ),
            Column(
                key="no",
                title=said(person["resident_no"].label),
                text=lambda p: digits(p.resident_no),
                width=150,
                ltr=True,
            ),
            Column(key="came", title=self.tr("حضور"), text=self._came, width=120),
            Column(
                key="status",
                title=said(KINDS["workshop_enrollment"].fields["status"].label),
                text=_status_text,
                width=150,
                tone=lambda p: ENROLLMENT_TONES.get(p.status),
            ),
        ]

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        return [self._by_id.get(one) for one in ids]

    def _came(self, person: Participant) -> str:
        held = self._detail.held if self._detail else 0
        if not held or person.status == "waiting":
            return "—"
        text = self.tr("{came} از {held} جلسه")
        return text.format(came=digits(str(person.came)), held=digits(str(held)))

    def _take(self) -> None:
        key, name = self.picker.key(), self.picker.text()
        if key is None:
            return
        self.picker.choose(None)
        already = [person for person in self._by_id.values() if person.person_id == key]
        if already:
            self.table.select_id(already[0].enrollment_id)
            self._tell(self.tr("{name} پیش‌تر در این کارگاه نوشته شده است.").format(name=name))
            return
        self._tell("")
        if key not in self._tags:
            self._tags[key] = self._tag(key, name)
        self._show_tray()

    def _tag(self, person_id: str, name: str) -> QPushButton:
        tag = QPushButton(icon("x", "primary"), name, self.tray)
        tag.setProperty("look", "tag")
        tag.setAutoDefault(False)
        tag.setAccessibleName(self.tr("برداشتن {name}").format(name=name))
        tag.setToolTip(self.tr("برداشتن"))
        tag.clicked.connect(lambda: self._drop(person_id))
        self._flow.addWidget(tag)
        tag.show()
        return tag

    def _drop(self, person_id: str) -> None:
        tag = self._tags.pop(person_id, None)
        if tag is not None:
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._show_tray()

    def _show_tray(self) -> None:
        many = len(self._tags)
        self.tray.setVisible(bool(many))
        self.enroll.setEnabled(bool(many))
        text = self.tr("ثبت‌نام {many} نفر").format(many=digits(str(many))) if many else self.tr("ثبت‌نام")
        self.enroll.setText(f" {text}")

    def _enroll(self) -> None:
        if self._tags and self.enroll.isEnabled():
            self.enroll.setEnabled(False)
            self.enroll_wanted.emit(list(self._tags))

    def _withdraw(self) -> None:
        person = self._by_id.get(self.table.current_id() or "")
        if person is not None:
            self.withdraw_wanted.emit(person)

    def _allow(self) -> None:
        person = self._by_id.get(self.table.current_id() or "")
        self.withdraw.setEnabled(person is not None and person.status in ("enrolled", "waiting"))

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(self.picker)
        upper.addWidget(self.enroll)
        upper.addWidget(self.invite)
        upper.addWidget(self.count, 1)
        upper.addWidget(self.withdraw)
        self.promoted.setProperty("look", "card")
        calling = QHBoxLayout(self.promoted)
        calling.setContentsMargins(14, 8, 10, 8)
        calling.setSpacing(10)
        calling.addWidget(IconLabel("phone", "warn", 18))
        calling.addWidget(self.promoted_names, 1)
        calling.addWidget(self.call)
        calling.addWidget(self.told)
        self.promoted.hide()
        frame, within = card()
        within.setContentsMargins(8, 4, 8, 8)
        within.addWidget(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 12, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(upper)
        inside.addWidget(self.promoted)
        inside.addWidget(self.problem)
        inside.addWidget(self.tray)
        inside.addWidget(frame, 1)


def _resident_no(person: Participant) -> str:
    return digits(person.resident_no)


def _status_text(person: Participant) -> str:
    text = label_of("enrollment_status", person.status)
    return f"{text} — {digits(str(person.waiting_rank))}" if person.waiting_rank else text
