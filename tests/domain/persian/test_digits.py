"""Numbers of three scripts in, Persian numbers out."""

from __future__ import annotations

import pytest
from bidi.algorithm import get_display
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.digits import (
    LARGEST_INT,
    codes_in_order,
    decimal,
    grouped,
    percent,
    plain_number,
    read_decimal,
    read_int,
    read_percent,
    stored_float,
    stored_int,
    stored_percent,
    to_ascii,
    to_persian,
)
from desktop.domain.problems import Refusal
from tests.domain.persian.refusals import refused


def test_digits_of_three_scripts_meet_and_other_text_stays() -> None:
    assert to_ascii("کد ۱۲٣4") == "کد 1234"
    assert to_persian("کد ۱۲٣4") == "کد ۱۲۳۴"


@pytest.mark.parametrize(
    ("n", "written"), [(0, "۰"), (999, "۹۹۹"), (12345, "۱۲٬۳۴۵"), (-1200, "−۱٬۲۰۰"), (53 * 10**9, "۵۳٬۰۰۰٬۰۰۰٬۰۰۰")]
)
def test_counts_are_grouped_in_threes(n: int, written: str) -> None:
    assert grouped(n) == written


@pytest.mark.parametrize(
    ("x", "places", "written"),
    [
        (62.5, 1, "۶۲٫۵"),
        (0.25, 1, "۰٫۳"),
        (0.35, 1, "۰٫۴"),
        (2.675, 2, "۲٫۶۸"),
        (1.005, 2, "۱٫۰۱"),
        (12345.0, 1, "۱۲٬۳۴۵٫۰"),
        (2.5, 0, "۳"),
        (-0.04, 1, "۰٫۰"),
        (-1.25, 1, "−۱٫۳"),
        (14, 1, "۱۴٫۰"),
    ],
)
def test_a_written_half_is_rounded_up_as_people_do(x: float, places: int, written: str) -> None:
    assert decimal(x, places) == written


def test_shares_carry_the_persian_percent_sign() -> None:
    assert percent(62.5) == "۶۲٫۵٪"
    assert percent(200 / 3) == "۶۶٫۷٪"
    assert percent(100, 0) == "۱۰۰٪"


