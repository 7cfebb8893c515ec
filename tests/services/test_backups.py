"""Copies of a whole office: proved, rotated, kept at two places, and brought back without harm to sync."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.backups import (
    back_up,
    back_up_to,
    back_up_when_due,
    choose_further_place,
    further_place,
    lacks,
    own_backups,
)
from desktop.services.erasure import erase_person
from desktop.services.opening import open_for_work
from desktop.services.restoring import Secret, offered, preview, restore
from desktop.store.backup import ENDING, Manifest, list_backups, read_manifest, verify_backup
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.system.settings import Settings
from tests.factories import CHEAP, PASSWORD, USER, add_colleague, add_person, make_office, make_office_with_code
from tests.fakes import FakeClock

MANAGER = Secret(USER, PASSWORD)


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    made = make_office(tmp_path / "office")
    with made.write() as work:
        add_person(work)
    return made


def _names(office: OfficeFile) -> list[str]:
    with office.read() as rows:
        return sorted(row["first_name"] for row in rows.find("person"))


def _add(office: OfficeFile, name: str) -> str:
    with office.write() as work:
        return str(add_person(work, first_name=name, last_name="یوسفی")["id"])


def _code(call: Callable[[], object]) -> str:
    try:
        call()
    except UnavailableError as error:
        return error.problem.code
    except RefusedError as error:
        return error.problems[0].code
    return ""


def test_a_backup_holds_everything_and_tells_no_name(office: OfficeFile, tmp_path: Path) -> None:
    shares: list[float] = []
    made = back_up(office, None, tell=shares.append)
    assert made.manifest.counts == {"person": 1, "household": 1, "need": 0, "monthly_report": 0}
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert read_manifest(made.path) == made.manifest == verify_backup(made.path, office.data_key, tmp_path)
    assert lacks(office, made.manifest) == 0
    _add(office, "گلنار")
    assert (lacks(office, made.manifest) or 0) > 0
    content = made.path.read_bytes()
    assert not any(word.encode() in content for word in ("فاطمه", "رنجبری", "چشمه"))
    assert [path for path in office.folder.path.iterdir() if path.name.startswith(".backup-")] == []
    office.close()


def test_a_lock_backs_up_what_changed_and_not_again_a_moment_later(tmp_path: Path) -> None:
    clock = FakeClock()
    office = make_office(tmp_path / "office", clock)
    assert back_up_when_due(office, None) is not None
    _add(office, "گلنار")
    assert back_up_when_due(office, None) is None
    clock.pass_time(hours=1)
    assert back_up_when_due(office, None) is not None
    clock.pass_time(days=1)
    assert back_up_when_due(office, None) is None
    office.close()


def test_the_second_place_gets_every_backup_and_a_missing_stick_stops_nothing(
    office: OfficeFile, tmp_path: Path
) -> None:
    settings, stick = Settings(office.folder.path), tmp_path / "stick"
    choose_further_place(office, settings, stick)
    place = further_place(Settings(office.folder.path))
    made = back_up(office, place)
    assert made.problem is not None
    assert made.problem.code == "backup_place_missing"
    assert made.problem.message
    assert made.path.exists()
    assert not stick.exists()
    stick.mkdir()
    again = back_up(office, place)
    assert again.further == stick / again.path.name
    assert again.further.read_bytes() == again.path.read_bytes()
    office.close()


@pytest.mark.skipif(os.name == "nt", reason="a folder that refuses writing")
def test_a_full_disk_leaves_the_old_backups_and_no_half(office: OfficeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    first = back_up(office, None)
    _add(office, "گلنار")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("desktop.store.stick.os.fsync", full)
        assert _code(lambda: back_up(office, None)) == "stick_full"
    assert list(office.folder.backups.iterdir()) == [first.path]
    assert [path for path in office.folder.path.iterdir() if path.name.startswith(".backup-")] == []
    office.close()


def test_only_who_keeps_the_keys_carries_the_office_away(office: OfficeFile, tmp_path: Path) -> None:
    add_colleague(office, "samira", "facilitator", "سمیرا دادخواه")
    made = back_up(office, None)
    office.close()
    other = open_for_work(office.folder, "samira", PASSWORD)
    assert _code(lambda: back_up_to(other, tmp_path / f"carried{ENDING}")) == "not_allowed"
    assert _code(lambda: choose_further_place(other, Settings(), tmp_path)) == "not_allowed"
    other.close()
    assert _code(lambda: restore(office.folder, made.path, Secret("samira", PASSWORD))) == "not_allowed"
    assert _code(lambda: restore(office.folder, made.path, Secret(USER, "نادرست-است-این"))) == "wrong_password"


def test_what_is_brought_back_is_the_office_of_then_and_that_of_today_is_kept(office: OfficeFile) -> None:
    made = back_up(office, None)
    device = office.identity.device_id
    _add(office, "گلنار")
    office.close()
    shown = preview(office.folder, made.path)
    assert (shown.manifest, shown.upgrades, shown.users) == (made.manifest, False, (USER,))
    assert (shown.lacks or 0) > 0
    done = restore(office.folder, made.path, MANAGER)
    assert _names(done.office) == ["فاطمه"]
    assert done.office.identity.device_id != device
    assert [result for result in check_office(done.office) if not result.ok] == []
    done.office.close()
    assert done.kept is not None
    assert next(one.path.name for one in offered(office.folder, None)) == done.kept.name
    back = restore(office.folder, done.kept, MANAGER)
    assert _names(back.office) == ["فاطمه", "گلنار"]
    back.office.close()
    again = open_for_work(office.folder, USER, PASSWORD)
    assert again.noticed is None
    again.close()


@pytest.mark.parametrize("harm", ["torn", "gone", "no keys", "whole folder"])
def test_it_works_where_the_office_of_today_is_damaged_or_gone(office: OfficeFile, tmp_path: Path, harm: str) -> None:
    made = back_up_to(office, tmp_path / f"carried{ENDING}")
    _add(office, "گلنار")
    office.close()
    folder = office.folder
    if harm == "torn":
        folder.database.write_bytes(folder.database.read_bytes()[:9000])
    elif harm == "gone":
        folder.database.unlink()
    elif harm == "no keys":
        folder.keys.unlink()
    else:
        shutil.rmtree(folder.path)
    done = restore(folder, made.path, MANAGER)
    assert _names(done.office) == ["فاطمه"]
    assert (done.kept is None) == (harm in ("gone", "whole folder"))
    assert [result for result in check_office(done.office) if not result.ok] == []
    done.office.close()


def test_the_recovery_code_of_then_brings_an_office_back_on_a_new_computer(tmp_path: Path) -> None:
    office, code = make_office_with_code(tmp_path / "office")
    made = back_up_to(office, tmp_path / f"carried{ENDING}")
    office.close()
    folder, new = OfficeFolder(tmp_path / "new"), "گذرواژهٔ-تازه-۲"
    done = restore(folder, made.path, Secret(USER, new, code), cost=CHEAP)
    done.office.close()
    open_for_work(folder, USER, new).close()


def test_a_backup_that_rotted_was_changed_or_is_of_others_is_refused_and_nothing_is_touched(
    office: OfficeFile, tmp_path: Path
) -> None:
    made = back_up(office, None)
    office.close()
    before = office.folder.database.read_bytes()
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    rotten = tmp_path / f"rotten{ENDING}"
    rotten.write_bytes(bytes(content))
    assert _code(lambda: restore(office.folder, rotten, MANAGER)) == "backup_damaged"
    assert _code(lambda: restore(office.folder, _passed_off(made.path, tmp_path), MANAGER)) == "backup_damaged"
    for text in (b"", b"PK and so on", bytes(content[: len(content) // 3])):
        rotten.write_bytes(text)
        assert _code(lambda: restore(office.folder, rotten, MANAGER)) == "not_a_backup"
    other = make_office(tmp_path / "other", code="1105")
    other.close()
    assert _code(lambda: restore(other.folder, made.path, MANAGER)) in ("backup_of_other_office", "wrong_password")
    assert office.folder.database.read_bytes() == before
    assert not (office.folder.path / "office.restoring").exists()


def _passed_off(backup: Path, folder: Path) -> Path:
    """The same backup with a later date on it."""
    target = folder / f"forged{ENDING}"
    with zipfile.ZipFile(backup) as whole, zipfile.ZipFile(target, "w") as forged:
        for name in whole.namelist():
            told = whole.read(name)
            if name == "manifest.json":
                told = json.dumps({**json.loads(told), "made_at": "2030-01-01T00:00:00+00:00"}).encode()
            forged.writestr(name, told)
    return target


def test_whoever_was_forgotten_since_does_not_come_back_with_the_backup(office: OfficeFile) -> None:
    gone = _add(office, "گلنار")
    made = back_up(office, None)
    erase_person(office, gone, "درخواست خود او")
    later = back_up(office, None)
    office.close()
    done = restore(office.folder, made.path, MANAGER)
    assert (done.forgotten, done.still_named) == (1, 0)
    assert "گلنار" not in _names(done.office)
    done.office.close()
    assert verify_backup(later.path, office.data_key, office.folder.path).seq > made.manifest.seq


def test_unreadable_files_among_the_backups_are_shown_and_never_removed(office: OfficeFile) -> None:
    office.folder.backups.mkdir()
    strange = office.folder.backups / f"strange{ENDING}"
    strange.write_bytes(b"?")
    back_up(office, None)
    found = own_backups(office, office.folder.backups)
    assert [one.manifest is None for one in found] == [False, True]
    assert strange.exists()
    assert list_backups(office.folder.path / "nowhere") == []
    office.close()


def test_the_manifest_tells_when(office: OfficeFile) -> None:
    told: Manifest = back_up(office, None).manifest
    assert isinstance(told.moment, datetime)
    assert told.changed_at <= told.made_at
    office.close()


def test_a_folder_in_which_nothing_can_be_written_any_more_is_told_and_no_crash(office: OfficeFile) -> None:
    office.folder.backups.write_bytes(b"a file where the folder should be")
    assert _code(lambda: back_up(office, None)) == "cannot_write_file"
    office.folder.backups.unlink()
    office.close()


def test_whoever_opens_an_office_to_work_in_it_heeds_what_was_noticed() -> None:
    desktop = Path(__file__).resolve().parents[2] / "desktop"
    calls = {
        path.relative_to(desktop).as_posix()
        for path in desktop.rglob("*.py")
        if re.search(r"\b(open|recover)_office\(", path.read_text("utf-8"))
    }
    assert calls == {
        "store/office_opening.py", "services/opening.py", "selfcheck.py", "ui/shots.py", "services/handover.py",
    }  # fmt: skip
