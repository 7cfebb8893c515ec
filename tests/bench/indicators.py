"""All indicators of a month, with those of the month before, over five years of data.

The floor is their bare SQL: the very statements that the services ask, straight to the library, which fetches the rows
and does nothing with them. The other figure holds the whole against one second.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event

from desktop.domain.indicators import DEFINITIONS
from desktop.services.indicators.month import indicators
from desktop.store.rows import Rows
from tests.bench._five_years import LAST_MONTH, five_years
from tests.bench.figure import Figure, interleaved

LONGEST_MS = 1000.0


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        office = five_years(Path(folder) / "office")
        try:
            with office.read() as rows:
                return _measured(rows)
        finally:
            office.close()


def _measured(rows: Rows) -> list[Figure]:
    def ours() -> Mapping[str, Any]:
        return indicators(rows, LAST_MONTH)

    if set(ours()) != set(DEFINITIONS):  # and the transaction has begun
        raise AssertionError("an indicator is missing")
    asked = _statements(rows.connection, ours)
    raw = rows.connection.connection.driver_connection
    assert raw is not None

    def floor() -> None:
        for sql, values in asked:
            raw.execute(sql, values).fetchall()

    figure = interleaved("indicators", ours, floor, rounds=7)
    return [figure, Figure("indicators of 1 s", figure.ours, LONGEST_MS, "ms", figure.n)]


def _statements(connection: Connection, ours: Callable[[], object]) -> list[tuple[str, Any]]:
    """What is asked of the library, with the values that are bound."""
    asked: list[tuple[str, Any]] = []

    def note(*told: Any) -> None:
        _connection, _cursor, sql, values, _context, _many = told
        asked.append((sql, values))

    event.listen(connection, "before_cursor_execute", note)
    try:
        ours()
    finally:
        event.remove(connection, "before_cursor_execute", note)
    return asked
