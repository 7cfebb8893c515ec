"""The names on the keys of an office, read without the data layer so that the first window stands at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple


class Account(NamedTuple):
    """One account that can open the office; `slot` is the random name of its key."""

    slot: str
    username: str


def has_office(folder: Path) -> bool:
    """Whether an office lies in this folder."""
    return (folder / "office.db").exists()


def accounts(folder: Path) -> list[Account]:
    """The accounts of the office; none when the file of keys is missing or unreadable."""
    try:
        slots = json.loads((folder / "office.keys").read_text("utf-8"))["slots"]
        return [Account(str(slot["id"]), str(slot["user"])) for slot in slots if slot["kind"] == "password"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
