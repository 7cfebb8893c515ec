"""`kill -9` at any moment of a working day: `python -m tests.faults.kills [N] [SEED]`.

A child works on a real office and tells each acknowledged deed through a pipe; it is killed at a drawn moment, and
whoever opens the office next must find everything that was told and nothing by halves. Every tenth round an office of
an older schema is killed while it is brought to today's.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from desktop.store.check import check_office
from desktop.store.engine import connect
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.upgrade import head_revision, revision_of
from tests.faults.day import Told, begin, proven, work_on

OLD = Path(__file__).resolve().parents[1] / "old" / "0009"
ROUNDS_OF_AN_OFFICE = 40  # then a new one: proofs take longer as it grows
UPGRADE_EVERY = 10
LONGEST = 600.0  # seconds after which a child that tells nothing is taken to hang


def killed_day(folder: Path, chance: Random) -> list[Told]:
    """Work on the office until the drawn moment; what had been acknowledged by then."""
    deeds, seed = chance.choice((0, 0, 1, 2, 3)), chance.getrandbits(32)
    after = chance.random() * (0.25 if deeds else 0.4)
    return list(_told_by(lambda tell: work_on(folder, seed, tell), deeds, after))


def killed_upgrade(folder: Path, chance: Random) -> list[str]:
    """Kill an upgrade, then let it be done again: the findings."""
    shutil.copytree(OLD, folder)
    before = _people(folder)

    def work(_tell: Callable[[Told], None]) -> None:
        _open_old(folder).close()

    list(_told_by(work, 0, chance.random() * 2.5))
    office = _open_old(folder)
    try:
        faults = [f"upgrade: {result.check}" for result in check_office(office) if not result.ok]
        if revision_of(folder / "office.db", office.data_key) != head_revision():
            faults.append("upgrade: not done")
    finally:
        office.close()
    return faults + ([] if _people(folder) == before else ["upgrade: people differ"])


def rounds(count: int, seed: int, place: Path) -> Iterator[tuple[int, list[str]]]:
    """The findings of each round; none where all is well."""
    office, told = place / "none", list[Told]()
    for number in range(count):
        chance = Random(seed * 1_000_003 + number)
        if number % UPGRADE_EVERY == UPGRADE_EVERY - 1:
            old = place / f"old-{number}"
            yield number, killed_upgrade(old, chance)
            shutil.rmtree(old)
            continue
        if number % ROUNDS_OF_AN_OFFICE == 0:
            shutil.rmtree(office.parent, ignore_errors=number > 0)
            office, told = place / f"day-{number}" / "office", []
            office.parent.mkdir(parents=True)
            begin(office)
        told += killed_day(office, chance)
        yield number, proven(office, told)


def _told_by(work: Callable[[Callable[[Told], None]], None], deeds: int, after: float) -> Iterator[Told]:
    """What a child tells that is killed `after` seconds past its n-th deed (past its birth for none)."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(work, reading, writing)
    os.close(writing)
    heard, kill_at, give_up = b"", time.monotonic() + after if not deeds else None, time.monotonic() + LONGEST
    while True:
        until = kill_at or give_up
        ready = select.select([reading], [], [], max(until - time.monotonic(), 0))[0]
        if ready:
            piece = os.read(reading, 65536)
            heard += piece
            if not piece:
                break
            if kill_at is None and heard.count(b"\n") > deeds:  # the first line says that the office is open
                kill_at = time.monotonic() + after
        if time.monotonic() >= until:
            if kill_at is None:
                raise TimeoutError("the child told nothing")
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            kill_at = time.monotonic() + LONGEST
    _, status = os.waitpid(child, 0)
    os.close(reading)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(f"the child broke: {heard.decode()}")
    yield from (Told(*json.loads(line)) for line in heard.decode().splitlines())


def _live(work: Callable[[Callable[[Told], None]], None], reading: int, writing: int) -> None:
    """The child's whole life: it must never come back into its parent's code."""
    code = 1
    try:
        os.close(reading)
        work(lambda told: _tell(writing, told))
        code = 0
    except BaseException as error:  # noqa: BLE001  told to the parent, who raises it
        os.write(writing, repr(error).encode())
    finally:
        os._exit(code)


def _tell(pipe: int, told: Told) -> None:
    os.write(pipe, told.line())


def _open_old(folder: Path) -> OfficeFile:
    return open_office(OfficeFolder(folder), "hamid", _password())


def _password() -> str:
    return (OLD / "password.txt").read_text(encoding="utf-8").strip()


def _people(folder: Path) -> int:
    key = KeySlots.load(folder / "office.keys").open_with_password("hamid", _password())
    connection = connect(folder / "office.db", key)
    try:
        return int(connection.execute("SELECT count(*) FROM person").fetchone()[0])
    finally:
        connection.close()


def main() -> int:
    words = [int(word) for word in sys.argv[1:]]
    count = words[0] if words else 1000
    seed = words[1] if len(words) > 1 else time.time_ns() % 10**6
    bad = 0
    with TemporaryDirectory(prefix="kills-") as place:
        os.environ["TASHILGAR_MEMORY"] = str(Path(place) / "memory")
        for number, faults in rounds(count, seed, Path(place)):
            bad += bool(faults)
            for fault in faults:
                print(f"seed {seed} round {number}: {fault}", flush=True)
            if number % 50 == 49:
                print(f"{number + 1} kills, {bad} with findings", flush=True)
    print(f"{count - bad} of {count} survived (seed {seed})")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
