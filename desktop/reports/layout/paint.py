"""Puts ordered lines, rules and boxes on a page. Lengths are points, the origin is the lower left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop.reports.layout.fonts import PersianFont, font
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


class Codes(dict[int, str]):
    """Character → what a document writes for it, of one font; a new one takes its place in the font's subset."""

    def __init__(self, face: PersianFont, document: Any) -> None:
        super().__init__()
        self.face, self.document = face, document
        self.name = ""
        self.is_one_subset = True

    def __missing__(self, character: int) -> str:
        ((name, code),) = self.face.encoded(chr(character), self.document)
        self.name = self.name or name
        self.is_one_subset = self.is_one_subset and name == self.name
        written = self[character] = code.decode("latin-1").translate(_ESCAPED)
        return written


def _shown(run: Sequence[str | float], codes: Codes, size: str, chosen: bool) -> list[str]:
    """The operators of a run; a font of more letters than one subset holds changes its name in between.

    A font that is `chosen` is not named again: readers begin a new word there.
    """
    shown = [f"({item.translate(codes)})" if isinstance(item, str) else _n(item) for item in run]
    if codes.is_one_subset:
        show = f"{shown[0]} Tj" if len(shown) == 1 else f"[{''.join(shown)}] TJ"
        return [show] if chosen else [f"{codes.name} {size} Tf", show]
    operators = []
    for item in run:
        if isinstance(item, float):
            operators.append(f"[{_n(item)}] TJ")
            continue
        for name, code in codes.face.encoded(item, codes.document):
            operators += [f"{name} {size} Tf", f"({code.decode('latin-1').translate(_ESCAPED)}) Tj"]
    return operators


def _write_line(canvas: Any, line: Line, x: float, y: float, style: TextStyle, stretch: float) -> None:
    if not line.pieces:
        return
    scale, size = style.size / 1000, _n(style.size)
    written = ["BT"]
    if stretch:
        written.append(f"{stretch:.4f} Tw")
    colour: Colour | None = None
    face: PersianFont | None = None
    shapes: list[str] = []
    for stroke in line.strokes(style.weight, style.tabular):
        wanted = stroke.colour or style.colour
        if wanted != colour:
            colour = wanted
            written.append(f"{_rgb(colour)} rg")
        left = x + stroke.x * scale + stroke.spaces * stretch
        written.append(f"1 0 0 1 {_n(left)} {_n(y)} Tm")
        written += _shown(stroke.run, canvas.codes(stroke.face), size, stroke.face is face)
        face = stroke.face
        if stroke.marks:
            shapes.append(f"{_rgb(colour)} rg")
            for placed in stroke.marks:
                place = f"{_n(x + placed.x * scale + placed.spaces * stretch)} {_n(y + placed.mark.y * scale)}"
                shapes.append(f"q {scale:.5f} 0 0 {scale:.5f} {place} cm {face.shape(placed.mark.character)} f Q")
    written.append("0 Tw ET" if stretch else "ET")
    canvas.code.append(" ".join(written + shapes))


def draw_line(canvas: Any, line: Line, x: float, y: float, style: TextStyle, stretch: float = 0) -> None:
    """Draws a line whose left end is `x` on the baseline `y`; `stretch` is added to every space."""
    with named(canvas, "P"):
        _write_line(canvas, line, x, y, style, stretch)


@lru_cache(512)
def baseline(style: TextStyle) -> float:
    """Distance from the top of a line's box down to its baseline."""
    face = font(style.weight)
    ascent, descent = face.ascent * style.size / 1000, face.descent * style.size / 1000
    return (style.line_height - (ascent - descent)) / 2 + ascent


def draw_block(canvas: Any, lines: tuple[Line, ...], left: float, right: float, top: float, style: TextStyle) -> None:
    """Draws lines between two edges, the first line's box beginning at `top`."""
    with named(canvas, "P"):
        write_lines(canvas, lines, left, right, top, style)


def write_lines(canvas: Any, lines: tuple[Line, ...], left: float, right: float, top: float, style: TextStyle) -> None:
    """The same as a part of what is named already."""
    y = top - baseline(style)
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
        _write_line(canvas, line, x, y, style, stretch)
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
    import segno  # brings half a web client with it, which few papers need

    matrix = segno.make(text, error="m", micro=False).matrix
    cell = size / len(matrix)
    canvas.setFillColorRGB(*INK)
    path = canvas.beginPath()
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if dark:
                path.rect(x + column * cell, y + size - (row + 1) * cell, cell, cell)
    canvas.drawPath(path, stroke=0, fill=1)
