"""Laptops of one office read each other's segments into real encrypted files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.consents import give_consent
from desktop.services.registration import register_household
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.sync.sealing import seal
from desktop.sync.taking import take
from tests.sync.laptops import Clock, differences, first_laptop, introduce, meet, next_laptop, pass_on, segments_for

MEMBERS = [
    {"first_name": "مریم", "last_name": "احمدی", "father_name": "حسین", "relation_to_head": "head", "sex": "female",
     "birth_date": "1360", "identifier_type": "national_id", "identifier_value": "0012345679"},
    {"first_name": "زهرا", "last_name": "احمدی", "father_name": "علی", "relation_to_head": "child", "sex": "female",
     "birth_date": "1390"},
]  # fmt: skip


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[OfficeFile, OfficeFile]]:
    clock = Clock()
    first = first_laptop(tmp_path / "a", clock)
    second = next_laptop(first, tmp_path / "b", clock, 1)
    introduce(first, second)
    yield first, second
    first.close()
    second.close()


def _register(office: OfficeFile) -> None:
    with office.write() as work:
        place = work.find("neighborhood")[0]["id"]
        given = {"neighborhood_id": place, "declared_size": 2, "registered_on": "1404/06/12"}
        register_household(work, given, [dict(member) for member in MEMBERS])


def test_a_second_laptop_shows_all_that_the_first_has(laptops: tuple[OfficeFile, OfficeFile]) -> None:
    first, second = laptops
    _register(first)
    assert {taken.verdict for taken in pass_on(first, second)} == {"new"}
    assert differences(first, second) == {}
    assert [result.check for result in check_office(second) if not result.ok] == []
    assert pass_on(first, second) == []


def test_what_is_told_again_since_somebody_agreed_looks_the_same_where_it_was_told(
    laptops: tuple[OfficeFile, OfficeFile],
) -> None:
    first, second = laptops
    _register(first)
    pass_on(first, second)
    with second.write() as work:
        person = work.find("person")[0]["id"]
        give_consent(work, person, "sync_to_province", {"method": "signature"})
    for _ in range(2):
        meet(first, second)
    assert differences(first, second) == {}


def test_two_edits_of_one_field_are_a_conflict_on_both(laptops: tuple[OfficeFile, OfficeFile]) -> None:
    first, second = laptops
    _register(first)
    meet(first, second)
    for office, name in ((first, "مرضیه"), (second, "ماریه")):
        with office.write() as work:
            work.change("person", work.find("person", first_name="مریم")[0]["id"], {"first_name": name})
    meet(first, second)
    assert differences(first, second) == {}
    with first.connection() as connection:
        assert connection.exec_driver_sql("SELECT kind, field FROM record_conflict").all() == [("person", "first_name")]
    with first.read() as rows:
        assert rows.find("person", first_name="ماریه")
        assert rows.find("household")[0]["head_name"] == "ماریه احمدی"
    for office in laptops:
        assert [result.check for result in check_office(office) if not result.ok] == []


def test_a_damaged_segment_is_not_kept_to_wait_for_an_earlier_one(laptops: tuple[OfficeFile, OfficeFile]) -> None:
    first, second = laptops
    for _ in range(2):
        _register(first)
        seal(first)
    *_, late = segments_for(first, second)
    assert take(second, late[:-1] + bytes([late[-1] ^ 1])).verdict == "damaged"
    assert take(second, late).verdict == "waiting"
    pass_on(first, second)
    assert differences(first, second) == {}
