"""The search entries of records, beside the unit of work: listed, renewed and taken out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from desktop.domain.kinds import KINDS, table_of
from desktop.domain.record import Kind
from desktop.store import bulk, match_keys
from desktop.store.entries import ENTRY_COLUMNS, entries_of, is_listed, searched_fields
from desktop.store.tables import SEARCH_ENTRY

_AT_ONCE = 500


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
    table = table_of(kind)
    rows = [dict(row) for row in connection.execute(select(table).where(table.c.id.in_(record_ids))).mappings()]
    listed = {row["id"]: row for row in rows if row["deleted_at"] is None and is_listed(kind, row)}
    known = select(SEARCH_ENTRY.c.record_id, SEARCH_ENTRY.c.entry).where(SEARCH_ENTRY.c.record_id.in_(record_ids))
    entries = {row.record_id: row.entry for row in connection.execute(known)}
    for record_id in entries.keys() - listed.keys():
        unlist(connection, record_id)
    numbers = numbers_of(connection, listed) if kind.name == "person" else {}
    new = [row for record_id, row in listed.items() if record_id not in entries]
    bulk.list_rows(connection, kind, new, numbers)
    kept = [row for record_id, row in listed.items() if record_id in entries]
    more = [numbers.get(row["id"], ()) for row in kept]
    for row, entry in zip(kept, entries_of(kind, kept, more) if kept else (), strict=True):
        connection.execute(
            update(SEARCH_ENTRY).where(SEARCH_ENTRY.c.record_id == row["id"]),
            dict(zip(ENTRY_COLUMNS, entry, strict=True)),
        )
        if kind.name == "person":
            match_keys.renew(connection, entries[row["id"]], row, numbers.get(row["id"], ()))


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
