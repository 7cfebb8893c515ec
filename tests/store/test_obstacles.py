"""What stands in the way of opening an office: each its own sentence, and not a byte of the office harmed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from desktop.domain.problems import UnavailableError
from desktop.store.engine import connect
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFolder, open_office
from tests.factories import PASSWORD, USER, make_office


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
    folder.keys.unlink()
    before = folder.database.read_bytes()
    assert _refusal(folder).problem.code == "no_key_slots"
    assert folder.database.read_bytes() == before


def test_broken_key_slots_are_named(folder: OfficeFolder) -> None:
    folder.keys.write_bytes(folder.keys.read_bytes()[:-40])
    assert _refusal(folder).problem.code == "bad_key_slots"


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


def test_a_lost_tail_of_the_log_is_noticed(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    office.checkpoint()
    folder, old = office.folder, office.folder.database.read_bytes()
    with office.write() as work:
        work.add_many("instructor", [{"full_name": "الهام توکلی", "specialty": None, "org_id": None, "mobile": None}])
    office.close()
    folder.database.write_bytes(old)
    assert _refusal(folder).problem.code == "damaged"
