"""«فهرست تماس کارگاه»: whom to phone when a workshop is cancelled or a place has come free, A4. Inside only."""

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
from desktop.reports.layout.style import MM, SMALL, TITLE, Align, TextStyle
from desktop.reports.office_page import code_text, fictional_mark, moment_of, running_foot, running_head

__all__ = ["CallList", "Called", "build"]

_MARGIN = 16 * MM
_TITLE = "فهرست تماس کارگاه"
_READ = TextStyle(size=12, leading=22, align=Align.RIGHT, indent_right=12)
_NOBODY = TextStyle(size=11, leading=22)
_ANSWERS = ("خبر گرفت", "پاسخ نداد")


@dataclass(frozen=True, slots=True)
class CallList:
    """Whom to phone about one workshop. `occasion` says why; `script` is read out as it stands."""

    office_title: str
    workshop_code: str
    workshop_title: str
    occasion: str
    script: tuple[str, ...]
    people: tuple[Called, ...]
    printed_on: date
    printed_by: str = ""
    fictional: bool = False


def build(call_list: CallList) -> bytes:
    """The list as a PDF. Raises MissingGlyphError for a character the font lacks."""
    facts = [
        ("کارگاه", call_list.workshop_title),
        ("برای", call_list.occasion),
        ("کد کارگاه", code_text(call_list.workshop_code)),
        ("شمار نام‌ها", digits.to_persian(str(len(call_list.people)))),
    ]
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=4)),
        InsideOnly(),
        Facts(facts),
        *heading("چه بگویید"),
        *(Paragraph(line, _READ, bullet="•") for line in call_list.script),
        *heading("به چه کسانی"),
    ]
    if call_list.people:
        note = "هر کس را که پاسخ نداد، یک بار دیگر و در ساعتی دیگر بگیرید. پیام گذاشتن نزد دیگران بی‌ذکر موضوع باشد."
        story += [calling_table(call_list.people, _ANSWERS, "یادداشت"), Paragraph(note, SMALL.but(leading=14))]
    else:
        story.append(Paragraph("در این کارگاه کسی نیست که باید به او خبر داد.", _NOBODY))
    metadata = Metadata(
        f"{_TITLE} · {call_list.workshop_title}", moment_of(call_list.printed_on), call_list.office_title
    )
    page = Sheet(top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, call_list))


def _furniture(call_list: CallList, page: Page) -> None:
    running_head(page, call_list.office_title, f"{_TITLE} · داخلی", _MARGIN)
    by = (call_list.printed_by,) if call_list.printed_by else ()
    running_foot(page, (calendar.short(call_list.printed_on), *by, "پس از استفاده از میان برود"), _MARGIN)
    if call_list.fictional:
        fictional_mark(page)
