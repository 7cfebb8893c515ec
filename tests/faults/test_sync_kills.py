"""A few of the kills that `python -m tests.faults.sync_kills` tries."""

from __future__ import annotations

from pathlib import Path

from tests.faults.sync_kills import ACTS, rounds


def test_nothing_that_was_signed_for_is_lost_when_a_laptop_or_the_province_is_killed(tmp_path: Path) -> None:
    found = list(rounds(2, 1, tmp_path, lambda _number: ""))
    assert [act for act, _, _ in found] == [*ACTS[:2]]
    assert [faults for _, _, faults in found] == [[], []]
