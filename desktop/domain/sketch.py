"""What is compared of a person: how the names are spelt, when somebody was born, which numbers are known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.identifiers import read_national_id
from desktop.domain.persian.spelt import Spelt
from desktop.domain.problems import Refusal


class Birth(NamedTuple):
    """When somebody was born, as far as it is known. The first of Farvardin is mostly said because nobody asked."""

    year: int
    day: tuple[int, int] | None  # month and day
    guessed: bool  # the age was guessed


class Sketch(NamedTuple):
    """What is compared of a person."""

    first: Spelt
    last: Spelt
    father: Spelt | None
    sex: str | None
    birth: Birth | None
    mobile: str | None
    numbers: frozenset[str]
    verified: bool  # a colleague saw the paper


@lru_cache(maxsize=50_000)
def birth_on(on: date, precision: str | None) -> Birth:
    """What a birth date tells, known to the day, month or year."""
    year, month, day = from_gregorian(on)
    told = precision in (None, "day") and (month, day) != (1, 1) and (on.month, on.day) != (1, 1)
    return Birth(year, (month, day) if told else None, guessed=False)


def birth_by_age(age: int, on: date) -> Birth:
    """What an age guessed on some day tells."""
    return Birth(from_gregorian(on).year - age, None, guessed=True)


def number_of(text: str) -> str:
    """An identity number as it is compared: letters and digits alone, with the zeros that a spreadsheet dropped."""
    whole = text.isascii() and text.isdigit()
    plain = text if whole else "".join(letter for letter in to_ascii(text) if letter.isalnum()).upper()
    return plain.zfill(10) if plain.isdigit() and len(plain) in (8, 9) else plain


@lru_cache(maxsize=50_000)
def is_national_id(number: str) -> bool:
    """Whether a number is a national ID with a right check digit."""
    try:
        return read_national_id(number) == number
    except Refusal:
        return False


def numbers_of(texts: Iterable[str]) -> frozenset[str]:
    """The numbers of somebody's papers that are long enough to tell people apart."""
    return frozenset(number for text in texts if len(number := number_of(text)) >= 4)
