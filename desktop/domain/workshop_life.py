"""The life of a workshop as one table: from, to, who may, what it takes and what it does (domain §3.6.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desktop.domain.lifecycle import Asked, LifeCycle, Transition
from desktop.domain.problems import Problem

Row = Mapping[str, Any]
OPEN_STATES = ("planned", "open", "running")
SEATED = ("enrolled", "completed", "failed")


def _first_session_held(values: Row, asked: Asked) -> Iterable[Problem]:
    if not any(s["held"] for s in asked.find("workshop_session", workshop_id=values["id"])):
        yield Problem("status", "no_session_held")


def _all_sessions_settled(values: Row, asked: Asked) -> Iterable[Problem]:
    sessions = asked.find("workshop_session", workshop_id=values["id"])
    if not sessions or any(s["held"] is None for s in sessions):
        yield Problem("status", "sessions_unsettled")


def _attendance_complete(values: Row, asked: Asked) -> Iterable[Problem]:
    enrolled = {e["person_id"] for e in asked.find("workshop_enrollment", workshop_id=values["id"]) if e["status"] in SEATED}
    for session in asked.find("workshop_session", workshop_id=values["id"]):
        marked = {a["person_id"] for a in asked.find("attendance", session_id=session["id"])}
        if session["held"] and not enrolled <= marked:
            yield Problem("status", "attendance_missing", {"no": session["no"]})


def _steps() -> Iterable[Transition]:
    yield Transition(source="planned", target="open", label="گشودن ثبت‌نام")
    yield Transition(source="open", target="running", label="آغاز کارگاه", guard=_first_session_held)
    yield Transition(source="running", target="held", label="پایان کارگاه", guard=_all_sessions_settled)
    yield Transition(source="held", target="reported", label="گزارش کارگاه", guard=_attendance_complete)
    for source in OPEN_STATES:
        yield Transition(source=source, target="cancelled", label="لغو کارگاه", needs=("cancel_reason",))


WORKSHOP_LIFE = LifeCycle(
    "status", "planned", tuple(_steps()), going_on=OPEN_STATES, history="workshop_event", link="workshop_id", begun="planned_on",
    dated="status_on",
)  # fmt: skip
