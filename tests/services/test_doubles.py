"""Likely doubles in a real office: keys that follow the records, the office's list, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services import doubles
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.registration import NOT_SAME, likely_doubles, register_household
from desktop.services.undo import undo
from desktop.store.match_keys import SCHEME, is_outdated, renew_all
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    PASSWORD,
    USER,
    add_household,
    add_identifier,
    add_person,
    make_office,
    neighborhood,
    person_values,
)

STRANGERS = (
    ("زهرا", "کریمی", "یعقوب"), ("مریم", "احمدی", "محمد"), ("سکینه", "نوری", "علی"),
    ("لیلا", "صالحی", "حسن"), ("نرگس", "باقری", "رضا"), ("هاجر", "زارع", "قاسم"),
)  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    made.close()


def _strangers(work: UnitOfWork) -> None:
    home = add_household(work)
    for first, last, father in STRANGERS:
        child = {"relation_to_head": "child", "birth_date": "1371/02/03"}
        add_person(work, home, first_name=first, last_name=last, father_name=father, **child)


def _double(work: UnitOfWork, **changes: Any) -> tuple[Row, Row]:
    """فاطمه رنجبری twice, and others."""
    _strangers(work)
    first = add_person(work, birth_date="1362/05/17")
    return first, add_person(work, **{"birth_date": "1362/05/17", **changes})


def _keys(office: OfficeFile) -> list[tuple[int, int]]:
    with office.connection() as connection:
        return [
            tuple(row) for row in connection.exec_driver_sql("SELECT key, entry FROM match_key ORDER BY key, entry")
        ]


def _listed(office: OfficeFile) -> set[frozenset[str]]:
    with office.read() as rows:
        return {frozenset((pair.id, pair.other)) for pair in doubles.pairs(rows)}


@pytest.mark.parametrize(
    "changes",
    [
        {"first_name": "رنجبری", "last_name": "فاطمه"},
        {"first_name": "سیده فاطمه"},
        {"last_name": "رنجبرى", "birth_date": "1362"},
        {"first_name": "فاتمه", "father_name": None},
        {"birth_date": None, "age_estimated": 42},
    ],
)
def test_the_list_names_each_pair_once_with_its_reasons(office: OfficeFile, changes: dict[str, Any]) -> None:
    with office.write() as work:
        first, second = _double(work, **changes)
    with office.read() as rows:
        (pair,) = doubles.pairs(rows)
        (from_one,), (from_other,) = doubles.pairs_of(rows, first["id"]), doubles.pairs_of(rows, second["id"])
    assert {pair.id, pair.other} == {first["id"], second["id"]}
    assert {pair.title, pair.other_title} >= {"فاطمه رنجبری"}
    assert pair.message
    assert set(pair.reasons) == set(from_one.reasons) == set(from_other.reasons)
    assert pair.as_json()["score"] == round(pair.score, 1)


def test_who_was_told_apart_is_not_shown_again(office: OfficeFile) -> None:
    with office.write() as work:
        first, second = _double(work)
    assert len(_listed(office)) == 1
    with office.write() as work:
        verdict = doubles.tell_apart(work, second["id"], first["id"], "خواهر دوقلو")
        assert doubles.tell_apart(work, first["id"], second["id"])["id"] == verdict["id"]
        tx = work.tx
    with office.read() as rows:
        assert list(doubles.pairs(rows)) == doubles.pairs_of(rows, first["id"]) == []
        assert verdict["decided_on"] == rows.today
    with office.write() as work:
        undo(work, tx)
    assert _listed(office) == {frozenset((first["id"], second["id"]))}


@pytest.mark.parametrize(
    "changes",
    [{"occupation_text": "خیاط"}, {"mobile": "09000000011"}, {"status": "moved", "status_date": "1404/06/01"}],
)
def test_who_was_told_apart_stays_apart_whatever_else_is_written(office: OfficeFile, changes: dict[str, Any]) -> None:
    with office.write() as work:
        first, second = _double(work)
        doubles.tell_apart(work, first["id"], second["id"])
    with office.write() as work:
        change_record(work, "person", second["id"], changes)
    assert not _listed(office)


def test_who_was_told_apart_is_asked_of_anew_when_it_is_written_who_they_are(office: OfficeFile) -> None:
    with office.write() as work:
        first, second = _double(work, birth_date="1361/05/17")
        doubles.tell_apart(work, first["id"], second["id"])
    assert not _listed(office)
    with office.write() as work:
        change_record(work, "person", second["id"], {"birth_date": "1362/05/17"})
    assert _listed(office) == {frozenset((first["id"], second["id"]))}
    with office.write() as work:
        doubles.tell_apart(work, first["id"], second["id"])
    assert not _listed(office)
    with office.write() as work:
        add_identifier(work, first, "9931000201")
        add_identifier(work, second, "9931000201")
    with office.read() as rows:
        (pair,) = doubles.pairs(rows)
    assert "identifier" in pair.reasons


def test_who_was_told_apart_while_registering_is_not_shown_afterwards(office: OfficeFile) -> None:
    with office.write() as work:
        _strangers(work)
        known = add_person(work)
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
        made = register_household(work, home, [{**person_values(), NOT_SAME: [known["id"]]}])
    assert not _listed(office)
    with office.read() as rows:
        assert doubles.verdict_on(rows, known["id"], made.persons[0]["id"]) is not None


def test_only_two_files_can_be_told_apart(office: OfficeFile) -> None:
    with office.write() as work:
        first, _ = _double(work)
    with pytest.raises(RefusedError), office.write() as work:
        doubles.tell_apart(work, first["id"], first["id"])


_PAPERS: dict[str, Any] = {"mobile": "09000000011"}
TWELVE: dict[str, tuple[dict[str, Any], str]] = {
    "arabic letters": ({"last_name": "رنجبرى", "first_name": "فاطمة"}, "نام و نام خانوادگی یکسان"),
    "homophone": ({"first_name": "فاتمه"}, "نام و نام خانوادگی هم‌آوا"),
    "joined or split": ({"last_name": "رنج بری", "father_name": "غلام رضا"}, "نام و نام خانوادگی یکسان"),
    "swapped": ({"first_name": "رنجبری", "last_name": "فاطمه"}, "جابه‌جایی نام و نام خانوادگی"),
    "honorific": ({"first_name": "سیده فاطمه"}, "نام یکسان، یکی با «سید» یا «حاج»"),
    "typing": ({"last_name": "رنجبزی"}, "نام و نام خانوادگی نزدیک"),
    "wrong day": ({"birth_date": "1362/05/18"}, "تاریخ تولد نزدیک"),
    "missing day": ({"birth_date": "1362"}, "سال تولد یکسان"),
    "missing number": ({"number": None}, "تاریخ تولد یکسان"),
    "wrong number": ({"number": "9931000210"}, "شمارهٔ هویتی با یک رقم تفاوت"),
    "lost zero": ({"number": "12345679"}, "شمارهٔ هویتی یکسان"),
    "other mobile": ({"mobile": "09350000000"}, "نام پدر یکسان"),
    "no father": ({"father_name": None}, "شمارهٔ همراه یکسان"),
}


@pytest.mark.parametrize(("changes", "told"), TWELVE.values(), ids=TWELVE)
def test_every_way_of_being_registered_twice_is_found_and_told_in_words(
    office: OfficeFile, changes: dict[str, Any], told: str
) -> None:
    given = dict(changes)
    number = given.pop("number", "9931000201")
    with office.write() as work:
        _strangers(work)
        first = add_person(work, birth_date="1362/05/17", **_PAPERS)
        _with_number(work, first, "0012345679" if number == "12345679" else "9931000201")
        second = add_person(work, **{"birth_date": "1362/05/17", **_PAPERS, **given})
        _with_number(work, second, number)
    with office.read() as rows:
        (pair,) = doubles.pairs(rows)
        (beside,) = doubles.pairs_of(rows, second["id"])
    assert {pair.id, pair.other} == {first["id"], second["id"]}
    assert told in pair.message
    assert told in beside.message


def _with_number(work: UnitOfWork, person: Row, number: str | None) -> None:
    """As a table from elsewhere brings it: a wrong number is kept as some other paper's."""
    if number is not None:
        right = number in ("9931000201", "0012345679")
        add_identifier(work, person, number, "national_id" if right else "birth_cert_no")


