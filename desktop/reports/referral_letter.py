"""«نامهٔ ارجاع»: a letter to an agency with only the personal items that were ticked; A5, or A4 when it is long."""

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
from desktop.reports.office_page import fictional_mark, moment_of, running_foot

_MOST_LINES_ON_A5 = 5
_MARGIN_A5, _MARGIN_A4 = 14 * MM, 22 * MM
_LETTER = BODY.but(size=10.5, leading=20, space_after=4)
_TO = TextStyle(size=11, weight=Weight.BOLD, leading=20)
_PERSON = _LETTER.but(weight=Weight.MEDIUM, align=Align.RIGHT, indent_right=18, space_after=0)
_SIGNER = TextStyle(size=11, weight=Weight.BOLD, align=Align.CENTRE, leading=19)


@dataclass(frozen=True, slots=True)
class ReferralLetter:
    """The letter's parts. `person_lines` are the chosen items about the person.

    `checklist`, what the resident takes along, is printed for the resident as a second page.
    """

    office_title: str
    letterhead: tuple[str, ...]
    number: str
    date: dt.date
    attachments: str
    recipient_title: str
    subject: str
    person_lines: tuple[str, ...]
    request: str
    answer_due: dt.date | None
    signer: str
    signer_title: str = "مدیر دفتر"
    copies: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()
    confidential: bool = True
    fictional: bool = False


def build(letter: ReferralLetter) -> bytes:
    """The letter as a PDF. Raises MissingGlyphError for a character the font lacks."""
    small = body_lines(letter) <= _MOST_LINES_ON_A5
    margin = _MARGIN_A5 if small else _MARGIN_A4
    sheet = Sheet(A5 if small else A4, 22 * MM if letter.fictional else 15 * MM, margin, 20 * MM, margin)
    title = f"نامهٔ ارجاع {digits.to_persian(letter.number)}"
    story = [*_head(letter, small), *_body(letter), *_foot(letter, sheet), *_checklist(letter)]
    metadata = Metadata(title, moment_of(letter.date), letter.office_title, letter.subject)
    return render(story, metadata, sheet, partial(_furniture, letter, margin))


def body_lines(letter: ReferralLetter) -> int:
    """Lines that the request and the person's items take on A5."""
    room = A5[0] - 2 * _MARGIN_A5
    person = sum(len(break_lines(line, _PERSON, room - _PERSON.indent_right)) for line in letter.person_lines)
    return person + len(break_lines(letter.request, _LETTER, room))


def _furniture(letter: ReferralLetter, margin: float, page: Page) -> None:
    running_foot(page, (f"شمارهٔ نامه {digits.to_persian(letter.number)}",), margin)
    if letter.fictional:
        fictional_mark(page)


def _head(letter: ReferralLetter, small: bool) -> list[Flowable]:
    facts = [
        ("شماره", digits.to_persian(letter.number)),
        ("تاریخ", calendar.short(letter.date)),
        ("پیوست", letter.attachments),
    ]
    if letter.confidential:
        facts.append(("طبقه‌بندی", "محرمانه"))
    return [Letterhead(letter.letterhead or (letter.office_title,), facts, compact=small), Spacer(0, 6)]


def _body(letter: ReferralLetter) -> list[Flowable]:
    story: list[Flowable] = [
        Paragraph(letter.recipient_title, _TO),
        Paragraph([bold("موضوع: "), letter.subject], _LETTER.but(space_after=8)),
        Paragraph("با سلام و احترام", _LETTER),
        Paragraph(letter.request, _LETTER),
    ]
    story += [Paragraph(line, _PERSON, bullet="•") for line in letter.person_lines]
    if letter.answer_due:
        due = calendar.short(letter.answer_due)
        text: Content = ["خواهشمند است نتیجه را حداکثر تا تاریخ ", bold(due), " به این دفتر اعلام فرمایید."]
        story.append(Paragraph(text, _LETTER.but(space_before=6)))
    return story


def _foot(letter: ReferralLetter, sheet: Sheet) -> list[Flowable]:
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


def _checklist(letter: ReferralLetter) -> list[Flowable]:
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
