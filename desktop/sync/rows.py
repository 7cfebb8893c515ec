"""Records as their rows store them, with values as the log tells them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from desktop.domain.fields import JSON_INPUTS
from desktop.domain.kinds import KINDS, table_of
from desktop.domain.record import Row
from desktop.store.driver import fetched
from desktop.store.portions import in_portions
from desktop.sync import publish
from desktop.sync.merge import State


def rows_of(connection: Connection, kind: str, record_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Records as their row stores them, deleted ones too."""
    found: dict[str, dict[str, Any]] = {}
    for marks, ids in in_portions(record_ids):
        result = connection.exec_driver_sql(f'SELECT * FROM "{kind}" WHERE id IN ({marks})', ids)
        names = list(result.keys())
        for values in result.all():
            row = as_logged(kind, dict(zip(names, values, strict=True)))
            found[row["id"]] = row
    return found


def as_logged(kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A stored row with its values as the log tells them: lists and maps are no text there."""
    values = dict(row)
    for name in json_fields(kind):
        if values[name] is not None:
            values[name] = json.loads(values[name]) if values[name] != "[]" else []
    return values


def shown_rows(connection: Connection, states: Mapping[str, State]) -> dict[str, dict[str, Any]]:
    """The rows of these records."""
    by_kind: dict[str, list[str]] = {}
    for record, state in states.items():
        by_kind.setdefault(state.kind, []).append(record)
    return {
        record: row for kind, records in by_kind.items() for record, row in rows_of(connection, kind, records).items()
    }


def agreed_persons(connection: Connection, on: date) -> frozenset[str]:
    """The persons whose files may go to the province today."""
    sql = "SELECT 1 FROM consent WHERE scope = ? AND deleted_at IS NULL LIMIT 1"
    if not fetched(connection, sql, (publish.SCOPE,)):  # asked at every segment
        return frozenset()
    consent, person = table_of(KINDS["consent"]), table_of(KINDS["person"])
    asked_for = select(consent.c.person_id).where(consent.c.scope == publish.SCOPE, consent.c.deleted_at.is_(None))
    asked: dict[str, list[Row]] = {}
    for row in connection.execute(
        select(consent).where(consent.c.deleted_at.is_(None), consent.c.person_id.in_(asked_for))
    ).mappings():
        asked.setdefault(row["person_id"], []).append(dict(row))
    if not asked:
        return frozenset()
    people = connection.execute(
        select(person).where(person.c.id.in_(asked_for), person.c.deleted_at.is_(None))
    ).mappings()
    return frozenset(one["id"] for one in people if publish.agreed(dict(one), asked[one["id"]], on))


@cache
def json_fields(kind: str) -> tuple[str, ...]:
    return tuple(name for name, about in KINDS[kind].fields.items() if about.input in JSON_INPUTS)
