"""What came of the fictional workshops: satisfaction, evaluations, certificates, and outcomes after ninety days."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from desktop.domain.evaluation import USUAL_CRITERIA, weighted_total
from desktop.domain.outcome_followup import FOLLOW_UP_DAYS, FOLLOWED_TYPES
from desktop.domain.persian.calendar import jalali_month, month_title
from desktop.services.demo.drafts import Made

_KINDS, _KIND_WEIGHTS = ("home_business", "market_sale", "further_study", "no_change"), (30, 20, 10, 40)
_EVALUATORS = ("حمید یزدان‌پناه", "نرگس بامری")
_ADVICE = ("برگزاری در ساعت عصر", "نگهداری از کودکان هنگام جلسه", "یک جلسهٔ تمرین بیشتر", "دعوت از گروه‌های دیگر محله")


def make_results(made: Made) -> None:
    """Of each workshop that was reported; nobody's income is told."""
    for workshop in made.of("workshop"):
        if workshop["status"] == "reported":
            _evaluate(made, workshop)
            _ask_how_it_was(made, workshop)
            _certify(made, workshop)
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


def _certify(made: Made, workshop: dict[str, Any]) -> None:
    held = [s for s in made.of("workshop_session") if s["workshop_id"] == workshop["id"] and s["held"]]
    hours = round(len(held) * float(workshop["hours_per_session"]), 2)
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
    """Ninety days after the last session that took place, where it was to change how somebody earns or learns."""
    held = [s["date"] for s in made.of("workshop_session") if s["workshop_id"] == workshop["id"] and s["held"]]
    due_on = max(held, default=workshop["planned_end"]) + timedelta(days=FOLLOW_UP_DAYS)
    if workshop["type"] not in FOLLOWED_TYPES or due_on > made.words.last_day:
        return
    for person in _in(made, workshop, "completed", "failed"):
        reached = made.chance(0.85)
        made.add(
            "outcome_followup",
            {
                "workshop_id": workshop["id"],
                "person_id": person,
                "due_on": due_on,
                "checked_on": due_on,
                "reached": reached,
                "kind": made.random.choices(_KINDS, _KIND_WEIGHTS)[0] if reached else None,
            },
        )
