"""Small counts that must not leave the office, and those that would tell them (domain §5, G-20, G-21)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.domain.persian.digits import grouped

LEAST: Final = 5
"""Counts below this could tell of somebody."""
LEAST_OF_HARMS: Final = 10
"""The wider distance that tables of harms keep."""
LEAST_WHOLE: Final = 10
"""A share of fewer than this tells of single people."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of counts and its sum as they may leave the office; None is hidden."""

    counts: tuple[int | None, ...]
    total: int | None


def told(counts: Sequence[int], least: int = LEAST) -> Told:
    """A line of a table whose sum stands beside it.

    Hidden are counts from 1 to `least` − 1, and as many of the smallest others as it takes until the sum tells nothing
    new of any of them; when that takes all, the sum is hidden too. A zero tells of nobody and is shown.
    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < least}
    others = sorted((count, place) for place, count in enumerate(counts) if count >= least)
    while hidden and others and not _secret([counts[place] for place in hidden], least):
        hidden.add(others.pop(0)[1])
    safe = not hidden or _secret([counts[place] for place in hidden], least)
    shown = tuple(None if place in hidden else count for place, count in enumerate(counts))
    return Told(shown, sum(counts) if safe else None)


def _secret(hidden: Sequence[int], least: int) -> bool:
    """Whether their sum still lets each of them be anything from 1 to `least` − 1."""
    most_of_one = sum(hidden) - (len(hidden) - 1)
    return len(hidden) > 1 and most_of_one >= least - 1


def is_small(count: int, least: int = LEAST) -> bool:
    """Whether a count tells of so few that it is hidden."""
    return 0 < count < least


def may_be_called_few(counts: Sequence[int], least: int = LEAST) -> bool:
    """Whether hidden small counts may be named «fewer than five» where `told` hides others without that name.

    The name itself tells something: of 1 and 5 whose sum is 6, or of two fours, it would tell all.
    """
    hidden = [count for count, shown in zip(counts, told(counts, least).counts, strict=True) if shown is None]
    small = sum(is_small(count, least) for count in hidden)
    others = len(hidden) - small
    highest = min(least - 1, sum(hidden) - (small - 1) - others * least)
    lowest = 1 if others else max(1, sum(hidden) - (least - 1) * (small - 1))
    return told(counts, least).total is None or highest > lowest


def share_is_safe(part: int, whole: int, least: int = LEAST) -> bool:
    """Whether a percentage may leave the office: neither the part nor the rest is small, nor the whole."""
    return whole >= LEAST_WHOLE and part >= least and whole - part >= least


def band(count: int, step: int = LEAST_OF_HARMS) -> str:
    """A count as a band of `step`, which stays the same when it moves a little (G-21): «کمتر از ۱۰», «۱۰ تا ۱۹».

    Of harms even a zero says something of a place, so that it is «—».
    """
    if count <= 0:
        return "—"
    low = count // step * step
    return f"{grouped(low)} تا {grouped(low + step - 1)}" if low else f"کمتر از {grouped(step)}"

