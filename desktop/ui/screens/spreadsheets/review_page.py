"""The third step and what comes after it: the counts, the first refused rows with their reasons, the repetitions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.spreadsheets.importing import Outcome, RefusedRow
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.labels import EmptyState, card, h2, muted, number
from desktop.ui.widgets.lazy_table import Column, LazyTable
from desktop.ui.widgets.wording import digits, grouped, listed, said, told

_CELLS = 4  # cells of a refused row by which people know it


class ReviewPage(QWidget):
    """Shows what would happen, and afterwards what did."""

    back = Signal()
    run = Signal()
    again = Signal()
    open_file = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.outcome: Outcome | None = None
        self._lines: list[tuple[str, str, str]] = []
        self.title, self.told = h2(), muted(wrap=True)
        self.counts: dict[str, QLabel] = {}
        columns = [
            Column(key="row", title=self.tr("ردیف"), text=lambda line: line[0], width=80),
            Column(key="who", title=self.tr("خانه‌های آن"), text=lambda line: line[1], width=330, muted=True),
            Column(key="why", title=self.tr("دلیل"), text=lambda line: line[2], width=0),
        ]
        self.table = LazyTable(columns, self._fetch, self.tr("ردیف‌هایی که ثبت نمی‌شوند"))
        self.table.set_empty(EmptyState("circle-check", self.tr("همهٔ ردیف‌ها درست‌اند")))
        self.start = button(self.tr("ثبت در دفتر"), self.run.emit, look="primary", icon_name="save")
        self.start.setToolTip(tip(self.tr("ثبت در دفتر"), "F2"))
        QShortcut(QKeySequence("F2"), self).activated.connect(self._start)
        self.change = button(self.tr("بازگشت به ستون‌ها"), self.back.emit)
        self.refused = button(self.tr("پروندهٔ ردیف‌های ردشده"), self._open, icon_name="file-text")
        self.other = button(self.tr("پروندهٔ دیگر"), self.again.emit)
        self._lay_out()

    def show_outcome(self, outcome: Outcome) -> None:
        """A rehearsal asks whether to go on; a finished import tells where the refused rows are."""
        self.outcome = outcome
        for name, shown in self.counts.items():
            shown.setText(grouped(getattr(outcome, name)))
        rehearsed = outcome.dry_run
        self.title.setText(self.tr("هنوز چیزی ثبت نشده است") if rehearsed else self.tr("ثبت شد"))
        self.told.setText(" ".join(self._said(outcome)))
        self.start.setVisible(rehearsed)
        self.start.setEnabled(bool(outcome.added or outcome.changed))
        self.change.setVisible(rehearsed)
        self.refused.setVisible(outcome.refused_file is not None)
        self.other.setVisible(not rehearsed)
        self._lines = [*self._refused_lines(outcome), *self._double_lines(outcome)]
        self.table.set_ids(range(len(self._lines)))
        (
            self.start if rehearsed and self.start.isEnabled() else self.other if not rehearsed else self.change
        ).setFocus()

    def _said(self, outcome: Outcome) -> Sequence[str]:
        how = {
            "number": self.tr("خانوارها از روی شمارهٔ خانوار جدا شدند."),
            "heads": self.tr("هر سرپرست و ردیف‌های پس از او یک خانوارند."),
            "alone": self.tr("هر کس خانواری یک‌نفره است."),
        }
        said = [how[outcome.grouped_by]] if outcome.grouped_by else []
        if outcome.households:
            said.append(self.tr("%Ln خانوار تازه.", "", outcome.households))
        padded = outcome.notes.get("padded_national_ids", 0)
        if padded:
            said.append(self.tr("صفر آغازین %Ln کد ملی که اکسل انداخته بود بازگردانده شد.", "", padded))
        if outcome.other_sheets:
            told = self.tr("برگه‌های دیگری که مانند این‌اند خوانده نشدند: {sheets}. هر یک را جداگانه وارد کنید.")
            said.append(told.format(sheets=listed(outcome.other_sheets[:8])))
        if outcome.unknown:
            said.append(self.tr("ستون‌های نادیده: {columns}").format(columns=listed(outcome.unknown[:8])))
        return said

    def _refused_lines(self, outcome: Outcome) -> list[tuple[str, str, str]]:
        return [
            (grouped(row.number), listed([cell for cell in row.cells if cell][:_CELLS]), _told(row))
            for row in outcome.first_refused
        ]

    def _double_lines(self, outcome: Outcome) -> list[tuple[str, str, str]]:
        told, row = self.tr("تکراری: {whom}"), self.tr("ردیف")
        whoms = (f"{row} {grouped(w)}" if isinstance(w, int) else digits(w) for _, w in outcome.first_doubles)
        places = (grouped(place) for place, _ in outcome.first_doubles)
        return [(place, "", told.format(whom=whom)) for place, whom in zip(places, whoms, strict=True)]

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        return [self._lines[place] for place in ids]

    def _start(self) -> None:
        if self.start.isVisible():
            self.start.click()

    def _open(self) -> None:
        if self.outcome is not None and self.outcome.refused_file is not None:
            self.open_file.emit(self.outcome.refused_file)

    def _lay_out(self) -> None:
        frame, inside = card(10)
        words = {
            "rows": self.tr("ردیف"),
            "added": self.tr("تازه"),
            "changed": self.tr("تغییریافته"),
            "doubles": self.tr("تکراری"),
            "refused": self.tr("ردشده"),
        }
        figures = QHBoxLayout()
        figures.setSpacing(36)
        for name, text in words.items():
            column = QVBoxLayout()
            column.setSpacing(2)
            self.counts[name] = number()
            self.counts[name].setAccessibleName(text)
            column.addWidget(self.counts[name])
            column.addWidget(muted(text))
            figures.addLayout(column)
        figures.addStretch(1)
        inside.addWidget(self.title)
        inside.addLayout(figures)
        inside.addWidget(self.told)
        listed, around = card(0)
        around.setContentsMargins(4, 6, 4, 6)
        around.addWidget(self.table)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        for deed in (self.start, self.refused, self.other, self.change):
            lower.addWidget(deed)
        lower.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(frame)
        page.addWidget(listed, 1)
        page.addLayout(lower)


def _told(row: RefusedRow) -> str:
    """Why a row is not taken, each reason once."""
    reasons = (f"{said(name)}: {told(problem)}" if name else told(problem) for name, problem in row.reasons)
    return " ".join(dict.fromkeys(reasons))
