"""What a disk may hold after a power cut, when unflushed writes are lost: `python -m tests.faults.power [N] [SEED]`.

A day's calls are recorded once. A crash after any of them leaves on the disk what was flushed, and of the rest any
part: writes in any order, each whole, torn at a sector or lost; names of files in the order they were given, up to some
moment. That is more than most file systems do to a program, and what POSIX allows them. Method: ALICE (Pillai et al.,
OSDI 2014), with drawn instead of enumerated states.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults.day import Told, begin, proven
from tests.faults.tracing import Call, record

SECTOR = 512
_PASSING = ("-shm", ".lock")  # made anew whenever an office is opened


@dataclass
class File:
    """What is surely on the disk of a file, and what was asked since the last flush."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)

    def flush(self) -> None:
        for call in self.pending:
            _apply(self.durable, call, len(call.data))
        self.pending.clear()

    def crashed(self, chance: Random, kept: float) -> bytes:
        found = bytearray(self.durable)
        for call in self.pending:
            if chance.random() < kept:
                torn = chance.random() < 0.1
                _apply(found, call, chance.randrange(len(call.data) // SECTOR + 1) * SECTOR if torn else len(call.data))
        return bytes(found)


class Disk:
    """The files under one folder, as a recorded run changes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.names = {str(path): File(bytearray(path.read_bytes())) for path in folder.rglob("*") if path.is_file()}
        self.durable_names = dict(self.names)
        self.renamings: list[Call] = []
        self.made: dict[int, File] = {}

    def take(self, call: Call) -> None:
        if not call.path.startswith(self.folder) or call.path.endswith(_PASSING):
            return
        if call.name == "sync":
            self._sync(call.path)
        elif call.name == "open":
            if call.path not in self.names:
                self.names[call.path] = File()
                self._name(call._replace(name="create"), self.names[call.path])
            elif call.at == 0:
                self.names[call.path].pending.append(Call("truncate", call.path, 0))
        elif call.name == "rename":
            self.names[call.other] = self.names.pop(call.path)
            self.renamings.append(call)
        elif call.name == "unlink":
            if self.names.pop(call.path, None) is not None:
                self.renamings.append(call)
        elif call.path in self.names:
            self.names[call.path].pending.append(call)

    def _name(self, call: Call, file: File) -> None:
        self.made[len(self.renamings)] = file
        self.renamings.append(call)

    def _sync(self, path: str) -> None:
        if path in self.names:
            self.names[path].flush()
        else:  # a folder
            self.durable_names = self._renamed(len(self.renamings))
            self.renamings, self.made = [], {}

    def _renamed(self, upto: int) -> dict[str, File]:
        names = dict(self.durable_names)
        for number, call in enumerate(self.renamings[:upto]):
            if call.name == "create":
                names[call.path] = self.made[number]
            elif call.name == "rename":
                names[call.other] = names.pop(call.path)
            else:
                names.pop(call.path, None)
        return names

    def crash(self, chance: Random, folder: Path) -> None:
        """Write one state that the disk may be found in into `folder`."""
        kept = chance.choice((0.0, 0.5, 0.9, 1.0))
        names = self._renamed(chance.choice((0, len(self.renamings), chance.randint(0, len(self.renamings)))))
        for name, file in names.items():
            target = folder / Path(name).relative_to(self.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.crashed(chance, kept))


def recorded(place: Path, seed: int, deeds: int, kinds: Sequence[str] = ()) -> tuple[Path, list[Call]]:
    """A day at an office in `place`: the office as it was before, and everything asked of the disk since."""
    office, before = place / "office", place / "before"
    begin(office)
    shutil.copytree(office, before)
    calls = list(record(place / "trace", "tests.faults.day", str(office), str(seed), str(deeds), *kinds))
    shutil.rmtree(office)
    shutil.copytree(before, office)
    return office, calls


def states(office: Path, calls: Sequence[Call], moments: Sequence[int], seed: int) -> Iterator[tuple[int, list[str]]]:
    """For each moment the findings after a cut there. Moments are places in `calls`, in rising order."""
    disk, told, done = Disk(office), list[Told](), 0
    for number, moment in enumerate(moments):
        for call in calls[done:moment]:
            if call.name == "told":
                told.append(Told(*json.loads(call.data)))
            else:
                disk.take(call)
        done = moment
        found = office.parent / f"found-{number}" / "office"
        disk.crash(Random(seed * 1_000_003 + number), found)
        yield moment, proven(found, told)
        shutil.rmtree(found.parent)


def drawn_moments(calls: Sequence[Call], count: int, chance: Random) -> list[int]:
    """Half of them anywhere, half around flushes, where states differ most."""
    flushes = [number for number, call in enumerate(calls) if call.name in {"sync", "rename", "unlink"}]
    near = [min(chance.choice(flushes) + chance.randint(-2, 2), len(calls)) for _ in range(count // 2)]
    return sorted(max(moment, 0) for moment in near + [chance.randint(0, len(calls)) for _ in range(count - len(near))])


def _apply(content: bytearray, call: Call, length: int) -> None:
    if call.name == "truncate":
        content[call.at :] = bytes(max(call.at - len(content), 0))
        return
    if len(content) < call.at:
        content.extend(bytes(call.at - len(content)))
    content[call.at : call.at + length] = call.data[:length]


def main() -> int:
    words = [int(word) for word in sys.argv[1:]]
    count = words[0] if words else 1000
    seed = words[1] if len(words) > 1 else time.time_ns() % 10**6
    bad = tried = 0
    while tried < count:
        with TemporaryDirectory(prefix="power-") as place:
            os.environ["TASHILGAR_MEMORY"] = str(Path(place) / "memory")
            office, calls = recorded(Path(place), seed + tried, 25)
            moments = drawn_moments(calls, min(250, count - tried), Random(seed + tried))
            for moment, faults in states(office, calls, moments, seed + tried):
                tried, bad = tried + 1, bad + bool(faults)
                for fault in faults:
                    print(f"seed {seed} day {tried} moment {moment}: {fault}", flush=True)
        print(f"{tried} cuts, {bad} with findings", flush=True)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
