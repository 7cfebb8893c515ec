"""Numbers said in words, as in a letter or over the telephone: «دو میلیارد و پانصد میلیون».

A number is a row of terms joined by «و», each smaller than a single one of the step before it; figures and
words may stand side by side («۲ میلیارد و پانصد میلیون»). What could be heard in two ways is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from desktop.domain.persian.digits import plain_number, to_ascii
from desktop.domain.persian.text import ZWNJ, clean
from desktop.domain.problems import Refusal

THOUSAND, MILLION, MILLIARD = 10**3, 10**6, 10**9

_ONES = ("", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه")
_TEENS = ("ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده")
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_ZERO, _AND, _HALF = "صفر", "و", "نیم"

_SMALL = {name: place + 10 for place, name in enumerate(_TEENS)} | {"هیجده": 18, "صد": 100}
for _step, _names in ((1, _ONES), (10, _TENS), (100, _HUNDREDS)):
    _SMALL |= {name: place * _step for place, name in enumerate(_names) if name}
_STEPS = {"هزار": THOUSAND, "میلیون": MILLION, "میلیارد": MILLIARD, "تریلیون": 10**12}

_WORDS = frozenset((*_SMALL, *_STEPS, _ZERO, _AND, _HALF))
_NEXT = re.compile(r" *([0-9](?:[0-9٬,،'’./٫]| (?=[0-9]))*|[^\W\d_]+|﷼)")
_VOWEL_SIGNS = re.compile("[\u064b-\u065f\u0670]+")
_LONGEST = 400
_LONGEST_FIGURES = 40


class Term(NamedTuple):
    """One piece of a number: 500, «میلیون», «تومان» of «۲ میلیارد و ۵۰۰ میلیون تومان»."""

    amount: Fraction
    steps: tuple[str, ...]
    unit: str
    steps_at: int
    """Where in the text the amount ends and the steps begin."""
    unit_at: int

    @property
    def scale(self) -> int:
        """What a single one counts."""
        scale = 1
        for step in self.steps:
            scale *= _STEPS[step]
        return scale

    @property
    def value(self) -> Fraction:
        return self.amount * self.scale


class Said(NamedTuple):
    """The terms that stand at the front of a text, and what follows them unread."""

    text: str
    terms: Sequence[Term]
    rest: str


def in_words(n: int) -> str:
    """A count in words; exact up to the largest that the store holds, and read back by `read_words`."""
    return f" {_AND} ".join(_words(n)) or _ZERO


def ordinal(n: int) -> str:
    """A place in a row, in words: «دوم», «بیست و سوم», «سی‌ام»."""
    if n == 1:
        return "اول"
    words = in_words(n)
    if words.endswith("سه"):
        return f"{words[:-2]}سوم"
    return f"{words}‌ام" if words.endswith("ی") else f"{words}م"


def _words(n: int) -> Iterator[str]:
    """The terms of a number, largest first; a million milliards is the largest step people say."""
    for scale, name in ((MILLION * MILLIARD, "میلیون میلیارد"), (MILLIARD, "میلیارد"), (MILLION, "میلیون")):
        if n >= scale:
            yield f" {_AND} ".join(_below_million(n // scale)) + " " + name
            n %= scale
    yield from _below_million(n)


def _below_million(n: int) -> Iterator[str]:
    thousands, rest = divmod(n, THOUSAND)
    if thousands:
        yield f" {_AND} ".join(_below_thousand(thousands)) + " هزار"
    yield from _below_thousand(rest)


def _below_thousand(n: int) -> Iterator[str]:
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    parts = (_HUNDREDS[hundreds], _TEENS[ones]) if tens == 1 else (_HUNDREDS[hundreds], _TENS[tens], _ONES[ones])
    return (part for part in parts if part)


def read_words(text: str) -> int:
    """The count that was said: «یکصد و بیست هزار», «۲ میلیون و پانصد هزار»."""
    said = read_said(text, {})
    if said.rest or not said.terms or not follow_each_other(said.terms):
        raise Refusal("not_an_integer")
    total = sum((term.value for term in said.terms), Fraction())
    if total.denominator != 1:
        raise Refusal("not_an_integer")
    return int(total)


def follow_each_other(terms: Sequence[Term], rates: Mapping[str, int] | None = None) -> bool:
    """Whether each term is whole and the next smaller than a single one of it; `rates` are the worths of units."""
    worth = {"": 1, **(rates or {})}
    for term, following in pairwise(terms):
        if term.amount.denominator != 1 or not following.amount or not term.amount:
            return False
        if following.value * worth[following.unit] >= term.scale * worth[term.unit]:
            return False
    return True


def read_said(text: str, units: Mapping[str, tuple[tuple[str, ...], str]]) -> Said:
    """The number at the front of a text. `units`: a word → the steps it means beside the unit, and the unit."""
    plain = _VOWEL_SIGNS.sub("", clean(text)).replace(ZWNJ, " ")
    reader = _Reader(plain[:_LONGEST], units)
    terms = _thousands_joined(reader.terms())
    return Said(plain, terms, plain[reader.place :].strip())


def _thousands_joined(terms: Sequence[Term]) -> Sequence[Term]:
    """«پنجاه هزار و دویست میلیارد» counts 50,200 of the second step."""
    joined: list[Term] = []
    for term in terms:
        if joined and _counts_thousands_of(joined[-1], term):
            joined[-1] = term._replace(amount=joined[-1].amount * THOUSAND + term.amount)
        else:
            joined.append(term)
    return joined


def _counts_thousands_of(before: Term, term: Term) -> bool:
    plain = all(amount.denominator == 1 and 0 < amount < THOUSAND for amount in (before.amount, term.amount))
    return plain and before[1:3] == (("هزار",), "") and term.scale > THOUSAND and term.steps[0] != "هزار"


class _Token(NamedTuple):
    word: str
    end: int


def _known_tokens(text: str, units: Iterable[str]) -> Iterator[_Token]:
    """The words and figures at the front of a text, up to the first that means nothing here."""
    known, place = _words_with(tuple(units)), 0
    while found := _NEXT.match(text, place):
        word, start = found[1], found.start(1)
        if not word[0].isdigit() and word not in known:
            word = _longest_beginning(word, known)  # «پنجاه‌هزارتومان» typed without a gap
            if not word:
                return
        place = start + len(word)
        yield _Token(word, place)


@cache
def _words_with(units: tuple[str, ...]) -> frozenset[str]:
    return _WORDS.union(*(unit.split() for unit in units))


def _longest_beginning(word: str, known: frozenset[str]) -> str:
    return next((word[:length] for length in range(len(word), 0, -1) if word[:length] in known), "")


class _Reader:
    """Reads terms from the front of a text; `place` is where it stands."""

    def __init__(self, text: str, units: Mapping[str, tuple[tuple[str, ...], str]]) -> None:
        self._units = units
        self._tokens = list(_known_tokens(to_ascii(text), units))
        self._next = 0

    @property
    def place(self) -> int:
        return self._tokens[self._next - 1].end if self._next else 0

    def terms(self) -> list[Term]:
        found: list[Term] = []
        while True:
            start = self._next
            if found and not self._take(_AND):
                return found
            term = self._term(is_first=not found)
            if term is None:
                self._next = start
                return found
            found.append(term)

    def _term(self, *, is_first: bool) -> Term | None:
        amount = self._amount()
        if amount is None and self._peek() == "هزار" and not (is_first and self._peek(1) != _AND):
            amount = Fraction(1)  # «هزار» alone may be a unit whose amount was forgotten, so it needs company
        if amount is None:
            return None
        steps_at, steps = self.place, []
        while (step := self._peek()) in _STEPS:
            self._next += 1
            steps.append(step)
        if steps and amount.denominator == 1 and self._half_follows() and self._peek(2) not in _STEPS:
            amount += self._half()  # «دو میلیون و نیم»: half of what was just counted
        unit_at, (more, unit) = self.place, self._unit()
        return Term(amount, (*steps, *more), unit, steps_at, unit_at)

    def _unit(self) -> tuple[tuple[str, ...], str]:
        """The unit that comes next, of two words if it can be: «ریال جدید» before «ریال»."""
        for words in (2, 1):
            name = " ".join(self._peek(further) for further in range(words))
            if name in self._units:
                self._next += words
                return self._units[name]
        return (), ""

    def _amount(self) -> Fraction | None:
        if self._take(_HALF):
            return Fraction(1, 2)
        if self._take(_ZERO):
            return Fraction()
        amount = self._figures() if self._peek()[:1].isdigit() else self._small()
        return amount + self._half() if amount is not None and self._half_follows() else amount

    def _half_follows(self) -> bool:
        return self._peek() == _AND and self._peek(1) == _HALF

    def _half(self) -> Fraction:
        self._next += 2
        return Fraction(1, 2)

    def _figures(self) -> Fraction | None:
        number = plain_number(self._peek())
        if number is None or len(number) > _LONGEST_FIGURES:
            return None
        self._next += 1
        return Fraction(number)

    def _small(self) -> Fraction | None:
        """«یکصد و بیست و سه»: hundreds, tens and ones in this order."""
        total = value = _SMALL.get(self._peek(), 0)
        if not value:
            return None
        self._next += 1
        while self._peek() == _AND and 0 < (following := _SMALL.get(self._peek(1), 0)) < _room_after(value):
            self._next += 2
            value = following
            total += value
        return Fraction(total)

    def _peek(self, further: int = 0) -> str:
        """The next word or figures, or one further on; "" after the last."""
        place = self._next + further
        return self._tokens[place].word if place < len(self._tokens) else ""

    def _take(self, wanted: str) -> bool:
        """Step over the next word if it is the wanted one."""
        if self._peek() != wanted:
            return False
        self._next += 1
        return True


def _room_after(value: int) -> int:
    """Below what a following small number must be: after «بیست» only ones, after «سه» nothing."""
    return 100 if value >= 100 else 10 if value >= 20 else 0
