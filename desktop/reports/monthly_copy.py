"""Which counts of a monthly report its copies tell: the one that stays all, the one that leaves not the small.

Every count of people, households, needs, visits and referrals in the report is a cell of one publication, with the sums
that readers can do (totals, the stock of needs, parts of a whole, the same number in two places). What was told of the
month before counts too (G-20, G-21). A signed report keeps its covers, so that it is printed the same for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from desktop.domain.covered import distinct
from desktop.domain.publication import Band, Cover, Few, Hidden, Publication, band_of
from desktop.reports.layout.isolate import ltr
from desktop.reports.monthly_rows import (
    CoverRow,
    IndicatorRow,
    MonthlyReport,
    coverage_total,
    needs_total,
    visits_total,
)
from desktop.reports.office_page import DASH, number_text
from desktop.reports.profile_rows import ProjectRow
from desktop.reports.shared_copy import HIDDEN, SHARED, Covered, cover_text

RowT = TypeVar("RowT")
ALL: Final = "*"
COVERAGE: Final = ("households_new", "households_total", "persons_new", "persons_total")
STOCK: Final = ("open_start", "new", "reopened", "met", "rejected", "closed", "open_end")
ANSWERS: Final = ("sent", "outstanding", "answered", "unanswered")
_OF_PLACES: Final = "I-03"
"""What this indicator lacks are places, not people."""
_KNOWN: Final = (
    ("I-01", ("coverage/*/households_new",)), ("I-02", ("coverage/*/persons_total",)), ("I-05", ("visits/*/*",)),
    ("I-06", ("needs/*/new",)), ("I-07", ("needs/*/open_end",)), ("I-08", ("needs/*/met",)),
    ("I-10", ("I-10/part",)), ("I-07", ("I-10/whole",)),
    ("I-11/part", ("agencies/*/answered",)), ("I-11/whole", ("agencies/*/outstanding",)),
    ("I-13/missing", ("I-13/unanswered",)), ("I-13/unanswered", ("agencies/*/unanswered",)),
    ("I-15", ("I-16/whole", "I-16/missing")), ("I-17/whole", ("I-15",)),
    ("I-19/missing", ("I-19/not_reached", "I-19/not_asked")),
    ("I-22", ("participation/trustees",)), ("I-22/volunteers", ("participation/volunteers",)),
)  # fmt: skip
"""Numbers that readers find in two places or can add up from others, as far as they do add up in a month."""


class Copy(Covered):
    """One copy of a report. A signed one tells what was covered when it was signed."""

    def __init__(self, report: MonthlyReport, copy: str) -> None:
        super().__init__({row.cell: _cover(row) for row in report.covers}, shared=copy == SHARED)

    def before(self, row: IndicatorRow, told: str) -> str:
        """An indicator of the month before as it was told then; `told` is the exact one."""
        if not row.of_people or row.previous is None:
            return told
        if row.unit == "count":
            return self.was(row.cell, int(row.previous))
        cells = (f"before/{row.cell}/{name}" for name in ("part", "whole", "rest"))
        return told if self.exact(*cells) else HIDDEN

    def was(self, cell: str, count: int) -> str:
        """A count of the month before as it was told then; in bands where this month's is (G-21)."""
        cover, now = self.cover(f"before/{cell}"), self.cover(cell)
        if cover is not None:
            return cover_text(cover)
        return cover_text(band_of(count)) if isinstance(now, Band) else self.alone(count)

    def change(self, cell: str, now: int, before: int) -> str:
        """By how much a count changed, where both are told."""
        if self.shared and not (self.exact(cell, f"before/{cell}") and self.alone(before) == number_text(before)):
            return DASH
        moved = now - before
        return ltr(f"+{number_text(moved)}") if moved > 0 else number_text(moved)


def _cover(row: CoverRow) -> Cover:
    if row.how == "band":
        return Band(row.low, row.high)
    return Few() if row.how == "few" else Hidden()


def covers_of(report: MonthlyReport, before: MonthlyReport | None) -> tuple[CoverRow, ...]:
    """How the copy of a report that leaves the office tells what it must not tell exactly.

    `before` is the signed report of the month before, with its own covers.
    """
    covers = publication_of(report, before).covers()
    carried = (
        () if before is None else (row for row in before.covers if row.cell.startswith("I-") or f"/{ALL}/" in row.cell)
    )
    return (
        *(_row(str(cell), cover) for cell, cover in covers.items()),
        *(CoverRow(f"before/{row.cell}", row.how, row.low, row.high) for row in carried),
    )


def publication_of(report: MonthlyReport, before: MonthlyReport | None) -> Publication:
    """All counts of people that a report tells, with the sums that its readers can do and what they knew before."""
    published = Publication(counts=dict(cells_of(report)))
    for whole, parts in _totals(report):
        missed = f"/{ALL}" in whole or whole == "I-06" or whole.startswith("workshops/")
        published.total(whole, parts, missed=missed)
    for field, _ in rows_of(report.needs, "field", needs_total):
        _stock(published, field)
    for whole, known in _KNOWN:
        told = [published.counts.get(cell) for cell in (whole, *known)]
        if None not in told and told[0] == sum(filter(None, told[1:])):
            published.total(whole, known)
    if before is not None:
        _remember(published, before, report)
    return published


