"""Joined letter forms of a word, cached per word.

arabic-reshaper is used with its ligature pass off: that pass mixes letters up after a zero-width joiner and turns
الله inside names into a symbol. Lam-alef is done here. The library asks its ConfigParser six times a call,
which is most of its cost on short strings; a dict answers instead.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from arabic_reshaper import ArabicReshaper
from bidi.mirror import MIRRORED

ZWNJ: Final = "\u200c"
ZWJ: Final = "\u200d"
MARK_CLASS: Final = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"

_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_LAM_ALEF: Final = re.compile(f"([\ufedf\ufee0])([{MARK_CLASS}]*)([\ufe8e\ufe82\ufe84\ufe88])")
_LIGATURES: Final = {
    "\ufe8e": "\ufefb\ufefc", "\ufe82": "\ufef5\ufef6", "\ufe84": "\ufef7\ufef8", "\ufe88": "\ufef9\ufefa",
}  # fmt: skip
_UNDRAWN: Final = dict.fromkeys(
    map(ord, "\u200b\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad")
)
_MIRROR: Final = {ord(character): mirrored for character, mirrored in MIRRORED.items()}


_ISOLATED: Final = {
    code: letters[1]
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEF5))
    if len(letters := unicodedata.decomposition(chr(code)).split()) == 2 and letters[0] == "<isolated>"
}
_PLAIN: Final = {code: chr(int(letter, 16)) for code, letter in _ISOLATED.items()}


class _Answers(dict[str, bool]):
    """The reshaper's settings, answering as its ConfigParser does."""

    def getboolean(self, key: str) -> bool:
        return self[key]


@lru_cache(1)
def _reshaper() -> ArabicReshaper:
    reshaper = ArabicReshaper(
        {"delete_harakat": False, "support_ligatures": False, "support_zwj": True, "delete_tatweel": False}
    )
    keys = (
        "delete_harakat", "delete_tatweel", "support_zwj", "shift_harakat_position",
        "use_unshaped_instead_of_isolated", "support_ligatures",
    )  # fmt: skip
    reshaper.configuration = _Answers({key: reshaper.configuration.getboolean(key) for key in keys})
    return reshaper


@lru_cache(16384)
def shape_word(word: str) -> str:
    """Presentation forms of one word, one for each character of it, in logical order."""
    if not _ARABIC.search(word):
        return word
    shaped = iter(_reshaper().reshape(word))
    return "".join(ZWJ if character == ZWJ else next(shaped) for character in word)


def _ligature(found: re.Match[str]) -> str:
    lam, marks, alef = found.groups()
    return _LIGATURES[alef][lam == "\ufee0"] + marks


def is_lam_alef(pair: str) -> bool:
    """Whether two shaped letters are drawn as one ligature (a line may not break between them)."""
    return _LAM_ALEF.fullmatch(pair) is not None


def drawn(shaped: str) -> str:
    """What is drawn of a shaped piece, still in logical order: lam-alef joined, invisible controls gone, ZWNJ kept."""
    return _LAM_ALEF.sub(_ligature, shaped).translate(_UNDRAWN)


def plain_isolated(text: str) -> str:
    """Unjoined forms as the plain letters, of which the font tells more (it kerns them)."""
    return text.translate(_PLAIN)


def mirrored(text: str) -> str:
    """Brackets and comparison signs turned round, for right-to-left runs (rule L4)."""
    return text.translate(_MIRROR)
