"""What a window remembers from one day to the next: its place, its theme, the account used last. No personal data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NAME = "window.json"


class Settings:
    """A small JSON file in the office's folder. A file that cannot be read or written is no obstacle.

    Without a folder it remembers as long as it lives.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = folder / NAME if folder else None
        self._values = self._read()

    def text(self, name: str) -> str:
        """A remembered text, "" when there is none."""
        value = self._values.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool | None:
        """A remembered yes or no; None when nobody has chosen yet."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else None

    def keep(self, **values: str | bool) -> None:
        """Remembers values from now on."""
        self._values.update(values)
        if self._path is None or not self._path.parent.is_dir():
            return
        new = self._path.with_suffix(".new")
        try:
            new.write_text(json.dumps(self._values, ensure_ascii=True, indent=1), encoding="utf-8")
            new.replace(self._path)
        except OSError:
            new.unlink(missing_ok=True)

    def _read(self) -> dict[str, Any]:
        if self._path is None:
            return {}
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}
