# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""The figures of the report's tables by the names of their cells, and the records behind each of them (G-31).

A cell is named as among the counts of a report, e.g. "needs/سلامت/met"; "*" is the sum of all rows or columns. Each
statement has the conditions of the one that counts the table; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from desktop.domain.codes import CODE_LISTS
from desktop.domain.covered import distinct
from desktop.reports.monthly_copy import ALL, ANSWERS, COVERAGE, STOCK, rows_of
from desktop.reports.monthly_rows import MonthlyReport, RecordRow, coverage_total, needs_total, visits_total
from desktop.services.indicators import activities
from desktop.services.indicators.needs import COURSE
from desktop.services.indicators.people import ACTIVE
from desktop.services.indicators.referrals import JUDGED, Referrals
from desktop.services.indicators.snapshot import IS_OPEN, Snapshot, names_in_order
from desktop.services.indicators.training import Training
from desktop.services.monthly_training import EVENTS

Found = Iterable[Mapping[str, Any]]
Rows = Mapping[str, str | None]
SECTIONS: Final = ("coverage", "visits", "needs", "agencies", "workshops", "events")
HEADS: Final = ("headcount", "volunteers")
"""Columns of events whose people have no records: behind them stands the event."""


@dataclass(frozen=True)
class TableFigure:
    """A number in a table: `row` as it is printed, `column` by its name, of visits by the code of their type.

    `of` is the record whose row it is, as far as the report tells that; of needs it is their field.
    """

    section: str
    row: str
    column: str
    cell: str
    value: int
    of: str = ""

    @property
    def of_all_rows(self) -> bool:
        """Whether it stands in the last row, which is of all others together."""
        return f"/{ALL}/" in self.cell

    @property
    def of_all_columns(self) -> bool:
        """Whether it is the sum of its row."""
        return self.column == ALL


def table_figures(report: MonthlyReport) -> Iterator[TableFigure]:
    """The numbers of the tables that are not zero, in the order of the sections, rows and columns."""
    records = {row.row: row.record_id for row in report.records}
    for figure in _figures(report):
        if figure.value:
            yield replace(figure, of=records.get(figure.cell.rpartition("/")[0], ""))


def _figures(report: MonthlyReport) -> Iterator[TableFigure]:
    for place, row in rows_of(report.coverage, "neighborhood", coverage_total):
        yield from _line("coverage", place, row.neighborhood, {name: getattr(row, name) for name in COVERAGE})
    for place, visits in rows_of(report.visits, "neighborhood", visits_total):
        counts = zip(CODE_LISTS["visit_type"], enumerate(visits.counts), strict=True)
        for code, (at, count) in counts:
            yield TableFigure("visits", visits.neighborhood, code, f"visits/{place}/{at}", count)
        yield TableFigure("visits", visits.neighborhood, ALL, f"visits/{place}/{ALL}", visits.total)
    for field, needs in rows_of(report.needs, "field", needs_total):
        yield from _line("needs", field, needs.field, {name: getattr(needs, name) for name in STOCK})
    for agency, answers in rows_of(report.agencies, "agency", lambda _: report.answers):
        yield from _line("agencies", agency, answers.agency, {name: getattr(answers, name) for name in ANSWERS})
    for at, workshop in enumerate(report.workshops):
        told = {"participants": workshop.participants, "women_heads": workshop.women_heads}
        yield from _line("workshops", str(at), workshop.title, told)
    for at, event in enumerate(report.events):
        counted = {name: getattr(event, name) or 0 for name in (*HEADS, "stalls")}
        yield from _line("events", str(at), event.title, counted)


def _line(section: str, key: str, row: str, counts: Mapping[str, int]) -> Iterator[TableFigure]:
    for name, count in counts.items():
        yield TableFigure(section, row, name, f"{section}/{key}/{name}", count)


def is_cell(code: str) -> bool:
    """Whether a figure is named as a cell of a table, and not as an indicator."""
    return code.partition("/")[0] in SECTIONS


def found_of(month: Snapshot, cell: str, of: str = "") -> Found:
    """Kind, id, day and `counts` of the records behind a cell; none behind a row that there is not any more.

    `of` is the record of its row. Without it, as in reports signed long ago, the row is found by its name or place.
    """
    section, _, rest = cell.partition("/")
    name, _, column = rest.rpartition("/")
    return _STATEMENTS[section](month, _row(month, section, name, of), column)


def row_records(month: Snapshot) -> tuple[RecordRow, ...]:
    """What each row of the tables is of, as the month stands now; visits of nowhere in particular are of nothing."""
    return tuple(
        RecordRow(f"{section}/{row}", of)
        for section, rows_of_section in _ROWS.items()
        for row, of in rows_of_section(month).items()
        if of is not None
    )


@dataclass(frozen=True)
class _Row:
    """A row by what it is of, which may be nothing. All rows together, or one that there is not, have no such row."""

    of: str | None = None
    all: bool = False
    gone: bool = False

    def only(self, column: str) -> str:
        """The condition of this row."""
        return "1" if self.all else "0" if self.gone else f"{column} IS :of"


def _row(month: Snapshot, section: str, name: str, of: str) -> _Row:
    if name == ALL or of:
        return _Row(of or None, all=name == ALL)
    found = _ROWS[section](month)
    return _Row(found.get(name), gone=name not in found)


def _named(records: Iterable[tuple[str | None, str]]) -> Rows:
    """The rows by the names they have among the cells."""
    known = list(records)
    return dict(zip(distinct(name for _, name in known), (of for of, _ in known), strict=True))


