"""A few of the cuts and denials that `tests.faults.power` and `tests.faults.disk` try by thousands."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from random import Random

import pytest

from tests.faults.day import begin
from tests.faults.disk import day_denied, full, unflushed
from tests.faults.power import drawn_moments, recorded, states
from tests.faults.tracing import Call

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is there on Linux alone")
DAY = 5


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Call]]:
    return recorded(tmp_path_factory.mktemp("power"), 5, DAY, ["put", "need", "change", "merge"])


def test_what_was_acknowledged_is_there_after_a_power_cut_at_any_moment(day: tuple[Path, list[Call]]) -> None:
    office, calls = day
    moments = drawn_moments(calls, 5, Random(8))
    assert dict(states(office, calls, moments, 8)) == {moment: [] for moment in moments}


def test_a_program_that_did_not_flush_would_be_found_out(day: tuple[Path, list[Call]]) -> None:
    office, calls = day
    unflushed_day = [call for call in calls if call.name != "sync"]
    assert any(faults for _, faults in states(office, unflushed_day, [len(unflushed_day)] * 2, 3))


def test_a_full_disk_and_a_failed_flush_end_in_a_sentence_and_lose_nothing(tmp_path: Path) -> None:
    begin(tmp_path / "morning")
    for number, (denial, code) in enumerate(((full(90), "disk_full"), (unflushed(3), "disk_failed"))):
        office = Path(shutil.copytree(tmp_path / "morning", tmp_path / str(number)))
        told, faults = day_denied(office, denial, 1, DAY)
        assert faults == []
        assert code in {one.fact["code"] for one in told if one.deed == "denied"}
        assert any(one.deed != "denied" for one in told)
