"""Writing many records at less than the cost of the bare statements: rows, log, search index and keys of doubles.

Two triggers are away meanwhile, and what they would have written is written for whole portions, in the same commit. The
full-text index empties its memory to the file after every statement, so row by row costs more than all the rest
together; and the log's trigger takes longer over a row than to write its line from values that are at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from json.encoder import encode_basestring as _quoted
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Connection
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from desktop.domain.fields import JSON_INPUTS
from desktop.domain.kinds import table_of
from desktop.domain.record import Kind
from desktop.store import changes, match_keys
from desktop.store.entries import ENTRY_COLUMNS, entries_of, entry_range, is_listed, searched_fields
from desktop.store.triggers import SEARCH_COLUMNS, logged_columns

_NEXT_ENTRY = "SELECT ifnull(max(entry), ?) + 1 FROM search_entry WHERE entry > ? AND entry < ?"


def insert_rows(connection: Connection, kind: Kind, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert complete rows of one kind, and for each the line of the log that its trigger would have written.

    They are worked out column by column: of most columns a portion has few values or none, and these are not named.
    """
    table = _table(kind)
    names, stored, told = [], [], {}
    for column, given in zip(table.columns, zip(*map(table.take, rows), strict=True), strict=True):
        if given[0] is None and given.count(None) == len(given):
            continue
        cells = _processed(column.process, given) if column.process else given
        names.append(f'"{column.name}"')
        stored.append(cells)
        if column.name in table.logged:
            told[column.name] = _told(f'"{column.name}":[null,', cells, is_json=column.is_json)
    sql = f'INSERT INTO "{kind.name}" ({", ".join(names)}) VALUES ({", ".join("?" * len(names))})'
    connection.exec_driver_sql(sql, list(zip(*stored, strict=True)))
    fields = zip(*(told[name] for name in table.logged if name in told), strict=True)
    lines = ["{" + ",".join(filter(None, line)) + "}" for line in fields]
    changes.append_added(connection, kind.name, zip((row["id"] for row in rows), lines, strict=True))


def _processed(process: Callable[[Any], Any], cells: Sequence[Any]) -> Sequence[Any]:
    """What SQLite keeps of values that it does not know: days and moments come again and again, and empty lists."""
    if isinstance(next(cell for cell in cells if cell is not None), list | dict):
        return [cell if cell is None else process(cell) if cell else _EMPTY[cell.__class__] for cell in cells]
    known = {cell: cell if cell is None else process(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _told(begin: str, cells: Sequence[Any], *, is_json: bool) -> list[str]:
    """What the line of a new record tells of a column, "name":[null,value]; nothing where there is no value."""
    if is_json:
        return ["" if cell is None else f"{begin}{cell}]" for cell in cells]
    known = {cell: _as_json(begin, cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _as_json(begin: str, cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"{begin}{_quoted(cell)}]"
    return f"{begin}{int(cell) if isinstance(cell, bool) else cell!r}]"


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
    more = [numbers.get(row["id"], ()) for row in listed]
    entries = [(number, *entry) for number, entry in enumerate(entries_of(kind, listed, more), first)]
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
        match_keys.add_keys(connection, zip(count(first), listed, more, strict=False))


_EMPTY: dict[type, str] = {list: "[]", dict: "{}"}


class _Column(NamedTuple):
    name: str
    process: Callable[[Any], Any] | None  # for values that SQLite does not know
    is_json: bool


class _Table(NamedTuple):
    columns: tuple[_Column, ...]
    take: Callable[[Mapping[str, Any]], tuple[Any, ...]]  # a row's values in this order
    logged: tuple[str, ...]  # in the order of the log


@cache
def _table(kind: Kind) -> _Table:
    dialect = SQLiteDialect_pysqlite()
    columns = []
    for column in table_of(kind).c:
        # Yes and no are numbers to SQLite by themselves.
        process = (
            None if isinstance(column.type, Boolean) else column.type.dialect_impl(dialect).bind_processor(dialect)
        )
        is_json = column.name in kind.fields and kind.fields[column.name].input in JSON_INPUTS
        if column.name != "row":
            columns.append(_Column(column.name, process, is_json))
    return _Table(tuple(columns), itemgetter(*(column.name for column in columns)), logged_columns(kind))
