"""The file of an office's keys as it lies on the disk: with its sum, by which a rotten one is known, and its double.

The names on the keys are read without the data layer, so that the first window stands at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

NAME = "office.keys"
_SUM = "sum"


class Account(NamedTuple):
    """One account that can open the office; `slot` is the random name of its key."""

    slot: str
    username: str


def has_office(folder: Path) -> bool:
    """Whether an office lies in this folder."""
    return (folder / "office.db").exists()


def accounts(folder: Path) -> list[Account]:
    """The accounts of the office; none when the file of keys and its double are missing or unreadable."""
    for place in places(folder / NAME):
        try:
            slots = read_values(place.read_text("utf-8"))["slots"]
            return [Account(str(slot["id"]), str(slot["user"])) for slot in slots if slot["kind"] == "password"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return []


def file_id(folder: Path) -> str:
    """The name of the office file whose keys lie here; "" where none can be read."""
    for place in places(folder / NAME):
        try:
            return str(read_values(place.read_text("utf-8"))["file_id"])
        except (OSError, ValueError, KeyError):
            continue
    return ""


def places(path: Path) -> tuple[Path, Path]:
    """Where the keys lie, and their double: what one turned bit or a lost file spoils, the other still opens."""
    return path, path.with_name(f"{path.name}.double")


def as_text(values: Mapping[str, Any]) -> str:
    """The file, with a sum over what it says."""
    return json.dumps({**values, _SUM: _sum(values)}, indent=1)


def read_values(text: str) -> dict[str, Any]:
    """What the file says. ValueError where its sum is another; files of older programs have none."""
    try:
        values = json.loads(text)
    except RecursionError as error:
        raise ValueError("brackets within brackets") from error
    if not isinstance(values, dict):
        raise ValueError("no table")  # noqa: TRY004  it was read, not passed
    told = values.pop(_SUM, None)
    if told is not None and told != _sum(values):
        raise ValueError("what it says is not what was written")
    return values


def _sum(values: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
