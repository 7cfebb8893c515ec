"""What attachments of an office hold, as bytes that nobody here can read: whole ones, and how much came of others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from desktop.sync.wire_contents import Piece
from province.store.tables import CONTENT, CONTENT_PIECE

_AT_ONCE = 500  # names in one statement


class Kept(NamedTuple):
    """A content, of which `got` bytes are here."""

    name: str
    mark: str
    size: int
    got: int


def whole_contents(connection: Connection, office_id: str) -> dict[str, int]:
    """Name → bytes, of those that came wholly."""
    wanted = select(CONTENT.c.name, CONTENT.c.size).where(
        CONTENT.c.office_id == office_id, CONTENT.c.got == CONTENT.c.size
    )
    return {row.name: row.size for row in connection.execute(wanted)}


def begun_contents(connection: Connection, office_id: str) -> dict[str, int]:
    """Name → how many bytes came of those that did not come wholly yet."""
    wanted = select(CONTENT.c.name, CONTENT.c.got).where(
        CONTENT.c.office_id == office_id, CONTENT.c.got < CONTENT.c.size
    )
    return {row.name: row.got for row in connection.execute(wanted)}


def content_named(connection: Connection, office_id: str, name: str) -> Kept | None:
    wanted = select(CONTENT.c.name, CONTENT.c.mark, CONTENT.c.size, CONTENT.c.got)
    row = connection.execute(wanted.where(CONTENT.c.office_id == office_id, CONTENT.c.name == name)).first()
    return Kept(*row) if row else None


def room_taken(connection: Connection, office_id: str) -> int:
    """Bytes that an office takes, or will when what has begun to come is whole."""
    wanted = select(func.coalesce(func.sum(CONTENT.c.size), 0)).where(CONTENT.c.office_id == office_id)
    return int(connection.execute(wanted).scalar_one())


def begin_content(connection: Connection, office_id: str, piece: Piece, at: datetime) -> None:
    values = {"mark": piece.mark, "size": piece.size, "got": 0, "received_at": at}
    connection.execute(insert(CONTENT).values(office_id=office_id, name=piece.name, **values))


def append_piece(connection: Connection, office_id: str, piece: Piece) -> None:
    """The bytes that follow those that are here."""
    told = {"office_id": office_id, "name": piece.name, "at": piece.at, "content": piece.content}
    connection.execute(insert(CONTENT_PIECE).values(**told))
    one = (CONTENT.c.office_id == office_id) & (CONTENT.c.name == piece.name)
    connection.execute(update(CONTENT).where(one).values(got=piece.at + len(piece.content)))


def pieces_of(connection: Connection, office_id: str, name: str, at: int = 0) -> Iterator[tuple[int, bytes]]:
    """The pieces of a content from the one in which its byte `at` lies."""
    one = and_(CONTENT_PIECE.c.office_id == office_id, CONTENT_PIECE.c.name == name)
    begin = select(func.coalesce(func.max(CONTENT_PIECE.c.at), 0)).where(one, CONTENT_PIECE.c.at <= at)
    wanted = select(CONTENT_PIECE.c.at, CONTENT_PIECE.c.content).where(one)
    begun = connection.execute(begin).scalar_one()
    for row in connection.execute(wanted.where(CONTENT_PIECE.c.at >= begun).order_by(CONTENT_PIECE.c.at)):
        yield row.at, bytes(row.content)


def drop_contents(connection: Connection, office_id: str, names: Collection[str]) -> int:
    """Forget these; how many were here."""
    dropped, wanted = 0, sorted(names)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        for table in (CONTENT_PIECE, CONTENT):
            done = connection.execute(delete(table).where(table.c.office_id == office_id, table.c.name.in_(some)))
        dropped += done.rowcount
    return dropped
