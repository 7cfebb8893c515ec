"""Fictional events of the neighbourhoods: a few every month, a market among them; people are counted, never named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from desktop.domain.event import FIELD_BY_TYPE
from desktop.domain.event_life import MARKETS
from desktop.domain.persian.calendar import month_bounds
from desktop.services.demo.drafts import Made

_REPORTED_AFTER = 5  # days
_PRODUCTS = ("پته", "پته", "پته", "پته", "پته", "ترشی و مربا", "ترشی و مربا", "نان محلی", "پوشاک", "پوشاک")


class _Occasion(NamedTuple):
    """One kind of event."""

    type: str
    title: str
    place: str
    start: time
    women: tuple[int, int]
    invitation: str


_OCCASIONS = (
    _Occasion(
        "handicraft_market", "بازارچهٔ هنر دست بانوان", "بوستان محله", time(16), (90, 220),
        "غرفه برای سازندگان محله رایگان است.",
    ),
    _Occasion("local_games", "مسابقهٔ محلی «زو»", "زمین ورزشی", time(17), (20, 60), "هر کوچه یک تیم بیاورد."),
    _Occasion("clean_up", "پاک‌سازی بوستان", "بوستان محله", time(8, 30), (15, 50), "دستکش و کیسه با دفتر است."),
    _Occasion("cultural", "شب قصه و شعر", "کتابخانهٔ محله", time(18), (25, 70), "با کودکان بیایید."),
)  # fmt: skip


def make_events(made: Made, neighborhoods: Sequence[str]) -> None:
    """Three events a month, the market every second one; what is over was reported after some days."""
    for turn, month in enumerate(made.words.all_months()):
        first, _ = month_bounds(month)
        several = _OCCASIONS[turn % 2 :][:3]
        for place, occasion in enumerate(several):
            on = first + timedelta(days=5 + place * 9 + made.random.randrange(3))
            event = made.add("event", _event(made, occasion, on, made.random.choice(neighborhoods)))
            if occasion.type in MARKETS:
                _fill_stalls(made, event)


def _event(made: Made, occasion: _Occasion, on: date, neighborhood: str) -> dict[str, Any]:
    reported = on + timedelta(days=_REPORTED_AFTER) <= made.words.last_day
    women = made.random.randint(*occasion.women)
    return {
        "title": occasion.title,
        "type": occasion.type,
        "field": FIELD_BY_TYPE[occasion.type],
        "date_from": on,
        "date_to": on,
        "start": occasion.start,
        "place": occasion.place,
        "neighborhood_id": neighborhood,
        "announcement": occasion.invitation,
        "headcount_women": women,
        "headcount_men": women * 2 // 3,
        "headcount_children": women // 2,
        "volunteers": made.random.randint(3, 9),
        "teams": 8 if occasion.type == "local_games" else None,
        "cost_rial": made.random.randrange(5, 40) * 1_000_000,
        "status": "reported" if reported else "held",
        "status_on": on + timedelta(days=_REPORTED_AFTER) if reported else on,
    }


def _fill_stalls(made: Made, market: dict[str, Any]) -> None:
    """Stalls of women of the neighbourhoods, with what they sold."""
    women = [person["id"] for person in made.of("person") if person["is_women_head"] and person["status"] == "active"]
    sold = 0
    sellers = made.random.sample(women, min(len(women), len(_PRODUCTS)))
    for person, product in zip(sellers, _PRODUCTS, strict=False):
        sales = made.random.randrange(40, 260) * 100_000
        made.add(
            "market_stall",
            {"event_id": market["id"], "person_id": person, "product": product, "sales_rial": sales},
        )
        sold += sales
    market.update(stalls_count=len(sellers), sales_rial=sold)
