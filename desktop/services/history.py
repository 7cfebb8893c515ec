"""The history of a record: a line for every step of its life."""

from __future__ import annotations

from datetime import date

from desktop.domain.fields import read_draft
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import LifeCycle
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.texts import faults_of_texts
from desktop.store.unit_of_work import UnitOfWork


def remember_step(
    work: UnitOfWork, life: LifeCycle, row: Row, states: tuple[str | None, str], on: date, note: object
) -> None:
    """The line in a record's history for one step from one state to another."""
    if not life.history:
        return
    kind = KINDS[life.history]
    step = {life.link: row["id"], "from_status": states[0], "to_status": states[1], "on": on, "note": note}
    draft = read_draft(kind.draft, {**step, "by": work.actor.staff_id or None}).model_dump()
    problems = list(faults_of_texts(work, kind, draft, ("note",)))
    if problems:
        raise RefusedError(problems)
    work.add(kind.name, draft)
