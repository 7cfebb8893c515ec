"""Laying open operations down in the typed tables: per field, by the same merge as on the laptops.

What cannot be laid down (a kind or a field of a newer program, a value that is none) is parked with its operation and
taken up again after the upgrade; nothing of it is lost, for the segments stay as they came.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, and_, bindparam, delete, insert, or_, select, true, update

from desktop.sync.merge import Operation, State, absorb, is_too_late, recompute
from desktop.sync.states import state_of, text_of
from province.store.devices import known_clocks
from province.store.published import PUBLISHED, NoValueError, told, typed
from province.store.tables import PARKED, RECORD_STATE

_AT_ONCE = 500
_KEYS = frozenset({"office_id", "id"})
FORGETTING: Final = frozenset({"erase", "forget", "hide"})

Key: TypeAlias = tuple[str, str]
"""Kind and id of a record."""


class Laid(NamedTuple):
    """What came of operations besides rows."""

    forgotten: Mapping[Key, State]  # records in which something was forgotten by them
    late: frozenset[int]  # numbers of those that told what had been forgotten before


def lay_down(connection: Connection, office_id: str, operations: Iterable[Operation]) -> Laid:
    """Take operations, each after all that it saw, into the records of an office."""
    page = _Page(connection, office_id)
    batch: list[Operation] = []
    for operation in operations:
        batch.append(operation)
        if len(batch) == _AT_ONCE:
            page.take(batch)
            batch = []
    page.take(batch)
    return page.laid()


def clear(connection: Connection, office_id: str, keys: Iterable[Key]) -> None:
    """Forget records of an office, to lay their operations down anew."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for kind, record_id in keys:
        wanted[kind].append(record_id)
    for kind, ids in wanted.items():
        for begin in range(0, len(ids), _AT_ONCE):
            some = ids[begin : begin + _AT_ONCE]
            of_kind = [(table, table.c.record_id, table.c.kind == kind) for table in (RECORD_STATE, PARKED)]
            if kind in PUBLISHED:
                of_kind.append((PUBLISHED[kind], PUBLISHED[kind].c.id, true()))
            for table, column, condition in of_kind:
                mine = (table.c.office_id == office_id) & condition & column.in_(some)
                connection.execute(delete(table).where(mine))


def clear_parked(connection: Connection, office_id: str, keys: Iterable[Key]) -> None:
    """What is parked of records in which something was forgotten goes too."""
    for kind, record_id in keys:
        mine = (PARKED.c.office_id == office_id) & (PARKED.c.kind == kind) & (PARKED.c.record_id == record_id)
        connection.execute(delete(PARKED).where(mine))


