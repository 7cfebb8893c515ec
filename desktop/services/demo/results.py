"""What came of the fictional workshops: satisfaction, evaluations, certificates, and outcomes after ninety days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from desktop.domain.attendance import CAME
from desktop.domain.evaluation import USUAL_CRITERIA, weighted_total
from desktop.domain.outcome_followup import FOLLOW_UP_DAYS, FOLLOWED_TYPES
from desktop.domain.persian.calendar import jalali_month, month_title
from desktop.domain.workshop_seats import SEATED
from desktop.domain.workshop_session import session_hours
from desktop.services.demo.drafts import Made

_KINDS, _KIND_WEIGHTS = ("home_business", "market_sale", "further_study", "no_change"), (30, 20, 10, 40)
_EARLY = ("home_business", "market_sale")
_ASKED_WITHIN = 30  # days after which everybody who was due has been asked
_EVALUATORS = ("حمید یزدان‌پناه", "نرگس بامری")
_ADVICE = ("برگزاری در ساعت عصر", "نگهداری از کودکان هنگام جلسه", "یک جلسهٔ تمرین بیشتر", "دعوت از گروه‌های دیگر محله")


def make_results(made: Made) -> None:
    """Of each workshop that is over; nobody's income is told."""
    for workshop in made.of("workshop"):
        if workshop["status"] == "reported":
            _evaluate(made, workshop)
            _ask_how_it_was(made, workshop)
            _certify(made, workshop)
        if workshop["status"] in ("held", "reported"):
            _follow_up(made, workshop)


def _in(made: Made, workshop: dict[str, Any], *statuses: str) -> list[str]:
    return [
        place["person_id"]
        for place in made.of("workshop_enrollment")
        if place["workshop_id"] == workshop["id"] and place["status"] in statuses
    ]


def _evaluate(made: Made, workshop: dict[str, Any]) -> None:
    criteria = [
        {"name": name, "weight": float(weight), "score": made.random.choice((3.0, 3.5, 4.0, 4.5, 5.0))}
        for name, weight in USUAL_CRITERIA["workshop"]
    ]
    made.add(
        "evaluation",
        {
            "target_type": "workshop",
            "target_id": workshop["id"],
            "period": month_title(jalali_month(workshop["planned_end"])),
            "evaluated_on": workshop["status_on"],
            "evaluator": made.random.choice(_EVALUATORS),
            "criteria": criteria,
            "total": weighted_total(criteria),
            "strengths": "مشارکت خوب شرکت‌کنندگان",
            "recommendations": made.random.choice(_ADVICE),
        },
    )


def _ask_how_it_was(made: Made, workshop: dict[str, Any]) -> None:
    """Most of those who completed it filled a form; the forms tell of nobody."""
    for _ in _in(made, workshop, "completed"):
        if made.chance(0.85):
            score = made.random.choices((2, 3, 4, 5), (3, 12, 40, 45))[0]
            form = {"workshop_id": workshop["id"], "score": score, "filled_on": workshop["status_on"]}
            made.add("satisfaction_form", form)


def _held(made: Made, workshop: dict[str, Any]) -> list[dict[str, Any]]:
    return [s for s in made.of("workshop_session") if s["workshop_id"] == workshop["id"] and s["held"]]


def _certify(made: Made, workshop: dict[str, Any]) -> None:
    hours = round(sum(session_hours(session, workshop) for session in _held(made, workshop)), 2)
    for person in _in(made, workshop, "completed"):
        made.add(
            "certificate",
            {
                "workshop_id": workshop["id"],
                "person_id": person,
                "hours": hours,
                "issued_on": workshop["status_on"],
                "printed_count": 1 if made.chance(0.7) else 0,
            },
        )


def _follow_up(made: Made, workshop: dict[str, Any]) -> None:
    """Ninety days after the last session, where it was to change how somebody earns or learns.

    The newest that are due wait for a call; a few told by themselves, long before, what came of it.
    """
    if workshop["type"] not in FOLLOWED_TYPES:
        return
    held = _held(made, workshop)
    due_on = max(session["date"] for session in held) + timedelta(days=FOLLOW_UP_DAYS)
    known_by = made.words.last_day - timedelta(days=_ASKED_WITHIN)
    came = _who_came(made, held)
    for person in _in(made, workshop, *SEATED):
        if person not in came:
            continue
        told: dict[str, Any] = {"workshop_id": workshop["id"], "person_id": person, "due_on": due_on}
        if due_on <= known_by or (due_on <= made.words.last_day and made.chance(0.4)):
            reached = made.chance(0.85)
            kind = made.random.choices(_KINDS, _KIND_WEIGHTS)[0] if reached else None
            told |= {"checked_on": due_on, "reached": reached, "kind": kind}
        elif due_on > made.words.last_day and made.chance(0.1):
            told |= {"checked_on": made.words.last_day, "reached": True, "kind": made.random.choice(_EARLY)}
        made.add("outcome_followup", told)


def _who_came(made: Made, sessions: Sequence[dict[str, Any]]) -> set[str]:
    of = {session["id"] for session in sessions}
    return {a["person_id"] for a in made.of("attendance") if a["session_id"] in of and a["state"] in CAME}
