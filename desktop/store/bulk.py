"""Writing many records at the cost of the bare statements: rows, log by trigger, search index and keys of doubles.

The full-text index takes a whole portion in one statement. Its trigger would do it row by row, and the index empties
its memory to the file after every statement, which costs more than all the rest together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from desktop.domain.kinds import table_of
from desktop.domain.record import Kind
from desktop.store import duplicates
from desktop.store.entries import ENTRY_COLUMNS, entry_of, entry_range, is_listed, searched_fields
from desktop.store.triggers import SEARCH_COLUMNS, index_trigger

_NEXT_ENTRY = "SELECT ifnull(max(entry), ?) + 1 FROM search_entry WHERE entry > ? AND entry < ?"


def insert_rows(connection: Connection, kind: Kind, rows: Sequence[dict[str, Any]]) -> None:
    """Insert complete rows of one kind; the log's triggers run as always."""
    sql, processors = _statement(kind)
    values = [tuple([process(row[name]) if process else row[name] for name, process in processors]) for row in rows]
    connection.exec_driver_sql(sql, values)


def list_rows(
    connection: Connection, kind: Kind, rows: Sequence[Mapping[str, Any]], numbers: Mapping[str, Sequence[str]]
) -> None:
    """Make rows that were just inserted findable. `numbers` are people's identity numbers by record id."""
    listed = [row for row in rows if is_listed(kind, row)] if searched_fields(kind) else []
    if not listed:
        return
    below, above = entry_range(kind.name)
    first: int = connection.exec_driver_sql(_NEXT_ENTRY, (below, below, above)).scalar_one()
    entries = [
        (number, *entry_of(kind, row, numbers.get(row["id"], ())).values()) for number, row in enumerate(listed, first)
    ]
    connection.exec_driver_sql("DROP TRIGGER index_add")
    marks = ", ".join("?" * (len(ENTRY_COLUMNS) + 1))
    connection.exec_driver_sql(
        f"INSERT INTO search_entry (entry, {', '.join(ENTRY_COLUMNS)}) VALUES ({marks})", entries
    )
    connection.exec_driver_sql(index_trigger())
    columns = ", ".join(SEARCH_COLUMNS)
    connection.exec_driver_sql(
        f"INSERT INTO search_index (rowid, {columns}) SELECT entry, {columns} FROM search_entry "
        "WHERE entry BETWEEN ? AND ?",
        (first, first + len(entries) - 1),
    )
    if kind.name == "person":
        people = ((number, row, numbers.get(row["id"], ())) for number, row in enumerate(listed, first))
        duplicates.add_keys(connection, people)


@cache
def _statement(kind: Kind) -> tuple[str, tuple[tuple[str, Callable[[Any], Any] | None], ...]]:
    dialect = SQLiteDialect_pysqlite()
    columns = [column for column in table_of(kind).c if column.name != "row"]
    names = ", ".join(f'"{column.name}"' for column in columns)
    sql = f'INSERT INTO "{kind.name}" ({names}) VALUES ({", ".join("?" * len(columns))})'
    return sql, tuple((c.name, c.type.dialect_impl(dialect).bind_processor(dialect)) for c in columns)
