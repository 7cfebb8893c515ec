# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""Workshops of the month: hours, the people who came, who completed and what became of them (I-14 … I-19).

People are counted by their attendance at sessions that were held. Who came without a file and who was counted at an
event is no participant here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from desktop.domain.attendance import CAME
from desktop.domain.indicators import Indicator, rate
from desktop.domain.outcome_followup import POSITIVE
from desktop.domain.person import women_head_status
from desktop.domain.workshop_seats import SEATED
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
CAME_STATES = ", ".join(f"'{state}'" for state in CAME)
_SEATED = ", ".join(f"'{state}'" for state in SEATED)


def was_in(place: str, first_held: str) -> str:
    """Whether an enrolment counts (I-18), as a condition: who withdrew before the first session held, or only waited,
    never was in the workshop. `place` is its table's name in the statement, `first_held` an expression for that day.
    """
    left_later = f"{place}.waiting_rank IS NULL AND {place}.withdrawn_on >= {first_held}"
    return f"({place}.status IN ({_SEATED}) OR {place}.status = 'withdrawn' AND {left_later})"


POSITIVE_KINDS = ", ".join(f"'{kind}'" for kind in sorted(POSITIVE))
_MARKS = f"""
WITH held AS ({HELD})
SELECT held.workshop_id, a.person_id, sum(ifnull(a.minutes, held.minutes)) AS minutes
FROM held JOIN attendance a ON a.session_id = held.id WHERE a.deleted_at IS NULL AND a.state IN ({CAME_STATES})
GROUP BY 1, 2
"""
_WORKSHOPS = f"""
SELECT w.id, w.title, w.type, w.capacity, count(*) AS sessions, sum(held.minutes) / 60.0 AS hours
FROM ({HELD}) held JOIN workshop w ON w.id = held.workshop_id GROUP BY w.id ORDER BY length(w.code), w.code, w.id
"""
_BEFORE = f"""
WITH held AS ({HELD}), here AS (
  SELECT DISTINCT a.person_id FROM held JOIN attendance a ON a.session_id = held.id
  WHERE a.deleted_at IS NULL AND a.state IN ({CAME_STATES}))
SELECT DISTINCT a.person_id, s.workshop_id
FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id JOIN attendance a ON a.session_id = s.id
WHERE s.deleted_at IS NULL AND w.deleted_at IS NULL AND s.held AND s.date >= :year_before AND s.date < :first
  AND a.deleted_at IS NULL AND a.state IN ({CAME_STATES}) AND a.person_id IN (SELECT person_id FROM here)
"""
_PEOPLE = f"""
WITH held AS ({HELD})
SELECT id, sex, relation_to_head, women_head_override, birth_date, age_estimated, age_reference_date FROM person
WHERE id IN (SELECT a.person_id FROM held JOIN attendance a ON a.session_id = held.id
  WHERE a.deleted_at IS NULL AND a.state IN ({CAME_STATES}))
"""
# The last step that the month knows is the report, and it was taken in the month. Of workshops that are older than
# their history nothing but the day planned for their end is known.
BEGUN = """
WITH last AS (
  SELECT e.workshop_id, max(e."on" || e.id || e.to_status) AS told, max(length(e.id)) AS wide FROM workshop_event e
  WHERE e.deleted_at IS NULL AND e."on" <= :last GROUP BY e.workshop_id
), reported AS (
  SELECT workshop_id AS id FROM last WHERE substr(told, 11 + wide) = 'reported' AND substr(told, 1, 10) >= :first
  UNION ALL
  SELECT id FROM workshop w WHERE status = 'reported' AND planned_end BETWEEN :first AND :last
    AND NOT EXISTS (SELECT 1 FROM workshop_event e WHERE e.workshop_id = w.id)
), begun AS (
  SELECT r.id, (SELECT min(s.date) FROM workshop_session s WHERE s.workshop_id = r.id AND s.held
    AND s.deleted_at IS NULL) AS first_held
  FROM reported r JOIN workshop w ON w.id = r.id WHERE w.deleted_at IS NULL
)
"""
IN_BEGUN = f"p.workshop_id = b.id AND p.deleted_at IS NULL AND {was_in('p', 'b.first_held')}"
_REPORTED = f"""{BEGUN}
SELECT b.id, count(p.id) AS enrolled, ifnull(sum(p.status = 'completed'), 0) AS completed
FROM begun b LEFT JOIN workshop_enrollment p ON {IN_BEGUN} GROUP BY b.id
"""
_OUTCOMES = f"""
SELECT count(*) AS due,
  ifnull(sum(reached = 1 AND checked_on <= :last), 0) AS followed,
  ifnull(sum(reached = 1 AND checked_on <= :last AND kind IN ({POSITIVE_KINDS})), 0) AS positive,
  ifnull(sum(reached = 0 AND checked_on <= :last), 0) AS not_reached
FROM outcome_followup WHERE deleted_at IS NULL AND jalali_month = :month
"""


