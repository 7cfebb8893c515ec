"""Who is at the pages: sessions that end by themselves, known by the hash of a random id alone."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, or_, select, update

from province.store.accounts import Account
from province.store.tables import ACCOUNT, WEB_SESSION

PASSWORD, FULL = "password", "full"
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
HALF_WAY = timedelta(minutes=10)  # between the password and the second factor
_TOUCHED_EVERY = timedelta(minutes=1)  # so that a reader does not write with every page


class Session(NamedTuple):
    hash: str
    account_id: str
    stage: str
    made_at: datetime
    seen_at: datetime
    pending_secret: bytes | None = None


def new_id() -> str:
    """What a visitor's cookie holds: 256 random bits."""
    return token_urlsafe(32)


def open_session(connection: Connection, account_id: str, stage: str, at: datetime) -> str:
    """A session under a new id, which only the answer tells; stages never keep the id of the one before."""
    made = new_id()
    values = Session(_hash(made), account_id, stage, at, at)._asdict()
    connection.execute(insert(WEB_SESSION).values(**values))
    return made


def visitor_of(connection: Connection, given: str, at: datetime) -> tuple[Session, Account] | None:
    """The live session of a cookie and whose it is; asked with every page, so in one statement."""
    row = connection.execute(_VISITORS.where(WEB_SESSION.c.hash == _hash(given))).first()
    if row is None:
        return None
    many = len(Session._fields)
    found = Session(*row[:many])
    longest, idle = (LONGEST, IDLE) if found.stage == FULL else (HALF_WAY, HALF_WAY)
    lives = at < found.made_at + longest and at < found.seen_at + idle
    return (found, Account(*row[many:])) if lives else None


def must_touch(session: Session, at: datetime) -> bool:
    """Whether it is time to write down that somebody is still there."""
    return at - session.seen_at >= _TOUCHED_EVERY


def touch(connection: Connection, session: Session, at: datetime) -> None:
    connection.execute(update(WEB_SESSION).where(WEB_SESSION.c.hash == session.hash).values(seen_at=at))


def keep_pending(connection: Connection, session: Session, wrapped: bytes) -> None:
    """The second factor that is being set up in this session."""
    connection.execute(update(WEB_SESSION).where(WEB_SESSION.c.hash == session.hash).values(pending_secret=wrapped))


def close_session(connection: Connection, given: str) -> None:
    connection.execute(delete(WEB_SESSION).where(WEB_SESSION.c.hash == _hash(given)))


def close_all(connection: Connection, account_id: str) -> None:
    """Sign an account out everywhere."""
    connection.execute(delete(WEB_SESSION).where(WEB_SESSION.c.account_id == account_id))


def forget_ended(connection: Connection, at: datetime) -> None:
    """Rows of sessions that nobody can use any more."""
    ended = or_(WEB_SESSION.c.made_at < at - LONGEST, WEB_SESSION.c.seen_at < at - IDLE)
    connection.execute(delete(WEB_SESSION).where(ended))


def _hash(given: str) -> str:
    return hashlib.sha256(given.encode()).hexdigest()


_VISITORS = select(
    *(WEB_SESSION.c[name] for name in Session._fields), *(ACCOUNT.c[name] for name in Account._fields)
).join_from(WEB_SESSION, ACCOUNT, ACCOUNT.c.id == WEB_SESSION.c.account_id)
