"""What every printed page of the office shares: its edges, the mark of fictional data, the moment of creation."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from desktop.domain.covered import DASH, number_text
from desktop.domain.persian import digits
from desktop.reports.layout.blocks import fitted
from desktop.reports.layout.document import page_of
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paint import Page, baseline, draw_block
from desktop.reports.layout.style import (
    ACCENT,
    ACCENT_DARK,
    HAIRLINE,
    MUTED,
    WARNING,
    WARNING_SOFT,
    Align,
    TextStyle,
    Weight,
)

__all__ = [
    "DASH", "FICTIONAL", "code_text", "fictional_mark", "moment_of", "number_text", "phone_text", "running_foot",
    "running_head",
]  # fmt: skip

FICTIONAL = "داده آزمایشی"

_MARK_ROOM = 46.0
_HEAD = TextStyle(size=8.5, weight=Weight.SEMIBOLD, colour=ACCENT_DARK)
_FOOT = TextStyle(size=8, colour=MUTED, align=Align.CENTRE)
_MARK = TextStyle(size=8.5, weight=Weight.BOLD, colour=WARNING, align=Align.CENTRE)


def moment_of(day: date) -> datetime:
    """Noon (UTC) of a paper's own date: the file's moment of creation, so that the same paper is the same file."""
    return datetime.combine(day, time(12), UTC)


def code_text(code: str) -> str:
    """A code in its own order: with Persian digits, unless Latin letters stand among them."""
    if re.search("[A-Za-z]", code):
        return ltr(code)
    return digits.to_persian(code)


def phone_text(number: str) -> str:
    """A telephone in parts that are read aloud: «۰۹۰۰-۰۰۰-۰۰۱۱», «۰۳۴-۳۳۳۳۴۴۴۴»; any other as it is."""
    if re.fullmatch("09[0-9]{9}", number):
        number = f"{number[:4]}-{number[4:7]}-{number[7:]}"
    elif re.fullmatch("0[1-8][0-9]{9}", number):
        number = f"{number[:3]}-{number[3:]}"
    return ltr(digits.to_persian(number))


def running_head(page: Page, right: str, left: str, margin: float) -> None:
    """A line of text at both ends of the top margin, `margin` points from the edges, over an accent rule."""
    y = page.height - 34
    room = page.width / 2 - margin - _MARK_ROOM
    quiet = _HEAD.but(align=Align.LEFT, weight=Weight.REGULAR, colour=MUTED)
    for text, style, start in ((right, _HEAD, page.width - margin - room), (left, quiet, margin)):
        lines, smaller = fitted(text, style, room, least=0.75)
        draw_block(page.canvas, lines, start, start + room, y + baseline(smaller), smaller)
    page.rule(margin, page.width - margin, y - 8, ACCENT, 0.8)


def running_foot(page: Page, more: tuple[str, ...], margin: float) -> None:
    """«صفحهٔ ۲ از ۹ · …» in the middle of the bottom margin."""
    page.rule(margin, page.width - margin, 42, HAIRLINE, 0.6)
    page.text(" · ".join((page_of(page), *more)), page.width / 2, 27, _FOOT)


def fictional_mark(page: Page, y: float | None = None) -> None:
    """«داده آزمایشی» in a pill at the top of the page (or on baseline `y`)."""
    page.badge(FICTIONAL, page.width / 2, page.height - 34 if y is None else y, _MARK, WARNING_SOFT)
