"""Who enrolled in the fictional workshops, who waits or gave up, who came, and who would like to come to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from desktop.domain.attendance import CAME
from desktop.domain.person import age_of
from desktop.domain.workshop_life import completes
from desktop.services.demo.courses import Course
from desktop.services.demo.drafts import Made

_MARKS, _MARK_WEIGHTS = ("present", "late", "absent", "excused"), (80, 7, 10, 3)
_GIVE_UP = 0.06
EARLIEST, _LATEST, _GIVEN_UP = 8, 4, 2  # days before a workshop on which somebody enrols, or gives it up
_INTERESTED = 12


def fill_seats(
    made: Made,
    course: Course,
    workshop: Mapping[str, Any],
    sessions: Sequence[Mapping[str, Any]],
    people: Sequence[dict[str, Any]],
) -> None:
    """Enrolments in the order of who came first, with marks of every session held; wishes where none can enrol yet."""
    chosen = _choose(made, course, people, workshop["capacity"])
    if workshop["status"] == "planned":
        for person in chosen[:_INTERESTED]:
            person["interests"] = sorted({*person["interests"], course.type})
        return
    begins = min(workshop["planned_start"], made.words.last_day)
    held = [session for session in sessions if session["held"]]
    seated = waiting = 0
    for turn, person in enumerate(chosen):
        place: dict[str, Any] = {
            "workshop_id": workshop["id"],
            "person_id": person["id"],
            "enrolled_on": begins - timedelta(days=made.random.randint(_LATEST, EARLIEST)),
        }
        if turn < workshop["capacity"] and made.chance(_GIVE_UP):
            place |= {"status": "withdrawn", "withdrawn_on": begins - timedelta(days=_GIVEN_UP)}
        elif seated == workshop["capacity"]:
            waiting += 1
            place |= {"status": "waiting", "waiting_rank": waiting}
        else:
            seated += 1
            place |= _seat(made, workshop, held, person)
            if turn >= workshop["capacity"]:
                place |= _promotion(begins - timedelta(days=_GIVEN_UP), workshop)
        made.add("workshop_enrollment", place)


def _promotion(on: date, workshop: Mapping[str, Any]) -> dict[str, Any]:
    """Who waited has the place of one who gave up; of a workshop that has not begun nobody has told them yet."""
    return {"promoted_on": on, "told_on": None if workshop["status"] == "open" else on}


def _seat(
    made: Made, workshop: Mapping[str, Any], held: Sequence[Mapping[str, Any]], person: Mapping[str, Any]
) -> dict[str, Any]:
    came = 0
    for session in held:
        state = made.random.choices(_MARKS, _MARK_WEIGHTS)[0]
        made.add("attendance", {"session_id": session["id"], "person_id": person["id"], "state": state})
        came += state in CAME
    if workshop["status"] != "reported":
        return {"status": "enrolled"}
    return {"status": "completed" if completes(came, len(held), workshop["min_attend_share"]) else "failed"}


def _choose(made: Made, course: Course, people: Sequence[dict[str, Any]], capacity: int) -> list[dict[str, Any]]:
    """People of the right age and sex, women who head a home first where the course is for them."""
    youngest, oldest = course.ages
    wanted = made.random.randint(capacity - 7, capacity + 3)
    found: dict[str, dict[str, Any]] = {}
    for _ in range(wanted * 40):
        if len(found) >= wanted or not people:
            break
        person = made.random.choice(people)
        age = age_of(person, made.words.last_day)
        if age is None or not youngest <= age <= oldest or (course.women and person["sex"] != "female"):
            continue
        if "women_heads" in course.targets and not person["is_women_head"] and made.chance(0.8):
            continue
        found[person["id"]] = person
    return list(found.values())
