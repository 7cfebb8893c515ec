"""What turns when a person's answer to the province changes: records are told again openly, or hidden (G-15)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import Connection

from desktop.domain.clock import wall_stamp
from desktop.store import changes
from desktop.store.unit_of_work import new_id
from desktop.store.upgrade import head_revision
from desktop.sync import publish
from desktop.sync.laptop import Laptop, meta, set_meta
from desktop.sync.rows import agreed_persons, as_logged

_OPEN_PERSONS = "open_persons"

Line = tuple[str, str, str, str]  # action, kind, record, fields


def tell_turns(connection: Connection, laptop: Laptop, at: datetime, on: date) -> None:
    """Write into the log what is to be revealed to the province, and what to be hidden, since the last seal."""
    before = frozenset(json.loads(meta(connection, _OPEN_PERSONS) or "[]"))
    after = agreed_persons(connection, on)
    if before == after:
        return
    lines = [line for person in sorted(before - after) for line in _hidden(connection, person)]
    lines += [line for person in sorted(after - before) for line in _revealed(connection, person)]
    set_meta(connection, _OPEN_PERSONS, json.dumps(sorted(after)))
    write_lines(connection, laptop.device_id, at, lines)


def write_lines(connection: Connection, device_id: str, at: datetime, lines: list[Line]) -> None:
    """Lines of the log that no record's own trigger writes, as one deed of the program."""
    if not lines:
        return
    stamp = connection.exec_driver_sql(
        "UPDATE write_context SET stamp = max(?, stamp + 1) RETURNING stamp", (wall_stamp(at),)
    ).scalar_one()
    base = connection.exec_driver_sql("SELECT ifnull(max(seq), 0) FROM change_log").scalar_one()
    told = (stamp, new_id(), "", device_id)
    connection.exec_driver_sql(
        "INSERT INTO change_log (stamp, tx, user_id, device_id, action, kind, record_id, fields, base, schema_version) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*told, *line, base, head_revision()) for line in lines],
    )
    changes.chain_new(connection)


def _hidden(connection: Connection, person: str) -> Iterator[Line]:
    for kind in publish.turn_of(before=True, after=False).fields:
        for record in _records_of(connection, kind, person):
            yield "hide", kind, str(record["id"]), "{}"


def _revealed(connection: Connection, person: str) -> Iterator[Line]:
    for kind, fields in publish.turn_of(before=False, after=True).fields.items():
        for row in _records_of(connection, kind, person):
            if row["deleted_at"] is None:
                told = {name: [row[name], row[name]] for name in sorted(fields) if row[name] is not None}
                yield "change", kind, str(row["id"]), json.dumps(told, ensure_ascii=False)


def _records_of(connection: Connection, kind: str, person: str) -> list[dict[str, object]]:
    sql = f'SELECT * FROM "{kind}" WHERE "{publish.person_of(kind)}" = ? ORDER BY row'
    return [as_logged(kind, dict(row)) for row in connection.exec_driver_sql(sql, (person,)).mappings()]
