"""What a shaped piece looks like in one font: glyphs in drawing order, marks at their places, and the width.

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
SEPARATORS = frozenset("/.,:\u060c-\u2212+#%\u066a")
"""Signs that readers take for part of a number or mark beside them unless a turn of direction is written between."""
_HEH_HAMZA = re.compile(f"([\ufee9\ufeea]){HAMZA_ABOVE}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that is drawn at (x, y) from the piece's origin; what it says is written in the run."""

    character: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Ink:
    """A drawn piece: glyphs from left to right, and marks over and under them.

    `run` is the text cut where glyphs are moved together (a number above zero) or apart.
    """

    text: str
    run: tuple[str | float, ...]
    width: float
    marks: tuple[Mark, ...] = ()


def _width(face: PersianFont, text: str) -> float:
    return sum(face.width(character) for character in text)


def _placed_marks(face: PersianFont, base: str, marks: str, left: float) -> list[Mark]:
    """Marks of one letter whose glyph begins at `left`, each over or under it."""
    placed: list[Mark] = []
    for mark in marks:
        place: tuple[float, float] | None = None
        for carrier in reversed(placed):
            offset = face.mark_offset(carrier.character, mark, on_mark=True)
            if offset:
                place = (carrier.x + offset[0], carrier.y + offset[1])
                break
        if place is None:
            offset = face.mark_offset(base, mark, on_mark=False) if base else None
            x, y = offset or ((_width(face, base) if base else 0) / 2 - face.width(mark) / 2, 0.0)
            place = (left + x, y)
        placed.append(Mark(mark, *place))
    return placed


def _run(face: PersianFont, text: str, moved: Mapping[int, float]) -> tuple[str | float, ...]:
    """A string in drawing order, cut after every glyph whose advance is changed, at blanks and at heh with hamza."""
    if not moved and not any(character in face.written for character in text):
        return (text,)
    parts: list[str | float] = []
    for at, character in enumerate(text):
        for item in face.written.get(character, (character,)):
            append(parts, item)
        if at in moved:
            append(parts, -moved[at])
    return tuple(parts)


def append(run: list[str | float], item: str | float) -> None:
    """Adds to a run: two strings become one, and so do two movements, which a page could not tell apart."""
    last = run[-1] if run else None
    if isinstance(item, str) and isinstance(last, str):
        run[-1] = last + item
    elif isinstance(item, str) or last is None or isinstance(last, str):
        run.append(item)
    else:
        run[-1] = last + item


def _with_marks(face: PersianFont, text: str, moved: Mapping[int, float]) -> Ink:
    """A right-to-left piece with marks: letters in drawing order, each after the blanks that say its marks."""
    drawing, left, end = "", 0.0, len(text)
    marks: list[Mark] = []
    changes: dict[int, float] = {}
    for cluster in reversed([found for found in _CLUSTER.findall(text) if found]):
        base = "" if _MARK.match(cluster) else cluster[0]
        own = cluster[len(base) :]
        end -= len(cluster)
        marks += _placed_marks(face, base, own, left)
        drawing += face.turn if own and drawing[-1:] in SEPARATORS else ""
        drawing += "".join(face.blanks[mark] for mark in reversed(own))
        change = moved.get(end, 0.0) if base else 0.0
        if change:
            changes[len(drawing)] = change
        drawing += mirrored(base)
        left += (_width(face, base) if base else 0.0) + change
    return Ink(drawing, _run(face, drawing, changes), left, tuple(marks))


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
        return Ink(text, _run(face, text, moved), _width(face, text) + sum(moved.values()))
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
    return Ink(text, _run(face, text, {last - at: change for at, change in moved.items()}), width)
