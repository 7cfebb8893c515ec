"""Days on which an office works: its week, the public holidays, and what the office itself corrects.

For deadlines that are promised in working days and for averages per working day. How long somebody has waited
is always counted in calendar days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.domain.persian.calendar import from_gregorian, weekday
from desktop.domain.persian.holidays import FIXED, LUNAR_YEARS, lunar_holidays

THURSDAY, FRIDAY = 5, 6

_LUNAR = lunar_holidays()


@dataclass(frozen=True)
class OfficeWeek:
    """When an office rests. A setting: some offices work on Thursdays, and governors close days at short notice."""

    rest_days: frozenset[int] = frozenset({FRIDAY})
    """Days of the week, counted from شنبه as 0."""
    closed: Mapping[dt.date, str] = field(default_factory=dict)
    """Days closed beside the table, with the reason: cold, dust, a lunar holiday that came a day later."""
    worked: frozenset[dt.date] = frozenset()
    """Days worked in spite of the table or the week."""

    def __post_init__(self) -> None:
        if len(self.rest_days) > FRIDAY or not self.rest_days <= set(range(7)):
            raise ValueError("a week has seven days, and an office works on one of them at least")

    def holiday(self, day: dt.date) -> str | None:
        """The occasion of a public holiday or of a closed day; None on other days, also of the weekend."""
        if day in self.worked:
            return None
        year, month, number = from_gregorian(day)
        return self.closed.get(day) or FIXED.get((month, number)) or _LUNAR.get((year, month, number))

    def is_working_day(self, day: dt.date) -> bool:
        """Whether the office is open."""
        if day in self.worked:
            return True
        return weekday(day) not in self.rest_days and self.holiday(day) is None

    def working_days(self, first: dt.date, last: dt.date) -> int:
        """How many days are worked from the first to the last, both counted; 0 when the last is before the first."""
        return sum(map(self.is_working_day, _days(first, last)))

    def after(self, day: dt.date, working_days: int) -> dt.date:
        """The day on which that many working days have passed; not counting the day itself, as terms are counted."""
        if working_days < 0:
            raise ValueError("a term is not counted backwards")
        while working_days:
            day += dt.timedelta(days=1)
            working_days -= self.is_working_day(day)
        return day


def holidays_known(year: int) -> bool:
    """Whether the lunar holidays of a Jalali year are in the table; otherwise only fixed ones are counted."""
    return year in LUNAR_YEARS


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
