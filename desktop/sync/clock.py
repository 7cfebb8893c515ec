"""Time that can be wrong: what was found out about a device's clock, and how far a stranger's stamp moves ours.

Clocks never decide whether something is a conflict, only which of two competing values is shown first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import NamedTuple

from desktop.domain.clock import COUNTER_BITS
from desktop.sync.merge import Dot, Effective, as_stamped

FURTHEST_AHEAD_MS = 24 * 3600 * 1000


class Offset(NamedTuple):
    """By how many milliseconds a device's clock was ahead while it made these operations."""

    device: str
    first: int
    last: int
    ms: int


def received(own: int, strange: int, wall_ms: int) -> int:
    """The clock's last stamp after one of another device was read: never moved by one more than a day ahead."""
    believable = strange >> COUNTER_BITS <= wall_ms + FURTHEST_AHEAD_MS
    return max(own, strange) if believable else own


def corrected(offsets: Iterable[Offset]) -> Effective:
    """Stamps as corrected by these offsets; where several name one operation, by the greatest."""
    by_device: dict[str, list[Offset]] = {}
    for offset in offsets:
        by_device.setdefault(offset.device, []).append(offset)
    if not by_device:
        return as_stamped
    steps = {device: _steps(some) for device, some in by_device.items()}

    def effective(dot: Dot, stamp: int) -> int:
        known = steps.get(dot.device)
        if known is None:
            return stamp
        begins, wrong = known
        return stamp - (wrong[bisect_right(begins, dot.seq) - 1] << COUNTER_BITS)

    return effective


def _steps(offsets: Iterable[Offset]) -> tuple[list[int], list[int]]:
    """From which operations of a device on its clock was ahead by something else, and by how much."""
    coming = sorted(offsets, key=lambda one: -one.first)
    begins, wrong = [0], [0]
    going: list[tuple[int, int]] = []
    for seq in sorted({seq for one in coming for seq in (one.first, one.last + 1)}):
        while coming and coming[-1].first <= seq:
            one = coming.pop()
            heappush(going, (-one.ms, one.last))
        while going and going[0][1] < seq:
            heappop(going)
        begins.append(seq)
        wrong.append(-going[0][0] if going else 0)
    return begins, wrong
