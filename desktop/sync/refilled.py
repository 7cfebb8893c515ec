"""Segments that came here emptied and were filled again: the log does not say of whom, nor by whom, they tell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from desktop.sync.laptop import meta, set_meta
from desktop.sync.merge import Dot, Operation

_REFILLED = "refilled"


def note_refilled(connection: Connection, segment_id: str, operations: Iterable[Operation]) -> None:
    known = _known(connection)
    users = known.setdefault(segment_id, {})
    users |= {f"{one.dot.device} {one.dot.seq}": one.user for one in operations}
    set_meta(connection, _REFILLED, json.dumps(known, sort_keys=True))


def refilled(connection: Connection) -> dict[int, bytes]:
    """Place of arrival → content."""
    known = _known(connection)
    if not known:
        return {}
    sql = f"SELECT arrival, content FROM segment WHERE segment_id IN ({', '.join('?' * len(known))})"
    return {arrival: bytes(content) for arrival, content in connection.exec_driver_sql(sql, tuple(known))}


def author_refilled(connection: Connection, dot: Dot) -> str:
    """Who wrote an operation that came back; "" for any other."""
    place = f"{dot.device} {dot.seq}"
    return next((users[place] for users in _known(connection).values() if place in users), "")


def _known(connection: Connection) -> dict[str, dict[str, Any]]:
    return dict(json.loads(meta(connection, _REFILLED) or "{}"))
