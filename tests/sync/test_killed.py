"""The power goes while a stick is written or read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop.services.courier import read_courier, write_courier
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from desktop.sync.sealing import seal
from tests.cli.running import ROOT
from tests.sync.laptops import Clock, differences
from tests.sync.test_courier import OWN, met, pair, settled  # noqa: F401 - a fixture

# Does one of both and stops for ever where the parent's kill is to meet it: between two segments when writing, in the
# midst of the commit of one when reading.
_STOPS = """
import sys, time
from pathlib import Path
from desktop.services.courier import read_courier, write_courier
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from desktop.sync import taking
act, folder, user, password, path = sys.argv[1:]
office = open_office(OfficeFolder(Path(folder)), user, password)
def stop(*_):
    print("here", flush=True)
    time.sleep(60)
if act == "write":
    write_courier(office, Path(path), tell=lambda share: share and stop())
else:
    whole, seen = taking._hear, []
    def hear(*given):
        whole(*given)
        seen.append(1)
        if len(seen) == 2:
            stop()
    taking._hear = hear
    read_courier(office, Path(path))
"""


def _killed(act: str, folder: Path, password: str, path: Path) -> None:
    words = [sys.executable, "-c", _STOPS, act, str(folder), "hamid", password, str(path)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"here\n"
        running.kill()


def test_a_kill_while_writing_or_reading_costs_nothing_but_the_time(pair: Path, tmp_path: Path) -> None:  # noqa: F811
    path, clock = tmp_path / "a.tashil", Clock()
    first = open_office(OfficeFolder(pair / "first"), "hamid", "گذرواژه-بلند", clock=clock)
    for _ in range(3):
        met(first)
        seal(first)
    first.close()
    _killed("write", pair / "first", "گذرواژه-بلند", path)
    assert not path.exists()
    first = open_office(OfficeFolder(pair / "first"), "hamid", "گذرواژه-بلند", clock=clock)
    write_courier(first, path)
    assert [one.name for one in tmp_path.iterdir()] == ["a.tashil"]
    _killed("read", pair / "second", OWN, path)
    second = open_office(OfficeFolder(pair / "second"), "hamid", OWN, clock=clock)
    assert all(result.ok for result in check_office(second))
    came = read_courier(second, path)
    assert came.complete
    assert came.segments["double"] >= 1
    assert came.segments["new"] >= 1
    settled(first, second)
    assert differences(first, second) == {}
