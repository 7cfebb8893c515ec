"""What sync costs over the floor of the same records: JSON lines, zstd 3 and one `executemany` into an encrypted file.

Times are of the processor, of both ends together, on loopback with TLS. The second floor of a first load is what a
laptop must write anyway for people who are logged, listed, searched and compared: the very rows, with one statement a
table. What is taken stands and can be passed on; it is listed before anybody reads it, and both are told. The lines of
50 kbit/s are real time.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desktop.store.office_file import OfficeFile
from desktop.sync.client import Summary, exchange_with, sync_with
from province.store.database import Database
from province.store.upgrade import upgrade
from tests.bench._sync_laptops import Floor, edit, middle, processor_seconds, settle, two_laptops
from tests.bench._week import week
from tests.bench.figure import Figure
from tests.province.lines import join_province, served
from tests.province.made import made_province
from tests.sync.cutting import cutting

EDITS = 10_000
PEOPLE = int(os.environ.get("TASHILGAR_BENCH_PEOPLE", "101000"))
ROUNDS = 3
MOST_MEGABYTES, WEEK_BYTES = 200.0, 60 * 1024  # what issue 8 expects
RATE, LIFE = 50_000 / 8, 10.0  # bytes a second, seconds until the line dies; a whole week passes in one life
_ROOT = Path(__file__).resolve().parents[2]


def measure() -> Iterator[Figure]:
    gc.freeze()  # as the program does at its start
    with tempfile.TemporaryDirectory() as name:
        yield from _with_a_province(Path(name))
    with tempfile.TemporaryDirectory() as name:
        yield from _first_load(Path(name))


def _with_a_province(folder: Path) -> Iterator[Figure]:
    first, second = two_laptops(folder)
    settle(first, EDITS)
    database = Database(f"sqlite:///{folder / 'province.db'}")
    upgrade(database)
    province = made_province(database, folder)
    floor = Floor(first, folder)
    with served(province) as url:
        for office in (first, second):
            join_province(office, province, url)
            sync_with(office, url)
        pushed, pulled, listed, floors = [], [], [], []
        for turn in range(ROUNDS):
            edit(first, EDITS, turn)
            floors.append(processor_seconds(lambda: floor.carry(EDITS)))
            pushed.append(processor_seconds(lambda: sync_with(first, url)))
            pulled.append(processor_seconds(lambda: exchange_with(second, url)))
            listed.append(pulled[-1] + processor_seconds(second.list_taken))
            floors.append(processor_seconds(lambda: floor.carry(EDITS)))
        least = middle(floors)
        yield Figure("sync 10000 edits up", middle(pushed), least, "s", EDITS)
        yield Figure("sync 10000 edits down", middle(pulled), least, "s", EDITS)
        yield Figure("sync 10000 edits down, listed", middle(listed), least, "s", EDITS)
        yield from _weeks(first, url)
    floor.close()
    first.close()
    second.close()


def _weeks(office: OfficeFile, url: str) -> Iterator[Figure]:
    """An ordinary week in one contact at the week's end, on a whole line and on one that dies every ten seconds."""
    port = int(url.rpartition(":")[2])
    carried = []
    for n, rate in enumerate((0.0, RATE)):
        operations = week(office, n)
        with cutting(port, _some_seconds if rate else _for_ever, rate) as line:
            found = _contact(office, f"https://127.0.0.1:{line.port}")
            carried.append(float(line.carried))
        assert found.sent >= operations
    yield Figure("sync week, bytes", carried[0], float(WEEK_BYTES), "B", operations)
    yield Figure("sync week, dying line", carried[1], carried[0], "B", operations)


def _for_ever(_connection: int) -> None:
    return None


def _some_seconds(_connection: int) -> int:
    return int(RATE * LIFE)


def _contact(office: OfficeFile, through: str) -> Summary:
    """The line in between has no certificate of its own: the server's is known by the province's card."""
    return sync_with(office, through, sleep=lambda _seconds: None)


def _first_load(folder: Path) -> Iterator[Figure]:
    """Each turn in a process of its own: what the other laptop's process holds at most is its memory alone."""
    written = _in_process("write", folder, str(PEOPLE))
    taken = _in_process("take", folder, str(PEOPLE))
    ours = written["sealing"] + taken["taking"]
    yield Figure(f"sync first {PEOPLE} persons, taken", ours, taken["floor"], "s", PEOPLE)
    yield Figure(f"sync first {PEOPLE} persons, listed too", ours + taken["listing"], taken["floor"], "s", PEOPLE)
    yield Figure("sync first, rows alone", taken["taking"] + taken["listing"], taken["rows"], "s", PEOPLE)
    yield Figure("sync first, bytes", written["bytes"], taken["floor_bytes"], "B", PEOPLE)
    yield Figure("sync first, peak memory", taken["megabytes"], MOST_MEGABYTES, "MB", PEOPLE)
    yield Figure("sync first, peak memory listed", taken["megabytes_listed"], MOST_MEGABYTES, "MB", PEOPLE)


def _in_process(what: str, folder: Path, size: str) -> dict[str, float]:
    words = [sys.executable, "-m", "tests.bench._first_load", what, str(folder), size]
    done = subprocess.run(words, cwd=_ROOT, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
