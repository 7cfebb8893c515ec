"""«برنامهٔ ماه محله»: the month's workshops and events on a wall, A4 or A3, read from two metres. It names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import Final

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import fitted
from desktop.reports.layout.document import Metadata, Sheet, page_of, render
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.lines import Line, break_lines, one_line
from desktop.reports.layout.paint import BoxLook, Page, draw_block, draw_box, draw_rule
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import (
    A4,
    ACCENT,
    ACCENT_DARK,
    ACCENT_LINE,
    ACCENT_SOFT,
    HAIRLINE,
    INK,
    MM,
    MUTED,
    PAPER,
    WARNING,
    WARNING_SOFT,
    Align,
    TextStyle,
    Weight,
)
from desktop.reports.office_page import fictional_mark, moment_of, phone_text

A3: Final = (A4[1], A4[0] * 2)
_EMPTY = (
    "برای این ماه هنوز برنامه‌ای گذاشته نشده است.",
    "اگر کارگاه یا رویدادی به کار محله می‌آید، آن را به دفتر پیشنهاد دهید؛ با شما برنامه می‌ریزیم.",
)
_CALL = "برای نام‌نویسی و پرسش"


@dataclass(frozen=True, slots=True)
class Happening:
    """A session or an event. `time` is text such as «۹ تا ۱۱»; `until` is the last day of one of several days.

    `tags` stand in pills: «ویژهٔ بانوان», «نگهداری کودک». `invitation` is a sentence of the office's own.
    """

    on: date
    time: str
    title: str
    place: str
    tags: tuple[str, ...] = ()
    until: date | None = None
    invitation: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammePoster:
    """The happenings of a Jalali month such as "1404-06"; those of a day in their order. `large`: A3 instead of A4."""

    office_title: str
    neighborhood: str
    month: str
    happenings: tuple[Happening, ...]
    phone: str
    address: str = ""
    hours: str = ""
    large: bool = False
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """Every measure of the poster; a larger sheet makes all of them larger alike."""

    scale: float

    def style(self, size: float, **changes: object) -> TextStyle:
        leading = float(str(changes.pop("leading", size * 1.62)))
        return TextStyle(size=size * self.scale, leading=leading * self.scale).but(**changes)

    def of(self, points: float) -> float:
        return points * self.scale


def build(poster: ProgrammePoster) -> bytes:
    """The poster as a PDF, as many pages as it takes. Raises MissingGlyphError for a character the font lacks."""
    size = A3 if poster.large else A4
    look = _Look(size[0] / A4[0])
    sheet = Sheet(size, look.of(50 * MM), look.of(13 * MM), look.of(31 * MM), look.of(13 * MM))
    first, _ = calendar.month_bounds(poster.month)
    title = f"برنامهٔ {calendar.month_title(poster.month)} · {poster.neighborhood}"
    metadata = Metadata(title, moment_of(first), poster.office_title)
    return render(_story(poster, look), metadata, sheet, partial(_furniture, poster, look))


def _story(poster: ProgrammePoster, look: _Look) -> list[Flowable]:
    if not poster.happenings:
        style = look.style(24, align=Align.CENTRE, leading=44)
        first = style.but(weight=Weight.BOLD, space_before=look.of(90), space_after=look.of(20), colour=ACCENT_DARK)
        return [_Room(look.of(90)), Paragraph(_EMPTY[0], first), Paragraph(_EMPTY[1], style)]
    story: list[Flowable] = []
    in_order = sorted(poster.happenings, key=lambda one: one.on)
    for week, of_week in groupby(in_order, key=lambda one: one.on - timedelta(days=calendar.weekday(one.on))):
        story.append(_Week(week, poster.month, look))
        story += [_Day(day, tuple(of_day), look) for day, of_day in groupby(of_week, key=lambda one: one.on)]
    return story


class _Room(Flowable):
    """Empty room."""

    def __init__(self, points: float) -> None:
        super().__init__()
        self.points = points

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As high as was asked."""
        self.width, self.height = available_width, self.points
        return self.width, self.height

    def draw(self) -> None:
        """Nothing."""


