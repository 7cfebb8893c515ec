"""Persian alphabetical order as stored bytes, the same on every machine and without its language packs.

The order is CLDR's for `fa`: digits, then the Persian alphabet from آ to ی (hamza in all its seats is one
letter after ا, و before ه), then Latin. A space sorts before any letter, so «علی پور» precedes «علیا».
"""

from __future__ import annotations

import unicodedata

from desktop.domain.persian.digits import ASCII_DIGITS, to_ascii
from desktop.domain.persian.text import ZWNJ, clean

SORT_KEY_VERSION = 1

_PART_END = b"\x01"
_ALPHABET = "آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_PLACES = {letter: chr(ord("0") + place) for place, letter in enumerate(ASCII_DIGITS + _ALPHABET + _LATIN)}
_BEYOND = "~"

_SAME_PLACE = {
    "ا": "ٱ",
    "ء": "أإؤئٲٳٴ",
    "ک": "كڪ",
    "گ": "ګ",
    "ه": "ةۀہۂۃەھ",
    "ی": "يىېێۍےۓ",
    "ت": "ټٹ",
    "ج": "ځ",
    "چ": "څ",
    "د": "ډڈ",
    "ر": "ړڑڕ",
    "ژ": "ږ",
    "ش": "ښ",
    "ل": "ڵ",
    "ن": "ڼںڻ",
    "و": "ۆۇۉۋ",
    "ف": "ڤ",
}
_SEATED: dict[str, str] = {same: letter for letter, others in _SAME_PLACE.items() for same in others}


class _Places(dict[int, str]):
    """The place of one character in the order; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = place = _place(chr(code))
        return place


def sort_key(*parts: str) -> bytes:
    """The place of a record among others by last name, then first name, and so on."""
    return _PART_END.join(_part_key(part) for part in parts)


def _part_key(part: str) -> bytes:
    letters = clean(part)
    if "ی\u0654" in letters:
        letters = letters.replace("ی\u0654", "ئ")
    return " ".join(letters.translate(_PLACE_OF).split()).encode("ascii")


def _place(char: str) -> str:
    known = _PLACES.get(_SEATED.get(char, to_ascii(char).lower()))
    if known is not None:
        return known
    kind = unicodedata.category(char)
    if kind == "Pd" or char in " /_":
        return " "
    if char == ZWNJ or kind[0] in "MPSCZ":
        return ""
    return _place_of_stranger(char)


def _place_of_stranger(char: str) -> str:
    """A letter outside the alphabet stands with its base letter («é» with «e»), or else after all others."""
    base = unicodedata.normalize("NFKD", char)
    if base != char:
        return "".join(_place(part) for part in base)
    return f"{_BEYOND}{ord(char):06x}"


_PLACE_OF = _Places()
