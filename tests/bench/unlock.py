"""What a colleague waits for at the password, and at the lock.

Opening is told against the bare Argon2id hash that the lock is made of; closing against a last line in an encrypted
file like it, durable, its log of pages brought into the file.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

from argon2.low_level import Type, hash_secret_raw

from desktop.services.accounts import found_office
from desktop.store.engine import connect
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from tests.bench.figure import Figure

ROUNDS = 11
_USER, _PASSWORD = "hamid", "password1"


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = OfficeFolder(Path(name) / "office")
        office, _ = found_office(folder, {"code": "0803", "title_fa": "دفتر سنجش"}, _USER, _PASSWORD, cost=Cost())
        office.close()
        other = Path(name) / "other.db"
        copy(folder.database, other)
        _turn(folder, other)
        turns = [_turn(folder, other) for _ in range(ROUNDS)]
    opened, bare, closed, least = map(statistics.median, zip(*turns, strict=True))
    yield Figure("unlock", opened, bare, "ms", ROUNDS)
    yield Figure("lock", closed, least, "ms", ROUNDS)


def _turn(folder: OfficeFolder, other: Path) -> tuple[float, float, float, float]:
    """Milliseconds of opening, of the hash alone, of closing, and of the least that closing is."""
    cost = Cost()

    def hashed() -> None:
        hash_secret_raw(_PASSWORD.encode(), bytes(16), cost.passes, cost.memory, cost.lanes, 32, Type.ID)

    bare = _milliseconds(hashed)
    offices: list[OfficeFile] = []
    opened = _milliseconds(lambda: offices.append(open_office(folder, _USER, _PASSWORD)))
    raw = connect(other, offices[0].data_key)

    def last_line() -> None:
        raw.execute("UPDATE write_context SET stamp = stamp + 1")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        raw.close()

    return opened, bare, _milliseconds(offices[0].close), _milliseconds(last_line)


def _milliseconds(action: Callable[[], object]) -> float:
    gc.collect()
    begin = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - begin)
