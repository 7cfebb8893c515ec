"""The server adds months up by itself when reports have come or were answered, so that no reader waits for it.

Many offices are added up in a process of its own (`python -m province.rollup.keeping`): some seconds of work would hold
up the pages of the process that answers them. After it the server rests thrice as long as that took.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from sqlalchemy import text

from desktop.domain.clock import now, today_in_iran
from desktop.domain.problems import UnavailableError
from province.logs import start_logging, tell
from province.rollup.kept import due_months, has_many, make_and_keep
from province.settings import PREFIX, Settings, load_settings
from province.store.database import Database
from province.store.offices import server_of

EVERY = 3.0  # seconds between two looks
_RESTS = 3
_LOCK = 7_482_932  # one process at a time adds up, of however many machines


class Keeping:
    """The step of a server that is running; a thread that looks, and works for few offices by itself."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings, self._database = settings, database
        self._ended = Event()
        self._thread = Thread(target=self._run, name="keeping", daemon=True)

    def begin(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        rest = EVERY
        while not self._ended.wait(rest):
            begun = time.monotonic()
            try:
                self._look()
            except UnavailableError as error:
                tell("unavailable", level=logging.WARNING, code=error.problem.code)
            except Exception:  # noqa: BLE001  the pages go on; the next look tries again
                tell("keeping broke", level=logging.ERROR, failed=True)
            rest = max(EVERY, _RESTS * (time.monotonic() - begun))

    def _look(self) -> None:
        with self._database.reading() as connection:
            due, many = due_months(connection, today_in_iran(now())), has_many(connection)
        if due and not many:
            keep_due(self._database)
        elif due:
            self._work_elsewhere()

    def _work_elsewhere(self) -> None:
        told = {f"{PREFIX}DATA": str(self._settings.folder), f"{PREFIX}DATABASE": self._settings.database}
        words = [sys.executable, "-m", "province.rollup.keeping"]
        with subprocess.Popen(words, env=os.environ | told, stdin=subprocess.DEVNULL) as process:
            while process.poll() is None:
                if self._ended.wait(0.2):
                    process.terminate()


def keep_due(database: Database) -> list[str]:
    """Add up every month that is due; those months."""
    on = today_in_iran(now())
    with database.reading() as connection:
        due, title = due_months(connection, on), server_of(connection).title
    for month in due:
        make_and_keep(database, month, title, on)
    if due:
        tell("added up", count=len(due))
    return due


@contextmanager
def _alone(database: Database) -> Iterator[bool]:
    """Whether no other process of this province is at it; the embedded database has one machine, and two do no harm."""
    if database.embedded:
        yield True
        return
    with database.writing() as connection:
        yield bool(connection.execute(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": _LOCK}).scalar())


def main() -> int:
    """Add up what is due, behind everything else that the machine has to do."""
    start_logging()
    if hasattr(os, "nice"):
        os.nice(10)
    database = Database(load_settings().database)
    try:
        with _alone(database) as alone:
            if alone:
                keep_due(database)
    finally:
        database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
