"""Thousands of rows straight from the driver and to it, within the transaction that goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from desktop.store.search import cursor_of


def fetched(connection: Connection, sql: str, values: Sequence[Any] = ()) -> list[Any]:
    """Rows as bare tuples; also where one is asked for ten times in every commit."""
    cursor = cursor_of(connection)
    try:
        found: list[Any] = cursor.execute(sql, values).fetchall()
    finally:
        cursor.close()
    return found


def run_each(connection: Connection, sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """One statement for each row of values."""
    cursor = cursor_of(connection)
    try:
        cursor.executemany(sql, rows)
    finally:
        cursor.close()
