"""Puts ordered lines, rules and boxes on a page. Lengths are points, the origin is the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import segno

from desktop.reports.layout.fonts import PersianFont, font
from desktop.reports.layout.glyphs import ink
from desktop.reports.layout.lines import Content, Line, one_line
from desktop.reports.layout.structure import named
from desktop.reports.layout.style import HAIRLINE, INK, Align, Colour, TextStyle

_ESCAPED = {0x5C: "\\\\", 0x28: "\\(", 0x29: "\\)", 0x0A: "\\n", 0x0D: "\\r"}


def _n(number: float) -> str:
    """A length as the page writes it."""
    return f"{number:.2f}".rstrip("0").rstrip(".") or "0"


@lru_cache(256)
def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in colour)


class _Pen:
    """Writes one line as text operators, joining pieces of the same look into one string."""

    def __init__(self, canvas: Any, x: float, y: float, style: TextStyle, stretch: float) -> None:
        self.document = canvas._doc  # noqa: SLF001
        self.code: list[str] = ["BT"]
        self.x, self.y, self.style, self.stretch = x, y, style, stretch
        self.run: list[str | float] = []
        self.placed = False
        self.face: PersianFont | None = None
        self.colour: Colour | None = None
        self.subset = ""
        if stretch:
            self.code.append(f"{stretch:.4f} Tw")

    def flush(self) -> None:
        """Writes the waiting run; a font of more letters than one subset holds changes its name in between."""
        if not self.run or self.face is None:
            return
        shown: list[str] = []
        for item in self.run:
            if isinstance(item, float):
                shown.append(_n(item))
                continue
            for subset, codes in self.face.encoded(item, self.document):
                if subset != self.subset:
                    self.show(shown)
                    shown, self.subset = [], subset
                    self.code.append(f"{subset} {_n(self.style.size)} Tf")
                shown.append(f"({codes.decode('latin-1').translate(_ESCAPED)})")
        self.show(shown)
        self.run = []

    def show(self, shown: list[str]) -> None:
        if len(shown) == 1:
            self.code.append(f"{shown[0]} Tj")
        elif shown:
            self.code.append(f"[{''.join(shown)}] TJ")

    def take_look(self, face: PersianFont, colour: Colour) -> None:
        if face is not self.face or colour != self.colour:
            self.flush()
        if face is not self.face:
            self.face, self.subset = face, ""
        if colour != self.colour:
            self.colour = colour
            self.code.append(f"{_rgb(colour)} rg")

    def move(self, x: float, y: float) -> None:
        self.code.append(f"1 0 0 1 {_n(x)} {_n(y)} Tm")

    def piece(self, face: PersianFont, shaped: str, right_to_left: bool) -> None:
        size = self.style.size / 1000
        drawing = ink(face, shaped, right_to_left, self.style.tabular)
        if drawing.is_plain:
            if not self.placed:
                self.move(self.x, self.y)
                self.placed = True
            self.run += drawing.parts[0].run
        elif drawing.parts:
            self.flush()
            for part in drawing.parts:
                self.move(self.x + part.x * size, self.y + part.y * size)
                self.run += part.run
                self.flush()
            self.placed = False
        self.x += drawing.width * size + self.stretch * shaped.count(" ")

    def close(self, canvas: Any) -> None:
        self.flush()
        if self.stretch:
            self.code.append("0 Tw")
        self.code.append("ET")
        canvas.code.append(" ".join(self.code))


def draw_line(canvas: Any, line: Line, x: float, y: float, style: TextStyle, stretch: float = 0) -> None:
    """Draws a line whose left end is `x` on the baseline `y`; `stretch` is added to every space."""
    if not line.pieces:
        return
    pen = _Pen(canvas, x, y, style, stretch)
    for piece in line.in_order():
        pen.take_look(font(piece.span.weight or style.weight), piece.span.colour or style.colour)
        pen.piece(pen.face or font(style.weight), piece.shaped, piece.level % 2 == 1)
    with named(canvas, "P"):
        pen.close(canvas)


@lru_cache(512)
def baseline(style: TextStyle) -> float:
    """Distance from the top of a line's box down to its baseline."""
    face = font(style.weight)
    ascent, descent = face.ascent * style.size / 1000, face.descent * style.size / 1000
    return (style.line_height - (ascent - descent)) / 2 + ascent


def draw_block(canvas: Any, lines: tuple[Line, ...], left: float, right: float, top: float, style: TextStyle) -> None:
    """Draws lines between two edges, the first line's box beginning at `top`."""
    with named(canvas, "P"):
        _draw_lines(canvas, lines, left, right, top - baseline(style), style)


