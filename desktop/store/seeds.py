"""The lists that every office knows from the first day: provinces, counties, harms and which of them come first.

They are records like any other, so that a list can grow and change with time; their ids are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from desktop.domain.divisions import known_counties, known_provinces
from desktop.domain.harm import known_harms, known_priorities
from desktop.domain.kinds import KINDS
from desktop.store.unit_of_work import Actor, Identity, UnitOfWork

KNOWN: Mapping[str, Callable[[], Iterator[Mapping[str, Any]]]] = {
    "province": known_provinces,
    "county": known_counties,
    "harm_type": known_harms,
    "priority_harm": known_priorities,
}
_PROGRAM = Actor(user_id="", staff_id="", username="", role="office_manager")


def plant(connection: Connection, identity: Identity, at: datetime) -> None:
    """Add what is missing of the lists, logged like everything else; what somebody has changed or removed stays so."""
    work = UnitOfWork(connection, identity, _PROGRAM, at)
    missing = {kind_name: list(_missing(work, kind_name)) for kind_name in KNOWN}
    if any(missing.values()):
        with work.loading():
            for kind_name, many in missing.items():
                work.add_many(kind_name, many)
    work.finish()


def _missing(work: UnitOfWork, kind_name: str) -> Iterator[Mapping[str, Any]]:
    key = KINDS[kind_name].keyed_by or "id"
    there = {row["id"] for row in work.query(f"SELECT id FROM {kind_name}")}
    return (values for values in KNOWN[kind_name]() if values[key] not in there)
