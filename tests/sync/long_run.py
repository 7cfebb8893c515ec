"""Many more schedules than CI has time for: `python -m tests.sync.long_run 100000 [seed]`.

Most run on replicas in memory (`test_merge.Laptop`), one of five hundred on real encrypted files (`world.World`). The
first that breaks a law is told with the fewest deeds that still break it.
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.schema import SchemaOnce
from tests.sync import test_merge
from tests.sync.world import DEEDS, World

REAL = 500  # one of so many runs on real files
Deed = tuple[str, tuple[Any, ...]]


def deeds(random: Random, most: int = 30) -> list[Deed]:
    """A schedule for a world."""
    names = random.choices(list(DEEDS), weights=[deed.weight for deed in DEEDS.values()], k=random.randint(5, most))
    return [(name, tuple(draw(random) for draw in DEEDS[name].draws)) for name in names]


def run(schedule: list[Deed]) -> None:
    """AssertionError, or whatever the program fails with."""
    world = World()
    try:
        for name, numbers in schedule:
            getattr(world, name)(*numbers)
        world.judge()
    finally:
        world.end()


def fails(schedule: list[Any], runner: Callable[[list[Any]], None]) -> str:
    try:
        runner(schedule)
    except Exception:  # noqa: BLE001 - whatever breaks is a finding
        return traceback.format_exc()
    return ""


def fewest(schedule: list[Any], runner: Callable[[list[Any]], None]) -> list[Any]:
    """The schedule without deeds that it fails without."""
    step = max(1, len(schedule) // 2)
    while step:
        at = 0
        while at < len(schedule):
            shorter = schedule[:at] + schedule[at + step :]
            if fails(shorter, runner):
                schedule = shorter
            else:
                at += step
        step //= 2
    return schedule


def say(told: str) -> None:
    sys.stdout.write(f"{told}\n")
    sys.stdout.flush()


def main(many: int, seed: int) -> int:
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.store.office_opening.upgrade", SchemaOnce(Path(folder)))
        for number in range(many):
            random = Random(seed * 1_000_003 + number)  # noqa: S311 - a schedule is no secret
            if number % REAL == 0:
                schedule: list[Any] = deeds(random)
                runner: Callable[[list[Any]], None] = run
            else:
                schedule, runner = test_merge.drawn(random), test_merge.obeys_the_laws
            if fails(schedule, runner):
                schedule = fewest(schedule, runner)
                say("\n  ".join([f"schedule {number} of seed {seed}:", *map(str, schedule)]))
                say(fails(schedule, runner))
                return 1
            if number % 2000 == 0:
                say(f"{number} schedules, {time.monotonic() - begun:.0f} s")
    say(f"{many} schedules without a finding, {time.monotonic() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
