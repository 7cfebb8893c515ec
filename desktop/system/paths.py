"""Where the program's own files lie."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


def resource(*parts: str) -> Path:
    """A file or folder of `resources`: beside the `desktop` package, or inside the bundle of a frozen program."""
    return _root().joinpath("resources", *parts)


def translations() -> Path:
    """The folder of the compiled translations."""
    return _root() / "i18n"


def migrations(whose: str = "desktop") -> Path:
    """The steps of a database: of the office file, or of the province."""
    return _root() / "migrations" / whose


def default_office_folder() -> Path:
    """Where an office lies when nobody says otherwise: the platform's data folder of this user."""
    from platformdirs import user_data_path

    return user_data_path("Tashilgar", appauthor=False) / "office"


def memory_folder() -> Path:
    """Where this user's programs remember how far each office had come, outside every office's folder."""
    from platformdirs import user_data_path

    given = os.environ.get("TASHILGAR_MEMORY")
    return Path(given) if given else user_data_path("Tashilgar", appauthor=False) / "memory"


@cache  # asked for every icon, and the answer takes a look at each folder above
def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parents[2]
