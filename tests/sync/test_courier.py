"""A file on a stick between laptops: all since the last acknowledgement, used to the cut, and no name on it."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import copytree
from typing import Any, BinaryIO

import pytest

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.backups import back_up
from desktop.services.courier import read_courier, write_courier
from desktop.services.devices import hand_over_check, invite_device, join_office, report_lost, revoke_device
from desktop.services.photos import add_photo
from desktop.services.printing import print_document
from desktop.services.records import add_record
from desktop.services.restoring import Secret, restore
from desktop.store import stick
from desktop.store.check import check_office
from desktop.store.contents import content_of
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.sync.bundle import age
from desktop.sync.courier import Received, describe
from desktop.sync.sealing import seal
from tests.factories import add_person, neighborhood
from tests.reports.pdf_reading import page_texts
from tests.services.test_photos import picture
from tests.sync.laptops import COST, FOUNDING, Clock, differences, first_laptop, meet, pass_on, sight

OWN = "گذرواژه-همین-رایانه"


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two laptops of an office that have heard of each other by stick, twice."""
    folder, clock = tmp_path_factory.mktemp("pair"), Clock()
    first = first_laptop(folder / "first", clock)
    for _ in range(3):
        met(first)
    invited = invite_device(first, "رایانهٔ پذیرش", folder / "invitation")
    second = join_office(
        OfficeFolder(folder / "second"), invited.path, invited.code, OWN, cost=COST, clock=clock
    ).office
    for office in (first, second):
        office.close()
    return folder


@pytest.fixture
def laptops(pair: Path, tmp_path: Path) -> tuple[OfficeFile, OfficeFile]:
    copytree(pair, tmp_path, dirs_exist_ok=True)
    clock = Clock()
    first = open_office(OfficeFolder(tmp_path / "first"), "hamid", "گذرواژه-بلند", clock=clock)
    second = open_office(OfficeFolder(tmp_path / "second"), "hamid", OWN, clock=clock)
    return first, second


def met(office: OfficeFile) -> dict[str, Any]:
    with office.write() as work:
        home = add_record(work, "household", {"neighborhood_id": neighborhood(work, "چشمه‌سار"), "declared_size": 3})
        return dict(add_person(work, home))


def carried(office: OfficeFile, other: OfficeFile, name: str = "stick") -> Received:
    path = office.folder.path.parent / f"{name}.tashil"
    write_courier(office, path)
    return read_courier(other, path)


def settled(*laptops: OfficeFile) -> None:
    for _ in range(2):
        for one in laptops:
            for other in laptops:
                if one is not other:
                    carried(one, other)


def code_of(act: Callable[[], object]) -> str:
    try:
        act()
    except RefusedError as refused:
        return refused.problems[0].code
    except UnavailableError as unavailable:
        return unavailable.problem.code
    return ""


def told_of(act: Callable[[], Received]) -> str:
    """What is said of a file that is refused, or used as far as it goes."""
    try:
        came = act()
    except RefusedError as refused:
        return refused.problems[0].code
    return "" if came.complete else came.problem


def test_laptops_that_pass_a_stick_show_the_same_and_then_owe_each_other_nothing(
    laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path
) -> None:
    first, second = laptops
    came = carried(first, second)
    assert (came.complete, came.problem, came.head.sender) == (True, "", first.identity.device_id)
    met(second)
    assert not hand_over_check(second).proven
    settled(first, second)
    assert differences(first, second) == {}
    assert hand_over_check(second).operations == 0
    assert hand_over_check(first).proven
    small = write_courier(first, tmp_path / "small.tashil")
    assert (small.operations, small.segments) == (0, 0), "what was acknowledged travels no more"
    assert not report_lost(first, second.identity.device_id).has_all
    assert report_lost(first, second.identity.device_id).residents == 4


def test_files_that_come_twice_late_in_another_order_or_never_harm_nothing(
    laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path
) -> None:
    first, second = laptops
    paths = []
    for number in range(3):
        met(first)
        paths.append(tmp_path / f"{number}.tashil")
        write_courier(first, paths[-1])
    latest = read_courier(second, paths[2])
    assert latest.segments.keys() == {"new"}, "each file holds all since the last acknowledgement"
    for path in (paths[0], paths[2], paths[1]):
        assert read_courier(second, path).segments.keys() == {"double"}
    assert carried(second, first).segments.keys() <= {"new", "double"}
    settled(first, second)
    assert differences(first, second) == {}


