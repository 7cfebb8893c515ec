"""Embedding levels of a paragraph (UAX #9 up to rule I2) and the order of a line (rule L2).

The rules are python-bidi's. Its only way to the levels is the debug print of its resolver, slow on long text;
therefore a paragraph is first compressed to its sequence of bidi classes, and the answer is cached on that sequence.
A test pins the print's format on fixed strings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from bidi import get_display

BASE_LEVEL: Final = 1
"""Every paragraph of this program runs right to left; a direction guessed from the text turns «Windows ۱۱» over."""

_SAMPLE: Final = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0660", "ES": "+", "ET": "#", "CS": ",", "WS": " ",
    "ON": "!", "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c", "LRI": "\u2066",
    "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069", "S": "\t", "B": "\u2029",
}  # fmt: skip
_MERGED: Final = frozenset("a\u05d0\u06271\u0660 !#")
_W1_NEIGHBOURS: Final = frozenset("+,\u2066\u2067\u2068\u2069")
_PLAIN_PERSIAN: Final = re.compile("[\u0621-\u064a\u0670-\u06d3\u200c\u064b-\u065f «».:!\u060c\u061b\u061f]*")
_NUMBER: Final = re.compile("[۰-۹]+(?:[/٫٬:.][۰-۹]+)*")
_LEVEL: Final = re.compile(r"Level\(\s*(\d+)")


@lru_cache(8192)
def _sample(character: str) -> str:
    """A character standing for the bidi class; brackets stand for themselves (N0); marks and controls are empty."""
    bidi_class = unicodedata.bidirectional(character) or "L"
    if bidi_class in ("BN", "NSM"):
        return ""
    if bidi_class == "ON" and unicodedata.category(character) in ("Ps", "Pe"):
        return character
    return _SAMPLE[bidi_class]


@lru_cache(32768)
def _resolved(sequence: str) -> tuple[int, ...]:
    printed = str(get_display(sequence, base_dir="R", debug=True))
    found = _LEVEL.findall(printed, printed.index("levels: ["), printed.index("paragraphs: ["))
    levels: list[int] = []
    at = 0
    for character in sequence:
        levels.append(int(found[at]))
        at += len(character.encode())
    return tuple(levels)


def paragraph_levels(text: str) -> tuple[int, ...]:
    """One embedding level per character of a whole paragraph whose base direction is right to left."""
    if _PLAIN_PERSIAN.fullmatch(text):
        return (BASE_LEVEL,) * len(text)
    if _NUMBER.fullmatch(text):
        return (BASE_LEVEL + 1,) * len(text)
    sequence: list[str] = []
    place: list[int] = []
    for character in text:
        sample = _sample(character)
        last = sequence[-1] if sequence else ""
        if not sample and last in _W1_NEIGHBOURS and unicodedata.bidirectional(character) == "NSM":
            sample = last if last > "\u2060" else "!"
            sequence.append(sample)
        elif sample and not (sample == last and sample in _MERGED):
            sequence.append(sample)
        place.append(max(len(sequence) - 1, 0))
    if not sequence:
        return (BASE_LEVEL,) * len(text)
    resolved = _resolved("".join(sequence))
    return tuple(resolved[at] for at in place)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Indices of the pieces of one line from left to right (rule L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order
