"""The office in one sealed package: nothing can be read without its code, and the next operator has everything."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.handover import hand_over, take_over
from desktop.services.records import add_record
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from tests.cli.running import tashilgar_here
from tests.factories import CHEAP, PASSWORD, USER, add_colleague, add_need, add_person, make_office

NEXT = {"username": "mina", "full_name": "مینا سلطانی", "operator": {"name_fa": "موسسهٔ تازه"}}


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    made = make_office(tmp_path / "office")
    add_colleague(made, "samira", "facilitator", "سمیرا دادخواه")
    with made.write() as work:
        add_need(work, add_person(work))
        operator = add_record(work, "organization", {"name_fa": "جهاد دانشگاهی", "kind": "operator"})["id"]
        days = {"start_date": "1403/01/01", "end_date": "1404/12/29"}
        add_record(work, "office_contract", {"operator_org_id": operator, "contract_no": "۱", **days})
    return made


def test_the_next_operator_has_everything_and_the_former_accounts_open_nothing(
    office: OfficeFile, tmp_path: Path
) -> None:
    target = tmp_path / "office.tashil-handover"
    package = hand_over(office, target, cost=CHEAP)
    with office.read() as rows:
        contract = rows.find("office_contract")[0]
        assert (contract["handover_status"], contract["package_hash"]) == ("prepared", package.sha256)
        people = rows.find("person")
    former = office.identity
    office.close()
    taken = take_over(OfficeFolder(tmp_path / "next"), target, package.code, NEXT, PASSWORD, cost=CHEAP)
    assert taken.next_code not in ("", package.code)
    assert [result.check for result in check_office(taken) if not result.ok] == []
    with taken.read() as rows:
        assert [person["id"] for person in rows.find("person")] == [person["id"] for person in people]
        assert len(rows.find("need")) == package.counts["need"] == 1
        assert [a["username"] for a in rows.find("user_account", active=True)] == ["mina"]
    assert (taken.identity.office_id, taken.identity.block) == (former.office_id, former.block + 1)
    assert taken.identity.device_id != former.device_id
    assert taken.data_key != office.data_key
    taken.close()
    open_office(OfficeFolder(tmp_path / "next"), "mina", PASSWORD).close()
    for gone in (USER, "samira"):
        with pytest.raises(UnavailableError, match="wrong_password"):
            open_office(OfficeFolder(tmp_path / "next"), gone, PASSWORD)
    open_office(OfficeFolder(tmp_path / "office"), USER, PASSWORD).close()


def test_a_package_names_nobody_and_opens_only_whole_and_with_its_code(office: OfficeFile, tmp_path: Path) -> None:
    target = tmp_path / "office.tashil-handover"
    package = hand_over(office, target, cost=CHEAP)
    office.close()
    plain = target.read_bytes()
    assert "فاطمه".encode() not in plain
    assert b"SQLite format 3" not in plain
    with zipfile.ZipFile(target) as whole:
        manifest = json.loads(whole.read("manifest.json"))
    assert manifest["counts"]["person"] == 1
    assert not list((tmp_path / "office").glob(".handover-*"))
    other = "0" * len(package.code)
    for code, file in ((other, target), (package.code, tmp_path / "none.tashil-handover")):
        with pytest.raises((UnavailableError, RefusedError)):
            take_over(OfficeFolder(tmp_path / "next"), file, code, NEXT, PASSWORD, cost=CHEAP)
    (tmp_path / "cut.tashil-handover").write_bytes(plain[: len(plain) // 2])
    with pytest.raises(UnavailableError, match="not_a_package"):
        take_over(OfficeFolder(tmp_path / "next"), tmp_path / "cut.tashil-handover", package.code, NEXT, PASSWORD)
    assert not (tmp_path / "next" / "office.db").exists()


def test_only_the_manager_hands_over_and_nothing_is_overwritten(office: OfficeFile, tmp_path: Path) -> None:
    target = tmp_path / "office.tashil-handover"
    with pytest.raises(RefusedError, match="package_name"):
        hand_over(office, tmp_path / "office.zip", cost=CHEAP)
    target.write_bytes(b"mine")
    with pytest.raises(UnavailableError, match="file_exists"):
        hand_over(office, target, cost=CHEAP)
    office.close()
    said = tashilgar_here(tmp_path / "office", "handover", str(tmp_path / "b.tashil-handover"), user="samira")
    assert said.codes == {("", "not_allowed")}
    assert target.read_bytes() == b"mine"


def test_the_words_hand_over_and_take_over(office: OfficeFile, tmp_path: Path) -> None:
    office.close()
    file = str(tmp_path / "office.tashil-handover")
    made = tashilgar_here(tmp_path / "office", "handover", file).line
    assert made["counts"]["person"] == 1
    code = {"TASHILGAR_RECOVERY_CODE": made["recovery_code"]}
    words = ("handover", "--open", file, "--full-name", "مینا سلطانی")
    opened = tashilgar_here(tmp_path / "next", *words, user="mina", **code)
    assert opened.code == 0, opened.err
    assert len(tashilgar_here(tmp_path / "next", "list", "person", user="mina").lines) == 1
