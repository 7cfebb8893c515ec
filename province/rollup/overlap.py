"""Need ↔ capacity, and work that is done twice («موازی‌کاری»): what repeats in a county, what has helped elsewhere, who
serves the same place.

Everything here is of places: needs of groups and neighbourhoods, capacities, notes without names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select

from desktop.domain.need import OF_PLACES, OPEN_STATES
from desktop.domain.persian.text import name_key
from province.rollup.collect import UNKNOWN_COUNTY, County
from province.rollup.records import counties_of_offices
from province.store.published import PUBLISHED

LEAST_REPEATED: Final = 3
"""A need that so many places of a county have is one to be met together."""
MOST: Final = 60
_NEED, _PLACE, _SERVES, _CAPACITY = (
    PUBLISHED[kind] for kind in ("need", "neighborhood", "office_neighborhood", "neighborhood_capacity")
)


@dataclass
class Repeated:
    """A need that places of one county share. `solutions` are notes of where it was met, the newest first."""

    county: County
    need_field: str
    subject: str
    places: int = 0
    offices: set[str] = field(default_factory=set)
    solutions: list[tuple[str, County]] = field(default_factory=list)


@dataclass(frozen=True)
class Shared:
    """A neighbourhood that several offices serve on the same day."""

    name: str
    city: str
    county: County
    offices: tuple[str, ...]


@dataclass(frozen=True)
class Capacity:
    """How much of a kind a county has, and how much of it is used already."""

    county: County
    kind: str
    count: int
    used: int


@dataclass(frozen=True)
class Overlap:
    repeated: Sequence[Repeated]
    shared: Sequence[Shared]
    capacities: Sequence[Capacity]


def overlap(connection: Connection, offices: Mapping[str, str], bounds: Bounds, on: date) -> Overlap:
    """What repeats, is shared and could be used. `offices` are those that may be seen, by id; solutions are of all."""
    counties = counties_of_offices(connection)
    return Overlap(
        _repeated(connection, counties, bounds),
        _shared(connection, offices, counties, on),
        _capacities(connection, counties, bounds),
    )


@dataclass(frozen=True)
class Bounds:
    """Which offices may be seen, told of each table's own column."""

    needs: ColumnElement[bool]
    capacities: ColumnElement[bool]


def bound_columns() -> tuple[ColumnElement[str], ColumnElement[str]]:
    """The columns of needs and of capacities that are bounded."""
    return _NEED.c.office_id, _CAPACITY.c.office_id


def _repeated(connection: Connection, counties: Mapping[str, County], bounds: Bounds) -> Sequence[Repeated]:
    """Grouped by the folded subject: «آسفالت کوچه» and «آسفالت  كوچه» are one."""
    asked = (
        select(_NEED.c.office_id, _NEED.c.field, _NEED.c.subject, func.count())
        .where(_NEED.c.status.in_(OPEN_STATES), _NEED.c.deleted_at.is_(None), _NEED.c.scope.in_(OF_PLACES))
        .where(_NEED.c.subject.is_not(None), bounds.needs)
        .group_by(_NEED.c.office_id, _NEED.c.field, _NEED.c.subject)
    )
    found: dict[tuple[str, str, str], Repeated] = {}
    key = cache(name_key)  # many write the same words
    for office_id, of, subject, count in connection.execute(asked):
        county = counties.get(office_id, County("", UNKNOWN_COUNTY))
        one = found.setdefault((county.code, of, key(subject)), Repeated(county, of, subject))
        one.places += count
        one.offices.add(office_id)
    kept = [one for one in found.values() if one.places >= LEAST_REPEATED]
    kept.sort(key=lambda one: (-one.places, one.county.code, one.need_field, one.subject))
    _add_solutions(connection, counties, kept[:MOST])
    return kept[:MOST]


def _add_solutions(connection: Connection, counties: Mapping[str, County], wanted: Sequence[Repeated]) -> None:
    """Notes of needs of the same field and subject that were met, wherever that was: they name nobody (F4-03)."""
    if not wanted:
        return
    asked = (
        select(_NEED.c.office_id, _NEED.c.field, _NEED.c.subject, _NEED.c.solution_note)
        .where(_NEED.c.status == "met", _NEED.c.solution_note.is_not(None), _NEED.c.deleted_at.is_(None))
        .where(_NEED.c.scope.in_(OF_PLACES), _NEED.c.field.in_({one.need_field for one in wanted}))
        .order_by(_NEED.c.status_on.desc(), _NEED.c.id)
        .limit(2_000)
    )
    key = cache(name_key)
    notes = defaultdict[tuple[str, str], list[tuple[str, County]]](list)
    for office_id, of, subject, note in connection.execute(asked):
        notes[of, key(subject or "")].append((note, counties.get(office_id, County("", UNKNOWN_COUNTY))))
    for one in wanted:
        one.solutions = notes[one.need_field, name_key(one.subject)][:3]


def _shared(
    connection: Connection, offices: Mapping[str, str], counties: Mapping[str, County], on: date
) -> Sequence[Shared]:
    """By county, city and folded name: every office has a record of its own for the same place."""
    place = (_PLACE.c.office_id == _SERVES.c.office_id) & (_PLACE.c.id == _SERVES.c.neighborhood_id)
    asked = (
        select(_SERVES.c.office_id, _SERVES.c.serving_office_id, _PLACE.c.name, _PLACE.c.city_name, _PLACE.c.county_id)
        .join(_PLACE, place)
        .where(_SERVES.c.deleted_at.is_(None), _PLACE.c.deleted_at.is_(None), _SERVES.c.from_date <= on)
        .where(_SERVES.c.to_date.is_(None) | (_SERVES.c.to_date >= on))
    )
    served = defaultdict[tuple[str, str, str], dict[str, tuple[str, str, str]]](dict)
    for office_id, serving, name, city, county_id in connection.execute(asked):
        key = (county_id or "", name_key(city or ""), name_key(name or ""))
        served[key][serving or office_id] = (name, city or "", office_id)
    found = []
    for of in served.values():
        if len(of) < 2 or not of.keys() & offices.keys():
            continue
        name, city, first = next(iter(of.values()))
        titles = tuple(sorted(offices.get(office, "دفتری از شهرستان دیگر") for office in of))
        found.append(Shared(name, city, counties.get(first, County("", UNKNOWN_COUNTY)), titles))
    return sorted(found, key=lambda one: (one.county.code, one.name))[:MOST]


def _capacities(connection: Connection, counties: Mapping[str, County], bounds: Bounds) -> Sequence[Capacity]:
    asked = (
        select(_CAPACITY.c.office_id, _CAPACITY.c.kind, _CAPACITY.c.use_status, func.count())
        .where(_CAPACITY.c.deleted_at.is_(None), _CAPACITY.c.use_status != "lost", bounds.capacities)
        .group_by(_CAPACITY.c.office_id, _CAPACITY.c.kind, _CAPACITY.c.use_status)
    )
    counts = defaultdict[tuple[County, str], list[int]](lambda: [0, 0])
    for office_id, kind, use, count in connection.execute(asked):
        of = counts[counties.get(office_id, County("", UNKNOWN_COUNTY)), kind]
        of[0] += count
        of[1] += count if use == "in_use" else 0
    made = [Capacity(county, kind, count, used) for (county, kind), (count, used) in counts.items()]
    return sorted(made, key=lambda one: (one.county.code, -one.count, one.kind))
