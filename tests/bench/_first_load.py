"""One turn of a first load, in a process of its own: `write` on the first laptop, `take` on the second."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from desktop.store import office_opening
from desktop.store.engine import connect
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.unit_of_work import Actor
from desktop.sync.sealing import seal
from desktop.sync.taking import take
from tests.bench._sync_laptops import Floor, in_files, of_files, processor_seconds, settle, two_laptops
from tests.sync.laptops import segments_for

_TABLES = {"person": "row", "change_log": "seq", "search_entry": "entry", "match_key": "key", "record_state": "kind"}


def write(folder: Path, size: int) -> None:
    first, second = two_laptops(folder)
    settle(first, size)
    sealing = processor_seconds(lambda: seal(first))
    segments = segments_for(first, second)
    in_files(segments, folder / "segments")
    told = {"sealing": sealing, "bytes": float(sum(map(len, segments)))}
    first.close()
    second.close()
    _tell(**told)


def take_all(folder: Path, size: int) -> None:
    second = _opened(folder / "b")
    begin = time.perf_counter()
    taking = processor_seconds(lambda: [take(second, segment) for segment in of_files(folder / "segments")])
    wall = time.perf_counter() - begin
    megabytes = _most_megabytes()
    listing = processor_seconds(second.list_taken)
    megabytes_listed = _most_megabytes()
    floor = Floor(second, folder)
    bare = processor_seconds(lambda: floor.carry(size))
    rows = _rows_alone(second, folder)
    second.close()
    _tell(
        taking=taking, wall=wall, listing=listing, megabytes=megabytes, megabytes_listed=megabytes_listed,
        floor=bare, floor_bytes=float(floor.size), rows=rows,
    )  # fmt: skip


def _rows_alone(office: OfficeFile, folder: Path) -> float:
    """The rows that the laptop holds now, into an empty office like it, one statement a table and all triggers on."""
    source = connect(office.folder.database, office.data_key)
    rows: dict[str, list[Any]] = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
    source.close()
    raw = connect(folder / "rows.db", office.data_key, make=True, foreign_keys=False)
    copied = connect(office.folder.database, office.data_key)
    for kind in ("table", "index"):
        sql = "SELECT sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
        for (statement,) in copied.execute(sql, (kind,)).fetchall():
            if "search_index_" not in statement:
                raw.execute(statement)
    copied.close()

    def fill() -> None:
        raw.execute("BEGIN IMMEDIATE")
        for table, many in rows.items():
            raw.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(many[0]))})", many)
        raw.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
        raw.execute("COMMIT")

    seconds = processor_seconds(fill)
    raw.close()
    return seconds


def _most_megabytes() -> float:
    """The most that this process ever held; `getrusage` would tell that of the process which began it too."""
    status = Path("/proc/self/status")
    told = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else []
    return float(told[0].split()[1]) / 1024 if told else 0.0


def _opened(folder: Path) -> OfficeFile:
    """The second laptop knows nobody's account yet."""

    def anybody(connection: Connection, username: str) -> Actor:
        return Actor("", "", username, "office_manager", can_see_sensitive=True)

    office_opening._actor = anybody
    return open_office(OfficeFolder(folder), "hamid", "گذرواژه-بلند")


def _tell(**found: float) -> None:
    print(json.dumps(found))


if __name__ == "__main__":
    gc.freeze()  # as the program does at its start
    {"write": write, "take": take_all}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
