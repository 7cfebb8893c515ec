"""Attachments' contents as this laptop holds and lacks them, in pieces where the line died before the end."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection

from desktop.domain.attachment import MOST_BYTES
from desktop.store.contents import content_of, keep_content
from desktop.sync.bundle.contents import mark_of, name_of, opened_content, sealed_content, whole_digest
from desktop.sync.bundle.errors import ContainerError
from desktop.sync.laptop import Laptop
from desktop.sync.wire_contents import Got, Piece

SEALED = 40  # bytes that sealing adds


class Held(NamedTuple):
    """A content of a record that is not deleted."""

    sha256: str
    size: int  # bytes on a line


_LIVING = (
    "SELECT DISTINCT a.sha256, length(c.content) FROM attachment a {join} JOIN attachment_content c "
    "ON c.sha256 = a.sha256 WHERE a.deleted_at IS NULL AND a.sha256 <> '' {only} ORDER BY a.sha256"
)


def name_key(connection: Connection) -> bytes | None:
    """The office's key of its first epoch, under which contents are named for good; None before there is one."""
    sql = "SELECT office_key FROM sync_epoch ORDER BY number, id LIMIT 1"
    found = connection.exec_driver_sql(sql).scalar()
    return None if found is None else bytes(found)


def held(connection: Connection) -> dict[str, Held]:
    """Name on a line → what this laptop has of the contents that belong to something."""
    key = name_key(connection)
    if key is None:
        return {}
    rows = connection.exec_driver_sql(_LIVING.format(join="", only="")).all()
    return {name_of(digest, key): Held(digest, size + SEALED) for digest, size in rows}


def lacked(connection: Connection) -> dict[str, str]:
    """Name on a line → SHA-256, of the contents whose record is here and which have not come."""
    key = name_key(connection)
    if key is None:
        return {}
    sql = _LIVING.format(join="LEFT", only="AND c.sha256 IS NULL")
    return {name_of(digest, key): digest for digest, _ in connection.exec_driver_sql(sql)}


def held_digest(connection: Connection) -> str:
    """Who says the same of what he has, has all that this laptop has; "" when it has nothing."""
    names = held(connection)
    return whole_digest(names) if names else ""


def sealed_of(connection: Connection, laptop: Laptop, digest: str) -> bytes:
    """A content as it travels; nothing where it has gone meanwhile."""
    content = content_of(connection, digest)
    return b"" if content is None else sealed_content(digest, content, laptop.epochs[laptop.epoch])


def piece_of(connection: Connection, laptop: Laptop, name: str, at: int, most: int) -> Piece | None:
    """Some bytes of a content; None for one that is not here."""
    known = held(connection).get(name)
    sealed = sealed_of(connection, laptop, known.sha256) if known else b""
    return Piece(name, mark_of(sealed), len(sealed), at, sealed[at : at + most]) if sealed else None


def parts(connection: Connection) -> dict[str, int]:
    """Name → how many bytes came of what did not come wholly yet."""
    sql = "SELECT name, sum(length(content)) FROM content_part GROUP BY name"
    return {name: size for name, size in connection.exec_driver_sql(sql)}  # noqa: C416 - rows are no pairs to mypy


def keep_piece(connection: Connection, laptop: Laptop, piece: Piece) -> Got:
    """Keep a piece that follows what is here of its content; the whole is kept for good once it proves to be it."""
    digest = lacked(connection).get(piece.name)
    if digest is None:
        _drop_part(connection, piece.name)
        return Got("unwanted", piece.size)
    if piece.size > MOST_BYTES + SEALED:
        return Got("unwanted", 0)
    got = _got(connection, piece)
    if piece.at == got and piece.content:
        connection.exec_driver_sql(
            "INSERT INTO content_part (name, at, mark, content) VALUES (?, ?, ?, ?)",
            (piece.name, got, piece.mark, piece.content),
        )
        got += len(piece.content)
    if got < piece.size:
        return Got("part", got)
    sql = "SELECT content FROM content_part WHERE name = ? ORDER BY at"
    sealed = b"".join(map(bytes, connection.exec_driver_sql(sql, (piece.name,)).scalars()))
    _drop_part(connection, piece.name)
    return Got("whole", got) if keep_opened(connection, laptop, digest, sealed) else Got("damaged", 0)


def keep_opened(connection: Connection, laptop: Laptop, digest: str, sealed: bytes) -> bool:
    """Keep what was sealed under any key that this laptop knows; False for what is not the content of that name."""
    for key in reversed(list(laptop.epochs.values())):
        try:
            content = opened_content(digest, sealed, key)
        except ContainerError:
            continue
        if sha256(content).hexdigest() == digest:
            keep_content(connection, content)
            return True
    return False


def drop_orphans(connection: Connection) -> None:
    """Contents go with the last record that names them, wherever it was forgotten."""
    connection.exec_driver_sql("DELETE FROM attachment_content WHERE sha256 NOT IN (SELECT sha256 FROM attachment)")
    wanted = lacked(connection)
    for name in parts(connection).keys() - wanted.keys():
        _drop_part(connection, name)


def _got(connection: Connection, piece: Piece) -> int:
    """How much is here of this very sealing; what is here of another one goes."""
    connection.exec_driver_sql("DELETE FROM content_part WHERE name = ? AND mark <> ?", (piece.name, piece.mark))
    sql = "SELECT ifnull(sum(length(content)), 0) FROM content_part WHERE name = ?"
    return int(connection.exec_driver_sql(sql, (piece.name,)).scalar_one())


def _drop_part(connection: Connection, name: str) -> None:
    connection.exec_driver_sql("DELETE FROM content_part WHERE name = ?", (name,))
