"""What stands in the way of opening an office: each its own sentence, and not a byte of the office harmed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from sqlalchemy.exc import OperationalError

from desktop.domain.problems import UnavailableError
from desktop.services.accounts import found_office, set_password
from desktop.services.backups import back_up
from desktop.services.opening import open_for_work
from desktop.store import audit
from desktop.store.check import check_office
from desktop.store.engine import connect
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.witness import Setback
from desktop.system.key_file import places
from tests.factories import CHEAP, OFFICE, PASSWORD, USER, make_office


@pytest.fixture
def folder(tmp_path: Path) -> OfficeFolder:
    make_office(tmp_path).close()
    return OfficeFolder(tmp_path)


def _refusal(folder: OfficeFolder, password: str = PASSWORD) -> UnavailableError:
    with pytest.raises(UnavailableError) as refused:
        open_office(folder, USER, password)
    assert refused.value.problem.message
    return refused.value


def test_a_wrong_password_harms_nothing(folder: OfficeFolder) -> None:
    before = folder.database.read_bytes()
    assert _refusal(folder, "نادرست-۱۲۳").problem.code == "wrong_password"
    assert folder.database.read_bytes() == before


def test_an_empty_folder_has_no_office(tmp_path: Path) -> None:
    assert _refusal(OfficeFolder(tmp_path)).problem.code == "no_office"
    assert list(tmp_path.iterdir()) == []


def test_missing_key_slots_are_named(folder: OfficeFolder) -> None:
    for place in places(folder.keys):
        place.unlink()
    before = folder.database.read_bytes()
    assert _refusal(folder).problem.code == "no_key_slots"
    assert folder.database.read_bytes() == before


def test_broken_key_slots_are_named(folder: OfficeFolder) -> None:
    for place in places(folder.keys):
        place.write_bytes(place.read_bytes()[:-40] + b"\xff")
    assert _refusal(folder).problem.code == "bad_key_slots"


def test_lost_keys_come_back_from_a_backup_but_no_password_that_was_replaced_since(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    back_up(office, None)
    set_password(office, USER, "گذرواژهٔ-تازه-۲", former=PASSWORD, cost=CHEAP)
    office.close()
    folder = office.folder
    for place in places(folder.keys):
        place.write_bytes(b"\xff")
    assert _refusal(folder, "نادرست-۱۲۳").problem.code == "wrong_password"
    assert folder.keys.read_bytes() == b"\xff"  # nobody's word was proved yet
    assert _refusal(folder).problem.code == "wrong_password"  # it opens the backup; today's keys are there again
    opened = open_office(folder, USER, "گذرواژهٔ-تازه-۲")
    assert opened.actor.username == USER
    opened.close()


def test_a_file_that_is_no_office_is_named(folder: OfficeFolder) -> None:
    folder.database.write_bytes(os.urandom(40_960))
    before = folder.database.read_bytes()
    assert _refusal(folder).problem.code == "not_an_office_file"
    assert folder.database.read_bytes() == before


def test_a_file_without_a_cipher_is_never_opened(folder: OfficeFolder) -> None:
    folder.database.unlink()
    with sqlite3.connect(folder.database) as plain:
        plain.execute("CREATE TABLE person (name)")
    plain.close()
    before = folder.database.read_bytes()
    assert _refusal(folder).problem.code == "plain_file"
    assert folder.database.read_bytes() == before


def test_a_statement_of_ours_that_is_wrong_is_our_bug_and_never_called_busy(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    with pytest.raises(OperationalError, match="no such column"), office.read() as rows:
        rows.query("SELECT nothing_of_that_name FROM person")
    office.close()


def test_a_second_running_copy_is_told_so(folder: OfficeFolder) -> None:
    first = open_office(folder, USER, PASSWORD)
    try:
        assert _refusal(folder).problem.code == "in_use"
    finally:
        first.close()
    open_office(folder, USER, PASSWORD).close()


def test_a_read_only_folder_is_told_so(folder: OfficeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = folder.database.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_args, **_more: False)  # root writes everywhere, so the answer is given
        assert _refusal(folder).problem.code == "read_only_folder"
    assert folder.database.read_bytes() == before
    open_office(folder, USER, PASSWORD).close()


def test_an_office_of_a_newer_program_is_left_alone(folder: OfficeFolder) -> None:
    key = KeySlots.load(folder.keys).open_with_password(USER, PASSWORD)
    raw = connect(folder.database, key)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.close()
    before = folder.database.read_bytes()
    assert _refusal(folder).problem.code == "newer_file"
    assert folder.database.read_bytes() == before


def _written(office: OfficeFile) -> None:
    with office.write() as work:
        work.add_many("instructor", [{"full_name": "الهام توکلی", "specialty": None, "org_id": None, "mobile": None}])


def _older(tmp_path: Path) -> tuple[OfficeFolder, str]:
    """An office whose file is an older one than its laptop wrote last."""
    office = make_office(tmp_path / "office")
    office.checkpoint()
    old = office.folder.database.read_bytes()
    _written(office)
    office.close()
    office.folder.database.write_bytes(old)
    return office.folder, office.identity.device_id


def test_an_older_file_in_the_place_of_the_last_one_is_noticed_and_locks_nobody_out(tmp_path: Path) -> None:
    folder, device = _older(tmp_path)
    office = open_for_work(folder, USER, PASSWORD)
    assert office.noticed == Setback("behind", 1)
    assert office.identity.device_id != device
    assert office.identity.block != 0
    _written(office)
    assert [result for result in check_office(office) if not result.ok] == []
    with office.connection() as connection:
        assert "office_behind" in {line["action"] for line in audit.lines(connection)}
    office.close()
    again = open_for_work(folder, USER, PASSWORD)
    assert (again.noticed, again.identity) == (None, office.identity)
    again.close()


def test_an_older_folder_in_the_place_of_the_last_one_is_noticed_too(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    office.close()
    copytree(office.folder.path, tmp_path / "kept")
    office = open_for_work(office.folder, USER, PASSWORD)
    _written(office)
    office.close()
    rmtree(office.folder.path)
    copytree(tmp_path / "kept", office.folder.path)
    office = open_for_work(office.folder, USER, PASSWORD)
    assert office.noticed == Setback("behind", 1)
    office.close()


def test_two_copies_of_a_folder_part_before_they_write_and_a_folder_that_moved_does_not(tmp_path: Path) -> None:
    first = make_office(tmp_path / "office")
    first.close()
    copytree(first.folder.path, tmp_path / "copy")
    first.folder.path.rename(tmp_path / "moved")
    moved = open_for_work(OfficeFolder(tmp_path / "moved"), USER, PASSWORD)
    assert moved.noticed is None
    moved.close()
    copytree(tmp_path / "moved", tmp_path / "office")
    copy = open_for_work(OfficeFolder(tmp_path / "office"), USER, PASSWORD)
    assert copy.noticed == Setback("copied")
    assert copy.identity.device_id != moved.identity.device_id
    copy.close()


def test_a_folder_on_another_computer_goes_on_as_another_device_and_once_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.witness.machine_id", lambda: "one")
    office, _ = found_office(OfficeFolder(tmp_path / "office"), OFFICE, USER, PASSWORD, cost=CHEAP)
    office.close()
    for computer, noticed in (("two", Setback("copied")), ("one", None), ("two", None)):
        monkeypatch.setattr("desktop.store.witness.machine_id", lambda computer=computer: computer)
        office = open_for_work(office.folder, USER, PASSWORD)
        assert office.noticed == noticed, computer
        office.close()


def test_a_mark_that_rotted_or_is_older_than_the_file_alarms_nobody(folder: OfficeFolder) -> None:
    mark = folder.mark.read_bytes()
    office = open_for_work(folder, USER, PASSWORD)
    _written(office)
    office.close()
    for rotten in (b"", mark[:-9], mark.replace(b'"seq": ', b'"seq": 9'), b"[]", b"\xff\x00"):
        folder.mark.write_bytes(rotten)
        office = open_for_work(folder, USER, PASSWORD)
        assert office.noticed is None
        office.close()
    folder.mark.write_bytes(mark)  # the process was killed between its last commit and the next mark
    office = open_for_work(folder, USER, PASSWORD)
    assert office.noticed is None
    office.close()
