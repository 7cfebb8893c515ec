"""Persian alphabetical order as stored bytes, the same on every machine and without its language packs.

The order is CLDR's for `fa`, at its three levels. First the letters decide: signs, digits, then the alphabet
from آ to ی (hamza in all its seats is one letter after ا, و stands before ه), then Latin. Only where these are
equal do the variants of a letter and the vowel signs decide, and last capitals. A gap of width zero is nothing;
a space stands before any letter, so «علی پور» precedes «علیا».

Of the fields of a record (last name, first name, …) the letters of all decide before the variants of any, as
Unicode advises for such keys (UTS #10, «merging sort keys»): the Mo'menis stay together by first name,
whether they write مؤمنی or مئمنی.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.domain.persian.digits import ASCII_DIGITS, to_ascii
from desktop.domain.persian.text import ZWNJ, clean

SORT_KEY_VERSION = 2

# Each group is one place in the order: its first character, then the variants that only count at the second level.
_SIGNS = (
    "‾ _ ‗ - ‐‑ ‒ – — ― ⁓ , ، ؍ ٫ ٬ ; ؛ ⁏ : ؞ ! ¡ ? ¿ ؟ ‽ . ۔ · ؝ ⁕ ⁖ ⁘ ⁙ ⁚ ⁛ ⁜ ⁝ ⁞ '‘’‚‛ ‹ › \"“”„‟ « » ( ) [ ] { } "
    "⁅ ⁆ ‖ § ¶ ⁋ @ * ⁎ ⁑ ٭ / \\ & ⁊ # % ٪ ‰ ؉ ‱ ؊ † ‡ • ‣ ‧ ⁃ ⁌ ⁍ ′ ‵ ‸ ※ ‿ ⁔ ⁀ ⁐ ⁁ ⁂ ` ´ ^ ¯ ¨ ¸ ° ؈ ؎ ؏ ۞ ۩ © ® + ± "
    "÷ × < = > ¬ | ¦ ~ − ⁒ ⁄ ؆ ؇ ∞ ¤ ¢ $ £ ¥ ؋ € ﷼"
)
_ALPHABET = (
    "ٴ۽ آ اٱ ءأٲإٳؤئ ٮ ب ٻ پ ڀ ت ث ٹ ٺ ټ ٽ ٿ ج ڃ ڄ چ ڿ ڇ ح خ ځ ڂ څ د ذ ڈ ډ ڊ ڋ ڌ ڍ ڎ ڏ ڐ ۮ ر ز ڑ ڒ ړ ڔ ڕ ږ ڗ ژ ڙ ۯ "
    "س ش ښ ڛ ڜ ۺ ص ض ڝ ڞ ۻ ط ظ ڟ ع غ ڠ ۼ ف ڡ ڢ ڣ ڤ ڥ ڦ ٯ ق ڧ ڨ کڪګكڬڭڮ گ ڰ ڱ ڲ ڳ ڴ ػ ؼ ل ڵ ڶ ڷ ڸ م۾ ن ں ڻ ڼ ڽ ڹ ۿ "
    "و ۄ ۅ ۆ ۇ ۈ ۉ ۊ ۋ ۏ هەہةۃۀھ ۦ یىےيېۑۍێ ؽ ؾ ؿ ؠ"
)
_LATIN = "a b c dđð e f g hħ i ı j k lł m n ŋ oø p q ĸ r s t ŧ u v w x y z þ"
_SPELLED_OUT = {"ٵ": "ٴا", "ٶ": "ٴو", "ٷ": "ٴۇ", "ٸ": "ٴی", "æ": "ae", "œ": "oe", "ß": "ss", "Æ": "AE", "Œ": "OE"}
_MARKS = (
    "\u0332\u0313\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304\u0309\u031b\u0323"
    "\u064e\u0650\u064f\u064b\u064d\u064c\u0651\u0652\u0653\u0654\u0655\u065f\u0656\u0657\u0658\u0659\u065a\u065b\u065c"
    "\u065d\u065e\u0670"
)

# The bytes of a key, from the lowest up: ends, space, signs, digits, the alphabet, Latin, what we do not know.
_LEVEL_END, _PART_END, _PART_END_KEY = "\x01", "\x02", b"\x02"
_SPACE, _SIGN, _STRANGE_SIGN = "\x03", "\x04", "\x05"
_FIRST_DIGIT, _FIRST_LETTER, _FIRST_LATIN, _STRANGE_LETTER = 0x06, 0x10, 0x90, "\xf0"
_FIRST_SIGN = 0x10
_USUAL, _CAPITAL, _SHAPED = "\x05", "\x06", "\x07"
_FIRST_VARIANT, _FIRST_MARK = 0x06, 0x20

_YEH_HAMZA = re.compile("ی([\u064b-\u0652\u0655\u0656\u065c\u065f\u0670]*)\u0654")
_ONE_YEH_HAMZA = "\ufdd0"  # no character, and `clean` lets none pass: ی that carries a hamza apart, just before ئ

Weights = tuple[str, str, str]
"""What a character weighs at each of the three levels."""


def _listed() -> dict[str, Weights]:
    found: dict[str, Weights] = {_PART_END: (_PART_END,) * 3, " ": (_SPACE, _USUAL, _USUAL)}
    for place, group in enumerate(_SIGNS.split()):
        found |= _group_weights(_SIGN + chr(_FIRST_SIGN + place), group)
    for place, group in enumerate(ASCII_DIGITS):
        found |= _group_weights(chr(_FIRST_DIGIT + place), group)
    for place, group in enumerate(_ALPHABET.split()):
        found |= _group_weights(chr(_FIRST_LETTER + place), group)
    for place, group in enumerate(_LATIN.split()):
        found |= _group_weights(chr(_FIRST_LATIN + place), group)
    found[_ONE_YEH_HAMZA] = found["ئ"]
    found["ئ"] = (*found["ئ"][:2], _CAPITAL)
    return found


def _group_weights(place: str, group: str) -> dict[str, Weights]:
    seconds = (_USUAL, *(chr(_FIRST_VARIANT + n) for n in range(len(group) - 1)))
    return {char: (place, second, _USUAL) for char, second in zip(group, seconds, strict=True)}


_LISTED = _listed()
_MARK_WEIGHTS = {mark: chr(_FIRST_MARK + place) for place, mark in enumerate(_MARKS)}


class _Level(dict[int, str]):
    """What each character weighs at one level; filled as characters are met."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def __missing__(self, code: int) -> str:
        self[code] = weight = _weights(chr(code))[self._level]
        return weight


