"""What turns when a person's answer to the province changes: records are told again openly, or hidden (G-15)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import wall_stamp
from desktop.store import changes
from desktop.store.unit_of_work import new_id
from desktop.store.upgrade import head_revision
from desktop.sync import publish
from desktop.sync.laptop import Laptop, meta, set_meta
from desktop.sync.merge import Dot
from desktop.sync.open_numbers import OpenNumbers
from desktop.sync.publish.cases import COLLECTIVE
from desktop.sync.rows import agreed_persons, as_logged, rows_of

_OPEN_PERSONS = "open_persons"

Line = tuple[str, str, str, str]  # action, kind, record, fields


def has_turned(connection: Connection, on: date) -> bool:
    """Whether somebody agreed or does not any more, by the day alone perhaps: that a consent ran out nobody writes."""
    return _open_persons(connection) != agreed_persons(connection, on)


def _open_persons(connection: Connection) -> frozenset[str]:
    return frozenset(json.loads(meta(connection, _OPEN_PERSONS) or "[]"))


def tell_turns(connection: Connection, laptop: Laptop, at: datetime, on: date, upto: int) -> frozenset[str]:
    """Write into the log what is to be revealed to the province, and what to be hidden, since the last seal.

    Returns the persons whose files may go to the province today. `upto` is the last line of the log that is sealed.
    """
    before = _open_persons(connection)
    after = agreed_persons(connection, on)
    numbers = OpenNumbers(connection, laptop)
    records = {record: kind for person in before - after for kind, record in _of_person(connection, person)}
    records |= _shut(connection, laptop, upto, before, after)
    told = sorted((kind, record) for record, kind in records.items() if _was_told(connection, numbers, record))
    order = list(publish.turn_of(before=True, after=False).fields)  # children first
    told.sort(key=lambda one: order.index(one[0]) if one[0] in order else -1)
    lines: list[Line] = [("hide", kind, record, "{}") for kind, record in told]
    lines += [line for person in sorted(after - before) for line in _revealed(connection, person)]
    if before != after:
        set_meta(connection, _OPEN_PERSONS, json.dumps(sorted(after)))
    write_lines(connection, laptop.device_id, at, lines)
    return after


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


def _of_person(connection: Connection, person: str) -> Iterator[tuple[str, str]]:
    for kind in publish.turn_of(before=True, after=False).fields:
        for record in _records_of(connection, kind, person):
            yield kind, str(record["id"])


def _shut(
    connection: Connection, laptop: Laptop, upto: int, before: frozenset[str], after: frozenset[str]
) -> dict[str, str]:
    """Record → kind, of those of which less lies open since they were changed here: of a person now, or of another."""
    found: dict[str, str] = {}
    for kind, lines in _turned_since(connection, laptop, upto).items():
        rows = rows_of(connection, kind, {record for record, _ in lines})
        for record, was in lines:
            gone = _open_to(kind, {**rows[record], **was}, before) - _open_to(kind, rows[record], after)
            if gone - {publish.DELETED}:
                found[record] = kind
    return found


def _turned_since(connection: Connection, laptop: Laptop, upto: int) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """Kind → the records of which such a field was changed here, with what it had been."""
    fields = _turning_fields()
    names = sorted({name for told in fields.values() for name in told})
    sql = (
        "SELECT kind, record_id, fields FROM change_log WHERE seq > ? AND action = 'change' "
        f"AND device_id IN ({', '.join('?' * len(laptop.own))}) AND kind IN ({', '.join('?' * len(fields))}) "
        f"AND ({' OR '.join('instr(fields, ?)' for _ in names)})"
    )
    asked = (upto, *sorted(laptop.own), *fields, *(f'"{name}":[' for name in names))
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for kind, record, text in connection.exec_driver_sql(sql, asked):
        was = {name: pair[0] for name, pair in json.loads(text).items() if name in fields[kind]}
        found.setdefault(kind, []).append((record, was))
    return found


def _open_to(kind: str, row: Mapping[str, Any], agreed: frozenset[str]) -> frozenset[str]:
    concerns = publish.person_of(kind)
    return publish.open_now(kind, row, consented=concerns is not None and row[concerns] in agreed)


@cache
def _turning_fields() -> dict[str, tuple[str, ...]]:
    """Kind → its fields whose value decides what of a record lies open."""
    found = {}
    for kind in publish.published_kinds():
        chosen = {publish.held_until(kind), COLLECTIVE.get(kind, ("", None))[0], publish.person_of(kind) or ""}
        if fields := tuple(sorted(chosen - {"", "id"})):
            found[kind] = fields
    return found


def _was_told(connection: Connection, numbers: OpenNumbers, record: str) -> bool:
    """Whether anything of a record ever lay open: of what was never told, hiding would tell that it is there."""
    sql = (
        "SELECT s.device_id, s.first + l.seq - s.log_first FROM change_log l JOIN segment s "
        "ON s.log_first = (SELECT max(log_first) FROM segment WHERE log_first <= l.seq) "
        "WHERE l.record_id = ? AND l.seq <= s.log_first + s.last - s.first"
    )
    told = connection.exec_driver_sql(sql, (record,)).all()
    return any(numbers.known(Dot(device, seq)) is not None for device, seq in told)


def _revealed(connection: Connection, person: str) -> Iterator[Line]:
    for kind, fields in publish.turn_of(before=False, after=True).fields.items():
        for row in _records_of(connection, kind, person):
            if row["deleted_at"] is None:
                told = {name: [row[name], row[name]] for name in sorted(fields) if row[name] is not None}
                yield "change", kind, str(row["id"]), json.dumps(told, ensure_ascii=False)


def _records_of(connection: Connection, kind: str, person: str) -> list[dict[str, object]]:
    sql = f'SELECT * FROM "{kind}" WHERE "{publish.person_of(kind)}" = ? ORDER BY row'
    return [as_logged(kind, dict(row)) for row in connection.exec_driver_sql(sql, (person,)).mappings()]
