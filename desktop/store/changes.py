"""The change log: what was changed by whom on which laptop, chained so that a lost tail is noticed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from desktop.store.driver import fetched, run_each


@dataclass(frozen=True)
class Change:
    """One record touched by a transaction."""

    kind: str
    record_id: str
    action: str  # "add" | "change" | "delete" | "erase"


@dataclass(frozen=True)
class ChangeSet:
    """What one commit changed; screens that show these kinds reload."""

    tx: str
    changes: tuple[Change, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(change.kind for change in self.changes)


_COLUMNS = "seq, stamp, tx, user_id, device_id, kind, record_id, action, fields, base, schema_version, erased"
ANEW = frozenset({"erase", "retell"})
"""Lines that tell a record anew, after what was told before has been emptied: all of it, or of some fields."""

BESIDE = "beside"
"""Lines whose values replace none but their like: taking back a settlement lets values compete again."""

_GENESIS = bytes(32)
_AFTER = f"SELECT {_COLUMNS} FROM change_log WHERE seq > ? ORDER BY seq LIMIT ?"
_AT_ONCE = 2000


def link(previous: bytes, row: Sequence[Any]) -> bytes:
    """SHA-256 over the chain so far and one row of the log, whose fields count only by their own SHA-256.

    So the fields of somebody who asked to be forgotten can be emptied, and the chain still holds.
    """
    *before, fields, base, schema_version, erased = row
    digest = erased or sha256(fields.encode()).hexdigest()
    told = json.dumps([*before, digest, base, schema_version], ensure_ascii=True)
    return sha256(previous + told.encode()).digest()


class Line(NamedTuple):
    """A line of the log that another laptop wrote."""

    stamp: int
    tx: str
    user_id: str
    device_id: str
    kind: str
    record_id: str
    action: str
    fields: str


def append_lines(connection: Connection, lines: Sequence[Line]) -> None:
    """Lines for what others wrote, one after the other, chained at once."""
    chain_new(connection)
    last, chain = _last_chained(connection)
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    rows = []
    end, of, begin = _told_alike(last, version), (-1, "", "", "", ""), ""
    for seq, (stamp, tx, user_id, device_id, kind, record_id, action, fields) in enumerate(lines, last + 1):
        alike = (stamp, tx, user_id, device_id, kind)
        if alike != of:
            of, begin = alike, _told_alike(*alike)
        digest = sha256(fields.encode()).hexdigest()
        told = f'[{seq}, {begin}, {_quoted(record_id)}, "{action}", "{digest}", {end}]'  # what `link` would make of it
        chain = sha256(chain + told.encode()).digest()
        rows.append((seq, *alike, record_id, action, fields, last, version, chain))
    names = _COLUMNS.removesuffix(", erased")
    run_each(connection, f"INSERT INTO change_log ({names}, chain) VALUES ({', '.join('?' * 12)})", rows)


def erase_fields(connection: Connection, record_id: str, names: Sequence[str] = (), *, before: int = 1 << 62) -> None:
    """Empty what the log tells of one record. When, who and on which laptop stays, and so does the chain.

    With `names`, only the rows that tell one of these fields; with `before`, only those of a lower number.
    """
    rows = connection.exec_driver_sql(
        "SELECT seq, fields FROM change_log WHERE record_id = ? AND erased IS NULL AND seq < ?", (record_id, before)
    ).all()
    told = [(seq, fields) for seq, fields in rows if not names or not json.loads(fields).keys().isdisjoint(names)]
    emptied = [("{}", sha256(fields.encode()).hexdigest(), seq) for seq, fields in told]
    if emptied:
        connection.exec_driver_sql("UPDATE change_log SET fields = ?, erased = ? WHERE seq = ?", emptied)


def chain_new(connection: Connection, tell: Callable[[float], None] | None = None) -> None:
    """Chain the rows that have been written since the last one that is chained; a bulk load has many.

    `tell` hears which share is done.
    """
    first, chain = _last_chained(connection)
    last = connection.exec_driver_sql("SELECT ifnull(max(seq), 0) FROM change_log").scalar_one() if tell else 0
    done, rows = first, fetched(connection, _AFTER, (first, _AT_ONCE))
    while rows:
        chained = []
        for row in rows:
            chain = link(chain, row)
            chained.append((chain, row[0]))
        run_each(connection, "UPDATE change_log SET chain = ? WHERE seq = ?", chained)
        done = rows[-1][0]
        if tell:
            tell((done - first) / (last - first))
        full = len(rows) == _AT_ONCE
        rows = fetched(connection, _AFTER, (done, _AT_ONCE)) if full else []


def append_added(connection: Connection, kind: str, added: Iterable[tuple[str, str]]) -> None:
    """Lines for new records of one kind, id and fields, chained at once; who writes is told by the open context."""
    chain_new(connection)
    last, chain = _last_chained(connection)
    context = "SELECT stamp, tx, user_id, device_id, base FROM write_context WHERE open = 1"
    stamp, tx, user_id, device_id, base = connection.exec_driver_sql(context).one()
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    lines = []
    begin, end = _told_alike(stamp, tx, user_id, device_id, kind), _told_alike(base, version)
    for seq, (record_id, fields) in enumerate(added, last + 1):
        digest = sha256(fields.encode()).hexdigest()
        told = f'[{seq}, {begin}, {_quoted(record_id)}, "add", "{digest}", {end}]'  # what `link` would make of it
        chain = sha256(chain + told.encode()).digest()
        lines.append((seq, stamp, tx, user_id, device_id, kind, record_id, "add", fields, base, version, None, chain))
    marks = ", ".join("?" * (_COLUMNS.count(",") + 2))
    connection.exec_driver_sql(f"INSERT INTO change_log ({_COLUMNS}, chain) VALUES ({marks})", lines)


def _told_alike(*values: Any) -> str:
    """Values of a line as `link` tells them, without the brackets around."""
    return json.dumps(values, ensure_ascii=True)[1:-1]


def _last_chained(connection: Connection) -> tuple[int, bytes]:
    sql = "SELECT seq, chain FROM change_log WHERE chain IS NOT NULL ORDER BY seq DESC LIMIT 1"
    rows = fetched(connection, sql)
    return (rows[0][0], rows[0][1]) if rows else (0, _GENESIS)


def broken_links(connection: Connection) -> Iterator[int]:
    """Sequence numbers at which the chain does not hold."""
    chain = _GENESIS
    for *row, kept in connection.exec_driver_sql(f"SELECT {_COLUMNS}, chain FROM change_log ORDER BY seq"):
        chain = link(chain, row)
        if kept != chain:
            yield row[0]
            chain = kept or chain


def head(connection: Connection) -> tuple[int, str]:
    """The last sequence number and its chain value in hex; (0, "") for an empty log."""
    row = connection.exec_driver_sql("SELECT seq, chain FROM change_log ORDER BY seq DESC LIMIT 1").first()
    return (row[0], (row[1] or b"").hex()) if row else (0, "")


def history(connection: Connection, record_id: str) -> list[dict[str, Any]]:
    """All changes of one record, oldest first: stamp, user, action and {field: [old, new]}."""
    query = text(
        "SELECT seq, stamp, tx, user_id, device_id, action, fields FROM change_log WHERE record_id = :id ORDER BY seq"
    )
    return [
        {**row, "fields": json.loads(row["fields"])} for row in connection.execute(query, {"id": record_id}).mappings()
    ]
