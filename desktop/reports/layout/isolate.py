"""Keeps numbers, phones and codes in their own order inside Persian text, by isolates (U+2066 … U+2069)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from desktop.domain.persian import digits

LRI: Final = "\u2066"
PDI: Final = "\u2069"

_LETTERS: Final = str.maketrans({"ي": "ی", "ك": "ک", "\u0649": "ی", "\t": " ", "\r": None, "\u00a0": " "})
_D: Final = "0-9۰-۹"
_SIGN: Final = "+\\-\u2212"
_AMOUNT: Final = rf"[{_D}]+(?:[\u066b\u066c.,/:][{_D}]+)*"
_CONTROLS: Final = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_RUNS: Final = re.compile(
    rf"""(?<![\w\u2066{_SIGN}])(?:
        (?:[+]|00?|۰۰?)[{_D}]{{1,4}}(?:[\ \-][{_D}]{{2,4}}){{1,4}}                               # 0912 345 6789
      | [{_SIGN}](?=[{_D}])[{_D}\u066b\u066c.,/:]*[{_D}](?:[\-\u2013][{_D}]+)*[%\u066a]?   # a signed number, +98-912-…
      | {_AMOUNT}[%\u066a]                                                                 # a percentage
      | {_AMOUNT}(?:[\-\u2013]{_AMOUNT})+[%\u066a]?                                        # a phone, a range
      | [0-9][A-Za-z0-9]*(?:[\-_/.@:][A-Za-z0-9]+)*[\-_/@:][A-Za-z0-9]+                      # 12-AB
      | [A-Za-z](?:[A-Za-z0-9 .\-]*[A-Za-z0-9])?[+\#*]+                                      # Visual C++
      | [$€£]{_AMOUNT} | {_AMOUNT}°(?:{_AMOUNT}['\u2032](?:{_AMOUNT}[\"\u2033])?)?         # $12.5, 35°41′
      | [.][A-Za-z][A-Za-z0-9]*(?:\ [0-9]+)?                                               # .NET 8
    )(?![\w{_SIGN}%\u066a])""",
    re.VERBOSE,
)


def ltr(text: str) -> str:
    """The text with its own left-to-right order wherever it stands."""
    return f"{LRI}{text}{PDI}"


def fa_num(number: float, decimals: int | None = None) -> str:
    """A number with Persian digits and separators, the minus at its left wherever it stands: −۱٬۲۳۴٫۵.

    Without `decimals` it is a whole number. Raises ValueError for a number that is not finite.
    """
    return ltr(digits.grouped(round(number)) if decimals is None else digits.decimal(number, decimals))


def fa_percent(number: float, decimals: int = 1) -> str:
    """A percentage, counted in hundredths, with Persian digits: ۴٫۲٪."""
    return ltr(digits.percent(number, decimals))


def without_controls(text: str) -> str:
    """The text as a reader sees it: without direction marks and isolates."""
    return "".join(character for character in text if character not in _CONTROLS)


_AFTER_LATIN: Final = re.compile("[A-Za-z][^\u0590-\u08ff]*$")


def _isolated(found: re.Match[str]) -> str:
    """A run by itself, unless it goes on a Latin phrase («Python 3.11-4»), whose order an isolate would break."""
    before = found.string[max(found.start() - 40, 0) : found.start()]
    return found.group() if _AFTER_LATIN.search(before) else ltr(found.group())


@lru_cache(16384)
def prepared(text: str) -> str:
    """Text ready for layout: composed letters, Persian ی and ک, one kind of space, data in isolates of their own."""
    clean = unicodedata.normalize("NFC", text).translate(_LETTERS)
    return _RUNS.sub(_isolated, clean)
