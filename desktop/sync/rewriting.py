"""Records that show something else now although nobody wrote in them: rows, lines of the log, search entries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import today_in_iran, wall_stamp
from desktop.domain.kinds import KINDS
from desktop.store import changes, unlisted
from desktop.store.derived import follow
from desktop.store.triggers import logged_columns
from desktop.store.unit_of_work import new_id
from desktop.sync.authors import sign_rows
from desktop.sync.kept_states import known_clocks, write_conflicts, write_states
from desktop.sync.merge import Operation, State
from desktop.sync.row_writing import write_rows
from desktop.sync.rows import shown_rows

_OF_THE_WRITING = ("created_at", "created_by", "row_version")


def rewrite(
    connection: Connection,
    states: Mapping[str, State],
    shown: Mapping[str, Mapping[str, Any]],
    at: datetime,
    operations: Iterable[Operation] = (),
) -> frozenset[str]:
    """Show of these records what `shown` says of some of their fields, and keep their states; the kinds that changed.

    The log tells it as the program's own deed, by no user on no device.
    """
    rows = shown_rows(connection, states)
    before = {record: dict(row) for record, row in rows.items()}
    new = {record: dict(shown[record]) for record in states.keys() - rows.keys() if shown.get(record)}
    rows |= new
    for record in before:
        told_of_it = {*logged_columns(KINDS[states[record].kind]), *_OF_THE_WRITING}
        rows[record].update({name: value for name, value in shown.get(record, {}).items() if name in told_of_it})
    sign_rows(connection, rows, states, operations, known_clocks(connection))
    changed = {record: row for record, row in rows.items() if row != before.get(record)}
    write_states(connection, states)
    write_conflicts(connection, states, rows)
    if not changed:
        return frozenset()
    unlisted.list_all_left(connection, today_in_iran(at))
    kinds = {record: states[record].kind for record in changed}
    told_of = {
        record: None
        if record in new
        else frozenset(name for name, value in row.items() if value != before[record][name])
        for record, row in changed.items()
    }
    write_rows(connection, [(kinds[record], row, told_of[record]) for record, row in changed.items()])
    persons = {record: before[record] for record, kind in kinds.items() if kind == "person" and record in before}
    stamp, tx = wall_stamp(at), new_id()
    lines = []
    for record, row in changed.items():
        columns = logged_columns(KINDS[kinds[record]])
        was = before.get(record, {})
        told = {name: [was.get(name), row[name]] for name in columns if row[name] != was.get(name)}
        if told:
            fields = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            lines.append(changes.Line(stamp, tx, "", "", kinds[record], record, "change", fields))
    changes.append_lines(connection, lines)
    follow(connection, {record: (kind, record in new) for record, kind in kinds.items()}, persons, today_in_iran(at))
    return frozenset(kinds.values())
