"""«برگهٔ راهنما»: where to go with a need and what to bring along, and whom to call in danger; A5, without a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar
from desktop.reports.layout.blocks import Facts, Rule, TickItem, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import A5, BODY, MM, SMALL, TITLE, Align
from desktop.reports.office_page import fictional_mark, moment_of, running_foot, running_head

_MARGIN = 14 * MM
_TITLE = "برگهٔ راهنما"
_LINE = BODY.but(size=11, leading=20, align=Align.RIGHT, space_after=3)
_BULLET = _LINE.but(indent_right=12)


@dataclass(frozen=True, slots=True)
class Destination:
    """An agency to go to, and what it asks people to bring."""

    name: str
    phone: str
    address: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuidanceSheet:
    """What is handed over: the subject and the agency of a need, or, without one, only the lines of help."""

    office_title: str
    office_phone: str
    office_hours: str
    help_lines: tuple[str, ...]
    printed_on: date
    subject: str = ""
    destination: Destination | None = None
    fictional: bool = False


def build(sheet: GuidanceSheet) -> bytes:
    """The sheet as a PDF. Raises MissingGlyphError for a character the font lacks."""
    story: list[Flowable] = [Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=6)), *_where(sheet)]
    story += [
        *heading("شماره‌های کمک"),
        *(Paragraph(line, _BULLET, bullet="•") for line in sheet.help_lines),
        KeepTogether(_office(sheet)),
    ]
    metadata = Metadata(_TITLE, moment_of(sheet.printed_on), sheet.office_title)
    page = Sheet(A5, top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, sheet))


def _where(sheet: GuidanceSheet) -> list[Flowable]:
    if sheet.destination is None:
        return []
    to = sheet.destination
    known = [("برای", sheet.subject), ("به", to.name), ("تلفن", to.phone), ("نشانی", to.address)]
    story: list[Flowable] = [Facts([fact for fact in known if fact[1]], per_row=1)]
    if to.documents:
        story += heading("با خود بیاورید")
        story += [TickItem(item, _LINE) for item in to.documents]
    return story


def _office(sheet: GuidanceSheet) -> list[Flowable]:
    told = [sheet.office_phone and f"تلفن دفتر: {sheet.office_phone}", sheet.office_hours]
    asked = "پرسشی دارید؟ به دفتر بیایید یا تلفن بزنید. " + "، ".join(part for part in told if part)
    return [Rule(0.6, 8), Paragraph(asked, SMALL.but(leading=15))]


def _furniture(sheet: GuidanceSheet, page: Page) -> None:
    running_head(page, sheet.office_title, calendar.short(sheet.printed_on), _MARGIN)
    running_foot(page, (), _MARGIN)
    if sheet.fictional:
        fictional_mark(page)
