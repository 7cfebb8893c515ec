"""What stands above the lists of credits and plans: sums by county, over the offices that the account may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from sqlalchemy import Connection, func, select

from desktop.domain.persian.digits import grouped
from desktop.domain.persian.money import million_rial
from province.pages.report_sections import Filled
from province.pages.visiting import Visit
from province.store.published import DELETED, PUBLISHED


def credits_by_county(visit: Visit, connection: Connection) -> Filled:
    """Rial that was asked for, approved or allocated, received and given back."""
    table = PUBLISHED["credit"]
    rows = connection.execute(
        select(
            table.c.office_id, table.c.status, func.count(), func.sum(table.c.amount_rial),
            func.sum(table.c.received_rial), func.sum(table.c.returned_rial),
        )
        .where(table.c[DELETED].is_(None), visit.within(table.c.office_id))
        .group_by(table.c.office_id, table.c.status)
    )  # fmt: skip
    counties = {one.id: one.county for one in visit.offices}
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for office, status, many, amount, received, returned in rows:
        told = sums[counties.get(office, "—")]
        told[0] += many
        told[1 if status == "requested" else 2] += int(amount or 0)
        told[3] += int(received or 0)
        told[4] += int(returned or 0)
    heads = ["شهرستان", "شمار", "درخواستی", "مصوب و پس از آن", "دریافتی", "برگشتی"]
    return _filled("اعتبارها به تفکیک شهرستان", heads, sums, million_rial)


def plans_by_county(visit: Visit, connection: Connection) -> Filled:
    """How many plans stand where, and what was approved and given."""
    table = PUBLISHED["ngo_plan"]
    wanted = select(
        table.c.office_id, table.c.status, table.c.deadline_date, table.c.approved_rial, table.c.funded_rial
    ).where(table.c[DELETED].is_(None), visit.within(table.c.office_id))
    counties = {one.id: one.county for one in visit.offices}
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0] * 7)
    for row in connection.execute(wanted):
        told = sums[counties.get(row.office_id, "—")]
        told[0] += 1
        late = row.status == "running" and row.deadline_date is not None and row.deadline_date < visit.today
        place = 2 if late else _PLACES.get(row.status)
        if place is not None:
            told[place] += 1
        told[5] += int(row.approved_rial or 0)
        told[6] += int(row.funded_rial or 0)
    heads = ["شهرستان", "شمار", "در حال اجرا", "گذشته از مهلت", "ارزیابی‌شده", "حمایت‌شده", "مصوب", "حمایت"]
    return _filled("طرح‌ها به تفکیک شهرستان", heads, sums, million_rial, counts=5)


def _filled(
    title: str, heads: list[str], sums: Mapping[str, list[int]], money: Callable[[int], str], counts: int = 1
) -> Filled:
    """A row for each county and one of all together."""
    named = sorted(sums.items())
    total = [sum(column) for column in zip(*sums.values(), strict=True)] if sums else []
    rows = [
        [name, *(grouped(value) if at < counts else money(value) for at, value in enumerate(told))]
        for name, told in (*named, *([("جمع", total)] if len(named) > 1 else []))
    ]
    return Filled(title, heads, rows)


_PLACES = {"running": 1, "evaluated": 3, "funded": 4}
SUMS: Mapping[str, Callable[[Visit, Connection], Filled]] = {
    "credit": credits_by_county, "ngo_plan": plans_by_county,
}  # fmt: skip
