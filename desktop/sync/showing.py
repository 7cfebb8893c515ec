"""What others wrote becomes what people see: rows, log lines, search entries and what follows for other records."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import today_in_iran
from desktop.domain.kinds import KINDS
from desktop.store import changes, unlisted
from desktop.store.derived import follow
from desktop.store.triggers import logged_columns
from desktop.store.unit_of_work import SWEEP
from desktop.sync.authors import sign_rows
from desktop.sync.kept_states import known_clocks, read_states, write_conflicts, write_states
from desktop.sync.merge import DELETED, MADE, Effective, Operation, State, absorb, is_too_late
from desktop.sync.ordinary import HEADS, MEMBERS, Line, Ordinary
from desktop.sync.row_writing import stored_at, whole_row, write_rows
from desktop.sync.rows import rows_of

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once, not for every line
_UNSEEN = frozenset({"hide", "device"})  # what is not about a record's values


@dataclass
class Shown:
    """What was done with a portion."""

    log_first: int
    kinds: frozenset[str] = frozenset()
    too_late: set[int] = field(default_factory=set)  # operations on what had been erased: their content must go


@dataclass
class _Record:
    """A record while a portion is merged into it."""

    kind: str
    state: State
    row: dict[str, Any]
    is_new: bool
    before: Mapping[str, Any]
    touched: bool = False

    def changed(self) -> frozenset[str] | None:
        """What shows something else now; None for a record that is new here."""
        if self.is_new:
            return None
        return frozenset(name for name, value in self.row.items() if value != self.before[name])


def show(connection: Connection, operations: Sequence[Operation], schema: str, at: datetime) -> Shown:
    """Merge operations of one device, in their order, into the records; the log gets a line for each.

    `schema` is that of the program that wrote them: what this one does not know waits for its upgrade.
    """
    effective = known_clocks(connection)
    ours = [one for one in operations if one.kind in KINDS and one.action not in _UNSEEN]
    known_names = {kind: {*logged_columns(KINDS[kind]), MADE} for kind in {one.kind for one in ours}}
    ordinary = Ordinary(connection, [one for one in ours if one.fields.keys() <= known_names[one.kind]], effective)
    records = _records(connection, [one for one in ours if one.record not in ordinary.lines])
    done = Shown(changes.head(connection)[0] + 1)
    said: list[Line] = []
    parked = []
    for operation in operations:
        plain = ordinary.lines.get(operation.record) if operation.action not in _UNSEEN else None
        if plain is not None:
            said.append(plain)
            continue
        known = _known(operation)
        if known is not operation:
            parked.append((operation.record, operation.kind, schema))
        record = records.get(operation.record) if operation.action not in _UNSEEN else None
        fields = _merge(record, known, effective, done) if record else {}
        said.append(_said(operation, fields, record))
    changed = {record_id: record for record_id, record in records.items() if record.touched}
    moved = any(_moves(record) for record in changed.values())
    if moved:
        unlisted.list_all_left(connection, today_in_iran(at))
    ordinary.write()
    _write(connection, changed, operations, effective)
    changes.append_lines(connection, _lines(operations, said))
    for log_seq, operation in enumerate(operations, done.log_first):
        stands = operation.dot.seq not in done.too_late
        if operation.action in ("erase", "forget") and operation.record in records and stands:
            names = tuple(operation.fields) if operation.action == "forget" else ()
            changes.erase_fields(connection, operation.record, names, before=log_seq)
    _park(connection, parked)
    if moved:
        before = {id_: one.before for id_, one in changed.items() if one.kind == "person" and not one.is_new}
        kinds = {id_: (record.kind, record.is_new) for id_, record in changed.items()}
        follow(connection, kinds, before, today_in_iran(at))
    if ordinary.lines or (changed and not moved):
        unlisted.leave(connection, done.log_first)
    if any(operation.action in ("erase", "forget") for operation in ours):
        unlisted.list_all_left(connection, today_in_iran(at))
        connection.exec_driver_sql(SWEEP)
    done.kinds = frozenset(record.kind for record in changed.values()) | ordinary.kinds()
    return done


def _write(
    connection: Connection, changed: Mapping[str, _Record], operations: Sequence[Operation], effective: Effective
) -> None:
    """Rows and states of what was merged."""
    if not changed:
        return
    rows, states = ({id_: getattr(one, what) for id_, one in changed.items()} for what in ("row", "state"))
    sign_rows(connection, rows, states, operations, effective)
    write_rows(connection, [(record.kind, record.row, record.changed()) for record in changed.values()])
    write_states(connection, states)
    write_conflicts(connection, states, rows)


def _moves(record: _Record) -> bool:
    """Whether a household may be called by somebody else now: what it was called before counts in that."""
    if record.kind != "person" or record.is_new:
        return False
    row, before = record.row, record.before
    names = HEADS if row["relation_to_head"] == "head" else MEMBERS
    return any(row[name] != before[name] for name in names)


def built(kind: str, operations: Sequence[Operation], effective: Effective) -> tuple[State, dict[str, Any]]:
    """The state and the row of one record as these operations make them, of many devices; no row without any."""
    record, done = _Record(kind, State(kind), {}, True, {}), Shown(0)
    for operation in operations:
        if operation.action not in _UNSEEN:
            done.too_late.clear()
            _merge(record, _known(operation), effective, done)
    return record.state, record.row


def _records(connection: Connection, operations: Sequence[Operation]) -> dict[str, _Record]:
    wanted: dict[str, set[str]] = {}
    for operation in operations:
        wanted.setdefault(operation.kind, set()).add(operation.record)
    states = read_states(connection, {operation.record for operation in operations})
    found = {}
    for kind, record_ids in wanted.items():
        rows = rows_of(connection, kind, record_ids)
        for record_id in record_ids:
            row = rows.get(record_id)
            state = states.get(record_id) or State(kind)
            found[record_id] = _Record(kind, state, dict(row or {}), row is None, row or {})
    return found


def _known(operation: Operation) -> Operation:
    """The operation without what only a newer program knows; itself when there is nothing of that."""
    if operation.kind not in KINDS:
        return operation if operation.action in _UNSEEN or not operation.kind else operation._replace(fields={})
    columns = logged_columns(KINDS[operation.kind])
    if all(name in columns or name == MADE for name in operation.fields):
        return operation
    return operation._replace(fields={name: v for name, v in operation.fields.items() if name in {*columns, MADE}})


def _merge(record: _Record, operation: Operation, effective: Effective, done: Shown) -> dict[str, list[Any]]:
    """Take an operation into a record; each field that shows something else now, with what it was and is."""
    if not operation.fields and operation.action != "add":
        return {}
    if is_too_late(record.state, operation):
        done.too_late.add(operation.dot.seq)
    if not record.row:
        record.row = whole_row(record.kind, operation)
    told_made = operation.fields.get(MADE) if operation.dot.seq not in done.too_late else None
    is_first = record.state.whole is None
    columns = logged_columns(KINDS[record.kind])
    old = record.row
    unmade = old.get(DELETED) is not None and record.state == State(record.kind)  # all that had made it was void
    if unmade and operation.action == "add":
        record.row = {**old, **dict.fromkeys(columns), "row_version": 1}
    changed = absorb(record.state, operation, record.row, effective)
    told = {name: [old.get(name), value] for name, value in changed.items() if name in columns}
    if record.row is not old:
        told |= {name: [old[name], None] for name in columns if name not in changed and old[name] is not None}
    record.row.update({name: value for name, value in changed.items() if name in columns})
    record.touched = True
    if operation.action != "add" and operation.user and operation.fields.keys() - {DELETED}:
        record.row["row_version"] += 1
    if told_made:
        record.row["created_at"], record.row["created_by"] = told_made
    elif operation.action == "add":
        made = (stored_at(operation.stamp), operation.user)
        known = (record.row["created_at"], record.row["created_by"])
        record.row["created_at"], record.row["created_by"] = made if is_first else min(made, known)
    return told


def _said(operation: Operation, told: dict[str, list[Any]], record: _Record | None) -> Line:
    """What the log tells: what the operation changed here; after something was forgotten, all that is left."""
    if record is not None and operation.action == "add" and record.is_new:
        return Line("add", _encoded({name: pair for name, pair in told.items() if pair[1] is not None}))
    if record is not None and operation.action in ("erase", "forget"):
        columns = logged_columns(KINDS[record.kind])
        left = {name: [None, record.row[name]] for name in columns if record.row.get(name) is not None}
        return Line("erase" if operation.action == "erase" else "retell", _encoded(left))
    return Line("change", _encoded(told))


def _lines(operations: Sequence[Operation], said: Sequence[Line]) -> list[changes.Line]:
    """The lines of the log."""
    return [
        changes.Line(stamp, tx, user, dot.device, kind, record, action, fields)
        for (dot, stamp, tx, user, kind, record, *_), (action, fields) in zip(operations, said, strict=True)
    ]


def _park(connection: Connection, parked: list[tuple[str, str, str]]) -> None:
    if parked:
        connection.exec_driver_sql(
            "INSERT INTO parked_record (record_id, kind, schema_version) VALUES (?, ?, ?) "
            "ON CONFLICT (record_id) DO UPDATE SET schema_version = max(schema_version, excluded.schema_version)",
            parked,
        )
