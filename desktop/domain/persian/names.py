"""The names of people, as they are written in Persian."""

from __future__ import annotations

import re
import unicodedata

from desktop.domain.persian.text import ZWNJ, clean, words
from desktop.domain.problems import Refusal

_HYPHENS = re.compile("[\u2010\u2011\u2012\u2013\u2212]")
_SHORTEST = 2
PLACE_WORDS = frozenset(
    words(
        "شهید کوچه خیابان بوستان پارک مدرسه مسجد میدان بلوار دبستان دبیرستان هنرستان حسینیه کوی شهرک درمانگاه مجتمع "
        "بیمارستان کتابخانه ورزشگاه سالن بن‌بست محله امامزاده پایگاه"
    )
)
"""What is called like somebody after one of these is a place."""
TITLES_OF_PEOPLE = frozenset(words("آقای آقا خانم سید سیده حاج حاجی حاجیه کربلایی مشهدی مرحوم جناب سرکار"))
"""What stands before a name, or between its two, and belongs to neither."""


def read_name(text: str) -> str:
    """A first, last or father's name; letters that Kurds, Baluchis and Afghans add to the alphabet are welcome."""
    name = _HYPHENS.sub("-", clean(text)).strip(f" -{ZWNJ}")
    letters = [char for char in name if char not in f" -{ZWNJ}" and not _is_vowel_sign(char)]
    if not all(_is_persian_letter(char) for char in letters):
        raise Refusal("name_letters")
    if len(letters) < _SHORTEST:
        raise Refusal("name_short")
    return name


def _is_persian_letter(char: str) -> bool:
    return "\u0620" <= char <= "\u06ff" and unicodedata.category(char) == "Lo"


def _is_vowel_sign(char: str) -> bool:
    return "\u064b" <= char <= "\u0670" and unicodedata.category(char) == "Mn"
