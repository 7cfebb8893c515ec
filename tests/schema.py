"""The schema of new offices: built by the migrations once in a run, then copied under each office's own key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.store.engine import connect
from desktop.store.upgrade import upgrade

_KEY = bytes(range(32))


class SchemaOnce:
    """Stands for `upgrade` where an office is founded; the first is made by it, and so is every file that exists."""

    def __init__(self, folder: Path) -> None:
        self._database = folder / "schema.db"

    def __call__(self, database: Path, key: bytes, backups: Path, *more: Any, **named: Any) -> None:
        if database.exists() or more or named:
            upgrade(database, key, backups, *more, **named)
            return
        if not self._database.exists():
            upgrade(self._database, _KEY, backups)
        made, new = connect(self._database, _KEY), connect(database, key, make=True)
        try:
            made.backup(new, pages=-1)
        finally:
            made.close()
            new.close()
