"""Reading records as plain rows, inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, select, text

from desktop.domain.record import Row
from desktop.store import changes
from desktop.store.driver import fetched
from desktop.store.shapes import selecting, shape_of
from desktop.store.tables import SEARCH_ENTRY


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
        found = shape_of(kind).records(fetched(self.connection, selecting(kind, ("id",)), (record_id,)))
        return found[0] if found else None

    def find(self, kind: str, /, **where: object) -> list[Row]:
        """Records whose fields equal the given values, in the order they were registered."""
        return self._found(kind, where)

    def find_even_deleted(self, kind: str, /, **where: object) -> list[Row]:
        """Like `find`, with the records that are only marked deleted: for whoever must leave nothing behind."""
        return self._found(kind, where, even_deleted=True)

    def _found(self, kind: str, where: Mapping[str, object], *, even_deleted: bool = False) -> list[Row]:
        told = {name: value for name, value in where.items() if value is not None}
        empty = tuple(name for name in where if name not in told)
        sql, shape = selecting(kind, tuple(told), empty, even_deleted=even_deleted), shape_of(kind)
        return shape.records(fetched(self.connection, sql, shape.bound(told)))

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
