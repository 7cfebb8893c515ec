"""What a shaped piece looks like in one font: strings in drawing order with their offsets, and the width.

All measures are thousandths of the font size.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from desktop.reports.layout.fonts import HAMZA_ABOVE, MARK_ALIASES, PersianFont
from desktop.reports.layout.shaping import MARK_CLASS, drawn, mirrored, plain_isolated

_MARKS = MARK_CLASS + MARK_ALIASES
_MARK = re.compile(f"[{_MARKS}]")
_CLUSTER = re.compile(f"[^{_MARKS}]?[{_MARKS}]*")
_PAIR = re.compile("[\u064b-\u0650][\u0651\u0654]|[\u0651\u0654][\u064b-\u0650]")
_LATIN = re.compile("[A-Za-z]")
_ALLAH, _ALLAH_SIGN = "\u0627\ufedf\ufee0\ufeea", "\ufdf2"  # as the font joins it
_NO_NEIGHBOURS = frozenset(
    chr(code) for code in (*range(0x600, 0x900), *range(0xE0C0, 0xE100)) if _MARK.match(chr(code))
) | {"\u200c"}
_HEH_HAMZA = re.compile(f"([\ufee9\ufeea]){HAMZA_ABOVE}")


@dataclass(frozen=True, slots=True)
class Part:
    """A string of glyphs that starts at (x, y) from the piece's origin.

    `run` is the string cut where glyphs are moved together (a number above zero) or apart.
    """

    text: str
    x: float
    y: float
    run: tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """A drawn piece."""

    parts: tuple[Part, ...]
    width: float

    @property
    def is_plain(self) -> bool:
        """Whether it is one string on the line."""
        return len(self.parts) == 1 and self.parts[0].x == self.parts[0].y == 0


def _width(face: PersianFont, text: str) -> float:
    return sum(face.width(character) for character in text)


def _placed_marks(face: PersianFont, base: str, marks: str, left: float) -> list[Part]:
    """Marks of one letter whose glyph begins at `left`, each over or under it."""
    parts: list[Part] = []
    earlier: list[tuple[str, float, float]] = []
    for mark in marks:
        place: tuple[float, float] | None = None
        for carrier, x, y in reversed(earlier):
            offset = face.mark_offset(carrier, mark, on_mark=True)
            if offset:
                place = (x + offset[0], y + offset[1])
                break
        if place is None:
            offset = face.mark_offset(base, mark, on_mark=False) if base else None
            place = offset or ((_width(face, base) if base else 0) / 2 - face.width(mark) / 2, 0.0)
        parts.append(Part(mark, left + place[0], place[1], (mark,)))
        earlier.append((mark, *place))
    return parts[::-1]


def _run(face: PersianFont, text: str, moved: Mapping[int, float]) -> tuple[str | float, ...]:
    """A string in drawing order, cut after every glyph whose advance is changed and at heh with hamza."""
    if not moved and not any(character in face.doubles for character in text):
        return (text,)
    parts: list[str | float] = []
    for at, character in enumerate(text):
        for item in face.doubles.get(character, (character,)):
            last = parts[-1] if parts else None
            if isinstance(item, str) and isinstance(last, str):
                parts[-1] = last + item
            else:
                parts.append(item)
        if at in moved:
            parts.append(-moved[at])
    return tuple(parts)


def _with_marks(face: PersianFont, text: str, moved: Mapping[int, float]) -> Ink:
    """A right-to-left piece with marks: letters in drawing order, every mark set over its letter."""
    parts: list[Part] = []
    left, end = 0.0, len(text)
    run, run_left, run_moved = "", 0.0, dict[int, float]()
    for cluster in reversed([found for found in _CLUSTER.findall(text) if found]):
        base = "" if _MARK.match(cluster) else cluster[0]
        marks = cluster[len(base) :]
        end -= len(cluster)
        if marks:
            parts += [Part(run, run_left, 0.0, _run(face, run, run_moved))] if run else []
            parts += _placed_marks(face, base, marks, left)
            run, run_left, run_moved = "", left, {}
        change = moved.get(end, 0.0) if base else 0.0
        if change:
            run_moved[len(run)] = change
        run += mirrored(base)
        left += _width(face, base) + change
    return Ink((*parts, Part(run, run_left, 0.0, _run(face, run, run_moved))) if run else tuple(parts), left)


@lru_cache(16384)
def ink(face: PersianFont, shaped: str, right_to_left: bool, tabular: bool = False) -> Ink:
    """The drawn form of a shaped logical piece. Raises MissingGlyphError."""
    text = shaped
    if HAMZA_ABOVE in text:
        text = _HEH_HAMZA.sub(lambda found: face.heh_hamza[found.group(1)], text)
    text = face.known(drawn(text))
    if tabular:
        text = face.tabular(text)
    if not right_to_left:
        moved = face.kerning(text, "", right_to_left=False) if _LATIN.search(text) else {}
        return Ink(
            (Part(text, 0.0, 0.0, _run(face, text, moved)),) if text else (), _width(face, text) + sum(moved.values())
        )
    text = face.known(plain_isolated(text)).replace(_ALLAH, _ALLAH_SIGN)
    text = face.in_context(text, _NO_NEIGHBOURS)
    if _MARK.search(text):
        text = _PAIR.sub(lambda found: face.mark_pairs.get(found.group(), found.group()), text)
        moved = face.kerning(text, _NO_NEIGHBOURS, right_to_left=True)
        return _with_marks(face, text, moved)
    moved = face.kerning(text, _NO_NEIGHBOURS, right_to_left=True)
    width = _width(face, text) + sum(moved.values())
    last = len(text) - 1
    text = face.known(mirrored(text[::-1]))
    return Ink(
        (Part(text, 0.0, 0.0, _run(face, text, {last - at: change for at, change in moved.items()})),) if text else (),
        width,
    )
