"""«پیگیری پیامد»: who is asked ninety days later what became of them, with one key for each outcome."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.outcome_followup import POSITIVE
from desktop.domain.persian.digits import to_ascii
from desktop.domain.problems import Problem
from desktop.services.workshop_after import NOT_REACHED, FollowedUp
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.finder import FittingTable
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import EmptyState, badge, card, h1, label, muted
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, label_of, mobile_text, said, short, told_all

OUTCOMES = (*CODE_LISTS["outcome_kind"], NOT_REACHED)
"""In the order of their keys: 1, 2, 3 …; the last one, «در دسترس نبود», has 0 too."""


class FollowUpTable(FittingTable):
    """A number notes the outcome and goes down, Backspace takes it back, Enter opens the person's file."""

    noted = Signal(str, str)  # follow-up, outcome or ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed, key = to_ascii(event.text()), self.current_id()
        if key and typed.isdecimal() and len(typed) == 1 and int(typed) <= len(OUTCOMES):
            self._note(str(key), OUTCOMES[int(typed) - 1])
        elif key and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.noted.emit(str(key), "")
        else:
            super().keyPressEvent(event)

    def _note(self, key: str, outcome: str) -> None:
        place = self.currentIndex().row() + 1
        if place < self.lazy_model.rowCount():
            self.select_row(place)
        self.noted.emit(key, outcome)


class FollowUps(QWidget):
    """The list with its keys and its sum; of one workshop, or of all that are due (`of_all`)."""

    noted = Signal(str, str)
    open_person = Signal(str)
    back_wanted = Signal()

    def __init__(self, *, of_all: bool = False) -> None:
        super().__init__()
        self._of_all, self._today = of_all, dt.date.min
        self._by_id: dict[str, FollowedUp] = {}
        self.count = muted()
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        name = said(KINDS["outcome_followup"].plural)
        self.table = FollowUpTable(self._columns(), self._fetch, name, droppable=("checked", "due", "mobile"))
        self.table.set_empty(EmptyState("circle-check", *self._nothing()))
        self.table.noted.connect(self.noted)
        self.table.row_activated.connect(lambda key: self.open_person.emit(self._by_id[key].person_id))
        self._lay_out()

    def show_list(self, found: Sequence[FollowedUp], today: dt.date) -> None:
        self._today = today
        self._by_id = {one.followup_id: one for one in found}
        self.table.set_ids(list(self._by_id))
        self.table.lazy_model.refresh()
        asked = [one for one in found if one.outcome]
        good, missed = sum(o.outcome in POSITIVE for o in asked), sum(o.outcome == NOT_REACHED for o in asked)
        waiting = len(found) - len(asked)
        text = self.tr("{asked} از {many} پرسیده شد، {good} با پیامد مثبت، {missed} در دسترس نبود")
        of_all = self.tr("{many} نفر باید پرسیده شوند").format(many=grouped(waiting))
        told = text.format(asked=_n(len(asked)), many=_n(len(found)), good=_n(good), missed=_n(missed))
        self.count.setText(of_all if self._of_all else told if found else "")
        self._tell("")

    def begin(self) -> None:
        """The cursor goes to the first whom nobody has asked."""
        first = next((one.followup_id for one in self._by_id.values() if not one.outcome), None)
        if first is not None:
            self.table.select_id(first)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, followup_id: str) -> None:
        """Marks one of the list."""
        self.table.select_id(followup_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._tell(told_all(problems))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._of_all:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        return [self._by_id.get(one) for one in ids]

    def _nothing(self) -> tuple[str, str]:
        if self._of_all:
            told = self.tr("نود روز پس از پایان هر کارگاه مهارت، نام‌ها اینجا می‌آیند.")
            return self.tr("کسی برای پیگیری نمانده است"), told
        told = self.tr("در کارگاه‌های شغل و مهارت، با پایان کارگاه برای هر شرکت‌کننده پیگیری نود روز بعد نوشته می‌شود.")
        return self.tr("هنوز پیگیری‌ای نیست"), told

    def _columns(self) -> list[Column]:
        fields = KINDS["outcome_followup"].fields
        mobile = said(KINDS["person"].fields["mobile"].label)
        workshop = Column(
            key="workshop", title=said(fields["workshop_id"].label), text=lambda f: f.workshop, width=220, muted=True
        )
        return [
            Column(key="name", title=self.tr("نام و نام خانوادگی"), text=lambda f: f.name, width=0, avatar=True),
            *([workshop] if self._of_all else []),
            Column(key="mobile", title=mobile, text=_mobile, width=140, ltr=True),
            Column(key="due", title=said(fields["due_on"].label), text=lambda f: short(f.due_on), width=112),
            Column(key="checked", title=said(fields["checked_on"].label), text=_checked, width=112),
            Column(
                key="outcome", title=said(fields["kind"].label), text=self._outcome, width=170, tone=self._outcome_tone
            ),
        ]

    def _outcome(self, one: FollowedUp) -> str:
        if one.outcome:
            return outcome_text(one.outcome)
        return self.tr("موعد گذشته") if one.due_on < self._today else self.tr("در انتظار")

    def _outcome_tone(self, one: FollowedUp) -> Tone:
        if not one.outcome:
            return "warn" if one.due_on <= self._today else "info"
        return "ok" if one.outcome in POSITIVE else "danger" if one.outcome == NOT_REACHED else "muted"

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(*((24, 18, 24, 20) if self._of_all else (0, 12, 0, 0)))
        inside.setSpacing(10)
        if self._of_all:
            head = QHBoxLayout()
            head.setSpacing(12)
            head.addWidget(icon_button("arrow-left", self.tr("بازگشت به فهرست"), self.back_wanted.emit))
            head.addWidget(h1(self.tr("پیگیری‌های نودروزه")))
            head.addWidget(self.count)
            head.addStretch(1)
            inside.addLayout(head)
        keys = QWidget()
        flow = FlowLayout(keys, 6)
        for number, outcome in enumerate(OUTCOMES, 1):
            flow.addWidget(badge(f"{digits(str(number))}  {outcome_text(outcome)}", "muted"))
        if not self._of_all:
            inside.addWidget(self.count)
        inside.addWidget(keys)
        inside.addWidget(self.problem)
        frame, within = card()
        within.setContentsMargins(8, 4, 8, 8)
        within.addWidget(self.table)
        inside.addWidget(frame, 1)


def outcome_text(outcome: str) -> str:
    """What an outcome is called; not having been reached is one of them here."""
    if outcome == NOT_REACHED:
        return QCoreApplication.translate("FollowUps", "در دسترس نبود")
    return label_of("outcome_kind", outcome)


def _n(number: int) -> str:
    return grouped(number)


def _mobile(one: FollowedUp) -> str:
    return mobile_text(one.mobile) or "—"


def _checked(one: FollowedUp) -> str:
    return short(one.checked_on) if one.checked_on else "—"
