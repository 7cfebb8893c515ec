"""What is asked of the rule by which the sessions of a workshop are made."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Draft, Input, read_draft
from desktop.domain.persian.calendar import weekday
from desktop.domain.record import Row
from desktop.domain.session_plan import SessionRule


class SessionRuleDraft(Draft):
    """قاعدهٔ جلسه‌های کارگاه"""

    first: Annotated[dt.date, About(label="از تاریخ", input=Input.DATE, required=True)]
    count: Annotated[int, About(label="شمار جلسه", input=Input.INTEGER, required=True, low=1, high=60)]
    weekdays: Annotated[list[str], About(label="روزهای هفته", input=Input.CODES, codes="weekday", required=True)] = Field(default_factory=list, sa_type=JSON)
    start: Annotated[dt.time | None, About(label="آغاز", input=Input.TIME)] = None
    end: Annotated[dt.time | None, About(label="پایان", input=Input.TIME)] = None
    every_weeks: Annotated[int, About(label="هر چند هفته", input=Input.INTEGER, low=1, high=8)] = 1
    skips_holidays: Annotated[bool, About(label="تعطیلی‌ها رد شوند", input=Input.YES_NO)] = True


def read_rule(given: Mapping[str, object]) -> SessionRule:
    """The rule as typed; refused with a problem for every field that is wrong."""
    read = read_draft(SessionRuleDraft, given)
    return SessionRule(
        read.first, read.count, frozenset(map(int, read.weekdays)), read.start, read.end, read.every_weeks,
        read.skips_holidays,
    )  # fmt: skip


def usual_rule(workshop: Row) -> dict[str, object]:
    """What the form begins with: once a week on the weekday of the first day, as many as are planned."""
    first = workshop["planned_start"]
    return {
        "first": first, "count": workshop["sessions_planned"], "weekdays": [str(weekday(first))], "every_weeks": 1,
        "skips_holidays": True,
    }  # fmt: skip