@pytest.mark.parametrize("x", [float("nan"), float("inf")])
def test_what_is_no_number_is_never_printed(x: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        decimal(x)


@pytest.mark.parametrize(
    "typed",
    [
        "12345", "۱۲۳۴۵", "١٢٣٤٥", "1۲٣45", "۱۲٬۳۴۵", "12,345", "۱۲،۳۴۵", "12'345", "12’345", "۱۲ ۳۴۵", " ۱۲\u00a0۳۴۵ ",
        "۱۲\u202f۳۴۵", "\u2067۱۲٬۳۴۵\u2069", "\u202b12345\u202c\u200f", "\ufeff12\u200c345\u00ad", "+12345", "0012345",
    ],
)  # fmt: skip
def test_a_whole_number_is_read_however_it_is_typed(typed: str) -> None:
    assert read_int(typed) == 12345


@pytest.mark.parametrize(
    "typed",
    [
        "", "دو", "۱٫۵", "1.0", "۱٬۵", "12,34", "1-2", "--1", "۱۲۳ نفر", "½", "²", "۰٬۵۰۰", "1,234 567", "1.234,567",
        "12,,345",
        ",123", "123,", "1234,567", "०१", "１２", "12٪", "5-", "1_000", "0x10", "1e3",
    ],
)  # fmt: skip
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    assert refused(read_int, typed) == "not_an_integer"


@pytest.mark.parametrize(
    "typed", ["-12345", "−۱۲٬۳۴۵", "–12345", "‐12345", "- ۱۲۳۴۵", "\u2066-12345\u2069", "\u200e-12,345"]
)
def test_a_minus_is_read_however_it_is_written(typed: str) -> None:
    assert read_int(typed) == -12345


def test_a_number_too_large_for_the_store_is_refused() -> None:
    assert read_int(str(LARGEST_INT)) == LARGEST_INT
    assert refused(read_int, str(LARGEST_INT + 1)) == "too_large"
    assert refused(read_int, "-" + "9" * 5000) == "too_small"


@pytest.mark.parametrize("n", [LARGEST_INT + 1, -LARGEST_INT - 1, 10**30])
def test_a_number_of_another_program_is_held_to_the_same_bounds(n: int) -> None:
    assert stored_int(LARGEST_INT) == LARGEST_INT
    with pytest.raises(Refusal, match="too_small" if n < 0 else "too_large"):
        stored_int(n)
    with pytest.raises(Refusal, match="not_a_number"):
        stored_float(float("nan"))


@pytest.mark.parametrize("typed", ["۲٫۵", "2.5", "۲/۵", "٢٫٥", " 2.50 ", "\u2067۲٫۵\u2069", "+2.5"])
def test_a_fraction_is_read_with_any_of_its_marks(typed: str) -> None:
    assert read_decimal(typed) == 2.5


@pytest.mark.parametrize("typed", ["", "nan", "inf", "1e3", "۱/۲/۳", "۱٫", "٫۵", "9" * 400, "2,5", "2.5.1", "۲٬۵"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert refused(read_decimal, typed) == "not_a_number"


@pytest.mark.parametrize("typed", ["۷۵", "75", "۷۵٪", "٪۷۵", "75 %", "0.75", "۰٫۷۵", "\u2067۷۵٪\u2069", "75.0"])
def test_a_share_is_read_in_hundredths_or_as_a_fraction(typed: str) -> None:
    assert read_percent(typed, 1) == 0.75


def test_a_share_is_shown_in_hundredths_whatever_is_kept_of_it() -> None:
    assert [stored_percent(x, 1) for x in (0.75, 1, 0, 0.667, 0.3333, 1.0)] == [
        "۷۵٪",
        "۱۰۰٪",
        "۰٪",
        "۶۶٫۷٪",
        "۳۳٫۳۳٪",
        "۱۰۰٪",
    ]
    assert [stored_percent(x, 100) for x in (66.7, 80, 100.0)] == ["۶۶٫۷٪", "۸۰٪", "۱۰۰٪"]
    assert [read_percent(typed, 100) for typed in ("66.7", "۶۶٫۷٪", "0.5٪")] == [66.7, 66.7, 0.5]
    assert refused(lambda typed: read_percent(typed, 1), "٪") == "not_a_number"


@given(st.integers(0, 10_000))
def test_a_shown_share_can_be_typed_back(n: int) -> None:
    assert read_percent(stored_percent(n / 10_000, 1), 1) == n / 10_000


@given(st.integers(min_value=-LARGEST_INT, max_value=LARGEST_INT))
def test_a_printed_count_can_be_typed_back(n: int) -> None:
    assert read_int(grouped(n)) == n


@given(st.integers(min_value=-(10**12), max_value=10**12), st.integers(min_value=1, max_value=3))
def test_a_printed_measure_can_be_typed_back(n: int, places: int) -> None:
    assert read_decimal(decimal(n / 10**places, places)) == n / 10**places


@given(st.text())
def test_no_typing_breaks_the_reading_of_numbers(typed: str) -> None:
    number = plain_number(typed)
    assert number is None or number.replace(".", "", 1).removeprefix("-").isdigit()


SEEN_FROM_THE_LEFT = "۰۰۴۱/ن/۱۴۰۴/۰۳-رک"
LETTER_NUMBER = "کر-۰۳/۱۴۰۴/ن/۰۰۴۱"


@pytest.mark.parametrize(
    "line", ["{}", "نامهٔ {} ثبت شد.", "{} — ۱۴۰۴/۰۶/۱۰", "پیرو نامه شماره {} مورخ ۱۴۰۴/۰۶/۱۰", "({})، «{}»"]
)
def test_a_letters_number_is_read_from_right_to_left_in_any_line(line: str) -> None:
    written = line.replace("{}", LETTER_NUMBER)
    shown = get_display(codes_in_order(written), base_dir="R").replace("\u200f", "")
    assert shown.count(SEEN_FROM_THE_LEFT) == line.count("{}")
    assert SEEN_FROM_THE_LEFT not in get_display(written, base_dir="R"), "a line by itself shows the year first"
    assert codes_in_order(written).replace("\u200f", "") == written
    assert codes_in_order(codes_in_order(written)) == codes_in_order(written)


@pytest.mark.parametrize(
    "text", ["۱۴۰۴/۰۶/۱۵", "۱۴۰۴/۰۶/۱۵،شنبه", "۱۲۳/۴۵", "عروس/داماد", "۲/۵ متر", "و/یا", "تا ۱۴۰۴/۰۶/۱۵/"]
)
def test_dates_and_plain_numbers_stay_as_they_are_written(text: str) -> None:
    assert codes_in_order(text) == text
