# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""A neighbourhood as the office knows it: who lives there, what it has and lacks, what is asked for and what was done.

Everything is of a place or of many; no resident is named (domain §4.4, «شناسنامه محله»).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.domain.harm import holds_on
from desktop.domain.kinds import KINDS
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.record import Row
from desktop.services.access import may_read
from desktop.store.rows import Rows

_YEAR = timedelta(days=365)
_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)


@dataclass(frozen=True)
class Level:
    """A service for each head in its newest year, and what it was before; both are rows of `service_level`."""

    now: Row
    before: Row | None

    @property
    def change(self) -> float | None:
        """How much it has grown; None where nothing comparable is known."""
        if self.before is None or self.before["unit"] != self.now["unit"]:
            return None
        return round(float(self.now["value"] - self.before["value"]), 6)


@dataclass(frozen=True)
class NeighborhoodView:
    """Everything that stands in a neighbourhood's profile. `titles` names the records that rows point to."""

    row: Row
    populations: Sequence[Row]  # the newest year first; of one year the census before an estimate
    city: Row | None  # the population of its city in the newest year
    coverages: Sequence[Row]
    is_served: bool
    registered: int  # active residents with a file
    levels: Sequence[Level]
    facilities: Sequence[Row]
    capacities: Sequence[Row]
    groups: Sequence[Row]
    trustees: Mapping[str, int]  # role → how many
    needs: Sequence[Mapping[str, Any]]  # field, open, met within a year; of all needs of its people and of the place
    projects: Sequence[Row]
    harms: Mapping[str, Mapping[str, int]]  # harm → colour → how many observations within a year
    surveys: Sequence[Row]
    parts: Sequence[Row]  # the neighbourhoods of which this is the mother
    titles: Mapping[str, str]

    @property
    def latest(self) -> Row | None:
        """The population of the newest year."""
        return self.populations[0] if self.populations else None

    @property
    def city_share(self) -> float | None:
        """What part of its city lives here, in percent with one decimal; None where one of both is unknown."""
        return share_of_city(self.latest, self.city)


def share_of_city(population: Row | None, city: Row | None) -> float | None:
    """What part of a city's people a population is, in percent with one decimal."""
    if population is None or city is None:
        return None
    return round(float(population["population"] * 100 / city["population"]), 1)


_REGISTERED = (
    "SELECT count(*) AS n FROM person WHERE neighborhood_id = :id AND status = 'active' AND deleted_at IS NULL"
)
_SOURCES = ("census", "municipality", "health_house", "office_estimate")


def neighborhood_view(rows: Rows, neighborhood_id: str) -> NeighborhoodView | None:
    """A neighbourhood as of today, None when it is gone."""
    row = rows.get("neighborhood", neighborhood_id)
    if row is None:
        return None
    here = {"neighborhood_id": neighborhood_id}
    populations = sorted(
        rows.find("neighborhood_population", **here), key=lambda one: (-one["year"], _SOURCES.index(one["source"]))
    )
    coverages = sorted(rows.find("office_neighborhood", **here), key=lambda one: one["from_date"])
    facilities, capacities = rows.find("facility", **here), rows.find("neighborhood_capacity", **here)
    groups = rows.find("local_group", active=True, **here)
    projects = rows.find("project", **here)
    named = [row["parent_neighborhood_id"], row["county_id"]]
    named += [one[name] for one in facilities for name in ("owner_org_id", "operator_org_id")]
    named += [one["owner_org_id"] for one in capacities] + [one["executor_org_id"] for one in projects]
    named += [one["serving_office_id"] for one in coverages]
    harms = _harms(rows, neighborhood_id)
    return NeighborhoodView(
        row=row,
        populations=populations,
        city=city_of(rows, row["city_name"]),
        coverages=coverages,
        is_served=any(_covers(one, rows.today) for one in coverages),
        registered=rows.query(_REGISTERED, id=neighborhood_id)[0]["n"],
        levels=levels_of(rows.find("service_level", **here)),
        facilities=facilities,
        capacities=capacities,
        groups=groups,
        trustees=Counter(one["role"] for one in rows.find("local_trustee", active=True, **here)),
        needs=_needs(rows, neighborhood_id),
        projects=projects,
        harms=harms,
        surveys=sorted(rows.find("neighborhood_survey", **here), key=lambda one: -one["year"]),
        parts=rows.find("neighborhood", parent_neighborhood_id=neighborhood_id),
        titles=rows.titles([*(one for one in named if one), *harms]),
    )  # fmt: skip


def levels_of(found: Iterable[Row]) -> list[Level]:
    """The newest level of each service with the one before it, in the order of the services."""
    by_kind: dict[str, list[Row]] = {}
    for row in sorted(found, key=lambda one: (one["kind"], -one["year"])):
        by_kind.setdefault(row["kind"], []).append(row)
    return [Level(of_kind[0], of_kind[1] if len(of_kind) > 1 else None) for of_kind in by_kind.values()]


def candidates(rows: Rows) -> list[Row]:
    """Neighbourhoods without an office, those that need one most first: announced ones, then by their score."""
    found = [row for row in rows.find("neighborhood") if row["coverage_status"] != "under_office"]
    waiting = "announced_waiting_credit"
    return sorted(found, key=lambda row: (row["coverage_status"] != waiting, -(row["need_score"] or 0), row["name"]))


@dataclass(frozen=True)
class Coverage:
    """How many live where the office serves, and how many of them have a file."""

    covered: int
    registered: int
    unknown: int  # neighbourhoods whose population nobody knows


