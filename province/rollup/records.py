"""What the roll-up reads beside the signed reports: plans of NGOs, what has helped, and places that wait for an office.

These are records of the offices as they are published, nameless; they are told as of the last day of the month as far
as their days say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select

from desktop.domain.need import OF_PLACES
from desktop.domain.persian.calendar import from_gregorian, month_bounds
from desktop.domain.persian.text import name_key
from desktop.domain.places import COUNTIES
from province.rollup.collect import UNKNOWN_COUNTY, County
from province.store.office_places import placed_offices
from province.store.published import PUBLISHED

MOST_PRACTICES: Final = 40
"""So many of the newest notes stand in a roll-up; the page of solutions has all."""
_PLACE, _PEOPLE, _PLAN, _NEED = (
    PUBLISHED[kind] for kind in ("neighborhood", "neighborhood_population", "ngo_plan", "need")
)
_ORGANIZATION = PUBLISHED["organization"]


@dataclass(frozen=True)
class Candidate:
    """A neighbourhood without an office. `status` is a code of its coverage."""

    key: str
    name: str
    city: str
    county: County
    status: str
    population: int | None
    year: int | None
    need_score: int | None


@dataclass(frozen=True)
class Plan:
    """A plan of an NGO that was judged well and is not supported yet."""

    id: str
    title: str
    ngo: str
    license_expiry: date | None
    county: County
    area: str
    score_county: int | None
    score_province: int | None
    score: float | None
    approved: int | None
    evaluated_on: date | None


@dataclass(frozen=True)
class Practice:
    """What has helped with a need, without anybody's name. `subject` is told only of needs of a place."""

    field: str
    subject: str
    solution: str
    county: County
    met_on: date | None


def candidates(connection: Connection, month: str) -> Sequence[Candidate]:
    """Neighbourhoods that no office serves, most needy first; one that several offices wrote down is one."""
    year = from_gregorian(month_bounds(month)[1]).year
    chosen = select(_PLACE).where(_live(_PLACE), _PLACE.c.coverage_status != "under_office")
    rows = connection.execute(chosen.order_by(_PLACE.c.office_id, _PLACE.c.id)).mappings().all()
    served = {_place_key(row) for row in connection.execute(_SERVED).mappings()}
    people = _populations(connection, year)
    found: dict[str, Candidate] = {}
    for row in rows:
        key = _place_key(row)
        if key in served:
            continue
        known = people.get((row["office_id"], row["id"]))
        one = Candidate(
            key, row["name"], row["city_name"] or "", county_of(row["county_id"]), row["coverage_status"],
            known[1] if known else None, known[0] if known else None, row["need_score"],
        )  # fmt: skip
        before = found.get(key)
        if before is None or (one.year or 0) > (before.year or 0):
            found[key] = one
    return sorted(found.values(), key=lambda one: (-(one.need_score or 0), one.county.code, one.name))


def counties_of_offices(connection: Connection) -> Mapping[str, County]:
    """Office → its county as the province counts it today."""
    return {one.id: County(one.county_id or "", one.county) for one in placed_offices(connection)}


def county_of(code: str | None) -> County:
    """A county by its code, which is also the id of its record in every office."""
    return County(code or "", COUNTIES.get(code or "", UNKNOWN_COUNTY))


def _live(table: Any) -> ColumnElement[bool]:
    wanted: ColumnElement[bool] = table.c.deleted_at.is_(None)
    return wanted


_SERVED = select(_PLACE.c.name, _PLACE.c.city_name, _PLACE.c.county_id).where(
    _live(_PLACE), _PLACE.c.coverage_status == "under_office"
)


def _place_key(row: RowMapping) -> str:
    return "/".join(name_key(row[name] or "") for name in ("county_id", "city_name", "name"))


def _populations(connection: Connection, year: int) -> Mapping[tuple[str, str], tuple[int, int]]:
    """Office and neighbourhood → newest year until this one, and its population."""
    columns = (_PEOPLE.c.office_id, _PEOPLE.c.neighborhood_id, _PEOPLE.c.year, _PEOPLE.c.population)
    waiting = (
        select(_PLACE.c.id)
        .where(_PLACE.c.office_id == _PEOPLE.c.office_id, _PLACE.c.id == _PEOPLE.c.neighborhood_id)
        .where(_PLACE.c.coverage_status != "under_office")
    )
    asked = select(*columns).where(_live(_PEOPLE), _PEOPLE.c.year <= year, waiting.exists())
    rows = connection.execute(asked.order_by(_PEOPLE.c.year, _PEOPLE.c.population))
    return {(row.office_id, row.neighborhood_id): (row.year, row.population) for row in rows}


def plans_to_support(connection: Connection, month: str) -> Sequence[Plan]:
    """Plans that went well by the month's end and were not supported by then; the best counties and plans first."""
    last = month_bounds(month)[1]
    asked = _plans().where(
        _PLAN.c.status.in_(("evaluated", "funded")),
        _PLAN.c.result_positive.is_(True),
        _PLAN.c.evaluated_on <= last,
        _PLAN.c.funded_on.is_(None) | (_PLAN.c.funded_on > last),
    )
    made = [
        Plan(
            row["id"], row["title"] or "", row["ngo"] or "", row["license_expiry"], county_of(row["county_id"]),
            row["area"] or "", row["score_county"], row["score_province"], row["score"], row["approved_rial"],
            row["evaluated_on"],
        )
        for row in connection.execute(asked).mappings()
    ]  # fmt: skip
    scores = defaultdict[County, list[float]](list)
    for one in made:
        scores[one.county].append(one.score or 0)
    means = {county: sum(of) / len(of) for county, of in scores.items()}
    return sorted(made, key=lambda one: (-means[one.county], one.county.code, -(one.score or 0), one.id))


def _plans() -> Select[Any]:
    ngo = (_ORGANIZATION.c.office_id == _PLAN.c.office_id) & (_ORGANIZATION.c.id == _PLAN.c.ngo_org_id)
    columns = (_ORGANIZATION.c.name_fa.label("ngo"), _ORGANIZATION.c.license_expiry)
    return select(_PLAN, *columns).outerjoin(_ORGANIZATION, ngo).where(_live(_PLAN))


def practices(connection: Connection, month: str) -> Sequence[Practice]:
    """The newest notes of what has helped, until the month's end."""
    last, counties = month_bounds(month)[1], counties_of_offices(connection)
    asked = (
        select(
            _NEED.c.office_id, _NEED.c.field, _NEED.c.subject, _NEED.c.scope, _NEED.c.solution_note, _NEED.c.status_on
        )
        .where(_live(_NEED), _NEED.c.solution_note.is_not(None), _NEED.c.solution_note != "")
        .where(_NEED.c.status == "met", _NEED.c.status_on <= last)
        .order_by(_NEED.c.status_on.desc(), _NEED.c.id)
        .limit(MOST_PRACTICES)
    )  # fmt: skip
    return [
        Practice(
            row["field"],
            (row["subject"] or "") if row["scope"] in OF_PLACES else "",
            row["solution_note"],
            counties.get(row["office_id"], County("", UNKNOWN_COUNTY)),
            row["status_on"],
        )
        for row in connection.execute(asked).mappings()
    ]
