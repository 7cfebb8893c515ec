"""One bit turned at a random place, again and again: `python -m tests.faults.flips [N] [SEED] [--sectors]`.

Each time the damage must be noticed and its page named, and the rescue must end with every record as it was. With
`--sectors` 512 bytes are garbage instead of one bit: then a page is lost, and the log and a backup fill it.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.domain.problems import UnavailableError
from desktop.services.backups import back_up
from desktop.services.demo.drafts import DemoWords
from desktop.services.demo.make import make_demo
from desktop.services.opening import open_for_work
from desktop.services.rescue import rescue
from desktop.services.restoring import Secret
from desktop.store.check import check_office
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.pages import PAGE
from tests.sync.laptops import sight

Harm = Callable[[bytearray, int, random.Random], None]
SECTOR = 512


@dataclass
class Told:
    """What a run came to."""

    tried: int = 0
    found: int = 0  # noticed, and the page named
    mended: int = 0  # to the bit, without a backup
    repaired: int = 0  # from the log and the backup
    lost: list[str] = field(default_factory=list)  # where records are missing or other than before


def turn_bit(content: bytearray, place: int, rng: random.Random) -> None:
    content[place] ^= 1 << rng.randrange(8)


def spoil_sector(content: bytearray, place: int, rng: random.Random) -> None:
    start = place - place % SECTOR
    content[start : start + SECTOR] = rng.randbytes(SECTOR)


def run(office: OfficeFolder, secret: Secret, backup: Path, times: int, seed: int, harm: Harm, work: Path) -> Told:
    """Harm a closed office at `times` places, one after the other, each time from the sound file."""
    rng, told = random.Random(seed), Told()
    before = _seen(office, secret)
    sound = office.database.read_bytes()
    for number in range(times):
        content, place = bytearray(sound), rng.randrange(len(sound))
        harm(content, place, rng)
        harmed = work / f"harmed-{number}"
        harmed.mkdir()
        (harmed / "office.db").write_bytes(bytes(content))
        shutil.copy2(office.keys, harmed / "office.keys")
        new = OfficeFolder(work / f"new-{number}")
        done = rescue(harmed, new, secret, backup)
        page = place // PAGE + 1
        told.tried += 1
        told.found += not _passes(harmed, secret) and page in (*done.mended, *done.lost)
        told.mended += bool(done.mended) and not done.lost
        told.repaired += bool(done.lost)
        if not done.whole or _seen(new, secret) != before:
            told.lost.append(f"byte {place}, page {page}: {done.as_json()}")
        shutil.rmtree(harmed)
        shutil.rmtree(new.path)
    return told


def _seen(folder: OfficeFolder, secret: Secret) -> dict[str, Any]:
    """All records and what is found by searching, but for who is known of other laptops."""
    office = open_office(folder, secret.username, secret.password)
    try:
        return {name: told for name, told in sight(office).items() if not name.startswith("state ")}
    finally:
        _let_go(office)


def _passes(folder: Path, secret: Secret) -> bool:
    """Whether `check` finds nothing wrong."""
    try:
        office = open_office(OfficeFolder(folder), secret.username, secret.password)
    except UnavailableError:
        return False
    try:
        return all(result.ok for result in check_office(office))
    finally:
        _let_go(office)


def _let_go(office: OfficeFile) -> None:
    office.engine.dispose()
    office.lock.release()


def main(words: list[str]) -> int:
    """2 when something was not found or not repaired."""
    numbers = [int(word) for word in words if word.isdigit()]
    times, seed = (numbers[0] if numbers else 300), (numbers[1] if len(numbers) > 1 else 1)
    with tempfile.TemporaryDirectory() as name:
        folder = OfficeFolder(Path(name) / "office")
        made = make_demo(folder, DemoWords(residents=120, months=2, until="1404-06"), Cost(1024, 1, 1))
        secret = Secret(made.users[0]["user"], made.users[0]["password"])
        office = open_for_work(folder, secret.username, secret.password)
        backup = back_up(office, None).path
        office.close()
        harm = spoil_sector if "--sectors" in words else turn_bit
        told = run(folder, secret, backup, times, seed, harm, Path(name))
    print(
        f"tried {told.tried}, found {told.found}, mended {told.mended}, repaired {told.repaired}, lost {len(told.lost)}"
    )
    for line in told.lost:
        print(line)
    return 2 if told.lost or told.found != told.tried else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
