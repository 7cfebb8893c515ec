"""Schema versions of the province's database: Alembic, the same steps on PostgreSQL and on SQLite."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from desktop.domain.problems import UnavailableError
from desktop.system.paths import migrations
from province.store.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

WHOSE = "province"
_LOCK = 7_482_931  # several servers that start at once upgrade one after the other


def head_revision() -> str:
    """The newest schema of the province that this program knows."""
    return _newest(WHOSE)


def _newest(whose: str) -> str:
    return max(path.name[:4] for path in (migrations(whose) / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


@cache
def office_schema() -> str:
    """The newest tables of offices that this program knows: what its answers are written in."""
    return _newest("desktop")


def revision_of(connection: Connection) -> str:
    """The schema of the database; "" where there is none yet."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def upgrade(database: Database) -> None:
    """Bring the database to the newest schema, in one transaction. A newer one than this program's is refused."""
    from alembic import command

    with database.writing() as connection:
        if not database.embedded:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        current = revision_of(connection)
        if current > head_revision():
            raise UnavailableError("newer_file")
        if current != head_revision():
            command.upgrade(_config(connection), "head")


def new_revision(message: str) -> Path:
    """Write the next migration from the difference between the tables and the last schema (for developers)."""
    from alembic import command

    known = list((migrations(WHOSE) / "versions").glob("[0-9]*.py"))
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'scratch.db'}")
        if known:
            upgrade(database)
        with database.writing() as connection:
            number = f"{int(head_revision() if known else '0') + 1:04d}"
            made: Any = command.revision(_config(connection), message, autogenerate=True, rev_id=number)
        database.close()
    return Path(made.path)


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations(WHOSE)))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "new":
        sys.exit('python -m province.store.upgrade new "message"')
    sys.stdout.write(f"{new_revision(sys.argv[2])}\n")
