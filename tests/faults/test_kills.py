"""A few of the thousand kills that `python -m tests.faults.kills` tries."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from tests.faults.day import Told, begin, proven
from tests.faults.kills import killed_upgrade, rounds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process that forks is needed")


def test_what_was_acknowledged_survives_a_kill_at_any_moment_and_nothing_is_left_by_halves(tmp_path: Path) -> None:
    assert [faults for _, faults in rounds(4, 11, tmp_path)] == [[]] * 4


def test_an_upgrade_that_was_killed_is_done_again_and_loses_nobody(tmp_path: Path) -> None:
    assert killed_upgrade(tmp_path / "old", Random(3)) == []


def test_a_promise_that_was_not_kept_is_noticed(tmp_path: Path) -> None:
    begin(tmp_path / "office")
    lost = [Told("put", {"id": "nobody", "first_name": "تنها"}), Told("backup", {"path": "none.tashil-backup"})]
    assert len(proven(tmp_path / "office", lost)) == 2
