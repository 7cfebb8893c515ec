"""Which backups outlive the others: the last few, and one each of the last days, weeks and months, by the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeVar

from desktop.domain.clock import today_in_iran
from desktop.domain.persian.calendar import jalali_month, weekday

Key = TypeVar("Key")


@dataclass(frozen=True)
class Generation:
    """The newest backup of each of the last `keep` days, weeks (from Saturday) or Jalali months that have one."""

    period: Literal["each", "day", "week", "month"]
    keep: int


GENERATIONS = (Generation("each", 5), Generation("day", 7), Generation("week", 4), Generation("month", 6))
SPECIAL = 3
"""So many of those made before an upgrade, and before a restoration, stay besides."""
OLDEST = timedelta(days=365)
"""Older ones go (G-24): what was erased since must not lie about in them for ever."""
_AHEAD = timedelta(days=1)  # further than any two clocks that are right
_DAYS_TO_TRUST = 3  # so many days with newer backups must there be: a clock that is years ahead removes nothing


def outlived(made: Mapping[Key, datetime], special: Sequence[Sequence[Key]], at: datetime) -> set[Key]:
    """Those that may be removed. The newest always stays; `special` are groups of which the newest few stay too.

    Those of a time to come, written while a clock was wrong, are counted by themselves and take nobody's place.
    """
    newest = sorted(made, key=lambda one: made[one], reverse=True)
    kept = set(newest[:1])
    apart = {one for group in special for one in group}
    ahead = {one for one in made if made[one] - at > _AHEAD}
    for sort in (ahead, set(made) - ahead):
        kept |= _generations([one for one in newest if one in sort and one not in apart], made)
    for group in special:
        kept |= set(sorted(group, key=lambda one: made[one], reverse=True)[:SPECIAL])
    days = {today_in_iran(made[one]) for one in kept if at - made[one] <= OLDEST}
    if len(days) >= _DAYS_TO_TRUST:
        kept = {one for one in kept if at - made[one] <= OLDEST}
    return set(made) - kept


def _generations(newest: Sequence[Key], made: Mapping[Key, datetime]) -> set[Key]:
    kept = set[Key]()
    for generation in GENERATIONS:
        seen = set[object]()
        for one in newest:
            bucket = one if generation.period == "each" else _bucket(generation.period, made[one])
            if bucket not in seen and len(seen) < generation.keep:
                seen.add(bucket)
                kept.add(one)
    return kept


def _bucket(period: str, at: datetime) -> object:
    day = today_in_iran(at)
    if period == "day":
        return day
    return day - timedelta(days=weekday(day)) if period == "week" else jalali_month(day)
