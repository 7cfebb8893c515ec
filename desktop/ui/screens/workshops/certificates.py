"""«گواهی‌ها»: issued to everybody who completed the workshop, printed, and told true or false by their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.services.certificate_check import Checked
from desktop.services.workshop_after import Certified
from desktop.ui.titles import entry_title
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.finder import FittingTable
from desktop.ui.widgets.labels import EmptyState, card, label, muted
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import decimal, digits, grouped, said, short, told_all

_FIELDS = KINDS["certificate"].fields


class CertificatesTab(QWidget):
    """Enter prints the marked one. What the user wants goes out as signals."""

    issue_wanted = Signal()
    print_wanted = Signal(list)  # certificate ids
    verify_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._by_id: dict[str, Certified] = {}
        self.count = muted()
        self.issue = button(self.tr("صدور گواهی برای همه"), self.issue_wanted.emit, icon_name="plus", look="primary")
        self.print = button(self.tr("چاپ گواهی"), self._print, icon_name="printer")
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.number = _NumberLine()
        self.answer = label("", "strong", wrap=True)
        name, droppable = said(KINDS["certificate"].plural), ("father", "hours", "issued")
        self.table = FittingTable(self._columns(), self._fetch, name, droppable=droppable)
        self.table.set_empty(
            EmptyState(
                "graduation-cap",
                self.tr("هنوز کسی این کارگاه را تکمیل نکرده است"),
                self.tr("با گزارش کارگاه روشن می‌شود چه کسی در کمینهٔ جلسه‌ها حاضر بوده است."),
            )
        )
        self.table.row_activated.connect(lambda _id: self._print())
        self.number.asked.connect(self.verify_wanted)
        self._lay_out()

    def show_after(self, certified: Sequence[Certified]) -> None:
        self._by_id = {one.person_id: one for one in certified}
        self.table.set_ids(list(self._by_id))
        self.table.lazy_model.refresh()
        issued = sum(one.certificate_id is not None for one in certified)
        text = self.tr("{issued} گواهی برای {many} تکمیل‌کرده")
        self.count.setText(text.format(issued=grouped(issued), many=grouped(len(certified))))
        self.issue.setEnabled(issued < len(certified))
        self.print.setEnabled(bool(issued))
        self.show_problems([])

    def begin(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.problem.setText(told_all(problems))
        self.problem.setVisible(bool(problems))

    def show_answer(self, found: Checked | None) -> None:
        """Whether the office's own list has the number, and whose it is."""
        if found is None:
            self.answer.setText(self.tr("گواهی‌ای با این شماره در فهرست دفتر نیست."))
            return
        about = self.tr("{name}، «{workshop}»، {hours} ساعت، صادرشده در {day}").format(
            name=found.name,
            workshop=found.course,
            hours=_hours_text(found.certificate["hours"]),
            day=short(found.certificate["issued_on"]),
        )
        true = self.tr("درست است: {about}")
        doubtful = self.tr("این شماره در فهرست هست ({about})، ولی کد برگه نوشته نشده یا با فهرست نمی‌خواند.")
        self.answer.setText((true if found.holds else doubtful).format(about=about))

    def _print(self) -> None:
        one = self._by_id.get(self.table.current_id() or "")
        if one is not None and one.certificate_id:
            self.print_wanted.emit([one.certificate_id])

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        return [self._by_id.get(one) for one in ids]

    def _columns(self) -> list[Column]:
        return [
            Column(key="name", title=self.tr("نام و نام خانوادگی"), text=lambda c: c.name, width=0, avatar=True),
            Column(
                key="father",
                title=said(KINDS["person"].fields["father_name"].label),
                text=lambda c: c.father_name or "—",
                width=130,
            ),
            Column(key="number", title=said(_FIELDS["number"].label), text=_number, width=190),
            Column(key="hours", title=said(_FIELDS["hours"].label), text=_hours, width=80),
            Column(key="issued", title=said(_FIELDS["issued_on"].label), text=_day, width=110),
            Column(key="state", title=self.tr("وضعیت"), text=self._state, width=130, tone=_state_tone),
        ]

    def _state(self, one: Certified) -> str:
        if one.certificate_id is None:
            return self.tr("صادر نشده")
        return self.tr("{n} بار چاپ").format(n=grouped(one.printed)) if one.printed else self.tr("چاپ نشده")

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self.count)
        upper.addStretch(1)
        upper.addWidget(self.print)
        upper.addWidget(self.issue)
        frame, within = card()
        within.setContentsMargins(8, 4, 8, 8)
        within.addWidget(self.table)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(muted(self.tr("راستی‌آزمایی شمارهٔ گواهی:")))
        lower.addWidget(self.number)
        lower.addWidget(self.answer, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 12, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(upper)
        inside.addWidget(self.problem)
        inside.addWidget(frame, 1)
        inside.addLayout(lower)


class _NumberLine(QLineEdit):
    """The number as it stands on the paper, or as it is read from its code; Enter asks."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        reading_line(self)
        self.setFixedWidth(250)
        self.setPlaceholderText(self.tr("شماره و کد برگه، سپس Enter"))
        self.setAccessibleName(self.tr("شمارهٔ گواهی برای راستی‌آزمایی"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.asked.emit(self.text())
            return
        super().keyPressEvent(event)


def _number(one: Certified) -> str:
    return digits(entry_title(one.number)) if one.number else "—"


def _hours(one: Certified) -> str:
    return _hours_text(one.hours) if one.hours is not None else "—"


def _hours_text(hours: float) -> str:
    return decimal(hours, 0 if hours == int(hours) else 1)


def _day(one: Certified) -> str:
    return short(one.issued_on) if one.issued_on else "—"


def _state_tone(one: Certified) -> Tone:
    return "warn" if one.certificate_id is None else "ok" if one.printed else "info"