_H = "SELECT 'household' AS kind, h.id, h.registered_on AS day, 1 AS counts FROM h JOIN neighborhood n "
_P = "SELECT 'person' AS kind, p.id, p.registered_on AS day, 1 AS counts FROM p JOIN neighborhood n "
_HERE = {_H: "ON n.id = h.neighborhood_id", _P: "ON n.id = p.place"}
_COVERED = {
    "households_new": (_H, "registered_on >= :first"),
    "households_total": (_H, "1"),
    "persons_new": (_P, "registered_on >= :first"),
    "persons_total": (_P, "1"),
}
_NEIGHBORHOODS = (
    "SELECT n.id, n.name FROM neighborhood n JOIN search_entry e ON e.record_id = n.id "
    "WHERE n.deleted_at IS NULL ORDER BY e.order_key, n.id"
)


def _covered_places(month: Snapshot) -> Rows:
    return _named((place["id"], place["name"]) for place in month.query(_NEIGHBORHOODS))


def _coverage(month: Snapshot, row: _Row, column: str) -> Found:
    records, condition = _COVERED[column]
    here = f"{_HERE[records]} AND n.deleted_at IS NULL"
    sql = f"{ACTIVE} {records} {here} WHERE {condition} AND {row.only('n.id')} ORDER BY 3, 2"
    return month.query(sql, of=row.of)


def _visited_places(month: Snapshot) -> Rows:
    return _named(activities.visited(month))


def _visits(month: Snapshot, row: _Row, column: str) -> Found:
    types = list(CODE_LISTS["visit_type"])
    of_type = "1" if column == ALL else "type = :type"
    sql = (
        "SELECT 'visit' AS kind, id, date AS day, 1 AS counts FROM visit WHERE deleted_at IS NULL "
        f"AND jalali_month = :month AND {of_type} AND {row.only('neighborhood_id')} ORDER BY 3, 2"
    )
    return month.query(sql, of=row.of, type="" if column == ALL else types[int(column)])


_STANDING = f"SELECT n.id, n.noted_on AS day, n.field FROM need n WHERE {IS_OPEN}"
_COURSES = {
    "open_start": f"SELECT need AS id, NULL AS day, field FROM told WHERE at_start "
    f"UNION ALL {_STANDING} AND n.id NOT IN (SELECT need FROM told)",
    **{
        change: f"SELECT need AS id, day, field FROM told WHERE change = '{change}'"
        for change in STOCK
        if not change.startswith("open_")
    },
    "open_end": _STANDING,
}


def _fields(_month: Snapshot) -> Rows:
    return {label: code for code, label in CODE_LISTS["need_field"].items()}


def _needs(month: Snapshot, row: _Row, column: str) -> Found:
    """A need that was met twice in the month stands here twice, as it counts."""
    sql = (
        f"{COURSE} SELECT 'need' AS kind, id, day, 1 AS counts FROM ({_COURSES[column]}) "
        f"WHERE {row.only('field')} ORDER BY 3, 2"
    )
    return month.query(sql, of=row.of)


_JUDGED = {
    "sent": "sent",
    "outstanding": "outstanding",
    "answered": "outstanding AND answered",
    "unanswered": "kept AND NOT answered",
}


def _busy_agencies(month: Snapshot) -> Rows:
    busy = {agency for agency, answers in Referrals(month).by_agency.items() if answers.counts_for_something}
    return _named(names_in_order(month.rows, "organization", busy).items())


def _agencies(month: Snapshot, row: _Row, column: str) -> Found:
    sql = (
        f"{JUDGED} SELECT 'referral' AS kind, id, sent_on AS day, 1 AS counts FROM judged "
        f"WHERE {_JUDGED[column]} AND {row.only('agency_id')} ORDER BY 3, 2"
    )
    return month.query(sql, of=row.of)


def _held_workshops(month: Snapshot) -> Rows:
    return {str(at): workshop["id"] for at, workshop in enumerate(Training(month).workshops())}


def _workshops(month: Snapshot, row: _Row, column: str) -> Found:
    training = Training(month)
    came = sorted(person for person, workshops in training.workshops_of.items() if row.of in workshops)
    heads = training.heads if column == "women_heads" else dict.fromkeys(came, True)
    return [{"kind": "person", "id": one, "day": None, "counts": bool(heads.get(one))} for one in came]


_EVENT = "SELECT id, date_from, stalls_count FROM event WHERE deleted_at IS NULL AND id = :of"
_STALLS = (
    "SELECT 'market_stall' AS kind, id, NULL AS day, 1 AS counts FROM market_stall "
    "WHERE deleted_at IS NULL AND event_id = :of ORDER BY 2"
)


def _held_events(month: Snapshot) -> Rows:
    return {str(at): event["id"] for at, event in enumerate(month.query(EVENTS))}


def _events(month: Snapshot, row: _Row, column: str) -> Found:
    """The stalls, and the event itself for what was only written down with it."""
    for event in month.query(_EVENT, of=row.of):
        stalls = month.query(_STALLS, of=row.of) if column == "stalls" else []
        if stalls and event["stalls_count"] in (None, len(stalls)):
            return stalls
        return [{"kind": "event", "id": event["id"], "day": event["date_from"], "counts": True}]
    return []


_ROWS: Mapping[str, Callable[[Snapshot], Rows]] = {
    "coverage": _covered_places,
    "visits": _visited_places,
    "needs": _fields,
    "agencies": _busy_agencies,
    "workshops": _held_workshops,
    "events": _held_events,
}
"""The rows of each table by their names or places, and what each is of."""
_STATEMENTS: Mapping[str, Callable[[Snapshot, _Row, str], Found]] = {
    "coverage": _coverage,
    "visits": _visits,
    "needs": _needs,
    "agencies": _agencies,
    "workshops": _workshops,
    "events": _events,
}
