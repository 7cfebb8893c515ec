"""«گواهی شرکت در دوره»: handed to whoever completed a workshop, A4 across. It carries no number of an identity paper.

The QR code says what the office's list of certificates says, so that any telephone shows it without the Internet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar
from desktop.domain.persian.numerals import ordinal
from desktop.reports.layout.blocks import fitted
from desktop.reports.layout.document import Metadata, render_pages
from desktop.reports.layout.lines import Content, Line, break_lines, one_line
from desktop.reports.layout.paint import BoxLook, Page, draw_block
from desktop.reports.layout.paragraph import bold
from desktop.reports.layout.style import (
    A4,
    ACCENT,
    ACCENT_DARK,
    ACCENT_LINE,
    FAINT,
    INK,
    MM,
    MUTED,
    Align,
    TextStyle,
    Weight,
)
from desktop.reports.office_page import code_text, fictional_mark, moment_of, number_text, phone_text

_SIZE = (A4[1], A4[0])
_TITLE = "گواهی شرکت در دوره"
_EDGE, _INNER = 10 * MM, 13 * MM
_TEXT_EDGE = 27 * MM
_CORNER = 4.4 * MM
_QR = 27 * MM
_QR_LEFT = _TEXT_EDGE + 5 * MM
_QUIET = TextStyle(size=10, colour=MUTED, leading=17)
_OFFICE = TextStyle(size=12, weight=Weight.SEMIBOLD, colour=ACCENT_DARK, leading=19)
_BASMALA = TextStyle(size=12, weight=Weight.MEDIUM, align=Align.CENTRE, leading=20)
_HEAD = TextStyle(size=31, weight=Weight.BOLD, colour=ACCENT_DARK, align=Align.CENTRE, leading=52)
_BODY = TextStyle(size=14, align=Align.CENTRE, leading=27)
_NAME = TextStyle(size=27, weight=Weight.BOLD, colour=INK, align=Align.CENTRE, leading=46)
_TOPICS = TextStyle(size=10.5, colour=MUTED, align=Align.CENTRE, leading=18)
_SIGNER = TextStyle(size=11, weight=Weight.SEMIBOLD, align=Align.CENTRE, leading=18)
_CODE = TextStyle(size=8, colour=MUTED, align=Align.CENTRE, leading=12.5)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is certified. `verification` is the text of the QR code and `code` what tells a true one; `copy_no` counts
    printings from 1.

    `manager` and `instructor` sign; without an instructor a facilitator does. `topics` may tell what was taught.
    """

    office_title: str
    letterhead: tuple[str, ...]
    number: str
    issued_on: date
    name: str
    course: str
    hours: float
    started_on: date
    ended_on: date
    place: str
    instructor: str
    manager: str
    verification: str
    code: str
    topics: str = ""
    office_phone: str = ""
    copy_no: int = 1
    fictional: bool = False


def build(*certificates: Certificate) -> bytes:
    """Certificates of one course as a PDF, a page each. Raises MissingGlyphError, and ValueError for none at all."""
    if not certificates:
        raise ValueError("no certificate to print")
    first = certificates[0]
    metadata = Metadata(f"{_TITLE} · {first.course}", moment_of(first.issued_on), first.office_title)
    return render_pages([partial(_draw, one) for one in certificates], metadata, _SIZE)


def _draw(certificate: Certificate, page: Page) -> None:
    _frame(page)
    _head(certificate, page)
    _text(certificate, page)
    _signatures(certificate, page)
    _code(certificate, page)
    if certificate.fictional:
        fictional_mark(page, page.height - _INNER - 16)


def _frame(page: Page) -> None:
    """Two lines around the page, the outer one strong, and a lozenge where they meet the corners."""
    canvas = page.canvas
    for edge, colour, thickness in ((_EDGE, ACCENT, 1.6), (_INNER, ACCENT_LINE, 0.6)):
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(thickness)
        canvas.rect(edge, edge, page.width - 2 * edge, page.height - 2 * edge, stroke=1, fill=0)
    middle = (_EDGE + _INNER) / 2
    for x in (middle, page.width - middle):
        for y in (middle, page.height - middle):
            _lozenge(page, x, y, _CORNER, (1, 1, 1))
            _lozenge(page, x, y, _CORNER * 0.62, ACCENT)


def _lozenge(page: Page, x: float, y: float, reach: float, fill: tuple[float, float, float]) -> None:
    path = page.canvas.beginPath()
    path.moveTo(x, y + reach)
    path.lineTo(x + reach, y)
    path.lineTo(x, y - reach)
    path.lineTo(x - reach, y)
    path.close()
    page.canvas.setFillColorRGB(*fill)
    page.canvas.setStrokeColorRGB(*ACCENT)
    page.canvas.setLineWidth(0.8)
    page.canvas.drawPath(path, stroke=1, fill=1)


def _head(certificate: Certificate, page: Page) -> None:
    top, right, left = page.height - 21 * MM, page.width - _TEXT_EDGE, _TEXT_EDGE
    side = page.width * 0.33
    page.text("بسمه تعالی", page.width / 2, top - 22, _BASMALA)
    y = top
    for place, line in enumerate((certificate.office_title, *certificate.letterhead)[:3]):
        style = _QUIET if place else _OFFICE
        lines, smaller = fitted(line, style, side, style.line_height * (1 if place else 2))
        draw_block(page.canvas, lines, right - side, right, y, smaller)
        y -= len(lines) * smaller.line_height
    facts = [f"شماره: {code_text(certificate.number)}", f"تاریخ: {calendar.short(certificate.issued_on)}"]
    told = tuple(one_line(fact, _QUIET) for fact in facts)
    draw_block(page.canvas, told, left, left + max(line.width for line in told), top, _QUIET)


