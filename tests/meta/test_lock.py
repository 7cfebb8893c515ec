"""The lock can be trusted: every package pinned and hashed, and nothing in it says where it was made."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def entries() -> dict[str, list[str]]:
    """Package → its lines."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in LOCK.splitlines():
        pin = PIN.match(line)
        if pin:
            lines = found.setdefault(key(pin["name"]), [])
        lines.append(line)
    return found


@pytest.mark.parametrize("trace", ["://", "index-url", "find-links", " @ ", "file:"])
def test_lock_names_no_place(trace: str) -> None:
    assert trace not in LOCK


def test_every_package_has_hashes() -> None:
    bare = [name for name, lines in entries().items() if not any("--hash=sha256:" in line for line in lines)]
    assert bare == []


def test_lock_holds_every_direct_dependency() -> None:
    direct = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    missing = {key(re.split(r"[<>=~!\[ ;]", need)[0]) for need in direct} - set(entries())
    assert missing == set()


def test_lock_covers_windows_and_mac() -> None:
    assert {"pefile", "pywin32-ctypes", "macholib"} <= set(entries())


def test_pyside_stays_below_the_release_that_breaks_none() -> None:
    """6.12.0 drops a reference to None with every void call on Python 3.11 (docs/adr/0002)."""
    (line,) = [line for line in entries()["pyside6-essentials"] if PIN.match(line)]
    assert re.match(r"pyside6-essentials==6\.11\.", line)
