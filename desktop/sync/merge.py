"""Merging what several laptops wrote: a pure function of the set of operations, whatever their road and order.

Of every field the *heads* are the operations that nobody replaced. One head, or several that say the same: no conflict.
Several that say different things: the one that was made last, as far as its clock could be known, is shown, and the
others stay in sight until a person settles it, by an operation that names them all.

Operations come after all that their device had seen (`Operation.seen`); between those of devices that had not seen each
other the order is free, and what comes out is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

DELETED = "deleted_at"
MADE = "made"
"""Told with what is left of a record of which something was forgotten, [when, by whom]: its first word may be gone."""
ALL = "*"
"""In a base: all that a deletion saw. Among what was forgotten: the whole record."""


class Dot(NamedTuple):
    """Which operation: the `seq`-th of a device."""

    device: str
    seq: int


class Operation(NamedTuple):
    """One change of one record, as its device logged it."""

    dot: Dot
    stamp: int  # hybrid clock: ms << 16 | counter
    tx: str  # operations of one deed of one user carry the same
    user: str
    kind: str
    record: str
    action: str  # "add" | "change" | "forget" | "erase", and of the program's own: "device" | "reveal" | "hide"
    fields: Mapping[str, Any]  # what the fields became, as the log keeps it; "deleted_at" deletes
    base: Mapping[str, tuple[Dot, ...]]  # of each field the heads it replaced; under "*" all that a deletion saw
    seen: Mapping[str, int]  # the version vector of its segment: what its device had read and sealed before


class Head(NamedTuple):
    """A living value of a field that is not shown, and when it was made."""

    stamp: int
    value: Any


class Deletion(NamedTuple):
    """A living word on whether the record is deleted: since when (None: restored), and what it had seen."""

    stamp: int
    value: str | None
    saw: frozenset[Dot]


class Knowing(NamedTuple):
    """By which operation something was forgotten, and how many operations its device knew before."""

    known: int
    dot: Dot


class Mark(NamedTuple):
    """An operation with its stamp: where a shown value comes from."""

    dot: Dot
    stamp: int


Effective = Callable[[Dot, int], int]
"""The stamp of an operation as corrected by what was found out about its device's clock."""


def as_stamped(_dot: Dot, stamp: int) -> int:
    """Of clocks of which nothing wrong is known."""
    return stamp


@dataclass(slots=True)
class State:
    """Where a record's values come from. The shown values themselves lie in the record's own row.

    `whole` made every field that has a value and stands neither in `own` nor in `deletions`.
    """

    kind: str
    whole: Mark | None = None
    own: dict[str, Mark] = field(default_factory=dict)
    others: dict[str, dict[Dot, Head]] = field(default_factory=dict)
    deletions: dict[Dot, Deletion] = field(default_factory=dict)
    forgotten: dict[str, Knowing] = field(default_factory=dict)  # field, or "*" → by which operation, for ever

    def shown_mark(self, name: str, shown: Mapping[str, Any]) -> Mark | None:
        """The operation that a field's shown value comes from; None for a field that nobody ever wrote."""
        mark = self.own.get(name)
        if mark is None and self.whole is not None and shown.get(name) is not None:
            return self.whole
        return mark

    def heads(self, name: str, shown: Mapping[str, Any]) -> tuple[Dot, ...]:
        """The living operations of a field, in order."""
        if name == DELETED:
            return tuple(sorted(self.deletions))
        mark = self.shown_mark(name, shown)
        if name not in self.others:
            return (mark.dot,) if mark else ()
        return tuple(sorted({*self.others[name], *((mark.dot,) if mark else ())}))

    def all_heads(self) -> frozenset[Dot]:
        """All operations whose values live in this record."""
        dots = {mark.dot for mark in self.own.values()} | {dot for heads in self.others.values() for dot in heads}
        return frozenset(dots | {self.whole.dot}) if self.whole else frozenset(dots)

    def latest(self, effective: Effective = as_stamped) -> Mark | None:
        """The living operation that was made last."""
        marks = [*self.own.values(), *([self.whole] if self.whole else [])]
        marks += [Mark(dot, head.stamp) for heads in self.others.values() for dot, head in heads.items()]
        marks += [Mark(dot, deletion.stamp) for dot, deletion in self.deletions.items()]
        return max(marks, key=lambda mark: (effective(mark.dot, mark.stamp), mark.dot), default=None)

    def conflicts(self, shown: Mapping[str, Any]) -> frozenset[str]:
        """The fields of which different values live."""
        found = {
            name
            for name, heads in self.others.items()
            if any(not _same(head.value, shown.get(name)) for head in heads.values())
        }
        if self._deletion_is_disputed():
            found.add(DELETED)
        return frozenset(found)

    def _deletion_is_disputed(self) -> bool:
        verdicts = {deletion.value is None for deletion in self.deletions.values()}
        return len(verdicts) > 1 or (verdicts == {False} and not self._all_seen())

    def _all_seen(self) -> bool:
        """Whether the deletions that live had seen all that is written in the record."""
        saw = frozenset[Dot]().union(*(d.saw for d in self.deletions.values() if d.value is not None))
        return self.all_heads() <= saw

    def deleted_at(self, effective: Effective = as_stamped) -> str | None:
        """Since when the record is deleted; None while an edit lives that no deletion had seen."""
        if not self.deletions:
            return None
        last = max(self.deletions, key=lambda dot: (effective(dot, self.deletions[dot].stamp), dot))
        return self.deletions[last].value if self._all_seen() else None


