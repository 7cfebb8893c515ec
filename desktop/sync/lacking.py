"""What another device lacks of what this laptop holds sealed, in the order in which it came here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection


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
    sql = "SELECT arrival, device_id, first, last, length(content) FROM segment ORDER BY arrival"
    for arrival, device, first, last, size in connection.exec_driver_sql(sql):
        if last > vector.get(device, 0):
            yield Piece(arrival, device, first, last, size)


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
