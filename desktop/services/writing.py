"""One record written by all rules of its declaration, with what follows from it; who may is asked elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.domain.fields import Input, abouts, read_draft, with_precision
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Kind, Row
from desktop.services.access import refuse_unset
from desktop.services.echoes import after_save
from desktop.services.history import remember_step
from desktop.services.texts import faults_of_texts
from desktop.store.unit_of_work import UnitOfWork


def write_new(work: UnitOfWork, kind: Kind, given: Mapping[str, object]) -> Row:
    """A new record of what was typed or imported. RefusedError names every field that is wrong."""
    refuse_program_fields(kind, given)
    refuse_fields_of_others(work, kind, given)
    draft = read_draft(kind.draft, with_precision(kind.draft, given)).model_dump()
    draft |= _acting(work, kind, draft)
    refuse_unknown_links(work, kind, draft)
    values = {**draft, **kind.fill(draft, work)} if kind.name != "person_identifier" else draft
    problems = [
        *kind.locks(values, work),
        *_too_late(work, kind, values),
        *kind.rules(values, work),
        *faults_of_texts(work, kind, values, kind.fields),
    ]
    if problems:
        raise RefusedError(problems)
    if kind.name == "person_identifier":
        values = {**values, **kind.fill(values, work)}
    row = work.add(kind.name, values)
    after_save(work, kind.name, row, None)
    if kind.life is not None and kind.life.history:
        remember_step(work, kind.life, row, (None, row[kind.life.field]), row[kind.life.begun], None)
    return row


def write_change(
    work: UnitOfWork, kind: Kind, old: Row, given: Mapping[str, object], program: Mapping[str, Any] | None = None
) -> Row:
    """The given fields, and those the program sets, on a record; all rules are asked about the whole of it."""
    fields, asked = kind.fields, with_precision(kind.draft, given)
    stays = {name: old[name] for name in fields if name not in asked}
    # What stays is not read again: a field left empty on purpose would become its default, «ایرانی» of who said no.
    draft = {**read_draft(kind.draft, {**stays, **asked}).model_dump(), **stays}
    refuse_unknown_links(work, kind, {name: draft[name] for name in given if name in draft})
    values = {**draft, **(program or {}), "id": old["id"]}
    changed = [name for name in given if name in fields and draft[name] != old[name]]
    problems = [
        *(kind.locks(old, work) or kind.locks(values, work)),
        *_too_late(work, kind, values),
        *kind.rules(values, work),
        *faults_of_texts(work, kind, values, changed),
    ]
    if problems:
        raise RefusedError(problems)
    values = {**values, **kind.fill(values, work)}
    row = work.change(kind.name, old["id"], {name: values[name] for name in fields})
    after_save(work, kind.name, row, old)
    return row


def _acting(work: UnitOfWork, kind: Kind, draft: Mapping[str, Any]) -> Mapping[str, Any]:
    """Whoever writes did it, where nobody else is named."""
    names = [name for name, about in kind.fields.items() if about.acting and not draft[name]]
    return dict.fromkeys(names, work.actor.staff_id or None)


def _too_late(work: UnitOfWork, kind: Kind, values: Mapping[str, Any]) -> list[Problem]:
    return [
        Problem(name, "in_future")
        for name, about in kind.fields.items()
        if about.not_future and isinstance(values.get(name), date) and values[name] > work.today
    ]


def refuse_program_fields(kind: Kind, given: Mapping[str, object]) -> None:
    """Nobody types what the program works out."""
    fields = kind.fields
    problems = [Problem(name, "read_only") for name in given if name in fields and fields[name].by_program]
    if problems:
        raise RefusedError(problems)


def refuse_fields_of_others(work: UnitOfWork, kind: Kind, given: Mapping[str, object]) -> None:
    """Some fields are for certain roles alone, as amounts are, and the score of need for the province."""
    refuse_unset(work.actor.role, kind, given)


def refuse_future(work: UnitOfWork, dates: Mapping[str, Any]) -> None:
    """Nothing has happened after today."""
    problems = [Problem(name, "in_future") for name, on in dates.items() if isinstance(on, date) and on > work.today]
    if problems:
        raise RefusedError(problems)


def refuse_unknown_links(work: UnitOfWork, kind: Kind, values: Mapping[str, Any]) -> None:
    """A link leads to a record that is there."""
    problems = [
        problem
        for name, about in kind.fields.items()
        if about.input is Input.LINK
        and values.get(name)
        and (problem := _link_problem(work, name, about.links or str(values[about.links_by]), values[name]))
    ]
    for name, about in kind.fields.items():
        if about.of is not None and values.get(name):
            links = {part: one.links for part, one in abouts(about.of).items() if one.links}
            led = [(links[part], row[part]) for row in values[name] for part in links if row.get(part)]
            problems += [p for to, one in led if (p := _link_problem(work, name, to, one))]
    if problems:
        raise RefusedError(problems)


def _link_problem(work: UnitOfWork, name: str, kind: str, record_id: str) -> Problem | None:
    found = work.get(kind, record_id)
    if found is None:
        return Problem(name, "unknown_record")
    if kind == "person" and found["status"] in _CLOSED:
        return Problem(name, _CLOSED[found["status"]])
    return None


_CLOSED = {"erased": "person_erased", "merged": "file_is_closed"}