def _row(cell: str, cover: Cover) -> CoverRow:
    if isinstance(cover, Band):
        return CoverRow(cell, "band", cover.low, cover.high)
    return CoverRow(cell, "few" if isinstance(cover, Few) else "hidden")


def _stock(published: Publication, field: str) -> None:
    start, new, reopened, met, rejected, closed, end = (f"needs/{field}/{name}" for name in STOCK)
    counts = published.counts
    if counts[start] + counts[new] + counts[reopened] - counts[met] - counts[rejected] - counts[closed] == counts[end]:
        published.stock(end, [start, new, reopened], [met, rejected, closed])


def _remember(published: Publication, before: MonthlyReport, now: MonthlyReport) -> None:
    """What readers of the month before know already: numbers that this month tells again, and those it follows on."""
    covered = {row.cell for row in before.covers}
    goes_on = _going_on(before, now)
    for stood, count in cells_of(before):
        cell = goes_on(stood)
        if cell in published.counts and stood not in covered and not cell.startswith("trend/"):
            published.before[cell] = count
    for cell, (stood, count) in _carried(before):
        if published.counts.get(cell) == count:
            (published.withheld if stood in covered else published.told).add(cell)


def _going_on(before: MonthlyReport, now: MonthlyReport) -> Callable[[str], str]:
    """The name that a number of the month before has now: a workshop that goes on may stand in another place of its
    table, and no event takes place twice.
    """
    stands = {title: at for at, title in enumerate(distinct(row.title for row in now.workshops))}
    places = {str(at): stands.get(title) for at, title in enumerate(distinct(row.title for row in before.workshops))}

    def named(stood: str) -> str:
        table, _, rest = stood.partition("/")
        at, _, name = rest.partition("/")
        if table not in ("workshops", "events", "projects") or at == ALL:
            return stood
        place = places.get(at) if table == "workshops" else None
        return "" if place is None else f"{table}/{place}/{name}"

    return named


def _carried(before: MonthlyReport) -> Iterator[tuple[str, tuple[str, int]]]:
    """Cells of this month that tell a number of the month before again: where it stood, and what it was."""
    for point in before.trend:
        yield f"trend/{point.month}", (f"trend/{point.month}", point.value)
    for field, row in rows_of(before.needs, "field", needs_total):
        yield f"needs/{field}/open_start", (f"needs/{field}/open_end", row.open_end)


def cells_of(report: MonthlyReport) -> Iterator[tuple[str, int]]:
    """Every count of people in the report by its name, also those that follow from two others."""
    yield from _indicator_cells(report.indicators)
    for place, row in rows_of(report.coverage, "neighborhood", coverage_total):
        yield from _named(f"coverage/{place}", row, COVERAGE)
    for place, visits in rows_of(report.visits, "neighborhood", visits_total):
        yield from ((f"visits/{place}/{at}", count) for at, count in enumerate(visits.counts))
        yield f"visits/{place}/{ALL}", visits.total
    for of, needs in rows_of(report.needs, "field", needs_total):
        yield from _named(f"needs/{of}", needs, STOCK)
    for agency, answers in rows_of(report.agencies, "agency", lambda _: report.answers):
        yield from _named(f"agencies/{agency}", answers, ANSWERS)
    yield from ((f"urgency/{at}", n) for at, (_, n) in enumerate(report.needs_beside.urgency))
    yield from ((f"scope/{at}", n) for at, (_, n) in enumerate(report.needs_beside.scope))
    yield from _training_cells(report)
    yield from ((f"trend/{point.month}", point.value) for point in report.trend)
    took_part = report.partners.participation
    yield from (("participation/trustees", took_part.trustees), ("participation/volunteers", took_part.volunteers))
    yield from project_cells(report.partners.built.projects)


def project_cells(rows: Sequence[ProjectRow]) -> Iterator[tuple[str, int]]:
    """Whom projects serve, and whom they gave work, alone and together."""
    for at, row in enumerate(rows):
        told = (("served", row.beneficiaries), ("jobs", row.jobs))
        yield from ((f"projects/{at}/{name}", count) for name, count in told if count is not None)
    yield f"projects/{ALL}/jobs", sum(row.jobs or 0 for row in rows)


def project_jobs(rows: Sequence[ProjectRow]) -> tuple[str, list[str]]:
    """The sum of the jobs with its parts."""
    return f"projects/{ALL}/jobs", [f"projects/{at}/jobs" for at, row in enumerate(rows) if row.jobs is not None]


