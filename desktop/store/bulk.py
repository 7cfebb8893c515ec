"""Writing many records at less than the cost of the bare statements: rows, log, search index and keys of doubles.

Two triggers are away meanwhile, and what they would have written is written for whole portions, in the same commit. The
full-text index empties its memory to the file after every statement, so row by row costs more than all the rest
together; and the log's trigger takes longer over a row than to write its line from values that are at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, time
from functools import cache
from json.encoder import encode_basestring as _quoted
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Connection
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from desktop.domain.fields import JSON_INPUTS
from desktop.domain.kinds import table_of
from desktop.domain.record import Kind
from desktop.store import changes, match_keys
from desktop.store.entries import ENTRY_COLUMNS, entry_of, entry_range, is_listed, searched_fields
from desktop.store.triggers import SEARCH_COLUMNS, logged_columns

_NEXT_ENTRY = "SELECT ifnull(max(entry), ?) + 1 FROM search_entry WHERE entry > ? AND entry < ?"


def insert_rows(connection: Connection, kind: Kind, rows: Sequence[dict[str, Any]]) -> None:
    """Insert complete rows of one kind, and for each the line of the log that its trigger would have written."""
    sql, take, processed, logged = _statement(kind)
    known: dict[Any, Any] = {}  # days and moments come again and again
    values = []
    for row in rows:
        cells = list(take(row))
        for place, process in processed:
            cell = cells[place]
            if cell is None:
                continue
            if cell.__class__ in _EMPTY and not cell:
                cells[place] = _EMPTY[cell.__class__]
            elif isinstance(cell, date | time):
                cells[place] = known[cell] if cell in known else known.setdefault(cell, process(cell))
            else:
                cells[place] = process(cell)
        values.append(tuple(cells))
    connection.exec_driver_sql(sql, values)
    told = ((row["id"], _told(logged, cells)) for row, cells in zip(rows, values, strict=True))
    changes.append_added(connection, kind.name, told)


def _told(logged: Sequence[tuple[int, str, bool]], values: Sequence[Any]) -> str:
    """The `fields` of a new record's line: {"name": [null, value]} for everything that has a value."""
    told = []
    for place, name, is_json in logged:
        value = values[place]
        if value is None:
            continue
        if value.__class__ is str:
            told.append(f"{name}{value if is_json else _quoted(value)}]")
        elif value.__class__ is bool:
            told.append(f"{name}{int(value)}]")
        else:
            told.append(f"{name}{value!r}]")
    return "{" + ",".join(told) + "}"


@contextmanager
def without_triggers(connection: Connection) -> Iterator[None]:
    """Take the triggers away whose work is done here; readers see them always, since all is one commit.

    To take them away costs as much as a few hundred rows, so a load of many portions does it once. After a failure
    they need not be brought back: the commit that took them away never happens.
    """
    told = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND (name = 'index_add' OR name GLOB 'log_add_*')"
    )
    triggers = connection.exec_driver_sql(told).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        connection.exec_driver_sql(sql)


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
    marks = ", ".join("?" * (len(ENTRY_COLUMNS) + 1))
    insert = f"INSERT INTO search_entry (entry, {', '.join(ENTRY_COLUMNS)}) VALUES ({marks})"
    connection.exec_driver_sql(insert, entries)
    columns = ", ".join(SEARCH_COLUMNS)
    connection.exec_driver_sql(
        f"INSERT INTO search_index (rowid, {columns}) SELECT entry, {columns} FROM search_entry "
        "WHERE entry BETWEEN ? AND ?",
        (first, first + len(entries) - 1),
    )
    if kind.name == "person":
        people = ((number, row, numbers.get(row["id"], ())) for number, row in enumerate(listed, first))
        match_keys.add_keys(connection, people)


_EMPTY: dict[type, str] = {list: "[]", dict: "{}"}


class _Statement(NamedTuple):
    sql: str
    take: Callable[[Mapping[str, Any]], tuple[Any, ...]]  # a row's values in the order of the statement
    processed: tuple[tuple[int, Callable[[Any], Any]], ...]  # places whose values SQLite does not know
    logged: tuple[tuple[int, str, bool], ...]  # places that the log tells, how it begins, and whether it is JSON


@cache
def _statement(kind: Kind) -> _Statement:
    dialect = SQLiteDialect_pysqlite()
    columns = [column for column in table_of(kind).c if column.name != "row"]
    names = ", ".join(f'"{column.name}"' for column in columns)
    sql = f'INSERT INTO "{kind.name}" ({names}) VALUES ({", ".join("?" * len(columns))})'
    processed = []
    for place, column in enumerate(columns):
        process = column.type.dialect_impl(dialect).bind_processor(dialect)
        if process and not isinstance(column.type, Boolean):  # yes and no are numbers to SQLite by themselves
            processed.append((place, process))
    order = [column.name for column in columns]
    logged = [
        (order.index(name), f'"{name}":[null,', name in kind.fields and kind.fields[name].input in JSON_INPUTS)
        for name in logged_columns(kind)
    ]
    return _Statement(sql, itemgetter(*order), tuple(processed), tuple(logged))
