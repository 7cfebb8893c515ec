"""A newer program from a stick, and the way back (ADR 22): who may, what is told before, what the audit log keeps."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.services.backups import further_place, lacks, own_backups, require_keeper
from desktop.store.backup import Found
from desktop.store.office_file import OfficeFile
from desktop.store.upgrade import head_revision
from desktop.system.settings import Settings
from desktop.system.update.errors import UpdateError
from desktop.system.update.installing import install, refuse_unfit, tidy, undo
from desktop.system.update.package import Contents, Package
from desktop.system.update.place import Installed, Place, free_environment, own_place
from desktop.system.update.trust import ReleaseKey, shipped_keys

Tell = Callable[[float], object]


@dataclass(frozen=True)
class Offer:
    """What a package holds. `problem` says why it is not installed here; None when nothing speaks against it."""

    contents: Contents
    signer: str
    length: int  # bytes on the stick
    problem: Problem | None

    @property
    def upgrades_office(self) -> bool:
        """Whether the first start of it brings the office file to a newer schema, after a backup."""
        return self.contents.release.schema > head_revision()


@dataclass(frozen=True)
class WayBack:
    """What going back to the version before means for the office of this laptop."""

    current: Installed
    previous: Installed
    reads_office: bool  # whether that version opens the office as it is today
    backup: Found | None  # otherwise: the newest that it opens
    lacks: int | None  # changes that this backup does not hold; None when they cannot be counted


class Program:
    """The installed program: what it trusts, where its versions lie."""

    def __init__(self, place: Place, keys: Sequence[ReleaseKey]) -> None:
        self.place, self.keys = place, keys

    def tidy(self) -> None:
        """What an interrupted update has left behind goes."""
        tidy(self.place)

    def look(self, path: Path) -> Offer:
        """What a package says, once its signature is proved. Nothing is written."""
        with _told(), Package(path, self.keys) as package:
            try:
                refuse_unfit(self.place, package.contents)
                problem = None
            except UpdateError as error:
                problem = Problem("", error.code, error.facts)
            return Offer(package.contents, package.signer.name, package.length, problem)

    def prove(self, path: Path, tell: Tell = lambda _share: None) -> Offer:
        """The same after every file of it was read; UnavailableError where one is not what was signed."""
        with _told(), Package(path, self.keys) as package:
            package.prove(tell)
        return self.look(path)

    def install(self, path: Path, office: OfficeFile | None, tell: Tell = lambda _share: None) -> Installed:
        """The version of a package starts next. `office` is the one that is open, None where there is none yet."""
        if office is not None:
            require_keeper(office.actor.role)
        before = self.place.current()
        with _told(), Package(path, self.keys) as package:
            made = install(self.place, package, tell)
        _note(office, "program_update", before, made)
        return made

    def way_back(self, office: OfficeFile | None) -> WayBack:
        """What `undo` would do; UnavailableError when there is no version before."""
        current, previous = self.place.current(), self.place.previous()
        if current is None or previous is None:
            raise UnavailableError("update_no_way_back")
        reads = office is None or head_revision() <= previous.release.schema
        if office is None or reads:
            return WayBack(current, previous, reads, None, None)
        found = _opened_by(office, previous.release.schema)
        missing = lacks(office, found.manifest) if found and found.manifest else None
        return WayBack(current, previous, reads, found, missing)

    def undo(self, office: OfficeFile | None) -> Installed:
        """The version before starts next. The office stays as it is: see `way_back`."""
        if office is not None:
            require_keeper(office.actor.role)
        before = self.place.current()
        with _told():
            made = undo(self.place)
        _note(office, "program_undo", before, made)
        return made

    def restore_with_previous(self, folder: Path, backup: Path, username: str, password: str) -> None:
        """The version before brings back a backup that it opens, in a process of its own; the office is closed."""
        previous = self.place.previous()
        if previous is None:
            raise UnavailableError("update_no_way_back")
        words = [str(self.place.program(previous.folder)), "--data", str(folder), "restore", str(backup)]
        secrets = {"TASHILGAR_USER": username, "TASHILGAR_PASSWORD": password}
        done = subprocess.run(
            words, env={**free_environment(), **secrets}, cwd=os.fspath(self.place.root), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        if done.returncode:
            raise UnavailableError("undo_restore_failed")


def own_program() -> Program | None:
    """The program that runs, where it is installed; None when it runs from its source."""
    place = own_place()
    return Program(place, shipped_keys()) if place else None


def installed_program() -> Program:
    """The same; UnavailableError when it runs from its source."""
    found = own_program()
    if found is None:
        raise UnavailableError("runs_from_source")
    return found


def refuse_lost_office(way: WayBack) -> None:
    """Going back alone would leave an office that no program of this laptop opens."""
    if way.reads_office:
        return
    version = way.previous.release.version
    if way.backup is None:
        raise RefusedError.of("", "undo_no_backup", version=version)
    missing = way.lacks if way.lacks is not None else "?"
    raise RefusedError.of("restore", "undo_needs_restore", version=version, given=way.backup.path.name, n=missing)


def _opened_by(office: OfficeFile, schema: str) -> Found | None:
    """The newest backup that a program of that schema opens."""
    places = filter(None, (office.folder.backups, further_place(Settings(office.folder.path))))
    fit = [
        one for place in places for one in own_backups(office, place) if one.manifest and one.manifest.schema <= schema
    ]
    return max(fit, key=lambda one: one.manifest.moment if one.manifest else 0, default=None)


def _note(office: OfficeFile | None, deed: str, before: Installed | None, after: Installed) -> None:
    if office is not None:
        told = f"{before.release.version if before else ''} → {after.release.version}"
        with office.write() as work:
            work.audit(deed, "office", office.identity.office_id, told)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except UpdateError as error:
        raise UnavailableError(error.code, **error.facts) from error
