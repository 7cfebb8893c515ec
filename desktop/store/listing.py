"""The search entries of records, beside the unit of work: listed, renewed and taken out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from desktop.domain.kinds import KINDS, table_of
from desktop.domain.record import Kind
from desktop.store import bulk, match_keys
from desktop.store.entries import ENTRY_COLUMNS, entries_of, is_listed, searched_fields
from desktop.store.search import cursor_of
from desktop.store.sketches import COMPARED
from desktop.store.triggers import SEARCH_COLUMNS

_AT_ONCE = 1000
_ROW_BY_ROW = 50
"""So many changed entries cost more one by one than the trigger costs that is taken away for them."""


def unlist(connection: Connection, record_id: str) -> None:
    """Take a record out of lists and search."""
    # The next record may get this entry's number, and must not inherit its keys.
    connection.exec_driver_sql(
        "DELETE FROM match_key WHERE entry IN (SELECT entry FROM search_entry WHERE record_id = ?)", (record_id,)
    )
    connection.exec_driver_sql("DELETE FROM search_entry WHERE record_id = ?", (record_id,))


def list_merged(connection: Connection, touched: Mapping[str, str]) -> None:
    """Bring the entries of records up to date, record → kind, whose rows a merge has written."""
    by_kind: dict[str, list[str]] = {}
    for record_id, kind_name in touched.items():
        if searched_fields(KINDS[kind_name]):
            by_kind.setdefault(kind_name, []).append(record_id)
    for kind_name, record_ids in by_kind.items():
        for start in range(0, len(record_ids), _AT_ONCE):
            _list_portion(connection, KINDS[kind_name], record_ids[start : start + _AT_ONCE])


def _list_portion(connection: Connection, kind: Kind, record_ids: list[str]) -> None:
    rows = _rows(connection, kind, record_ids)
    listed = {row["id"]: row for row in rows if row["deleted_at"] is None and is_listed(kind, row)}
    known = f"SELECT record_id, entry, {', '.join(ENTRY_COLUMNS)} FROM search_entry WHERE record_id IN ({_marks(rows)})"
    found = connection.exec_driver_sql(known, tuple(row["id"] for row in rows)).all()
    entries = {record_id: (entry, tuple(told)) for record_id, entry, *told in found}
    for record_id in entries.keys() - listed.keys():
        unlist(connection, record_id)
    numbers = numbers_of(connection, listed) if kind.name == "person" else {}
    new = [row for record_id, row in listed.items() if record_id not in entries]
    bulk.list_rows(connection, kind, new, numbers)
    kept = [row for record_id, row in listed.items() if record_id in entries]
    more = [numbers.get(row["id"], ()) for row in kept]
    _renew_entries(connection, zip([entries[row["id"]] for row in kept], entries_of(kind, kept, more), strict=True))
    if kind.name == "person":
        people = zip([entries[row["id"]][0] for row in kept], kept, more, strict=True)
        match_keys.renew_many(connection, list(people))


def _renew_entries(
    connection: Connection, entries: Iterable[tuple[tuple[int, tuple[Any, ...]], tuple[Any, ...]]]
) -> None:
    """Write entries that are not as they were. The full-text index is touched only where its words are others."""
    searched = ENTRY_COLUMNS.index(SEARCH_COLUMNS[0])
    shown, found = [], []
    for (number, before), entry in entries:
        if entry[:searched] != before[:searched]:
            shown.append((*entry[:searched], number))
        if entry[searched:] != before[searched:]:
            found.append((*entry[searched:], number))
    for columns, changed in ((ENTRY_COLUMNS[:searched], shown), (SEARCH_COLUMNS, found)):
        if changed:
            told = ", ".join(f"{column} = ?" for column in columns)
            with _indexed_at_once(connection, [number for *_, number in changed], columns):
                connection.exec_driver_sql(f"UPDATE search_entry SET {told} WHERE entry = ?", changed)


@contextmanager
def _indexed_at_once(connection: Connection, entries: Sequence[int], columns: Sequence[str]) -> Iterator[None]:
    """Around a change of many entries: the index is brought up to date for all of them, not row by row."""
    if columns != SEARCH_COLUMNS or len(entries) < _ROW_BY_ROW:
        yield
        return
    names, numbers = ", ".join(SEARCH_COLUMNS), json.dumps(list(entries))
    chosen = f"SELECT entry, {names} FROM search_entry WHERE entry IN (SELECT value FROM json_each(?))"
    trigger = "SELECT sql FROM sqlite_master WHERE name = 'index_change'"
    sql: str = connection.exec_driver_sql(trigger).scalar_one()
    connection.exec_driver_sql("DROP TRIGGER index_change")
    remove = f"INSERT INTO search_index (search_index, rowid, {names}) SELECT 'delete', * FROM ({chosen})"
    connection.exec_driver_sql(remove, (numbers,))
    yield
    connection.exec_driver_sql(f"INSERT INTO search_index (rowid, {names}) {chosen}", (numbers,))
    connection.exec_driver_sql(sql)


def _rows(connection: Connection, kind: Kind, record_ids: Sequence[str]) -> list[dict[str, Any]]:
    """Rows with their values as records hold them, as far as an entry needs them."""
    columns = ", ".join(f'"{name}"' for name in listed_by(kind))
    sql = f'SELECT {columns} FROM "{kind.name}" WHERE id IN ({_marks(record_ids)})'
    cursor = cursor_of(connection)
    try:
        cursor.execute(sql, tuple(record_ids))
        rows = [dict(zip(listed_by(kind), row, strict=True)) for row in cursor.fetchall()]
    finally:
        cursor.close()
    for name, process in _processes(kind):
        for row in rows:
            row[name] = process(row[name])
    return rows


@cache
def listed_by(kind: Kind) -> tuple[str, ...]:
    """The columns by which a record is listed, and those by which a person is compared."""
    used = {"id", "deleted_at", *_shown(kind), *(COMPARED if kind.name == "person" else ())}
    used |= {name for name in (kind.state, kind.hidden_until) if name}
    return tuple(column.name for column in table_of(kind).c if column.name in used)


@cache
def _shown(kind: Kind) -> frozenset[str]:
    """The columns that an entry is made of."""
    searched = {name for names in searched_fields(kind).values() for name in names}
    return frozenset(searched | {*kind.title, *kind.detail, *kind.order})


@cache
def _processes(kind: Kind) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """How the columns that an entry is made of are read, where SQLite keeps them in another way."""
    used = _shown(kind)
    dialect = SQLiteDialect_pysqlite()
    columns = [column for column in table_of(kind).c if column.name in used]
    found = ((one.name, one.type.dialect_impl(dialect).result_processor(dialect, None)) for one in columns)
    return tuple((name, process) for name, process in found if process is not None)


def _marks(items: Sequence[Any]) -> str:
    return ", ".join("?" * len(items))


def numbers_of(connection: Connection, person_ids: Iterable[str]) -> dict[str, list[str]]:
    """The numbers by which people are found: those of their papers, and of the files that were merged into theirs."""
    found: dict[str, list[str]] = {}
    ids = sorted(person_ids)
    for start in range(0, len(ids), _AT_ONCE):
        portion: tuple[Any, ...] = tuple(ids[start : start + _AT_ONCE])
        marks = ", ".join("?" * len(portion))
        papers = (
            f"SELECT person_id, value FROM person_identifier WHERE person_id IN ({marks}) AND deleted_at IS NULL "
            "AND value IS NOT NULL ORDER BY row"
        )
        merged = (
            f"SELECT merged_into_id, resident_no FROM person WHERE merged_into_id IN ({marks}) "
            "AND deleted_at IS NULL ORDER BY row"
        )
        for sql in (papers, merged):
            for person_id, number in connection.exec_driver_sql(sql, portion):
                found.setdefault(person_id, []).append(number)
    return found
