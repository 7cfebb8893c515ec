"""What the province writes: operations of its own device in an office's stream, which travel back by both roads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection
from uuid_utils import uuid7

from desktop.domain.clock import wall_stamp
from desktop.domain.problems import RefusedError
from desktop.sync.bundle.cutting import cut
from desktop.sync.bundle.dividing import WHOLE
from desktop.sync.bundle.keys import EpochKey, Signed
from desktop.sync.bundle.segment import SegmentFacts, seal_segment, segment_id
from desktop.sync.merge import Dot, Operation, replace
from province.logs import tell
from province.records import lay_down, standing
from province.restoring import is_heard
from province.setup import Province
from province.store import segments
from province.store.devices import Device
from province.store.offices import lock_office, next_stamp
from province.store.published import told
from province.store.segments import Arrival
from province.store.upgrade import office_schema
from province.wraps import newest_key


class Write(NamedTuple):
    """A record of an office and what the province writes into it; a new one where there is none of this id."""

    kind: str
    record: str
    fields: Mapping[str, Any]  # as columns hold them


def write(
    connection: Connection, province: Province, office_id: str, writes: Sequence[Write], user: str, at: datetime
) -> None:
    """Write into an office's records as one deed, within a transaction in which nothing was written to it before.

    RefusedError before the office's first laptop has joined, for there is no key yet to seal it under, and on a server
    that was brought back from a copy before the office was heard again.
    """
    lock_office(connection, office_id)
    epoch = newest_key(connection, province, office_id)
    if epoch is None:
        raise RefusedError.of("office", "office_not_joined")
    if not is_heard(connection, province.server.province_id, office_id):
        raise RefusedError.of("office", "office_not_heard")
    deed = _deed(connection, province, office_id, user, at)
    made = [
        _operation(connection, office_id, one, deed._replace(dot=Dot(deed.dot.device, deed.dot.seq + place)))
        for place, one in enumerate(writes)
    ]
    _seal(connection, province, office_id, (epoch, deed.deps), made, at)
    lay_down(connection, office_id, made)
    tell("answer", office=office_id, count=len(made))


def pass_on(connection: Connection, province: Province, device: Device, statement: Signed, at: datetime) -> None:
    """Say in the stream of a locked office what the province states of a laptop; manifests tell it too."""
    epoch = newest_key(connection, province, device.office_id)
    if epoch is None or not is_heard(connection, province.server.province_id, device.office_id):
        return
    deed = _deed(connection, province, device.office_id, "", at)
    told = {"act": statement.purpose, "last": statement.content["last"], "statement": statement.to_json()}
    made = Operation(deed.dot, deed.stamp, deed.tx, deed.user, "device", device.id, "device", told, {}, deed.deps)
    _seal(connection, province, device.office_id, (epoch, deed.deps), [made], at)


class _Deed(NamedTuple):
    """What the operations of one answer share; `dot` is the first one's."""

    dot: Dot
    stamp: int
    tx: str
    user: str
    deps: Mapping[str, int]


def _deed(connection: Connection, province: Province, office_id: str, user: str, at: datetime) -> _Deed:
    device = province.server.province_id
    vector = segments.vector_of(connection, office_id)
    deps = {**vector, device: vector.get(device, 0)}
    stamp = next_stamp(connection, wall_stamp(at))
    return _Deed(Dot(device, vector.get(device, 0) + 1), stamp, str(uuid7()), user, deps)


def _seal(
    connection: Connection,
    province: Province,
    office_id: str,
    under: tuple[EpochKey, Mapping[str, int]],
    operations: Sequence[Operation],
    at: datetime,
) -> None:
    """Append operations of the province to the stream of a locked office."""
    device, (epoch, deps) = province.server.province_id, under
    for group in cut(operations):
        previous = segments.reached_by(connection, office_id, device).segment_id
        facts = SegmentFacts(office_id, device, epoch.id, office_schema(), deps, previous, group.part, group.more)
        whole = [WHOLE] * len(group.operations)
        content = seal_segment(group.operations, whole, facts, epoch.body_keys, province.keys.signing)
        first, last = group.operations[0].dot.seq, group.operations[-1].dot.seq
        segments.append(connection, Arrival(office_id, device, first, last, segment_id(content), 0, content, at))


def _operation(connection: Connection, office_id: str, one: Write, deed: _Deed) -> Operation:
    """What a write says: over the values that stand in the record now."""
    state, shown = standing(connection, office_id, one.kind, one.record)
    fields = {name: told(value) for name, value in one.fields.items()}
    action = "add" if state is None else "change"
    made = Operation(deed.dot, deed.stamp, deed.tx, deed.user, one.kind, one.record, action, fields, {}, deed.deps)
    return made if state is None else made._replace(base=replace(state, made, shown))
