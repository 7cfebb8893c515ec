"""Copies of the office by words: made, listed, proved, brought back."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

from tests.cli.running import Said
from tests.cli.running import tashilgar_here as here


def _household(office: Path, place: str) -> Said:
    return here(office, "put", "household", stdin=f'{{"neighborhood_id": "{place}", "declared_size": 3}}\n')


def test_a_backup_is_made_listed_proved_and_brought_back(office_dir: Path, place: str, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert here(office_dir, "backups", "place", str(stick)).line == {"further": str(stick)}
    made = here(office_dir, "backup").line
    assert (made["ok"], made["counts"]["person"]) == (True, 1)
    assert Path(made["further"]).parent == stick
    assert _household(office_dir, place).line["ok"]
    listed = here(office_dir, "backups", "list").lines
    assert [line["lacks"] for line in listed] == [1, 1]
    assert {line["ok"] for line in here(office_dir, "backups", "verify").lines} == {True}
    assert here(office_dir, "restore", made["file"], "--preview").line["lacks"] == 1
    back = here(office_dir, "restore", made["file"])
    assert back.line["ok"]
    assert "پشتیبان" in back.err
    assert {line["ok"] for line in here(office_dir, "check").lines} == {True}
    assert len(here(office_dir, "list", "household").lines) == 1
    assert back.line["device_id"] in here(office_dir, "device", "list").out
    assert here(office_dir, "restore", back.line["kept"]).code == 0
    assert len(here(office_dir, "list", "household").lines) == 2


def test_a_backup_carried_to_a_new_computer_opens_there(office_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "carried.tashil-backup"
    assert here(office_dir, "backup", str(file)).code == 0
    assert here(office_dir, "backup", str(file)).code == 3
    rmtree(office_dir)
    assert here(office_dir, "restore", str(file), password="نادرست-است-این").code == 3
    assert not office_dir.exists() or list(office_dir.glob("office.db*")) == []
    assert here(office_dir, "restore", str(file)).line["kept"] is None
    assert len(here(office_dir, "list", "person").lines) == 1
    file.write_bytes(file.read_bytes()[:-200])
    assert here(office_dir, "backups", "verify", str(file)).line["code"] == "not_a_backup"


def test_a_turned_bit_is_named_by_check_and_mended_by_rescue(office_dir: Path, tmp_path: Path) -> None:
    content = bytearray((office_dir / "office.db").read_bytes())
    content[700] ^= 4  # the page with which the file begins: nothing opens it
    (office_dir / "office.db").write_bytes(bytes(content))
    found = here(office_dir, "check")
    assert (found.code, found.line["check"], found.line["detail"]) == (3, "pages", "1: 1")
    new = tmp_path / "new"
    saved = here(office_dir, "rescue", str(office_dir), str(new))
    assert (saved.code, saved.line["mended"], saved.line["whole"]) == (0, [1], True)
    assert {line["ok"] for line in here(new, "check").lines} == {True}
    assert len(here(new, "list", "person").lines) == 1
