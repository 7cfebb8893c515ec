"""A copy of the database in one file, made while the server works.

The keys are not in it: `province.keys` and the certificate are kept elsewhere, so that neither the copy nor the keys
alone read anything that is sealed to the province. PostgreSQL's own tool makes the copy there.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from desktop.domain.problems import UnavailableError
from province.setup import Province


def back_up(province: Province, target: Path) -> None:
    """Write the copy, prove it readable, and only then give it its name."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        if province.database.embedded:
            _copy_file(province, part)
        else:
            _dump(province, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _copy_file(province: Province, part: Path) -> None:
    source = make_url(province.settings.database).database or ""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(part)) as copy:
        live.backup(copy)
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise UnavailableError("damaged")


def _dump(province: Province, part: Path) -> None:
    """`pg_dump` in its own compressed format; the password goes by the environment, never as a word."""
    tool = shutil.which("pg_dump")
    if tool is None:
        raise UnavailableError("no_pg_dump")
    url = make_url(province.settings.database)
    bare = url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    environment = {"PGPASSWORD": str(url.password)} if url.password else {}
    done = subprocess.run(
        [tool, "--format=custom", f"--file={part}", bare],
        env={**_kept_environment(), **environment},
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode or not part.exists():
        raise UnavailableError("no_database")


def _kept_environment() -> dict[str, str]:
    """Without our own secrets."""
    return {name: value for name, value in os.environ.items() if not name.startswith("TASHILGAR_")}
