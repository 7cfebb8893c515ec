"""Amounts of money: counted in current rial, kept with the words in which they were given.

The unit is never guessed, because a rial read as a toman is a tenfold error in a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from desktop.domain.persian.digits import (
    DECIMAL_POINT,
    LARGEST_INT,
    grouped,
    plain_number,
    to_ascii,
    to_persian,
)
from desktop.domain.persian.text import clean, name_key
from desktop.domain.problems import Refusal

RIAL_PER_TOMAN = 10
RIAL_PER_QIRAN = 100
RIAL_PER_NEW_RIAL = 10_000
MILLION = 10**6

_SCALES = {"": 1, "هزار ": 10**3, "میلیون ": MILLION, "میلیارد ": 10**9, "هزار میلیارد ": 10**12}
_CURRENCIES = {"ریال": 1, "تومان": RIAL_PER_TOMAN, "ریال جدید": RIAL_PER_NEW_RIAL}

UNITS: dict[str, int] = {
    **{scale + name: times * rial for scale, times in _SCALES.items() for name, rial in _CURRENCIES.items()},
    "قران": RIAL_PER_QIRAN,
}
_UNIT_BY_KEY = {name_key(unit): unit for unit in UNITS} | {"همت": "هزار میلیارد تومان"}

_AMOUNT = re.compile(r"([0-9٬,،'٫./ ]*)(.*)")
_LONGEST_AMOUNT = 40

_ONES = ("", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه")
_TEENS = ("ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده")
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_STEPS = ((10**9, "میلیارد"), (MILLION, "میلیون"), (1000, "هزار"))


class Money(NamedTuple):
    """An amount as counted and as it was given."""

    rial: int
    entered_amount: str
    entered_unit: str


def read_money(text: str) -> Money:
    """An amount with its unit: «۱٫۵ میلیارد تومان»; refused without a unit or with less than a rial over."""
    typed = clean(text)
    found = _AMOUNT.fullmatch(to_ascii(typed))
    number = plain_number(found[1]) if found else None
    if found is None or number is None:
        raise Refusal("money_amount")
    unit = _UNIT_BY_KEY.get(name_key(found[2]))
    if unit is None:
        raise Refusal("money_unit")
    return Money(_rial(number, unit), typed[: len(found[1])].strip(), unit)


def _rial(number: str, unit: str) -> int:
    if len(number) > _LONGEST_AMOUNT:
        raise Refusal("money_too_large")
    rial = Fraction(number) * UNITS[unit]
    if rial > LARGEST_INT:
        raise Refusal("money_too_large")
    if rial.denominator != 1:
        raise Refusal("money_fraction")
    return int(rial)


def money_text(rial: int) -> str:
    """An exact amount for letters and tables: «۱۲٬۰۰۰ ریال»."""
    return f"{grouped(rial)} ریال"


def million_rial(rial: int) -> str:
    """An amount in the unit of reports, exact to the last rial: «۵۳٬۰۰۰ میلیون ریال»."""
    whole, rest = divmod(abs(rial), MILLION)
    sign = grouped(-1)[0] if rial < 0 else ""
    fraction = DECIMAL_POINT + to_persian(f"{rest:06}".rstrip("0")) if rest else ""
    return f"{sign}{grouped(whole)}{fraction} میلیون ریال"


def money_words(rial: int) -> str:
    """An amount read aloud in both units before it is saved: «دو میلیارد تومان (بیست میلیارد ریال)»."""
    sign = "منفی " if rial < 0 else ""
    toman, left = divmod(abs(rial), RIAL_PER_TOMAN)
    in_rial = f"{sign}{_in_words(abs(rial))} ریال"
    if not toman:
        return in_rial
    over = f" و {_in_words(left)} ریال" if left else ""
    return f"{sign}{_in_words(toman)} تومان{over} ({in_rial})"


def _in_words(n: int) -> str:
    return " و ".join(_groups(n)) or "صفر"


def _groups(n: int) -> Iterator[str]:
    for step, name in _STEPS:
        if n >= step:
            yield f"{_in_words(n // step)} {name}"
            n %= step
    yield from _below_thousand(n)


def _below_thousand(n: int) -> Iterator[str]:
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    parts = (_HUNDREDS[hundreds], _TEENS[ones]) if tens == 1 else (_HUNDREDS[hundreds], _TENS[tens], _ONES[ones])
    return (part for part in parts if part)
