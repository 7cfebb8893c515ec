"""What a merge has written and no list shows yet: it is listed for whole portions, before anybody reads.

A segment brings some hundred records, and each of them costs several times as much by itself as among thousands: keys
of doubles lie all over the file, and the words of the search are put in order anew. So a merge only notes, in its own
commit, from which line of the log on its records are not listed; lines are never lost, and neither is this. Whoever
opens the file for reading or writing finds all of it listed (`OfficeFile.read`, `OfficeFile.write`).
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from desktop.domain.kinds import KINDS
from desktop.store.derived import follow
from desktop.store.search import numbers

_KEY = "unlisted_from"
_AT_ONCE = 5_000  # lines of the log: more at once cost less, but a small laptop has little memory


def leave(connection: Connection, log_first: int) -> None:
    """The records that the log tells of from this line on are to be listed later."""
    connection.exec_driver_sql("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", (_KEY, str(log_first)))


def is_left(connection: Connection) -> bool:
    """Whether lists, search or the keys of doubles do not know of everything yet."""
    return bool(numbers(connection, "SELECT 1 FROM meta WHERE key = ?", (_KEY,)))


def list_left(connection: Connection, on: date, most: int = _AT_ONCE) -> bool:
    """List what the next lines of the log tell of; whether more is left after them."""
    first = connection.exec_driver_sql("SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?", (_KEY,)).scalar()
    if first is None:
        return False
    touched = connection.exec_driver_sql(
        "SELECT record_id, kind, max(action = 'add') FROM change_log WHERE seq BETWEEN ? AND ? GROUP BY record_id",
        (first, first + most - 1),
    ).all()
    follow(connection, {record: (kind, bool(new)) for record, kind, new in touched if kind in KINDS}, {}, on)
    more = "UPDATE meta SET value = ?1 WHERE key = ?2 AND ?1 <= (SELECT max(seq) FROM change_log)"
    if connection.exec_driver_sql(more, (first + most, _KEY)).rowcount:
        return True
    connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (_KEY,))
    return False


def list_all_left(connection: Connection, on: date) -> None:
    """The same of everything, before something is written that builds upon it."""
    while list_left(connection, on):
        pass
