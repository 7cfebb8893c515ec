"""Breaks a paragraph into lines on its logical words, with the widths of their joined forms, and orders each line.

Lengths are points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from desktop.reports.layout.fonts import PersianFont, font
from desktop.reports.layout.glyphs import SEPARATORS, Mark, append, ink
from desktop.reports.layout.isolate import prepared
from desktop.reports.layout.levels import BASE_LEVEL, paragraph_levels, visual_order
from desktop.reports.layout.shaping import MARK_CLASS, is_lam_alef, shape_word
from desktop.reports.layout.style import Colour, TextStyle, Weight

_TOKEN: Final = re.compile(r"\n|[^ \n]+")
_MARK: Final = re.compile(f"[{MARK_CLASS}]")
_BREAK_AFTER: Final = frozenset("-/_.@?&=:\u060c\u061b,\u200c")
_SLACK: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look inside a paragraph; None means as the paragraph."""

    text: str
    weight: Weight | None = None
    colour: Colour | None = None


Content = str | Span | Sequence[str | Span]


def bold(text: str, colour: Colour | None = None) -> Span:
    """A bold span."""
    return Span(text, Weight.BOLD, colour)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line with one level and one look; a piece of spaces has `shaped` of spaces only."""

    shaped: str
    level: int
    span: Span
    width: float
    logical: str

    @property
    def is_space(self) -> bool:
        """Whether the piece is only the space between words."""
        return self.shaped[:1] == " "


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark of a line: thousandths of the size from the line's left end on the baseline; `spaces` as in a stroke."""

    mark: Mark
    x: float
    spaces: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A string that is drawn in one go, `x` thousandths of the size from the line's left end, and the marks on it.

    `spaces` stand before it, which justification widens; `colour` None is that of the paragraph.
    """

    face: PersianFont
    colour: Colour | None
    x: float
    spaces: int
    run: tuple[str | float, ...]
    marks: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line in logical order; `ends_paragraph` is true where justification stops."""

    pieces: tuple[Piece, ...]
    width: float
    ends_paragraph: bool
    _drawn: dict[tuple[Weight, bool], tuple[Stroke, ...]] = field(default_factory=dict, compare=False, repr=False)

    def strokes(self, weight: Weight, tabular: bool) -> tuple[Stroke, ...]:
        """What is drawn from left to right, in a weight where a piece has none of its own."""
        strokes = self._drawn.get((weight, tabular))
        if strokes is None:
            strokes = self._drawn[weight, tabular] = tuple(_strokes(self.in_order(), weight, tabular))
        return strokes

    def in_order(self) -> list[Piece]:
        """The pieces from left to right."""
        levels = [piece.level for piece in self.pieces]
        if all(level == BASE_LEVEL for level in levels):
            return list(reversed(self.pieces))
        return [self.pieces[at] for at in visual_order(levels)]

    def visual(self) -> str:
        """What is drawn, as one string of glyph codes from left to right."""
        drawing = ""
        for piece in self.in_order():
            face = font(piece.span.weight or Weight.REGULAR)
            drawing += face.without_aliases(ink(face, piece.shaped, piece.level % 2 == 1).text)
        return drawing


@lru_cache(8192)
def _plain_span(text: str) -> tuple[Span, ...]:
    return (Span(prepared(text)),)


def _strokes(pieces: Iterable[Piece], weight: Weight, tabular: bool) -> Iterator[Stroke]:
    """Neighbours of one look are one stroke."""
    x, spaces = 0.0, 0
    begun: Stroke | None = None
    last: Piece | None = None
    for piece in pieces:
        face = font(piece.span.weight or weight)
        drawing = ink(face, piece.shaped, piece.level % 2 == 1, tabular)
        marks = tuple(Placed(mark, x + mark.x, spaces) for mark in drawing.marks)
        run = drawing.run
        if last and drawing.text and _turns(last, piece):
            run = _joined(face.written[face.turn], run)
        if begun and begun.face is face and begun.colour == piece.span.colour:
            begun = replace(begun, run=_joined(begun.run, run), marks=begun.marks + marks)
        elif drawing.text:
            if begun:
                yield begun
            begun = Stroke(face, piece.span.colour, x, spaces, run, marks)
        last = piece if drawing.text else last
        x += drawing.width
        spaces += piece.shaped.count(" ")
    if begun:
        yield begun


def _turns(left: Piece, right: Piece) -> bool:
    """Whether a number or Latin word meets a separator that belongs to the Persian text («۱۴۰۴/الف»)."""
    if left.level % 2 == right.level % 2:
        return False
    return (right.shaped[-1] if right.level % 2 else left.shaped[0]) in SEPARATORS


def _joined(one: tuple[str | float, ...], other: tuple[str | float, ...]) -> tuple[str | float, ...]:
    run = list(one)
    append(run, other[0])
    return (*run, *other[1:])


def spans_of(content: Content) -> tuple[Span, ...]:
    """Prepared spans of any content a caller may give."""
    if isinstance(content, str):
        return _plain_span(content)
    items: Iterable[str | Span] = [content] if isinstance(content, Span) else content
    return tuple(
        Span(prepared(item)) if isinstance(item, str) else replace(item, text=prepared(item.text)) for item in items
    )


def measured(shaped: str, level: int, span: Span, style: TextStyle) -> float:
    """Width of a shaped piece in points."""
    face = font(span.weight or style.weight)
    return ink(face, shaped, level % 2 == 1, style.tabular).width * style.size / 1000


