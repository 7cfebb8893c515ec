"""The states of records as this laptop keeps them, read and written for whole portions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from desktop.store.driver import fetched, run_each
from desktop.store.portions import in_portions
from desktop.sync.bundle.canonical import each_as_json
from desktop.sync.clock import Offset, corrected
from desktop.sync.merge import Effective, State
from desktop.sync.states import state_of, text_of

_KEEP = (
    "INSERT INTO record_state (record_id, kind, state) VALUES (?, ?, ?) "
    "ON CONFLICT (record_id) DO UPDATE SET state = excluded.state"
)


def read_states(connection: Connection, record_ids: Iterable[str]) -> dict[str, State]:
    """Record id → its state, of those that have one."""
    found = {}
    for marks, ids in in_portions(record_ids):
        sql = f"SELECT record_id, kind, state FROM record_state WHERE record_id IN ({marks})"
        for record_id, kind, text in connection.exec_driver_sql(sql, ids).all():
            found[record_id] = state_of(kind, text)
    return found


def read_told(connection: Connection, record_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The same as their texts tell them, for those who look at many and change hardly any."""
    rows: list[tuple[str, str]] = []
    for marks, portion in in_portions(record_ids):
        sql = f"SELECT record_id, state FROM record_state WHERE record_id IN ({marks})"
        rows += fetched(connection, sql, portion)
    texts = ",".join(text for _, text in rows)
    return dict(zip((record for record, _ in rows), json.loads(f"[{texts}]"), strict=True))


def write_told(connection: Connection, states: Sequence[tuple[str, str, Any]]) -> None:
    """Keep states as their texts tell them: record, kind and state."""
    texts = each_as_json(state for _, _, state in states)
    told = [(record, kind, text) for (record, kind, _), text in zip(states, texts, strict=True)]
    run_each(connection, _KEEP, told)


def write_states(connection: Connection, states: Mapping[str, State]) -> None:
    """Keep these states."""
    if states:
        connection.exec_driver_sql(
            _KEEP,
            [(record_id, state.kind, text_of(state)) for record_id, state in states.items()],
        )


def write_conflicts(
    connection: Connection, states: Mapping[str, State], shown: Mapping[str, Mapping[str, Any]]
) -> None:
    """Which fields of these records are disputed now."""
    known = set()
    for marks, ids in in_portions(states):
        sql = f"SELECT DISTINCT record_id FROM record_conflict WHERE record_id IN ({marks})"
        known |= set(connection.exec_driver_sql(sql, ids).scalars())
    if known:
        connection.exec_driver_sql("DELETE FROM record_conflict WHERE record_id = ?", [(one,) for one in sorted(known)])
    disputed = [
        (record_id, name, state.kind)
        for record_id, state in states.items()
        if state.others or state.deletions
        for name in sorted(state.conflicts(shown[record_id]))
    ]
    if disputed:
        connection.exec_driver_sql("INSERT INTO record_conflict (record_id, field, kind) VALUES (?, ?, ?)", disputed)


def known_clocks(connection: Connection) -> Effective:
    """Stamps as corrected by all that is known of the clocks."""
    rows = fetched(connection, "SELECT device_id, first, last, offset_ms FROM clock_offset", ())
    return corrected(Offset(*row) for row in rows)
