"""A server brought back from a copy: its database again, and no word into an office's stream before it was heard.

What the server wrote after the copy was made lies on the laptops of the offices. If it wrote on at once, under numbers
that it had used already, laptops would see a copied device. So each office must be heard first: a laptop tells how far
it knows the province's own operations, gives back what is lacking, and then the office is written to again.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.engine import make_url
from uuid_utils import uuid7

from desktop.domain.problems import RefusedError, UnavailableError
from province.settings import Settings
from province.store import segments
from province.store.database import Database
from province.store.offices import server_of
from province.store.tables import ACK, SERVER, WEB_SESSION
from province.store.upgrade import upgrade


def restore(settings: Settings, copy: Path, at: datetime) -> None:
    """Bring the database back into an empty place. RefusedError where there is one: it is never written over."""
    database = Database(settings.database)
    try:
        if database.exists():
            raise RefusedError.of("", "province_exists")
        if database.embedded:
            _copy_back(copy, Path(make_url(settings.database).database or ""))
        else:
            _load(settings.database, copy)
        upgrade(database)
        with database.writing() as connection:
            server_of(connection)
            connection.execute(update(SERVER).values(incarnation=str(uuid7()), restored_at=at))
            connection.execute(delete(WEB_SESSION))
    finally:
        database.close()


def is_heard(connection: Connection, province_id: str, office_id: str) -> bool:
    """Whether an office may be written to: its laptops have told since the restore what they know of the province."""
    restored = connection.execute(select(SERVER.c.restored_at)).scalar()
    if restored is None:
        return True
    wanted = select(ACK.c.peer).where(ACK.c.office_id == office_id, ACK.c.at >= restored).limit(1)
    if connection.execute(wanted).first() is None:
        return False
    own = segments.reached_by(connection, office_id, province_id).seq
    known = segments.newest_acknowledged(connection, office_id).values()
    return all(vector.get(province_id, 0) <= own for vector in known)


def _copy_back(copy: Path, target: Path) -> None:
    """A SQLite copy, proved readable before it has its name."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with (
            closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(part)) as made,
        ):
            source.backup(made)
            if made.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise UnavailableError("damaged")
        part.replace(target)
    except sqlite3.DatabaseError as error:
        raise UnavailableError("damaged") from error
    finally:
        part.unlink(missing_ok=True)


def _load(address: str, copy: Path) -> None:
    """`pg_restore`, all of it or nothing; the password goes by the environment, never as a word."""
    tool = shutil.which("pg_restore")
    if tool is None:
        raise UnavailableError("no_pg_dump")
    url = make_url(address)
    bare = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TASHILGAR_")}
    done = subprocess.run(
        [tool, "--single-transaction", "--exit-on-error", "--no-owner", f"--dbname={bare}", str(copy)],
        env=kept | ({"PGPASSWORD": str(url.password)} if url.password else {}),
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise UnavailableError("damaged")
