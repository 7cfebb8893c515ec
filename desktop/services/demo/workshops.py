"""Fictional workshops and their sessions: some over, some going on, one that was called off, the next ones planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from desktop.domain.persian.calendar import month_bounds, shift_month
from desktop.domain.session_plan import SessionRule, ruled_days
from desktop.domain.workshop_clashes import overlap
from desktop.services.demo.courses import COURSES, HOURS, INSTRUCTORS, PLACES, WEEKDAYS, Course
from desktop.services.demo.drafts import Made
from desktop.services.demo.seats import EARLIEST, fill_seats

_FEWEST, _MOST = 3, 10  # workshops a month
_RESIDENTS_FOR_ONE = 150
_PLANNED_BEFORE, _OPEN_BEFORE, _CANCELLED_BEFORE, _REPORTED_AFTER = 14, 10, 2, 3  # days
_TRIES = 20
_CALLED_OFF = "به حد نصاب نرسید."
_NOT_HELD = "مدرس نیامد."


class _Slot(NamedTuple):
    """When and where a workshop meets."""

    place: str
    start: time
    end: time
    days: tuple[date, ...]


@dataclass
class _Rooms:
    """What is planned already: no teacher and no room is wanted twice at one time."""

    taken: list[tuple[str, str, Mapping[str, Any]]] = field(default_factory=list)  # room, teacher, session

    def are_free(self, slot: _Slot, teacher: str) -> bool:
        wanted = _sessions_of(slot)
        return not any(
            overlap(one, session)
            for place, other, session in self.taken
            if place == slot.place or other == teacher
            for one in wanted
        )

    def take(self, slot: _Slot, teacher: str) -> None:
        self.taken += [(slot.place, teacher, session) for session in _sessions_of(slot)]


@dataclass(frozen=True)
class _Planned:
    course: Course
    workshop: dict[str, Any]
    sessions: list[dict[str, Any]]


def make_workshops(made: Made, neighborhoods: Sequence[str]) -> None:
    """Several workshops a month and those of the month to come; people who were registered before may enrol."""
    teachers = {
        name: made.add("instructor", {"full_name": name, "specialty": what})["id"] for name, what in INSTRUCTORS.items()
    }
    registered = {h["id"]: h["registered_on"] for h in made.of("household")}
    people = [p for p in made.of("person") if p["status"] == "active"]
    count = max(_FEWEST, min(_MOST, made.words.residents // _RESIDENTS_FOR_ONE))
    turn = made.random.randrange(len(COURSES))
    rooms, planned = _Rooms(), []
    for month in (*made.words.all_months(), shift_month(made.words.until, 1)):
        first, _ = month_bounds(month)
        for place in range(count):
            course = COURSES[turn % len(COURSES)]
            turn += 1
            slot = _find_slot(made, rooms, course, first + timedelta(days=1 + place * 24 // count))
            if len(_known(made, registered, people, slot.days[0])) * 20 < len(people):
                continue  # before a twentieth is registered nobody would come
            rooms.take(slot, course.teacher)
            planned.append(_add_workshop(made, course, slot, teachers[course.teacher], neighborhoods))
    _settle_states(made, planned)
    for one in planned:
        _hold(made, one)
        known = _known(made, registered, people, one.workshop["planned_start"])
        fill_seats(made, one.course, one.workshop, one.sessions, known)
        _tell_steps(made, one)


def _known(
    made: Made, registered: Mapping[str, date], people: Sequence[dict[str, Any]], begins: date
) -> list[dict[str, Any]]:
    """Who was registered when places were still given."""
    until = min(begins, made.words.last_day) - timedelta(days=EARLIEST)
    return [person for person in people if registered[person["household_id"]] <= until]


def _find_slot(made: Made, rooms: _Rooms, course: Course, first: date) -> _Slot:
    """Days by a rule that leaves holidays out, at an hour at which the room and the teacher are free."""
    for _ in range(_TRIES):
        start = made.random.choice(HOURS)
        end = (datetime.combine(first, start) + timedelta(hours=course.hours)).time()
        rule = SessionRule(first, course.sessions, frozenset(made.random.choice(WEEKDAYS)), start, end)
        days = tuple(day.on for day in ruled_days(rule) if not day.left_out)
        slot = _Slot(made.random.choice(PLACES), start, end, days)
        if rooms.are_free(slot, course.teacher):
            break
    return slot


def _sessions_of(slot: _Slot) -> list[dict[str, Any]]:
    return [{"date": day, "start": slot.start, "end": slot.end, "held": None} for day in slot.days]


def _add_workshop(made: Made, course: Course, slot: _Slot, teacher: str, neighborhoods: Sequence[str]) -> _Planned:
    childcare = course.women and made.chance(0.5)
    workshop = made.add(
        "workshop",
        {
            "title": course.title,
            "type": course.type,
            "field": course.field,
            "target_group": list(course.targets),
            "neighborhood_id": made.random.choice(neighborhoods),
            "instructor_id": teacher,
            "place": slot.place,
            "programme": course.programme,
            "planned_start": slot.days[0],
            "planned_end": slot.days[-1],
            "sessions_planned": course.sessions,
            "hours_per_session": course.hours,
            "capacity": made.random.choice((15, 18, 20, 25)),
            "sex_restriction": "women" if course.women else "mixed",
            "childcare": childcare,
            "childcare_places": made.random.choice((6, 8, 10)) if childcare else None,
            "cost_rial": made.random.randrange(8, 61) * 1_000_000,
        },
    )
    sessions = [
        made.add("workshop_session", {"workshop_id": workshop["id"], "no": no, **session})
        for no, session in enumerate(_sessions_of(slot), 1)
    ]
    return _Planned(course, workshop, sessions)


def _settle_states(made: Made, planned: Sequence[_Planned]) -> None:
    """States by the days; the newest that is over waits for its report, and one a little older was called off."""
    last = made.words.last_day
    for one in planned:
        start, end = one.workshop["planned_start"], one.workshop["planned_end"]
        if end <= last:
            one.workshop["status"] = "reported"
        elif start <= last:
            one.workshop["status"] = "running"
        else:
            one.workshop["status"] = "open" if (start - last).days <= _OPEN_BEFORE else "planned"
    over = sorted((one for one in planned if one.workshop["status"] == "reported"), key=_end)
    if len(over) > 1:
        over[-1].workshop["status"] = "held"
    for one in over[-3:-2]:
        one.workshop.update(status="cancelled", cancel_reason=_CALLED_OFF)


def _end(one: _Planned) -> date:
    end: date = one.workshop["planned_end"]
    return end


def _hold(made: Made, one: _Planned) -> None:
    """The sessions that took place until the last day; the first of a workshop always did."""
    if one.workshop["status"] == "cancelled":
        return
    for session in one.sessions:
        if session["date"] <= made.words.last_day:
            held = session["no"] == 1 or made.chance(0.95)
            session["held"] = held
            session["walk_ins"] = made.random.choice((0, 0, 0, 1, 2)) if held else 0
            session["note"] = None if held else _NOT_HELD


def _tell_steps(made: Made, one: _Planned) -> None:
    """The history that led to the state of a workshop."""
    workshop, last = one.workshop, made.words.last_day
    start, end = workshop["planned_start"], workshop["planned_end"]
    days = {
        "planned": start - timedelta(days=_PLANNED_BEFORE),
        "open": start - timedelta(days=_OPEN_BEFORE),
        "running": start,
        "held": end,
        "reported": end + timedelta(days=_REPORTED_AFTER),
        "cancelled": start - timedelta(days=_CANCELLED_BEFORE),
    }
    days = {state: min(day, last) for state, day in days.items()}
    course = ("planned", "open", "cancelled") if workshop["status"] == "cancelled" else tuple(days)[:-1]
    passed = course[: course.index(workshop["status"]) + 1]
    facilitators = [s["id"] for s in made.of("staff_member") if s["position"] == "facilitator"]
    by = made.random.choice(facilitators)
    for before, state in zip((None, *passed), passed, strict=False):
        step = {"workshop_id": workshop["id"], "from_status": before, "to_status": state, "on": days[state], "by": by}
        made.add("workshop_event", step)
    workshop.update(planned_on=days["planned"], status_on=days[passed[-1]])
