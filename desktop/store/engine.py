"""Connections to the encrypted file: SQLCipher under SQLAlchemy's plain SQLite dialect, durable and strict."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool

from desktop.domain.problems import UnavailableError

# FULL: with NORMAL a pulled plug lost acknowledged rows. cipher_memory_security must stay off (half the speed).
PRAGMAS = (
    "cipher_log_level=NONE",
    "cipher_memory_security=OFF",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "busy_timeout=10000",
    "temp_store=MEMORY",
    "secure_delete=ON",  # what was erased does not lie about in free space
    "cache_size=-64000",
    "journal_size_limit=67108864",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


def connect(path: Path, key: bytes, *, foreign_keys: bool = True, make: bool = False) -> Any:
    """A bare connection to the file; UnavailableError when it is not an office file of this key, or is not there.

    Only with `make` a new file is begun: a folder that vanished must not come back as an empty office.
    """
    _bind_quickly()
    try:
        connection = sqlcipher3.connect(
            _address(path, "rwc" if make else "rw"),
            uri=True,
            timeout=10,
            isolation_level=None,
            check_same_thread=False,
        )
    except sqlcipher3.OperationalError as error:
        raise unavailable(error) from error
    try:
        _prepare(connection, key)
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys=OFF")
    except sqlcipher3.OperationalError as error:
        connection.close()
        raise unavailable(error) from error
    except sqlcipher3.DatabaseError as error:
        connection.close()
        raise UnavailableError("not_an_office_file") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _bind_quickly() -> None:
    """Tell the driver how to bind what is neither number nor text.

    By itself it looks for an adapter three times, each by an exception: 2 µs for every empty cell, ten times as much
    as with one, and a row of a person has twenty.
    """
    unchanged: dict[None, None] = {}
    sqlcipher3.register_adapter(type(None), unchanged.get)
    sqlcipher3.register_adapter(bool, int)
    sqlcipher3.register_adapter(bytes, bytes)


def _address(path: Path, mode: str) -> str:
    """The file as SQLite's URI; one on a share of the network has no host in it, but four slashes."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}?mode={mode}"


def _prepare(connection: Any, key: bytes) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("the SQLite driver cannot encrypt")
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def make_engine(path: Path, key: bytes, *, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions begin IMMEDIATE; readers ask for `tx="DEFERRED"`."""
    engine = create_engine(
        f"sqlite:///{path}",
        module=sqlcipher3,
        creator=lambda: connect(path, key, foreign_keys=foreign_keys),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=2,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN " + connection.get_execution_options().get("tx", "IMMEDIATE"))

    return engine


_OURS = ("no such", "syntax error", "ambiguous", "has no column")
"""What SQLite says of a statement that was written wrongly: nothing that waiting would mend."""


def unavailable(error: BaseException) -> UnavailableError:
    """What the environment did, in our words. Full disk, damage and locks are told apart by SQLite's text."""
    text = str(error).lower()
    if "full" in text:
        return UnavailableError("disk_full")
    if "disk i/o" in text:
        return UnavailableError("disk_failed")
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return UnavailableError("read_only_folder")
    if "malformed" in text:
        return UnavailableError("damaged")
    return UnavailableError("busy")


@contextmanager
def translated() -> Iterator[None]:
    """Turn the database's environment errors into UnavailableError; constraint errors stay our bug.

    They come from SQLAlchemy, or from the driver itself where thousands of rows are read or written.
    """
    try:
        yield
    except (OperationalError, sqlcipher3.OperationalError) as error:
        if any(word in str(getattr(error, "orig", error)) for word in _OURS):
            raise
        raise unavailable(error) from error
    except (DatabaseError, sqlcipher3.DatabaseError) as error:
        if "malformed" in str(error).lower():
            raise UnavailableError("damaged") from error
        raise
