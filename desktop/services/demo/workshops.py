"""Fictional workshops with their sessions, enrolments and attendance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from typing import Any, NamedTuple

from desktop.domain.attendance import CAME
from desktop.domain.persian.calendar import month_bounds
from desktop.domain.person import age_of
from desktop.services.demo.drafts import Made

_FEWEST, _MOST = 3, 10  # workshops a month
_RESIDENTS_FOR_ONE = 150
_PLANNED_BEFORE, _OPEN_BEFORE, _REPORTED_AFTER = 14, 10, 3  # days
_MARKS, _MARK_WEIGHTS = ("present", "late", "absent", "excused"), (80, 7, 10, 3)


class Course(NamedTuple):
    """One kind of workshop."""

    type: str
    title: str
    field: str
    sessions: int
    hours: float
    women: bool
    ages: tuple[int, int]
    targets: tuple[str, ...]


COURSES = (
    Course("life_skills", "مهارت‌های زندگی، گروه مادران", "social", 4, 2, True, (20, 60), ("mothers",)),
    Course("home_jobs", "خیاطی خانگی", "economic", 6, 3, True, (18, 60), ("women_heads", "job_seekers")),
    Course("parenting", "فرزندپروری", "social", 4, 1.5, True, (20, 50), ("mothers",)),
    Course("handicraft", "پته‌دوزی", "economic", 5, 2.5, True, (16, 60), ("women_heads",)),
    Course("resilience", "تاب‌آوری خانواده", "social", 3, 2, False, (18, 70), ("all",)),
    Course("digital", "سواد رسانه برای نوجوانان", "education", 4, 2, False, (12, 18), ("youth",)),
    Course("health_edu", "تغذیهٔ مادر و کودک", "health", 3, 2, True, (18, 50), ("mothers",)),
    Course("vocational", "برق ساختمان", "economic", 6, 3, False, (18, 45), ("job_seekers",)),
    Course("literacy", "سوادآموزی بزرگسالان", "education", 6, 2, False, (25, 75), ("all",)),
    Course("legal_edu", "حقوق اجاره‌نشینان", "legal", 2, 2, False, (20, 70), ("all",)),
    Course("first_aid", "کمک‌های نخستین", "health", 3, 2, False, (15, 60), ("youth", "all")),
    Course("entrepreneurship", "از هنر تا درآمد", "economic", 4, 2, True, (18, 55), ("women_heads",)),
)
INSTRUCTORS = (
    ("الهام توکلی", "روانشناسی"),
    ("ژیلا کهن‌دل", "خیاطی و پته‌دوزی"),
    ("بهنام سرچشمه", "برق و تأسیسات"),
    ("ثریا میربلوچ", "بهداشت"),
    ("کیوان دل‌آرام", "سواد رسانه"),
)
PLACES = ("خانهٔ محله", "نمازخانهٔ مدرسهٔ ایثار", "سالن دفتر", "مسجد امام‌رضا", "کتابخانهٔ محله")


def make_workshops(made: Made, neighborhoods: Sequence[str]) -> None:
    """Several workshops a month; people who were registered before may enrol."""
    instructors = [made.add("instructor", {"full_name": name, "specialty": what})["id"] for name, what in INSTRUCTORS]
    registered = {h["id"]: h["registered_on"] for h in made.of("household")}
    people = [p for p in made.of("person") if p["status"] == "active"]
    count = max(_FEWEST, min(_MOST, made.words.residents // _RESIDENTS_FOR_ONE))
    turn = made.random.randrange(len(COURSES))
    for month in made.words.all_months():
        first, last = month_bounds(month)
        for place in range(count):
            course = COURSES[turn % len(COURSES)]
            turn += 1
            start = first + timedelta(days=1 + place * 24 // count)
            if start.weekday() == 4:
                start += timedelta(days=1)
            ground = {
                "neighborhood_id": made.random.choice(neighborhoods),
                "instructor_id": made.random.choice(instructors),
            }
            known = [p for p in people if registered[p["household_id"]] < start]
            if len(known) * 20 >= len(people):  # before a twentieth is registered nobody would come
                workshop = _add_workshop(made, course, min(start, last), ground)
                _fill(made, course, workshop, known)
                _tell_steps(made, workshop)


def _add_workshop(made: Made, course: Course, start: date, ground: Mapping[str, Any]) -> dict[str, Any]:
    apart = made.random.choice((3, 4, 7))
    workshop = made.add(
        "workshop",
        {
            "title": course.title,
            "type": course.type,
            "field": course.field,
            "target_group": list(course.targets),
            **ground,
            "place": made.random.choice(PLACES),
            "planned_start": start,
            "planned_end": start + timedelta(days=apart * (course.sessions - 1)),
            "sessions_planned": course.sessions,
            "hours_per_session": course.hours,
            "capacity": made.random.choice((15, 18, 20, 25)),
            "sex_restriction": "women" if course.women else "mixed",
            "childcare": course.women and made.chance(0.5),
            "cost_rial": made.random.randrange(8, 61) * 1_000_000,
        },
    )
    for no in range(1, course.sessions + 1):
        on = start + timedelta(days=apart * (no - 1))
        held = None if on > made.words.last_day else made.chance(0.95)
        walk_ins = made.random.choice((0, 0, 0, 1, 2)) if held else 0
        made.add(
            "workshop_session",
            {"workshop_id": workshop["id"], "no": no, "date": on, "held": held, "walk_ins": walk_ins},
        )
    return workshop


def _fill(made: Made, course: Course, workshop: dict[str, Any], people: Sequence[dict[str, Any]]) -> None:
    sessions = [s for s in made.of("workshop_session")[-course.sessions :] if s["held"]]
    settled = workshop["planned_end"] <= made.words.last_day
    if settled and not sessions:
        workshop.update(status="cancelled", cancel_reason="به حد نصاب نرسید.")
    elif settled:
        workshop["status"] = (
            "held"
            if made.chance(0.2) and workshop["planned_end"] > made.words.last_day - timedelta(days=20)
            else "reported"
        )
    else:
        workshop["status"] = "running" if sessions else "open"
    for place, person in enumerate(_choose(made, course, people, workshop["capacity"])):
        waiting = place >= workshop["capacity"]
        status = "waiting" if waiting else "withdrawn" if made.chance(0.04) else "enrolled"
        enrollment = {
            "workshop_id": workshop["id"],
            "person_id": person["id"],
            "enrolled_on": workshop["planned_start"] - timedelta(days=made.random.randint(0, 3)),
            "status": status,
            "waiting_rank": place - workshop["capacity"] + 1 if waiting else None,
            "withdrawn_on": workshop["planned_start"] if status == "withdrawn" else None,
        }
        row = made.add("workshop_enrollment", enrollment)
        if status == "enrolled":
            came = _attend(made, sessions, person)
            if workshop["status"] == "reported":
                needed = ceil(workshop["min_attend_share"] * len(sessions))
                row["status"] = "completed" if came >= needed else "failed"


def _tell_steps(made: Made, workshop: dict[str, Any]) -> None:
    """The history that led to the state of a workshop."""
    start, end, last = workshop["planned_start"], workshop["planned_end"], made.words.last_day
    held = [s["date"] for s in made.of("workshop_session") if s["workshop_id"] == workshop["id"] and s["held"]]
    days = {
        "planned": start - timedelta(days=_PLANNED_BEFORE),
        "open": start - timedelta(days=_OPEN_BEFORE),
        "running": min(held, default=start),
        "held": end,
        "reported": min(end + timedelta(days=_REPORTED_AFTER), last),
        "cancelled": min(start, last),
    }
    course = ("planned", "open", "cancelled") if workshop["status"] == "cancelled" else tuple(days)[:-1]
    passed = course[: course.index(workshop["status"]) + 1]
    facilitators = [s["id"] for s in made.of("staff_member") if s["position"] == "facilitator"]
    by = made.random.choice(facilitators)
    for before, state in zip((None, *passed), passed, strict=False):
        step = {"workshop_id": workshop["id"], "from_status": before, "to_status": state, "on": days[state], "by": by}
        made.add("workshop_event", step)
    workshop.update(planned_on=days["planned"], status_on=days[passed[-1]])


def _attend(made: Made, sessions: Sequence[dict[str, Any]], person: Mapping[str, Any]) -> int:
    came = 0
    for session in sessions:
        state = made.random.choices(_MARKS, _MARK_WEIGHTS)[0]
        made.add("attendance", {"session_id": session["id"], "person_id": person["id"], "state": state})
        came += state in CAME
    return came


def _choose(made: Made, course: Course, people: Sequence[dict[str, Any]], capacity: int) -> list[dict[str, Any]]:
    """People of the right age and sex, women who head a home first where the course is for them."""
    youngest, oldest = course.ages
    wanted = made.random.randint(capacity - 7, capacity + 2)
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
