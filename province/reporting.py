"""Which reports came and which did not, over all offices: what lists and the overview ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, or_, select

from desktop.domain.monthly_report import ACCEPTED, RETURNED, SENT
from desktop.domain.persian.calendar import jalali_month, month_bounds, shift_month
from province.store.office_places import PlacedOffice
from province.store.published import DELETED, PUBLISHED
from province.store.tables import DEVICE

if TYPE_CHECKING:
    from province.pages.visiting import Visit

GRACE = 5  # days of the next month in which a report is not late yet
SILENCE = timedelta(days=14)  # without any contact an office is silent
Bound = Callable[[ColumnElement[Any]], ColumnElement[bool]]
_REPORT = PUBLISHED["monthly_report"]
_LATER = _REPORT.alias("later")
_REPLACED = exists().where(
    _LATER.c.office_id == _REPORT.c.office_id,
    _LATER.c.jmonth == _REPORT.c.jmonth,
    _LATER.c.version > _REPORT.c.version,
    _LATER.c[DELETED].is_(None),
)
# Only a report that came back is followed by another version (`report_rules`), so only those are looked up.
_STANDS = and_(_REPORT.c[DELETED].is_(None), or_(_REPORT.c.status != RETURNED, ~_REPLACED))
_LISTED = ("office_id", "id", "jmonth", "version", "status", "status_on", "sent_at", "decision_at", "decision_by")

_LIST = select(*(_REPORT.c[name] for name in _LISTED)).order_by(
    case((_REPORT.c.status == SENT, 0), else_=1), _REPORT.c.jmonth.desc(), _REPORT.c.office_id
)
_COUNTS = select(_REPORT.c.jmonth, _REPORT.c.status, func.count()).group_by(_REPORT.c.jmonth, _REPORT.c.status)


class Late(NamedTuple):
    """An office whose report of a month that has ended is not here."""

    office: PlacedOffice
    month: str
    days: int


class Asked(NamedTuple):
    """Which reports a list shows; empty is all."""

    month: str = ""
    status: str = ""
    office_id: str = ""


def listed_reports(
    connection: Connection, within: Bound, asked: Asked, start: int = 0, most: int | None = None
) -> list[Mapping[str, Any]]:
    """The newest version of each office and month: those that wait for an answer first, then the newest month.

    Snapshots are not read for a list.
    """
    newest = _newest(within, asked)
    ordered = _LIST.where(newest).offset(start).limit(most)
    return [dict(row) for row in connection.execute(ordered).mappings()]


def report_counts(connection: Connection, within: Bound, asked: Asked) -> dict[tuple[str, str], int]:
    """How many of them stand where: by month and status."""
    rows = connection.execute(_COUNTS.where(_newest(within, asked)))
    return {(month, status): count for month, status, count in rows}


def _newest(within: Bound, asked: Asked) -> ColumnElement[bool]:
    """The condition of a report that no newer version of the same month has replaced."""
    chosen = {"jmonth": asked.month, "status": asked.status, "office_id": asked.office_id}
    told = [_REPORT.c[name] == value for name, value in chosen.items() if value]
    return and_(_STANDS, within(_REPORT.c.office_id), *told)


def last_month(today: date) -> str:
    """The month whose reports are due."""
    return shift_month(jalali_month(today), -1)


def late_offices(visit: Visit, rows: Sequence[Mapping[str, Any]] | None = None) -> list[Late]:
    """Active offices whose report of the last month has not come, once the days of grace are over.

    `rows`: the reports of that month, where they are at hand.
    """
    month = last_month(visit.today)
    days = (visit.today - month_bounds(month)[1]).days
    if days <= GRACE:
        return []
    if rows is None:
        with visit.reading() as connection:
            rows = listed_reports(connection, visit.within, Asked(month))
    came = {row["office_id"] for row in rows if row["status"] in (SENT, ACCEPTED)}
    return [Late(one, month, days - GRACE) for one in visit.offices if one.status == "active" and one.id not in came]


def last_contacts(connection: Connection, within: Bound) -> dict[str, Any]:
    """Office → when one of its laptops was last seen."""
    seen = func.max(DEVICE.c.seen_at)
    rows = connection.execute(
        select(DEVICE.c.office_id, seen).where(within(DEVICE.c.office_id)).group_by(DEVICE.c.office_id)
    )
    return {row[0]: row[1] for row in rows}
