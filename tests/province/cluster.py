"""A real PostgreSQL for the tests: one cluster for all workers of a run, on a socket of this machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from filelock import FileLock

from devtools.machine import postgresql

USER = "tashilgar"
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=32MB")

# A run that is killed cannot tidy up: this ends the server and its folder when the run is gone.
_WATCH = """
import os, shutil, signal, sys, time
run, folder = int(sys.argv[1]), sys.argv[2]
def lives(pid):
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
while lives(run) and os.path.exists(folder):
    time.sleep(1)
if os.path.exists(folder):
    try:
        os.kill(int(open(folder + "/data/postmaster.pid").readline()), signal.SIGQUIT)
    except (OSError, ValueError):
        pass
    time.sleep(1)
    shutil.rmtree(folder, ignore_errors=True)
"""


@contextmanager
def cluster(shared: Path) -> Iterator[Path]:
    """The folder of the socket. `shared` is one for all workers: who comes first starts it, who goes last ends it."""
    users, place = shared / "postgresql.users", shared / "postgresql.folder"
    with FileLock(shared / "postgresql.lock"):
        count = int(users.read_text()) if users.exists() else 0
        if not count:
            place.write_text(str(_start()))
        users.write_text(str(count + 1))
    folder = Path(place.read_text())
    try:
        yield folder
    finally:
        with FileLock(shared / "postgresql.lock"):
            count = int(users.read_text()) - 1
            users.write_text(str(count))
            if not count:
                _stop(folder)


def connect(folder: Path, database: str = "postgres") -> psycopg.Connection[Any]:
    return psycopg.connect(host=str(folder), user=USER, dbname=database, autocommit=True)


def _start() -> Path:
    """A new cluster. PostgreSQL refuses to run as root, so there it runs as its own user or as nobody."""
    programs = postgresql()
    assert programs is not None, "PostgreSQL is needed: python3 dev.py test installs it (Debian package postgresql)"
    folder = Path(tempfile.mkdtemp(prefix="tashilgar-postgresql-"))
    _watch(folder)
    who = _other_user() if os.geteuid() == 0 else None
    if who:
        shutil.chown(folder, user=who)
    initdb = [
        str(programs / "initdb"),
        "-D",
        str(folder / "data"),
        "-U",
        USER,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
    ]
    subprocess.run([*initdb, "--no-sync"], user=who, check=True, capture_output=True, cwd=folder)
    options = [word for option in _FAST for word in ("-c", option)]
    place = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", *place, *options],
            user=who,
            cwd=folder,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # the worker that starts it may end before the others
        )
    for _ in range(300):
        with suppress(psycopg.OperationalError):
            connect(folder).close()
            server.returncode = 0  # it outlives this worker on purpose
            return folder
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text(errors='replace')[-2000:]}")


def _watch(folder: Path) -> None:
    run = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    watch = subprocess.Popen([sys.executable, "-c", _WATCH, str(run), str(folder)], start_new_session=True)
    watch.returncode = 0  # it outlives this worker on purpose


def _stop(folder: Path) -> None:
    pid = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGQUIT)  # at once: nothing of it is needed any more
    for _ in range(200):
        if not (folder / "data" / "postmaster.pid").exists():
            break
        time.sleep(0.05)
    shutil.rmtree(folder, ignore_errors=True)


def _other_user() -> str:
    import pwd

    with suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"
