"""«کارت خانوار»: the card a household shows at the office, A6 landscape. It names no member and no need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import fitted
from desktop.reports.layout.document import Metadata, render_page
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paint import BoxLook, Page, draw_block
from desktop.reports.layout.style import (
    A6_LANDSCAPE,
    ACCENT,
    ACCENT_DARK,
    ACCENT_LINE,
    ACCENT_SOFT,
    INK,
    MUTED,
    PAPER,
    Align,
    TextStyle,
    Weight,
)
from desktop.reports.office_page import code_text, fictional_mark, moment_of

_BAND = 62.0
_EDGE = 22.0
_QR = 108.0
_OFFICE = TextStyle(size=13, weight=Weight.BOLD, colour=PAPER, leading=22)
_KIND = TextStyle(size=9, colour=ACCENT_SOFT)
_LABEL = TextStyle(size=8.5, colour=MUTED, leading=14)
_NUMBER = TextStyle(size=21, weight=Weight.BOLD, colour=ACCENT_DARK, leading=33)
_VALUE = TextStyle(size=11, weight=Weight.MEDIUM, colour=INK, leading=18)
_CODE = TextStyle(size=8.5, colour=MUTED, align=Align.CENTRE)
_FOOT = TextStyle(size=8, colour=MUTED)


@dataclass(frozen=True, slots=True)
class HouseholdCard:
    """What stands on the card. `resident_no` is the head's number, read by the QR code."""

    office_title: str
    household_no: str
    neighborhood: str
    phone: str
    hours: str
    resident_no: str
    issued_on: date
    fictional: bool = False


def build(card: HouseholdCard) -> bytes:
    """The card as a PDF. Raises MissingGlyphError for a character the font lacks."""
    title = f"کارت خانوار {card.household_no}"
    return render_page(
        partial(_draw, card), Metadata(title, moment_of(card.issued_on), card.office_title), A6_LANDSCAPE
    )


def _draw(card: HouseholdCard, page: Page) -> None:
    top = page.height - _BAND
    page.box(0, top, page.width, _BAND, BoxLook(ACCENT))
    page.rule(0, page.width, top - 3, ACCENT_LINE, 1.4)
    title, style = fitted(card.office_title, _OFFICE, page.width - 2 * _EDGE, 26)
    draw_block(page.canvas, title, _EDGE, page.width - _EDGE, page.height - 8, style)
    page.text("کارت خانوار", page.width - _EDGE, top + 14, _KIND)
    _draw_qr(card, page)
    right, left, y = page.width - _EDGE, _EDGE + _QR + 30, top - 16
    for label, value, style, height in (
        ("شمارهٔ خانوار", code_text(card.household_no), _NUMBER, 33),
        ("محله", card.neighborhood, _VALUE, 26),
        ("تلفن دفتر", ltr(digits.to_persian(card.phone)), _VALUE, 26),
        ("ساعت کار", digits.to_persian(card.hours), _VALUE, 26),
    ):
        page.text(f"{label}:", right, y - 10, _LABEL)
        lines, fit = fitted(value, style, right - left, height)
        draw_block(page.canvas, lines, left, right, y - _LABEL.line_height, fit)
        y -= _LABEL.line_height + height
    page.rule(_EDGE, page.width - _EDGE, 28, ACCENT_LINE)
    page.text("هنگام مراجعه به دفتر این کارت را همراه داشته باشید.", page.width - _EDGE, 14, _FOOT)
    page.text(f"تاریخ صدور: {calendar.short(card.issued_on)}", _EDGE, 14, _FOOT.but(align=Align.LEFT))
    if card.fictional:
        fictional_mark(page, top + 14)


def _draw_qr(card: HouseholdCard, page: Page) -> None:
    bottom = page.height - _BAND - 34 - _QR
    page.box(_EDGE, bottom - 10, _QR + 20, _QR + 20, BoxLook(PAPER, ACCENT_LINE, 6))
    page.qr(card.resident_no, _EDGE + 10, bottom, _QR)
    page.text(code_text(card.resident_no), _EDGE + 10 + _QR / 2, bottom - 26, _CODE)
