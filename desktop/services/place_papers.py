# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""The plain rows of a neighbourhood's profile: what is known of the place, nothing of anybody in it (G-02, G-20)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import from_gregorian, jalali_month, shift_month
from desktop.domain.persian.digits import grouped, to_persian
from desktop.domain.persian.regime import Regime
from desktop.domain.record import Row
from desktop.reports.monthly_rows import NOWHERE
from desktop.services.asked_paper import Asked, wanted
from desktop.services.imprint import imprint_of
from desktop.services.indicators.snapshot import IS_OPEN, STATE, STATE_ON, Snapshot
from desktop.services.photos import photos_of
from desktop.services.place_rows import capacities, harm_rows, priorities, projects, service_levels
from desktop.services.place_views import city_of, share_of_city
from desktop.services.told_reports import told_report
from desktop.services.viewing import as_read
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.profile_rows import (
        CityRow,
        FacilityRow,
        GroupRow,
        HarmRow,
        NeedsRow,
        PlacePhoto,
        PopulationRow,
        SurveyRow,
    )

YEAR = timedelta(days=365)
_MOST_PHOTOS = 8  # two pages of the paper
_ASKED = ("quality_of_life", "trust", "belonging", "participation", "safety")
_NOT_SEEKING = "unemployed_not_seeking"
_WORK = """
SELECT activity_status AS state, not_seeking_reason AS reason, count(*) AS n FROM person
WHERE neighborhood_id = :place AND status = 'active' AND deleted_at IS NULL AND activity_status IS NOT NULL
GROUP BY 1, 2
"""
# Needs of the place itself, of its households and of its residents, as they stood when the month ended.
_NEEDS = f"""
SELECT coalesce(n.neighborhood_id, p.neighborhood_id, h.neighborhood_id) AS place, n.field,
  sum({IS_OPEN}) AS open, sum({STATE} = 'met' AND {STATE_ON} > :since) AS met
FROM need n LEFT JOIN person p ON p.id = n.person_id LEFT JOIN household h ON h.id = n.household_id
WHERE n.deleted_at IS NULL AND n.noted_on <= :last GROUP BY 1, 2
"""


