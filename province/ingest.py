"""Taking segments: each one is judged, and what is taken is committed by itself with all that follows from it.

Everything slow comes before the lock of the office: reading, the signature, the open body. What is decided under the
lock is only what others may have changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.errors import BundleError, SegmentError
from desktop.sync.bundle.keys import EpochKey
from desktop.sync.bundle.segment import Header, emptied_count, read_header, read_open, verify
from desktop.sync.merge import Operation
from desktop.sync.wire import Verdict
from province.emptying import empty_forgotten, keep_both_emptied
from province.logs import tell
from province.records import lay_down
from province.registry import learn, read_statements
from province.setup import Province
from province.store import devices, segments
from province.store.devices import PENDING, REVOKED, Device
from province.store.offices import lock_office
from province.store.segments import Arrival
from province.wraps import key_of

NEW, DOUBLE, FORK = Verdict("new"), Verdict("double"), Verdict("fork")


DEVICE = "device"
"""Kind of the operations that carry, under `statement`, what a laptop signed of who belongs to the office."""


class _Read(NamedTuple):
    """A segment with everything that needs no lock."""

    header: Header
    arrival: Arrival
    believed: bool  # its device is known, and signed it
    operations: list[Operation] | None  # None: the key of its epoch has not come yet


def take(province: Province, office_id: str, content: bytes, at: datetime) -> Verdict:
    """Take a segment into the stream of an office, and after it those that waited for it."""
    verdict = _take(province, office_id, content, at)
    if verdict == NEW:
        release(province, office_id, at)
    return verdict


def release(province: Province, office_id: str, at: datetime) -> int:
    """Take what waited and need not any longer; how many segments that were."""
    taken, going = 0, True
    while going:
        going = False
        with province.database.reading() as connection:
            waiting = segments.waiting(connection, office_id)
        for one in waiting:
            if _take(province, office_id, one.content, at) == NEW:
                taken, going = taken + 1, True
    return taken


def _take(province: Province, office_id: str, content: bytes, at: datetime) -> Verdict:
    try:
        read = _read(province, office_id, content, at)
    except BundleError as error:
        tell("segment refused", office=office_id, code=error.code, bytes=len(content))
        return Verdict("refused", error.code)
    with province.database.writing() as connection:
        lock_office(connection, office_id)
        verdict = _judge(connection, read)
        _keep(connection, province, read, verdict)
    if verdict.outcome != "double":
        tell("segment", office=office_id, device=read.header.device, outcome=verdict.outcome, code=verdict.code)
    return verdict


def _read(province: Province, office_id: str, content: bytes, at: datetime) -> _Read:
    header = read_header(content)
    if header.office != office_id:
        raise SegmentError("not_for_us")
    with province.database.reading() as connection:
        device = devices.device_of(connection, office_id, header.device)
        epoch = key_of(connection, province, office_id, header.epoch)
    believed = _verified(province, device, header, content)
    operations = _opened(epoch, header, content) if believed else None
    arrival = Arrival(
        office_id, header.device, header.first, header.last, header.id, emptied_count(content), content, at
    )
    return _Read(header, arrival, believed, operations)


def _verified(province: Province, device: Device | None, header: Header, content: bytes) -> bool:
    """Whether the device that a segment names is known, and signed it; SegmentError when another did."""
    if header.device == province.server.province_id:
        verify(content, province.keys.sign_key)
        return True
    if device is None:
        return False
    for key in device.former:
        with suppress(SegmentError):
            verify(content, key)
            return True
    verify(content, device.sign_key)
    return True


def _opened(epoch: EpochKey | None, header: Header, content: bytes) -> list[Operation] | None:
    """The open operations; none where the segment has no open body, and None where its key has not come."""
    if not header.open_root:
        return []
    if epoch is None:
        return None
    return [one for one in read_open(content, epoch.open_key) if not isinstance(one, Emptied)]


def _judge(connection: Connection, read: _Read) -> Verdict:
    """What becomes of a segment, now that nobody else writes in its office."""
    header, office_id = read.header, read.arrival.office_id
    reached = segments.reached_by(connection, office_id, header.device)
    if header.first <= reached.seq:
        known = segments.id_at(connection, office_id, header.device, header.first)
        return DOUBLE if known == header.id else FORK
    device = devices.device_of(connection, office_id, header.device)
    if device is not None and device.status == REVOKED and header.last > (device.last_seq or 0):
        return Verdict("refused", "revoked")
    follows = header.first == reached.seq + 1
    if follows and header.prev != reached.segment_id:
        return FORK
    reason = _missing(connection, read, device, follows)
    return Verdict("waiting", reason) if reason else NEW


def _missing(connection: Connection, read: _Read, device: Device | None, follows: bool) -> str:
    """What a segment must wait for; "" when it can act."""
    if not read.believed or (device is not None and device.status == PENDING):
        return "device"
    if not follows:
        return "gap"
    if not _dominates(connection, read.arrival.office_id, read.header.deps):
        return "deps"
    return "key" if read.operations is None else ""


def _dominates(connection: Connection, office_id: str, deps: Mapping[str, int]) -> bool:
    """Whether all is here that the writer had read, but for what is void by now and comes to nobody any more."""
    vector = segments.vector_of(connection, office_id)
    lacking = {device for device, seq in deps.items() if vector.get(device, 0) < seq}
    if not lacking:
        return True
    ends = {one.id: one.last_seq or 0 for one in devices.devices(connection, office_id, REVOKED)}
    return all(device in ends and vector.get(device, 0) >= ends[device] for device in lacking)


def _keep(connection: Connection, province: Province, read: _Read, verdict: Verdict) -> None:
    arrival = read.arrival
    if verdict.outcome == "waiting":
        segments.wait(connection, arrival, verdict.code)
        return
    segments.stop_waiting(connection, arrival)
    if verdict.outcome == "double":
        keep_both_emptied(connection, province, arrival.office_id, arrival.content)
    elif verdict.outcome in ("fork", "refused"):
        segments.keep_refused(connection, arrival, verdict.code or verdict.outcome, content=verdict == FORK)
    else:
        segments.append(connection, arrival)
        told = read.operations or []
        laid = lay_down(connection, arrival.office_id, [one for one in told if one.kind != DEVICE])
        empty_forgotten(connection, province, arrival.office_id, laid.forgotten, laid.late)
        said = [one.fields.get("statement") for one in told if one.kind == DEVICE]
        if said:
            learn(connection, province, arrival.office_id, read_statements(said), arrival.received_at)
