"""The sessions of a workshop made by a rule: shown before, with what they would meet, then written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Row
from desktop.domain.session_plan import RuledDay, SessionRule, ruled_days, weekly
from desktop.domain.workshop_clashes import session_doubts
from desktop.domain.workshop_session import fill_session
from desktop.services.records import add_record, change_record
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class PlannedSession:
    """A session as it would be; `doubts` say what its hour or place is wanted for already."""

    no: int
    on: date
    start: time | None
    end: time | None
    doubts: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class SessionPlan:
    """What a rule makes of a workshop that may have some sessions already."""

    sessions: tuple[PlannedSession, ...]
    left_out: tuple[RuledDay, ...]


def preview_sessions(rows: Rows, workshop_id: str, rule: SessionRule | None = None) -> SessionPlan:
    """The sessions that `plan_sessions` would write for this rule, and the holidays it would leave out."""
    workshop = _workshop(rows, workshop_id)
    known = rows.find("workshop_session", workshop_id=workshop_id)
    rule = rule or weekly(workshop["planned_start"], workshop["sessions_planned"])
    problems = list(rule.problems())
    if problems:
        raise RefusedError(problems)
    numbers = [no for no in range(1, rule.count + 1) if no not in {s["no"] for s in known}]
    taken = {s["date"] for s in known}
    days = list(ruled_days(replace(rule, count=len(numbers) + len(taken)))) if numbers else []
    free = [day for day in days if day.on not in taken and not day.left_out][: len(numbers)]
    last = free[-1].on if free else rule.first
    left_out = tuple(day for day in days if day.left_out and day.on < last)
    return SessionPlan(
        tuple(_planned(rows, workshop, rule, no, day.on) for no, day in zip(numbers, free, strict=False)), left_out
    )


def _planned(rows: Rows, workshop: Row, rule: SessionRule, no: int, on: date) -> PlannedSession:
    times = {"workshop_id": workshop["id"], "date": on, "start": rule.start, "end": rule.end, "held": None}
    values = {**times, **fill_session(times, rows)}
    return PlannedSession(no, on, values["start"], values["end"], tuple(session_doubts(values, rows)))


def plan_sessions(work: UnitOfWork, workshop_id: str, rule: SessionRule | None = None) -> list[Row]:
    """Write the sessions of a rule (once a week from the first day, unless told), and move the workshop's end to them.

    Sessions that are there already stay, and their days are not met on twice.
    """
    plan = preview_sessions(work, workshop_id, rule)
    return write_sessions(work, workshop_id, plan.sessions)


def write_sessions(work: UnitOfWork, workshop_id: str, sessions: tuple[PlannedSession, ...]) -> list[Row]:
    """Write sessions as somebody left them on the preview."""
    made = list(_written(work, workshop_id, sessions))
    last = max((session["date"] for session in made), default=None)
    if last is not None and last > _workshop(work, workshop_id)["planned_end"]:
        change_record(work, "workshop", workshop_id, {"planned_end": last})
    return made


def _written(work: UnitOfWork, workshop_id: str, sessions: tuple[PlannedSession, ...]) -> Iterator[Row]:
    for session in sessions:
        times = {"date": session.on, "start": session.start, "end": session.end}
        yield add_record(work, "workshop_session", {"workshop_id": workshop_id, "no": session.no, **times})


def _workshop(rows: Rows, workshop_id: str) -> Row:
    workshop = rows.get("workshop", workshop_id)
    if workshop is None:
        raise RefusedError.of("workshop_id", "unknown_record")
    return workshop
