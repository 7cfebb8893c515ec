"""What the province writes to an agency: how many needs wait for it, by field × county, and how it answered (§6.3).

A letter leaves the house, so its counts are one publication: the small ones are hidden, and what would tell them. No
need has a name in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, exists, func, select

from desktop.domain.codes import CODE_LISTS, code_of, label_of
from desktop.domain.covered import Covered
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import month_bounds
from desktop.domain.problems import Refusal, RefusedError
from desktop.domain.publication import Publication
from province.rollup.collect import County
from province.rollup.records import counties_of_offices, county_of
from province.rollup.sums import ALL
from province.rollup.tables import Column, Line, LineKind, Rollup, Table, Value, words
from province.store.published import PUBLISHED

_NEED, _ORGANIZATION = PUBLISHED["need"], PUBLISHED["organization"]
_LEAGUE: Final = "agencies"
_OF_AGENCY = (_ORGANIZATION.c.office_id == _NEED.c.office_id) & (_ORGANIZATION.c.id == _NEED.c.main_agency_id)
_OPEN = _NEED.c.deleted_at.is_(None) & _NEED.c.status.in_(OPEN_STATES)


@dataclass(frozen=True)
class AgencyLetter:
    """A letter to one agency. `answers` are its lines of the month's league."""

    agency: str
    title: str
    month: str
    on: date
    needs: Table
    answers: Table | None
    total: str
    fictional: bool = False


def agencies(connection: Connection, month: str) -> Sequence[tuple[str, str]]:
    """Code and name of the agencies for which any need waits."""
    waits = exists().where(_OF_AGENCY, _OPEN, _NEED.c.noted_on <= month_bounds(month)[1])
    asked = select(_ORGANIZATION.c.agency_code).where(_ORGANIZATION.c.agency_code.is_not(None), waits).distinct()
    codes = set(connection.execute(asked).scalars())
    return [(code, CODE_LISTS["agency_code"][code]) for code in CODE_LISTS["agency_code"] if code in codes]


def agency_letter(connection: Connection, rollup: Rollup, agency: str, on: date) -> AgencyLetter:
    """The letter to an agency, by its code or name; RefusedError for an unknown one or where nothing waits."""
    try:
        code = code_of("agency_code", agency)
    except Refusal as refusal:
        raise RefusedError.of("agency", refusal.code, **refusal.facts) from refusal
    found = _waiting(connection, rollup.month, code)
    if not found:
        raise RefusedError.of("agency", "nothing_waits")
    table, total = _table(found)
    return AgencyLetter(
        agency=label_of("agency_code", code),
        title=rollup.title,
        month=rollup.month,
        on=on,
        needs=table,
        answers=_league(rollup, code),
        total=total,
        fictional=rollup.fictional,
    )


def _waiting(connection: Connection, month: str, code: str) -> Counter[tuple[str, str, str]]:
    """Agency, county and field → needs noted by the month's end that are open today."""
    asked = (
        select(_ORGANIZATION.c.agency_code, _NEED.c.office_id, _NEED.c.field, func.count())
        .select_from(_NEED)
        .join(_ORGANIZATION, _OF_AGENCY)
        .where(_OPEN, _NEED.c.noted_on <= month_bounds(month)[1], _ORGANIZATION.c.agency_code == code)
        .group_by(_ORGANIZATION.c.agency_code, _NEED.c.office_id, _NEED.c.field)
    )
    counties, found = counties_of_offices(connection), Counter[tuple[str, str, str]]()
    for agency_code, office_id, field, count in connection.execute(asked):
        found[agency_code, counties[office_id].code, field] += count
    return found


def _table(found: Counter[tuple[str, str, str]]) -> tuple[Table, str]:
    """Counties × fields, and the sum of all as it is told."""
    counts = Counter({(county, field): count for (_, county, field), count in found.items()})
    counties = [county_of(code) for code in sorted({county for county, _ in counts})]
    fields = [code for code in CODE_LISTS["need_field"] if any(counts[one.code, code] for one in counties)]
    published = _published(counts, counties, fields)
    told = Covered(published.covers())

    def value(county: str, field: str) -> Value:
        count = published.counts[county, field]
        return Value(told.count((county, field), count), count if told.exact((county, field)) else None)

    lines = [
        Line((words(one.name), *(value(one.code, field) for field in (*fields, ALL))), county=one.code)
        for one in counties
    ]
    lines.append(Line((words("جمع استان"), *(value(ALL, field) for field in (*fields, ALL))), LineKind.TOTAL))
    columns = (
        Column("county", "شهرستان", wide=True),
        *(Column(field, label_of("need_field", field)) for field in fields),
        Column("all", "جمع"),
    )
    table = Table("waiting", "نیازهای برآورده‌نشده به تفکیک حوزه و شهرستان", "نیاز", columns, tuple(lines))
    return table, told.count((ALL, ALL), published.counts[ALL, ALL])


def _published(counts: Counter[tuple[str, str]], counties: Sequence[County], fields: Sequence[str]) -> Publication:
    published, places = Publication(), [one.code for one in counties]
    for place in places:
        published.counts |= {(place, field): counts[place, field] for field in fields}
        published.counts[place, ALL] = sum(counts[place, field] for field in fields)
        published.total((place, ALL), [(place, field) for field in fields])
    for field in (*fields, ALL):
        published.counts[ALL, field] = sum(published.counts[place, field] for place in places)
        published.total((ALL, field), [(place, field) for place in places])
    published.total((ALL, ALL), [(ALL, field) for field in fields])
    return published


def _league(rollup: Rollup, code: str) -> Table | None:
    tables = [one for one in rollup.section(_LEAGUE).tables if one.code == _LEAGUE]
    lines = tuple(line for one in tables for line in one.lines if line.key == code)
    if not lines:
        return None
    own = tables[0]
    columns, values = own.columns[1:], [line.values[1:] for line in lines]
    kept = tuple(Line(value, line.kind, line.county) for value, line in zip(values, lines, strict=True))
    return Table(own.code, "پاسخ آن دستگاه به ارجاع‌ها", own.unit, columns, kept, own.note)
