"""The steps of an update. Whatever interrupts them, the program that starts is the old one whole or the new one whole.

1 verify     signature, product, platform, version, room on the disk; nothing is written
2 unpack     into a folder of its own, every file proved while it is written, flushed to the disk
3 try        the new program looks at itself
4 finish     release.json: the folder counts as a version
5 point      the pointer is replaced; from now on the new version starts
6 clear      what is older than the way back goes
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from desktop.system.flushing import flush_folder
from desktop.system.update.errors import UpdateError
from desktop.system.update.package import Contents, Held, Package
from desktop.system.update.place import (
    Installed,
    Place,
    Pointer,
    free_environment,
    numbers,
    this_platform,
)

LOCK = "update.lock"
SPARE = 64 << 20
"""So much stays free on the disk, for the office itself."""
WAIT = 10.0
"""Seconds for who tidies up beside; another update takes longer."""
_PATIENCE = 300.0  # seconds for a program that looks at itself, on a slow laptop
_LOOK = 0.1
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_UNPACKED, _TRIED = 0.8, 0.98  # how far the work is

Tell = Callable[[float], object]
Try = Callable[[Path, Callable[[], object]], bool]


def refuse_unfit(place: Place, contents: Contents) -> None:
    """What speaks against installing this here. UpdateError; nothing is changed."""
    current = place.current()
    if current is None:
        raise UpdateError("update_not_installed")
    if contents.release.platform != this_platform():
        raise UpdateError("update_other_platform", given=contents.release.platform)
    here, there = current.release.version, contents.release.version
    if numbers(there) == numbers(here):
        raise UpdateError("update_same", version=here)
    if numbers(there) < numbers(here):
        raise UpdateError("update_older", version=there, here=here)
    if numbers(here) < numbers(contents.oldest):
        raise UpdateError("update_too_far", oldest=contents.oldest, here=here)
    needed = contents.size + SPARE
    with _told_faults():
        if shutil.disk_usage(place.root).free < needed:
            raise UpdateError("update_no_room", n=-(-needed >> 20))


def install(place: Place, package: Package, tell: Tell = lambda _share: None, tries: Try | None = None) -> Installed:
    """The version of the package starts next. What `tell` raises stops it; then, and at any fault, nothing changed.

    `tries` says whether the new program works, given what starts it; by itself it is asked to look at itself.
    """
    with _alone(place):
        refuse_unfit(place, package.contents)
        before = place.current()
        place.clear()
        name = place.free_name(package.contents.release.version)
        try:
            with _told_faults():
                _unpack(package, place.folder(name), lambda share: tell(share * _UNPACKED))
            _refuse_broken(place.program(name), lambda: tell(_UNPACKED), tries or works)
            tell(_TRIED)
            with _told_faults():
                place.finish(name, package.contents.release)
                place.point(Pointer(name, before.folder if before else ""))
        except BaseException:
            if not _starts(place, name):
                place.remove(name)
            raise
        place.clear()
    return Installed(name, package.contents.release)


def undo(place: Place) -> Installed:
    """The version before starts next; another undo leads forward again. UpdateError when there is none."""
    with _alone(place):
        current, previous = place.current(), place.previous()
        if current is None or previous is None:
            raise UpdateError("update_no_way_back")
        with _told_faults():
            place.point(Pointer(previous.folder, current.folder))
    return previous


def tidy(place: Place) -> None:
    """Remove what an interrupted update has left behind, unless one is under way or the folder is somebody else's."""
    with suppress(UpdateError), _alone(place, wait=False):
        place.clear()


def works(program: Path, look: Callable[[], object]) -> bool:
    """Whether a program passes its own check, in a process of its own. What `look` raises ends it."""
    memory = program.parent.with_name(f"{program.parent.name}-check")
    environment = {**free_environment(), "QT_QPA_PLATFORM": "offscreen", "TASHILGAR_MEMORY": str(memory)}
    try:
        asked = subprocess.Popen(
            [str(program), "--selfcheck"], env=environment, cwd=program.parent, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except OSError:
        return False
    try:
        for _ in range(round(_PATIENCE / _LOOK)):
            with suppress(subprocess.TimeoutExpired):
                return asked.wait(_LOOK) == 0
            look()
        return False
    finally:
        asked.kill()
        asked.wait()
        shutil.rmtree(memory, ignore_errors=True)


def _refuse_broken(program: Path, look: Callable[[], object], tries: Try) -> None:
    if not tries(program, look):
        raise UpdateError("update_does_not_work")


def _starts(place: Place, name: str) -> bool:
    pointer = place.pointer()
    return pointer is not None and pointer.current == name


def _unpack(package: Package, folder: Path, tell: Tell) -> None:
    """Every file of the package, on the disk and proved."""
    folder.mkdir(parents=True)
    first: dict[str, Path] = {}
    done, whole = 0, max(package.contents.size, 1)
    for held, blocks in package.files():
        path = first[held.sha256] = _made(folder, held)
        with path.open("xb") as file:
            for block in blocks:
                file.write(block)
                done += len(block)
                tell(done / whole)
            file.flush()
            os.fsync(file.fileno())
        _let_run(path, held)
    for held in package.contents.files:
        path = folder / held.path
        if path != first[held.sha256]:
            _again(first[held.sha256], _made(folder, held))
            _let_run(path, held)
            tell(done / whole)
    for parent in {folder, folder.parent, *(path for path in folder.rglob("*") if path.is_dir())}:
        flush_folder(parent)


def _made(folder: Path, held: Held) -> Path:
    path = folder / held.path
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _again(first: Path, path: Path) -> None:
    """A content that is there already: the same file by another name, or a copy where the disk knows no such names."""
    try:
        path.hardlink_to(first)
    except OSError:
        shutil.copyfile(first, path)
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def _let_run(path: Path, held: Held) -> None:
    if held.executable and os.name != "nt":
        path.chmod(path.stat().st_mode | 0o555)


@contextmanager
def _alone(place: Place, *, wait: bool = True) -> Iterator[None]:
    """Two programs do not update one installation at the same moment."""
    lock = FileLock(place.root / LOCK)
    with _told_faults():
        try:
            lock.acquire(timeout=WAIT if wait else 0)
        except Timeout as error:
            raise UpdateError("update_busy") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _told_faults() -> Iterator[None]:
    """A disk that is full and a folder that is somebody else's, in our words."""
    try:
        yield
    except OSError as error:
        full = error.errno in _FULL
        raise UpdateError("update_disk_full" if full else "update_cannot_write") from error