_FIRST, _SECOND, _THIRD = (_Level(level) for level in range(3))
_USUAL_ONLY = re.compile(
    f"[{re.escape(''.join(c for c, weights in _LISTED.items() if weights[1:] == (_USUAL, _USUAL)))}{ZWNJ}{_PART_END}]*"
)


@lru_cache(maxsize=4_000)
def _usual_key(part: str) -> bytes | None:
    """The place of a text in which only the letters count; None for any other."""
    text = clean(part)
    return text.translate(_FIRST).encode("latin-1") if _USUAL_ONLY.fullmatch(text) else None


def sort_key(*parts: str) -> bytes:
    """The place of a record among others by last name, then first name, and so on."""
    usual = [_usual_key(part) for part in parts]
    if None not in usual:
        return _PART_END_KEY.join(usual)  # type: ignore[arg-type]
    text = _PART_END.join(map(clean, parts))
    text = _YEH_HAMZA.sub(rf"{_ONE_YEH_HAMZA}\1", text)
    levels = (text.translate(_FIRST), _ending_unusual(text.translate(_SECOND)), _ending_unusual(text.translate(_THIRD)))
    return _LEVEL_END.join(levels).rstrip(_LEVEL_END).encode("latin-1")


def _ending_unusual(weights: str) -> str:
    """Usual weights at the end say nothing, since they are the lowest."""
    return weights.rstrip(_USUAL + _PART_END)


def _weights(char: str) -> Weights:
    digit, small = to_ascii(char), char.lower()
    if digit in _LISTED:
        return _LISTED[digit]
    if char in _SPELLED_OUT:
        return _together(_SPELLED_OUT[char])
    if small in _LISTED:
        return (*_LISTED[small][:2], _CAPITAL)
    if char in _MARK_WEIGHTS:
        return "", _MARK_WEIGHTS[char], ""
    for form in ("NFD", "NFKD"):
        if (base := unicodedata.normalize(form, char)) != char:
            first, second, third = _together(base)
            return first, second, third if form == "NFD" else _SHAPED * len(third)
    return _stranger(char)


def _together(chars: str) -> Weights:
    weights = [_weights(char) for char in chars]
    return "".join(w[0] for w in weights), "".join(w[1] for w in weights), "".join(w[2] for w in weights)


def _stranger(char: str) -> Weights:
    """Signs we do not list stand after those we do, letters after all others, both in Unicode's order."""
    kind = unicodedata.category(char)[0]
    if char == ZWNJ or kind == "M":
        return "", "", ""
    code = ord(char)
    number = "".join(chr(0x20 + (code >> shift & 0x7F)) for shift in (14, 7, 0))
    return (_STRANGE_SIGN if kind in "PSZ" else _STRANGE_LETTER) + number, _USUAL, _USUAL