def coverage(rows: Rows, on: date | None = None) -> Coverage:
    """Of the neighbourhoods that some office of this file serves on a day; covered is not the same as served."""
    day = on or rows.today
    year = from_gregorian(day).year
    served = {one["neighborhood_id"] for one in rows.find("office_neighborhood") if _covers(one, day)}
    covered = unknown = 0
    for place in served:
        known = [p for p in rows.find("neighborhood_population", neighborhood_id=place) if p["year"] <= year]
        known.sort(key=lambda one: (-one["year"], _SOURCES.index(one["source"])))
        covered += known[0]["population"] if known else 0
        unknown += not known
    told = rows.query(
        "SELECT neighborhood_id, count(*) AS n FROM person WHERE status = 'active' AND deleted_at IS NULL GROUP BY 1"
    )
    return Coverage(covered, sum(row["n"] for row in told if row["neighborhood_id"] in served), unknown)


@dataclass(frozen=True)
class CityShare:
    """What part of a city its neighbourhoods of this register are, covered by an office or not."""

    city: str
    known: int  # people of its neighbourhoods
    row: Row  # the population of the city in its newest year

    @property
    def share(self) -> float:
        """In percent with one decimal."""
        return round(float(self.known * 100 / self.row["population"]), 1)


@dataclass(frozen=True)
class CoveragePicture:
    """Whom the offices of this register reach, and whom none does yet (domain F0-01, F0-06, F0-17, F0-23, F1-24)."""

    covered: Coverage
    offices: Mapping[str, int]  # status → how many
    served: int  # neighbourhoods that an active office serves today
    serving: int  # active offices that serve at least one
    cities: Sequence[CityShare]
    candidates: Sequence[Row]
    populations: Mapping[str, Row]  # neighbourhood → its population in the newest year

    @property
    def per_office(self) -> float | None:
        """People covered by each serving office; None while none serves."""
        return self.covered.covered / self.serving if self.serving else None


def coverage_picture(rows: Rows) -> CoveragePicture:
    """As of today."""
    offices = rows.find("office")
    active = {one["id"] for one in offices if one["status"] == "active"}
    covering = [one for one in rows.find("office_neighborhood") if _covers(one, rows.today)]
    of_active = [one for one in covering if one["serving_office_id"] in active]
    populations: dict[str, Row] = {}
    for one in sorted(
        rows.find("neighborhood_population"), key=lambda row: (row["year"], -_SOURCES.index(row["source"]))
    ):
        populations[one["neighborhood_id"]] = one
    return CoveragePicture(
        covered=coverage(rows),
        offices=Counter(one["status"] for one in offices),
        served=len({one["neighborhood_id"] for one in of_active}),
        serving=len({one["serving_office_id"] for one in of_active}),
        cities=_cities(rows, populations),
        candidates=candidates(rows),
        populations=populations,
    )


def _cities(rows: Rows, populations: Mapping[str, Row]) -> list[CityShare]:
    """Of neighbourhoods that are a part of another one only the whole is counted."""
    people: Counter[str] = Counter()
    for place in rows.find("neighborhood"):
        if place["city_name"] and place["id"] in populations and place["parent_neighborhood_id"] not in populations:
            people[place["city_name"]] += populations[place["id"]]["population"]
    known = ((city, many, city_of(rows, city)) for city, many in sorted(people.items()))
    return [CityShare(city, many, row) for city, many, row in known if row is not None]


def priority_harms(rows: Rows, on: date | None = None) -> list[Row]:
    """The harms that come first on a day, in their order; the list is the province's and changes with the years."""
    found = [row for row in rows.find("priority_harm") if holds_on(row, on or rows.today)]
    return sorted(found, key=lambda row: (row["rank"] or 999, row["row"]))


def _covers(coverage_row: Row, on: date) -> bool:
    return bool(coverage_row["from_date"] <= on and (coverage_row["to_date"] is None or on <= coverage_row["to_date"]))


def city_of(rows: Rows, name: str | None) -> Row | None:
    """The population of a city in its newest year; None where nobody has entered one."""
    known = rows.find("city_population", city_name=name) if name else []
    return max(known, key=lambda one: one["year"], default=None)


def _needs(rows: Rows, neighborhood_id: str) -> list[Mapping[str, Any]]:
    sql = (
        f"SELECT field, sum(status IN ({_OPEN})) AS open, sum(status = 'met' AND status_on >= :since) AS met FROM need "
        "WHERE neighborhood_id = :id AND deleted_at IS NULL GROUP BY field ORDER BY open DESC, field"
    )
    return rows.query(sql, id=neighborhood_id, since=(rows.today - _YEAR).isoformat())


def _harms(rows: Rows, neighborhood_id: str) -> Mapping[str, Mapping[str, int]]:
    if not may_read(rows.role, KINDS["harm_observation"]):
        return {}  # beyond the office they are told by neighbourhood and suppressed, as the profile prints them (G-20)
    sql = (
        "SELECT harm_type, severity, count(*) AS n FROM harm_observation WHERE neighborhood_id = :id "
        "AND deleted_at IS NULL AND observed_on >= :since GROUP BY 1, 2 ORDER BY 1"
    )
    found: dict[str, dict[str, int]] = {}
    for row in rows.query(sql, id=neighborhood_id, since=(rows.today - _YEAR).isoformat()):
        found.setdefault(row["harm_type"], {"green": 0, "yellow": 0, "red": 0})[row["severity"]] = row["n"]
    return found
