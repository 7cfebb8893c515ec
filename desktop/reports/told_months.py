"""Months side by side on one paper, each as its own report tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from desktop.domain.persian import calendar
from desktop.domain.publication import BAND
from desktop.reports.indicator_texts import shown_text, value_text
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import CoverRow, IndicatorRow, MonthlyReport
from desktop.reports.office_paper import NOTE
from desktop.reports.shared_copy import NOTE as HIDES

SIGNED: Final = "امضاشده"
DRAFT: Final = "پیش‌نویس"
NO_REPORT: Final = "بی‌گزارش"
NOT_OVER: Final = "پایان نیافته"
UNFINISHED: Final = "ماه ناتمام"


@dataclass(frozen=True, slots=True)
class ToldMonth:
    """One month as its report tells it: what was signed, or as it is counted now. None: it has no report.

    `state` says which, in the words of the paper.
    """

    month: str
    state: str
    report: MonthlyReport | None = None

    @property
    def title(self) -> str:
        """«شهریور ۱۴۰۴»."""
        return calendar.month_title(self.month)

    def row(self, cell: str) -> IndicatorRow | None:
        """An indicator, or a number beside one, by its name among the counts."""
        if self.report is None:
            return None
        return next((row for row in self.report.indicators if row.cell == cell), None)


class ToldCopy:
    """One copy of a paper of several months: of each it tells what the copy of that month's report tells, no more."""

    def __init__(self, months: Sequence[ToldMonth], copy: str) -> None:
        self.months = tuple(_covered(months))
        self._copies = {one.month: Copy(one.report, copy) for one in self.months if one.report is not None}

    def of(self, month: ToldMonth) -> Copy:
        """The copy of a month that has a report."""
        return self._copies[month.month]

    def text(self, month: ToldMonth, cell: str) -> str:
        """A figure of a month; «—» where the month has none."""
        row = month.row(cell)
        return "—" if row is None else shown_text(row, self.of(month))

    def value(self, month: ToldMonth, cell: str) -> float | None:
        """The figure where it is told exactly: only then may it be drawn or counted with."""
        row = month.row(cell)
        if row is None or row.value is None or shown_text(row, self.of(month)) != value_text(row, row.value):
            return None
        return row.value

    def is_hidden(self, month: ToldMonth, cell: str) -> bool:
        """Whether there is a figure that this copy does not tell exactly."""
        row = month.row(cell)
        return row is not None and row.value is not None and self.value(month, cell) is None

    @property
    def note(self) -> list[Flowable]:
        """Why some figures are not told, if any is not."""
        hides = any(self.is_hidden(one, row.cell) for one in self.months if one.report for row in one.report.indicators)
        return [Paragraph(HIDES, NOTE)] if hides else []


def _covered(months: Sequence[ToldMonth]) -> Iterator[ToldMonth]:
    """The months from the first to the last, an earlier one also covered as the next one's report covers it."""
    if months:
        for earlier, later in pairwise(months):
            yield _also_as_told_by(earlier, later)
        yield months[-1]


def _also_as_told_by(earlier: ToldMonth, later: ToldMonth) -> ToldMonth:
    """A month's report tells the month before again, perhaps less of it: in bands where the figure moved by few."""
    if earlier.report is None or later.report is None or calendar.shift_month(earlier.month, 1) != later.month:
        return earlier
    covers = {row.cell: row for row in earlier.report.covers}
    for cover in later.report.covers:
        again, row = cover.cell.removeprefix("before/"), earlier.row(cover.cell)
        if again != cover.cell:
            covers.setdefault(again, replace(cover, cell=again))
        elif cover.how == "band" and row is not None and row.unit == "count" and row.value is not None:
            low = int(row.value) // BAND * BAND
            covers.setdefault(cover.cell, CoverRow(cover.cell, "band", low, low + BAND - 1))
    return replace(earlier, report=replace(earlier.report, covers=tuple(covers.values())))


def twelve_months(first: str, last: str) -> str:
    """The span of a trend that is no calendar year."""
    return f"دوازده ماه، از {calendar.month_title(first)} تا {calendar.month_title(last)}"
