"""A letter of the office in official form: head, recipient, subject, what it follows, body, signature, copies.

A5, or A4 when it is longer than five lines or has a table (domain §2.3). Of a person it tells what was ticked.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Letterhead, Rule, TickItem, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, PageBreak, Spacer
from desktop.reports.layout.lines import Content, break_lines
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import A4, A5, BODY, MM, MUTED, SMALL, Align, TextStyle, Weight
from desktop.reports.layout.table import Column, Row, Table
from desktop.reports.office_page import DASH, fictional_mark, moment_of, running_foot

_MOST_LINES_ON_A5 = 5
_MARGIN_A5, _MARGIN_A4 = 14 * MM, 22 * MM
_LETTER = BODY.but(size=10.5, leading=20, space_after=4)
_TO = TextStyle(size=11, weight=Weight.BOLD, leading=20)
_PERSON = _LETTER.but(weight=Weight.MEDIUM, align=Align.RIGHT, indent_right=18, space_after=0)
_SIGNER = TextStyle(size=11, weight=Weight.BOLD, align=Align.CENTRE, leading=19)


@dataclass(frozen=True, slots=True)
class Reminded:
    """A referral that a reminder names: the number and day of its letter, its subject, days without an answer."""

    number: str
    on: dt.date
    subject: str
    days: int


@dataclass(frozen=True, slots=True)
class OfficialLetter:
    """The letter's parts, as they stand on paper from above.

    `title` is what the file is called, `references` are «پیرو …» and «بازگشت به …», `person` is what was ticked,
    `checklist`, what the resident takes along, is printed for the resident as a second page.
    """

    title: str
    office_title: str
    letterhead: tuple[str, ...]
    number: str
    date: dt.date
    recipient_title: str
    subject: str
    body: tuple[str, ...]
    attachments: int = 0
    speed: str = ""
    secrecy: str = ""
    references: tuple[str, ...] = ()
    person: str = ""
    reminded: tuple[Reminded, ...] = ()
    answer_due: dt.date | None = None
    carried: bool = False
    signer: str = ""
    signer_title: str = ""
    copies: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()
    fictional: bool = False
    logo: bytes = b""


def build(letter: OfficialLetter) -> bytes:
    """The letter as a PDF. Raises MissingGlyphError for a character the font lacks."""
    small = body_lines(letter) <= _MOST_LINES_ON_A5 and not letter.reminded
    margin = _MARGIN_A5 if small else _MARGIN_A4
    sheet = Sheet(A5 if small else A4, 22 * MM if letter.fictional else 15 * MM, margin, 20 * MM, margin)
    story = [*_head(letter, small), *_body(letter), *_foot(letter, sheet), *_checklist(letter)]
    metadata = Metadata(letter.title, moment_of(letter.date), letter.office_title, letter.subject)
    return render(story, metadata, sheet, partial(_furniture, letter, margin))


def body_lines(letter: OfficialLetter) -> int:
    """Lines that the body and what is told of the person take on A5."""
    room = A5[0] - 2 * _MARGIN_A5
    person = len(break_lines(letter.person, _PERSON, room - _PERSON.indent_right)) if letter.person else 0
    return person + sum(len(break_lines(text, _LETTER, room)) for text in letter.body)


def _furniture(letter: OfficialLetter, margin: float, page: Page) -> None:
    running_foot(page, (f"شمارهٔ نامه {letter.number}",), margin)
    if letter.fictional:
        fictional_mark(page)


def _head(letter: OfficialLetter, small: bool) -> list[Flowable]:
    attached = f"{digits.to_persian(str(letter.attachments))} برگ" if letter.attachments else "ندارد"
    facts = [("شماره", letter.number), ("تاریخ", calendar.short(letter.date)), ("پیوست", attached)]
    facts += [("فوریت", letter.speed)] if letter.speed else []
    facts += [("طبقه‌بندی", letter.secrecy)] if letter.secrecy else []
    return [Letterhead(letter.letterhead or (letter.office_title,), facts, small, letter.logo), Spacer(0, 6)]


def _body(letter: OfficialLetter) -> list[Flowable]:
    story: list[Flowable] = [
        Paragraph(letter.recipient_title, _TO),
        Paragraph([bold("موضوع: "), letter.subject], _LETTER.but(space_after=8)),
        Paragraph("با سلام و احترام", _LETTER),
    ]
    story += [Paragraph(f"{line}،", _LETTER.but(space_after=0)) for line in letter.references]
    story += [Paragraph(text, _LETTER) for text in letter.body]
    if letter.person:
        story.append(Paragraph(letter.person, _PERSON, bullet="•"))
    if letter.reminded:
        story += [Spacer(0, 4), _reminded(letter.reminded), Spacer(0, 6)]
    if letter.answer_due:
        due = calendar.short(letter.answer_due)
        text: Content = ["خواهشمند است نتیجه را حداکثر تا تاریخ ", bold(due), " به این دفتر اعلام فرمایید."]
        story.append(Paragraph(text, _LETTER.but(space_before=6)))
    if letter.carried:
        story.append(Paragraph("این نامه به دست متقاضی تقدیم می‌شود.", SMALL.but(leading=15)))
    return story


def _reminded(rows: tuple[Reminded, ...]) -> Table:
    columns = [
        Column("ردیف", Align.CENTRE, 0, 28),
        Column("شمارهٔ نامه", grow=0, minimum=110),
        Column("تاریخ", Align.CENTRE, 0, 62),
        Column("موضوع", grow=3),
        Column("روزهای گذشته", Align.CENTRE, 0, 66),
    ]
    made = [
        Row(
            (
                digits.to_persian(str(place)),
                one.number or DASH,
                calendar.short(one.on),
                one.subject,
                digits.to_persian(str(one.days)),
            )
        )
        for place, one in enumerate(rows, 1)
    ]
    return Table(columns, made)


def _foot(letter: OfficialLetter, sheet: Sheet) -> list[Flowable]:
    width = sheet.size[0] - sheet.left - sheet.right
    signer = _SIGNER.but(indent_right=width * 0.5)
    story: list[Flowable] = [
        Spacer(0, 12),
        Paragraph(letter.signer, signer),
        Paragraph(letter.signer_title, signer.but(weight=Weight.REGULAR, size=10)),
        Paragraph(letter.office_title, signer.but(weight=Weight.REGULAR, size=9, colour=MUTED)),
        Spacer(0, 30),
    ]
    if letter.copies:
        style = SMALL.but(leading=15)
        story += [Rule(0.5, 4), Paragraph(bold("رونوشت:"), style)]
        story += [Paragraph(copy, style.but(indent_right=12), bullet="•") for copy in letter.copies]
    return [KeepTogether(story)]


def _checklist(letter: OfficialLetter) -> list[Flowable]:
    if not letter.checklist:
        return []
    return [
        PageBreak(),
        *heading("برگهٔ همراه مراجعه‌کننده"),
        Paragraph(["مقصد: ", bold(letter.recipient_title)], _LETTER.but(align=Align.RIGHT)),
        Paragraph("پیش از رفتن، این‌ها را آماده کنید و کنار هر کدام نشان بگذارید:", _LETTER.but(align=Align.RIGHT)),
        *(TickItem(item, _LETTER.but(align=Align.RIGHT, space_after=3)) for item in letter.checklist),
        Rule(0.6, 8),
        Paragraph(f"پرسشی دارید؟ به {letter.office_title} بیایید یا تلفن بزنید.", SMALL.but(leading=15)),
    ]
