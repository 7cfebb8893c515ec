"""Time that can be wrong: what was found out about a device's clock, and how far a stranger's stamp moves ours.

Clocks never decide whether something is a conflict, only which of two competing values is shown first.
"""

from __future__ import annotations

from collections.abc import Iterable
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

    def effective(dot: Dot, stamp: int) -> int:
        wrong = [one.ms for one in by_device.get(dot.device, ()) if one.first <= dot.seq <= one.last]
        return stamp - (max(wrong) << COUNTER_BITS) if wrong else stamp

    return effective
