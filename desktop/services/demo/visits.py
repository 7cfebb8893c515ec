"""Fictional visits of every month: people who came, homes that were visited, advice to somebody who gave no name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from desktop.domain.persian.calendar import month_bounds, weekday
from desktop.services.demo.drafts import Made

_SHARE = 0.09  # visits a month for each resident
_FEWEST, _MOST = 12, 500  # domain §6.4
_TYPES = {"office_visit": 46, "home_visit": 14, "consultation": 12, "guidance": 14, "follow_up": 12, "field_survey": 2}
_SUBJECTS = {
    "social": 24,
    "economic": 20,
    "education": 14,
    "health": 14,
    "identity_documents": 8,
    "urban_services": 8,
    "legal": 6,
    "cultural": 6,
}
_NAMELESS = ("guidance", "field_survey")
_SUMMARIES = (
    "دربارهٔ کارگاه‌های این ماه پرسید.",
    "پیگیری نامه‌ای که فرستاده شده است.",
    "مدارکی که باید بیاورد گفته شد.",
    "برای ثبت‌نام فرزند راهنمایی خواست.",
    "وضع سکونت از نزدیک دیده شد.",
    "شرایط وام کوچک توضیح داده شد.",
    None,
    None,
)
_FRIDAY = 6


def make_visits(made: Made, staff: Sequence[str], places: Sequence[str]) -> None:
    """Visits on the working days of each month, each by one of `staff`."""
    people = [p for p in made.of("person") if p["status"] == "active"]
    registered = {h["id"]: h["registered_on"] for h in made.of("household")}
    for month in made.words.all_months():
        first, last = month_bounds(month)
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        days = [day for day in days if weekday(day) != _FRIDAY]
        known = [p for p in people if registered[p["household_id"]] <= first] or people
        for _ in range(max(_FEWEST, min(_MOST, round(made.words.residents * _SHARE)))):
            _add(made, made.random.choice(days), made.random.choice(known), staff, places)


def _add(made: Made, on: Any, person: Mapping[str, Any], staff: Sequence[str], places: Sequence[str]) -> None:
    sort = made.random.choices(list(_TYPES), list(_TYPES.values()))[0]
    whom: dict[str, Any] = {"neighborhood_id": made.random.choice(places)}
    if sort not in _NAMELESS:
        whom = {name: person[name] for name in ("household_id", "neighborhood_id")} | {"person_id": person["id"]}
    next_on = on + timedelta(days=made.random.randint(5, 40)) if sort != "field_survey" and made.chance(0.15) else None
    done = next_on if next_on and next_on <= made.words.last_day and made.chance(0.85) else None
    made.add(
        "visit",
        {
            **whom,
            "date": on,
            "type": sort,
            "subject": made.random.choices(list(_SUBJECTS), list(_SUBJECTS.values()))[0],
            "staff_id": made.random.choice(staff),
            "minutes": made.random.choice((5, 10, 15, 20, 30, 45)),
            "summary": made.random.choice(_SUMMARIES),
            "next_action_on": next_on,
            "next_action_done_on": done,
        },
    )
