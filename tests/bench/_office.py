"""An office of 101,000 residents for the figures, made once per schema and kept in the build folder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.upgrade import head_revision

RESIDENTS = 101_000
_ROOT = Path(__file__).resolve().parents[2]


def big_office() -> OfficeFile:
    """The kept office, opened; the first call takes a minute or two."""
    path = _ROOT / "build" / f"bench-office-{head_revision()}"
    users = path / "users.json"
    if not users.exists():
        words = [sys.executable, "-m", "desktop", "--data", str(path), "demo", "--residents", str(RESIDENTS)]
        made = subprocess.run(words, cwd=_ROOT, capture_output=True, text=True, check=True, encoding="utf-8")
        users.write_text(made.stdout, "utf-8")
    first = json.loads(users.read_text("utf-8").splitlines()[0])
    return open_office(OfficeFolder(path), first["user"], first["password"])
