"""A Persian paragraph for platypus."""

from __future__ import annotations

from contextlib import ExitStack

from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.lines import Content, Line, bold, break_lines
from desktop.reports.layout.paint import baseline, draw_block, draw_line
from desktop.reports.layout.structure import group, named
from desktop.reports.layout.style import BODY, TextStyle

__all__ = ["ListPlace", "Paragraph", "bold"]

ListPlace = tuple[object, object]
"""A list and an item of it, both known by what they are: consecutive bullets are items of one list."""


class Paragraph(Flowable):
    """Text of one style with spans of other weights and colours; «\\n» starts a new line. Lengths are points.

    `bullet` stands at the right of the first line, in the room of `style.indent_right`. What `keeps_next` never
    ends a page: the block after it begins below it. Raises MissingGlyphError when it is wrapped.
    """

    def __init__(
        self, content: Content, style: TextStyle = BODY, bullet: str = "", *, keeps_next: bool = False
    ) -> None:
        super().__init__()
        self.keeps_next = keeps_next
        self.places: tuple[ListPlace, ...] = ()
        self._key: object = self  # parts on several pages are one paragraph to whoever reads it aloud
        self.content, self.style, self.bullet = content, style, bullet
        self._lines: tuple[Line, ...] | None = None
        self._rest = False

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above, except at the top of a page."""
        return 0 if self._rest else self.style.space_before

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return self.style.space_after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Breaks the text for a width; the answer is (width, height)."""
        style = self.style
        if self._lines is None or (not self._rest and self.width != available_width):
            room = available_width - style.indent_right - style.indent_left
            self._lines = break_lines(self.content, style, room)
        self.width, self.height = available_width, len(self._lines) * style.line_height
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Paragraph]:
        """Two parts at a line's end, neither of a single line."""
        self.wrap(available_width, available_height)
        lines = self._lines or ()
        fit = int((available_height + 1e-6) // self.style.line_height)
        if fit >= len(lines):
            return [self]
        if len(lines) - fit == 1:
            fit -= 1
        if fit < 2:
            return []
        parts = []
        for number, chosen in enumerate((lines[:fit], lines[fit:])):
            part = Paragraph(self.content, self.style, "" if number else self.bullet)
            part.places = self.places
            part._lines, part._rest, part.width, part._key = chosen, True, available_width, self._key
            parts.append(part)
        return parts

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        style = self.style
        right = self.width - style.indent_right
        with ExitStack() as lists:
            for own, item in self.places:
                lists.enter_context(group(self.canv, "L", key=own))
                lists.enter_context(group(self.canv, "LI", key=item))
                if self.bullet and item is self.places[-1][1]:
                    self._draw_bullet("Lbl")
                lists.enter_context(group(self.canv, "LBody", key=(item, "body")))
            with named(self.canv, f"H{style.heading}" if style.heading else "P", key=self._key):
                if self.bullet and not self.places:
                    self._draw_bullet("P")
                draw_block(self.canv, self._lines or (), style.indent_left, right, self.height, style)

    def _draw_bullet(self, kind: str) -> None:
        style = self.style
        mark = break_lines(self.bullet, style, style.indent_right or self.width)[0]
        with named(self.canv, kind):
            edge = self.width - style.bullet_right
            draw_line(self.canv, mark, edge - mark.width, self.height - baseline(style), style)
