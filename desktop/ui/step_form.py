"""The next steps of a record and the small form of each, as the life cycle of its kind declares them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.fields import About
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.domain.steps import asked, tellable
from desktop.services.records import step_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.asking import Asking, ask
from desktop.ui.form_work import Parts
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.widgets.buttons import Look
from desktop.ui.widgets.wording import said

_DAY = "on"
_ENDS_BADLY = frozenset({"cancelled", "terminated", "refused", "rejected", "closed", "returned", "suspended"})


@dataclass(frozen=True)
class Record:
    """The record that moves, and the day on which it is asked."""

    kind: str
    row: Row
    today: date
    seen: int | None = None  # the last line of the log when it was read; None: now


def steps_of(kind: str, row: Row, role: str) -> list[Transition]:
    """The steps that this role may take now, as the life cycle declares them."""
    declared = KINDS[kind]
    if declared.life is None or role not in declared.writers:
        return []
    return [step for step in declared.life.leaving(row[declared.life.field]) if role in step.roles]


def look_of(step: Transition, place: int) -> Look:
    """The first step is the usual one; an end that nobody hoped for warns."""
    return "danger" if step.target in _ENDS_BADLY else "primary" if place == 0 else ""


def take_step(
    widget: QWidget,
    parts: Parts,
    record: Record,
    step: Transition,
    *,
    problems: Sequence[Problem] = (),
    done: Callable[[], object] = lambda: None,
) -> None:
    """Asks what the step asks and takes it; one that asks nothing is taken at once, and can be taken back.

    `problems`: why it was refused just now, where it had asked nothing; the fields they speak of are asked.
    """
    fields = fields_of(record, step, [problem.field for problem in problems])
    if not fields:
        _take_at_once(widget, parts, record, step, done)
        return

    def act(work: UnitOfWork, given: Mapping[str, Any]) -> str:
        _step(record, step, work, given)
        return told(step)

    shown = first_values(record, step, fields)
    asking = Asking(f"step:{step.target}", said(step.label), fields, shown, act, hint=_hint(step), seen=record.seen)
    dialog = ask(widget, parts, (record.kind, str(record.row["id"])), asking, done=done)
    if problems:
        dialog.show_problems(problems)


def fields_of(record: Record, step: Transition, more: Sequence[str] = ()) -> Mapping[str, About]:
    """What the dialog of a step asks: what it needs first, then what may be told, and `more` of its record."""
    kind = KINDS[record.kind]
    found = dict(asked(kind, step))
    known = tellable(kind, step)
    for name in more:
        if name in known and name not in found and not known[name].by_program:
            found[name] = replace(known[name], in_form=True)
    if _DAY in found and step.dated_by in found:
        del found[_DAY]  # the day of what happened is the day of the step
    return found


def first_values(record: Record, step: Transition, fields: Mapping[str, About]) -> dict[str, object]:
    """What stands in the dialog when it opens: what is known already, and today as the day."""
    shown = {name: record.row.get(name) for name in fields}
    for name in (_DAY, step.dated_by):
        if name in shown and shown[name] is None:
            shown[name] = record.today
    return shown


def told(step: Transition) -> str:
    """The sentence after a step."""
    return QCoreApplication.translate("Steps", "گام «{step}» ثبت شد.").format(step=said(step.label))


def _step(record: Record, step: Transition, work: UnitOfWork, given: Mapping[str, Any]) -> Row:
    values = {name: value for name, value in given.items() if value is not None}
    return step_record(work, record.kind, str(record.row["id"]), step.target, values)


def _take_at_once(widget: QWidget, parts: Parts, record: Record, step: Transition, done: Callable[[], object]) -> None:
    context, operations, _asker = parts

    def finished(saved: Saved[Row]) -> None:
        done()
        tell_saved(widget, operations, context.office, told(step), saved.changes)

    def refused(problems: list[Problem]) -> None:
        """What is missing is asked for, beside what is said of it; what no field can mend is told."""
        if fields_of(record, step, [problem.field for problem in problems]):
            take_step(widget, parts, record, step, problems=problems, done=done)
        else:
            operations.tell(problems)

    operations.change(
        saving(context.office, lambda work: _step(record, step, work, {}), record.seen), finished, refused
    )


def _hint(step: Transition) -> str:
    """What the table says of the step."""
    return " ".join(said(sentence) for sentence in step.tells)