def rows_of(rows: tuple[RowT, ...], name: str, total: Callable[[tuple[RowT, ...]], RowT]) -> Iterator[tuple[str, RowT]]:
    """The rows of a table by their names, and all of them together."""
    if rows:
        yield from zip(distinct(getattr(row, name) for row in rows), rows, strict=True)
        yield ALL, total(rows)


def _training_cells(report: MonthlyReport) -> Iterator[tuple[str, int]]:
    for at, row in enumerate(report.workshops):
        yield f"workshops/{at}/participants", row.participants
        yield f"workshops/{at}/women_heads", row.women_heads
        yield f"workshops/{at}/others", row.participants - row.women_heads
    yield f"workshops/{ALL}/participants", sum(row.participants for row in report.workshops)
    counted = [(at, row.headcount) for at, row in enumerate(report.events) if row.headcount is not None]
    yield from ((f"events/{at}/headcount", heads) for at, heads in counted)
    yield f"events/{ALL}/headcount", sum(heads for _, heads in counted)
    for at, event in enumerate(report.events):
        yield from ((f"events/{at}/{name}", n) for name in ("volunteers", "stalls") if (n := getattr(event, name)))


def _named(prefix: str, row: object, names: Sequence[str]) -> Iterator[tuple[str, int]]:
    yield from ((f"{prefix}/{name}", getattr(row, name)) for name in names)


def _indicator_cells(rows: Iterable[IndicatorRow]) -> Iterator[tuple[str, int]]:
    for row in rows:
        if not row.of_people or row.suppressed:
            continue
        if row.unit == "count" and row.value is not None:
            yield row.cell, int(row.value)
        if row.unit in ("percent", "count") and row.numerator is not None and row.denominator:
            part, whole = int(row.numerator), int(row.denominator)
            yield from ((f"{row.cell}/part", part), (f"{row.cell}/whole", whole), (f"{row.cell}/rest", whole - part))
        if not row.beside and row.code != _OF_PLACES:
            yield f"{row.cell}/missing", row.missing


def _totals(report: MonthlyReport) -> Iterator[tuple[str, list[str]]]:
    """Each whole with its parts."""
    places = distinct(row.neighborhood for row in report.coverage)
    if places:
        yield from ((f"coverage/{ALL}/{name}", [f"coverage/{place}/{name}" for place in places]) for name in COVERAGE)
    fields = distinct(row.field for row in report.needs)
    if fields:
        yield from ((f"needs/{ALL}/{name}", [f"needs/{field}/{name}" for field in fields]) for name in STOCK)
    yield from _visit_totals(report)
    yield from _agency_totals(report)
    yield from _new_needs(report)
    shown = range(len(report.workshops))
    yield f"workshops/{ALL}/participants", [f"workshops/{at}/participants" for at in shown]
    for at in shown:
        yield f"workshops/{at}/participants", [f"workshops/{at}/women_heads", f"workshops/{at}/others"]
    counted = [at for at, row in enumerate(report.events) if row.headcount is not None]
    yield f"events/{ALL}/headcount", [f"events/{at}/headcount" for at in counted]
    yield project_jobs(report.partners.built.projects)
    for cell, _ in _indicator_cells(report.indicators):
        if cell.endswith("/whole"):
            stem = cell.removesuffix("/whole")
            yield cell, [f"{stem}/part", f"{stem}/rest"]


def _new_needs(report: MonthlyReport) -> Iterator[tuple[str, list[str]]]:
    """All new needs by urgency, and by scope."""
    new = next((row.value for row in report.indicators if row.code == "I-06" and not row.beside), None)
    for name, told in (("urgency", report.needs_beside.urgency), ("scope", report.needs_beside.scope)):
        if told and sum(count for _, count in told) == new:
            yield "I-06", [f"{name}/{at}" for at in range(len(told))]


def _visit_totals(report: MonthlyReport) -> Iterator[tuple[str, list[str]]]:
    if not report.visits:
        return
    places, types = distinct(row.neighborhood for row in report.visits), range(len(report.visits[0].counts))
    for place in (*places, ALL):
        yield f"visits/{place}/{ALL}", [f"visits/{place}/{at}" for at in types]
    yield from ((f"visits/{ALL}/{at}", [f"visits/{place}/{at}" for place in places]) for at in types)


def _agency_totals(report: MonthlyReport) -> Iterator[tuple[str, list[str]]]:
    """Sums of agencies, and of each what it owed and gave, wherever the numbers do add up."""
    rows = dict(rows_of(report.agencies, "agency", lambda _: report.answers))
    for name in ANSWERS if rows else ():
        if sum(getattr(row, name) for row in report.agencies) == getattr(report.answers, name):
            yield f"agencies/{ALL}/{name}", [f"agencies/{agency}/{name}" for agency in rows if agency != ALL]
    for agency, row in rows.items():
        if row.outstanding == row.answered + row.unanswered:
            yield f"agencies/{agency}/outstanding", [f"agencies/{agency}/answered", f"agencies/{agency}/unanswered"]
