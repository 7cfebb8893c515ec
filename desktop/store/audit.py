"""The audit log: who looked, printed, decided and signed in; append-only with a chained hash (G-28)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

_GENESIS = bytes(32)


def _link(previous: bytes, row: tuple[Any, ...]) -> bytes:
    return hashlib.sha256(previous + json.dumps(row, ensure_ascii=True).encode()).digest()


def record(
    connection: Connection, at: str, user_id: str, action: str, entity: str, entity_id: str, detail: str
) -> None:
    """Add one line. `detail` names fields and reasons, never a resident's values."""
    record_many(connection, [(at, user_id, action, entity, entity_id, detail)])


def record_many(connection: Connection, rows: Iterable[tuple[str, str, str, str, str, str]]) -> None:
    """Add lines: moment, user, action, entity, its id and the detail of each."""
    chain = connection.exec_driver_sql("SELECT chain FROM audit_log ORDER BY seq DESC LIMIT 1").scalar() or _GENESIS
    chained = []
    for row in rows:
        chain = _link(chain, row)
        chained.append((*row, chain))
    if chained:
        connection.exec_driver_sql(
            "INSERT INTO audit_log (at, user_id, action, entity, entity_id, detail, chain) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            chained,
        )


def lines(connection: Connection, since: str = "") -> list[dict[str, Any]]:
    rows = connection.exec_driver_sql(
        "SELECT seq, at, user_id, action, entity, entity_id, detail FROM audit_log WHERE at >= ? ORDER BY seq", (since,)
    )
    return [dict(row) for row in rows.mappings()]


def broken_links(connection: Connection) -> Iterator[int]:
    """Sequence numbers at which the chain does not hold."""
    chain = _GENESIS
    rows = connection.exec_driver_sql(
        "SELECT seq, at, user_id, action, entity, entity_id, detail, chain FROM audit_log ORDER BY seq"
    )
    for seq, *row, kept in rows:
        chain = _link(chain, tuple(row))
        if kept != chain:
            yield seq
            chain = kept
