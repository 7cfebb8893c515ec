"""What a day's work costs: encryption, log and index, and all rules above them, against plain SQLite.

The floor is a plain file with the same tables, the same indexes and the same search, as durable as ours: it carries
out the bare statements that the day wrote, with as many commits, and has neither log nor encryption. `storage` carries
out the very same statements in an encrypted file, whose triggers write the log, which is chained: what encryption and
log cost beside the index. The whole is the same day through the services, with every rule, question and re-reading.
The processor's time and the clock's are told apart: what is durable waits for the disk on both sides.

Writing the file anew after somebody was erased is no part of it.
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

from desktop.store.engine import PRAGMAS, connect
from desktop.store.office_file import OfficeFile
from tests.bench._recorded import carried_out, plain_copy, recorded
from tests.bench._sync_laptops import middle
from tests.bench._working_day import before, work_through
from tests.bench.figure import Figure

DAYS = 5
Spent = tuple[float, float]
"""Seconds of the processor and of the clock."""


def measure() -> Iterator[Figure]:
    gc.freeze()  # as the program does at its start
    with tempfile.TemporaryDirectory() as name:
        office, other = before(Path(name) / "office"), before(Path(name) / "other")
        work_through(office, 0)
        work_through(other, 0)
        days = [_day(Path(name), office, other, day) for day in range(1, DAYS + 1)]
        office.close()
        other.close()
    for part in ("storage", "whole"):
        for place, unit in enumerate(("processor", "clock")):
            ours, floor = (1000 * middle([day[of][place] for day in days]) for of in (part, "plain"))
            yield Figure(f"day {part}, {unit}", ours, floor, "ms", DAYS)


def _day(folder: Path, office: OfficeFile, other: OfficeFile, day: int) -> dict[str, Spent]:
    """The same day in three files. What it writes is heard in an office like it, which stays as far."""
    other.checkpoint()
    copied = folder / f"encrypted-{day}.db"
    copy(other.folder.database, copied)
    encrypted = connect(copied, other.data_key)
    plain = plain_copy(encrypted, folder / f"plain-{day}.db", PRAGMAS)
    statements = recorded(other, lambda: work_through(other, day))
    found = {
        "plain": _spent(lambda: carried_out(plain, statements, logged=False)),
        "storage": _spent(lambda: carried_out(encrypted, statements, logged=True)),
        "whole": _spent(lambda: work_through(office, day)),
    }
    plain.close()
    encrypted.close()
    return found


def _spent(action: Callable[[], object]) -> Spent:
    gc.collect()
    processor, clock = time.process_time(), time.perf_counter()
    action()
    return time.process_time() - processor, time.perf_counter() - clock
