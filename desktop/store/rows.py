"""Reading records as plain rows, inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Select, TextClause, bindparam, select, text

from desktop.domain.kinds import KINDS, table_of
from desktop.domain.record import Row
from desktop.store import changes
from desktop.store.tables import SEARCH_ENTRY


@cache
def _by_id(kind: str) -> Select[Any]:
    table = table_of(KINDS[kind])
    return select(table).where(table.c.id == bindparam("id"), table.c.deleted_at.is_(None))


@cache
def _by_fields(kind: str, wanted: tuple[str, ...], empty: tuple[str, ...]) -> Select[Any]:
    """Records with values in these fields, to be told when it is asked, and none in those."""
    table = table_of(KINDS[kind])
    told = [table.c[name] == bindparam(name) for name in wanted]
    return (
        select(table)
        .where(table.c.deleted_at.is_(None), *told, *(table.c[name].is_(None) for name in empty))
        .order_by(table.c.row)
    )


@lru_cache(maxsize=256)
def _written(sql: str) -> TextClause:
    return text(sql)


class Rows:
    """The office's records as of one moment; what domain rules see as `Facts`."""

    def __init__(self, connection: Connection, today: date, role: str, user_id: str = "") -> None:
        self.connection = connection
        self.today = today
        self.role = role
        self.user_id = user_id

    def log_position(self) -> int:
        """The last line of the log as of that moment: what a form shows that is filled from these rows."""
        return changes.head(self.connection)[0]

    def get(self, kind: str, record_id: str | None) -> Row | None:
        """The record, or None when there is none or it was deleted."""
        if not record_id:
            return None
        found = self.connection.execute(_by_id(kind), {"id": record_id}).mappings().first()
        return dict(found) if found else None

    def find(self, kind: str, /, **where: object) -> list[Row]:
        """Records whose fields equal the given values, in the order they were registered."""
        told = {name: value for name, value in where.items() if value is not None}
        query = _by_fields(kind, tuple(told), tuple(name for name in where if name not in told))
        return [dict(row) for row in self.connection.execute(query, told).mappings()]

    def find_even_deleted(self, kind: str, /, **where: object) -> list[Row]:
        """Like `find`, with the records that are only marked deleted: for whoever must leave nothing behind."""
        table = table_of(KINDS[kind])
        query = select(table).order_by(table.c.row)
        for name, value in where.items():
            query = query.where(table.c[name] == value)
        return [dict(row) for row in self.connection.execute(query).mappings()]

    def titles(self, record_ids: Iterable[str]) -> Mapping[str, str]:
        """Record id → the title people know it by, for ids that have one."""
        ids = [record_id for record_id in set(record_ids) if record_id]
        query = select(SEARCH_ENTRY.c.record_id, SEARCH_ENTRY.c.title).where(SEARCH_ENTRY.c.record_id.in_(ids))
        return {row.record_id: row.title for row in self.connection.execute(query)} if ids else {}

    def details(self, record_ids: Iterable[str]) -> Mapping[str, str]:
        """Record id → the small line below its title, for ids that have one."""
        ids = [record_id for record_id in set(record_ids) if record_id]
        query = select(SEARCH_ENTRY.c.record_id, SEARCH_ENTRY.c.detail).where(SEARCH_ENTRY.c.record_id.in_(ids))
        return {row.record_id: row.detail for row in self.connection.execute(query)} if ids else {}

    def query(self, sql: str, **values: object) -> list[Mapping[str, Any]]:
        """Rows of a hand-written statement; for read models that a declaration cannot express."""
        return [dict(row) for row in self.connection.execute(_written(sql), values).mappings()]
