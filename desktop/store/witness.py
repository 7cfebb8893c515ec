"""How far an office file had come, remembered beside it and outside its folder, so that one that went back is noticed.

The mark lies in the folder, and the same once more among this user's own data, where a folder that is copied or
brought back does not take it along. Both are written after the commits that they tell of, so that a file is never
behind them by a power cut; a mark that is lost, damaged or of another key is no mark.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection

from desktop.store.durable import keep_in_places
from desktop.system.key_file import file_id
from desktop.system.machine import machine_id
from desktop.system.paths import memory_folder

MARK = "office.mark"
MACHINES = "machines"
"""Key in `meta`: JSON list of the computers on which this file was opened, each known to nobody without the key."""
RESTORED = "restored"
"""Key in `meta`: this file was brought back from a backup and nobody has written in it since."""


@dataclass(frozen=True)
class Setback:
    """Why a file must go on as another device: what others may know of it, it does not know itself."""

    reason: Literal["restored", "behind", "copied"]
    lacks: int = 0  # changes that it is known to have had once

    @property
    def code(self) -> str:
        """Of the sentence that tells it."""
        return f"office_{self.reason}"


def remember(folder: Path, key: bytes, position: tuple[int, str]) -> None:
    """Keep how far the log has come: last number and chain value. Where nothing can be written it is no obstacle."""
    told = {"seq": position[0], "chain": position[1], "folder": str(folder.absolute())}
    data = json.dumps({**told, "mac": _mac(key, told)}).encode()
    keep_in_places(_places(folder), data)


def forget(folder: Path) -> None:
    """Before a migration, which may chain the log anew, and when another file takes the place of this one."""
    for place in _places(folder):
        try:
            place.unlink(missing_ok=True)
        except OSError:
            continue


def setback_of(connection: Connection, folder: Path, key: bytes) -> Setback | None:
    """None for the file that this laptop wrote last, also when a power cut took its latest mark."""
    marks = list(_marks(folder, key))
    lacks = max((_lacking(connection, mark) for mark in marks), default=0)
    if _meta(connection, RESTORED):
        return Setback("restored", max(lacks, 0))
    if lacks:
        return Setback("behind", max(lacks, 0))
    machines, here = _machines(connection), _machine(key)
    if machines and here and here not in machines:
        return Setback("copied")
    return Setback("copied") if _stands_elsewhere(folder, marks) else None


def adopt(connection: Connection, key: bytes) -> None:
    """From now on the file belongs to this computer too, and is no restored one any more."""
    connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (RESTORED,))
    here, machines = _machine(key), _machines(connection)
    if here and here not in machines:
        told = json.dumps([*machines, here])
        sql = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        connection.exec_driver_sql(sql, (MACHINES, told))


def is_at_home(connection: Connection, key: bytes) -> bool:
    """Whether the file knows this computer."""
    return not _machine(key) or _machine(key) in _machines(connection)


def marked_position(folder: Path) -> int | None:
    """How far the log of a closed office had come, as its mark says to who has no key; None where it says nothing."""
    try:
        return int(json.loads((folder / MARK).read_text("utf-8"))["seq"])
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _lacking(connection: Connection, mark: dict[str, Any]) -> int:
    """How many changes the mark knows that the file lacks; -1 for a file that went another way, 0 for a good one."""
    sql = "SELECT ifnull(max(seq), 0) FROM change_log"
    head = int(connection.exec_driver_sql(sql).scalar_one())
    if head < mark["seq"]:
        return int(mark["seq"]) - head
    chain = connection.exec_driver_sql("SELECT chain FROM change_log WHERE seq = ?", (mark["seq"],)).scalar()
    return -1 if mark["seq"] and (chain or b"").hex() != mark["chain"] else 0


def _marks(folder: Path, key: bytes) -> Iterator[dict[str, Any]]:
    for place in _places(folder):
        try:
            mark = json.loads(place.read_text("utf-8"))
            told = {"seq": int(mark["seq"]), "chain": str(mark["chain"]), "folder": str(mark["folder"])}
            if hmac.compare_digest(str(mark["mac"]), _mac(key, told)):
                yield told
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            continue


def _stands_elsewhere(folder: Path, marks: Iterable[dict[str, Any]]) -> bool:
    """Whether the folder that the mark names still holds this very office: then this one is a copy, not a moved one."""
    for mark in marks:
        other = Path(mark["folder"])
        if other == folder.absolute():
            continue
        try:
            if (other / "office.db").samefile(folder / "office.db"):
                continue
        except OSError:
            continue
        if file_id(other) and file_id(other) == file_id(folder):
            return True
    return False


def memory_place(folder: Path, ending: str) -> Path:
    """Where something of this office is remembered outside its folder."""
    name = sha256(f"{folder.absolute()}\0{file_id(folder)}".encode()).hexdigest()[:32]
    return memory_folder() / f"{name}{ending}"


def _places(folder: Path) -> list[Path]:
    return [folder / MARK, memory_place(folder, ".mark")]


def _machines(connection: Connection) -> list[str]:
    try:
        found = json.loads(_meta(connection, MACHINES) or "[]")
    except ValueError:
        return []
    return [str(one) for one in found] if isinstance(found, list) else []


def _machine(key: bytes) -> str:
    here = machine_id()
    return hmac.new(key, b"tashilgar machine\0" + here.encode(), sha256).hexdigest()[:32] if here else ""


def _mac(key: bytes, told: dict[str, Any]) -> str:
    return hmac.new(key, b"tashilgar mark\0" + json.dumps(told, sort_keys=True).encode(), sha256).hexdigest()


def _meta(connection: Connection, key: str) -> str:
    return str(connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar() or "")
