"""Blocks between paragraphs and tables: headings, number cards, fact lists, signature boxes, tick lists. Points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reports.layout.edge import CondPageBreak, Flowable
from desktop.reports.layout.lines import Content, Line, break_lines, one_line
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box, draw_rule, draw_triangle
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.pictures import Picture, draw_picture
from desktop.reports.layout.structure import figure, named
from desktop.reports.layout.style import (
    ACCENT,
    ACCENT_DARK,
    ACCENT_LINE,
    FAINT,
    HAIRLINE,
    MUTED,
    PAPER,
    SECTION,
    ZEBRA,
    Align,
    TextStyle,
    Weight,
)

_CARD_TITLE = TextStyle(size=8.5, colour=MUTED, leading=13.5)
_CARD_VALUE = TextStyle(size=19, weight=Weight.BOLD, colour=ACCENT_DARK, leading=30)
_CARD_NOTE = TextStyle(size=8, colour=MUTED, leading=13)
_LABEL = TextStyle(size=9, colour=MUTED, leading=16)
_FACT = TextStyle(size=10, weight=Weight.MEDIUM, leading=16)
_SIGN_TITLE = TextStyle(size=9.5, weight=Weight.SEMIBOLD, colour=ACCENT_DARK, leading=16)
_SIGN_NAME = TextStyle(size=9.5, leading=16)
_LOW_BOX = 64.0
_SIGN_LINE = TextStyle(size=8.5, colour=MUTED, leading=16)


def fitted(
    text: str, style: TextStyle, width: float, height: float = 0, least: float = 0.55
) -> tuple[tuple[Line, ...], TextStyle]:
    """Lines that fit a box of `width` × `height` points (0: one line), in the greatest size down to `least` of it.

    What does not fit even then ends with «…».
    """
    room = height or style.line_height
    size = style.size
    while True:
        smaller = style.but(size=size, leading=style.line_height * size / style.size)
        most = max(1, int(room / smaller.line_height + 1e-6))
        lines = break_lines(text, smaller, width)
        if len(lines) <= most:
            return lines, smaller
        if size - 0.5 < style.size * least:
            break
        size -= 0.5
    words = text.split()
    while len(words) > 1 and len(lines) > most:
        words.pop()
        lines = break_lines(" ".join(words) + "…", smaller, width)
    return lines[:most], smaller


class _Heading(Paragraph):
    def draw(self) -> None:
        """The title with a bar at its right."""
        high = self.style.size
        draw_box(self.canv, self.width - 4, (self.height - high) / 2, 4, high, BoxLook(ACCENT, None, 1.5))
        super().draw()


def heading(title: str, room_below: float = 120) -> list[Flowable]:
    """A section's title on one page with the beginning of what follows it.

    It goes to the next page too when fewer than `room_below` points are left under it.
    """
    style = SECTION.but(indent_right=11)
    return [CondPageBreak(room_below + style.line_height), _Heading(title, style, keeps_next=True)]


@dataclass(frozen=True, slots=True)
class Card:
    """A number to be seen first; `trend` +1 or −1 draws an arrow head before the note."""

    title: str
    value: str
    note: str = ""
    trend: int = 0


class Cards(Flowable):
    """Cards side by side from the right, all of the same height."""

    def __init__(self, cards: Sequence[Card], per_row: int = 4, gap: float = 9) -> None:
        super().__init__()
        self.cards, self.per_row, self.gap = cards, per_row, gap
        self._row_height = self._note = 0.0

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 2

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 10

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self._card_width = (available_width - self.gap * (self.per_row - 1)) / self.per_row
        titles = [break_lines(card.title, _CARD_TITLE, self._card_width - 20)[:2] for card in self.cards]
        most = max((len(lines) for lines in titles), default=1)
        self._note = _CARD_NOTE.line_height if any(card.note for card in self.cards) else 0.0
        self._row_height = 16 + most * _CARD_TITLE.line_height + _CARD_VALUE.line_height + self._note
        rows = -(-len(self.cards) // self.per_row)
        self.width, self.height = available_width, rows * self._row_height + max(rows - 1, 0) * self.gap
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        for number, card in enumerate(self.cards):
            row, column = divmod(number, self.per_row)
            right = self.width - column * (self._card_width + self.gap)
            top = self.height - row * (self._row_height + self.gap)
            with named(self.canv, "P"):
                self._draw_card(card, right - self._card_width, right, top)

    def _draw_card(self, card: Card, left: float, right: float, top: float) -> None:
        draw_box(self.canv, left, top - self._row_height, right - left, self._row_height, BoxLook(ZEBRA, HAIRLINE, 5))
        draw_box(self.canv, right - 3, top - self._row_height + 7, 3, self._row_height - 14, BoxLook(ACCENT, None, 1.5))
        inner_left, inner_right, y = left + 8, right - 11, top - 7
        lines = break_lines(card.title, _CARD_TITLE, inner_right - inner_left)[:2]
        draw_block(self.canv, lines, inner_left, inner_right, y, _CARD_TITLE)
        y = top - self._row_height + 9 + self._note
        value, style = fitted(card.value, _CARD_VALUE, inner_right - inner_left)
        draw_block(self.canv, value, inner_left, inner_right, y + style.line_height, style)
        edge = inner_right
        if card.trend:
            draw_triangle(self.canv, edge - 4.5, y - _CARD_NOTE.line_height / 2 - 2.2, 4.5, card.trend > 0, MUTED)
            edge -= 8
        note, style = fitted(card.note, _CARD_NOTE, edge - inner_left)
        draw_block(self.canv, note, inner_left, edge, y, style)


class Facts(Flowable):
    """Labelled facts («محل: …») in columns from the right, in a quiet box."""

    def __init__(self, facts: Sequence[tuple[str, str]], per_row: int = 2) -> None:
        super().__init__()
        self.facts, self.per_row = facts, per_row
        self._rows: list[list[tuple[Line, tuple[Line, ...], float]]] = []
        self._heights: list[float] = []

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 4

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 10

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame; long facts wrap."""
        column = (available_width - 20) / self.per_row
        self._rows, self._heights = [], []
        for at in range(0, len(self.facts), self.per_row):
            row = []
            for label, fact in self.facts[at : at + self.per_row]:
                name = one_line(f"{label}:", _LABEL)
                room = column - name.width - 18
                row.append((name, break_lines(fact or "—", _FACT, room), room))
            self._rows.append(row)
            self._heights.append(max(len(lines) for _, lines, _ in row) * _FACT.line_height + 4)
        self.width, self.height = available_width, sum(self._heights) + 12
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Facts]:
        """Two boxes, cut between lines of facts."""
        self.wrap(available_width, available_height)
        used, fit = 12.0, 0
        while fit < len(self._heights) and used + self._heights[fit] <= available_height + 1e-6:
            used += self._heights[fit]
            fit += 1
        if fit < 2 or len(self._heights) - fit < 2:
            return []
        cut = fit * self.per_row
        return [Facts(self.facts[:cut], self.per_row), Facts(self.facts[cut:], self.per_row)]

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        draw_box(self.canv, 0, 0, self.width, self.height, BoxLook(ZEBRA, HAIRLINE, 5))
        column, top = (self.width - 20) / self.per_row, self.height - 8
        for row, height in zip(self._rows, self._heights, strict=True):
            right = self.width - 10
            for name, lines, room in row:
                edge = right - name.width - 5
                with named(self.canv, "P"):
                    draw_block(self.canv, (name,), right - name.width, right, top, _LABEL)
                    draw_block(self.canv, lines, edge - room, edge, top, _FACT)
                right -= column
            top -= height


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """A place to sign: who, and a name when it is known."""

    title: str
    name: str = ""


