"""Wrong passwords and codes: after five an account rests for a quarter of an hour, after thirty an address (G-17)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from province.store.tables import ATTEMPT

ACCOUNT_MOST, ADDRESS_MOST = 5, 30
REST = timedelta(minutes=15)


class Attempts(NamedTuple):
    """A name or an address, by its keyed hash, and how many failures it may have."""

    key: str
    most: int


def is_locked(connection: Connection, of: Attempts, at: datetime) -> bool:
    until = connection.execute(select(ATTEMPT.c.locked_until).where(ATTEMPT.c.key == of.key)).scalar()
    return until is not None and at < until


def count_failure(connection: Connection, of: Attempts, at: datetime) -> bool:
    """One more failure; whether it was the one too many. Failures of long ago are forgotten."""
    row = _counted(connection, of)
    if row is None:
        try:
            with connection.begin_nested():
                connection.execute(insert(ATTEMPT).values(key=of.key, failures=1, since=at))
            return False
        except IntegrityError:  # somebody else counted the first one at the same moment
            row = _counted(connection, of)
    anew = row is None or at >= row.since + REST
    failures = 1 if row is None or anew else row.failures + 1
    locks = failures >= of.most
    values = {"failures": failures, "locked_until": at + REST if locks else None} | ({"since": at} if anew else {})
    connection.execute(update(ATTEMPT).where(ATTEMPT.c.key == of.key).values(**values))
    return locks


def forget_failures(connection: Connection, of: Attempts) -> None:
    connection.execute(delete(ATTEMPT).where(ATTEMPT.c.key == of.key))


def forget_old(connection: Connection, at: datetime) -> None:
    """Rows that count no more."""
    connection.execute(delete(ATTEMPT).where(ATTEMPT.c.since < at - 2 * REST))


def _counted(connection: Connection, of: Attempts) -> Any:
    return connection.execute(select(ATTEMPT).where(ATTEMPT.c.key == of.key).with_for_update()).first()