def _draw_lines(canvas: Any, lines: tuple[Line, ...], left: float, right: float, y: float, style: TextStyle) -> None:
    for line in lines:
        x, stretch = right - line.width, 0.0
        if style.align is Align.LEFT:
            x = left
        elif style.align is Align.CENTRE:
            x = left + (right - left - line.width) / 2
        elif style.align is Align.JUSTIFY and not line.ends_paragraph:
            spaces = sum(len(piece.shaped) for piece in line.pieces if piece.is_space)
            slack = right - left - line.width
            if spaces and slack < 0.3 * (right - left):
                x, stretch = left, slack / spaces
        draw_line(canvas, line, x, y, style, stretch)
        y -= style.line_height


@dataclass(frozen=True, slots=True)
class BoxLook:
    """Fill and outline of a box; `radius` rounds its corners (points)."""

    fill: Colour | None = None
    stroke: Colour | None = None
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page under the pen: what headers, footers and cards are drawn with."""

    canvas: Any
    width: float
    height: float
    number: int
    total: int

    def text(self, content: Content, x: float, y: float, style: TextStyle) -> float:
        """One line on baseline `y`; `x` is its right end, left end or middle as `style.align` says. Returns its width.

        Raises MissingGlyphError.
        """
        line = one_line(content, style)
        start = {Align.LEFT: x, Align.CENTRE: x - line.width / 2}.get(style.align, x - line.width)
        draw_line(self.canvas, line, start, y, style)
        return line.width

    def rule(self, x1: float, x2: float, y: float, colour: Colour = HAIRLINE, thickness: float = 0.5) -> None:
        """A horizontal line."""
        draw_rule(self.canvas, x1, x2, y, colour, thickness)

    def box(self, x: float, y: float, width: float, height: float, look: BoxLook) -> None:
        """A rectangle; `x`, `y` is its lower left corner."""
        draw_box(self.canvas, x, y, width, height, look)

    def badge(self, content: str, x: float, y: float, style: TextStyle, fill: Colour) -> None:
        """A line in a coloured pill; `x` and `y` as in `text`."""
        width = one_line(content, style).width
        left = {Align.LEFT: x, Align.CENTRE: x - width / 2}.get(style.align, x - width)
        high = style.size * 1.75
        self.box(left - 7, y - high * 0.32, width + 14, high, BoxLook(fill, style.colour, high / 2))
        self.text(content, x, y, style)

    def qr(self, text: str, x: float, y: float, size: float) -> None:
        """A QR code of `size` points whose lower left corner is (x, y), with no quiet zone of its own."""
        draw_qr(self.canvas, text, x, y, size)


def draw_rule(canvas: Any, x1: float, x2: float, y: float, colour: Colour, thickness: float = 0.5) -> None:
    """A horizontal line."""
    canvas.code.append(f"{_rgb(colour)} RG {_n(thickness)} w {_n(x1)} {_n(y)} m {_n(x2)} {_n(y)} l S")


def draw_edge(canvas: Any, x: float, y1: float, y2: float, colour: Colour, thickness: float = 0.5) -> None:
    """A vertical line."""
    canvas.code.append(f"{_rgb(colour)} RG {_n(thickness)} w {_n(x)} {_n(y1)} m {_n(x)} {_n(y2)} l S")


def draw_box(canvas: Any, x: float, y: float, width: float, height: float, look: BoxLook) -> None:
    """A rectangle whose lower left corner is (x, y)."""
    fill, stroke, radius = look.fill, look.stroke, look.radius
    if radius:
        if fill:
            canvas.setFillColorRGB(*fill)
        if stroke:
            canvas.setStrokeColorRGB(*stroke)
            canvas.setLineWidth(0.6)
        canvas.roundRect(x, y, width, height, radius, stroke=int(stroke is not None), fill=int(fill is not None))
        return
    colours = (f"{_rgb(fill)} rg " if fill else "") + (f"{_rgb(stroke)} RG 0.6 w " if stroke else "")
    paint = ("B" if stroke else "f") if fill else ("S" if stroke else "n")
    canvas.code.append(f"{colours}{_n(x)} {_n(y)} {_n(width)} {_n(height)} re {paint}")


def draw_triangle(canvas: Any, x: float, y: float, size: float, up: bool, colour: Colour) -> None:
    """A small arrow head in the square whose lower left corner is (x, y): the font has no arrows."""
    tip, foot = (y + size, y) if up else (y, y + size)
    path = canvas.beginPath()
    path.moveTo(x, foot)
    path.lineTo(x + size, foot)
    path.lineTo(x + size / 2, tip)
    path.close()
    canvas.setFillColorRGB(*colour)
    canvas.drawPath(path, stroke=0, fill=1)


def draw_qr(canvas: Any, text: str, x: float, y: float, size: float) -> None:
    """A QR code (error correction M) whose lower left corner is (x, y)."""
    matrix = segno.make(text, error="m", micro=False).matrix
    cell = size / len(matrix)
    canvas.setFillColorRGB(*INK)
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if dark:
                path.rect(x + column * cell, y + size - (row + 1) * cell, cell, cell)
    canvas.drawPath(path, stroke=0, fill=1)
