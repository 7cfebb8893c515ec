"""Where versions of the program lie beside each other, and which one starts. The launcher reads it too: it loads fast.

    tashilgar (.exe)      the launcher, that people start; an update never touches it
    launcher/             what the launcher is made of
    current               the pointer: the version that starts, and the one before it; replaced in one step
    versions/1.2.0/       a whole program, and release.json, which is written last: a folder without it is half a one

Windows keeps the files of a running program from being replaced or moved; so a new version is written beside it, and
only the pointer changes.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from desktop.system.flushing import flush_folder, write_flushed

FORMAT = 1
PROGRAM = "tashilgar.exe" if sys.platform == "win32" else "tashilgar"
RELEASE = "release.json"
_POINTER, _VERSIONS, _GONE = "current", "versions", ".gone-"
_VERSION = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})")
_MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}
_SYSTEMS = {"win32": "windows", "darwin": "macos"}
_TRIES = 40  # a scanner of viruses holds what is new for a moment
_PAUSE = 0.05


@dataclass(frozen=True)
class Release:
    """What is told of a version: of one that lies in a package, and of one that is installed."""

    version: str
    released: str  # ISO date
    platform: str
    schema: str  # the newest step of an office file that it knows
    notes: Mapping[str, str] = field(default_factory=dict)  # language → what is new


@dataclass(frozen=True)
class Installed:
    """A whole program in its folder."""

    folder: str
    release: Release


@dataclass(frozen=True)
class Pointer:
    """Folders of the version that starts and of the one before it; "" for none."""

    current: str
    previous: str


class Place:
    """The folder in which the launcher lies."""

    def __init__(self, root: Path, running: str = "") -> None:
        """`running` is the folder of the version that asks: it is never removed."""
        self.root, self.running = root, running

    @property
    def versions(self) -> Path:
        return self.root / _VERSIONS

    def folder(self, name: str) -> Path:
        return self.versions / name

    def program(self, name: str) -> Path:
        """What is started of a version."""
        return self.folder(name) / PROGRAM

    def pointer(self) -> Pointer | None:
        """What the pointer says; None when it is missing or damaged."""
        try:
            told = json.loads((self.root / _POINTER).read_text("utf-8"))
            pointer = Pointer(str(told["current"]), str(told["previous"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        named = [name for name in (pointer.current, pointer.previous) if name]
        return pointer if pointer.current and all(_is_plain(name) for name in named) else None

    def installed(self, name: str) -> Installed | None:
        """The version in a folder; None when there is none, or half of one."""
        if not _is_plain(name) or not self.program(name).is_file():
            return None
        try:
            told = json.loads((self.folder(name) / RELEASE).read_text("utf-8"))
            return Installed(name, release_of(told))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def current(self) -> Installed | None:
        """The version that starts: the one that the pointer names, or else the newest whole one that there is."""
        pointer = self.pointer()
        found = self.installed(pointer.current) if pointer else None
        return found or max(self._whole(), key=lambda one: numbers(one.release.version), default=None)

    def previous(self) -> Installed | None:
        """The version to which there is a way back; None for none."""
        pointer = self.pointer()
        return self.installed(pointer.previous) if pointer else None

    def point(self, pointer: Pointer) -> None:
        """From now on that version starts. Whenever the power goes, the pointer is the old or the new one."""
        told = {"format": FORMAT, **asdict(pointer)}
        new = self.root / f"{_POINTER}.new"
        write_flushed(new, json.dumps(told, indent=1).encode())
        _retried(lambda: new.replace(self.root / _POINTER))
        flush_folder(self.root)

    def finish(self, name: str, release: Release) -> None:
        """A folder has all that belongs to it: from now on it counts as a version."""
        told = json.dumps(asdict(release), ensure_ascii=False, indent=1).encode()
        write_flushed(self.folder(name) / RELEASE, told)
        flush_folder(self.folder(name))
        flush_folder(self.versions)

    def free_name(self, version: str) -> str:
        """The folder of a new version: its number, with another behind it where such a folder is there."""
        name, number = version, 1
        while os.path.lexists(self.folder(name)):
            number += 1
            name = f"{version}-{number}"
        return name

    def clear(self) -> None:
        """Remove what neither starts, nor is the way back, nor runs: older versions, and halves of an interrupted one.

        What another program holds open stays until the next time.
        """
        pointer = self.pointer()
        if pointer is None or not self.versions.is_dir():
            return
        kept = {pointer.current, pointer.previous, self.running}
        for found in sorted(self.versions.iterdir()):
            if found.name not in kept:
                self.remove(found.name)

    def remove(self, name: str) -> None:
        """First out of the way in one step, which Windows refuses while a file of it is in use; then file by file."""
        found = self.folder(name)
        gone = found if name.startswith(_GONE) else found.with_name(f"{_GONE}{name}")
        try:
            if gone != found:
                shutil.rmtree(gone, ignore_errors=True)
                found.replace(gone)
        except OSError:
            return
        shutil.rmtree(gone, ignore_errors=True)

    def _whole(self) -> list[Installed]:
        try:
            names = sorted(found.name for found in self.versions.iterdir())
        except OSError:
            return []
        return [one for one in map(self.installed, names) if one is not None]


def own_place() -> Place | None:
    """Where the running program is installed; None when it runs from its source or from a bare folder."""
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).resolve().parent
    if folder.parent.name != _VERSIONS:
        return None
    place = Place(folder.parents[1], folder.name)
    return place if place.pointer() is not None else None


def release_of(told: Any) -> Release:
    """What is told of a version, read back; ValueError, TypeError, KeyError or AttributeError where it is no such."""
    version, released, system, schema = (_text(told[one]) for one in ("version", "released", "platform", "schema"))
    notes = {_text(language): _text(text) for language, text in told["notes"].items()}
    numbers(version)
    date.fromisoformat(released)
    return Release(version, released, system, schema, notes)


def numbers(version: str) -> tuple[int, ...]:
    """«1.10.0» as what can be compared; ValueError for anything else."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError("no version")
    return tuple(map(int, found.groups()))


def this_platform() -> str:
    """For which machines a build made here is: «linux-x86_64»."""
    machine = platform.machine().lower()
    return f"{_SYSTEMS.get(sys.platform, sys.platform)}-{_MACHINES.get(machine, machine)}"


def free_environment() -> dict[str, str]:
    """The environment for another frozen program: without what PyInstaller has set for this one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("_PYI_")}
    for name in ("LD_LIBRARY_PATH", "LIBPATH", "DYLD_LIBRARY_PATH"):
        if f"{name}_ORIG" in kept:
            kept[name] = kept.pop(f"{name}_ORIG")
        elif getattr(sys, "frozen", False):
            kept.pop(name, None)
    return {**kept, "PYINSTALLER_RESET_ENVIRONMENT": "1"}


def _retried(act: Callable[[], object]) -> None:
    for left in reversed(range(_TRIES)):
        try:
            act()
            return
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            time.sleep(_PAUSE)


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError("no text")
    return told


def _is_plain(name: str) -> bool:
    return bool(re.fullmatch(r"[\w.-]{1,40}", name, re.ASCII)) and not name.startswith(".")
