"""A damaged office file: what is mended to the bit, what the log and a backup fill, and what is told as lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from desktop.domain.problems import UnavailableError
from desktop.services.backups import back_up
from desktop.services.opening import open_for_work
from desktop.services.rescue import Rescue, rescue
from desktop.services.restoring import Secret
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.pages import PAGE, read_pages
from desktop.store.trees import Trees
from tests.factories import PASSWORD, USER, add_identifier, add_person, make_office
from tests.faults.flips import run, spoil_sector, turn_bit
from tests.schema import SchemaOnce

SECRET = Secret(USER, PASSWORD)


@pytest.fixture(scope="module", autouse=True)
def schema_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The migrations take seconds, and have tests of their own."""
    empty = SchemaOnce(tmp_path_factory.mktemp("schema"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.store.salvage.make_at", lambda path, key, _revision: empty(path, key, path.parent))
        yield


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    made = make_office(tmp_path / "office")
    for number in range(12):
        with made.write() as work:
            person = add_person(work, first_name="گلنار" if number % 2 else "مهناز", last_name="یوسفی")
            add_identifier(work, person, "9931000201") if number == 3 else None
    return made


def _names(folder: OfficeFolder) -> list[str]:
    office = open_for_work(folder, USER, PASSWORD)
    with office.read() as rows:
        found = [row["first_name"] for row in rows.find("person")]
    office.close()
    return found


def _leaf(office: OfficeFile, table: str, place: int = 0) -> int:
    """The number of a page that holds rows of a table."""
    with office.connection() as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        root = int(connection.exec_driver_sql(sql, (table,)).scalar_one())
    pages = read_pages(office.folder.database, office.data_key)
    trees = Trees(pages)
    trees.read(root)
    seen = sorted(trees._seen)
    leaves = [number for number in seen if pages.plain[number][0] == 0x0D]
    return (leaves or [root])[place]


def _spoiled(office: OfficeFile, page: int) -> None:
    with office.folder.database.open("r+b") as file:
        file.seek((page - 1) * PAGE + 700)
        file.write(Random(3).randbytes(512))


def test_turned_bits_are_mended_and_lost_sectors_filled_wherever_they_are(office: OfficeFile, tmp_path: Path) -> None:
    backup = back_up(office, None).path
    office.close()
    for harm, times in ((turn_bit, 1), (spoil_sector, 1)):
        work = tmp_path / harm.__name__
        work.mkdir()
        told = run(office.folder, SECRET, backup, times, 5, harm, work)
        assert (told.tried, told.found, told.lost) == (times, times, [])


@pytest.mark.parametrize("place", [5, PAGE - 3, PAGE + 4030])
def test_a_bit_of_the_salt_or_of_a_seal_is_mended_too(office: OfficeFile, tmp_path: Path, place: int) -> None:
    office.close()
    sound = office.folder.database.read_bytes()
    content = bytearray(sound)
    turn_bit(content, place, Random(1))
    office.folder.database.write_bytes(bytes(content))
    pages = read_pages(office.folder.database, office.data_key)
    assert (pages.mended, pages.lost) == ((place // PAGE + 1,), ())
    assert pages.content == sound
    assert tmp_path.exists()


def test_records_of_a_lost_page_come_back_from_the_log_without_any_backup(office: OfficeFile, tmp_path: Path) -> None:
    before = sorted(_kept(office))
    page = _leaf(office, "person")
    office.close()
    _spoiled(office, page)
    new = OfficeFolder(tmp_path / "new")
    done = rescue(office.folder.path, new, SECRET)
    assert done.lost == (page,)
    assert done.tables["person"].from_log > 0
    assert done.whole, done.as_json()
    opened = open_for_work(new, USER, PASSWORD)
    assert opened.noticed is not None
    assert sorted(_kept(opened)) == before
    opened.close()


def _kept(office: OfficeFile) -> list[tuple[str, str, str]]:
    with office.read() as rows:
        return [(row["id"], row["first_name"], row["household_id"]) for row in rows.find("person")]


def test_lines_of_the_log_that_nobody_knows_are_counted_and_the_records_stay(
    office: OfficeFile, tmp_path: Path
) -> None:
    page = _leaf(office, "change_log", -2)
    office.close()
    _spoiled(office, page)
    done = rescue(office.folder.path, OfficeFolder(tmp_path / "new"), SECRET)
    assert done.log_gaps > 0
    assert not done.whole
    assert [one.check for one in done.checks if not one.ok] == []
    assert len(_names(OfficeFolder(tmp_path / "new"))) == 12


def test_what_was_committed_and_not_yet_in_the_file_is_read_from_its_page_log(
    office: OfficeFile, tmp_path: Path
) -> None:
    office.checkpoint()
    with office.write() as work:
        add_person(work, first_name="فاطمه")
    copy = tmp_path / "copy"
    shutil.copytree(office.folder.path, copy)  # as a power cut leaves it
    office.close()
    assert (copy / "office.db-wal").stat().st_size > 0
    log = bytearray((copy / "office.db-wal").read_bytes())
    turn_bit(log, 32 + 24 + 1000, Random(2))  # SQLite would drop the commit, and say nothing
    (copy / "office.db-wal").write_bytes(bytes(log))
    done = rescue(copy, OfficeFolder(tmp_path / "new"), SECRET)
    assert len(done.mended) == 1
    assert "فاطمه" in _names(OfficeFolder(tmp_path / "new"))


def test_a_sound_file_is_copied_and_what_is_none_is_refused(office: OfficeFile, tmp_path: Path) -> None:
    office.close()
    done: Rescue = rescue(office.folder.database, OfficeFolder(tmp_path / "new"), SECRET)
    assert (done.mended, done.lost, done.whole) == ((), (), True)
    with pytest.raises(UnavailableError, match="office_exists"):
        rescue(office.folder.path, OfficeFolder(tmp_path / "new"), SECRET)
    with pytest.raises(UnavailableError, match="wrong_password"):
        rescue(office.folder.path, OfficeFolder(tmp_path / "other"), Secret(USER, "نادرست-است-این"))
    office.folder.database.write_bytes(os.urandom(40_960))
    with pytest.raises(UnavailableError, match="not_an_office_file"):
        rescue(office.folder.path, OfficeFolder(tmp_path / "other"), SECRET)
    assert not (tmp_path / "other" / "office.db").exists()


def test_what_names_the_office_is_filled_from_a_backup_and_the_office_may_be_worked_in(
    office: OfficeFile, tmp_path: Path
) -> None:
    backup = back_up(office, None).path
    page = _leaf(office, "meta")
    office.close()
    _spoiled(office, page)
    new = OfficeFolder(tmp_path / "new")
    with pytest.raises(UnavailableError, match="rescue_needs_backup"):
        rescue(office.folder.path, new, SECRET)
    rescue(office.folder.path, new, SECRET, backup)
    opened = open_for_work(new, USER, PASSWORD)
    with opened.write() as work:
        add_person(work, first_name="فاطمه")
    assert [result for result in check_office(opened) if not result.ok] == []
    opened.close()