def absorb(
    state: State, operation: Operation, shown: Mapping[str, Any], effective: Effective = as_stamped
) -> dict[str, Any]:
    """Take an operation into a record's state; returns the fields whose shown value changes, with the new one.

    `shown` is the record's row as it was before.
    """
    dot, stamp = operation.dot, operation.stamp
    if operation.action == "erase":
        return _erase(state, operation, shown)
    if _came_too_late(state.forgotten.get(ALL), operation):
        return {}
    _count_as_seen(state, operation)
    if operation.action == "add" and state.whole is None and not state.own and not state.others:
        state.whole = Mark(dot, stamp)
        changed = {name: value for name, value in operation.fields.items() if name != DELETED and value is not None}
        if DELETED in operation.fields and operation.fields[DELETED] is not None:
            changed |= _absorb_deletion(state, operation, shown, effective)
        return changed
    changed = _absorb_fields(state, operation, shown, effective)
    changed |= _absorb_deletion(state, operation, shown, effective)
    if operation.action == "add" and state.whole is not None:
        state.whole = min(state.whole, Mark(dot, stamp))  # two copies of a folder told it, each under its new name
    if MADE in operation.fields:
        state.whole = None  # all that it had made and that is left has been told anew
    _drop_outlived(state)
    return changed


def _absorb_fields(
    state: State, operation: Operation, shown: Mapping[str, Any], effective: Effective
) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for name, value in operation.fields.items():
        if name in (DELETED, MADE):
            continue
        if operation.action == "forget":
            changed |= _forget(state, operation, name, shown, effective)
        elif not _came_too_late(state.forgotten.get(name), operation):
            changed |= _absorb_field(state, operation, (name, value), shown, effective)
    return changed


def _absorb_field(
    state: State, operation: Operation, told: tuple[str, Any], shown: Mapping[str, Any], effective: Effective
) -> dict[str, Any]:
    name, value = told
    heads = dict(state.others.get(name, {}))
    mark = state.shown_mark(name, shown)
    if mark is not None:
        heads[mark.dot] = Head(mark.stamp, shown.get(name))
    for replaced in operation.base.get(name, ()):
        heads.pop(replaced, None)
    heads[operation.dot] = Head(operation.stamp, value)
    return _settle(state, name, heads, shown, effective)


def _settle(
    state: State, name: str, heads: dict[Dot, Head], shown: Mapping[str, Any], effective: Effective
) -> dict[str, Any]:
    """Show the latest of the living values; the others stay beside it."""
    first = max(heads, key=lambda dot: (effective(dot, heads[dot].stamp), dot)) if len(heads) > 1 else next(iter(heads))
    winner = heads.pop(first)
    state.own[name] = Mark(first, winner.stamp)
    if heads:
        state.others[name] = heads
    else:
        state.others.pop(name, None)
    return {} if _same(shown.get(name), winner.value) else {name: winner.value}


def _absorb_deletion(
    state: State, operation: Operation, shown: Mapping[str, Any], effective: Effective
) -> dict[str, Any]:
    if DELETED in operation.fields:
        for replaced in operation.base.get(DELETED, ()):
            state.deletions.pop(replaced, None)
        saw = frozenset(operation.base.get(ALL, ())) | {operation.dot}
        state.deletions[operation.dot] = Deletion(operation.stamp, operation.fields[DELETED], saw)
    if not state.deletions:
        return {}
    since = state.deleted_at(effective)
    return {} if since == shown.get(DELETED) else {DELETED: since}


def _drop_outlived(state: State) -> None:
    """A deletion names no operations any more that live nowhere: some laptops may never have known them."""
    living = state.all_heads() if state.deletions else frozenset[Dot]()
    for dot, deletion in state.deletions.items():
        if not deletion.saw <= living | {dot}:
            state.deletions[dot] = deletion._replace(saw=deletion.saw & living | {dot})


def _count_as_seen(state: State, operation: Operation) -> None:
    """Who writes in a record although its deletion was known to him does not bring it back."""
    for dot, deletion in state.deletions.items():
        if deletion.value is not None and _has_seen(operation, dot):
            state.deletions[dot] = deletion._replace(saw=deletion.saw | {operation.dot})