def test_a_file_cut_anywhere_changes_nothing_and_is_used_to_the_cut_only_when_that_is_wanted(
    laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path
) -> None:
    first, second = laptops
    whole = tmp_path / "whole.tashil"
    size = write_courier(first, whole).size
    content = whole.read_bytes()
    cut = tmp_path / "cut.tashil"
    for length in (0, 5, 25, 120, 300, size // 2, size - 200, size - 16, size - 1):
        cut.write_bytes(content[:length])
        assert code_of(lambda: read_courier(second, cut)) in ("stick_truncated", "stick_not_a_courier_file"), length
        with second.connection() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM person").scalar_one() == 0
    for length in (size // 2, size - 200, size - 1):
        cut.write_bytes(content[:length])
        assert told_of(lambda: read_courier(second, cut, salvage=True)) == "stick_truncated", length
    assert carried(second, first).complete
    with first.connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_peer").scalar_one() == 1
    assert read_courier(second, whole).complete
    settled(first, second)
    assert differences(first, second) == {}


def test_damage_and_other_readers_are_told_and_change_nothing(
    laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path
) -> None:
    first, second = laptops
    path = tmp_path / "good.tashil"
    write_courier(first, path)
    good, bad = path.read_bytes(), tmp_path / "bad.tashil"

    def told(content: bytes) -> str:
        bad.write_bytes(content)
        return code_of(lambda: read_courier(second, bad))

    assert told(b"PK and so on") == "stick_not_a_courier_file"
    assert told(good.replace(b"COURIER 1\n", b"COURIER 9\n", 1)) == "stick_newer_format"
    office = first.identity.office_id.encode()
    assert told(good.replace(office, office[::-1], 1)) == "stick_other_office"
    assert told(good.replace(b'"to_kind":"laptop"', b'"to_kind":"province"', 1)) == "stick_for_province"
    assert told(good.replace(b'"from_kind":"laptop"', b'"from_kind":"province"', 1)) == "stick_other_province"
    at = good.index(b"age-encryption") + 100
    assert told(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]) in ("stick_tampered", "stick_not_for_us")
    assert code_of(lambda: read_courier(second, tmp_path / "none.tashil")) == "cannot_read_file"
    with second.connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM person").scalar_one() == 0
    assert code_of(lambda: describe(first, path)) == "stick_not_for_us", "who wrote it cannot open it"
    assert describe(second, path).sender == first.identity.device_id


def test_a_clear_line_that_somebody_changed_takes_the_signature_with_it(
    laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path
) -> None:
    first, second = laptops
    path = tmp_path / "good.tashil"
    write_courier(first, path)
    content = path.read_bytes()
    at = content.index(b'"created":"') + len(b'"created":"')
    path.write_bytes(content[:at] + b"1" + content[at + 1 :])
    assert code_of(lambda: read_courier(second, path)) == "stick_tampered"
    came = read_courier(second, path, salvage=True)
    assert (came.complete, came.problem) == (False, "stick_tampered")
    with second.connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_peer").scalar_one() == 0


def test_whoever_finds_the_stick_reads_no_name_on_it(laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path) -> None:
    first, _ = laptops
    person = met(first)
    path = tmp_path / "found.tashil"
    written = write_courier(first, path)
    content = path.read_bytes()
    told = [person["first_name"], person["last_name"], person["resident_no"], "حمید", "hamid", "رایانهٔ پذیرش"]
    told += [FOUNDING["office"]["title_fa"], FOUNDING["office"]["phone"], "چشمه‌سار"]  # type: ignore[index]
    assert [word for word in told if word.encode() in content or word.encode("utf-16-le") in content] == []
    receipt = " ".join(page_texts(print_document(first, "courier_receipt")))
    mark = sorted(written.sha256[:4].upper())  # readers of pages take digits and letters in orders of their own
    assert any(sorted(word) == mark for word in receipt.split())
    assert not any(word in receipt for word in told if word != FOUNDING["office"]["title_fa"])  # type: ignore[index]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a stick that is full by nature")
@pytest.mark.parametrize("room", [0, 90, 70_000])
@pytest.mark.parametrize(("device", "code"), [("/dev/full", "stick_full"), ("/dev/zero", "stick_gone")])
def test_nothing_half_made_is_left_on_a_stick_that_is_full_or_pulled_out(
    tmp_path: Path, room: int, device: str, code: str
) -> None:
    path, reader = tmp_path / "a.tashil", age.recipient_of(age.new_identity())
    path.write_bytes(b"the file of last week")

    def fill(file: BinaryIO) -> None:
        file.write(bytes(room))
        (part,) = tmp_path.glob(".a.tashil.part")
        turned = os.open(device, os.O_WRONLY if code == "stick_full" else os.O_RDONLY)
        for link in Path("/proc/self/fd").iterdir():
            if link.is_symlink() and link.readlink() == part:
                os.dup2(turned, int(link.name))
        os.close(turned)
        age.encrypt_stream(io.BytesIO(bytes(300_000)), file, [reader])

    assert code_of(lambda: stick.as_written(path, fill)) == code
    assert [one.name for one in tmp_path.iterdir()] == ["a.tashil"]
    assert path.read_bytes() == b"the file of last week"


def test_who_stops_the_writing_leaves_nothing_and_who_stops_the_reading_keeps_what_came(
    laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path
) -> None:
    first, second = laptops

    class StoppedError(Exception):
        pass

    def stop(_share: float) -> None:
        raise StoppedError

    path = tmp_path / "a.tashil"
    with pytest.raises(StoppedError):
        write_courier(first, path, tell=stop)
    assert not list(tmp_path.glob("*a.tashil*"))
    shares: list[float] = []
    write_courier(first, path, tell=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with pytest.raises(StoppedError):
        read_courier(second, path, tell=stop)
    assert read_courier(second, path).segments["double"] == 1


def test_what_photos_hold_comes_after_all_else_and_again_until_it_has_come(
    laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path
) -> None:
    first, second = laptops
    with first.write() as work:
        owner = {"owner_kind": "neighborhood", "owner_id": neighborhood(work, "چشمه‌سار")}
        photo = add_photo(work, owner, picture((70, 70)), {"kind": "place_photo"})
    path = tmp_path / "a.tashil"
    assert write_courier(first, path).attachments == 1
    pass_on(first, second)  # another road, on which no contents go
    assert {one.verdict for one in pass_on(first, second)} <= {"double"}
    carried(second, first)
    assert not hand_over_check(first).proven
    assert carried(first, second).attachments == 1
    with second.connection() as connection:
        assert content_of(connection, photo["sha256"])
    carried(second, first)
    assert hand_over_check(first).proven


def test_a_laptop_that_was_shut_out_opens_no_file_after_that(
    laptops: tuple[OfficeFile, OfficeFile], tmp_path: Path
) -> None:
    first, second = laptops
    third = invite_device(first, "سوم", tmp_path / "third")
    revoke_device(first, second.identity.device_id)
    path = tmp_path / "a.tashil"
    write_courier(first, path)
    assert code_of(lambda: read_courier(second, path)) == "stick_not_for_us"
    office = join_office(OfficeFolder(tmp_path / "3"), third.path, third.code, OWN, cost=COST, clock=first.clock).office
    assert read_courier(office, path).complete, "sealed for the keys of its invitation"
    seal(office)
    meet(first, office)
    assert differences(first, office) == {}


def test_without_another_laptop_or_a_province_there_is_nobody_to_write_to(tmp_path: Path) -> None:
    office = first_laptop(tmp_path / "first", Clock())
    assert code_of(lambda: write_courier(office, tmp_path / "a.tashil")) == "no_other_laptop"
    assert code_of(lambda: write_courier(office, tmp_path / "a.tashil", "province")) == "no_province_yet"
    assert code_of(lambda: write_courier(office, tmp_path / "a.zip")) == "stick_name"


def test_a_laptop_brought_back_from_a_backup_and_the_other_one_lose_nothing_of_each_other(
    laptops: tuple[OfficeFile, OfficeFile],
) -> None:
    first, second = laptops
    before = _noted(first, 0, "پیش از پشتیبان")
    made = back_up(first, None)
    _noted(first, 0, "پس از پشتیبان", before)
    _noted(first, 1, "دیگر")
    settled(first, second)
    _noted(second, 2, "از دومی")
    former = first.identity
    clock = Clock(first.clock() + timedelta(hours=1))  # of the same machine
    first.close()
    first = restore(first.folder, made.path, Secret("hamid", "گذرواژه-بلند"), clock=clock).office
    assert first.identity.device_id != former.device_id
    assert first.identity.block not in (former.block, second.identity.block)
    met(first)
    _noted(first, 3, "پس از بازگشت")
    settled(first, second)
    assert differences(first, second) == {}
    for office in (first, second):
        with office.read() as rows:
            told = {row["note"] for row in rows.find("organization")}
        assert {"پس از پشتیبان", "دیگر", "از دومی", "پس از بازگشت"} <= told
        assert sight(office)["conflicts"] == []
        assert [result for result in check_office(office) if not result.ok] == []
    first.close()
    second.close()


def _noted(office: OfficeFile, which: int, note: str, record: str = "") -> str:
    with office.write() as work:
        record = record or str(work.find("organization")[which]["id"])
        work.change("organization", record, {"note": note})
    return record
