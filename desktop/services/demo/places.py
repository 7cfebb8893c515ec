"""What is known of the fictional neighbourhoods: their story, what they have and lack, what was seen at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from desktop.domain.persian.calendar import from_gregorian, to_gregorian
from desktop.services.demo.drafts import Made
from desktop.services.demo.office import COUNTY, Founded

_STORIES = (
    (62.5, 1352, "از بولوار شمالی تا نهر کهنه", "خانه‌سازی بی‌پروانه پس از خشک‌سالی"),
    (38.0, 1290, "پیرامون چشمه و بازارچهٔ کهنه", "هستهٔ کهنهٔ شهر که فرسوده شده است"),
    (21.4, 1375, "میان راه‌آهن و کمربندی", "کوچ از روستاهای پیرامون"),
    (44.8, 1240, "باغ‌های بالادست و قلعهٔ کهنه", "روستایی که به شهر پیوسته است"),
)
_CANDIDATES = (("شهرک سپیدار", "announced_waiting_credit", 78), ("کوی ریل", "not_covered", 64))
_FACILITIES: Sequence[Mapping[str, Any]] = (
    {"name": "دبستان نور", "type": "school", "floor_area_m2": 1850.0, "jobs_count": 22},
    {
        "name": "خانهٔ محله",
        "type": "charity_center",
        "floor_area_m2": 250.0,
        "cost_rial": 12_000_000_000,
        "jobs_count": 8,
    },
    {"name": "پایگاه سلامت چشمه", "type": "health_post", "floor_area_m2": 140.0, "jobs_count": 4},
    {"name": "زمین ورزشی مهرگان", "type": "sports_field", "floor_area_m2": 900.0},
    {"name": "بوستان قلعه", "type": "park", "floor_area_m2": 5200.0},
)
_SERVICES = (
    {"service": "اسکان همراه بیمار", "capacity": 3, "unit": "سوییت", "eligible_group": "خانواده‌های شهرستانی"},
    {"service": "کارگاه قالی‌بافی", "capacity": 8, "unit": "نفر", "eligible_group": None},
)
_CAPACITIES = (
    ("historic", "کاروانسرای کهنه", ("بازارچهٔ صنایع دستی", "گردشگری"), "negotiating"),
    ("place", "زمین رهاشدهٔ کنار نهر", ("فضای سبز",), "identified"),
    ("human", "بانوان قالی‌باف", ("تعاونی فرش",), "in_use"),
    ("cultural", "آیین نوروزخوانی", ("جشنوارهٔ محله",), "identified"),
)
_LEVELS = (  # service, unit, standard, two years of values
    ("green_space", "m2_per_person", 8.0, (1.9, 2.6)),
    ("education_space", "m2_per_person", 3.1, (1.4, 1.5)),
    ("sport_space", "m2_per_person", 2.0, (0.3, 0.7)),
    ("paved_road", "percent", 95.0, (52.0, 61.0)),
    ("lighting", "percent", 100.0, (64.0, 70.0)),
)
_HARMS = (
    ("addiction", "yellow", "زمین خاکی پشت بازار", "نبود فضای ورزشی شبانه", "روشنایی و زمین بازی"),
    ("school_dropout", "yellow", "پیرامون دبیرستان", "دوری مدرسه و نبود سرویس", "سرویس مدرسه"),
    ("informal_settlement", "red", "کنارهٔ نهر", "ساخت‌وساز بی‌پروانه در بستر نهر", "ساماندهی با شهرداری"),
    ("child_labour", "green", "چهارراه ورودی", "درآمد کم خانوارها", "کلاس تقویتی عصرها"),
)
_CITY = 738_000  # people of the city in 1400, to tell what part of them lives here


def make_places(made: Made, founded: Founded) -> None:
    """Profiles, populations of a newer year, facilities, capacities, levels of service, and harms seen at places."""
    year = from_gregorian(made.words.last_day).year
    made.add("city_population", {"city_name": "کرمان", "county_id": COUNTY, "year": 1400, "population": _CITY})
    made.add("program", {"title": "طرح نجات", "number": "۱۲/۹۷"})
    for row, story in zip(made.of("neighborhood"), _STORIES, strict=True):
        row.update(zip(("area_hectare", "formation_year", "boundary_text", "formation_note"), story, strict=True))
        _count_again(made, row["id"], year)
    for name, coverage, score in _CANDIDATES:
        empty = {"name": name, "county_id": COUNTY, "city_name": "کرمان", "area_type": "marginal"}
        made.add("neighborhood", {**empty, "coverage_status": coverage, "need_score": score})
    agencies, places = founded.agencies, founded.neighborhoods
    for place, known in enumerate(_FACILITIES):
        told: dict[str, Any] = dict(known)
        if "cost_rial" in told:
            told |= {"entered_amount": "۱۲", "entered_unit": "میلیارد ریال", "services": list(_SERVICES)}
        opened = {"opened_on": to_gregorian(1395 + place, 1, 1), "opened_precision": "year"}
        made.add("facility", {"neighborhood_id": places[place % len(places)], **told, **opened})
    for place, (kind, title, uses, status) in enumerate(_CAPACITIES):
        found = _day(made, 40 * place + 12)
        owner = agencies["heritage_crafts"] if kind == "historic" else None
        values = {
            "kind": kind,
            "title": title,
            "proposed_uses": list(uses),
            "use_status": status,
            "identified_on": found,
        }
        made.add(
            "neighborhood_capacity", {**values, "neighborhood_id": places[place % len(places)], "owner_org_id": owner}
        )
    _measure(made, places, year)
    for place, (harm, severity, spot, ground, action) in enumerate(_HARMS):
        seen = {"harm_type": harm, "severity": severity, "spot_text": spot, "ground": ground, "proposed_action": action}
        made.add(
            "harm_observation",
            {
                **seen,
                "neighborhood_id": places[place % len(places)],
                "observed_on": _day(made, 9 * place + 4),
                "evidence": "trustee_talk" if place % 2 else "field_observation",
            },
        )


def _count_again(made: Made, place: str, year: int) -> None:
    """A later estimate of the office, with its range."""
    known = next(row for row in made.of("neighborhood_population") if row["neighborhood_id"] == place)
    people = round(known["population"] * 1.06)
    values = {"neighborhood_id": place, "year": year, "population": people, "is_estimate": True}
    spread = {"range_low": round(people * 0.95), "range_high": round(people * 1.05)}
    made.add("neighborhood_population", {**values, **spread, "source": "office_estimate"})


def _measure(made: Made, places: Sequence[str], year: int) -> None:
    for kind, unit, standard, values in _LEVELS:
        made.add(
            "service_standard", {"kind": kind, "unit": unit, "value": standard, "from_year": 1400, "source": "استان"}
        )
        for place, neighborhood in enumerate(places):
            for past, value in enumerate(values):
                have = round(value * (1 + 0.08 * place), 2)
                told = {"kind": kind, "unit": unit, "year": year - 1 + past, "value": have, "standard_value": standard}
                gap = round(standard - have, 6)
                made.add("service_level", {**told, "neighborhood_id": neighborhood, "gap": gap, "source": "شهرداری"})


def _day(made: Made, back: int) -> date:
    """A day so many days before the last one, but never before the first."""
    return max(made.words.last_day - timedelta(days=back), made.words.first_day)
