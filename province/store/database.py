"""The database behind the server: PostgreSQL 15 or newer in earnest, one SQLite file to begin with.

Readers and writers say which of both they are: SQLite gives a writer the whole file from its first statement, and
PostgreSQL the rows that it locks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, NoSuchModuleError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from desktop.domain.problems import UnavailableError

OLDEST_POSTGRESQL = 150_000
_LEAVES_NOTHING = "leaves nothing"
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON")


class Database:
    """One address and its pool of connections; safe to share between the threads of a server."""

    def __init__(self, address: str) -> None:
        try:
            url = make_url(address)
            self.embedded = url.get_backend_name() == "sqlite"
            if not self.embedded and url.drivername != "postgresql+psycopg":
                raise UnavailableError("database_kind")
            self.engine = _embedded(address) if self.embedded else create_engine(url, pool_pre_ping=True)
        except (ArgumentError, NoSuchModuleError) as error:
            raise UnavailableError("database_kind") from error
        look = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}  # told with BEGIN itself
        self._looking = self.engine if self.embedded else self.engine.execution_options(**look)
        self._file = Path(url.database) if self.embedded and url.database else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent look at everything that is committed."""
        with self._told_as_unavailable(), self._looking.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is committed at the end, or nothing after an exception."""
        with self._told_as_unavailable(), self.engine.connect() as made:
            connection = made.execution_options(writes=True)
            try:
                with connection.begin():
                    yield connection
                if _LEAVES_NOTHING in made.info and self.embedded:
                    _checkpoint(made)
            finally:
                made.info.pop(_LEAVES_NOTHING, None)

    def exists(self) -> bool:
        """Whether there is anything at this address; a server that does not answer is UnavailableError."""
        if self._file is not None and not self._file.exists():
            return False
        with self.reading() as connection:
            if not self.embedded:
                version = int(connection.execute(text("SHOW server_version_num")).scalar_one())
                if version < OLDEST_POSTGRESQL:
                    raise UnavailableError("database_old")
            return self.engine.dialect.has_table(connection, "alembic_version")

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _told_as_unavailable(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, InterfaceError, NoConnectionError) as error:
            raise UnavailableError("no_database") from error


def _checkpoint(connection: Connection) -> None:
    """The journal's pages into the file; who still reads an older state is not waited for longer than for a lock."""
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    cursor.close()


def leave_nothing(connection: Connection) -> None:
    """What this transaction takes out is not to lie on in the journal of an embedded database once it is committed."""
    connection.info[_LEAVES_NOTHING] = True


def _embedded(address: str) -> Engine:
    """SQLite with explicit transactions; the driver's own begin too late and commit too early."""
    engine = create_engine(address, connect_args={"timeout": 10})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
