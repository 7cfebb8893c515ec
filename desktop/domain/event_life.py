"""The life of an event as one table: from, to, who may, what it takes and what it does (domain §3.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.domain.fields import About, Input
from desktop.domain.lifecycle import MANAGER, Asked, LifeCycle, Outcome, Transition
from desktop.domain.problems import Problem

Row = Mapping[str, Any]
MARKETS = frozenset({"handicraft_market", "exhibition"})
HEADCOUNTS = ("headcount_women", "headcount_men", "headcount_children")
_FIGURES = ("stalls_count", "sales_rial")
_ON = About(label="تاریخ", input=Input.DATE, not_future=True)


def headcount(event: Row) -> int | None:
    """How many people came: women, men and children, else athletes and spectators; None when nobody counted."""
    for names in (HEADCOUNTS, ("athletes", "spectators")):
        told: list[int] = [event[name] for name in names if event[name] is not None]
        if told:
            return sum(told)
    return None


def stall_figures(event: Row, asked: Asked) -> dict[str, int]:
    """Stalls and sales of a market as its own stalls tell them, where the event itself does not."""
    stalls = asked.find("market_stall", event_id=event["id"])
    if event["type"] not in MARKETS or not stalls:
        return {}
    found = {"stalls_count": len(stalls), "sales_rial": sum(stall["sales_rial"] or 0 for stall in stalls)}
    return {name: value for name, value in found.items() if event[name] is None}


def _sum_stalls(old: Row, _told: Row, asked: Asked) -> Outcome:
    return Outcome(stall_figures(old, asked))


def _is_over(values: Row, asked: Asked) -> Iterable[Problem]:
    if values["date_from"] > asked.today:
        yield Problem("date_from", "in_future")


def _is_counted(values: Row, _asked: Asked) -> Iterable[Problem]:
    if headcount(values) is None:
        yield Problem("headcount_women", "headcount_missing")
    if values["type"] in MARKETS:
        yield from (Problem(name, "required") for name in _FIGURES if values[name] is None)


def _steps() -> Iterable[Transition]:
    dated: dict[str, Any] = {"words": (("on", _ON),)}
    yield Transition(
        source="planned",
        target="held",
        label="برگزار شد",
        guard=_is_over,
        **dated,
        asks=(*HEADCOUNTS, "athletes", "spectators", "volunteers", "teams"),
        tells=("تاریخ رویداد رسیده باشد؛ شمار حاضران همین‌جا یا پیش از گزارش نوشته می‌شود.",),
    )
    yield Transition(
        source="held",
        target="reported",
        label="گزارش رویداد",
        guard=_is_counted,
        effect=_sum_stalls,
        **dated,
        asks=_FIGURES,
        tells=("شمار حاضران می‌خواهد؛ بازارچه شمار غرفه و فروش هم می‌خواهد، که اگر نوشته نشده از غرفه‌ها جمع می‌شود.",),
    )
    yield Transition(
        source="reported",
        target="held",
        label="بازگشایی",
        roles=MANAGER,
        **dated,
        tells=("برای درست کردن شماری که اشتباه گزارش شده است.",),
    )
    yield Transition(
        source="planned",
        target="cancelled",
        label="لغو رویداد",
        needs=("cancel_reason",),
        **dated,
        tells=("دلیل می‌خواهد.",),
    )


EVENT_LIFE = LifeCycle("status", "planned", tuple(_steps()), going_on=("planned", "held"), dated="status_on")