@dataclass(frozen=True, slots=True)
class _Word:
    pieces: tuple[Piece, ...]
    width: float
    space: Piece | None
    newline: bool = False


@lru_cache(4096)
def _words(spans: tuple[Span, ...], style: TextStyle) -> tuple[_Word, ...]:
    return tuple(_cut_words(spans, style))


def _cut_words(spans: Sequence[Span], style: TextStyle) -> Iterator[_Word]:
    """Words of the paragraph, cut where the level or the look changes, each with the space before it."""
    text = "".join(span.text for span in spans)
    looks = [span for span in spans for _ in span.text]
    levels = paragraph_levels(text)
    after = 0
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if text[start] == "\n":
            yield _Word((), 0.0, None, newline=True)
            after = end
            continue
        shaped = shape_word(token.group())
        cuts = [
            start,
            *(at for at in range(start + 1, end) if levels[at] != levels[at - 1] or looks[at] is not looks[at - 1]),
        ]
        pieces = []
        for first, last in zip(cuts, [*cuts[1:], end], strict=True):
            part, level = shaped[first - start : last - start], levels[first]
            width = measured(part, level, looks[first], style)
            pieces.append(Piece(part, level, looks[first], width, text[first:last]))
        space = None
        if after < start:
            gap = " " * (start - after)
            level = min(levels[after:start])
            space = Piece(gap, level, looks[after], measured(gap, level, looks[after], style), gap)
        yield _Word(tuple(pieces), sum(piece.width for piece in pieces), space)
        after = end


def _cut(piece: Piece, room: float, style: TextStyle, may_be_empty: bool) -> tuple[Piece | None, Piece | None]:
    """The part of a piece that fits in `room`, and the rest: after a separator if possible, never inside a letter."""

    def part(first: int, last: int) -> Piece | None:
        if first == last:
            return None
        shaped = piece.shaped[first:last]
        return replace(
            piece,
            shaped=shaped,
            logical=piece.logical[first:last],
            width=measured(shaped, piece.level, piece.span, style),
        )

    end, preferred = 0, 0
    for at in range(1, len(piece.shaped) + 1):
        if measured(piece.shaped[:at], piece.level, piece.span, style) > room + _SLACK:
            break
        end = at
        if piece.logical[at - 1] in _BREAK_AFTER:
            preferred = at
    if end < len(piece.shaped):
        end = preferred or end
        while end > 0 and (_MARK.match(piece.shaped[end]) or is_lam_alef(piece.shaped[end - 1 : end + 1])):
            end -= 1
        if end == 0 and not may_be_empty:
            end = 1
            while end < len(piece.shaped) and (
                _MARK.match(piece.shaped[end]) or is_lam_alef(piece.shaped[end - 1 : end + 1])
            ):
                end += 1
    return part(0, end), part(end, len(piece.shaped))


class _Breaker:
    def __init__(self, style: TextStyle, width: float) -> None:
        self.style, self.room = style, width
        self.lines: list[Line] = []
        self.current: list[Piece] = []
        self.used = 0.0

    def flush(self, ends_paragraph: bool) -> None:
        self.lines.append(Line(tuple(self.current), self.used, ends_paragraph))
        self.current, self.used = [], 0.0

    def add(self, *pieces: Piece) -> None:
        self.current.extend(pieces)
        self.used += sum(piece.width for piece in pieces)

    def place(self, word: _Word) -> None:
        if word.newline:
            self.flush(True)
            return
        space = word.space.width if word.space and self.current else 0.0
        if self.current and self.used + space + word.width > self.room + _SLACK:
            self.flush(False)
        if word.width > self.room + _SLACK:
            self.place_long(word)
            return
        if self.current and word.space:
            self.add(word.space)
        self.add(*word.pieces)

    def place_long(self, word: _Word) -> None:
        """A word longer than a line is cut wherever it must be."""
        for whole in word.pieces:
            rest: Piece | None = whole
            while rest:
                head, rest = _cut(rest, self.room - self.used, self.style, may_be_empty=bool(self.current))
                if head:
                    self.add(head)
                if rest:
                    self.flush(False)


@lru_cache(8192)
def _broken_text(text: str, style: TextStyle, width: float) -> tuple[Line, ...]:
    return _broken(_plain_span(text), style, width)


@lru_cache(8192)
def _broken(spans: tuple[Span, ...], style: TextStyle, width: float) -> tuple[Line, ...]:
    breaker = _Breaker(style, width)
    for word in _words(spans, style):
        breaker.place(word)
    if breaker.current or not breaker.lines:
        breaker.flush(True)
    return tuple(breaker.lines)


def break_lines(content: Content, style: TextStyle, width: float) -> tuple[Line, ...]:
    """Lines of at most `width` points. Raises MissingGlyphError."""
    if isinstance(content, str):
        return _broken_text(content, style, width)
    return _broken(spans_of(content), style, width)


def one_line(content: Content, style: TextStyle) -> Line:
    """The content as one unbroken line. Raises MissingGlyphError."""
    return break_lines(content, style, float("inf"))[0]


def longest_word(content: Content, style: TextStyle) -> float:
    """Width of the widest word: below this, a column cuts words."""
    return max((word.width for word in _words(spans_of(content), style)), default=0.0)


def visual(text: str) -> str:
    """The first line of a text as a string of glyph codes from left to right (for tests and labels)."""
    return one_line(text, TextStyle()).visual()
