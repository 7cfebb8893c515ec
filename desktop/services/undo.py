"""Taking back what one commit did, as a new change that the log also shows."""

from __future__ import annotations

import json

from desktop.domain.fields import Input
from desktop.domain.kinds import KINDS
from desktop.domain.person import fill_person
from desktop.services.echoes import after_delete, after_save
from desktop.store.unit_of_work import UnitOfWork


def undo(work: UnitOfWork, tx: str) -> int:
    """Undo the commit `tx`; returns how many changes were taken back. A field that was changed again since is left."""
    rows = work.connection.exec_driver_sql(
        "SELECT kind, record_id, action, fields FROM change_log WHERE tx = ? ORDER BY seq DESC", (tx,)
    ).all()
    return sum(
        _take_back(work, kind_name, record_id, action, json.loads(text)) for kind_name, record_id, action, text in rows
    )


def _take_back(work: UnitOfWork, kind_name: str, record_id: str, action: str, fields: dict[str, list[object]]) -> bool:
    """Undo one line of the log, with all that follows from it; False when nothing is left to undo."""
    now = work.get(kind_name, record_id)
    if fields.get("deleted_at", [None, None])[1] is not None:
        row = work.restore(kind_name, record_id) if now is None else None
        if row is not None:
            after_save(work, kind_name, row, None)
        return row is not None
    if now is None:
        return False
    if action == "add":
        work.delete(kind_name, record_id)
        after_delete(work, kind_name, now)
        return True
    known = {name: pair for name, pair in fields.items() if name in KINDS[kind_name].fields}
    made = _stored(kind_name, {name: pair[1] for name, pair in known.items()})
    untouched = {name: pair[0] for name, pair in known.items() if now[name] == made[name]}
    row = work.change(kind_name, record_id, _stored(kind_name, untouched))
    if kind_name == "person":
        row = work.change(kind_name, record_id, fill_person(row, work))
    after_save(work, kind_name, row, now)
    return True


def _stored(kind_name: str, old: dict[str, object]) -> dict[str, object]:
    """Logged values as the table holds them: dates and times from text, yes and no from numbers."""
    kind = KINDS[kind_name]
    made: dict[str, object] = {}
    for name, value in old.items():
        about = kind.fields[name]
        if value is None:
            made[name] = None
        elif about.input is Input.YES_NO:
            made[name] = bool(value)
        else:
            made[name] = about.read(value)
    return made
