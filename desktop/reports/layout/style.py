"""Tokens of the printed page: colours (red, green, blue from 0 to 1), sizes (points) and text styles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

Colour = tuple[float, float, float]

MM = 72 / 25.4
A4 = (595.2756, 841.8898)
A5 = (419.5276, 595.2756)
A6_LANDSCAPE = (419.5276, 297.6378)

LINE_HEIGHT = 1.7
"""Leading as a multiple of the size: Vazirmatn needs 1.56 before marks of one line touch the next."""


def hex_colour(code: str) -> Colour:
    """A colour from «#rrggbb»."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return (red, green, blue)


INK = hex_colour("#1c2b2a")
MUTED = hex_colour("#5b6b69")
FAINT = hex_colour("#94a3a0")
ACCENT = hex_colour("#0f766e")
ACCENT_DARK = hex_colour("#115e59")
ACCENT_SOFT = hex_colour("#e3f1ef")
ACCENT_LINE = hex_colour("#a9d2cd")
PAPER = hex_colour("#ffffff")
ZEBRA = hex_colour("#f6f9f9")
HAIRLINE = hex_colour("#d9e2e1")
GOOD = hex_colour("#15803d")
BAD = hex_colour("#b45309")
WARNING = hex_colour("#b45309")
WARNING_SOFT = hex_colour("#fef3e2")
GREEN_SOFT = hex_colour("#d7f0df")
YELLOW_SOFT = hex_colour("#fdf0b8")
RED_SOFT = hex_colour("#f9d3cd")
SHORT = hex_colour("#e2a657")
RED = hex_colour("#b42318")


class Weight(StrEnum):
    """Weights of Vazirmatn; the value is the end of the file name."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Align(StrEnum):
    """Where a line stands between its edges."""

    RIGHT = "right"
    CENTRE = "centre"
    LEFT = "left"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph or a cell looks. Lengths are points; `leading` 0 means 1.7 × `size`.

    A bullet stands `bullet_right` from the edge. `heading` is the level of what heads something: 1 the paper, 2 a
    section, 0 nothing.
    """

    size: float = 10
    weight: Weight = Weight.REGULAR
    colour: Colour = INK
    align: Align = Align.RIGHT
    leading: float = 0
    tabular: bool = False
    space_before: float = 0
    space_after: float = 0
    indent_right: float = 0
    indent_left: float = 0
    bullet_right: float = 0
    heading: int = 0

    @property
    def line_height(self) -> float:
        """Distance between two baselines, in points."""
        return self.leading or self.size * LINE_HEIGHT

    def but(self, **changes: Any) -> TextStyle:
        """The same style with some fields changed."""
        return replace(self, **changes)


BODY = TextStyle(size=10.5, align=Align.JUSTIFY, leading=19, space_after=4)
SMALL = TextStyle(size=8.5, colour=MUTED)
TITLE = TextStyle(size=20, weight=Weight.BOLD, colour=ACCENT_DARK, align=Align.CENTRE, heading=1)
SECTION = TextStyle(size=13, weight=Weight.BOLD, colour=ACCENT_DARK, space_before=12, space_after=4, heading=2)
CELL = TextStyle(size=9, tabular=True, leading=15)
CELL_HEAD = TextStyle(size=8.5, weight=Weight.SEMIBOLD, colour=ACCENT_DARK, leading=14)
CELL_TOTAL = CELL.but(weight=Weight.BOLD, colour=ACCENT_DARK)
CAPTION = TextStyle(size=9, weight=Weight.MEDIUM, colour=MUTED)
