"""«برگهٔ پیامد کارگاه»: phoning people ninety days after a workshop, A4 across. Inside only; income is not asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar, digits
from desktop.reports.calling import Called, InsideOnly, calling_table
from desktop.reports.layout.blocks import Facts, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import A4, MM, SMALL, TITLE, Align, TextStyle
from desktop.reports.office_page import code_text, fictional_mark, moment_of, running_foot, running_head

__all__ = ["Called", "OutcomeSheet", "build"]

_MARGIN = 14 * MM
_TITLE = "برگهٔ پیامد کارگاه"
_READ = TextStyle(size=11.5, leading=21, align=Align.RIGHT, indent_right=12)
_NOBODY = TextStyle(size=11, leading=22)
_SCRIPT = (
    "سلام؛ از {office} زنگ می‌زنیم. چندی پیش در کارگاه «{workshop}» با ما بودید.",
    "آیا از آنچه آموختید کاری آغاز کرده‌اید، درس را پی گرفته‌اید یا چیزی فروخته‌اید؟",
    "اگر دوست ندارید پاسخ دهید، هیچ اشکالی ندارد و از خدمتی بازنمی‌مانید.",
)


@dataclass(frozen=True, slots=True)
class OutcomeSheet:
    """Whom to ask. `outcomes` are the answers offered, in the words of their code list."""

    office_title: str
    workshop_code: str
    workshop_title: str
    ended_on: date
    due_on: date
    outcomes: tuple[str, ...]
    people: tuple[Called, ...]
    printed_on: date
    printed_by: str = ""
    fictional: bool = False


def build(sheet: OutcomeSheet) -> bytes:
    """The sheet as a PDF. Raises MissingGlyphError for a character the font lacks."""
    facts = [
        ("کارگاه", sheet.workshop_title),
        ("پایان کارگاه", calendar.long(sheet.ended_on)),
        ("کد کارگاه", code_text(sheet.workshop_code)),
        ("موعد پیگیری", calendar.long(sheet.due_on)),
    ]
    said = (line.format(office=sheet.office_title, workshop=sheet.workshop_title) for line in _SCRIPT)
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=4)),
        InsideOnly(),
        Facts(facts, per_row=2),
        *heading("چه بگویید"),
        *(Paragraph(line, _READ, bullet="•") for line in said),
        *heading(f"از چه کسانی ({digits.to_persian(str(len(sheet.people)))} نفر)"),
    ]
    if sheet.people:
        answers = (*sheet.outcomes, "در دسترس نبود")
        note = "درآمد پرسیده و نوشته نمی‌شود. پاسخ‌ها را همان روز در برنامه بنویسید."
        story += [calling_table(sheet.people, answers, "یادداشت"), Paragraph(note, SMALL.but(leading=14))]
    else:
        story.append(Paragraph("در این کارگاه کسی نیست که پیامد آن را باید پرسید.", _NOBODY))
    metadata = Metadata(f"{_TITLE} · {sheet.workshop_title}", moment_of(sheet.printed_on), sheet.office_title)
    page = Sheet((A4[1], A4[0]), top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, sheet))


def _furniture(sheet: OutcomeSheet, page: Page) -> None:
    running_head(page, sheet.office_title, f"{_TITLE} · داخلی", _MARGIN)
    by = (sheet.printed_by,) if sheet.printed_by else ()
    running_foot(page, (calendar.short(sheet.printed_on), *by, "پس از استفاده از میان برود"), _MARGIN)
    if sheet.fictional:
        fictional_mark(page)
