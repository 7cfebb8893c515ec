"""Amounts of money: counted in current rial, kept with the words in which they were given.

The unit is never guessed, because a rial read as a toman is a tenfold error in a report.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from desktop.domain.persian.digits import DECIMAL_POINT, LARGEST_INT, grouped, to_persian
from desktop.domain.persian.numerals import MILLIARD, MILLION, THOUSAND, Said, follow_each_other, in_words, read_said
from desktop.domain.problems import Refusal

RIAL_PER_TOMAN = 10
RIAL_PER_QIRAN = 100
RIAL_PER_NEW_RIAL = 10_000

_CURRENCIES = {"ریال": 1, "تومان": RIAL_PER_TOMAN, "ریال جدید": RIAL_PER_NEW_RIAL, "قران": RIAL_PER_QIRAN}
_SCALES = {
    "": 1,
    "هزار ": THOUSAND,
    "میلیون ": MILLION,
    "میلیارد ": MILLIARD,
    "هزار میلیارد ": THOUSAND * MILLIARD,
    "تریلیون ": THOUSAND * MILLIARD,
}

UNITS: dict[str, int] = {
    **{scale + name: times * rial for scale, times in _SCALES.items() for name, rial in _CURRENCIES.items() if name != "قران"},
    "قران": RIAL_PER_QIRAN,
}
"""The units on offer beside a field for money, with their worth in current rial."""

_UNIT_WORDS: dict[str, tuple[tuple[str, ...], str]] = {
    **{name: ((), name) for name in _CURRENCIES},
    "﷼": ((), "ریال"),
    "تومن": ((), "تومان"),
    "همت": (("هزار", "میلیارد"), "تومان"),
}


class Money(NamedTuple):
    """An amount as counted and as it was given."""

    rial: int
    entered_amount: str
    entered_unit: str


def read_money(text: str) -> Money:
    """An amount with its unit: «۱٫۵ میلیارد تومان», «۲ میلیارد و ۵۰۰ میلیون تومان», «پنجاه هزار تومان».

    Refused without a unit, with less than a rial over, and where it could be heard in two ways.
    """
    said = read_said(text, _UNIT_WORDS)
    if not said.terms or said.rest[:1].isdigit():
        raise Refusal("money_too_large" if _is_long_number(said) else "money_amount")
    if said.rest or not said.terms[-1].unit:
        raise Refusal("money_unit")
    unit, terms = "", []
    for term in reversed(said.terms):
        unit = term.unit or unit
        terms.append(term._replace(unit=unit))
    terms.reverse()
    if not follow_each_other(terms, _CURRENCIES):
        raise Refusal("money_amount")
    rial = sum((term.value * _CURRENCIES[term.unit] for term in terms), Fraction())
    return Money(_whole(rial), *_as_entered(said))


def _is_long_number(said: Said) -> bool:
    """Whether only the length keeps a number from being one."""
    return len(said.rest) > 40 and said.rest.split(" ")[0].isdecimal()


def _whole(rial: Fraction) -> int:
    if rial > LARGEST_INT:
        raise Refusal("money_too_large")
    if rial.denominator != 1:
        raise Refusal("money_fraction")
    return int(rial)


def _as_entered(said: Said) -> tuple[str, str]:
    """The amount and its unit as given; where the step is part of the amount, only the currency is the unit."""
    last = said.terms[-1]
    steps = said.text[last.steps_at : last.unit_at]
    if len(said.terms) > 1 or steps.endswith("نیم"):
        return said.text[: last.unit_at].strip(), last.unit
    return said.text[: last.steps_at].strip(), " ".join((*last.steps, last.unit))


def money_text(rial: int) -> str:
    """An exact amount for letters and tables: «۱۲٬۰۰۰ ریال»."""
    return f"{grouped(rial)} ریال"


def million_rial(rial: int) -> str:
    """An amount in the unit of reports, exact to the last rial: «۵۳٬۰۰۰ میلیون ریال»."""
    whole, rest = divmod(abs(rial), MILLION)
    sign = grouped(-1)[0] if rial < 0 else ""
    fraction = DECIMAL_POINT + to_persian(f"{rest:06}".rstrip("0")) if rest else ""
    return f"{sign}{grouped(whole)}{fraction} میلیون ریال"


def million_toman(rial: int) -> str:
    """An amount as people say it in the market, exact to the last rial: «۱۸٫۶۵ میلیون تومان»."""
    whole, rest = divmod(abs(rial), MILLION * RIAL_PER_TOMAN)
    sign = grouped(-1)[0] if rial < 0 else ""
    fraction = DECIMAL_POINT + to_persian(f"{rest:07}".rstrip("0")) if rest else ""
    return f"{sign}{grouped(whole)}{fraction} میلیون تومان"


def money_words(rial: int) -> str:
    """An amount read aloud in both units before it is saved: «دو میلیارد تومان (بیست میلیارد ریال)»."""
    sign = "منفی " if rial < 0 else ""
    toman, left = divmod(abs(rial), RIAL_PER_TOMAN)
    in_rial = f"{sign}{in_words(abs(rial))} ریال"
    if not toman:
        return in_rial
    over = f" و {in_words(left)} ریال" if left else ""
    return f"{sign}{in_words(toman)} تومان{over} ({in_rial})"
