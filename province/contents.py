"""The blind copy of attachments: an office's laptops leave their contents here, sealed, and fetch what they lack.

There is a bound for each office; whoever is at it is told that there is no room, and everything else goes on. What the
office forgot is dropped when a laptop says so that has taken in everything that is here.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection

from desktop.sync.bundle.canonical import canonical
from desktop.sync.bundle.contents import differing
from desktop.sync.wire import WireError
from desktop.sync.wire_contents import (
    Compared,
    Got,
    Piece,
    compared_answer,
    got_answer,
    read_compare,
    read_drop,
    read_give,
    read_take,
    taken_answer,
)
from province.logs import tell
from province.serving import Asked, in_session
from province.setup import Province
from province.store import contents, segments
from province.store.offices import lock_office


def compare(province: Province, asked: Asked, at: datetime) -> bytes:
    """What is here in those parts in which the caller has something else."""
    caller = in_session(province, asked, at)
    digests, start, most = read_compare(asked.body)
    with province.database.reading() as connection:
        held = contents.whole_contents(connection, caller.office_id)
        buckets, following = differing(held, digests, start, most)
        begun = contents.begun_contents(connection, caller.office_id)
        full = contents.room_taken(connection, caller.office_id) >= province.settings.contents
    return compared_answer(Compared(buckets, following, begun, full))


def fetch(province: Province, asked: Asked, at: datetime) -> bytes:
    """Some bytes of a content that came wholly."""
    caller = in_session(province, asked, at)
    name, begin, most = read_take(asked.body)
    most = min(most, province.settings.page)
    with province.database.reading() as connection:
        known = contents.content_named(connection, caller.office_id, name)
        if known is None or known.got < known.size:
            raise WireError("unknown_content")
        found = bytearray()
        for place, content in contents.pieces_of(connection, caller.office_id, name, begin):
            found += content[max(0, begin - place) :]
            if len(found) >= most:
                break
    return taken_answer(Piece(name, known.mark, known.size, begin, bytes(found[:most])))


def keep(province: Province, asked: Asked, at: datetime) -> bytes:
    """A piece of a content; how much of it is here now."""
    caller = in_session(province, asked, at)
    piece = read_give(asked.body)
    with province.database.writing() as connection:
        lock_office(connection, caller.office_id)
        got = _keep(connection, province, caller.office_id, piece, at)
    if got.state != "part":
        tell("content", office=caller.office_id, device=caller.id, outcome=got.state, bytes=piece.size)
    return got_answer(got)


def drop(province: Province, asked: Asked, at: datetime) -> bytes:
    """Forget what belongs to nothing any more, if the caller knows all that is known here."""
    caller = in_session(province, asked, at)
    names, vector = read_drop(asked.body)
    dropped = 0
    with province.database.writing() as connection:
        lock_office(connection, caller.office_id)
        ours = segments.vector_of(connection, caller.office_id)
        if all(vector.get(device, 0) >= seq for device, seq in ours.items()):
            dropped = contents.drop_contents(connection, caller.office_id, names)
    tell("contents dropped", office=caller.office_id, device=caller.id, count=dropped)
    return canonical({"dropped": dropped})


def _keep(connection: Connection, province: Province, office_id: str, piece: Piece, at: datetime) -> Got:
    known = contents.content_named(connection, office_id, piece.name)
    if known is not None and known.got == known.size:
        return Got("whole", piece.size)
    if known is not None and (known.mark, known.size) != (piece.mark, piece.size):
        contents.drop_contents(connection, office_id, [piece.name])
        known = None
    if known is None:
        if contents.room_taken(connection, office_id) + piece.size > province.settings.contents:
            return Got("full", 0)
        contents.begin_content(connection, office_id, piece, at)
    got = known.got if known else 0
    if piece.at != got or not piece.content:
        return Got("part", got)
    contents.append_piece(connection, office_id, piece)
    got += len(piece.content)
    if got < piece.size:
        return Got("part", got)
    digest = sha256()
    for _, content in contents.pieces_of(connection, office_id, piece.name):
        digest.update(content)
    if digest.hexdigest() != piece.mark:
        contents.drop_contents(connection, office_id, [piece.name])
        return Got("damaged", 0)
    return Got("whole", got)