def _erase(state: State, operation: Operation, shown: Mapping[str, Any]) -> dict[str, Any]:
    """The law's word is the last: what is left is told anew, and whatever had not seen it counts no more."""
    if _was_outdone(state.forgotten.get(ALL), operation):
        return {}
    mine = Mark(operation.dot, operation.stamp)
    state.whole, state.own, state.others, state.deletions = mine, {}, {}, {}
    state.forgotten = {ALL: _knowing(operation)}
    since = operation.fields.get(DELETED)
    if since is not None:
        state.deletions[operation.dot] = Deletion(operation.stamp, since, frozenset({operation.dot}))
    left = dict.fromkeys(shown) | {name: value for name, value in operation.fields.items() if name != MADE}
    return {name: value for name, value in left.items() if not _same(shown.get(name), value)}


def _forget(
    state: State, operation: Operation, name: str, shown: Mapping[str, Any], effective: Effective
) -> dict[str, Any]:
    """The same of one field: no value of it that had not seen this lives on."""
    if _was_outdone(state.forgotten.get(name), operation):
        return {}
    state.forgotten[name] = _knowing(operation)
    return _settle(state, name, {operation.dot: Head(operation.stamp, operation.fields[name])}, shown, effective)


def is_too_late(state: State, operation: Operation) -> bool:
    """Whether all that an operation tells was erased before, by somebody of whom its device knew nothing."""
    whole = state.forgotten.get(ALL)
    if operation.action == "erase":
        return _was_outdone(whole, operation)
    late = _was_outdone if operation.action == "forget" else _came_too_late
    told = [late(state.forgotten.get(name), operation) for name in operation.fields if name != MADE]
    return _came_too_late(whole, operation) or (bool(told) and all(told))


def tells_forgotten(state: State, operation: Operation) -> bool:
    """Whether anything that an operation tells was erased by somebody of whom its device knew nothing."""
    whole = state.forgotten.get(ALL)
    if operation.action == "erase":
        return _was_outdone(whole, operation)
    late = _was_outdone if operation.action == "forget" else _came_too_late
    return _came_too_late(whole, operation) or any(
        late(state.forgotten.get(name), operation) for name in operation.fields
    )


def _was_outdone(before: Knowing | None, operation: Operation) -> bool:
    """Whether the same was forgotten by somebody who knew more, or as much; the word of that one stands.

    Who has seen an erasure knows more than who made it, so this order can never turn round, whatever clocks say.
    """
    return before is not None and before > _knowing(operation)


def _knowing(operation: Operation) -> Knowing:
    """How many operations its device knew, and which it is.

    Of its own only those sealed earlier are counted, and not this one's number: the province, which is told other
    numbers, concludes the same.
    """
    known = {operation.dot.device: operation.dot.seq, **operation.seen}
    return Knowing(sum(known.values()), operation.dot)


def _came_too_late(forgotten: Knowing | None, operation: Operation) -> bool:
    """Whether something was forgotten of which this operation does not know."""
    return forgotten is not None and not _has_seen(operation, forgotten.dot)


def _has_seen(operation: Operation, dot: Dot) -> bool:
    if operation.dot.device == dot.device:
        return operation.dot.seq > dot.seq
    return operation.seen.get(dot.device, 0) >= dot.seq


def recompute(state: State, shown: Mapping[str, Any], effective: Effective) -> dict[str, Any]:
    """After a clock was found out to be wrong: only where values compete another one may be shown."""
    changed: dict[str, Any] = {}
    for name in list(state.others):
        heads = dict(state.others[name])
        mark = state.shown_mark(name, shown)
        if mark is not None:
            heads[mark.dot] = Head(mark.stamp, shown.get(name))
        changed |= _settle(state, name, heads, shown, effective)
    since = state.deleted_at(effective)
    return changed if since == shown.get(DELETED) else changed | {DELETED: since}


def replace(state: State, operation: Operation, shown: Mapping[str, Any]) -> dict[str, tuple[Dot, ...]]:
    """The base of an operation that was just made here, over all that the record shows: what it replaces, by field."""
    base = {name: heads for name in operation.fields if name != MADE and (heads := state.heads(name, shown))}
    if operation.fields.get(DELETED) is not None:
        base[ALL] = tuple(sorted(state.all_heads()))
    return base


def merged(operations: Iterable[Operation], effective: Effective = as_stamped) -> tuple[State | None, dict[str, Any]]:
    """The state and the shown fields of a record from all its operations, each after all that it saw."""
    state: State | None = None
    shown: dict[str, Any] = {}
    for operation in operations:
        if state is None:
            state = State(operation.kind)
        shown |= absorb(state, operation, shown, effective)
    return state, shown


def _same(one: Any, other: Any) -> bool:
    """Values as the log keeps them; 1 and True are one value to SQLite, and so are 1 and 1.0."""
    return bool(one == other)
