"""Laying records down anew from the segments of their office: something does not count any more, or can be read now."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.segment import read_header, read_open
from desktop.sync.merge import Operation
from province.logs import tell
from province.records import Key, clear, lay_down, parked
from province.setup import Province
from province.store import devices, segments
from province.store.offices import lock_office, offices
from province.wraps import key_of


def rebuild_void(connection: Connection, province: Province, office_id: str) -> None:
    """The records of a locked office in which a device wrote after its last operation that counts."""
    told = _told(connection, province, office_id)
    _rebuild(connection, province, office_id, {_key(operation) for operation, counts in told if not counts})


def take_up_parked(province: Province) -> None:
    """After an upgrade: what an older program could not lay down and this one can."""
    with province.database.reading() as connection:
        wanted = [office.id for office in offices(connection) if parked(connection, office.id)]
    for office_id in wanted:
        with province.database.writing() as connection:
            lock_office(connection, office_id)
            _rebuild(connection, province, office_id, parked(connection, office_id))


def _rebuild(connection: Connection, province: Province, office_id: str, keys: set[Key]) -> None:
    clear(connection, office_id, keys)
    told = _told(connection, province, office_id)
    lay_down(connection, office_id, (one for one, counts in told if counts and _key(one) in keys))
    tell("records rebuilt", office=office_id, count=len(keys))


def _told(connection: Connection, province: Province, office_id: str) -> Iterator[tuple[Operation, bool]]:
    """The open operations of an office in their order, and whether each counts."""
    ends = {one.id: one.last_seq for one in devices.devices(connection, office_id, devices.REVOKED)}
    for _, content in segments.whole_stream(connection, office_id):
        header = read_header(content)
        epoch = key_of(connection, province, office_id, header.epoch) if header.open_root else None
        if epoch is None:
            continue
        end = ends.get(header.device)
        counts = end is None or header.last <= end
        for operation in read_open(content, epoch.open_key):
            if not isinstance(operation, Emptied):
                yield operation, counts


def _key(operation: Operation) -> Key:
    return operation.kind, operation.record
