"""The first page: how the province stands today, in the bounds of who looks."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from desktop.domain.codes import label_of
from desktop.domain.monthly_report import ACCEPTED, RETURNED, SENT
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import MONTHS, shift_month
from province.access import Permission
from province.pages.charts import Bar
from province.pages.declared import Answer, Page, Shown
from province.pages.visiting import Visit
from province.reporting import (
    SILENCE,
    Asked,
    last_contacts,
    last_month,
    late_offices,
    listed_reports,
    report_counts,
)
from province.store import devices
from province.store.published import DELETED, PUBLISHED

_MONTHS_SHOWN = 7
_MOST = 8


def show_overview(visit: Visit) -> Answer:
    """Figures and charts; what calls for attention beneath them."""
    month = last_month(visit.today)
    with visit.reading() as connection:
        contacts = last_contacts(connection, visit.within)
        counts = report_counts(connection, visit.within, Asked())
        waiting = listed_reports(connection, visit.within, Asked(status=SENT), most=_MOST)
        pending = devices.devices(connection, status=devices.PENDING)
        needs = _open_needs(visit, connection) if visit.may(Permission.NEEDS) else []
    silent = [one for one in visit.offices if (seen := contacts.get(one.id)) is None or visit.at - seen > SILENCE]
    of_month = {status: counts.get((month, status), 0) for status in (SENT, ACCEPTED, RETURNED)}
    return Shown(
        "overview.html",
        {
            "month": month, "late": late_offices(visit), "silent": silent[:_MOST], "silent_many": len(silent),
            "contacts": contacts, "pending": [one for one in pending if one.office_id in visit.by_id],
            "codes": visit.by_id, "of_month": of_month,
            "waiting": waiting, "waiting_many": sum(many for (_, status), many in counts.items() if status == SENT),
            "active": sum(one.status == "active" for one in visit.offices), "most": _MOST,
            "chart": _reports_chart(month, counts), "needs": needs,
        },
    )  # fmt: skip


def _reports_chart(month: str, counts: Mapping[tuple[str, str], int]) -> list[Bar]:
    months = [shift_month(month, -back) for back in reversed(range(_MONTHS_SHOWN))]
    came = {one: sum(counts.get((one, status), 0) for status in (SENT, ACCEPTED, RETURNED)) for one in months}
    return [Bar(MONTHS[int(one[5:]) - 1], came[one], "now" if one == month else "") for one in months]


def _open_needs(visit: Visit, connection: Connection) -> list[Bar]:
    """Open needs by field, most first; nameless and only as counts."""
    table = PUBLISHED["need"]
    many = func.count()
    wanted = (
        select(table.c.field, many)
        .where(table.c[DELETED].is_(None), table.c.status.in_(OPEN_STATES), visit.within(table.c.office_id))
        .group_by(table.c.field)
        .order_by(many.desc())
        .limit(_MOST)
    )
    return [Bar(label_of("need_field", field), count) for field, count in connection.execute(wanted)]


PAGES = (Page(path="/", needs=Permission.OVERVIEW, answer=show_overview, title="پیشخوان"),)
