"""Rows of records written as the log tells them, past the forms: these have been checked where they were typed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import moment_of
from desktop.domain.kinds import KINDS, table_of
from desktop.domain.persian.calendar import jalali_month
from desktop.store.driver import run_each
from desktop.sync.merge import Operation
from desktop.sync.rows import json_fields


def stored_moment(at: datetime) -> str:
    """A moment as the file stores it."""
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")


@lru_cache(maxsize=1000)
def stored_at(stamp: int) -> str:
    """The moment of a stamp so; what one deed wrote has one."""
    return stored_moment(moment_of(stamp))


def whole_row(kind: str, operation: Operation) -> dict[str, Any]:
    """A row for a record that is new here, before its values."""
    at = stored_at(operation.stamp)
    return {
        **_empty(kind),
        "id": operation.record,
        "created_at": at,
        "created_by": operation.user,
        "updated_at": at,
        "updated_by": operation.user,
        "row_version": 1,
        "device_id": operation.dot.device,
        "deleted_at": None,
        "sync_state": "accepted",
    }


_ALWAYS = ("created_at", "created_by", "updated_at", "updated_by", "row_version", "device_id")
FOLLOWING = {"person_identifier": ("last4",)}
"""Columns that follow from the other fields of their row."""


@cache
def _empty(kind: str) -> Mapping[str, Any]:
    return {column.name: None for column in table_of(KINDS[kind]).c if column.name != "row"}


@cache
def fillings(kind: str) -> Mapping[str, Any]:
    """What a column that must have a value holds where nobody told one: the field is younger than the record."""
    fields = KINDS[kind].draft.model_fields
    found = {}
    for column in table_of(KINDS[kind]).c:
        if not column.nullable and column.name in fields:
            default = fields[column.name].get_default(call_default_factory=True)
            empty = [] if column.name in json_fields(kind) else ""
            found[column.name] = default if default is not None else empty
    return found


def write_rows(connection: Connection, rows: Iterable[tuple[str, dict[str, Any], frozenset[str] | None]]) -> None:
    """Write rows, parents first: (kind, row, the names of what changed in it; None for a new one)."""
    new: dict[str, list[dict[str, Any]]] = {}
    old: dict[tuple[str, frozenset[str]], list[dict[str, Any]]] = {}
    for kind, row, changed in rows:
        if changed is None:
            new.setdefault(kind, []).append(row)
        else:
            old.setdefault((kind, changed), []).append(row)
    office_id = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'office_id'").scalar_one()
    for kind in KINDS:
        if kind in new:
            _insert(connection, kind, [_stored(kind, {**row, "office_id": office_id}) for row in new[kind]])
    for (kind, changed), many in old.items():
        _update(connection, kind, changed, [_stored(kind, row) for row in many])


def insert_of_shape(connection: Connection, kind: str, names: Sequence[str], operations: Sequence[Operation]) -> None:
    """New rows that these operations make by themselves; each of them tells the same fields, all with values."""
    dated_by, as_json = KINDS[kind].dated_by, [names.index(name) for name in json_fields(kind) if name in names]
    following = [*FOLLOWING.get(kind, ()), *(("jalali_month",) if dated_by else ())]
    filled = {name: value for name, value in fillings(kind).items() if name not in (*names, *following)}
    office_id = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'office_id'").scalar_one()
    alike = (
        1,
        "accepted",
        office_id,
        *(json.dumps(v) if name in json_fields(kind) else v for name, v in filled.items()),
    )
    columns = [*_OF_THE_MAKING, *filled, *names]
    rows = []
    for (device, _), stamp, _, user, _, record, _, fields, *_ in operations:
        at = stored_at(stamp)
        values = [*fields.values()]
        for place in as_json:
            values[place] = "[]" if values[place] == [] else json.dumps(values[place])
        row = (record, at, user, at, user, device, *alike, *values)
        rows.append((*row, *_that_follow(kind, fields)) if following else row)
    told = ", ".join(f'"{name}"' for name in (*columns, *following))
    marks = ", ".join("?" * (len(columns) + len(following)))
    run_each(connection, f'INSERT INTO "{kind}" ({told}) VALUES ({marks})', rows)


_OF_THE_MAKING = (
    "id", "created_at", "created_by", "updated_at", "updated_by", "device_id", "row_version", "sync_state", "office_id",
)  # fmt: skip


def _that_follow(kind: str, fields: Mapping[str, Any]) -> list[Any]:
    """Of a row's columns those that follow from these fields."""
    found = [(fields.get("value") or "")[-4:]] if kind in FOLLOWING else []
    if KINDS[kind].dated_by:
        day = fields.get(KINDS[kind].dated_by)
        found.append(jalali_month(date.fromisoformat(day)) if day else None)
    return found


def _insert(connection: Connection, kind: str, rows: Sequence[Mapping[str, Any]]) -> None:
    names = [name for name in rows[0] if name != "row"]
    columns = ", ".join(f'"{name}"' for name in names)
    connection.exec_driver_sql(
        f'INSERT INTO "{kind}" ({columns}) VALUES ({", ".join("?" * len(names))})',
        list(map(itemgetter(*names), rows)),
    )


def _update(connection: Connection, kind: str, changed: frozenset[str], rows: Sequence[Mapping[str, Any]]) -> None:
    names = sorted({*changed, *_ALWAYS, *FOLLOWING.get(kind, ())} & rows[0].keys())
    names += ["jalali_month"] if KINDS[kind].dated_by in changed else []
    told = ", ".join(f'"{name}" = ?' for name in names)
    connection.exec_driver_sql(f'UPDATE "{kind}" SET {told} WHERE id = ?', list(map(itemgetter(*names, "id"), rows)))


def _stored(kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(row)
    for name, filling in fillings(kind).items():
        if values[name] is None:
            values[name] = filling
    for name in json_fields(kind):
        if values[name] is not None:
            values[name] = "[]" if values[name] == [] else json.dumps(values[name])
    dated_by = KINDS[kind].dated_by
    if dated_by:
        day = values[dated_by]
        values["jalali_month"] = jalali_month(date.fromisoformat(day)) if day else None
    if kind == "person_identifier":
        values["last4"] = (values["value"] or "")[-4:]
    return values
