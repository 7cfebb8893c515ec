"""Laying an office's records down anew from its segments: something does not count any more, or can be read now."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.keys import DeviceKeys, unwrapped
from desktop.sync.bundle.segment import read_header, read_open
from desktop.sync.merge import Operation
from province.logs import tell
from province.records import clear, lay_down, parked
from province.setup import Province
from province.store import devices, segments
from province.store.offices import lock_office, offices
from province.store.published import PUBLISHED


def rebuild(connection: Connection, province: Province, office_id: str) -> None:
    """All records of a locked office from what counts of its segments."""
    clear(connection, office_id, PUBLISHED.values())
    lay_down(connection, office_id, _counting(connection, province, office_id))
    tell("records rebuilt", office=office_id)


def take_up_parked(province: Province) -> None:
    """After an upgrade: what an older program could not lay down and this one can."""
    with province.database.reading() as connection:
        wanted = [office.id for office in offices(connection) if parked(connection, office.id)]
    for office_id in wanted:
        with province.database.writing() as connection:
            lock_office(connection, office_id)
            rebuild(connection, province, office_id)


def _counting(connection: Connection, province: Province, office_id: str) -> Iterator[Operation]:
    """The open operations of an office in their order, but those of a device after the last that counts."""
    keys = DeviceKeys(province.keys.signing, province.keys.identity)
    ends = {one.id: one.last_seq for one in devices.devices(connection, office_id, devices.REVOKED)}
    for content in segments.whole_stream(connection, office_id):
        header = read_header(content)
        wrapped = devices.wrapped_epoch(connection, office_id, header.epoch)
        if not header.open_root or wrapped is None:
            continue
        end = ends.get(header.device)
        for operation in read_open(content, unwrapped(wrapped, keys).open_key):
            counts = end is None or operation.dot.seq <= end
            if not isinstance(operation, Emptied) and operation.kind != "device" and counts:
                yield operation
