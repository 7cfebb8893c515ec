"""The places of records in Persian order, made anew when an update has changed the order itself."""

from __future__ import annotations

from sqlalchemy import Connection, select

from desktop.domain.kinds import KINDS, table_of
from desktop.domain.persian.order import SORT_KEY_VERSION
from desktop.domain.record import Kind
from desktop.store.entries import order_key, searched_fields

_VERSION = "sort_key_version"


def for_a_new_file() -> dict[str, str]:
    """What `meta` keeps of the order: its version."""
    return {_VERSION: str(SORT_KEY_VERSION)}


def is_outdated(connection: Connection) -> bool:
    """Whether the places in this file were computed by another order than the program's."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (_VERSION,)).scalar()
    return found != str(SORT_KEY_VERSION)


def renew_all(connection: Connection) -> None:
    """Compute the place of every listed record anew."""
    for kind in KINDS.values():
        if searched_fields(kind):
            _renew(connection, kind)
    for key, value in for_a_new_file().items():
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", (key, value)
        )


def _renew(connection: Connection, kind: Kind) -> None:
    columns = table_of(kind).c
    named = [columns[name] for name in kind.order or kind.title]
    asked = select(columns.id, *named).where(columns.deleted_at.is_(None))
    places = [(order_key(kind, dict(row)), row["id"]) for row in connection.execute(asked).mappings()]
    if places:
        connection.exec_driver_sql("UPDATE search_entry SET order_key = ? WHERE record_id = ?", places)
