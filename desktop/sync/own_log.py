"""The log of this laptop as operations: what was written here since the last seal, each with what it replaced."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.domain.kinds import KINDS
from desktop.store.changes import BESIDE
from desktop.store.driver import fetched
from desktop.sync import publish
from desktop.sync.bundle.dividing import ALSO_SEALED, WHOLE
from desktop.sync.kept_states import known_clocks, read_told, write_conflicts, write_states, write_told
from desktop.sync.laptop import Laptop
from desktop.sync.merge import ALL, DELETED, MADE, Dot, Operation, State, absorb, replace
from desktop.sync.publish.cases import COLLECTIVE
from desktop.sync.rows import rows_of, shown_rows
from desktop.sync.states import comes_last, is_plain, plain_mark, state_told

_AT_ONCE = 1000
_ANEW = frozenset({"retell", "forget"})
FORGETTING = _ANEW | {"erase"}
"""Lines after which what others tell of their records may have to go."""

_WIRE = {"add": "add", "erase": "erase", "forget": "forget", "hide": "hide", "device": "device"}


class Told(NamedTuple):
    """An operation with what the province may read of it, and where it stands in the log."""

    operation: Operation
    opened: frozenset[str]
    log_seq: int


class OwnLog:
    """Reads the unsealed lines in order and brings the states of their records up to date on the way."""

    def __init__(
        self,
        connection: Connection,
        laptop: Laptop,
        after: int,
        last_seq: int,
        seen: Mapping[str, int],
        agreed: frozenset[str],
    ) -> None:
        self._connection, self._laptop, self._after, self._seq = connection, laptop, after, last_seq
        self._seen = {**seen, laptop.device_id: last_seq}
        self._effective = known_clocks(connection)
        sql = "SELECT log_first + last - first FROM segment ORDER BY log_first DESC LIMIT 1"
        self._read_upto = int(connection.exec_driver_sql(sql).scalar() or 0)
        self.forgets = False  # whether one of the lines empties others
        self._agreed = agreed
        self._lost: set[str] = set()  # records of which something was forgotten before it was ever sealed
        self._unseen: dict[tuple[str, str], set[Dot]] = {}  # heads that came while a form was open, by record and field
        self.unlike: dict[
            str, dict[str, Any]
        ] = {}  # records that must show something else than their row does, and what
        self.told_last: dict[Dot, Operation] = {}  # operations that may say who wrote such a record last

    def told(self) -> Iterator[Told]:
        after = self._after
        marks = ", ".join("?" * len(self._laptop.own))
        sql = (
            "SELECT seq, stamp, tx, user_id, kind, record_id, action, fields, erased, base FROM change_log "
            f"WHERE seq > ? AND device_id IN ({marks}) ORDER BY seq LIMIT ?"
        )
        while rows := fetched(self._connection, sql, (after, *sorted(self._laptop.own), _AT_ONCE)):
            yield from self._portion(rows)
            after = rows[-1][0]

    def _portion(self, rows: Any) -> Iterator[Told]:
        known = read_told(self._connection, [row[5] for row in rows])
        open_rows = self._rows_that_decide(rows)
        once = _once(row[5] for row in rows) - open_rows.keys()
        states: dict[str, State] = {}
        touched: dict[str, State] = {}
        plain: list[tuple[str, str, Any]] = []
        for row, pairs in zip(rows, json.loads(f"[{','.join(row[7] for row in rows)}]"), strict=True):
            self._seq += 1
            log_seq, record, action = row[0], row[5], row[6]
            self.forgets = self.forgets or action in FORGETTING
            operation = self._ordinary(row, pairs, known.get(record)) if record in once else None
            if operation is not None:
                plain.append((record, operation.kind, known.get(record) or {"w": [*operation.dot, operation.stamp]}))
            else:
                state = states.get(record)
                if state is None:
                    kind = row[4]
                    state = states[record] = state_told(kind, known[record]) if record in known else State(kind)
                operation = self._operation(row, pairs, state, open_rows.get(record))
                if action not in ("hide", "device"):
                    touched[record] = state
            yield Told(operation, self._opened(operation, open_rows), log_seq)
        write_told(self._connection, plain)
        write_states(self._connection, touched)
        disputed = {record: state for record, state in touched.items() if state.others or state.deletions}
        write_conflicts(self._connection, touched, shown_rows(self._connection, disputed))

    def _ordinary(self, row: Any, pairs: Mapping[str, Any], known: dict[str, Any] | None) -> Operation | None:
        """A line on a record of which nothing competes, taken into `known`; None where more is to be thought of."""
        _, stamp, tx, user, kind, record, action, _, erased, screen = row
        if erased is not None or kind not in KINDS or not pairs or DELETED in pairs:
            return None
        dot = Dot(self._laptop.device_id, self._seq)
        fields = {name: value for name, (_, value) in pairs.items()}
        operation = Operation(dot, stamp, tx, user, kind, record, action, fields, {}, self._seen)
        if action == "add":
            return operation if known is None else None
        late = screen < self._read_upto or self._unseen or record in self.unlike
        if action != "change" or known is None or late or not is_plain(known):
            return None
        if not comes_last(known, operation, self._effective):
            return None
        base = {}
        for name, (before, _) in pairs.items():
            mark = plain_mark(known, name, has_value=before is not None)
            if mark is not None:
                base[name] = (Dot(mark[0], mark[1]),)
        known.setdefault("o", {}).update({name: [*dot, stamp] for name in pairs})
        return operation._replace(base=base)

    def _operation(
        self, row: Any, pairs: Mapping[str, Any], state: State, open_row: Mapping[str, Any] | None
    ) -> Operation:
        """A line as an operation, taken into the state of its record."""
        _, stamp, tx, user, kind, record, action, _, erased, screen = row
        values = self._values(kind, record, action, pairs, erased=erased is not None)
        if action == "hide":
            values = dict.fromkeys(sorted(self._held_back(kind, open_row or {})))
        values |= self._revealed(kind, action, values, open_row)
        operation = Operation(
            Dot(self._laptop.device_id, self._seq), stamp, tx, user, kind, record, _WIRE.get(action, "change"),
            values, {}, self._seen,
        )  # fmt: skip
        was = 1 if action in _ANEW else 0  # a line that tells anew is over what it tells
        before = {**(open_row or {}), **{name: pair[was] for name, pair in pairs.items()}}
        before |= self.unlike.get(record, {})
        if operation.action not in ("add", "device") and values:
            base = replace(state, operation, before)
            if action == BESIDE:
                base = _retold(state, operation, before, base)
            else:
                base = self._seen_of(base, operation, screen)
            operation = operation._replace(base=base)
        if operation.action not in ("hide", "device"):
            self._absorb(state, operation, before)
        return operation

    def _absorb(self, state: State, operation: Operation, before: Mapping[str, Any]) -> None:
        """Take the operation in; note where the record must show something else than what was just written."""
        after = {**before, **absorb(state, operation, before, self._effective)}
        told = {name: after.get(name) for name in operation.fields if name != MADE}
        outdone = {name: value for name, value in told.items() if value != operation.fields[name]}
        known = self.unlike.get(operation.record)
        if known is not None:
            for name in operation.fields:
                known.pop(name, None)
        latest = state.latest(self._effective)
        by_program = not operation.user  # no trigger has signed the row
        if known is None and (
            by_program or outdone or state.forgotten or latest is None or latest.dot != operation.dot
        ):
            known = self.unlike[operation.record] = {}
        if known is not None:
            known.update(outdone)
            self.told_last[operation.dot] = operation

    def _seen_of(
        self, base: dict[str, tuple[Dot, ...]], operation: Operation, screen: int
    ) -> dict[str, tuple[Dot, ...]]:
        """The heads that its writer had on the screen; `screen` is the last line of the log when the form was opened.

        What came later was not seen by anybody before this is sealed.
        """
        if screen >= self._read_upto or operation.action in ("erase", "forget"):
            late = set[Dot]()
        else:
            late = {dot for dots in base.values() for dot in dots if self._arrived(dot) > screen}
        found = {}
        for name, dots in base.items():
            unseen = self._unseen.setdefault((operation.record, name), set()) if late else set()
            unseen |= late & set(dots)
            unseen = self._unseen.get((operation.record, name), unseen)
            if kept := tuple(dot for dot in dots if dot not in unseen):
                found[name] = kept
        return found

    def _arrived(self, dot: Dot) -> int:
        """The line of the log with which an operation of another device came; what was written here was seen here."""
        if dot.device in self._laptop.own:
            return 0
        sql = "SELECT log_first + ?2 - first FROM segment WHERE device_id = ?1 AND first <= ?2 AND last >= ?2"
        return int(self._connection.exec_driver_sql(sql, tuple(dot)).scalar() or 0)

    def _values(self, kind: str, record: str, action: str, pairs: Mapping[str, Any], *, erased: bool) -> dict[str, Any]:
        """What a line says to others. The lines that retell a record do so only where its own were emptied unsealed."""
        if erased:
            self._lost.add(record)
            return {}
        if action == "retell" and record not in self._lost:
            return {}
        made = {MADE: self._made(kind, record)} if action in ("retell", "erase") else {}
        return {name: pair[1] for name, pair in pairs.items()} | made

    def _made(self, kind: str, record: str) -> list[Any]:
        sql = f'SELECT created_at, created_by FROM "{kind}" WHERE id = ?'
        return list(self._connection.exec_driver_sql(sql, (record,)).one())

    def _revealed(
        self, kind: str, action: str, values: Mapping[str, Any], row: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """What was held back so far is told again by the operation that opens the record."""
        if row is None or action != "change":
            return {}
        turned = values.get(_turning(kind)) is not None or publish.person_of(kind) in values
        if not turned and values.get(DELETED, "") is not None:
            return {}
        opened = self._open_of(kind, row)
        return {name: row[name] for name in opened if name not in values and row[name] is not None and name != DELETED}

    def _open_of(self, kind: str, row: Mapping[str, Any]) -> frozenset[str]:
        """What of a record lies open today."""
        concerns = publish.person_of(kind)
        return publish.open_now(kind, row, consented=concerns is not None and row[concerns] in self._agreed)

    def _held_back(self, kind: str, row: Mapping[str, Any]) -> frozenset[str]:
        return frozenset(publish.published_fields(kind)) - self._open_of(kind, row)

    def _opened(self, operation: Operation, rows: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
        if operation.action in ("hide", "device"):
            return WHOLE
        kind = operation.kind
        if kind not in KINDS or not operation.fields:
            return frozenset()
        row = rows.get(operation.record)
        if row is None:
            fields = publish.open_fields(kind, consented=False)
            return fields | {DELETED} if fields else fields
        opened = self._open_of(kind, row)
        lasting = publish.open_for_good(kind)
        return opened if opened - {DELETED} <= lasting else opened | {ALSO_SEALED}

    def _rows_that_decide(self, rows: Any) -> dict[str, Mapping[str, Any]]:
        """The records of which it depends on themselves, or on somebody's consent, what lies open."""
        wanted: dict[str, set[str]] = {}
        for _, _, _, _, kind, record, action, *_ in rows:
            if kind in KINDS and (_turning(kind) or action == "hide" or (self._agreed and publish.person_of(kind))):
                wanted.setdefault(kind, set()).add(record)
        return {
            record: row
            for kind, records in wanted.items()
            for record, row in rows_of(self._connection, kind, records).items()
        }


def _retold(
    state: State, operation: Operation, shown: Mapping[str, Any], base: Mapping[str, tuple[Dot, ...]]
) -> dict[str, tuple[Dot, ...]]:
    """Of what an operation would replace, the heads that say the same."""
    kept = {name: dots for name, dots in base.items() if name == ALL}
    for name, value in operation.fields.items():
        if name == DELETED:
            said: dict[Dot, Any] = {dot: one.value for dot, one in state.deletions.items()}
        else:
            said = {dot: head.value for dot, head in state.others.get(name, {}).items()}
            mark = state.shown_mark(name, shown)
            said |= {mark.dot: shown.get(name)} if mark else {}
        kept[name] = tuple(dot for dot in base.get(name, ()) if said.get(dot) == value)
    return kept


def _once(records: Iterable[str]) -> frozenset[str]:
    """Those that are named once."""
    counted = Counter(records)
    return frozenset(record for record, count in counted.items() if count == 1)


@cache
def _turning(kind: str) -> str:
    """The field of a kind whose value decides what of a record lies open; "" for most."""
    return publish.held_until(kind) or COLLECTIVE.get(kind, ("", frozenset()))[0]