class _Week(Flowable):
    """The days of a week within the month, on a line across the sheet; it stays with the first day below it."""

    keepWithNext = 1  # noqa: N815

    def __init__(self, begins: date, month: str, look: _Look) -> None:
        super().__init__()
        first, last = calendar.month_bounds(month)
        start, end = max(begins, first), min(begins + timedelta(days=6), last)
        numbers = [digits.to_persian(str(calendar.from_gregorian(day).day)) for day in (start, end)]
        name = calendar.month_title(month).split()[0]
        self.text = f"{numbers[0]} {name}" if start == end else f"{numbers[0]} تا {numbers[1]} {name}"
        self.look, self.style = look, look.style(14, weight=Weight.SEMIBOLD, colour=MUTED)

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return self.look.of(4)

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return self.look.of(4)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """One line."""
        self.width, self.height = available_width, self.style.line_height
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        line = one_line(self.text, self.style)
        draw_block(self.canv, (line,), 0, self.width, self.height, self.style)
        edge = self.width - line.width - self.look.of(10)
        draw_rule(self.canv, 0, edge, self.height / 2, ACCENT_LINE, self.look.of(1))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A measured happening; its tags stand on the title's line where there is room, else on one of their own."""

    title: tuple[Line, ...]
    below: tuple[Line, ...]
    tags: tuple[Line, ...]
    beside_title: bool
    height: float


class _Day(Flowable):
    """A day: its name and number in a box at the right, and what happens on it."""

    def __init__(self, day: date, happenings: Sequence[Happening], look: _Look) -> None:
        super().__init__()
        self.day, self.happenings, self.look = day, happenings, look
        self.box = look.of(82)
        self.title = look.style(22, weight=Weight.BOLD, leading=35)
        self.below = look.style(17.5, colour=MUTED, weight=Weight.MEDIUM, leading=30)
        self.tag = look.style(13, weight=Weight.BOLD, colour=WARNING, leading=21)
        self._placed: list[_Placed] = []

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return self.look.of(9)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        room = available_width - self.box - self.look.of(16)
        self._placed = [self._place(one, room) for one in self.happenings]
        gaps = self.look.of(8) * (len(self._placed) - 1)
        self.width = available_width
        self.height = max(self.look.of(80), sum(one.height for one in self._placed) + gaps + self.look.of(8))
        return self.width, self.height

    def _place(self, one: Happening, room: float) -> _Placed:
        title = break_lines(one.title, self.title, room)
        until = f"تا {calendar.long(one.until).rsplit(' ', 1)[0]}" if one.until and one.until > one.on else ""
        time = bold(f"ساعت {digits.to_persian(one.time)}" if one.time else "در طول روز", ACCENT_DARK)
        below = break_lines([time, *(f" · {part}" for part in (one.place, until) if part)], self.below, room)
        below += break_lines(one.invitation, self.below, room) if one.invitation else ()
        tags = tuple(one_line(tag, self.tag) for tag in one.tags)
        beside = len(title) == 1 and title[0].width + sum(map(self._pill, tags)) <= room
        height = len(title) * self.title.line_height + len(below) * self.below.line_height
        return _Placed(title, below, tags, beside, height + (self.title.line_height if tags and not beside else 0))

    def _pill(self, tag: Line) -> float:
        """Width of a tag with its pill and the room before it."""
        return tag.width + self.look.of(26)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Two parts between happenings, each with the day's box."""
        self.wrap(available_width, available_height)
        used, fit = self.look.of(8), 0
        while fit < len(self._placed) and used + self._placed[fit].height <= available_height:
            used += self._placed[fit].height + self.look.of(8)
            fit += 1
        if not 0 < fit < len(self._placed):
            return []
        parts = (self.happenings[:fit], self.happenings[fit:])
        return [_Day(self.day, part, self.look) for part in parts]

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        of = self.look.of
        draw_box(self.canv, self.width - self.box, 0, self.box, self.height, BoxLook(ACCENT_SOFT, None, of(8)))
        self._draw_date()
        right, top = self.width - self.box - of(16), self.height - of(4)
        for place, one in enumerate(self._placed):
            if place:
                draw_rule(self.canv, 0, right, top + of(4), HAIRLINE, of(0.8))
            self._draw_happening(one, right, top)
            top -= one.height + of(8)

    def _draw_date(self) -> None:
        left, right = self.width - self.box, self.width
        name = self.look.style(14.5, weight=Weight.SEMIBOLD, colour=ACCENT_DARK, align=Align.CENTRE, leading=22)
        number = self.look.style(33, weight=Weight.BOLD, colour=ACCENT_DARK, align=Align.CENTRE, leading=46)
        day = digits.to_persian(str(calendar.from_gregorian(self.day).day))
        top = self.height - self.look.of(5)
        draw_block(self.canv, (one_line(calendar.weekday_name(self.day), name),), left, right, top, name)
        draw_block(self.canv, (one_line(day, number),), left, right, top - name.line_height, number)

    def _draw_happening(self, one: _Placed, right: float, top: float) -> None:
        draw_block(self.canv, one.title, 0, right, top, self.title)
        after_title = top - len(one.title) * self.title.line_height
        draw_block(self.canv, one.below, 0, right, after_title, self.below)
        if one.beside_title:
            self._draw_tags(one, right - one.title[0].width - self.look.of(14), top)
        else:
            self._draw_tags(one, right, after_title - len(one.below) * self.below.line_height)

    def _draw_tags(self, one: _Placed, edge: float, top: float) -> None:
        pad, high = self.look.of(9), self.tag.line_height
        low = top - (self.title.line_height + high) / 2
        for tag in one.tags:
            left = edge - tag.width - 2 * pad
            draw_box(self.canv, left, low, tag.width + 2 * pad, high, BoxLook(WARNING_SOFT, WARNING, high / 2))
            draw_block(self.canv, (tag,), left + pad, edge - pad, low + high, self.tag)
            edge -= self._pill(tag)


