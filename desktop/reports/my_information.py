"""«برگهٔ اطلاعات من»: what the office knows of one person, given to that person to see and to correct (G-23), A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar
from desktop.reports.layout.blocks import Facts, SignatureBox, Signatures, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import BODY, MM, SMALL, TITLE, Align
from desktop.reports.layout.table import Column, Row, Table
from desktop.reports.office_page import code_text, fictional_mark, moment_of, running_foot, running_head

_MARGIN = 18 * MM
_TITLE = "برگهٔ اطلاعات من"
_LEAD = (
    "این برگه آنچه را در این دفتر دربارهٔ شما نوشته شده است نشان می‌دهد. از شماره‌های هویتی تنها چهار رقم پایانی "
    "چاپ می‌شود. اگر چیزی نادرست است روی همین برگه بنویسید و به دفتر بدهید."
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A table of one sort of records; `none` is said when there are no rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    none: str


@dataclass(frozen=True, slots=True)
class MyInformation:
    """What stands on the sheet. `facts` are the person's own fields by part: title, then label and text of each."""

    office_title: str
    name: str
    resident_no: str
    facts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    lists: tuple[Listed, ...]
    rights: tuple[str, ...]
    printed_on: date
    printed_by: str
    fictional: bool = False


def build(paper: MyInformation) -> bytes:
    """The sheet as a PDF. Raises MissingGlyphError for a character the font lacks."""
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(size=18, leading=32, space_after=2)),
        Paragraph(
            f"{paper.name} · پروندهٔ {code_text(paper.resident_no)}",
            BODY.but(size=12, align=Align.CENTRE, leading=22, space_after=4),
        ),
        Paragraph(_LEAD, BODY),
    ]
    for title, facts in paper.facts:
        if facts:
            story += [*heading(title, 60), Facts(facts)]
    for listed in paper.lists:
        story += _list(listed)
    story += heading("حق شما", 90)
    story += [Paragraph(text, BODY) for text in paper.rights]
    boxes = [SignatureBox("خود فرد یا ولی او", paper.name), SignatureBox("همکار دفتر", paper.printed_by)]
    story.append(KeepTogether([Signatures(boxes, height=74)]))
    metadata = Metadata(_TITLE, moment_of(paper.printed_on), paper.office_title)
    sheet = Sheet(top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, sheet, partial(_furniture, paper))


def _list(listed: Listed) -> Sequence[Flowable]:
    head = heading(listed.title, 60)
    if not listed.rows:
        return [*head, Paragraph(listed.none, SMALL.but(size=9.5, leading=16))]
    first, *rest = listed.columns
    columns = [Column(first, grow=2, minimum=90), *(Column(title, minimum=52) for title in rest)]
    return [*head, Table(columns, [Row(list(row)) for row in listed.rows])]


def _furniture(paper: MyInformation, page: Page) -> None:
    running_head(page, paper.office_title, calendar.long(paper.printed_on), _MARGIN)
    running_foot(page, ("این برگه از آن خود فرد است",), _MARGIN)
    if paper.fictional:
        fictional_mark(page)