class Signatures(Flowable):
    """Boxes to sign in, never cut by a page's end."""

    def __init__(self, boxes: Sequence[SignatureBox], per_row: int = 2, height: float = 88) -> None:
        super().__init__()
        self.boxes, self.per_row, self.box_height = boxes, per_row, height

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        rows = -(-len(self.boxes) // self.per_row)
        self.width, self.height = available_width, rows * self.box_height + (rows - 1) * 9
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        width = (self.width - 9 * (self.per_row - 1)) / self.per_row
        for number, box in enumerate(self.boxes):
            row, column = divmod(number, self.per_row)
            right, top = self.width - column * (width + 9), self.height - row * (self.box_height + 9)
            left = right - width
            draw_box(self.canv, left, top - self.box_height, width, self.box_height, BoxLook(PAPER, ACCENT_LINE, 5))
            self._draw_signer(box, left + 10, right - 10, top - 6)
            foot = top - self.box_height
            for label, edge, end in (
                ("تاریخ:", right - 10, left + width / 2 + 8),
                ("امضا:", left + width / 2, left + 10),
            ):
                line = one_line(label, _SIGN_LINE)
                draw_block(self.canv, (line,), end, edge, foot + 22, _SIGN_LINE)
                draw_rule(self.canv, end, edge - line.width - 5, foot + 10, FAINT, 0.5)

    def _draw_signer(self, box: SignatureBox, left: float, right: float, top: float) -> None:
        """Who is to sign; in a low box the name stands beside the title, so that there is room to write."""
        title, style = fitted(box.title, _SIGN_TITLE, right - left)
        draw_block(self.canv, title, left, right, top, style)
        if not box.name:
            return
        beside = self.box_height < _LOW_BOX
        edge = right - title[0].width - 8 if beside else right
        name, style = fitted(box.name, _SIGN_NAME, edge - left)
        draw_block(self.canv, name, left, edge, top if beside else top - 16, style)


class TickItem(Paragraph):
    """A line of a list with an empty box to tick at its right (the font has none)."""

    def __init__(self, content: Content, style: TextStyle) -> None:
        super().__init__(content, style.but(indent_right=style.size * 2))

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        side = self.style.size
        y = self.height - self.style.line_height / 2 - side / 2
        draw_box(self.canv, self.width - side, y, side, side, BoxLook(None, ACCENT, 2))
        super().draw()


class Rule(Flowable):
    """A line across the frame."""

    def __init__(self, thickness: float = 0.8, around: float = 6) -> None:
        super().__init__()
        self.thickness, self.around = thickness, around

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width, self.height = available_width, 2 * self.around
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        draw_rule(self.canv, 0, self.width, self.around, ACCENT_LINE, self.thickness)


class Letterhead(Flowable):
    """Head of an official paper: «بسمه تعالی» in the middle, the office at the right, number and date at the left.

    A `logo` (JPEG or PNG) stands at the right edge, before the lines.
    """

    def __init__(
        self, lines: Sequence[str], facts: Sequence[tuple[str, str]], compact: bool = False, logo: bytes = b""
    ) -> None:
        super().__init__()
        self.lines, self.facts = lines, facts
        self.logo = Picture(logo, "نشان دفتر") if logo else None
        self.style = TextStyle(size=8.5, leading=14) if compact else TextStyle(size=9.5, leading=16)

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width = available_width
        self._side = available_width * (0.43 if self.logo else 0.37)
        first = self.style.but(weight=Weight.BOLD, colour=ACCENT_DARK)
        looks = [first, *[self.style.but(colour=MUTED)] * len(self.lines)]
        pairs = zip(self.lines, looks, strict=False)
        self._logo_room = self.style.line_height * 3 + 8 if self.logo else 0.0
        room = self._side - self._logo_room
        self._right = [(break_lines(text, look, room), look) for text, look in pairs]
        self._left = [break_lines(f"{label}: {fact or '—'}", self.style, self._side) for label, fact in self.facts]
        deepest = max(sum(len(lines) for lines, _ in self._right), sum(map(len, self._left)), 2)
        self.height = max(deepest * self.style.line_height, self._logo_room - 8) + 16
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        top, right = self.height, self.width - self._logo_room
        if self.logo is not None:
            side = self._logo_room - 8
            with figure(self.canv, self.logo.alternative, self.width - side, top - side, side, side):
                draw_picture(self.canv, self.logo, self.width - side, top - side, side, side)
        for lines, look in self._right:
            draw_block(self.canv, lines, self.width - self._side, right, top, look)
            top -= len(lines) * look.line_height
        name = self.style.but(align=Align.CENTRE, size=self.style.size + 1, weight=Weight.MEDIUM)
        draw_block(self.canv, (one_line("بسمه تعالی", name),), self._side, self.width - self._side, self.height, name)
        edge = max((line.width for lines in self._left for line in lines), default=0)
        top = self.height
        for lines in self._left:
            draw_block(self.canv, lines, 0, edge, top, self.style)
            top -= len(lines) * self.style.line_height
        draw_rule(self.canv, 0, self.width, 5, ACCENT, 1.1)
        draw_rule(self.canv, 0, self.width, 2.6, ACCENT_LINE, 0.5)
