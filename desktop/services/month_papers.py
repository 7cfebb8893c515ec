"""The papers that set months beside each other: what each one's report tells, signed or as it is counted now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.monthly_report import RETURNED
from desktop.domain.persian.calendar import from_gregorian, jalali_month, month_bounds, shift_month
from desktop.domain.persian.digits import to_persian
from desktop.domain.problems import RefusedError
from desktop.services.access import require_reader
from desktop.services.asked_paper import Asked, printed_by
from desktop.services.imprint import imprint_of
from desktop.services.money_told import told_report
from desktop.services.monthly import live_report
from desktop.services.report_life import report_of
from desktop.services.report_snapshot import signed_report
from desktop.services.signed_figures import newest_signed
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.told_months import ToldMonth

_YEAR = 12


def month_comparison(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«مقایسهٔ دو ماه»: a month (the last whole one) with another (the one before it)."""
    from desktop.reports.month_comparison import MonthComparison, build
    from desktop.reports.shared_copy import INTERNAL

    require_reader(rows.role, KINDS["monthly_report"])
    month = asked.month or shift_month(jalali_month(rows.today), -1)
    against = asked.against or shift_month(month, -1)
    if month == against:
        raise RefusedError.of("against", "same_month")
    pair = sorted((month, against))
    earlier, later = _in_a_row(_told_month(rows, office, one) for one in pair)
    return build(
        MonthComparison(imprint_of(rows, office, named=asked.copy == INTERNAL), earlier, later),
        asked.copy,
    )


def year_trend(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«روند سال»: the twelve months of the Jalali year of a month; of none, the last twelve that are over."""
    from desktop.reports.shared_copy import INTERNAL
    from desktop.reports.told_months import twelve_months
    from desktop.reports.year_trend import YearTrend, build

    require_reader(rows.role, KINDS["monthly_report"])
    last = shift_month(jalali_month(rows.today), -1)
    if asked.month:
        year = from_gregorian(month_bounds(asked.month)[0]).year
        months, span = [f"{year:04}-{number:02}" for number in range(1, _YEAR + 1)], f"سال {to_persian(str(year))}"
    else:
        months = [shift_month(last, -back) for back in range(_YEAR - 1, -1, -1)]
        span = twelve_months(months[0], last)
    told = tuple(_in_a_row(_month_of_year(rows, office, month, last) for month in months))
    return build(YearTrend(imprint_of(rows, office, named=asked.copy == INTERNAL), span, told), asked.copy)


def _month_of_year(rows: Rows, office: OfficeFile, month: str, last: str) -> ToldMonth:
    """A month that nobody began to report, or that is not over, has no figures: it is no month of zeros."""
    from desktop.reports.told_months import NO_REPORT, NOT_OVER, ToldMonth

    if month > last:
        return ToldMonth(month, NOT_OVER)
    if report_of(rows, month) is None:
        return ToldMonth(month, NO_REPORT)
    return _told_month(rows, office, month)


def _told_month(rows: Rows, office: OfficeFile, month: str) -> ToldMonth:
    """The last version that was signed, also one that came back; without one the month as it is counted now."""
    from desktop.reports.told_months import DRAFT, SIGNED, UNFINISHED, ToldMonth

    record = newest_signed(rows, month)
    if record is not None:
        state = f"{SIGNED}، {label_of('report_status', RETURNED)}" if record["status"] == RETURNED else SIGNED
        return ToldMonth(month, state, told_report(rows.role, signed_report(record)))
    live = live_report(rows, month, printed_by(rows, office), report_of(rows, month))
    running = jalali_month(rows.today) <= month
    return ToldMonth(month, f"{DRAFT}، {UNFINISHED}" if running else DRAFT, told_report(rows.role, live.report))


def _in_a_row(months: Iterable[ToldMonth]) -> Iterator[ToldMonth]:
    """A draft that follows a draft hides what the two together would tell, as it would once the first is signed."""
    from desktop.reports.monthly_copy import covers_of

    before: ToldMonth | None = None
    for month in months:
        told = month
        if (
            before is not None
            and before.report is not None
            and before.report.signed is None
            and month.report is not None
            and month.report.signed is None
            and shift_month(before.month, 1) == month.month
        ):
            told = replace(month, report=replace(month.report, covers=covers_of(month.report, before.report)))
        yield told
        before = told