class Training:
    """The workshops of one month, asked once."""

    def __init__(self, month: Snapshot) -> None:
        self._month = month
        self._marks = month.query(_MARKS)
        self.workshops_of: dict[str, set[str]] = defaultdict(set)  # person → workshops of the month
        for row in self._marks:
            self.workshops_of[row["person_id"]].add(row["workshop_id"])

    def indicators(self) -> Iterator[Indicator]:
        """I-14 … I-19."""
        people = len(self.workshops_of)
        hours = round(sum(row["minutes"] for row in self._marks) / 60, 2)
        yield Indicator("I-14", hours, numerator=hours)
        yield Indicator("I-15", people, numerator=people)
        told = [status for status in self.heads.values() if status is not None]
        heads, known = sum(told), len(told)
        yield Indicator("I-16", rate(heads, known), heads, known, missing=people - known)
        again = len(self.came_again())
        yield Indicator("I-17", rate(again, people), again, people)
        reported = self._month.query(_REPORTED)
        completed, enrolled = (sum(row[name] for row in reported) for name in ("completed", "enrolled"))
        yield Indicator("I-18", rate(completed, enrolled), completed, enrolled)
        yield _outcomes(self._month)

    @cached_property
    def heads(self) -> dict[str, bool | None]:
        """Person → whether she is at the head of a household as of the month's end; None where it is not known."""
        return {row["id"]: women_head_status(_dated(row), self._month.last) for row in self._month.query(_PEOPLE)}

    def came_again(self) -> set[str]:
        """Who came to another workshop too, in the month or in the 365 days before it."""
        met = {person: set(workshops) for person, workshops in self.workshops_of.items()}
        for row in self._month.query(_BEFORE):
            met[row["person_id"]].add(row["workshop_id"])
        return {person for person, workshops in met.items() if len(workshops) > 1}

    def workshops(self) -> Iterator[Mapping[str, Any]]:
        """Workshops with a session held in the month, in the order of their codes, with who came."""
        people: defaultdict[str, list[str]] = defaultdict(list)
        minutes: Counter[str] = Counter()
        for row in self._marks:
            people[row["workshop_id"]].append(row["person_id"])
            minutes[row["workshop_id"]] += row["minutes"]
        for row in self._month.query(_WORKSHOPS):
            came = people[row["id"]]
            yield {
                **row,
                "people": len(came),
                "person_hours": minutes[row["id"]] / 60,
                "women_heads": sum(bool(self.heads.get(person)) for person in came),
            }


def _outcomes(month: Snapshot) -> Indicator:
    found = month.query(_OUTCOMES)[0]
    followed, missed = found["followed"], found["not_reached"]
    waiting = found["due"] - followed - missed
    beside = {"not_reached": missed, "not_asked": waiting}
    value = rate(found["positive"], followed)
    return Indicator("I-19", value, found["positive"], followed, missing=missed + waiting, beside=beside)


def _dated(row: Mapping[str, Any]) -> dict[str, Any]:
    """A person of a hand-written statement, with days as days."""
    days = ("birth_date", "age_reference_date")
    return {**row, **{name: date.fromisoformat(row[name]) if row[name] else None for name in days}}
