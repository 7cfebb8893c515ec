"""Taking back what one commit did, as a new change that the log also shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from desktop.domain.kinds import KINDS, table_of
from desktop.domain.person import fill_person
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Kind
from desktop.services.access import refuse_unset, require_writer
from desktop.services.competing import compete_still, let_compete
from desktop.services.echoes import after_delete, after_save
from desktop.services.membership import faults
from desktop.services.steps import is_torn
from desktop.services.stored import stored_values
from desktop.services.ties import tied_records
from desktop.store.changes import ANEW
from desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class _Line:
    """One line of the log: what was done to one record."""

    seq: int
    kind: str
    record_id: str
    action: str
    fields: Mapping[str, list[object]]
    erased: bool = False
    user_id: str = ""

    @property
    def deleted(self) -> bool:
        return self.fields.get("deleted_at", [None, None])[1] is not None

    @property
    def own(self) -> dict[str, list[object]]:
        """The declared fields with what they were and what they became."""
        return {name: pair for name, pair in self.fields.items() if name in KINDS[self.kind].fields}


def undo(work: UnitOfWork, tx: str) -> int:
    """Undo the commit `tx`, wholly or not at all; returns how many changes were taken back.

    RefusedError when somebody has built upon it since: changed the same fields again, or tied records to a new one;
    and when it erased something, or something of it was erased since, or settled a record for ever.
    """
    lines = _lines(work, tx)
    work.saw(max((line.seq for line in lines), default=0))  # what came after it was in nobody's mind
    _refuse_others_deeds(work, lines)
    for line, code in _hindrances(work, lines):
        raise RefusedError([Problem("", code, {"title": _title(work, line)})])
    homes = _households(work, lines)
    wrong_before = faults(work, homes)
    torn_before = {course for course in _courses(work, lines) if is_torn(work, *course)}
    disputed = compete_still(work, tx)
    done = sum(_take_back(work, line) for line in lines)
    let_compete(work, disputed)
    for home, wrong in faults(work, homes).items():
        if wrong != wrong_before.get(home):
            raise RefusedError.of("", "undo_household", title=work.titles([home]).get(home, ""))
    for kind, record_id in _courses(work, lines) - torn_before:
        if is_torn(work, kind, record_id):
            title = work.titles([record_id]).get(record_id) or kind.label
            raise RefusedError.of("", "undo_changed_since", title=title)
    return done


def _refuse_others_deeds(work: UnitOfWork, lines: list[_Line]) -> None:
    """Whoever may not write a record, or a field of it, does not turn it back either."""
    for line in lines:
        kind = KINDS[line.kind]
        if work.actor.user_id != line.user_id:
            require_writer(work, kind)
            refuse_unset(work.actor.role, kind, line.own)


def _courses(work: UnitOfWork, lines: list[_Line]) -> set[tuple[Kind, str]]:
    """The records whose steps these lines tell of."""
    found = set()
    for kind in (kind for kind in KINDS.values() if kind.life is not None and kind.life.history):
        life = kind.life
        for line in lines:
            if line.kind == kind.name:
                found.add((kind, line.record_id))
            elif life is not None and line.kind == life.history:
                steps = work.find_even_deleted(life.history, id=line.record_id)
                found |= {(kind, str(step[life.link])) for step in steps}
    return found


def _households(work: UnitOfWork, lines: list[_Line]) -> set[str]:
    """The households that these lines tell of, as they were and as they are."""
    found = {line.record_id for line in lines if line.kind == "household"}
    for line in lines:
        if line.kind == "person":
            found |= {str(home) for home in line.fields.get("household_id", ()) if home}
            lives = work.query("SELECT household_id FROM person WHERE id = :id", id=line.record_id)  # deleted or not
            found |= {str(row["household_id"]) for row in lives}
    return found


def _lines(work: UnitOfWork, tx: str) -> list[_Line]:
    """What the commit did, the last first."""
    sql = "SELECT seq, kind, record_id, action, fields, erased, user_id FROM change_log WHERE tx = ? ORDER BY seq DESC"
    rows = work.connection.exec_driver_sql(sql, (tx,)).all()
    return [
        _Line(seq, kind, record, action, json.loads(text), bool(gone), user)
        for seq, kind, record, action, text, gone, user in rows
    ]


def _hindrances(work: UnitOfWork, lines: list[_Line]) -> Iterator[tuple[_Line, str]]:
    """What stands in the way of undoing these lines, each with the line it concerns."""
    erased = next((line for line in lines if line.erased or line.action in ANEW), None)
    if erased is not None:
        yield erased, "undo_erased"
        return
    settled = next((line for line in lines if _settles(line)), None)
    if settled is not None:
        yield settled, "undo_settled"
        return
    ours = {line.record_id for line in lines}
    seen: set[str] = set()
    made: dict[str, dict[str, object]] = {}
    for line in reversed(lines):
        left = {name: pair[1] for name, pair in line.own.items()}
        made.setdefault(line.record_id, {}).update(stored_values(KINDS[line.kind], left))
    for line in lines:
        first, now = line.record_id not in seen, work.get(line.kind, line.record_id)
        seen.add(line.record_id)
        if line.deleted:
            if now is not None or _lost_its_owner(work, line, ours):
                yield line, "undo_changed_since"
        elif first and (now is None or any(now[name] != value for name, value in made[line.record_id].items())):
            yield line, "undo_changed_since"
        elif line.action == "add" and any(
            row["id"] not in ours for row in tied_records(work, line.kind, line.record_id)
        ):
            yield line, "undo_in_use"


def _settles(line: _Line) -> bool:
    """Whether a record came by this line into a state that is for ever, as a report that was signed."""
    kind = KINDS[line.kind]
    before, after = line.fields.get(kind.state, (None, None))
    return after in kind.stays and before not in kind.stays


def _lost_its_owner(work: UnitOfWork, deleted: _Line, ours: set[str]) -> bool:
    """Whether a record that a deleted one points to was deleted too, by another commit."""
    table = table_of(KINDS[deleted.kind])
    row = work.connection.execute(select(table).where(table.c.id == deleted.record_id)).mappings().one()
    return any(
        row[name] and row[name] not in ours and work.get(about.links, row[name]) is None
        for name, about in KINDS[deleted.kind].fields.items()
        if about.links
    )


def _title(work: UnitOfWork, line: _Line) -> str:
    return work.titles([line.record_id]).get(line.record_id) or KINDS[line.kind].label


def _take_back(work: UnitOfWork, line: _Line) -> bool:
    """Undo one line of the log, with all that follows from it; False when nothing is left to undo."""
    now = work.get(line.kind, line.record_id)
    if line.deleted:
        row = work.restore(line.kind, line.record_id) if now is None else None
        if row is not None:
            after_save(work, line.kind, row, None)
        return row is not None
    if now is None:
        return False
    if line.action == "add":
        work.delete(line.kind, line.record_id)
        after_delete(work, line.kind, now)
        return True
    before = stored_values(KINDS[line.kind], {name: pair[0] for name, pair in line.own.items()})
    row = work.change(line.kind, line.record_id, before)
    if line.kind == "person":
        row = work.change(line.kind, line.record_id, fill_person(row, work))
    after_save(work, line.kind, row, now)
    return True
