"""A newer program opens every older office, after making a copy of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.domain.problems import UnavailableError
from desktop.store.check import check_office
from desktop.store.copying import copy_whole
from desktop.store.engine import connect
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.upgrade import head_revision, revision_of, upgrade
from tests.factories import PASSWORD, USER, add_person, make_office
from tests.sync.laws import all_operations

OLD = Path(__file__).resolve().parents[1] / "old"
KEY = bytes(range(32))


def test_an_empty_file_becomes_an_office_file_of_the_newest_schema(tmp_path: Path) -> None:
    database = tmp_path / "office.db"
    upgrade(database, KEY, tmp_path / "backups")
    assert revision_of(database, KEY) == head_revision()
    assert not (tmp_path / "backups").exists()
    assert KEY not in database.read_bytes()
    assert b"household" not in database.read_bytes()


def test_a_backup_is_a_whole_encrypted_copy(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    with office.write() as work:
        add_person(work)
    copy = tmp_path / "copy.db"
    copy_whole(office.folder.database, office.data_key, copy)
    office.close()
    raw = connect(copy, office.data_key)
    assert raw.execute("SELECT first_name FROM person").fetchall() == [("فاطمه",)]
    raw.close()
    assert "فاطمه".encode() not in copy.read_bytes()
    assert list(tmp_path.glob("*.part")) == []


def test_an_office_whose_schema_is_newest_is_opened_without_a_backup(tmp_path: Path) -> None:
    make_office(tmp_path).close()
    open_office(OfficeFolder(tmp_path), USER, PASSWORD).close()
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize("old", sorted(path for path in OLD.iterdir() if path.is_dir()), ids=lambda path: path.name)
def test_an_office_of_an_older_program_is_upgraded_whole(old: Path, tmp_path: Path) -> None:
    folder = OfficeFolder(tmp_path / "office")
    shutil.copytree(old, folder.path)
    office = open_office(folder, "hamid", (old / "password.txt").read_text("utf-8").strip())
    try:
        assert [result.check for result in check_office(office) if not result.ok] == []
        with office.read() as rows:
            assert len(rows.find("person")) == 40
        told = all_operations(office)  # whatever form it was sealed in
        assert [one.dot.seq for one in told] == list(range(1, len(told) + 1))
        assert bool(told) == (old.name >= "0010")
    finally:
        office.close()
    if old.name != head_revision():
        assert len(list(folder.backups.glob("*.tashil-backup"))) == 1


def test_an_older_log_whose_chain_was_broken_is_not_made_whole_by_the_upgrade(tmp_path: Path) -> None:
    folder = OfficeFolder(tmp_path / "office")
    shutil.copytree(OLD / "0001", folder.path)
    password = (OLD / "0001" / "password.txt").read_text("utf-8").strip()
    key = KeySlots.load(folder.keys).open_with_password("hamid", password)
    raw = connect(folder.database, key)
    raw.execute("UPDATE change_log SET user_id = 'somebody' WHERE seq = 3")
    raw.close()
    with pytest.raises(UnavailableError, match="damaged"):
        open_office(folder, "hamid", password)
    assert revision_of(folder.database, key) == "0001"
