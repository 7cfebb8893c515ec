"""Stand-ins for what a test cannot wait for: the clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass
class FakeClock:
    """A clock that stands still until a test moves it. Starts on شنبه ۱۴۰۴/۰۶/۱۵ at ten in Iran."""

    at: datetime = field(default_factory=lambda: datetime(2025, 9, 6, 6, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def uptime(self) -> float:
        """Seconds since the machine was switched on, which was at midnight."""
        return (self.at - self.at.replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds()

    def pass_time(self, **how_long: float) -> None:
        self.at += timedelta(**how_long)
