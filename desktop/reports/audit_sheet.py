"""«دفتر رخدادها»: who did what and when, as it was chosen on the page, A4. Inside only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.persian.calendar import long
from desktop.domain.persian.digits import grouped, to_persian
from desktop.reports.calling import InsideOnly
from desktop.reports.layout.blocks import Facts
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.table import Column, Row, Table
from desktop.reports.office_paper import EMPTY, Edges, Imprint, paper, titled

_TITLE = "دفتر رخدادها"
_WHOLE = "زنجیرهٔ دفتر درست است: هیچ سطری تغییر نکرده و برداشته نشده است."


@dataclass(frozen=True, slots=True)
class Told:
    """One line: its day and hour, who, what was done, to what, and what is added."""

    day: str
    hour: str
    who: str
    deed: str
    about: str
    detail: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was asked for; "" and None where it was not. Both days count."""

    since: date | None = None
    until: date | None = None
    sort: str = ""
    who: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class AuditSheet:
    """`findings` are what is wrong with the whole log, none where it holds; of `many` lines these are the latest."""

    imprint: Imprint
    chosen: Chosen
    findings: Sequence[str]
    lines: Sequence[Told]
    many: int


def build(sheet: AuditSheet) -> bytes:
    """The PDF. Raises MissingGlyphError."""
    chosen = sheet.chosen
    days = [(word, long(day)) for word, day in (("از", chosen.since), ("تا", chosen.until)) if day]
    asked = (("گونه", chosen.sort), ("چه کسی", chosen.who), ("دربارهٔ", chosen.about))
    facts = [*days, *(one for one in asked if one[1]), ("شمار سطرها", to_persian(grouped(sheet.many)))]
    story: list[Flowable] = [*titled(_TITLE), InsideOnly(), Facts(facts)]
    story += [Paragraph(sentence, EMPTY) for sentence in sheet.findings or (_WHOLE,)]
    left = sheet.many - len(sheet.lines)
    more = to_persian(f"{grouped(left)} سطر کهن‌تر در این برگه نیامده است.") if left else ""
    columns = [
        Column("روز"),
        Column("ساعت"),
        Column("چه کسی", grow=2),
        Column("چه کرد", grow=2),
        Column("دربارهٔ", grow=3),
        Column("توضیح", grow=3),
    ]
    if sheet.lines:
        rows = [Row([one.day, one.hour, one.who, one.deed, one.about, one.detail]) for one in sheet.lines]
        story.append(Table(columns, rows, "رخدادها", more))
    else:
        story.append(Paragraph("در این بازه رخدادی نیست.", EMPTY))
    return paper(story, _TITLE, sheet.imprint, Edges(f"{_TITLE} · داخلی"))
