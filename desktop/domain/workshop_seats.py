"""Places in a workshop: who has one, whether one is free, and when nothing about it is written any more (domain §3.6.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.domain.problems import Problem
from desktop.domain.record import Facts

Row = Mapping[str, Any]
OPEN_STATES = ("planned", "open", "running")
SEATED = ("enrolled", "completed", "failed")
"""States of an enrolment that take a place."""
BARRED_SEX = {"women": "male", "men": "female"}


def free_seats(workshop: Row, enrollments: Iterable[Row]) -> int:
    """How many places nobody has; below 0 where more were given than there are."""
    return int(workshop["capacity"]) - sum(place["status"] in SEATED for place in enrollments)


def next_rank(enrollments: Iterable[Row]) -> int:
    """The place at the end of the waiting list."""
    return max((place["waiting_rank"] or 0 for place in enrollments if place["status"] == "waiting"), default=0) + 1


def reported_locks(values: Row, facts: Facts) -> list[Problem]:
    """Sessions and places of a workshop that was reported stay as they were."""
    workshop = facts.get("workshop", values["workshop_id"])
    return [Problem("workshop_id", "workshop_reported")] if workshop and workshop["status"] == "reported" else []


def attendance_locks(values: Row, facts: Facts) -> list[Problem]:
    """Nor does attendance at its sessions change."""
    session = facts.get("workshop_session", values["session_id"])
    return [Problem("session_id", "workshop_reported")] if session and reported_locks(session, facts) else []
