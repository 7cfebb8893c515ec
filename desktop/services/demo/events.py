"""Fictional events of the neighbourhoods: a few every month, markets among them; people are counted, never named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from desktop.domain.event import FIELD_BY_TYPE
from desktop.domain.event_life import MARKETS
from desktop.domain.persian.calendar import month_bounds, shift_month
from desktop.services.demo.drafts import Made

_REPORTED_AFTER = 5  # days
_PRODUCTS = ("پته", "پته", "پته", "پته", "پته", "ترشی و مربا", "ترشی و مربا", "نان محلی", "پوشاک", "پوشاک")
_OF_GROUPS = "گلیم و جاجیم"


class _Occasion(NamedTuple):
    """One kind of event."""

    type: str
    title: str
    place: str
    start: time
    end: time
    women: tuple[int, int]
    invitation: str
    partners: tuple[str, ...] = ()


_OCCASIONS = (
    _Occasion(
        "handicraft_market", "بازارچهٔ هنر دست بانوان", "بوستان محله", time(16), time(21), (90, 220),
        "غرفه برای سازندگان محله رایگان است.", ("میراث فرهنگی و صنایع دستی", "شهرداری"),
    ),
    _Occasion(
        "local_games", "مسابقهٔ محلی «زو»", "زمین ورزشی", time(17), time(19, 30), (20, 60), "هر کوچه یک تیم بیاورد.",
        ("هیئت ورزش‌های همگانی",),
    ),
    _Occasion(
        "clean_up", "پاک‌سازی بوستان", "بوستان محله", time(8, 30), time(11), (15, 50), "دستکش و کیسه با دفتر است.",
        ("شهرداری",),
    ),
    _Occasion(
        "cultural", "شب قصه و شعر", "کتابخانهٔ محله", time(18), time(20), (25, 70), "با کودکان بیایید.",
    ),
)  # fmt: skip
_CALLED_OFF = "clean_up"
_REASON = "باران"
_COUNTS = ("headcount_women", "headcount_men", "headcount_children", "volunteers", "teams", "cost_rial")


def make_events(made: Made, neighborhoods: Sequence[str]) -> None:
    """Three events a month, the market every second one, and those of the month to come.

    What is over was reported after some days, but for the newest; rain called the last but one cleaning off.
    """
    months = (*made.words.all_months(), shift_month(made.words.until, 1))
    events = []
    for turn, month in enumerate(months):
        first, _ = month_bounds(month)
        for place, occasion in enumerate(_OCCASIONS[turn % 2 :][:3]):
            on = first + timedelta(days=5 + place * 9 + made.random.randrange(3))
            events.append(_add_event(made, occasion, on, made.random.choice(neighborhoods)))
    _settle_states(made, events)
    for event in events:
        if event["type"] in MARKETS:
            _fill_stalls(made, event)


def _add_event(made: Made, occasion: _Occasion, on: date, neighborhood: str) -> dict[str, Any]:
    women = made.random.randint(*occasion.women)
    event = {
        "title": occasion.title,
        "type": occasion.type,
        "field": FIELD_BY_TYPE[occasion.type],
        "date_from": on,
        "date_to": on,
        "start": occasion.start,
        "end": occasion.end,
        "place": occasion.place,
        "neighborhood_id": neighborhood,
        "partners": list(occasion.partners),
        "announcement": occasion.invitation,
        "headcount_women": women,
        "headcount_men": women * 2 // 3,
        "headcount_children": women // 2,
        "volunteers": made.random.randint(3, 9),
        "teams": 8 if occasion.type == "local_games" else None,
        "cost_rial": made.random.randrange(5, 40) * 1_000_000,
    }
    return made.add("event", event)


def _settle_states(made: Made, events: Sequence[dict[str, Any]]) -> None:
    last = made.words.last_day
    past = [event for event in events if event["date_from"] <= last]
    for event in events:
        over = event["date_from"] <= last
        reported = min(event["date_from"] + timedelta(days=_REPORTED_AFTER), last)
        event.update(status="reported" if over else "planned", status_on=reported if over else last)
        if not over:
            event.update(dict.fromkeys(_COUNTS))
    past[-1].update(status="held", status_on=past[-1]["date_from"])
    for event in [event for event in past if event["type"] == _CALLED_OFF][-2:-1]:
        event.update(dict.fromkeys(_COUNTS), status="cancelled", status_on=event["date_from"], cancel_reason=_REASON)


def _fill_stalls(made: Made, market: dict[str, Any]) -> None:
    """Stalls of women of the neighbourhoods and of one of their groups, with what they sold once it is over."""
    women = [person["id"] for person in made.of("person") if person["is_women_head"] and person["status"] == "active"]
    sellers = made.random.sample(women, min(len(women), len(_PRODUCTS)))
    groups = [group["id"] for group in made.of("local_group") if group["kind"] == "women"]
    stalls = [({"person_id": one}, product) for one, product in zip(sellers, _PRODUCTS, strict=False)]
    stalls += [({"group_id": one}, _OF_GROUPS) for one in groups]
    sold = 0
    for owner, product in stalls:
        sales = made.random.randrange(40, 260) * 100_000 if market["status"] != "planned" else None
        made.add("market_stall", {"event_id": market["id"], **owner, "product": product, "sales_rial": sales})
        sold += sales or 0
    if market["status"] != "planned":
        market.update(stalls_count=len(stalls), sales_rial=sold)
