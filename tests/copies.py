"""Offices that many tests begin with: each is founded once in a run, through the services, and copied for a test."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from filelock import FileLock

from desktop.domain.clock import Now
from desktop.store.engine import make_engine
from desktop.store.office_file import OfficeFile, OfficeFolder

Made = tuple[OfficeFile, str]


class Copies:
    """A copy is as its office was when it had been founded, keys and ids and all; it was never closed."""

    def __init__(self) -> None:
        self._place = TemporaryDirectory(prefix="offices-")
        self._made: dict[Hashable, Made] = {}

    def of(self, like: Hashable, found: Callable[[Path], Made], folder: Path, clock: Now) -> Made:
        """The office of this likeness in `folder` with its recovery code; an office that stands there is `found`'s."""
        target = OfficeFolder(folder)
        if target.exists():
            return found(folder)
        if like not in self._made:
            self._made[like] = self._first(found)
        made, code = self._made[like]
        copytree(made.folder.path, folder, dirs_exist_ok=True)
        lock = FileLock(target.lock)
        lock.acquire(timeout=0)
        engine = make_engine(target.database, made.data_key)
        return OfficeFile(target, engine, made.identity, made.actor, made.data_key, lock, clock), code

    def _first(self, found: Callable[[Path], Made]) -> Made:
        office, code = found(Path(self._place.name) / str(len(self._made)))
        office.close()
        office.folder.mark.unlink()
        office.folder.lock.unlink(missing_ok=True)
        return office, code


@cache
def copies() -> Copies:
    """Those of this run."""
    return Copies()