def _born(work: UnitOfWork, home: Row, **changes: Any) -> Row:
    return add_person(work, home, relation_to_head="child", **changes)


def test_twins_father_and_son_and_namesakes_are_not_called_one(office: OfficeFile) -> None:
    with office.write() as work:
        _strangers(work)
        home = add_household(work)
        for name in ("حسن", "حسین"):
            _born(work, home, first_name=name, last_name="محمدی", father_name="یعقوب", birth_date="1390/04/05")
        _born(work, home, first_name="علی", last_name="اکبری", father_name="حسن", birth_date="1330/01/09")
        _born(work, home, first_name="علی", last_name="اکبری", father_name="علی", birth_date="1362/07/11")
        for father in ("رضا", "قاسم"):
            add_person(work, first_name="زهرا", last_name="کریمی", father_name=father, birth_date="1371")
    assert not _listed(office)


@pytest.mark.parametrize("status", ["moved", "deceased"])
def test_who_moved_or_died_may_still_be_a_double(office: OfficeFile, status: str) -> None:
    with office.write() as work:
        first, second = _double(work)
        change_record(work, "person", second["id"], {"status": status, "status_date": "1404/06/01"})
    assert _listed(office) == {frozenset((first["id"], second["id"]))}


def test_a_nameless_file_is_nobodys_double(office: OfficeFile) -> None:
    with office.write() as work:
        _strangers(work)
        for _ in range(2):
            add_person(work, first_name="ساکن", last_name="بی‌نام", father_name=None)
    assert not _listed(office)


