"""Who wrote a record last, and when: what its row says of that is the same on every laptop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import moment_of
from desktop.sync.merge import Dot, Effective, Operation, State
from desktop.sync.refilled import author_refilled
from desktop.sync.row_writing import stored_moment

_AUTHOR = (
    "SELECT l.user_id FROM segment s JOIN change_log l ON l.seq = s.log_first + ?2 - s.first "
    "WHERE s.device_id = ?1 AND s.first <= ?2 AND s.last >= ?2"
)


def sign_rows(
    connection: Connection,
    rows: Mapping[str, dict[str, Any]],
    states: Mapping[str, State],
    operations: Iterable[Operation],
    effective: Effective,
) -> None:
    """Set in each row who wrote last. `operations` were just taken in and may not be kept yet.

    Of a record of which something was forgotten nobody can count any more how often it was written; its version then
    counts what lives in it.
    """
    wrote = {operation.dot: operation.user for operation in operations}
    for record, row in rows.items():
        latest = states[record].latest(effective)
        if latest is None:
            continue
        user = wrote.get(latest.dot)
        row["updated_at"] = stored_moment(moment_of(latest.stamp))
        row["updated_by"] = user if user is not None else _author(connection, latest.dot)
        row["device_id"] = latest.dot.device
        if states[record].forgotten:
            row["row_version"] = len(states[record].all_heads() | states[record].deletions.keys())


def _author(connection: Connection, dot: Dot) -> str:
    logged = connection.exec_driver_sql(_AUTHOR, tuple(dot)).scalar()
    return str(logged or author_refilled(connection, dot))
