"""Numbers of people, places and organisations. All people's numbers here are made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.identifiers import (
    damm_digit,
    foreigner_code_doubtful,
    postal_code_doubtful,
    read_foreigner_code,
    read_landline,
    read_legal_id,
    read_mobile,
    read_national_id,
    read_passport,
    read_phone,
    read_postal_code,
    read_resident_no,
    resident_no,
)
from desktop.domain.problems import Refusal
from tests.domain.persian.refusals import refused

Reader = Callable[[str], str]
TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
READERS: tuple[Reader, ...] = (
    read_national_id,
    read_mobile,
    read_landline,
    read_phone,
    read_postal_code,
    read_foreigner_code,
    read_passport,
    read_legal_id,
    read_resident_no,
)
ONE_OF_EACH: dict[Reader, str] = {
    read_national_id: "0012345679",
    read_mobile: "09000000011",
    read_landline: "03432123456",
    read_phone: "03432123456",
    read_postal_code: "7613813579",
    read_foreigner_code: "120045678901",
    read_passport: "P0123456",
    read_legal_id: "10380284790",
    read_resident_no: "0803004125",
}
GAPS = " \u00a0\t-\u2010\u2011\u2013\u2014\u2212"
STRAY = GAPS + "\u200c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad"


def accepted(read: Reader, typed: str) -> bool:
    try:
        return bool(read(typed))
    except Refusal:
        return False


VALID_IDS = ["0012345679", "1234567891", "0084125780", "2987654324", "9990000018", "0183382390", "9931000201"]


@pytest.mark.parametrize("code", VALID_IDS)
def test_a_right_national_id_is_kept_in_ascii(code: str) -> None:
    assert read_national_id(code) == code
    assert read_national_id(to_persian(code)) == code
    assert read_national_id(f" {code[:3]}-{code[3:9]}-{code[9]}\u200f") == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0012345678", "national_id_check"),
        ("0021345679", "national_id_check"),
        ("9931000210", "national_id_check"),
        ("993100021", "national_id_check"),
        ("1111111111", "national_id_equal"),
        ("000000000", "national_id_equal"),
        ("12345678", "national_id_length"),
        ("00123456790", "national_id_length"),
        ("1234567", "national_id_length"),
        ("", "national_id_length"),
        ("00123a5679", "national_id_length"),
        ("²²²²²²²²²²", "national_id_length"),
    ],
)
def test_a_wrong_national_id_is_refused_with_its_reason(typed: str, code: str) -> None:
    assert refused(read_national_id, typed) == code


@given(st.integers(0, 999_999_999))
def test_of_ten_last_digits_only_one_is_right_and_the_rest_are_slips(body: int) -> None:
    right = [last for last in "0123456789" if accepted(read_national_id, f"{body:09}{last}")]
    weighed = sum(int(digit) * (10 - place) for place, digit in enumerate(f"{body:09}")) % 11
    assert right == [str(weighed if weighed < 2 else 11 - weighed)] or len(set(f"{body:09}")) == 1


@pytest.mark.parametrize("digit", "0123456789")
def test_ten_equal_digits_are_no_national_id_though_the_sum_is_right(digit: str) -> None:
    assert refused(read_national_id, digit * 10) == "national_id_equal"


@pytest.mark.parametrize(
    ("typed", "padded"), [("84125780", "۰۰۸۴۱۲۵۷۸۰"), ("012345679", "۰۰۱۲۳۴۵۶۷۹"), ("۱۲۳۴۵۶۷۹", "۰۰۱۲۳۴۵۶۷۹")]
)
def test_lost_leading_zeros_are_offered_back(typed: str, padded: str) -> None:
    with pytest.raises(Refusal, match="national_id_pad") as caught:
        read_national_id(typed)
    assert caught.value.facts == {"padded": padded}
    assert to_persian(read_national_id(padded)) == padded


@pytest.mark.parametrize(
    "typed",
    [
        "+98 900 000 0011",
        "00989000000011",
        "989000000011",
        "9000000011",
        "۰۹۰۰۰۰۰۰۰۱۱",
        "0900-000-0011",
        "+98 (0) 900 000 0011",
        "\u202a+989000000011\u202c",
        "989000000011+",
        "+٩٨ (٠) ٩٠٠ ٠٠٠ ٠٠١١",
        "+98\u00a0900\u2011000\u20110011",
        "(0900) 000.00.11",
        "0098 0900 000 0011",
    ],
)
def test_a_mobile_is_kept_as_dialled_at_home(typed: str) -> None:
    assert read_mobile(typed) == "09000000011"
    assert read_phone(typed) == "09000000011"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0900000001",
        "090000000111",
        "03432123456",
        "+44 7911 123456",
        "0900x000011",
        "0900000001۱۱",
        "+1 900 000 0011",
    ],
)
def test_what_is_no_mobile_is_refused(typed: str) -> None:
    assert refused(read_mobile, typed) == "mobile"


@pytest.mark.parametrize("typed", ["03432123456", "034-3212 3456", "(034)32123456", "+983432123456", "۳۴۳۲۱۲۳۴۵۶"])
def test_a_landline_is_kept_with_its_prefix(typed: str) -> None:
    assert read_landline(typed) == "03432123456"
    assert read_phone(typed) == "03432123456"


@pytest.mark.parametrize("typed", ["32123456", "09000000011", "00432123456", "+49 30 123456", ""])
def test_what_is_no_landline_is_refused(typed: str) -> None:
    assert refused(read_landline, typed) == "landline"


def test_where_nobody_can_answer_is_refused() -> None:
    assert refused(read_phone, "123") == "phone"


def test_a_postal_code_has_ten_digits_that_differ() -> None:
    assert read_postal_code("۷۶۱۳۸-۱۳۵۷۹") == "7613813579"
    for typed in ("", "761381357", "1111111111", "76138A3579"):
        assert refused(read_postal_code, typed) == "postal_code"


def test_a_postal_code_with_an_unused_route_digit_is_only_doubtful() -> None:
    assert postal_code_doubtful("7601313579")
    assert postal_code_doubtful("7621313579")
    assert not postal_code_doubtful("7613102020")


def test_a_foreign_nationals_code_is_kept_and_only_its_length_is_doubted() -> None:
    assert read_foreigner_code("۱۲۰۰۴۵۶۷۸۹۰۱") == "120045678901"
    assert refused(read_foreigner_code, "1234567") == "foreigner_code"
    assert refused(read_foreigner_code, "1" * 17) == "foreigner_code"
    assert not foreigner_code_doubtful("foreigner_unique_code", "120045678901")
    assert foreigner_code_doubtful("foreigner_unique_code", "12004567890")
    assert not foreigner_code_doubtful("foreigner_inclusive_code", "1" * 16)
    assert foreigner_code_doubtful("foreigner_inclusive_code", "1" * 12 + "1")
    assert not foreigner_code_doubtful("residence_card", "12345678")


def test_a_passport_is_kept_in_capitals() -> None:
    assert read_passport("p ۰۱۲۳۴۵۶") == "P0123456"
    assert read_passport("ab-12 34567") == "AB1234567"
    for typed in ("P1234", "P123456789012", "گ1234567", "", "ABCDEFG", "P12345ß", "ſ123456", "P12345_6"):
        assert refused(read_passport, typed) == "passport"


def test_an_organisations_number_is_checked() -> None:
    assert read_legal_id("۱۰۳۸۰۲۸۴۷۹۰") == "10380284790"
    for typed in ("10380284791", "10380285690", "1038028479", "103802847900", "00000000000", "22222222222", ""):
        assert refused(read_legal_id, typed) == "legal_id"


@given(st.integers(1, 9_999_999_999))
def test_of_ten_last_digits_of_an_organisations_number_only_one_is_right(body: int) -> None:
    assert (
        len(set(f"{body:010}")) == 1 or sum(accepted(read_legal_id, f"{body:010}{last}") for last in "0123456789") == 1
    )


def test_a_residents_number_ends_in_its_check_digit() -> None:
    assert damm_digit("572") == "4"
    assert resident_no("0803", 412) == "0803004125"
    assert resident_no("۱۱۰۵", 77) == "1105000770"
    assert read_resident_no("۰۸۰۳-۰۰۴۱۲-۵") == "0803004125"
    assert read_resident_no(resident_no("0803", 123_456)) == "0803123456" + damm_digit("0803123456")


@pytest.mark.parametrize("typed", ["", "0803004124", "080300412", "0000000000", "08030o4125"])
def test_a_wrong_residents_number_is_refused(typed: str) -> None:
    assert refused(read_resident_no, typed) == "resident_no"


@pytest.mark.parametrize(("office", "sequence"), [("08a3", 1), ("", 1), ("0803", 0), ("0803", -1)])
def test_no_number_is_made_for_an_office_or_a_count_that_cannot_be(office: str, sequence: int) -> None:
    with pytest.raises(ValueError, match="office code"):
        resident_no(office, sequence)


@given(st.integers(1, 99_999), st.integers(0, 9), st.integers(1, 9))
def test_any_one_wrong_digit_of_a_residents_number_is_caught(sequence: int, place: int, change: int) -> None:
    number = resident_no("0803", sequence)
    wrong = number[:place] + str((int(number[place]) + change) % 10) + number[place + 1 :]
    assert refused(read_resident_no, wrong) == "resident_no"


@given(st.integers(1, 99_999), st.integers(0, 8))
def test_any_two_swapped_neighbours_of_a_residents_number_are_caught(sequence: int, place: int) -> None:
    number = resident_no("1105", sequence)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        assert refused(read_resident_no, swapped) == "resident_no"


@given(st.sampled_from(sorted(ONE_OF_EACH, key=str)), st.data())
def test_what_other_programs_leave_between_digits_does_not_matter(read: Reader, data: st.DataObject) -> None:
    typed = ""
    for char in ONE_OF_EACH[read]:
        typed += data.draw(st.text(st.sampled_from(STRAY), max_size=2))
        typed += data.draw(st.sampled_from([char, to_persian(char), char.translate(TO_ARABIC)]))
    assert read(typed + data.draw(st.text(st.sampled_from(STRAY), max_size=2))) == ONE_OF_EACH[read]


@pytest.mark.parametrize("read", READERS)
def test_nothing_is_taken_for_a_number_that_only_looks_like_one(read: Reader) -> None:
    for strange in ("०१२३४५६७८९", "０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "IIIIIIIIII"):
        with pytest.raises(Refusal):
            read(strange)


@given(st.text(st.sampled_from("0123456789۰۱۲٣+-() AZ") | st.characters(), max_size=20))
def test_what_is_accepted_is_canonical_and_accepted_again(typed: str) -> None:
    for read in READERS:
        try:
            canonical = read(typed)
        except Refusal:
            continue
        assert canonical.isascii()
        assert read(canonical) == canonical
