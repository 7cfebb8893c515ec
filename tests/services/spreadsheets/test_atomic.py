"""All of a sheet or nothing of it: stopped, killed, or with no place for what was refused."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.domain.problems import UnavailableError
from desktop.services.spreadsheets import refused
from desktop.services.spreadsheets.importing import import_file
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from tests.bench._people_sheet import write_sheet
from tests.factories import PASSWORD, USER, make_office
from tests.services.spreadsheets.sheets import row, workbook

ROOT = Path(__file__).parents[3]
CHILD = """
import sys
from pathlib import Path
from desktop.services.spreadsheets.importing import import_file
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
office = open_office(OfficeFolder(Path(sys.argv[1])), sys.argv[3], sys.argv[4])
class Watch:
    def tell(self, fraction, detail=""):
        print(fraction or 0, flush=True)
    def check(self): pass
import_file(office, "person", Path(sys.argv[2]), Watch())
"""


class Stopped(Exception):  # noqa: N818
    pass


class Stopper:
    """Wishes to stop once the work has come this far."""

    def __init__(self, at: float) -> None:
        self._at, self.reached = at, 0.0

    def tell(self, fraction: float | None, detail: str = "") -> None:
        self.reached = fraction or self.reached
        self.check()

    def check(self) -> None:
        if self.reached >= self._at:
            raise Stopped


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    made.close()


def traces(office: OfficeFile) -> dict[str, int]:
    tables = (
        "person",
        "household",
        "person_identifier",
        "change_log",
        "search_entry",
        "match_key",
        "audit_log",
        "meta",
    )
    with office.connection() as connection:
        return {t: connection.exec_driver_sql(f"SELECT count(*) FROM {t}").scalar_one() for t in tables}  # noqa: S608


def records(office: OfficeFile) -> dict[str, int]:
    """The same without the log of who signed in, which another login goes on with."""
    return {table: count for table, count in traces(office).items() if table != "audit_log"}


def test_an_import_stopped_at_any_time_leaves_nothing(office: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_sheet(path, 1500)
    before = traces(office)
    for at in (0.0, 0.2, 0.5, 0.9, 0.95):
        with pytest.raises(Stopped):
            import_file(office, "person", path, Stopper(at))
        assert traces(office) == before, at
        assert sorted(p.name for p in tmp_path.iterdir()) == ["a.xlsx", "office"], at
    assert import_file(office, "person", path).added == 1500


@pytest.mark.parametrize("at", [0.35, 0.6, 0.9])
def test_an_import_that_is_killed_leaves_nothing(tmp_path: Path, at: float) -> None:
    office = make_office(tmp_path / "office")
    before = records(office)
    office.close()
    write_sheet(tmp_path / "a.xlsx", 4000)
    words = [sys.executable, "-c", CHILD, str(tmp_path / "office"), str(tmp_path / "a.xlsx"), USER, PASSWORD]
    child = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for line in child.stdout:
        if float(line) >= at:
            break
    os.kill(child.pid, signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    child.stdout.close()
    office = open_office(OfficeFolder(tmp_path / "office"), USER, PASSWORD)
    assert records(office) == before
    assert [result for result in check_office(office) if not result.ok] == []
    office.close()


def test_without_a_place_for_the_refused_nothing_is_taken(
    office: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "a.xlsx", [row(1), row(2, موبایل="12")])
    before = traces(office)
    monkeypatch.setattr(refused, "_free_name", lambda source: tmp_path / "no such folder" / source.name)
    with pytest.raises(UnavailableError) as found:
        import_file(office, "person", path)
    assert "چیزی ثبت نشد" in found.value.problem.message
    assert traces(office) == before


def test_what_somebody_corrects_is_never_written_over(office: OfficeFile, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [row(1, موبایل="12")])
    names = [import_file(office, "person", path).refused_file for _ in range(2)]
    assert [name.name for name in names if name] == ["a-ردشده.xlsx", "a-ردشده-2.xlsx"]
    assert names[0]
    again = import_file(office, "person", names[0])
    assert again.refused_file == tmp_path / "a-ردشده-3.xlsx"


def test_a_wish_to_stop_is_heard_within_a_second(office: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_sheet(path, 6000)
    heard: list[float] = []

    class Clock:
        def tell(self, fraction: float | None, detail: str = "") -> None:
            self.check()

        def check(self) -> None:
            heard.append(time.process_time())

    import_file(office, "person", path, Clock())
    assert max(later - earlier for earlier, later in pairwise(heard)) < 1.0


def test_the_collector_never_looks_through_the_rows_that_were_read(office: OfficeFile, tmp_path: Path) -> None:
    write_sheet(tmp_path / "a.xlsx", 3000)
    seen: list[int] = []

    class Looker:
        def tell(self, fraction: float | None, detail: str = "") -> None:
            seen.append(len(gc.get_objects()))

        def check(self) -> None:
            pass

    import_file(office, "person", tmp_path / "a.xlsx", Looker())
    assert max(seen[1:]) < 3000
    assert gc.get_freeze_count() == 0
