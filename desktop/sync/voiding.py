"""What a device wrote after it was shut out is void everywhere: where it was applied already, it is taken back.

The records that it touched are built anew from all other operations, so that a laptop that had read more ends like
one that never did. What was void stays readable, for people who want to write it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.domain.clock import moment_of
from desktop.domain.kinds import KINDS
from desktop.store.driver import fetched
from desktop.store.office_file import OfficeFile
from desktop.store.portions import in_portions
from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.errors import SegmentError
from desktop.sync.bundle.segment import read_header
from desktop.sync.clocks import follow_clocks
from desktop.sync.kept_states import known_clocks
from desktop.sync.laptop import Laptop, this_laptop
from desktop.sync.merge import DELETED, Operation, State
from desktop.sync.open_numbers import read_told
from desktop.sync.refilled import refilled
from desktop.sync.rewriting import rewrite
from desktop.sync.row_writing import stored_moment
from desktop.sync.showing import built

_DUE = (
    "SELECT s.arrival, s.segment_id, s.content, d.status FROM segment s JOIN sync_device d ON d.id = s.device_id "
    "WHERE d.last_seq IS NOT NULL AND s.last > d.last_seq AND (d.status <> 'closed' OR d.id <> ?) ORDER BY s.arrival"
)
_ASIDE = (
    "INSERT INTO segment_aside (segment_id, device_id, first, last, reason, came_at, content) "
    "SELECT segment_id, device_id, first, last, ?, ?, content FROM segment WHERE arrival = ? "
    "ON CONFLICT (segment_id) DO UPDATE SET reason = excluded.reason"
)


class Void(NamedTuple):
    """An operation that counts nowhere: who wrote it, when, and what it said."""

    device: str
    seq: int
    at: datetime
    user: str
    kind: str
    record: str
    action: str
    fields: Mapping[str, Any]


def void_due(connection: Connection, laptop: Laptop, at: datetime) -> frozenset[str]:
    """Take back what devices wrote after the last operation that counts; the kinds that show something else now.

    All that was written here must be sealed before.
    """
    due = fetched(connection, _DUE, (laptop.device_id,))  # a copy first tells again what it wrote
    if not due:
        return frozenset()
    from desktop.sync.devices import unlearn_clocks

    void: list[Operation] = []
    for arrival, _, content, status in due:
        void += _told(connection, laptop, bytes(content))
        connection.exec_driver_sql(_ASIDE, (status, at.isoformat(), arrival))
        connection.exec_driver_sql("DELETE FROM segment WHERE arrival = ?", (arrival,))
    unlearn_clocks(connection, void)
    touched = {one.record: one.kind for one in void if one.kind in KINDS}
    return build_anew(connection, laptop, touched, at) | follow_clocks(connection, at)


def void_after(office: OfficeFile, device_id: str, last_seq: int) -> frozenset[str]:
    """From now on nothing counts that this device wrote after its operation `last_seq`."""
    from desktop.sync.sealing import seal_in

    with office.merge() as connection:
        connection.exec_driver_sql(
            "UPDATE sync_device SET status = CASE status WHEN 'active' THEN 'revoked' ELSE status END, "
            "last_seq = min(ifnull(last_seq, ?1), ?1) WHERE id = ?2",
            (last_seq, device_id),
        )
        seal_in(connection, office)
        return void_due(connection, this_laptop(connection, office.clock()), office.clock())


def voided_operations(office: OfficeFile) -> list[Void]:
    """What was written in vain, oldest first, for people who want to write it again.

    What a copied laptop wrote and told again under its new id is not among it.
    """
    with office.merge() as connection:
        laptop = this_laptop(connection, office.clock())
        sql = "SELECT content FROM segment_aside WHERE reason IN ('revoked', 'closed') ORDER BY device_id, first"
        contents = connection.exec_driver_sql(sql).scalars().all()
        told = [one for content in contents for one in _told(connection, laptop, bytes(content)) if one.kind in KINDS]
        told = [one for one in told if not _stands_elsewhere(connection, one)]
    return [
        Void(*one.dot, moment_of(one.stamp), one.user, one.kind, one.record, one.action, one.fields)
        for one in sorted(told, key=lambda one: (one.stamp, one.dot))
        if one.fields
    ]


def _stands_elsewhere(connection: Connection, operation: Operation) -> bool:
    sql = (
        "SELECT 1 FROM change_log l JOIN sync_device d ON d.id = l.device_id "
        "WHERE l.tx = ? AND l.record_id = ? AND l.stamp = ? AND d.last_seq IS NULL"
    )
    told = (operation.tx, operation.record, operation.stamp)
    return connection.exec_driver_sql(sql, told).first() is not None


def _told(connection: Connection, laptop: Laptop, segment: bytes) -> list[Operation]:
    keys = laptop.keys(read_header(segment).epoch)
    if keys is None or keys.office_key is None:
        return []
    try:
        told = read_told(connection, laptop, segment, keys.office_key)
    except SegmentError:
        return []
    return [one for one in told if not isinstance(one, Emptied)]


def build_anew(connection: Connection, laptop: Laptop, touched: Mapping[str, str], at: datetime) -> frozenset[str]:
    """Records as all operations together tell them that still count; one of which none tells is deleted."""
    states: dict[str, State] = {}
    shown: dict[str, dict[str, Any]] = {}
    for record, (state, row) in built_of(connection, laptop, touched).items():
        states[record] = state
        shown[record] = row or {DELETED: stored_moment(at)}
    kinds = rewrite(connection, states, shown, at)
    unmade = [(record,) for record, state in states.items() if state == State(state.kind)]
    if unmade:
        connection.exec_driver_sql("DELETE FROM record_state WHERE record_id = ?", unmade)
    return kinds


def built_of(
    connection: Connection, laptop: Laptop, records: Mapping[str, str]
) -> dict[str, tuple[State, dict[str, Any]]]:
    """The states and rows of these records, each with its kind, from all the segments that are kept."""
    effective = known_clocks(connection)
    told: dict[str, list[Operation]] = {record: [] for record in records}
    for content in _segments_of(connection, records):
        for operation in _told(connection, laptop, content):
            if operation.record in told:
                told[operation.record].append(operation)
    return {record: built(records[record], operations, effective) for record, operations in told.items()}


def _segments_of(connection: Connection, records: Iterable[str]) -> list[bytes]:
    """The segments that tell of these records, in order of arrival."""
    found: dict[int, bytes] = {}
    for marks, ids in in_portions(records):
        sql = (
            "SELECT DISTINCT s.arrival, s.content FROM change_log l JOIN segment s ON s.log_first = "
            "(SELECT max(log_first) FROM segment WHERE log_first <= l.seq) "
            f"WHERE l.record_id IN ({marks}) AND l.seq <= s.log_first + s.last - s.first"
        )
        found |= {arrival: bytes(content) for arrival, content in connection.exec_driver_sql(sql, ids)}
    found |= refilled(connection)
    return [found[arrival] for arrival in sorted(found)]
