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
DAY, SEED, KINDS = 5, 5, ("put", "need", "change", "merge")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Call]]:
    return recorded(tmp_path_factory.mktemp("power"), SEED, DAY, KINDS)


def test_what_was_acknowledged_is_there_after_a_power_cut_at_any_moment(day: tuple[Path, list[Call]]) -> None:
    office, calls = day
    moments = drawn_moments(calls, 5, Random(8))
    assert dict(states(office, calls, moments, 8)) == {moment: [] for moment in moments}


def test_a_program_that_did_not_flush_would_be_found_out(day: tuple[Path, list[Call]]) -> None:
    office, calls = day
    unflushed_day = [call for call in calls if call.name != "sync"]
    assert any(faults for _, faults in states(office, unflushed_day, [len(unflushed_day)] * 2, 3))


def test_a_full_disk_and_a_failed_flush_end_in_a_sentence_and_lose_nothing(
    day: tuple[Path, list[Call]], tmp_path: Path
) -> None:
    names = [call.name for call in day[1]]
    second = names.index("told", names.index("told") + 1)  # the first deed; the day's first word is that it is open
    flushes, writes = names[:second].count("sync"), names[:second].count("write")
    begin(tmp_path / "morning")
    for number, (denial, code) in enumerate(((full(writes + 9), "disk_full"), (unflushed(flushes + 1), "disk_failed"))):
        office = Path(shutil.copytree(tmp_path / "morning", tmp_path / str(number)))
        told, faults = day_denied(office, denial, SEED, DAY, KINDS)
        assert faults == []
        assert code in {one.fact["code"] for one in told if one.deed == "denied"}
        assert any(one.deed != "denied" for one in told)
