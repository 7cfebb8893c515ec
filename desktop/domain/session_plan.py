"""Sessions by a rule: every Saturday from a day, four times, from nine to eleven, holidays left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.persian.calendar import weekday
from desktop.domain.persian.workdays import FRIDAY, OfficeWeek
from desktop.domain.problems import Problem

_LONGEST = 3 * 366  # days within which even sixty sessions, one a fortnight, must have found their places


@dataclass(frozen=True)
class SessionRule:
    """When a workshop meets. `weekdays` count from شنبه as 0; Friday is met on only where it is named."""

    first: dt.date
    count: int
    weekdays: frozenset[int]
    start: dt.time | None = None
    end: dt.time | None = None
    every_weeks: int = 1
    skips_holidays: bool = True

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the rule itself."""
        if not self.weekdays or not self.weekdays <= set(range(FRIDAY + 1)):
            yield Problem("weekdays", "required")
        if not 1 <= self.count <= 60:
            yield Problem("count", "too_large" if self.count > 60 else "too_small", {"limit": "۶۰" if self.count > 60 else "۱"})
        if self.every_weeks < 1:
            yield Problem("every_weeks", "too_small", {"limit": "۱"})
        if self.start and self.end and self.end <= self.start:
            yield Problem("end", "end_before_start")


@dataclass(frozen=True)
class RuledDay:
    """A day that the rule comes to; `left_out` tells why no session is on it."""

    on: dt.date
    left_out: str = ""


def weekly(first: dt.date, count: int) -> SessionRule:
    """Once a week, on the weekday of the first session."""
    return SessionRule(first, count, frozenset({weekday(first)}))


def ruled_days(rule: SessionRule, week: OfficeWeek | None = None) -> Iterator[RuledDay]:
    """The days of a rule in their order, those that are left out with the occasion, until enough are found."""
    week = week or OfficeWeek()
    found, saturday = 0, rule.first - dt.timedelta(days=weekday(rule.first))
    for number in range(_LONGEST):
        day = rule.first + dt.timedelta(days=number)
        if weekday(day) not in rule.weekdays or (day - saturday).days // 7 % rule.every_weeks:
            continue
        occasion = week.holiday(day) if rule.skips_holidays else None
        yield RuledDay(day, occasion or "")
        found += not occasion
        if found == rule.count:
            return
