"""Which reports came and which did not, over all offices: what lists and the overview ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, select

from desktop.domain.monthly_report import ACCEPTED, SENT
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
_LISTED = ("office_id", "id", "jmonth", "version", "status", "status_on", "sent_at", "decision_at", "decision_by")


class Late(NamedTuple):
    """An office whose report of a month that has ended is not here."""

    office: PlacedOffice
    month: str
    days: int


def listed_reports(connection: Connection, within: Bound, month: str = "", status: str = "") -> list[Mapping[str, Any]]:
    """The newest version of each office and month, the newest month first; snapshots are not read for a list."""
    live = and_(_REPORT.c[DELETED].is_(None), within(_REPORT.c.office_id))
    newest = (
        select(_REPORT.c.office_id, _REPORT.c.jmonth, func.max(_REPORT.c.version).label("version"))
        .where(live)
        .group_by(_REPORT.c.office_id, _REPORT.c.jmonth)
        .subquery()
    )
    joined = and_(*(_REPORT.c[name] == newest.c[name] for name in ("office_id", "jmonth", "version")))
    wanted = select(*(_REPORT.c[name] for name in _LISTED)).join(newest, joined).where(live)
    if month:
        wanted = wanted.where(_REPORT.c.jmonth == month)
    if status:
        wanted = wanted.where(_REPORT.c.status == status)
    ordered = wanted.order_by(_REPORT.c.jmonth.desc(), _REPORT.c.office_id)
    return [dict(row) for row in connection.execute(ordered).mappings()]


def last_month(today: date) -> str:
    """The month whose reports are due."""
    return shift_month(jalali_month(today), -1)


def late_offices(visit: Visit) -> list[Late]:
    """Active offices whose report of the last month has not come, once the days of grace are over."""
    month = last_month(visit.today)
    days = (visit.today - month_bounds(month)[1]).days
    if days <= GRACE:
        return []
    with visit.reading() as connection:
        rows = listed_reports(connection, visit.within, month)
    came = {row["office_id"] for row in rows if row["status"] in (SENT, ACCEPTED)}
    return [Late(one, month, days - GRACE) for one in visit.offices if one.status == "active" and one.id not in came]


def last_contacts(connection: Connection, within: Bound) -> dict[str, Any]:
    """Office → when one of its laptops was last seen."""
    seen = func.max(DEVICE.c.seen_at)
    rows = connection.execute(
        select(DEVICE.c.office_id, seen).where(within(DEVICE.c.office_id)).group_by(DEVICE.c.office_id)
    )
    return {row[0]: row[1] for row in rows}
