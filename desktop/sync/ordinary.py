"""The ordinary operation, taken without the whole merge: a record that nobody has here yet, or a change of what stands.

Most that comes is one of both, and the merge would say of it what is written here in one line: a new record is made by
its operation alone, and a change whose base is what each of its fields shows replaces that. Whatever may need more
thought (several operations on one record, other values that live, deletions, erasures, a household that may be called
by somebody else) is left to `desktop.sync.showing`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from json.encoder import encode_basestring as _quoted
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.domain.kinds import KINDS
from desktop.store.driver import fetched, run_each
from desktop.store.portions import in_portions
from desktop.store.triggers import logged_columns
from desktop.sync.bundle.canonical import each_as_json
from desktop.sync.kept_states import read_told, write_told
from desktop.sync.merge import DELETED, MADE, Effective, Operation
from desktop.sync.row_writing import FOLLOWING, fillings, insert_of_shape, stored_at
from desktop.sync.rows import json_fields
from desktop.sync.states import comes_last, is_plain

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once, not for every value

MEMBERS = frozenset({"household_id", "status", "relation_to_head", DELETED})
"""What tells of a person who belongs to a household, and as what."""
HEADS = MEMBERS | {"first_name", "last_name"}
"""The same of its head, by whose name it is called."""


class Line(NamedTuple):
    """What the log tells of an operation: action and fields."""

    action: str
    fields: str


class _Change(NamedTuple):
    operation: Operation
    state: dict[str, Any]
    told: dict[str, list[Any]]


class Ordinary:
    """The ordinary ones among some operations of which this program knows all: first all is read, then written."""

    def __init__(self, connection: Connection, operations: Sequence[Operation], effective: Effective) -> None:
        self._connection, self._effective = connection, effective
        candidates = [one for one in _single(operations) if _may_be(one)]
        states = read_told(connection, [one.record for one in candidates])
        new = [one for one in candidates if one.action == "add" and one.record not in states]
        changes = [one for one in candidates if one.action == "change" and one.record in states]
        self._new = self._unknown(new)
        self._changes = self._that_follow(changes, states)
        self._by_shape = _by_shape(self._new)
        self.lines = self._lines()

    def kinds(self) -> frozenset[str]:
        """Of the records that show something else now."""
        return frozenset(chain((one.kind for one in self._new), (one.operation.kind for one in self._changes)))

    def _lines(self) -> dict[str, Line]:
        """Record → what the log tells of it."""
        found: dict[str, Line] = {}
        for (_, *names), many in self._by_shape.items():
            told = ",".join(f"{_quoted(name)}:[null,%s]" for name in names)
            columns = map(_texts, zip(*(one.fields.values() for one in many), strict=True))
            for one, texts in zip(many, zip(*columns, strict=True), strict=True):
                found[one.record] = Line("add", f"{{{told}}}" % texts)
        changed = zip(self._changes, each_as_json(one.told for one in self._changes), strict=True)
        return found | {one.operation.record: Line("change", text) for one, text in changed}

    def write(self) -> None:
        """Rows and states."""
        self._insert()
        self._update()

    # ------------------------------------------------------------------------------------------ reading

    def _unknown(self, operations: Sequence[Operation]) -> list[Operation]:
        """Those of records that have no row here either."""
        known: set[str] = set()
        for kind, ids in _by_kind(operations).items():
            for marks, portion in in_portions(ids):
                sql = f'SELECT id FROM "{kind}" WHERE id IN ({marks})'
                known.update(row[0] for row in fetched(self._connection, sql, portion))
        return [one for one in operations if one.record not in known]

    def _that_follow(self, operations: Sequence[Operation], states: Mapping[str, dict[str, Any]]) -> list[_Change]:
        """Changes whose base is what stands, with what they change."""
        found = []
        names: dict[str, list[str]] = {}
        for one in operations:
            names.setdefault(one.kind, []).extend(one.fields)
        for kind, ids in _by_kind(operations).items():
            columns = [*dict.fromkeys(names[kind]), *(("relation_to_head",) if kind == "person" else ())]
            rows = self._rows(kind, ids, columns)
            for one in operations:
                row = rows.get(one.record) if one.kind == kind else None
                state = states[one.record]
                if row is not None and self._follows(one, state, row):
                    found.append(_taken(one, state, row))
        return found

    def _rows(self, kind: str, ids: Iterable[str], columns: Sequence[str]) -> dict[str, dict[str, Any]]:
        found = {}
        told = ", ".join(f'"{name}"' for name in columns)
        as_json = [name for name in json_fields(kind) if name in columns]
        for marks, portion in in_portions(ids):
            sql = f'SELECT id, {told} FROM "{kind}" WHERE id IN ({marks})'
            for record, *cells in fetched(self._connection, sql, portion):
                row = found[record] = dict(zip(columns, cells, strict=True))
                for name in as_json:
                    row[name] = json.loads(row[name]) if row[name] is not None else None
        return found

    def _follows(self, operation: Operation, state: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
        if not is_plain(state) or (operation.kind == "person" and _may_rename(operation, row)):
            return False
        own, whole, base = state.get("o", _NONE), state.get("w"), operation.base
        for name in operation.fields:  # as `plain_mark` says, without a call for each
            mark = own.get(name) or (whole if row[name] is not None else None)
            if mark is not None and (mark[0], mark[1]) not in base.get(name, ()):
                return False
        return comes_last(state, operation, self._effective)

    # ------------------------------------------------------------------------------------------ writing

    def _insert(self) -> None:
        for (kind, *names), many in self._by_shape.items():
            insert_of_shape(self._connection, kind, names, many)
        write_told(self._connection, [(one.record, one.kind, {"w": [*one.dot, one.stamp]}) for one in self._new])

    def _update(self) -> None:
        by_shape: dict[tuple[str, ...], list[Operation]] = {}
        for one in self._changes:
            by_shape.setdefault((one.operation.kind, *one.told), []).append(one.operation)
        for (kind, *names), many in by_shape.items():
            told = "".join(f'"{name}" = ?, ' for name in names)
            sql = (
                f'UPDATE "{kind}" SET {told}updated_at = ?, updated_by = ?, device_id = ?, '
                "row_version = row_version + ? WHERE id = ?"
            )
            as_json = frozenset(json_fields(kind)).intersection(names)
            run_each(self._connection, sql, [(*_cells(one, names, as_json), *_signed(one), one.record) for one in many])
        states = [(one.operation.record, one.operation.kind, one.state) for one in self._changes]
        write_told(self._connection, states)


def _by_shape(operations: Iterable[Operation]) -> dict[tuple[str, ...], list[Operation]]:
    """Kind and fields → the operations that tell just these."""
    found: dict[tuple[str, ...], list[Operation]] = {}
    for one in operations:
        found.setdefault((one.kind, *one.fields), []).append(one)
    return found


def _texts(values: Iterable[Any]) -> list[str]:
    """Each as JSON; most fields hold nothing but text."""
    values = list(values)
    try:
        return list(map(_quoted, values))
    except TypeError:
        return list(map(_as_text, values))


def _as_text(value: Any) -> str:
    if value.__class__ is str:
        return _quoted(value)
    if value.__class__ is int:
        return repr(value)
    if value.__class__ is bool:
        return "true" if value else "false"
    return _encoded(value) if value else _EMPTY.get(value.__class__) or _encoded(value)


_NONE: Mapping[str, Any] = {}
_EMPTY: Mapping[type, str] = {list: "[]", dict: "{}"}


def _single(operations: Iterable[Operation]) -> list[Operation]:
    """Operations on records of which no other one tells."""
    found: dict[str, Operation | None] = {}
    for one in operations:
        found[one.record] = None if one.record in found else one
    return [one for one in found.values() if one is not None]


def _may_be(operation: Operation) -> bool:
    kind, fields = operation.kind, operation.fields
    if not fields or DELETED in fields or MADE in fields:
        return False
    if operation.action == "add":
        return None not in fields.values()
    return operation.action == "change" and _unfollowed(kind) >= fields.keys() and not _unfilled(operation)


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(logged_columns(KINDS[kind])) - {DELETED}


@cache
def _unfollowed(kind: str) -> frozenset[str]:
    """Fields from which no other column of their row follows."""
    return frozenset() if kind in FOLLOWING else _known(kind) - {KINDS[kind].dated_by}


def _unfilled(operation: Operation) -> bool:
    """Whether a column that must hold something would be emptied."""
    filled = fillings(operation.kind)
    return None in operation.fields.values() and any(
        value is None and name in filled for name, value in operation.fields.items()
    )


def _may_rename(operation: Operation, row: Mapping[str, Any]) -> bool:
    """Whether a household may be called by somebody else afterwards."""
    told = HEADS if row["relation_to_head"] == "head" else MEMBERS
    return not told.isdisjoint(operation.fields)


def _taken(operation: Operation, state: dict[str, Any], row: Mapping[str, Any]) -> _Change:
    own, mark = state.setdefault("o", {}), [*operation.dot, operation.stamp]
    told = {}
    for name, value in operation.fields.items():
        own[name] = mark
        if row[name] != value:
            told[name] = [row[name], value]
    return _Change(operation, state, told)


def _cells(operation: Operation, names: Iterable[str], as_json: frozenset[str]) -> list[Any]:
    if not as_json:
        return [operation.fields[name] for name in names]
    return [_stored(operation.fields[name], as_json=name in as_json) for name in names]


def _stored(value: Any, *, as_json: bool) -> Any:
    return value if value is None or not as_json else "[]" if value == [] else json.dumps(value)


def _signed(operation: Operation) -> tuple[str, str, str, int]:
    return stored_at(operation.stamp), operation.user, operation.dot.device, int(bool(operation.user))


def _by_kind(operations: Iterable[Operation]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in operations:
        found.setdefault(one.kind, []).append(one.record)
    return found
