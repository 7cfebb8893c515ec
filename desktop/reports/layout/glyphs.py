"""What a shaped piece looks like in one font: strings in drawing order with their offsets, and the width.

All measures are thousandths of the font size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.reports.layout.fonts import HAMZA_ABOVE, PersianFont
from desktop.reports.layout.shaping import MARK_CLASS, drawn, mirrored

_MARK = re.compile(f"[{MARK_CLASS}]")
_CLUSTER = re.compile(f"[^{MARK_CLASS}]?[{MARK_CLASS}]*")
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


def _with_marks(face: PersianFont, text: str) -> Ink:
    """A right-to-left piece with marks: letters in drawing order, every mark set over its letter."""
    parts: list[Part] = []
    left = 0.0
    run, run_left = "", 0.0
    for cluster in reversed([found for found in _CLUSTER.findall(text) if found]):
        base = "" if _MARK.match(cluster) else cluster[0]
        marks = cluster[len(base) :]
        if marks:
            parts += [Part(run, run_left, 0.0, (run,))] if run else []
            parts += _placed_marks(face, base, marks, left)
            run, run_left = "", left
        run += mirrored(base)
        left += _width(face, base)
    return Ink((*parts, Part(run, run_left, 0.0, (run,))) if run else tuple(parts), left)


@lru_cache(65536)
def ink(face: PersianFont, shaped: str, right_to_left: bool, tabular: bool = False) -> Ink:
    """The drawn form of a shaped logical piece. Raises MissingGlyphError."""
    text = shaped
    if HAMZA_ABOVE in text:
        text = _HEH_HAMZA.sub(lambda found: face.heh_hamza[found.group(1)], text)
    text = face.known(drawn(text))
    if tabular:
        text = face.tabular(text)
    if right_to_left and _MARK.search(text):
        return _with_marks(face, text)
    if right_to_left:
        text = face.known(mirrored(text[::-1]))
    return Ink((Part(text, 0.0, 0.0, (text,)),) if text else (), _width(face, text))
