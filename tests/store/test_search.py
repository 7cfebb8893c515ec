"""One name typed on any keyboard, in any spelling, with any digits, finds the same person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.services.records import add_record, change_record, delete_record
from desktop.store.office_file import OfficeFile
from desktop.store.search import Spelling, search
from tests.factories import add_household, add_identifier, add_person, make_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = make_office(tmp_path_factory.mktemp("search"))
    with made.write() as work:
        person = add_person(work, last_name="موسی‌پور", mobile="09000000011", father_name="یحیی")
        add_identifier(work, person, "9931000201")
        add_person(work, last_name="رنجبری", first_name="طاهره", father_name=None)
        add_person(work, last_name="کریمی‌نژاد", first_name="علی", sex="male", father_name=None)
        add_person(work, first_name="سید علی‌اکبر", last_name="حسین‌زاده", sex="male", father_name=None)
        add_person(work, first_name="سیدعلی اکبر", last_name="میرصادقی‌نژاد", sex="male", father_name=None)
        guest = add_person(work, first_name="نورمحمد", last_name="حیدری", sex="male", nationality_group="افغانستانی")
        add_identifier(work, guest, "120045678901", "foreigner_unique_code")
    yield made
    made.close()


def _titles(office: OfficeFile, typed: str, kind: str = "person") -> list[str]:
    with office.connection() as connection:
        return [hit.title for hit in search(connection, typed, kind=kind, spelling=Spelling())]


@pytest.mark.parametrize(
    "typed",
    [
        "موسی‌پور",
        "موسي پور",
        "موسیپور",
        "موسى‌پور",
        "ﻣﻮﺳﯽ پور",
        "مـوسـی‌پور",
        "موسی",
        "پور فاطمه",
        "فاطمه موس",
        "موسا پور",
    ],
)
def test_a_compound_name_is_found_in_every_spelling(office: OfficeFile, typed: str) -> None:
    assert "فاطمه موسی‌پور" in _titles(office, typed)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("كريمي نژاد", "علی کریمی‌نژاد"),
        ("کریمینژاد", "علی کریمی‌نژاد"),
        ("تاهره", "طاهره رنجبری"),
        ("رنچبری", "طاهره رنجبری"),
        ("نور محمد", "نورمحمد حیدری"),
        ("حسینزاده", "سید علی‌اکبر حسین‌زاده"),
        ("حسین زاده", "سید علی‌اکبر حسین‌زاده"),
        ("سیدعلی اکبر حسینزاده", "سید علی‌اکبر حسین‌زاده"),
        ("حسين زاده سید علیاکبر", "سید علی‌اکبر حسین‌زاده"),
        ("سید علی اکبر میر صادقی نژاد", "سیدعلی اکبر میرصادقی‌نژاد"),
        ("میرصادقینژاد", "سیدعلی اکبر میرصادقی‌نژاد"),
        ("يحيي", "فاطمه موسی‌پور"),
    ],
)
def test_arabic_letters_gaps_homophones_and_slips_are_forgiven(office: OfficeFile, typed: str, title: str) -> None:
    assert title in _titles(office, typed)


@pytest.mark.parametrize("number", ["9931000201", "۹۹۳۱۰۰۰۲۰۱", "٩٩٣١٠٠٠٢٠١", "99310002", "۰۹۰۰۰۰۰۰۰۱۱"])
def test_numbers_are_found_in_three_scripts(office: OfficeFile, number: str) -> None:
    assert _titles(office, number) == ["فاطمه موسی‌پور"]


def test_a_foreigners_code_is_found_too(office: OfficeFile) -> None:
    assert _titles(office, "۱۲۰۰۴۵۶۷۸۹۰۱") == ["نورمحمد حیدری"]


@pytest.mark.parametrize("typed", ["گلستان‌آباد", "گلستان اباد", "گلستانآباد", "گلستاناباد"])
def test_a_neighbourhood_is_found_in_every_spelling(office: OfficeFile, typed: str) -> None:
    assert _titles(office, typed, "neighborhood") == ["گلستان‌آباد"]


@pytest.mark.parametrize("typed", ["", "   ", "!!", "\u200c", '"', "* OR", "-", "قسطنطنیه"])
def test_what_means_nothing_finds_nothing_and_breaks_nothing(office: OfficeFile, typed: str) -> None:
    assert _titles(office, typed) == []


def test_the_index_follows_every_change(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    with office.write() as work:
        home = add_household(work)
        person = add_person(work, home)
        paper = add_identifier(work, person, "9931000201")
    with office.write() as work:
        change_record(work, "person", person["id"], {"last_name": "سیرجانی"})
        change_record(work, "person_identifier", paper["id"], {"value": "9931000309"})
    assert _titles(office, "رنجبری") == []
    assert _titles(office, "سیرجانی") == ["فاطمه سیرجانی"]
    assert _titles(office, "سیرجانی", "household") == ["خانوار فاطمه سیرجانی"]
    assert (_titles(office, "9931000201"), _titles(office, "9931000309")) == ([], ["فاطمه سیرجانی"])
    with office.write() as work:
        delete_record(work, "person_identifier", paper["id"])
        again = add_record(work, "person_identifier", {"person_id": person["id"], "type": "none"})
    assert again["value"] is None
    assert _titles(office, "9931000309") == []
    with office.read() as rows:
        assert rows.find("person")[0]["national_id"] is None
    with office.write() as work:
        delete_record(work, "person", person["id"])
    assert _titles(office, "سیرجانی") == _titles(office, "سیرجانی", "household") == []
    office.close()
