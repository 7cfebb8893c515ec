"""Steps along a life cycle, taken as its table says: what is told, what it takes, what it does, what is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from desktop.domain.codes import label_of
from desktop.domain.fields import with_precision
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import MANAGER, LifeCycle, Transition, in_order
from desktop.domain.persian.calendar import read_date, short
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Kind, Row
from desktop.domain.steps import tellable
from desktop.services.history import remember_step
from desktop.services.writing import (
    refuse_fields_of_others,
    refuse_program_fields,
    write_change,
    write_new,
)
from desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class _Place:
    """Where in a history a step stands: after which state, before which line (None: it is the last)."""

    source: str
    on: date
    next: Row | None = None


def take_step(
    work: UnitOfWork,
    kind: Kind,
    life: LifeCycle,
    old: Row,
    target: str,
    given: Mapping[str, object],
    program: Mapping[str, Any] = MappingProxyType({}),
) -> Row:
    """Move a record along its life cycle, with all that its table says. Refused whole or done whole.

    `program` are values that the program itself sets with the step, as what a signature freezes.
    """
    place = _place(work, life, old, given.get("on"))
    if place.source == target and any(step.by_itself and step.target == target for step in life.transitions):
        return old
    step = allowed_step(work, kind, life, place.source, target)
    refuse_program_fields(kind, given)
    refuse_fields_of_others(work, kind, given)
    own = _read(kind, step, given)
    if "on" not in own and (told := own.get(step.dated_by) or _day_of(life, step, old, work)):
        place = _dated(work, life, old, place, told)
    _refuse_unfit(life, place, target)
    own["on"] = place.on
    before = {**old, life.field: place.source}
    outcome = step.effect(before, own, work)
    known = before if place.next is None else {**before, **outcome.values}
    told = {name: value for name, value in own.items() if name in kind.fields}
    typed = {name: given[name] for name in told if kind.fields[name].entered_in}  # an amount keeps its own words
    values = {**outcome.values, **told, **typed}
    note = own.get("note")
    missing = [name for name in step.needs if not _filled(name, {**known, **values, "note": note})]
    if missing:
        raise RefusedError([Problem(name, "required") for name in missing])
    for record in outcome.records:
        _write(work, record.kind, record.id, record.values)
    problems = list(step.guard({**before, **values, **own}, work))
    if problems:
        raise RefusedError(problems)
    if place.next is not None:
        values = {name: value for name, value in values.items() if name in own or not old[name]}
        moved = write_change(work, kind, old, values)
    else:
        dated = {life.dated: place.on} if life.dated else {}
        moved = write_change(work, kind, old, values, {**program, life.field: target, **dated})
    remember_step(work, life, moved, (place.source, target), place.on, note)
    if place.next is not None:
        work.change(life.history, place.next["id"], {"from_status": target})
    return moved


def allowed_step(work: UnitOfWork, kind: Kind, life: LifeCycle, source: str, target: str) -> Transition:
    """The step of the table from here to there, if whoever asks may take it."""
    step = life.find(source, target)
    if step is None:
        codes = kind.fields[life.field].codes
        raise RefusedError.of("state", "no_such_step", source=label_of(codes, source), target=label_of(codes, target))
    if work.actor.role not in step.roles:
        raise RefusedError.of("state", "manager_only" if step.roles == MANAGER else "step_of_others")
    return step


def is_torn(work: UnitOfWork, kind: Kind, record_id: str) -> bool:
    """Whether the steps of a record are no chain any more that leads from its beginning to how it stands now."""
    row, life = work.get(kind.name, record_id), kind.life
    if row is None or life is None or row[life.begun] is None:  # older than its history
        return False
    lines = in_order(work.find(life.history, **{life.link: record_id}))
    states = [None, *(line["to_status"] for line in lines)]
    joined = [line["from_status"] for line in lines] == states[:-1]
    ends = bool(lines) and (row[life.field], row[life.dated]) == (states[-1], lines[-1]["on"])
    return not (joined and ends and row[life.begun] == lines[0]["on"])


def _place(work: UnitOfWork, life: LifeCycle, old: Row, given: object) -> _Place:
    """The place of a step in its history by its day: today unless told, never after today nor before the beginning."""
    if given is None or given == "":
        return _Place(old[life.field], work.today)
    try:
        on = given if isinstance(given, date) else read_date(str(given))
    except Refusal as refusal:
        raise RefusedError.of("on", refusal.code, **refusal.facts) from refusal
    if on > work.today:
        raise RefusedError.of("on", "in_future")
    lines = in_order(work.find(life.history, **{life.link: old["id"]})) if life.history else []
    before = [line for line in lines if line["on"] <= on]
    if lines and not before:
        raise RefusedError.of("on", "before_first_step", date=short(lines[0]["on"]))
    if len(before) == len(lines):
        return _Place(old[life.field], on)
    return _Place(before[-1]["to_status"], on, lines[len(before)])


def _day_of(life: LifeCycle, step: Transition, old: Row, work: UnitOfWork) -> date | None:
    """The day of what the step is about, after the step before it."""
    natural = step.day(old, work)
    return max(natural, old[life.dated] or natural) if natural else None


def _dated(work: UnitOfWork, life: LifeCycle, old: Row, place: _Place, told: date) -> _Place:
    """A step is of the day of what it is about, where that is not before the last step."""
    return _Place(place.source, told) if (old[life.dated] or told) <= told <= work.today else place


def _refuse_unfit(life: LifeCycle, place: _Place, target: str) -> None:
    """A step told after a later one stands between two: it ends nothing, and what followed it still follows."""
    if place.next is None:
        return
    going_on = place.source in life.going_on and target in life.going_on
    following = life.find(target, place.next["to_status"])
    if not going_on or following is None or not following.after_late:
        raise RefusedError.of("on", "step_out_of_order")


def _read(kind: Kind, step: Transition, told: Mapping[str, object]) -> dict[str, Any]:
    """What was told, as it is stored. Emptied words are as if not told."""
    known, told = tellable(kind, step), with_precision(kind.draft, told)
    read: dict[str, Any] = {}
    problems = [Problem(name, "unknown_field", {"given": name}) for name in told if name not in known]
    for name in (name for name in told if name in known and _filled(name, told)):
        try:
            read[name] = known[name].read(told[name])
        except Refusal as refusal:
            problems.append(Problem(name, refusal.code, refusal.facts))
    if problems:
        raise RefusedError(problems)
    return read


def _filled(name: str, values: Mapping[str, Any]) -> bool:
    value = values.get(name)
    return value is not None and value not in ("", [])


def _write(work: UnitOfWork, kind_name: str, record_id: str | None, values: Mapping[str, object]) -> None:
    """A record that the step writes, by all rules of its own declaration."""
    kind = KINDS[kind_name]
    old = work.get(kind_name, record_id)
    if old is None:
        write_new(work, kind, values)
    else:
        write_change(work, kind, old, values)
