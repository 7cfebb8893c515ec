"""What two files leave out: who was asked twice tells mostly the same things, and has mostly the same papers.

Two files without a telephone and without a number are likelier one person's than two of which only one has them. But
somebody may be registered once with all papers and once in passing, hence the bound on what silence says against.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from desktop.domain.sketch import Sketch

_OTHERWISE = 0.08  # of what one person has, how often it is known of one file only
_IN_PASSING = 0.15  # of second files, how many were written with other care than the first
_LEAST = 0.2  # who leaves a thing out that few leave out may be of a group in which nobody has it

Told = tuple[bool, bool, bool, bool, bool]


def told(person: Sketch) -> Told:
    """Which things are known of somebody: a number, a mobile, the father, the day of birth, the year of birth."""
    birth = person.birth
    day, year = (birth.day is not None, not birth.guessed) if birth is not None else (False, False)
    return bool(person.numbers), person.mobile is not None, person.father is not None, day, year


@dataclass(frozen=True)
class Habits:
    """Of each thing: the bits for one person if neither file tells it, if one does, if both do."""

    weights: tuple[tuple[float, float, float], ...]
    is_typing: bool = False  # the first of two is not finished: what it leaves out may yet come

    def bits(self, one: Sketch, other: Sketch) -> float:
        """What the gaps of two files say for one person, against two."""
        alike = sum(
            weights[here + there]
            for weights, here, there in zip(self.weights, told(one), told(other), strict=True)
            if here or not self.is_typing
        )
        return log2((1 - _IN_PASSING) * 2.0**alike + _IN_PASSING)


def habits_of(people: Iterable[Sketch], *, is_typing: bool = False) -> Habits | None:
    """The habits of an office, told by some of its people; None where there is nobody."""
    known = [told(person) for person in people]
    if not known:
        return None
    shares = [sum(column) / len(known) for column in zip(*known, strict=True)]
    return Habits(tuple(_weights(min(0.98, max(0.02, share))) for share in shares), is_typing)


def _weights(share: float) -> tuple[float, float, float]:
    """By the share of people who tell a thing."""
    neither = (1 - _OTHERWISE) / max(1 - share, _LEAST)
    one = min(1.0, _OTHERWISE / (2 * share * (1 - share)))
    return log2(neither), log2(one), log2((1 - _OTHERWISE) / share)