def _furniture(poster: ProgrammePoster, look: _Look, page: Page) -> None:
    _band(poster, look, page)
    _foot(poster, look, page)
    if poster.fictional:
        fictional_mark(page, page.height - 17)


def _band(poster: ProgrammePoster, look: _Look, page: Page) -> None:
    of, high = look.of, look.of(44 * MM)
    edge, top = of(13 * MM), page.height
    page.box(0, top - high, page.width, high, BoxLook(ACCENT))
    page.rule(0, page.width, top - high - of(4), ACCENT_LINE, of(2))
    room = page.width - 2 * edge
    office, style = fitted(poster.office_title, look.style(13, colour=ACCENT_SOFT, weight=Weight.MEDIUM), room * 0.78)
    draw_block(page.canvas, office, edge, page.width - edge, top - of(19), style)
    title = look.style(38, weight=Weight.BOLD, colour=PAPER, leading=54)
    draw_block(
        page.canvas, (one_line(f"برنامهٔ {calendar.month_title(poster.month)}", title),),
        edge, page.width - edge, top - of(42), title,
    )  # fmt: skip
    beside_number = room * (0.82 if page.total > 1 else 0.9)
    where, style = fitted(poster.neighborhood, look.style(19, colour=PAPER, weight=Weight.SEMIBOLD), beside_number)
    draw_block(page.canvas, where, edge, page.width - edge, top - of(92), style)
    if page.total > 1:
        page.text(page_of(page), edge, top - high + of(12), look.style(12, colour=ACCENT_SOFT, align=Align.LEFT))


def _foot(poster: ProgrammePoster, look: _Look, page: Page) -> None:
    of, high, edge = look.of, look.of(27 * MM), look.of(13 * MM)
    page.box(0, 0, page.width, high, BoxLook(ACCENT_SOFT))
    page.rule(0, page.width, high, ACCENT, of(1.6))
    right, middle = page.width - edge, page.width * 0.5
    quiet = look.style(13.5, weight=Weight.SEMIBOLD, colour=ACCENT_DARK, leading=22)
    draw_block(page.canvas, (one_line(_CALL, quiet),), middle, right, high - of(7), quiet)
    phone = look.style(29, weight=Weight.BOLD, colour=INK, leading=44)
    number = phone_text(poster.phone) if poster.phone else "به دفتر بیایید"
    lines, style = fitted(number, phone, right - middle)
    draw_block(page.canvas, lines, middle, right, high - of(27), style)
    told = [text for text in (poster.address, digits.to_persian(poster.hours)) if text]
    style = look.style(13, colour=INK, align=Align.LEFT, leading=22)
    y = high - of(8)
    for text in told:
        lines, smaller = fitted(text, style.but(align=Align.RIGHT), middle - edge - of(14), of(44), least=0.7)
        widest = max(line.width for line in lines)
        draw_block(page.canvas, lines, edge, edge + widest, y, smaller)
        y -= len(lines) * smaller.line_height
