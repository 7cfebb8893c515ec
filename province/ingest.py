"""Taking segments: each one is judged, and what is taken is committed by itself with all that follows from it.

Everything slow comes before the lock of the office: reading, the signature, the open body. What is decided under the
lock is only what others may have changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.errors import BundleError, KeysError, SegmentError
from desktop.sync.bundle.keys import DeviceKeys, unwrapped
from desktop.sync.bundle.segment import Header, emptied_count, read_header, read_open, verify
from desktop.sync.merge import Operation
from desktop.sync.wire import Verdict
from province.logs import tell
from province.rebuild import rebuild
from province.records import lay_down
from province.registry import take_device_operation
from province.setup import Province
from province.store import devices, segments
from province.store.devices import PENDING, REVOKED, Device
from province.store.offices import lock_office
from province.store.segments import Arrival

NEW, DOUBLE, FORK = Verdict("new"), Verdict("double"), Verdict("fork")
DEVICE_KIND = "device"


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
        _keep(connection, read, verdict, province)
    if verdict.outcome != "double":
        tell("segment", office=office_id, device=read.header.device, outcome=verdict.outcome, code=verdict.code)
    return verdict


def _read(province: Province, office_id: str, content: bytes, at: datetime) -> _Read:
    header = read_header(content)
    if header.office != office_id:
        raise SegmentError("not_for_us")
    with province.database.reading() as connection:
        device = devices.device_of(connection, office_id, header.device)
        wrapped = devices.wrapped_epoch(connection, office_id, header.epoch)
    key = province.keys.sign_key if header.device == province.server.province_id else None
    if device is not None:
        key = device.sign_key
    if key is not None:
        verify(content, key)
    operations = _opened(province, header, wrapped, content) if key is not None else None
    arrival = Arrival(
        office_id, header.device, header.first, header.last, header.id, emptied_count(content), content, at
    )
    return _Read(header, arrival, key is not None, operations)


def _opened(province: Province, header: Header, wrapped: str | None, content: bytes) -> list[Operation] | None:
    """The open operations; none where the segment has no open body, and None where its key has not come."""
    if not header.open_root:
        return []
    if wrapped is None:
        return None
    keys = DeviceKeys(province.keys.signing, province.keys.identity)
    found = read_open(content, unwrapped(wrapped, keys).open_key)
    return [one for one in found if not isinstance(one, Emptied)]


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
    if not _dominates(segments.vector_of(connection, read.arrival.office_id), read.header.deps):
        return "deps"
    return "key" if read.operations is None else ""


def _dominates(vector: Mapping[str, int], deps: Mapping[str, int]) -> bool:
    return all(vector.get(device, 0) >= seq for device, seq in deps.items())


def _keep(connection: Connection, read: _Read, verdict: Verdict, province: Province) -> None:
    arrival = read.arrival
    if verdict.outcome == "waiting":
        segments.wait(connection, arrival, verdict.code)
        return
    segments.stop_waiting(connection, arrival)
    if verdict.outcome == "double":
        segments.replace_redacted(connection, arrival)
    elif verdict.outcome in ("fork", "refused"):
        segments.keep_refused(connection, arrival, verdict.code or verdict.outcome, content=verdict == FORK)
    else:
        segments.append(connection, arrival)
        _apply(connection, read, province)


def _apply(connection: Connection, read: _Read, province: Province) -> None:
    """What follows from a segment that was taken: laptops that were spoken for, and records."""
    operations = read.operations or []
    void = False
    for operation in operations:
        if operation.kind == DEVICE_KIND:
            void |= take_device_operation(connection, province, read.arrival, operation)
    if void:
        rebuild(connection, province, read.arrival.office_id)
    else:
        records = [operation for operation in operations if operation.kind != DEVICE_KIND]
        lay_down(connection, read.arrival.office_id, records)


def keep_wraps(
    connection: Connection, province: Province, office_id: str, wraps: tuple[Mapping[str, object], ...]
) -> bool:
    """Keep keys of epochs that were wrapped for the province; whether one was new. KeysError for one that is none."""
    keys = DeviceKeys(province.keys.signing, province.keys.identity)
    new = False
    for wrap in wraps:
        text = wrap.get("key")
        if not isinstance(text, str):
            raise KeysError("tampered", "wrap")
        epoch = unwrapped(text, keys)
        new |= devices.keep_epoch(connection, office_id, epoch.id, epoch.number, text)
    return new
