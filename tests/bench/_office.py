"""Large offices for the figures, each made once per schema and kept in the build folder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.upgrade import head_revision

RESIDENTS = 101_000
FEWER = 20_000
_ROOT = Path(__file__).resolve().parents[2]


def big_office() -> OfficeFile:
    """The office of 101,000 residents, opened; the first call takes minutes."""
    return _kept(f"bench-office-{head_revision()}", RESIDENTS)


def middling_office() -> OfficeFile:
    """The larger one where it was made already, else one of 20,000 residents, which is made in less than a minute."""
    name = f"bench-office-{head_revision()}"
    if (_ROOT / "build" / name / "users.json").exists():
        return _kept(name, RESIDENTS)
    return _kept(f"{name}-{FEWER}", FEWER)


def _kept(name: str, residents: int) -> OfficeFile:
    path = _ROOT / "build" / name
    users = path / "users.json"
    if not users.exists():
        words = [sys.executable, "-m", "desktop", "--data", str(path), "demo", "--residents", str(residents)]
        made = subprocess.run(words, cwd=_ROOT, capture_output=True, text=True, check=True, encoding="utf-8")
        users.write_text(made.stdout, "utf-8")
    first = json.loads(users.read_text("utf-8").splitlines()[0])
    return open_office(OfficeFolder(path), first["user"], first["password"])
