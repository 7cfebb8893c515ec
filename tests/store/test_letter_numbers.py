"""Numbers of letters: laptops that never meet do not collide, and no number is given twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.letter import LETTERS_OF_KINDS, letter_number, letter_prefix
from desktop.domain.persian.calendar import from_gregorian, to_gregorian
from desktop.domain.problems import RefusedError
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.undo import undo
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import LAPTOPS, UnitOfWork, number_in_block
from tests.factories import agency, make_office
from tests.fakes import FakeClock


@pytest.fixture
def office(tmp_path: Path) -> Any:
    made = make_office(tmp_path)
    yield made
    made.close()


def _letter(work: UnitOfWork, **changes: Any) -> str:
    given = {"kind": "general", "to_org_id": agency(work), "subject": "هماهنگی", "body": "خواهشمند است اقدام شود."}
    return str(add_record(work, "letter", {**given, **changes})["number"])


_DAYS = st.dates(to_gregorian(1400, 1, 1), to_gregorian(1410, 12, 29))
_WRITTEN = st.tuples(
    st.integers(0, LAPTOPS - 1), _DAYS, st.sampled_from(["in", "out"]), st.sampled_from([*LETTERS_OF_KINDS])
)


@given(st.lists(_WRITTEN, max_size=60), st.integers(0, 30_000))
def test_any_laptops_in_any_order_and_year_give_numbers_that_differ(
    written: list[tuple[int, date, str, str]], before: int
) -> None:
    given_by: Counter[tuple[int, int]] = Counter()
    numbers = []
    for block, on, direction, kind in written:
        sequence = (block, from_gregorian(on).year)
        given_by[sequence] += 1
        place = number_in_block(block, before + given_by[sequence])
        numbers.append(letter_number("کر-۰۳", on, direction, kind, place))
    assert len(set(numbers)) == len(numbers)
    untyped = [number.split("/")[1::2] for number in numbers]
    assert len({tuple(parts) for parts in untyped}) == len(numbers), "year and sequence alone tell letters apart"


def test_a_letter_is_numbered_by_office_year_sort_and_sequence(office: OfficeFile) -> None:
    with office.write() as work:
        assert _letter(work) == "کر-۰۳/۱۴۰۴/ع/۰۰۰۱"
        assert _letter(work, kind="invitation") == "کر-۰۳/۱۴۰۴/د/۰۰۰۲"
        assert _letter(work, direction="in", kind="general", body="") == "کر-۰۳/۱۴۰۴/و/۰۰۰۳"
        assert _letter(work, date="1403/12/29") == "کر-۰۳/۱۴۰۳/ع/۰۰۰۱"
        assert _letter(work) == "کر-۰۳/۱۴۰۴/ع/۰۰۰۴"


def test_an_office_may_have_a_beginning_of_its_own(office: OfficeFile) -> None:
    with office.write() as work:
        about = work.find("office")[0]
        change_record(work, "office", about["id"], {"letter_prefix": "م‌آ"})
        assert _letter(work).startswith("م‌آ/۱۴۰۴/")
    assert letter_prefix({"letter_prefix": None, "code": "9912"}) == "99-۱۲", "a province without initials"


def test_no_number_comes_again_after_an_undo_a_deletion_or_a_refusal(office: OfficeFile) -> None:
    with office.write() as work:
        first = _letter(work)
        done = work.finish()
    with office.write() as work:
        undo(work, done.tx)
    with office.write() as work:
        second = add_record(
            work, "letter", {"to_org_id": agency(work), "subject": "الف", "body": "خواهشمند است اقدام شود."}
        )
        delete_record(work, "letter", second["id"])
    with office.write() as work:
        third = _letter(work)
    assert [number[-1] for number in (first, second["number"], third)] == ["۱", "۲", "۳"]


def test_the_second_laptop_gives_numbers_of_its_own_block(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    with office.write() as work:
        first = _letter(work)
    with office.write() as work:
        work.identity = replace(work.identity, block=1)
        second, third = _letter(work), _letter(work)
    assert (first[-4:], second, third[-5:]) == ("۰۰۰۱", "کر-۰۳/۱۴۰۴/ع/۱۰۰۰۲", "۱۰۰۰۳")
    office.close()


def test_a_bulk_load_numbers_letters_too(office: OfficeFile) -> None:
    with office.write() as work:
        given = dict.fromkeys(("in_reply_to", "person_id", "printed_at"))
        one = add_record(work, "letter", {"to_org_id": agency(work), "subject": "الف", "body": "ب"})
        whole = {**one, **given, "number": ""}
        many = [{name: whole[name] for name in whole if name not in ("id", "row")} for _ in range(3)]
        numbers = [row["number"] for row in work.add_many("letter", many)]
    assert numbers == [f"کر-۰۳/۱۴۰۴/ع/۰۰۰{digit}" for digit in "۲۳۴"]


def test_what_a_number_tells_does_not_change_any_more(tmp_path: Path) -> None:
    clock = FakeClock()
    office = make_office(tmp_path, clock)
    with office.write() as work:
        letter = add_record(
            work, "letter", {"to_org_id": agency(work), "subject": "الف", "body": "ب", "date": "1404/01/02"}
        )
    for change in ({"kind": "thanks"}, {"direction": "in"}, {"date": "1403/12/29"}):
        with pytest.raises(RefusedError) as refused, office.write() as work:
            change_record(work, "letter", letter["id"], change)
        assert [problem.code for problem in refused.value.problems] == ["letter_numbered"]
    with office.write() as work:
        assert change_record(work, "letter", letter["id"], {"date": "1404/06/01"})["number"] == letter["number"]
        with pytest.raises(RefusedError):
            change_record(work, "letter", letter["id"], {"number": "۱"})
    office.close()
