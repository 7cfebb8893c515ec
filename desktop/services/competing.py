"""Values that compete again after somebody's word on them was taken back, while that word had not left the laptop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from desktop.store.changes import BESIDE
from desktop.store.unit_of_work import UnitOfWork
from desktop.sync.kept_states import read_states
from desktop.sync.merge import DELETED, State
from desktop.sync.rows import rows_of

_WORDS_ON_DISPUTES = (
    "SELECT DISTINCT c.kind, c.record_id, c.field FROM change_log l "
    "JOIN record_conflict c ON c.record_id = l.record_id AND json_type(l.fields, '$.' || c.field) IS NOT NULL "
    "WHERE l.tx = ? AND l.seq > ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'sealed_upto'), 0)"
)


class Competing(NamedTuple):
    """A field with the values that stood beside the shown one, as the log keeps them."""

    kind: str
    record_id: str
    name: str
    others: Sequence[Any]


def compete_still(work: UnitOfWork, tx: str) -> list[Competing]:
    """What a commit settled that is not sealed yet: until then the states tell what it was about."""
    found = work.connection.exec_driver_sql(_WORDS_ON_DISPUTES, (tx,)).all()
    states = read_states(work.connection, {record_id for _, record_id, _ in found})
    return [
        Competing(kind, record_id, name, _others(states[record_id], name))
        for kind, record_id, name in found
        if record_id in states
    ]


def let_compete(work: UnitOfWork, disputed: Sequence[Competing]) -> None:
    """Tell each of the values anew, the shown one last, so that it stays the shown one."""
    for one in disputed:
        now = rows_of(work.connection, one.kind, [one.record_id])[one.record_id][one.name]
        before = now
        for value in [*(_deletions(work, now) if one.name == DELETED else one.others), now]:
            told: Mapping[str, Sequence[Any]] = {one.name: (before, value)}
            work.tell(one.kind, one.record_id, told, BESIDE)
            before = value


def _others(state: State, name: str) -> list[Any]:
    return [head.value for _, head in sorted(state.others.get(name, {}).items())]


def _deletions(work: UnitOfWork, now: str | None) -> list[str | None]:
    """The other word than the one that is shown."""
    return [None if now is not None else work.written_at.strftime("%Y-%m-%d %H:%M:%S.%f")]
