"""What a paper counts money in: today's rial, toman, or the new rial (domain §2.9). One paper never mixes them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from desktop.domain.persian.digits import DECIMAL_POINT, grouped, to_persian
from desktop.domain.persian.money import RIAL_PER_NEW_RIAL, RIAL_PER_QIRAN, RIAL_PER_TOMAN, money_words
from desktop.domain.persian.numerals import MILLION, in_words

_NEW = "ریال جدید"


class _Unit(NamedTuple):
    """A unit of tables, and the one of sentences, each with its worth in today's rial."""

    name: str
    worth: int
    small: str
    small_worth: int


class Regime(StrEnum):
    """What the office prints its amounts in; the values are those of the office's setting."""

    RIAL = "rial"
    NEW = "rial_new"
    TOMAN = "toman"

    @property
    def unit(self) -> str:
        """The unit that the headers of tables name."""
        return _UNITS[self].name

    def figure(self, rial: int) -> str:
        """An amount for a cell under such a header, exact to the last rial: «۵۳٬۰۰۰»; of new rial «۵٬۳۰۰٬۰۰۰»."""
        return _exact(rial, _UNITS[self].worth)

    def of_million_rial(self, amount: float) -> float:
        """How many of the units of tables so many million rial are."""
        return amount * MILLION / _UNITS[self].worth

    @property
    def small_unit(self) -> str:
        """The unit of sentences, and of tables whose amounts are small."""
        return _UNITS[self].small

    def small_figure(self, rial: int) -> str:
        """An amount for a cell under a header that names the small unit."""
        return _exact(rial, _UNITS[self].small_worth)

    def amount(self, rial: int) -> str:
        """An amount in a sentence, with its unit: «۴۰٬۰۰۰٬۰۰۰ ریال»."""
        return f"{self.small_figure(rial)} {self.small_unit}"

    def words(self, rial: int) -> str:
        """An amount read aloud: in toman and rial, or in new rial and qiran."""
        return _new_words(rial) if self is Regime.NEW else money_words(rial)


_UNITS = {
    Regime.RIAL: _Unit("میلیون ریال", MILLION, "ریال", 1),
    Regime.TOMAN: _Unit("میلیون تومان", MILLION * RIAL_PER_TOMAN, "تومان", RIAL_PER_TOMAN),
    Regime.NEW: _Unit(_NEW, RIAL_PER_NEW_RIAL, _NEW, RIAL_PER_NEW_RIAL),
}


def _exact(rial: int, worth: int) -> str:
    """How many units of a power of ten an amount is, with every figure that is left over."""
    whole, rest = divmod(abs(rial), worth)
    places = len(str(worth)) - 1
    fraction = DECIMAL_POINT + to_persian(f"{rest:0{places}}".rstrip("0")) if rest else ""
    return f"{grouped(-1)[0] if rial < 0 else ''}{grouped(whole)}{fraction}"


def _new_words(rial: int) -> str:
    whole, rest = divmod(abs(rial), RIAL_PER_NEW_RIAL)
    qiran, left = divmod(rest, RIAL_PER_QIRAN)
    parts = [
        f"{in_words(whole)} {_NEW}" if whole or not rest else "",
        f"{in_words(qiran)} قران" if qiran else "",
        f"{in_words(left)} صدم قران" if left else "",
    ]
    return ("منفی " if rial < 0 else "") + " و ".join(part for part in parts if part)
