"""Lists as windows over the file: a snapshot of entry numbers in order, and pages of plain rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from desktop.domain.fields import Input
from desktop.domain.kinds import KINDS, table_of
from desktop.domain.problems import Refusal, RefusedError
from desktop.store.search import cursor_of, found_entries, numbers


def snapshot(
    connection: Connection,
    kind: str,
    *,
    state: str = "",
    where: Mapping[str, object] | None = None,
    order_by: str = "",
    descending: bool = False,
    most: int = -1,
) -> array[int]:
    """All entries of a kind in Persian order, or by another column. `state`, `where` and `most` keep only some."""
    if order_by or where:
        return _ordered_by(connection, kind, {"state": state, **(where or {})}, order_by, descending=descending)
    asked, values = ("kind = ? AND state = ?", (kind, state)) if state else ("kind = ?", (kind,))
    direction = "DESC" if descending else "ASC"
    sql = f"SELECT entry FROM search_entry WHERE {asked} ORDER BY order_key {direction}, entry {direction} LIMIT ?"
    return array("q", numbers(connection, sql, (*values, most)))


def _ordered_by(
    connection: Connection, kind: str, where: Mapping[str, object], column: str, *, descending: bool
) -> array[int]:
    table = table_of(KINDS[kind])
    direction = "DESC" if descending else "ASC"
    asked = {name: value for name, value in where.items() if value not in ("", None)}
    # KeyError for a column that is not ours
    more = "".join(" AND e.state = ?" if name == "state" else f' AND t."{table.c[name].name}" = ?' for name in asked)
    own = f't."{table.c[column].name}" IS NULL, t."{column}" {direction}, ' if column else ""
    natural = "ASC" if column else direction
    sql = (
        f'SELECT e.entry FROM search_entry e JOIN "{table.name}" t ON t.id = e.record_id '
        f"WHERE e.kind = ?{more} ORDER BY {own}e.order_key {natural}, e.entry {natural}"
    )
    return array("q", numbers(connection, sql, (kind, *asked.values())))


def states(connection: Connection, kind: str) -> Mapping[int, str]:
    """Entry → state, of all records of a kind that is not numerous."""
    sql = "SELECT entry, state FROM search_entry WHERE kind = ?"
    return {int(entry): str(state) for entry, state in cursor_of(connection).execute(sql, (kind,))}


def entries(connection: Connection, kind: str) -> Mapping[str, int]:
    """Record id → entry, of all records of a kind that is not numerous."""
    sql = "SELECT record_id, entry FROM search_entry WHERE kind = ?"
    return {str(record): int(entry) for record, entry in cursor_of(connection).execute(sql, (kind,))}


def among(
    ids: Sequence[int], positions: Mapping[int, int], connection: Connection, typed: str, kind: str = ""
) -> array[int]:
    """Entries of a snapshot that match what was typed, in its order. `positions` is entry → place in `ids`.

    With the snapshot's `kind`, hits of other kinds cannot crowd out its own.
    """
    places = map(positions.get, found_entries(connection, typed, kind=kind))
    return array("q", map(ids.__getitem__, sorted(place for place in places if place is not None)))


def positions_of(ids: Iterable[int]) -> dict[int, int]:
    return {entry: place for place, entry in enumerate(ids)}


def jump(connection: Connection, kind: str, key: bytes) -> int | None:
    """The first entry at or after a place in Persian order, for typing a letter in a list."""
    sql = "SELECT entry FROM search_entry WHERE kind = ? AND order_key >= ? ORDER BY order_key, entry LIMIT 1"
    return connection.exec_driver_sql(sql, (kind, key)).scalar()


def page(connection: Connection, kind: str, entries: Sequence[int]) -> list[dict[str, Any]]:
    """Rows of a list in the order of `entries`; links come with the title people know under "<field>_title"."""
    sql = _page_query(kind) + f"({','.join('?' * len(entries))})"
    cursor = cursor_of(connection)
    try:
        cursor.execute(sql, tuple(entries))
        names = [column[0] for column in cursor.description]
        found = {values[0]: typed_row(kind, dict(zip(names, values, strict=True))) for values in cursor.fetchall()}
    finally:
        cursor.close()
    return [found[entry] for entry in entries if entry in found]


@cache
def _page_query(kind: str) -> str:
    table = table_of(KINDS[kind])
    links = [name for name, about in KINDS[kind].fields.items() if about.input is Input.LINK and about.column]
    columns = ", ".join(f't."{c.name}"' for c in table.c)
    titles = "".join(
        f', (SELECT title FROM search_entry x WHERE x.record_id = t."{name}") AS "{name}_title"' for name in links
    )
    return (
        f"SELECT e.entry AS entry, e.title AS title, e.detail AS detail, {columns}{titles} "
        f'FROM search_entry e JOIN "{table.name}" t ON t.id = e.record_id WHERE e.entry IN '
    )


def typed_row(kind: str, row: dict[str, Any]) -> dict[str, Any]:
    """The raw row with dates, times, moments, yes/no and lists as the table's types give them."""
    for name, processor in _processors(kind).items():
        if row.get(name) is not None:
            row[name] = processor(row[name])
    return row


@cache
def _processors(kind: str) -> dict[str, Any]:
    dialect = SQLiteDialect_pysqlite()
    made = {c.name: c.type.dialect_impl(dialect).result_processor(dialect, None) for c in table_of(KINDS[kind]).c}
    return {name: processor for name, processor in made.items() if processor}


def where_clause(kind: str, where: Mapping[str, str]) -> dict[str, Any]:
    """Typed values for `--where FIELD=VALUE`; refuses an unknown field or a value it cannot have."""
    fields = KINDS[kind].fields
    made: dict[str, Any] = {}
    for name, text in where.items():
        if name in ("id", "created_by", "office_id"):
            made[name] = text
            continue
        if name not in fields:
            raise RefusedError.of(name, "unknown_field", given=name)
        try:
            made[name] = fields[name].read(text)
        except Refusal as refusal:
            raise RefusedError.of(name, refusal.code, **refusal.facts) from refusal
    return made
