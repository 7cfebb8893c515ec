# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""Workshops of the month: person-hours and the people who came (I-14, I-15), in all and of each workshop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.domain.attendance import CAME
from desktop.domain.indicators import Indicator
from desktop.services.indicators.snapshot import Snapshot

# A session lasts by its own clock times, else by the plan of its workshop.
MINUTES = (
    'CASE WHEN s.start IS NULL OR s."end" IS NULL THEN w.hours_per_session * 60 '
    "ELSE (strftime('%s', s.\"end\") - strftime('%s', s.start)) / 60 END"
)
HELD = f"""
SELECT s.id, s.workshop_id, w.field, {MINUTES} AS minutes
FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id
WHERE s.deleted_at IS NULL AND w.deleted_at IS NULL AND s.held AND s.jalali_month = :month
"""
_CAME = ", ".join(f"'{state}'" for state in CAME)
_MARKS = f"""
WITH held AS ({HELD}), mark AS (
  SELECT held.workshop_id, a.person_id, ifnull(a.minutes, held.minutes) AS minutes
  FROM held JOIN attendance a ON a.session_id = held.id WHERE a.deleted_at IS NULL AND a.state IN ({_CAME})
)
"""
_WORKSHOPS = f"""{_MARKS}
SELECT w.title, w.type, w.capacity, count(*) AS sessions, sum(held.minutes) / 60.0 AS hours,
  (SELECT count(DISTINCT person_id) FROM mark WHERE mark.workshop_id = w.id) AS people,
  (SELECT ifnull(sum(minutes), 0) FROM mark WHERE mark.workshop_id = w.id) / 60.0 AS person_hours
FROM held JOIN workshop w ON w.id = held.workshop_id GROUP BY w.id ORDER BY length(w.code), w.code, w.id
"""
_PEOPLE = (
    f"{_MARKS} SELECT count(DISTINCT person_id) AS people, ifnull(sum(minutes), 0) / 60.0 AS person_hours FROM mark"
)


def indicators(month: Snapshot) -> Iterator[Indicator]:
    """I-14 and I-15."""
    came = month.query(_PEOPLE)[0]
    hours = round(came["person_hours"], 2)
    yield Indicator("I-14", hours, numerator=hours)
    yield Indicator("I-15", came["people"], numerator=came["people"])


def workshops(month: Snapshot) -> list[Mapping[str, Any]]:
    """Workshops with a session held in the month, in the order of their codes."""
    return month.query(_WORKSHOPS)