def test_the_work_on_the_list_tells_how_far_it_is_and_stops_when_it_is_told_to(office: OfficeFile) -> None:
    with office.write() as work:
        _double(work)
    told: list[float] = []
    with office.read() as rows:
        assert len(list(doubles.pairs(rows, told.append))) == 1
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)

    class Stopped(Exception):  # noqa: N818
        pass

    def stop(_fraction: float) -> None:
        raise Stopped

    with office.read() as rows, pytest.raises(Stopped):
        list(doubles.pairs(rows, stop))


def test_keys_follow_every_change_of_a_record(office: OfficeFile) -> None:
    with office.write() as work:
        person, other = _double(work)
        paper = add_identifier(work, person, "9931000201")
        change_record(work, "person", person["id"], {"last_name": "رنج‌بر", "mobile": "09000000011"})
        change_record(work, "person_identifier", paper["id"], {"value": "9931000228"})
        delete_record(work, "person", other["id"])
    kept = _keys(office)
    with office.write() as work:
        work.connection.exec_driver_sql("DELETE FROM match_key")
        secret = work.connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'match_secret'").scalar_one()
        renew_all(work.connection)
        assert (
            secret != work.connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'match_secret'").scalar_one()
        )
    assert len(_keys(office)) == len(kept)
    assert {entry for _, entry in _keys(office)} == {entry for _, entry in kept}


def test_a_change_of_something_else_leaves_the_keys_alone(office: OfficeFile) -> None:
    with office.write() as work:
        person, _ = _double(work)
    before = _keys(office)
    with office.write() as work:
        change_record(work, "person", person["id"], {"occupation_text": "خیاط"})
    assert _keys(office) == before


def test_two_offices_write_the_same_person_with_other_keys(office: OfficeFile, tmp_path: Path) -> None:
    elsewhere = make_office(tmp_path / "elsewhere", code="0804")
    for each in (office, elsewhere):
        with each.write() as work:
            add_person(work)
    ours, theirs = ({key for key, _ in _keys(each)} for each in (office, elsewhere))
    elsewhere.close()
    assert ours
    assert ours.isdisjoint(theirs)


def test_keys_of_an_older_program_are_made_anew_when_the_office_is_opened(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    with office.write() as work:
        first, second = _double(work)
        work.connection.exec_driver_sql("DELETE FROM match_key")
        work.connection.exec_driver_sql("DELETE FROM meta WHERE key LIKE 'match_%'")
        assert is_outdated(work.connection)
    office.close()
    opened = open_office(OfficeFolder(tmp_path / "office"), USER, PASSWORD)
    with opened.connection() as connection:
        assert connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'match_scheme'").scalar() == SCHEME
    assert _listed(opened) == {frozenset((first["id"], second["id"]))}
    opened.close()


@pytest.mark.parametrize("typed", ["9931000301", "9931002001", "۹۹۳۱۰۰۰۲۰۱"])
def test_a_number_with_a_slip_finds_its_person(office: OfficeFile, typed: str) -> None:
    with office.write() as work:
        _strangers(work)
        known = add_person(work)
        add_identifier(work, known, "9931000201")
    member = {"first_name": "فاطمه", "last_name": "رنجبری", "sex": "female"}
    with office.read() as rows:
        found = likely_doubles(rows, member, [typed])
    assert [each.person["id"] for each in found] == [known["id"]]
    assert any(reason.startswith("identifier") for reason in found[0].reasons)


def test_a_name_alone_that_is_not_finished_finds_nobody(office: OfficeFile) -> None:
    with office.write() as work:
        add_person(work)
    with office.read() as rows:
        assert likely_doubles(rows, {"first_name": "فاطمه", "last_name": None}) == []


def test_the_age_that_was_guessed_today_is_compared_with_the_year_of_birth(office: OfficeFile) -> None:
    with office.write() as work:
        _strangers(work)
        known = add_person(work)
    typed = {**person_values(), "birth_date": None, "age_estimated": 43}
    with office.read() as rows:
        (found,) = likely_doubles(rows, typed)
        assert found.person["id"] == known["id"]
        assert "age" in found.reasons
        assert likely_doubles(rows, {**typed, "age_estimated": 8}) == []


def test_a_third_file_is_a_pair_with_each_of_two_that_were_told_apart(office: OfficeFile) -> None:
    with office.write() as work:
        first, second = _double(work)
        third = add_record(
            work, "person", {**person_values(birth_date="1362/05/17"), "household_id": add_household(work)["id"]}
        )
        doubles.tell_apart(work, first["id"], second["id"])
    assert _listed(office) == {frozenset((first["id"], third["id"])), frozenset((second["id"], third["id"]))}
