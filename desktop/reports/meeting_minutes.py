"""«صورتجلسه»: what a meeting spoke of and what it resolved, A4. On the shared copy attendees are roles, not names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Facts, SignatureBox, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import BODY, CELL, MUTED, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table, TableLook
from desktop.reports.office_page import DASH
from desktop.reports.office_paper import EMPTY, Edges, Imprint, paper, signed, titled

_TITLE = "صورتجلسه"
_COPIES = {"internal": "نسخهٔ داخلی؛ از دفتر بیرون نمی‌رود", "shared": "نسخهٔ بیرونی؛ بی‌نام"}
_SIGNING_ROW = 27.0


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Who was there. Without a name a place to write it is left; `signed` is who signed the paper already."""

    name: str
    role: str
    organization: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """What was resolved, who answers for it and until when. `need`: the number of the need it serves."""

    number: int
    text: str
    owner: str
    due_on: date
    status: str
    overdue: bool = False
    need: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """One meeting. `time` is text such as «۹ تا ۱۱»; `copy`: internal or shared."""

    imprint: Imprint
    kind: str
    subject: str
    date: date
    time: str
    place: str
    chair: str
    agenda: tuple[str, ...]
    summary: str
    attendees: tuple[AttendeeRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    copy: str = "internal"

    @property
    def names_people(self) -> bool:
        return self.copy == "internal"


def build(minutes: Minutes) -> bytes:
    """The minutes as a PDF. Raises MissingGlyphError for a character the font lacks."""
    facts = [
        ("نوع جلسه", minutes.kind),
        ("تاریخ", calendar.long(minutes.date)),
        ("محل", minutes.place),
        ("ساعت", digits.to_persian(minutes.time)),
        *([("رئیس جلسه", minutes.chair)] if minutes.chair and minutes.names_people else []),
        ("نسخه", _COPIES[minutes.copy]),
    ]
    story = [
        *titled(_TITLE, minutes.subject),
        Facts(facts),
        *_agenda(minutes),
        *_summary(minutes),
        *_resolutions(minutes),
        *_attendees(minutes),
        *_signatures(minutes),
    ]
    title = f"{_TITLE} · {minutes.kind} · {calendar.short(minutes.date)}"
    return paper(story, title, minutes.imprint, Edges(title))


def _agenda(minutes: Minutes) -> list[Flowable]:
    story = heading("دستور جلسه", 60)
    style = BODY.but(indent_right=22, space_after=1)
    return [
        *story,
        *(
            Paragraph(item, style, bullet=f"{digits.to_persian(str(place))}.")
            for place, item in enumerate(minutes.agenda, 1)
        ),
    ]


def _summary(minutes: Minutes) -> list[Flowable]:
    story = heading("شرح گفت‌وگو", 60)
    if not minutes.summary:
        return [*story, Paragraph("شرحی نوشته نشده است.", EMPTY)]
    return [*story, Paragraph(minutes.summary, BODY)]


def _resolutions(minutes: Minutes) -> list[Flowable]:
    story = heading("مصوبات", 80)
    if not minutes.resolutions:
        return [*story, Paragraph("این جلسه مصوبه‌ای نداشت.", EMPTY)]
    columns = [
        Column("شماره", Align.CENTRE, 0, 42),
        Column("مصوبه", grow=3, minimum=180),
        Column("مسئول", grow=1.2, minimum=90),
        Column("مهلت", Align.CENTRE, 0, 64),
        Column("وضعیت", Align.CENTRE, 0, 70),
    ]
    rows = [
        Row(
            [
                digits.to_persian(str(one.number)),
                f"{one.text} (نیاز شمارهٔ {digits.to_persian(one.need)})" if one.need else one.text,
                one.owner or DASH,
                calendar.short(one.due_on),
                Cell(one.status, WARNING if one.overdue else None, Weight.SEMIBOLD if one.overdue else None),
            ]
        )
        for one in minutes.resolutions
    ]
    return [*story, Table(columns, rows)]


def _attendees(minutes: Minutes) -> list[Flowable]:
    story = heading("حاضران", 110)
    if not minutes.attendees:
        return [*story, Paragraph("نام یا نقش حاضران نوشته نشده است.", EMPTY)]
    number = Column("ردیف", Align.CENTRE, 0, 36)
    role, organization = Column("سمت یا نقش", grow=1.4, minimum=90), Column("دستگاه یا نهاد", grow=1.4, minimum=90)
    if not minutes.names_people:
        rows = [
            Row([digits.to_persian(str(place)), one.role, one.organization or DASH])
            for place, one in enumerate(minutes.attendees, 1)
        ]
        return [*story, Table([number, role, organization], rows)]
    columns = [number, Column("نام و نام خانوادگی", grow=1.4, minimum=110), role, organization]
    columns.append(Column("امضا", Align.CENTRE, 1, 120))
    rows = [
        Row(
            [
                digits.to_persian(str(place)),
                Cell(one.name, weight=Weight.MEDIUM),
                one.role,
                one.organization or DASH,
                Cell("امضا شده است", MUTED) if one.signed else "",
            ]
        )
        for place, one in enumerate(minutes.attendees, 1)
    ]
    look = TableLook(cell=CELL.but(size=9.5), grid=True, row_height=_SIGNING_ROW)
    return [*story, Table(columns, rows, look=look)]


def _signatures(minutes: Minutes) -> list[Flowable]:
    if not minutes.names_people:
        return []
    boxes = [SignatureBox("رئیس جلسه", minutes.chair), SignatureBox("دبیر جلسه", minutes.imprint.printed_by)]
    return [signed(boxes)]
