"""What attachments hold: bytes named by their SHA-256, kept once for equal ones, in the office's encrypted file."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, delete, insert, select

from desktop.store.tables import ATTACHMENT_CONTENT


def keep_content(connection: Connection, content: bytes) -> str:
    """Keeps the bytes and returns their name."""
    name = hashlib.sha256(content).hexdigest()
    known = select(ATTACHMENT_CONTENT.c.sha256).where(ATTACHMENT_CONTENT.c.sha256 == name)
    if connection.execute(known).first() is None:
        connection.execute(insert(ATTACHMENT_CONTENT).values(sha256=name, content=content))
    return name


def content_of(connection: Connection, name: str) -> bytes | None:
    """The bytes of that name; None when they have not come to this laptop yet."""
    wanted = select(ATTACHMENT_CONTENT.c.content).where(ATTACHMENT_CONTENT.c.sha256 == name)
    found = connection.execute(wanted).first()
    return bytes(found[0]) if found else None


def drop_content(connection: Connection, name: str) -> None:
    """Forgets the bytes of that name."""
    connection.execute(delete(ATTACHMENT_CONTENT).where(ATTACHMENT_CONTENT.c.sha256 == name))