def _text(certificate: Certificate, page: Page) -> None:
    left, right = _TEXT_EDGE, page.width - _TEXT_EDGE
    y = page.height - 49 * MM
    page.text(_TITLE, page.width / 2, y - 30, _HEAD)
    _ornament(page, y - 50)
    y -= 68
    page.text("گواهی می‌شود", page.width / 2, y - 14, _BODY.but(colour=MUTED))
    y -= 26
    name, style = fitted(certificate.name, _NAME, right - left - 60)
    draw_block(page.canvas, name, left, right, y, style)
    y -= 54
    lines = _fitted_body(_sentence(certificate), right - left - 40, 3 * _BODY.line_height)
    draw_block(page.canvas, lines[0], left + 20, right - 20, y, lines[1])
    if certificate.topics:
        y -= len(lines[0]) * lines[1].line_height + 4
        told = "سرفصل‌ها: " + "، ".join(certificate.topics.split("\n"))
        topics, style = fitted(told, _TOPICS, right - left - 60, 2 * _TOPICS.line_height, least=0.75)
        draw_block(page.canvas, topics, left + 30, right - 30, y, style)


def _ornament(page: Page, y: float) -> None:
    """A thin line with a lozenge in its middle, below the title."""
    middle = page.width / 2
    for start, end in ((middle - 95, middle - 12), (middle + 12, middle + 95)):
        page.rule(start, end, y, ACCENT_LINE, 0.9)
    _lozenge(page, middle, y, 4, ACCENT)


def _sentence(certificate: Certificate) -> Content:
    when = _when(certificate.started_on, certificate.ended_on)
    return [
        "در دورهٔ ",
        bold(f"«{certificate.course}»", ACCENT_DARK),
        " به مدت ",
        bold(f"{number_text(certificate.hours)} ساعت"),
        f" که {when} در {certificate.place} برگزار شد، شرکت کرده و آن را با موفقیت به پایان رسانده است.",
    ]


def _when(start: date, end: date) -> str:
    """The days of the course: «در ۱ مهر ۱۴۰۴», «از ۱۵ تا ۲۶ شهریور ۱۴۰۴», «از ۲۰ شهریور تا ۴ مهر ۱۴۰۴»."""
    parts, whole = calendar.long(start).split(" ")[1:], calendar.long(end).split(" ", 1)[1]
    if start == end:
        return f"در {whole}"
    same = next((at for at in (1, 2) if whole.endswith(" ".join(parts[at:]))), len(parts))
    return f"از {' '.join(parts[:same])} تا {whole}"


def _fitted_body(content: Content, width: float, height: float) -> tuple[tuple[Line, ...], TextStyle]:
    """The greatest size that fits, in lines of about the same length."""
    style = _BODY
    while True:
        lines = break_lines(content, style, width)
        if len(lines) * style.line_height <= height or style.size <= 8:
            break
        style = style.but(size=style.size - 0.5, leading=(style.size - 0.5) * 1.9)
    while len(narrower := break_lines(content, style, width - 12)) == len(lines) and width > 200:
        lines, width = narrower, width - 12
    return lines, style


def _signatures(certificate: Certificate, page: Page) -> None:
    taught = ("مدرس دوره", certificate.instructor) if certificate.instructor else ("تسهیلگر", "")
    signers = (taught, ("مدیر دفتر", certificate.manager))
    right = page.width - _TEXT_EDGE
    room = (right - _QR_LEFT - _QR - 24) / 2
    top = 60 * MM
    for title, name in signers:
        left = right - room
        page.text(title, (left + right) / 2, top - 14, _SIGNER.but(weight=Weight.REGULAR, size=10, colour=MUTED))
        lines, style = fitted(name, _SIGNER, room - 20)
        draw_block(page.canvas, lines, left, right, top - 18, style)
        page.rule(left + 34, right - 34, top - 82, FAINT, 0.6)
        page.text("امضا و مهر", (left + right) / 2, top - 94, _CODE)
        right = left


def _code(certificate: Certificate, page: Page) -> None:
    left, bottom = _QR_LEFT, 29 * MM
    page.box(left - 5, bottom - 5, _QR + 10, _QR + 10, BoxLook(None, ACCENT_LINE, 4))
    page.qr(certificate.verification, left, bottom, _QR)
    told = f"کد درستی: {code_text(certificate.code)}"
    phone = f"از دفتر بپرسید: {phone_text(certificate.office_phone)}" if certificate.office_phone else ""
    y = bottom - 17
    for line in (told, phone):
        if line:
            page.text(line, left + _QR / 2, y, _CODE)
            y -= _CODE.line_height
    if certificate.copy_no > 1:
        again = f"رونوشت {ordinal(certificate.copy_no)}"
        page.text(again, page.width / 2, _INNER + 12, _CODE.but(size=11, weight=Weight.SEMIBOLD, colour=ACCENT_DARK))
