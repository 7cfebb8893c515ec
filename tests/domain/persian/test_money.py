"""Amounts of money: never without a unit, never rounded, always echoed in both units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.digits import LARGEST_INT, grouped
from desktop.domain.persian.money import UNITS, Money, million_rial, money_text, money_words, read_money
from desktop.domain.problems import Refusal
from tests.domain.persian.refusals import refused

# The table of the office's own announcements: what is said, what is counted, what is printed.
ANNOUNCED = [
    ("۵۳ میلیارد ریال", 53_000_000_000, "۵۳٬۰۰۰ میلیون ریال"),
    ("۲ میلیارد تومان", 20_000_000_000, "۲۰٬۰۰۰ میلیون ریال"),
    ("۲۳۰ میلیون تومان", 2_300_000_000, "۲٬۳۰۰ میلیون ریال"),
    ("۱۲ میلیارد ریال", 12_000_000_000, "۱۲٬۰۰۰ میلیون ریال"),
    ("۱٬۲۰۰٬۰۰۰ ریال جدید", 12_000_000_000, "۱۲٬۰۰۰ میلیون ریال"),
]


@pytest.mark.parametrize(("typed", "rial", "printed"), ANNOUNCED)
def test_announced_amounts_are_counted_in_rial_and_printed_in_millions(typed: str, rial: int, printed: str) -> None:
    assert read_money(typed).rial == rial
    assert million_rial(rial) == printed


@pytest.mark.parametrize(
    ("typed", "money"),
    [
        ("۱٫۵ ميليارد تومان", Money(15_000_000_000, "۱٫۵", "میلیارد تومان")),
        ("1/5 میلیارد‌تومان", Money(15_000_000_000, "1/5", "میلیارد تومان")),
        ("۱۸٫۶۵ میلیون تومان", Money(186_500_000, "۱۸٫۶۵", "میلیون تومان")),
        ("۵۰۰تومان", Money(5_000, "۵۰۰", "تومان")),
        ("١٢ ٠٠٠ ريال", Money(12_000, "١٢ ٠٠٠", "ریال")),
        ("۳ هزار تومان", Money(30_000, "۳", "هزار تومان")),
        ("۲ قِران", Money(200, "۲", "قران")),
        ("۱ همت", Money(10**13, "۱", "هزار میلیارد تومان")),
        ("0.1 تومان", Money(1, "0.1", "تومان")),
        ("۰ ریال", Money(0, "۰", "ریال")),
        ("۲۵ ﷼", Money(25, "۲۵", "ریال")),
        ("۲ میلیارد و ۵۰۰ میلیون تومان", Money(25_000_000_000, "۲ میلیارد و ۵۰۰ میلیون", "تومان")),
        ("۲ ميليارد تومان و ۵۰۰ ميليون تومان", Money(25_000_000_000, "۲ میلیارد تومان و ۵۰۰ میلیون", "تومان")),
        ("دو میلیارد و پانصد میلیون تومان", Money(25_000_000_000, "دو میلیارد و پانصد میلیون", "تومان")),
        ("۵۳ هزار و ۲۰۰ میلیارد ریال", Money(53_200 * 10**9, "۵۳ هزار و ۲۰۰", "میلیارد ریال")),
        ("یک و نیم میلیارد تومان", Money(15_000_000_000, "یک و نیم", "میلیارد تومان")),
        ("دو میلیارد و نیم تومان", Money(25_000_000_000, "دو میلیارد و نیم", "تومان")),
        ("۲ میلیون و نیم ریال جدید", Money(25_000_000_000, "۲ میلیون و نیم", "ریال جدید")),
        ("نیم میلیون تومان", Money(5_000_000, "نیم", "میلیون تومان")),
        ("پنجاه‌هزارتومان", Money(500_000, "پنجاه", "هزار تومان")),
        ("هزار و پانصد تومان", Money(15_000, "هزار و پانصد", "تومان")),
        ("یک تومان و پنج ریال", Money(15, "یک تومان و پنج", "ریال")),
        ("۳ ریال‌جدید و ۵۰ قِران", Money(35_000, "۳ ریال جدید و ۵۰", "قران")),
        ("۲ تريليون ريال", Money(2 * 10**12, "۲", "تریلیون ریال")),
        ("۲ همت و ۵۰۰ میلیارد تومان", Money(25 * 10**12, "۲ همت و ۵۰۰ میلیارد", "تومان")),
        ("1,250,000 ریال", Money(1_250_000, "1,250,000", "ریال")),
        ("۱،۲۵۰،۰۰۰ ریال", Money(1_250_000, "۱،۲۵۰،۰۰۰", "ریال")),
        ("\u2067۱٬۲۵۰٬۰۰۰\u2069 \u202bریال\u202c", Money(1_250_000, "۱٬۲۵۰٬۰۰۰", "ریال")),
    ],
)
def test_an_amount_is_counted_exactly_and_kept_as_given(typed: str, money: Money) -> None:
    assert read_money(typed) == money


@pytest.mark.parametrize(
    "typed",
    [
        "۵۳",
        "۵۳ میلیارد",
        "۵۰۰ دلار",
        "۱۲٬۰۰۰",
        "2 میلیارد تومان ریال",
        "یک میلیارد",
        "۵ ریال و",
        "1e9 ریال",
        "۵ تومانی",
    ],
)
def test_the_unit_is_never_guessed(typed: str) -> None:
    assert refused(read_money, typed) == "money_unit"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ریال",
        "میلیون تومان",
        "هزار تومان",
        "هزار میلیارد تومان",
        "-۵ ریال",
        "منفی ۵ ریال",
        "٫۵ میلیون تومان",
        "علی ۵ ریال",
    ],
)
def test_an_amount_that_is_not_there_is_refused(typed: str) -> None:
    """A unit that begins with «هزار» is no amount: somebody chose it and forgot the amount."""
    assert refused(read_money, typed) == "money_amount"


@pytest.mark.parametrize(
    "typed",
    [
        "۵۰۰ میلیون و ۲ میلیارد تومان",
        "یک میلیون و دو میلیارد تومان",
        "۲ میلیارد و ۵۰۰۰ میلیون تومان",
        "۲ میلیارد و ۳ میلیارد تومان",
        "۱٫۵ میلیارد و ۲۰۰ میلیون تومان",
        "۲ هزار و نیم میلیون تومان",
        "۱٫۵ میلیون و نیم تومان",
        "یک میلیارد و دو و نیم میلیون و نیم تومان",
        "۵ ریال و ۱ تومان",
        "۲۰۰ و ۳۰ تومان",
        "۰ میلیون و ۵ تومان",
        "۱.۵۰۰.۰۰۰ ریال",
        "۰٬۵۰۰ تومان",
        "۱۲ ریال ۵ ریال",
    ],
)
def test_what_could_be_heard_in_two_ways_is_refused(typed: str) -> None:
    assert refused(read_money, typed) == "money_amount"


def test_a_group_that_is_not_of_three_digits_is_refused_and_not_multiplied_by_ten() -> None:
    assert refused(read_money, "۱٬۵ میلیارد تومان") == "money_amount"
    assert read_money("۱٫۵ میلیارد تومان").rial == 15_000_000_000


def test_an_amount_with_part_of_a_rial_is_refused() -> None:
    assert refused(read_money, "۱۲٫۵ ریال") == "money_fraction"
    assert refused(read_money, "0.05 تومان") == "money_fraction"


def test_the_largest_amount_of_the_store_is_the_largest_accepted() -> None:
    assert read_money(f"{LARGEST_INT} ریال").rial == LARGEST_INT
    assert refused(read_money, f"{LARGEST_INT + 1} ریال") == "money_too_large"
    assert refused(read_money, "9" * 9000 + " تومان") == "money_too_large"
    assert refused(read_money, "۹۲۲٬۳۳۸ همت") == "money_too_large"


def test_an_exact_amount_is_written_with_its_unit() -> None:
    assert money_text(12_000) == "۱۲٬۰۰۰ ریال"
    assert money_text(-5) == "−۵ ریال"


def test_millions_are_written_to_the_last_rial() -> None:
    assert million_rial(186_500_000) == "۱۸۶٫۵ میلیون ریال"
    assert million_rial(1) == "۰٫۰۰۰۰۰۱ میلیون ریال"
    assert million_rial(-2_500_000) == "−۲٫۵ میلیون ریال"
    assert million_rial(0) == "۰ میلیون ریال"


@pytest.mark.parametrize(
    ("rial", "said"),
    [
        (20_000_000_000, "دو میلیارد تومان (بیست میلیارد ریال)"),
        (2_300_000_000, "دویست و سی میلیون تومان (دو میلیارد و سیصد میلیون ریال)"),
        (15, "یک تومان و پنج ریال (پانزده ریال)"),
        (7, "هفت ریال"),
        (0, "صفر ریال"),
        (11_210, "یک هزار و یکصد و بیست و یک تومان (یازده هزار و دویست و ده ریال)"),
        (10**13, "یک هزار میلیارد تومان (ده هزار میلیارد ریال)"),
        (-20, "منفی دو تومان (منفی بیست ریال)"),
    ],
)
def test_an_amount_is_read_aloud_in_both_units(rial: int, said: str) -> None:
    assert money_words(rial) == said


@given(st.integers(0, LARGEST_INT), st.integers(0, LARGEST_INT))
def test_two_amounts_are_never_read_aloud_alike(a: int, b: int) -> None:
    assert (money_words(a) == money_words(b)) == (a == b)


@given(st.integers(0, LARGEST_INT))
def test_a_printed_amount_can_be_typed_back(rial: int) -> None:
    assert read_money(money_text(rial)).rial == rial
    assert read_money(million_rial(rial)).rial == rial


@given(st.integers(0, LARGEST_INT))
def test_an_amount_read_aloud_can_be_typed_back_in_either_unit(rial: int) -> None:
    in_toman, _, in_rial = money_words(rial).partition(" (")
    assert read_money(in_toman).rial == rial
    assert not in_rial or read_money(in_rial.rstrip(")")).rial == rial


@given(st.sampled_from(sorted(UNITS)), st.integers(0, 10**8), st.integers(0, 4))
def test_an_amount_is_the_product_of_number_and_unit_to_the_last_rial(unit: str, number: int, places: int) -> None:
    typed = f"{number // 10**places}" + (f"٫{number % 10**places:0{places}}" if places else "")
    whole, over = divmod(number * UNITS[unit], 10**places)
    if over:
        assert refused(read_money, f"{typed} {unit}") == "money_fraction"
    elif whole > LARGEST_INT:
        assert refused(read_money, f"{typed} {unit}") == "money_too_large"
    else:
        assert read_money(f"{typed} {unit}").rial == whole


@given(st.sampled_from(sorted(UNITS)), st.integers(0, 900))
def test_every_unit_on_offer_can_be_read_back(unit: str, amount: int) -> None:
    money = read_money(f"{grouped(amount)} {unit}")
    assert money == Money(amount * UNITS[unit], grouped(amount), unit)


WORDS = [
    "یک",
    "دو",
    "صد",
    "هزار",
    "میلیون",
    "میلیارد",
    "و",
    "نیم",
    "۵",
    "1,200",
    "ریال",
    "جدید",
    "تومان",
    "همت",
    "قران",
]


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_no_row_of_words_makes_money_without_a_unit(row: list[str]) -> None:
    try:
        money = read_money(" ".join(row))
    except Refusal:
        return
    assert 0 <= money.rial <= LARGEST_INT
    assert row[-1] in ("ریال", "جدید", "تومان", "همت", "قران")


@given(st.text(max_size=20), st.sampled_from(["", " ریال", " میلیون تومان"]))
def test_no_typing_breaks_the_reading_of_money(typed: str, unit: str) -> None:
    try:
        money = read_money(typed + unit)
    except Refusal:
        return
    assert 0 <= money.rial <= LARGEST_INT
