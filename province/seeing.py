"""What the rules of the domain may ask of an office, as far as the province can see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from desktop.domain.kinds import KINDS
from province.store.published import PUBLISHED

Row = Mapping[str, Any]


@dataclass(slots=True)
class Seen:
    """The published records of one office; fields that stay in the office are empty."""

    connection: Connection
    office_id: str
    today: date
    role: str
    staff_id: str | None = None

    def get(self, kind: str, record_id: str | None) -> Row | None:
        return next(iter(self.find(kind, id=record_id)), None) if record_id else None

    def find(self, kind: str, /, **where: object) -> list[Row]:
        table = PUBLISHED.get(kind)
        if table is None or any(name not in table.c for name in where):
            return []
        wanted = select(table).where(table.c.office_id == self.office_id, table.c.deleted_at.is_(None))
        for name, value in where.items():
            wanted = wanted.where(table.c[name] == value)
        empty = dict.fromkeys(KINDS[kind].fields)
        return [{**empty, **row} for row in self.connection.execute(wanted.order_by(table.c.id)).mappings()]

    def number(self, kind: str) -> int:
        """Running numbers come from the laptops' blocks: LookupError, since the province gives none."""
        raise LookupError(f"the province gives no numbers: {kind}")
