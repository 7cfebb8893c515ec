"""Two things at one time: a person in two workshops, an instructor or a place in two sessions. Told, never refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.domain.persian.text import search_key
from desktop.domain.problems import Problem
from desktop.domain.record import Facts

Row = Mapping[str, Any]
TAKES_PART = frozenset({"enrolled", "waiting"})
_OVER = frozenset({"held", "reported", "cancelled"})


def overlap(one: Row, other: Row) -> bool:
    """Whether two sessions meet: on one day, at hours of which some are shared or not known."""
    if one["date"] != other["date"] or False in (one["held"], other["held"]):
        return False
    if None in (one["start"], one["end"], other["start"], other["end"]):
        return True
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _meet(ones: Iterable[Row], others: Iterable[Row]) -> Row | None:
    """The first of the others that meets one of these."""
    mine = list(ones)
    return next((other for other in others if any(overlap(one, other) for one in mine)), None)


def enrollment_doubts(values: Row, facts: Facts) -> Iterator[Problem]:
    """Another workshop of the same person at the same time."""
    if values["status"] not in TAKES_PART:
        return
    mine = facts.find("workshop_session", workshop_id=values["workshop_id"])
    for place in facts.find("workshop_enrollment", person_id=values["person_id"]):
        other = facts.get("workshop", place["workshop_id"])
        if other is None or other["id"] == values["workshop_id"] or other["status"] in _OVER or place["status"] not in TAKES_PART:
            continue
        met = _meet(mine, facts.find("workshop_session", workshop_id=other["id"]))
        if met is not None:
            yield Problem("person_id", "person_busy", {"title": other["title"]})


def session_doubts(values: Row, facts: Facts) -> Iterator[Problem]:
    """The instructor or the place of this session is wanted elsewhere at the same time."""
    workshop = facts.get("workshop", values["workshop_id"])
    if workshop is None or values["date"] is None:
        return
    for other in facts.find("workshop_session", date=values["date"]):
        if other["workshop_id"] == workshop["id"] or not overlap(values, other):
            continue
        rival = facts.get("workshop", other["workshop_id"])
        if rival is None or rival["status"] == "cancelled":
            continue
        if workshop["instructor_id"] and rival["instructor_id"] == workshop["instructor_id"]:
            yield Problem("date", "instructor_busy", {"title": rival["title"]})
        if search_key(rival["place"]) == search_key(workshop["place"]):
            yield Problem("date", "place_busy", {"title": rival["title"]})