def look_again(connection: Connection, office_id: str, device_ids: Iterable[str]) -> None:
    """After it became known how wrong the clocks of laptops were: where values compete another one may be shown."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    told = select(RECORD_STATE.c.kind, RECORD_STATE.c.record_id).where(RECORD_STATE.c.office_id == office_id)
    competing = or_(RECORD_STATE.c.state.contains('"x":'), RECORD_STATE.c.state.contains('"d":'))
    for device_id in device_ids:
        for kind, record_id in connection.execute(told.where(competing, RECORD_STATE.c.state.contains(device_id))):
            wanted[kind].add(record_id)
    page = _Page(connection, office_id)
    for kind, ids in wanted.items():
        page.look_again(kind, ids)


def standing(connection: Connection, office_id: str, kind: str, record_id: str) -> tuple[State | None, dict[str, Any]]:
    """Where a record comes from, and what it shows; (None, {}) for one that is not there."""
    page = _Page(connection, office_id)
    return page.standing(kind, record_id)


def parked(connection: Connection, office_id: str) -> set[Key]:
    """The records of which something is parked that can be laid down by now."""
    rows = connection.execute(select(PARKED).where(PARKED.c.office_id == office_id))
    return {(row.kind, row.record_id) for row in rows if _any_fits(row.kind, json.loads(row.fields))}


class _Page:
    """The records that some operations touch, read at once and written at once."""

    def __init__(self, connection: Connection, office_id: str) -> None:
        self._connection, self._office_id = connection, office_id
        self._effective = known_clocks(connection, office_id)
        self._states: dict[Key, State] = {}
        self._shown: dict[Key, dict[str, Any]] = {}
        self._known: set[Key] = set()
        self._changed: dict[Key, dict[str, Any]] = {}
        self._parked: list[dict[str, Any]] = []
        self._forgotten: set[Key] = set()
        self._late: set[int] = set()

    def laid(self) -> Laid:
        clear_parked(self._connection, self._office_id, self._forgotten)
        return Laid({key: self._states[key] for key in self._forgotten}, frozenset(self._late))

    def take(self, operations: list[Operation]) -> None:
        known = [one for one in operations if self._is_known(one)]
        self._read(known)
        for operation in known:
            self._absorb(operation)
        self._write()

    def standing(self, kind: str, record_id: str) -> tuple[State | None, dict[str, Any]]:
        self._read_kind(kind, {record_id})
        return self._states.get((kind, record_id)), self._shown.get((kind, record_id), {})

    def look_again(self, kind: str, ids: set[str]) -> None:
        for begin in range(0, len(ids), _AT_ONCE):
            some = sorted(ids)[begin : begin + _AT_ONCE]
            self._read_kind(kind, set(some))
            for key in ((kind, record_id) for record_id in some):
                changed = recompute(self._states[key], self._shown[key], self._effective)
                self._shown[key].update(changed)
                self._changed[key] = changed
            self._write()

    def _is_known(self, operation: Operation) -> bool:
        if operation.kind in PUBLISHED:
            return True
        self._park(operation, operation.fields)
        return False

    def _absorb(self, given: Operation) -> None:
        operation = self._readable(_as_forgotten(given))
        key = (operation.kind, operation.record)
        state, shown = self._states.setdefault(key, State(operation.kind)), self._shown.setdefault(key, {})
        if operation.action in FORGETTING:
            self._forgotten.add(key)
        elif is_too_late(state, operation):
            self._late.add(operation.dot.seq)
        changed = absorb(state, operation, shown, self._effective)
        shown.update(changed)
        self._changed.setdefault(key, {}).update(changed)

    def _readable(self, operation: Operation) -> Operation:
        """The operation without what no column holds, which is parked."""
        left = {name: value for name, value in operation.fields.items() if _fits(operation.kind, name, value)}
        if len(left) < len(operation.fields):
            self._park(operation, {name: value for name, value in operation.fields.items() if name not in left})
        return operation._replace(fields=left)

    def _park(self, operation: Operation, fields: Mapping[str, Any]) -> None:
        self._parked.append(
            {
                "office_id": self._office_id,
                "device_id": operation.dot.device,
                "seq": operation.dot.seq,
                "kind": operation.kind,
                "record_id": operation.record,
                "fields": json.dumps(dict(fields), sort_keys=True),
            }
        )

    def _read(self, operations: list[Operation]) -> None:
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for one in operations:
            if (one.kind, one.record) not in self._states:
                wanted[one.kind].add(one.record)
        for kind, ids in wanted.items():
            self._read_kind(kind, ids)

    def _read_kind(self, kind: str, ids: set[str]) -> None:
        table = PUBLISHED[kind]
        states = select(RECORD_STATE.c.record_id, RECORD_STATE.c.state).where(
            RECORD_STATE.c.office_id == self._office_id, RECORD_STATE.c.kind == kind, RECORD_STATE.c.record_id.in_(ids)
        )
        for record_id, text in self._connection.execute(states):
            self._states[kind, record_id] = state_of(kind, text)
            self._known.add((kind, record_id))
        rows = select(table).where(table.c.office_id == self._office_id, table.c.id.in_(ids))
        for row in self._connection.execute(rows).mappings():
            fields = {name: told(value) for name, value in row.items() if name not in _KEYS}
            self._shown[kind, row["id"]] = fields

    def _write(self) -> None:
        if self._parked:
            self._connection.execute(insert(PARKED), self._parked)
        new = [key for key in self._changed if key not in self._known]
        self._insert(new)
        self._update([key for key in self._changed if key in self._known])
        self._known.update(new)
        self._parked, self._changed = [], {}

    def _insert(self, keys: list[Key]) -> None:
        rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for kind, record_id in keys:
            rows[kind].append(self._row(kind, record_id))
        for kind, made in rows.items():
            table = PUBLISHED[kind]
            self._connection.execute(insert(table), made)
        if keys:
            self._connection.execute(insert(RECORD_STATE), [self._state_row(*key) for key in keys])

    def _row(self, kind: str, record_id: str) -> dict[str, Any]:
        table, shown = PUBLISHED[kind], self._shown[kind, record_id]
        names = [column.name for column in table.c if column.name not in _KEYS]
        values = {name: typed(kind, name, shown.get(name)) for name in names}
        return {"office_id": self._office_id, "id": record_id, **values}

    def _state_row(self, kind: str, record_id: str) -> dict[str, Any]:
        state, shown = self._states[kind, record_id], self._shown[kind, record_id]
        return {
            "office_id": self._office_id,
            "kind": kind,
            "record_id": record_id,
            "state": text_of(state),
            "disputed": bool(state.conflicts(shown)),
        }

    def _update(self, keys: list[Key]) -> None:
        """Records that changed in the same fields are written together."""
        alike: defaultdict[tuple[str, tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
        for kind, record_id in keys:
            changed = self._changed[kind, record_id]
            if changed:
                values = {f"new_{name}": typed(kind, name, value) for name, value in changed.items()}
                alike[kind, tuple(sorted(changed))].append({"of_office": self._office_id, "of": record_id, **values})
        for (kind, names), rows in alike.items():
            table = PUBLISHED[kind]
            one = and_(table.c.office_id == bindparam("of_office"), table.c.id == bindparam("of"))
            values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
            self._connection.execute(update(table).where(one).values(values), rows)
        if keys:
            self._connection.execute(_NEW_STATE, [self._marked(*key) for key in keys])

    def _marked(self, kind: str, record_id: str) -> dict[str, Any]:
        row = self._state_row(kind, record_id)
        return {f"of_{name}": value for name, value in row.items()}


_NEW_STATE = (
    update(RECORD_STATE)
    .where(
        RECORD_STATE.c.office_id == bindparam("of_office_id"),
        RECORD_STATE.c.kind == bindparam("of_kind"),
        RECORD_STATE.c.record_id == bindparam("of_record_id"),
    )
    .values(state=bindparam("of_state"), disputed=bindparam("of_disputed"))
)


def _fits(kind: str, name: str, value: Any) -> bool:
    """Whether there is a column that can hold this."""
    if name in _KEYS:
        return False
    if value is None:
        return name in PUBLISHED[kind].c
    try:
        typed(kind, name, value)
    except NoValueError:
        return False
    return True


def _any_fits(kind: str, fields: Mapping[str, Any]) -> bool:
    return kind in PUBLISHED and any(_fits(kind, name, value) for name, value in fields.items())


def _as_forgotten(operation: Operation) -> Operation:
    """What lies open no more is forgotten here, whatever was told of it before."""
    if operation.action != "hide":
        return operation
    return operation._replace(action="forget", fields=dict.fromkeys(operation.fields))
