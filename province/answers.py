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
from desktop.sync.bundle.keys import DeviceKeys, unwrapped
from desktop.sync.bundle.segment import WHOLE, SegmentFacts, seal_segment, segment_id
from desktop.sync.merge import Dot, Operation, replace
from province.logs import tell
from province.records import lay_down, standing
from province.setup import Province
from province.store import devices, segments
from province.store.offices import lock_office, next_stamp
from province.store.published import told
from province.store.segments import Arrival
from province.store.upgrade import office_schema


class Write(NamedTuple):
    """A record of an office and what the province writes into it; a new one where there is none of this id."""

    kind: str
    record: str
    fields: Mapping[str, Any]  # as columns hold them


def write(
    connection: Connection, province: Province, office_id: str, writes: Sequence[Write], user: str, at: datetime
) -> None:
    """Write into an office's records as one deed, within a transaction in which nothing was written to it before.

    RefusedError before the office's first laptop has joined: there is no key yet to seal it under.
    """
    lock_office(connection, office_id)
    key = devices.newest_epoch(connection, office_id)
    if key is None:
        raise RefusedError.of("office", "office_not_joined")
    epoch = unwrapped(key, DeviceKeys(province.keys.signing, province.keys.identity))
    device = province.server.province_id
    vector = segments.vector_of(connection, office_id)
    deps = {other: seq for other, seq in vector.items() if other != device}
    stamp, deed = next_stamp(connection, wall_stamp(at)), str(uuid7())
    made = [
        _operation(connection, office_id, one, Dot(device, vector.get(device, 0) + place), (stamp, deed, user, deps))
        for place, one in enumerate(writes, 1)
    ]
    for group in cut(made):
        previous = segments.reached_by(connection, office_id, device).segment_id
        facts = SegmentFacts(office_id, device, epoch.id, office_schema(), deps, previous, group.part, group.more)
        content = seal_segment(
            group.operations, [WHOLE] * len(group.operations), facts, epoch.body_keys, province.keys.signing
        )
        first, last = group.operations[0].dot.seq, group.operations[-1].dot.seq
        segments.append(connection, Arrival(office_id, device, first, last, segment_id(content), 0, content, at))
        lay_down(connection, office_id, group.operations)
    tell("answer", office=office_id, count=len(made))


def _operation(
    connection: Connection, office_id: str, one: Write, dot: Dot, deed: tuple[int, str, str, Mapping[str, int]]
) -> Operation:
    """What a write says: over the values that stand in the record now."""
    stamp, tx, user, deps = deed
    state, shown = standing(connection, office_id, one.kind, one.record)
    fields = {name: told(value) for name, value in one.fields.items()}
    action = "add" if state is None else "change"
    made = Operation(dot, stamp, tx, user, one.kind, one.record, action, fields, {}, deps)
    return made if state is None else made._replace(base=replace(state, made, shown))
