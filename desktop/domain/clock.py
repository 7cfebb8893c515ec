"""Hybrid logical clock: 48 bits of wall milliseconds and a 16-bit counter, always growing on one device.

Source: Kulkarni et al., "Logical Physical Clocks" (2014). A stamp orders changes of several laptops; it is
never taken as proof of what time it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

COUNTER_BITS = 16
IRAN = timezone(timedelta(hours=3, minutes=30))  # no daylight saving since 1402

Now = Callable[[], datetime]
Uptime = Callable[[], float]


def now() -> datetime:
    return datetime.now(UTC)


def since_boot() -> float:
    """Seconds that this machine has been on. Nobody turns it back or forward as they do a calendar."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)  # Linux also counts what was slept away
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)


def today_in_iran(at: datetime) -> date:
    """The office's calendar day; laptops with a wrong zone still get Iran's day."""
    return at.astimezone(IRAN).date()


def wall_stamp(at: datetime) -> int:
    """The stamp of a wall time. The next stamp of a device is the greater of this and its last one plus one."""
    return int(at.timestamp() * 1000) << COUNTER_BITS


def moment_of(stamp: int) -> datetime:
    """The wall time (UTC) that a stamp was made at, as far as its device knew."""
    return datetime.fromtimestamp((stamp >> COUNTER_BITS) / 1000, UTC)
