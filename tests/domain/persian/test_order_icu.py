"""People stand as ICU's collation for Persian puts them, which Qt for Linux brings along."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from desktop.domain.persian.order import sort_key
from desktop.domain.persian.text import clean
from desktop.services.demo.names import AFGHAN_FAMILIES, FAMILIES, MEN, WOMEN

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt sorts as the system does")


def words_of(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HARD_FAMILIES = words_of(
    """
    رئیسی ربیعی راد رأفتی رؤوفی مؤمنی مومنی مؤذنی شیء سؤال هیأتی هیئتی آذری آقایی اآبی وحیدی ورزنده هاشمی هوشیار
    ژیان ژاله‌پور گرگانی کیانی عیسی‌زاده بنی‌هاشم شیخ‌الاسلامی طباطبائی طباطبایی زائری زایری ضیائی رضائی موسویان
    ګل ډرانی ښکلی ڼوری ێزدی ۆریا ههڵۆ ەحمەدی څانی ھدایت ہاشمی مہر بلوچ‌زهی نارویی ناروئی Smith Müller O'Brien
    D'Angelo Ångström Żak 3M ABC abc
    """
)
HARD_FIRST = words_of("آیة‌الله آية‌الله فاطمة طاهرة مرتضى موسى عیسىٰ هانیّه مُحمَّد زهره زهرة زهرۀ آمِنه ئاوات هێمن ژینۆ")
ENDINGS = words_of("زاده ‌زاده ‌پور پور ‌نژاد نژاد ‌نیا ‌فر مقدم ‌مقدم -مقدم اصل ‌اصل تهرانی ی‌راد")
SIGNS = "\u064e\u0650\u064f\u0651\u0652\u0654"
ALL_LETTERS = [c for c in map(chr, range(0x620, 0x700)) if unicodedata.category(c) in ("Lo", "Mn") and c not in "يىك"]


class Icu:
    """Which of two texts comes first for ICU: negative, 0 (equal for it) or positive."""

    def __init__(self) -> None:
        self._collator = QCollator(QLocale("fa_IR"))

    def order(self, a: str, b: str) -> int:
        found = self._collator.compare(a, b)
        return (found > 0) - (found < 0)


@pytest.fixture(scope="module")
def icu() -> Icu:
    return Icu()


def ours(a: str, b: str) -> int:
    return (sort_key(a) > sort_key(b)) - (sort_key(a) < sort_key(b))


def people(count: int, seed: int) -> list[tuple[str, str]]:
    """Different (last name, first name) pairs as people type them."""
    random = Random(seed)  # noqa: S311  fictional people need no secrecy
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        last = random.choice(random.choice((FAMILIES, FAMILIES, AFGHAN_FAMILIES, HARD_FAMILIES)))
        if random.random() < 0.4:
            last += random.choice((" ", "")) + random.choice(ENDINGS)
        first = random.choice(random.choice((MEN, WOMEN, MEN, WOMEN, HARD_FIRST)))
        if random.random() < 0.5:
            first += random.choice(" \u200c-") + random.choice(MEN)
        if random.random() < 0.02:
            first += " " + random.choice(("۲", "2", "١٠", "(رضا)", "دوم", "Ali"))
        found[typed(last, random), typed(first, random)] = None
    return list(found)


def typed(name: str, random: Random) -> str:
    """The name, sometimes with one of the freedoms of handwriting and keyboards."""
    freedoms = {
        0: lambda: name.replace("ی", "ي").replace("ک", "ك"),
        1: lambda: name.replace("\u200c", random.choice((" ", "-", ""))),
        2: lambda: name[:2] + random.choice(SIGNS) + name[2:],
        3: lambda: name.replace("ا", random.choice("أإآ"), 1),
        4: lambda: name.replace("ه", random.choice("ةۀہ"), 1),
        5: lambda: name.replace("ی", "ئ", 1),
        6: lambda: name[:1] + "ـ" + name[1:],
        7: lambda: name.replace("و", "ؤ", 1),
    }
    freedom = freedoms.get(random.randrange(100))
    return freedom() if freedom else name


def neighbours(names: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Names that stand side by side in our order, and whether they stand in one place."""
    ordered = sorted((sort_key(name), name) for name in names)
    return ((a, b, key == next_key) for (key, a), (next_key, b) in pairwise(ordered))


def test_a_hundred_thousand_stored_names_stand_exactly_as_in_icu(icu: Icu) -> None:
    names = sorted({clean(f"{last} {first}") for last, first in people(102_000, seed=1)})[:100_000]
    assert len(names) == 100_000
    assert [(a, b) for a, b, same in neighbours(names) if icu.order(a, b) != (0 if same else -1)] == []


def test_names_as_they_were_typed_differ_from_icu_only_where_keyboards_do(icu: Icu) -> None:
    """ICU tells ي from ی and ك from ک between otherwise equal names; to us, who store them as one, they are one."""
    names = [f"{last} {first}" for last, first in people(50_000, seed=3)]
    differing = [(a, b) for a, b, _ in neighbours(names) if icu.order(a, b) > 0]
    assert differing
    assert [pair for pair in differing if all(name == clean(name) for name in pair)] == []
    assert [pair for pair in differing if icu.order(*map(clean, pair)) > 0] == []


def test_people_stand_by_last_name_and_then_first_name_as_in_icu(icu: Icu) -> None:
    """Field by field; only families alike but for vowel signs or variants stand together by first name instead."""
    pairs = [(clean(last), clean(first)) for last, first in people(20_000, seed=4)]
    ordered = sorted(pairs, key=lambda pair: sort_key(*pair))
    for one, other in pairwise(ordered):
        if letters(one[0]) != letters(other[0]):
            assert icu.order(one[0], other[0]) < 0
        elif letters(one[1]) != letters(other[1]):
            assert icu.order(one[1], other[1]) < 0
        else:
            assert icu.order("".join(one), "".join(other)) <= 0


def letters(text: str) -> bytes:
    """The first level of a key."""
    return sort_key(text).split(b"\x01")[0]


def test_every_letter_and_sign_of_the_arabic_block_has_its_icu_place(icu: Icu) -> None:
    for one in ALL_LETTERS:
        for other in ALL_LETTERS:
            a, b = f"ب{one}ل", f"ب{other}ل"
            assert ours(a, b) == icu.order(a, b), (a, b)


def test_signs_digits_and_latin_have_their_icu_places(icu: Icu) -> None:
    chars = [chr(c) for c in (*range(0x20, 0x7F), *range(0xA1, 0xAA), 0xAB, 0xBB, 0xE9, 0xC9, 0xE8, 0xFC, 0xF8)]
    chars += "،؛؟٪٫٬٭۰۱۲۹٠١٢٩–—‘’“”…‹›•−€﷼"
    for one in chars:
        for other in chars:
            a, b = clean(f"ب{one}ل"), clean(f"ب{other}ل")
            assert ours(a, b) == icu.order(a, b), (a, b)


@given(st.lists(st.sampled_from(ALL_LETTERS), max_size=5), st.lists(st.sampled_from(ALL_LETTERS), max_size=5))
def test_whatever_a_name_can_hold_stands_as_in_icu(one: list[str], other: list[str]) -> None:
    a, b = clean("ب" + "".join(one)), clean("ب" + "".join(other))
    assert ours(a, b) == Icu().order(a, b)
