"""What another device lacks of what this laptop holds sealed, in the order in which it came here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from desktop.sync.bundle.manifest import END_LETTERS
from desktop.sync.laptop import meta, set_meta, version_vector
from desktop.sync.refilling import wanted_from

_PARTED: Final = "parted_devices"


class Piece(NamedTuple):
    """A kept segment, without its content."""

    arrival: int
    device: str
    first: int
    last: int
    size: int  # bytes

    @property
    def operations(self) -> int:
        return self.last - self.first + 1


def lacking(connection: Connection, vector: Mapping[str, int]) -> Iterator[Piece]:
    """The segments that somebody who has `vector` lacks. Each comes after all that it builds upon."""
    in_doubt = copied(connection)
    sql = "SELECT arrival, device_id, first, last, length(content) FROM segment ORDER BY arrival"
    for arrival, device, first, last, size in connection.exec_driver_sql(sql):
        if last > vector.get(device, 0) or device in in_doubt:
            yield Piece(arrival, device, first, last, size)


def copied(connection: Connection) -> frozenset[str]:
    """Devices of which two different segments with one number are known, and which nobody has closed yet.

    How far one has got tells nothing then: all that is kept of them is passed on, until a copy finds out what it is.
    """
    sql = (
        "SELECT id FROM sync_device WHERE last_seq IS NULL AND (id IN (SELECT value FROM json_each(?)) "
        "OR id IN (SELECT device_id FROM segment_aside WHERE reason = 'fork'))"
    )
    return frozenset(connection.exec_driver_sql(sql, (meta(connection, _PARTED) or "[]",)).scalars())


def ends(connection: Connection) -> dict[str, str]:
    """Of each device that may still write, how the id of its last segment begins that is kept here."""
    sql = (
        "SELECT s.device_id, s.segment_id FROM segment s JOIN sync_device d ON d.id = s.device_id "
        "WHERE d.last_seq IS NULL AND s.last = (SELECT max(last) FROM segment WHERE device_id = s.device_id)"
    )
    return {device: identifier[:END_LETTERS] for device, identifier in connection.exec_driver_sql(sql)}


def hear_ends(connection: Connection, vector: Mapping[str, int], told: Mapping[str, Any]) -> None:
    """Note the devices of which another knows as many operations as this file, and not the same: they were copied."""
    known, ours = version_vector(connection), ends(connection)
    parted = {one for one, end in ours.items() if vector.get(one) == known[one] and told.get(one, end) != end}
    if parted - copied(connection):
        set_meta(connection, _PARTED, json.dumps(sorted(parted | copied(connection))))


def told_vector(connection: Connection) -> dict[str, int]:
    """What others are told that this file has; of a device that was copied it wants to see everything.

    What was emptied for no reason is asked for again.
    """
    in_doubt, again = copied(connection), wanted_from(connection)
    told = {device: seq for device, seq in version_vector(connection).items() if device not in in_doubt}
    return {device: min(seq, again.get(device, seq)) for device, seq in told.items()}


def content_of(connection: Connection, piece: Piece) -> bytes:
    """The bytes that travel."""
    sql = "SELECT content FROM segment WHERE arrival = ?"
    return bytes(connection.exec_driver_sql(sql, (piece.arrival,)).scalar_one())


def page(pieces: list[Piece], most: int) -> list[Piece]:
    """Take from the front what fits into `most` bytes, but one segment at least."""
    size = count = 0
    while count < len(pieces) and (not count or size + pieces[count].size <= most):
        size += pieces[count].size
        count += 1
    taken = pieces[:count]
    del pieces[:count]
    return taken