def neighborhood_profile(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«شناسنامهٔ محله» of one neighbourhood."""
    from desktop.reports.neighborhood_profile import build
    from desktop.reports.profile_rows import Profile

    place = wanted(rows, "neighborhood", asked.record_id)
    about, of = rows.find("office")[0], {"neighborhood_id": place["id"]}
    month = _month(rows, asked.month)
    needs = _needs(rows, month)
    titles = rows.titles([place["county_id"] or "", place["parent_neighborhood_id"] or ""])
    profile = Profile(
        imprint=imprint_of(rows, office, named=False),
        name=place["name"],
        city=place["city_name"] or "",
        county=titles.get(place["county_id"] or "", ""),
        area_type=label_of("area_type", place["area_type"]),
        coverage=label_of("coverage_status", place["coverage_status"]),
        regime=Regime(about["display_currency"]),
        aliases=tuple(place["aliases"]),
        parent=titles.get(place["parent_neighborhood_id"] or "", ""),
        hectare=place["area_hectare"],
        boundaries=place["boundary_text"] or "",
        formation_year=place["formation_year"],
        formation=place["formation_note"] or "",
        informal=place["informal_building_note"] or "",
        city_row=_city(rows, place),
        populations=tuple(_populations(rows.find("neighborhood_population", **of))),
        surveys=tuple(_surveys(rows.find("neighborhood_survey", **of))),
        asked=tuple(KINDS["neighborhood_survey"].fields[name].label for name in _ASKED),
        work=tuple(_work(rows, place["id"])),
        photos=tuple(_photos(rows, place["id"])),
        services=tuple(service_levels(rows.find("service_level", **of))),
        facilities=tuple(_facilities(rows, as_read(rows, KINDS["facility"], rows.find("facility", **of)))),
        capacities=tuple(capacities(rows, rows.find("neighborhood_capacity", **of))),
        groups=tuple(_groups(rows.find("local_group", **of, active=True))),
        trustees=tuple(_trustees(rows.find("local_trustee", **of, active=True))),
        needs=needs.pop(place["id"], ()),
        month=month,
        key=place["id"],
        needs_elsewhere=tuple(needs.items()),
        report=told_report(rows, month),
        projects=tuple(projects(rows, rows.find("project", **of))),
        harms=tuple(_harms(rows, place["id"])),
        harm_list="، ".join(priorities(rows)),
    )
    return build(profile)


def _city(rows: Rows, place: Row) -> CityRow | None:
    from desktop.reports.profile_rows import CityRow

    city, known = city_of(rows, place["city_name"]), rows.find("neighborhood_population", neighborhood_id=place["id"])
    if city is None:
        return None
    latest = max(known, key=lambda row: row["year"], default=None)
    source = label_of("population_source", city["source"])
    return CityRow(city["year"], city["population"], source, share_of_city(latest, city))


def _surveys(found: Iterable[Row]) -> Iterator[SurveyRow]:
    from desktop.reports.profile_rows import SurveyRow

    return (SurveyRow(row["year"], row["respondents"], tuple(row[name] for name in _ASKED)) for row in found)


def _work(rows: Rows, place: str) -> Iterator[tuple[str, int]]:
    """Who works, who seeks work, and for what reasons others do not; only counted, and only of those who said so."""
    counts = Counter({(row["state"], row["reason"]): row["n"] for row in rows.query(_WORK, place=place)})
    for state, label in CODE_LISTS["activity_status"].items():
        of_state = sum(many for (one, _reason), many in counts.items() if one == state)
        if of_state and state != _NOT_SEEKING:
            yield label, of_state
    reasons: list[tuple[str | None, str]] = [(None, "دلیل گفته‌نشده"), *CODE_LISTS["not_seeking_reason"].items()]
    for reason, label in reasons:
        if counts[_NOT_SEEKING, reason]:
            yield f"{label_of('activity_status', _NOT_SEEKING)}: {label}", counts[_NOT_SEEKING, reason]


def _photos(rows: Rows, place: str) -> Iterator[PlacePhoto]:
    """Photos of the neighbourhood, then of its facilities and capacities, on which nobody can be seen."""
    from desktop.reports.profile_rows import PlacePhoto

    of_place = {kind: rows.find(kind, neighborhood_id=place) for kind in ("facility", "neighborhood_capacity")}
    named = [("facility", row["id"], row["name"]) for row in of_place["facility"]]
    named += [("neighborhood_capacity", row["id"], row["title"]) for row in of_place["neighborhood_capacity"]]
    owners = [("neighborhood", place, ""), *named]
    found = (
        PlacePhoto(photo.content, "، ".join(filter(None, (name, photo.row["caption"]))) or "عکس محله")
        for kind, record_id, name in owners
        for photo in photos_of(rows, kind, record_id)
        if photo.content and photo.row["kind"] == "place_photo" and not photo.row["has_faces"]
    )
    return islice(found, _MOST_PHOTOS)


def _populations(found: Iterable[Row]) -> Iterator[PopulationRow]:
    from desktop.reports.profile_rows import PopulationRow

    for row in found:
        yield PopulationRow(
            year=row["year"],
            population=row["population"],
            households=row["households"],
            source=label_of("population_source", row["source"]),
            estimated=row["is_estimate"],
            low=row["range_low"],
            high=row["range_high"],
        )


def _facilities(rows: Rows, found: Sequence[Row]) -> Iterator[FacilityRow]:
    from desktop.reports.profile_rows import FacilityRow

    titles = rows.titles([row["operator_org_id"] or row["owner_org_id"] or "" for row in found])
    for row in found:
        yield FacilityRow(
            name=row["name"],
            type=label_of("facility_type", row["type"]),
            owner=titles.get(row["operator_org_id"] or row["owner_org_id"] or "", ""),
            status=label_of("facility_status", row["status"]),
            services=tuple(_service(service) for service in row["services"]),
            area=row["floor_area_m2"],
            opened_on=row["opened_on"],
            jobs=row["jobs_count"],
        )


def _service(service: Mapping[str, Any]) -> str:
    """«سوییت همراهان (۳ سوییت) — بیماران»."""
    told = str(service["service"])
    if service.get("capacity"):
        told += f" ({grouped(service['capacity'])} {service.get('unit') or 'نفر'})"
    return f"{told}، برای {service['eligible_group']}" if service.get("eligible_group") else told


def _groups(found: Iterable[Row]) -> Iterator[GroupRow]:
    from desktop.reports.profile_rows import GroupRow

    for row in found:
        since = to_persian(str(from_gregorian(row["since"]).year)) if row["since"] else ""
        yield GroupRow(row["name"], label_of("local_group_kind", row["kind"]), row["members"], since)


def _trustees(found: Iterable[Row]) -> Iterator[str]:
    """The roles that trustees have; nobody is named (G-22)."""
    roles = {row["role"] for row in found}
    return (label for role, label in CODE_LISTS["trustee_role"].items() if role in roles)


def _month(rows: Rows, asked: str) -> str:
    """The last month that is over, or one that was over before it."""
    last = shift_month(jalali_month(rows.today), -1)
    return asked if asked and asked < last else last


def _needs(rows: Rows, month: str) -> dict[str, tuple[NeedsRow, ...]]:
    """Neighbourhood → its needs at the month's end and a month earlier, of every field that the office knows."""
    from desktop.reports.profile_rows import NeedsRow

    now, before = (_needs_at(Snapshot(rows, one)) for one in (month, shift_month(month, -1)))
    fields = {field for _place, field in (*now, *before)}
    nothing = (0, 0)
    return {
        place: tuple(
            NeedsRow(label, *now.get((place, field), nothing), *before.get((place, field), nothing))
            for field, label in CODE_LISTS["need_field"].items()
            if field in fields
        )
        for place in sorted({place for place, _field in (*now, *before)})
    }


def _needs_at(month: Snapshot) -> dict[tuple[str, str], tuple[int, int]]:
    found = month.query(_NEEDS, since=(month.last - YEAR).isoformat())
    return {(row["place"] or NOWHERE, row["field"]): (row["open"], row["met"]) for row in found}


def _harms(rows: Rows, place: str) -> Iterator[HarmRow]:
    """The observations of a year; the priorities of today stand first."""
    since = rows.today - YEAR
    seen = rows.find("harm_observation", neighborhood_id=place)
    return harm_rows(rows, [row for row in seen if (row["observed_on"] or since) >= since], rows.today)
