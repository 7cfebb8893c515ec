"""Schema versions of the office file: Alembic over the encrypted file, with a verified backup before each upgrade."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.problems import UnavailableError
from desktop.store.engine import connect, make_engine
from desktop.system.paths import migrations

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection


def head_revision() -> str:
    """The newest schema this program knows. Revisions are numbered files, so that Alembic need not be loaded."""
    return max(path.name[:4] for path in (migrations() / "versions").glob("[0-9][0-9][0-9][0-9]_*.py"))


def revision_of(database: Path, key: bytes) -> str:
    """The schema of a file; "" for an empty one, and where there is none yet."""
    if not database.exists():
        return ""
    connection = connect(database, key)
    try:
        return revision_in(connection)
    finally:
        connection.close()


def revision_in(raw: Any) -> str:
    """The same of a file that is open already: a connection of the driver."""
    found = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]) if found else ""


def upgrade(
    database: Path,
    key: bytes,
    backups: Path,
    before: Callable[[], None] = lambda: None,
    after: Callable[[Connection], None] = lambda _connection: None,
) -> None:
    """Bring a file to the newest schema. An older file is copied and the copy checked first; a newer one is refused.

    `before` runs when the backup is safe and nothing is changed yet, `after` in the same commit as the new schema,
    before it is asked whether every record has what it points to.
    """
    current = revision_of(database, key)
    if current > head_revision():
        raise UnavailableError("newer_file")
    if current:
        _back_up(database, key, backups)
    else:
        connect(database, key, make=True).close()
    before()
    from alembic import command

    # Batch migrations delete child rows while foreign keys are on, so the whole upgrade runs without them.
    engine = make_engine(database, key, foreign_keys=False)
    try:
        with engine.connect() as connection, connection.begin():
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            from desktop.store.triggers import install

            install(connection, head_revision())
            after(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuntimeError("the migration left a record without its parent")
    finally:
        engine.dispose()


def _back_up(database: Path, key: bytes, backups: Path) -> None:
    from desktop.store.backup import ENDING, Source, write_backup

    at = datetime.now(UTC)
    target = backups / f"tashilgar-before-{head_revision()}-{at:%Y%m%dT%H%M%S}{ENDING}"
    write_backup(Source(database.parent, key), target, "upgrade", at)


def new_revision(message: str) -> Path:
    """Write the next migration from the difference between the declarations and the last schema (for developers)."""
    import tempfile

    from alembic import command

    with tempfile.TemporaryDirectory() as folder:
        database, key = Path(folder) / "scratch.db", bytes(32)
        connect(database, key, make=True).close()
        if any((migrations() / "versions").glob("*.py")):
            make_at(database, key)
        engine = make_engine(database, key, foreign_keys=False)
        with engine.connect() as connection, connection.begin():
            config = _config()
            config.attributes["connection"] = connection
            number = f"{int(head_revision() if any((migrations() / 'versions').glob('0*.py')) else '0') + 1:04d}"
            made: Any = command.revision(config, message, autogenerate=True, rev_id=number)
        engine.dispose()
    return Path(made.path)


def make_at(database: Path, key: bytes, revision: str = "head") -> None:
    """A new empty file of some schema, without triggers and search index."""
    from alembic import command

    connect(database, key, make=True).close()
    engine = make_engine(database, key, foreign_keys=False)
    with engine.connect() as connection, connection.begin():
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations()))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "new":
        sys.exit('python -m desktop.store.upgrade new "message"')
    print(new_revision(sys.argv[2]))
