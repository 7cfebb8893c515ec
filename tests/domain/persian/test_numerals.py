"""Numbers in words, there and back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.persian.digits import LARGEST_INT, to_persian
from desktop.domain.persian.numerals import in_words, read_words
from desktop.domain.problems import Refusal
from tests.domain.persian.refusals import refused


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "صفر"),
        (7, "هفت"),
        (18, "هجده"),
        (30, "سی"),
        (101, "یکصد و یک"),
        (999, "نهصد و نود و نه"),
        (1_000, "یک هزار"),
        (21_012, "بیست و یک هزار و دوازده"),
        (1_000_000, "یک میلیون"),
        (2_500_000_000, "دو میلیارد و پانصد میلیون"),
        (53_200 * 10**9, "پنجاه و سه هزار و دویست میلیارد"),
        (10**12, "یک هزار میلیارد"),
        (1_200_000 * 10**9, "یک میلیون میلیارد و دویست هزار میلیارد"),
    ],
)
def test_a_number_is_said_as_people_say_it(n: int, said: str) -> None:
    assert in_words(n) == said
    assert read_words(said) == n


@example(LARGEST_INT)
@example(9 * 10**18)
@example(10**15 + 10**12 + 10**9 + 10**6 + 10**3 + 1)
@given(st.integers(0, LARGEST_INT))
def test_every_number_of_the_store_survives_being_said(n: int) -> None:
    assert read_words(in_words(n)) == n
    assert read_words(in_words(n).replace(" ", "\u200c")) == n


@given(st.integers(1, 4), st.data())
def test_round_numbers_survive_being_said(figures: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 10**figures)) * 10 ** data.draw(st.integers(0, 18 - figures))
    assert read_words(in_words(n)) == n
    if n >= 10**9 and n % 10**9 == 0:
        assert read_words(to_persian(f"{n // 10**9:,}") + " میلیارد") == n


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("صد و بیست", 120),
        ("هیجده", 18),
        ("صدوبیست‌هزار", 120_000),
        ("سي و پنج", 35),
        ("۲ میلیون و پانصد هزار", 2_500_000),
        ("دو و نیم میلیون", 2_500_000),
        ("دو میلیون و نیم", 2_500_000),
        ("یک میلیارد و نیم میلیون", 1_000_500_000),
        ("هزار و یک", 1_001),
        ("۱۲٬۵۰۰", 12_500),
    ],
)
def test_a_number_is_read_however_it_is_said(said: str, n: int) -> None:
    assert read_words(said) == n


@pytest.mark.parametrize(
    "said",
    [
        "",
        "هزار",
        "میلیون",
        "و",
        "دو و",
        "سی صد",
        "سه و بیست",
        "دو سه",
        "دوم",
        "یک نفر",
        "نیم",
        "پنج و شش",
        "ده و یک",
        "صفر و یک",
    ],
)
def test_what_is_no_number_is_refused(said: str) -> None:
    assert refused(read_words, said) == "not_an_integer"


@given(st.text(st.sampled_from("یکدوسهچارپنج‌صهزمیلانو ۰۱۲۵٬٫") | st.characters(), max_size=30))
def test_no_talk_breaks_the_reading_of_numbers(said: str) -> None:
    try:
        assert read_words(said) >= 0
    except Refusal:
        return
