"""The copy of a report that leaves the office, in the hands of somebody who wants to know (G-20, G-21)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reports.monthly_copy import Copy, covers_of, publication_of
from desktop.reports.monthly_report import build
from desktop.reports.monthly_rows import CoverRow, IndicatorRow, MonthlyReport, MonthPoint, NeedFieldRow, VisitRow
from tests.domain.attacker import attack
from tests.reports.pdf_reading import page_texts
from tests.reports.samples import NEEDS, VISITS, report

COUNTS = st.one_of(st.integers(0, 5), st.integers(0, 50))


@st.composite
def reports(draw: st.DrawFn) -> MonthlyReport:
    """The sample with other counts in the tables that have sums both ways."""
    visits = tuple(VisitRow(row.neighborhood, tuple(draw(COUNTS) for _ in row.counts)) for row in VISITS)
    needs = []
    for row in NEEDS:
        start, new, reopened, met, rejected, closed = (draw(COUNTS) for _ in range(6))
        start += met + rejected + closed
        end = start + new + reopened - met - rejected - closed
        needs.append(NeedFieldRow(row.field, start, new, reopened, met, rejected, closed, end))
    return report(visits=visits, needs=tuple(needs))


@settings(max_examples=3)
@given(reports())
def test_no_small_count_of_a_report_can_be_worked_out_from_all_its_tables_together(told: MonthlyReport) -> None:
    attack(publication_of(told, None))


@settings(max_examples=3)
@given(reports(), reports())
def test_nor_by_somebody_who_kept_the_report_of_the_month_before(first: MonthlyReport, told: MonthlyReport) -> None:
    before = replace(first, month="1404-05", covers=covers_of(first, None))
    needs = tuple(
        replace(now, open_start=then.open_end, open_end=now.open_end - now.open_start + then.open_end)
        for then, now in zip(first.needs, told.needs, strict=True)
    )
    if all(row.open_end >= 0 for row in needs):
        attack(publication_of(replace(told, needs=needs), before))


def test_an_indicator_that_moved_by_few_is_told_in_bands_of_both_months() -> None:
    row = replace(report().indicators[0], value=41.0, previous=39.0)
    before = replace(report(month="1404-05", trend=()), indicators=(replace(row, value=39.0, previous=None),))
    told = report(indicators=(row,), coverage=(), visits=(), needs=(), agencies=(), workshops=(), events=(), trend=())
    told = replace(told, covers=covers_of(told, before))
    whole = "\n".join(page_texts(build(told, "shared")))
    assert "۴۰ تا ۴۴" in whole
    assert "۳۵ تا ۳۹" in whole
    assert "+۲" not in whole


def test_a_count_that_is_hidden_does_not_stand_beside_itself_as_part_of_a_whole() -> None:
    late = IndicatorRow("I-10", "نیازهای معطل‌مانده", "", "count", 2, 2, 25, of_people=True)
    told = report(indicators=(late,), trend=())
    for covers in (covers_of(told, None), (CoverRow("I-10", "few"),)):  # the second as reports were signed once
        whole = " ".join("\n".join(page_texts(build(replace(told, covers=covers), "shared"))).split())
        assert "کمتر از ۵ کمتر از ۵ از ۲۵" in whole
        assert "۲ از ۲۵" not in whole


def test_a_month_of_the_trend_that_was_told_exactly_is_no_hiding_place() -> None:
    before = report(month="1404-05", trend=(MonthPoint("1404-05", 12),))
    before = replace(before, covers=covers_of(before, None))
    told = report(trend=(MonthPoint("1404-05", 12), MonthPoint("1404-06", 3)))
    covered = {row.cell for row in covers_of(told, before)}
    assert "trend/1404-06" in covered
    assert "trend/1404-05" not in covered


def test_the_copy_that_stays_tells_everything() -> None:
    told = report()
    told = replace(told, covers=covers_of(told, None))
    assert told.covers
    stays, leaves = Copy(told, "internal"), Copy(told, "shared")
    for row in told.covers:
        assert stays.exact(row.cell)
        assert not leaves.exact(row.cell)
    assert stays.count("visits/*/6", 1) == "۱"
    assert leaves.count(next(row.cell for row in told.covers if row.how == "few"), 1) == "کمتر از ۵"
