"""A disk that fills up or breaks at every write of a day: `python -m tests.faults.disk [STEP] [SEED]`.

strace makes the n-th write and all after it fail, as a full disk does, or one flush, as a dying one does. Each denial
must end in a sentence; with room again, everything that was acknowledged is there and nothing by halves.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.faults.day import Told, begin, proven
from tests.faults.tracing import record, strace

DEEDS = 12


class Denial(NamedTuple):
    """What the environment refuses: which calls, how (errno's name), from which on; `once` for a single one."""

    calls: str
    error: str
    number: int
    once: bool = False

    @property
    def injected(self) -> str:
        return f"inject={self.calls}:error={self.error}:when={self.number}{'' if self.once else '+'}"


def full(number: int) -> Denial:
    return Denial("write,pwrite64", "ENOSPC", number)


def unflushed(number: int) -> Denial:
    return Denial("fsync,fdatasync", "EIO", number, once=True)


def day_denied(
    office: Path, denial: Denial, seed: int, deeds: int = DEEDS, kinds: Sequence[str] = ()
) -> tuple[list[Told], list[str]]:
    """The day under a denial: what was told, and what breaks the promises when there is room again."""
    watched = ["-o", os.devnull, "-e", f"trace={denial.calls}", "-e", denial.injected]
    ran = strace(watched, "tests.faults.day", str(office), str(seed), str(deeds), *kinds)
    lines = ran.stdout.decode().splitlines()
    if ran.returncode:
        return [], [f"broke: {ran.stderr.decode()[-400:]}"]
    told = [Told(*json.loads(line)) for line in lines]
    return told, proven(office, told)


def writes_of_a_day(place: Path, seed: int) -> tuple[int, int]:
    """How many writes and flushes an undisturbed day asks for."""
    office = place / "office"
    begin(office)
    names = [call.name for call in record(place / "trace", "tests.faults.day", str(office), str(seed), str(DEEDS))]
    return names.count("write"), names.count("sync")


def denials(place: Path, seed: int, step: int) -> Iterator[tuple[Denial, list[Told], list[str]]]:
    """Every `step`-th write and every flush of a day, denied in turn on an office as it was that morning."""
    writes, flushes = writes_of_a_day(place / "counted", seed)
    begin(place / "morning")
    tried = [full(number) for number in range(1, writes + 1, step)]
    tried += [unflushed(number) for number in range(1, flushes + 1)]
    for number, denial in enumerate(tried):
        office = place / f"day-{number}" / "office"
        shutil.copytree(place / "morning", office)
        yield denial, *day_denied(office, denial, seed)
        shutil.rmtree(office.parent)


def main() -> int:
    words = [int(word) for word in sys.argv[1:]]
    step, seed = (words[0] if words else 1), (words[1] if len(words) > 1 else 1)
    tried = bad = 0
    with TemporaryDirectory(prefix="disk-") as place:
        os.environ["TASHILGAR_MEMORY"] = str(Path(place) / "memory")
        for denial, _told, faults in denials(Path(place), seed, step):
            tried, bad = tried + 1, bad + bool(faults)
            for fault in faults:
                print(f"{denial.injected}: {fault}", flush=True)
            if tried % 50 == 0:
                print(f"{tried} denials, {bad} with findings", flush=True)
    print(f"{tried} denials, {bad} with findings")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
