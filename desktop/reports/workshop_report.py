"""«گزارش کارگاه»: what came of one workshop, A4. It names no participant; the shared copy hides small counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from desktop.domain.persian import calendar, digits
from desktop.domain.suppression import is_small, told
from desktop.reports.layout.blocks import Card, Cards, Facts, SignatureBox, Signatures, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, Spacer
from desktop.reports.layout.lines import Span
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import BODY, MM, MUTED, SMALL, TITLE, Align, TextStyle, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.office_page import (
    DASH,
    code_text,
    fictional_mark,
    moment_of,
    number_text,
    running_foot,
    running_head,
)
from desktop.reports.shared_copy import (
    COPIES,
    FEW,
    HIDDEN,
    NOTE,
    SHARED,
    count_text,
    counts_text,
    part_text,
    share_text,
)

_MARGIN = 16 * MM
_TITLE = "گزارش کارگاه"
_QUIET = TextStyle(size=10, colour=MUTED, leading=19, space_after=4)
_LEAST_ANSWERS: Final = 10
"""Fewer satisfaction forms than this are not told as a mean (I-27)."""


@dataclass(frozen=True, slots=True)
class SessionResult:
    """One session. `held` None: not settled yet. `hours` are its own, `person_hours` those of all who came."""

    no: int
    on: date
    held: bool | None
    topic: str = ""
    present: int = 0
    late: int = 0
    absent: int = 0
    excused: int = 0
    walk_ins: int = 0
    hours: float = 0
    person_hours: float = 0

    @property
    def came(self) -> int:
        return self.present + self.late


@dataclass(frozen=True, slots=True)
class Criterion:
    """What an evaluation looked at; `score` from 0 to 5."""

    name: str
    weight: float
    score: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A form of evaluation; `total` is the weighted mean of the scores, from 0 to 5."""

    evaluator: str
    period: str
    criteria: tuple[Criterion, ...]
    total: float | None
    strengths: str = ""
    recommendations: str = ""


@dataclass(frozen=True, slots=True)
class WorkshopReport:
    """One workshop with what came of it. `seated` are those who had a place, `completed` those of them who completed.

    `satisfaction` is the mean of `answers` forms, from 1 to 5. `copy`: internal or shared.
    """

    office_title: str
    code: str
    title: str
    type: str
    neighborhood: str
    place: str
    instructor: str
    partner: str
    started_on: date
    ended_on: date
    status: str
    capacity: int
    sessions: tuple[SessionResult, ...]
    seated: int
    unique: int
    women_heads: int
    women_heads_known: int
    completed: int
    satisfaction: float | None
    answers: int
    evaluations: tuple[Evaluation, ...]
    copy: str
    printed_on: date
    printed_by: str = ""
    manager: str = ""
    fictional: bool = False


def build(report: WorkshopReport) -> bytes:
    """The report as a PDF. Raises MissingGlyphError for a character the font lacks."""
    assessed, last_words = _evaluations(report)
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(size=17, leading=27, space_after=3)),
        Facts(_facts(report), per_row=3),
        _cards(report),
        *_sessions(report),
        *heading("رضایت و ارزیابی"),
        *_satisfaction(report),
        *assessed,
        KeepTogether([*last_words, *_note(report), Spacer(0, 8), Signatures(_signers(report), height=58)]),
    ]
    metadata = Metadata(f"{_TITLE} · {report.title}", moment_of(report.printed_on), report.office_title)
    page = Sheet(top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, report))


def _note(report: WorkshopReport) -> list[Flowable]:
    """What a shared copy says of hidden numbers; it goes on with the signatures."""
    return [Paragraph(NOTE, SMALL.but(leading=14, space_before=6))] if report.copy == SHARED else []


def _signers(report: WorkshopReport) -> list[SignatureBox]:
    return [SignatureBox("مدرس", report.instructor), SignatureBox("مدیر دفتر", report.manager)]


def _facts(report: WorkshopReport) -> list[tuple[str, str]]:
    held = sum(session.held is True for session in report.sessions)
    return [
        ("کارگاه", report.title),
        ("کد", code_text(report.code)),
        ("نوع", report.type),
        ("وضعیت", report.status),
        ("محله", report.neighborhood or DASH),
        ("مکان", report.place),
        ("از", calendar.long(report.started_on)),
        ("تا", calendar.long(report.ended_on)),
        ("مدرس", report.instructor or DASH),
        ("سازمان همکار", report.partner or DASH),
        ("جلسه‌ها", f"{number_text(held)} برگزارشده از {number_text(len(report.sessions))}"),
        ("نسخه", COPIES[report.copy]),
    ]


def _cards(report: WorkshopReport) -> Cards:
    copy = report.copy
    seats = f"ظرفیت {number_text(report.capacity)} · ثبت‌نام {count_text(report.seated, copy)}"
    completed = part_text(report.completed, report.seated, copy)
    return Cards(
        [
            Card("شرکت‌کنندهٔ یکتا", count_text(report.unique, copy), seats),
            Card("نفر-ساعت آموزش", _person_hours(report), "همهٔ جلسه‌های برگزارشده"),
            Card("زنان سرپرست خانوار", *_women_heads(report)),
            Card("تکمیل دوره", completed, share_text(report.completed, report.seated, copy)),
        ]
    )


def _women_heads(report: WorkshopReport) -> tuple[str, str]:
    """The number and what is told with it. In the shared copy a few unknown ones do not follow from the rest."""
    part, known, copy = report.women_heads, report.women_heads_known, report.copy
    unknown, share = report.unique - known, share_text(part, known, copy)
    if copy == SHARED and is_small(unknown) and share:
        return share, f"نامشخص {FEW}"
    beside = (share, f"نامشخص {count_text(unknown, copy)}" if unknown else "")
    return part_text(part, known, copy), " · ".join(text for text in beside if text)


def _person_hours(report: WorkshopReport) -> str:
    """Hidden where sessions of different length and their hidden counts would follow from it."""
    held = [session for session in report.sessions if session.held]
    if report.copy == SHARED:
        line = told([session.came for session in held])
        if line.total is None or (None in line.counts and len({session.hours for session in held}) > 1):
            return HIDDEN
    return number_text(sum(session.person_hours for session in held))


def _sessions(report: WorkshopReport) -> list[Flowable]:
    story = heading("جلسه‌ها")
    if not report.sessions:
        return [*story, Paragraph("برای این کارگاه هنوز جلسه‌ای گذاشته نشده است.", _QUIET)]
    return [*story, _shared_sessions(report) if report.copy == SHARED else _internal_sessions(report)]


def _first_columns() -> list[Column]:
    return [
        Column("جلسه", Align.CENTRE, 0, 38),
        Column("تاریخ", Align.CENTRE, 0, 70),
        Column("موضوع", grow=3, minimum=110),
        Column("ساعت", Align.CENTRE, 0, 42),
    ]


def _first_cells(session: SessionResult) -> list[str | Cell]:
    state = {True: session.topic or DASH, False: "برگزار نشد", None: "هنوز روشن نیست"}[session.held]
    return [
        number_text(session.no),
        calendar.short(session.on),
        state if session.held else Cell(state, MUTED),
        number_text(session.hours) if session.held else DASH,
    ]


def _internal_sessions(report: WorkshopReport) -> Table:
    titles = ("حاضر", "تأخیر", "غایب", "موجه", "بدون پرونده", "نفر-ساعت")
    columns = [*_first_columns(), *(Column(title, Align.CENTRE, 0.4) for title in titles)]
    names = ("present", "late", "absent", "excused", "walk_ins", "person_hours")
    rows = []
    for session in report.sessions:
        counts = (number_text(getattr(session, name)) if session.held else DASH for name in names)
        rows.append(Row([*_first_cells(session), *counts]))
    held = [session for session in report.sessions if session.held]
    sums = [number_text(sum(getattr(session, name) for session in held)) for name in names]
    hours = number_text(sum(session.hours for session in held))
    rows.append(Row(["جمع", "", "", hours, *sums], RowKind.TOTAL))
    return Table(columns, rows, "حضور در جلسه‌ها", "واحد: نفر، ساعت، نفر-ساعت")


def _shared_sessions(report: WorkshopReport) -> Table:
    """Who came in all, without how: lateness and absence of a few are nobody else's."""
    columns = [*_first_columns(), Column("حاضران", Align.CENTRE, 0.6)]
    texts, total = counts_text([session.came for session in report.sessions], SHARED)
    rows = [
        Row([*_first_cells(session), text if session.held else DASH])
        for session, text in zip(report.sessions, texts, strict=True)
    ]
    hours = number_text(sum(session.hours for session in report.sessions if session.held))
    rows.append(Row(["جمع", "", "", hours, total], RowKind.TOTAL))
    return Table(columns, rows, "حضور در جلسه‌ها", "واحد: نفر، ساعت")


def _satisfaction(report: WorkshopReport) -> list[Flowable]:
    if not report.answers:
        return [Paragraph("هنوز فرم رضایتی پر نشده است.", _QUIET)]
    if report.answers < _LEAST_ANSWERS or report.satisfaction is None:
        few = f"میانگین رضایت چاپ نمی‌شود: پاسخ‌ها کمتر از {number_text(_LEAST_ANSWERS)} است."
        return [Paragraph(few, _QUIET)]
    mean = digits.decimal(report.satisfaction, 1)
    mean_told: list[str | Span] = [
        "رضایت شرکت‌کنندگان: ",
        bold(f"{mean} از ۵"),
        f" (میانگین {number_text(report.answers)} فرم بی‌نام)",
    ]
    return [Paragraph(mean_told, BODY)]


def _evaluations(report: WorkshopReport) -> tuple[list[Flowable], list[Flowable]]:
    """What the evaluations tell, and the words of the last one, which go on with the signatures."""
    if not report.evaluations:
        return [Paragraph("فرم ارزیابی این کارگاه هنوز پر نشده است.", _QUIET)], []
    story: list[Flowable] = []
    for evaluation in report.evaluations[:-1]:
        story += [_evaluation(evaluation, report.copy), *_words(evaluation)]
    last = report.evaluations[-1]
    return [*story, _evaluation(last, report.copy)], _words(last)


def _evaluation(evaluation: Evaluation, copy: str) -> Table:
    by = evaluation.evaluator if copy != SHARED else ""
    columns = [Column("معیار", grow=3), Column("وزن", Align.CENTRE, 0.5), Column("امتیاز از ۵", Align.CENTRE, 0.5)]
    rows = [Row([one.name, number_text(one.weight), number_text(one.score)]) for one in evaluation.criteria]
    total = digits.decimal(evaluation.total, 2) if evaluation.total is not None else DASH
    weights = number_text(sum(one.weight for one in evaluation.criteria))
    rows.append(Row(["میانگین وزنی", weights, total], RowKind.TOTAL))
    note = " · ".join(part for part in (by, evaluation.period) if part)
    return Table(columns, rows, "معیارها", note)


def _words(evaluation: Evaluation) -> list[Flowable]:
    told_of = (("نقطه‌های قوت", evaluation.strengths), ("پیشنهادها", evaluation.recommendations))
    style = BODY.but(align=Align.RIGHT, weight=Weight.REGULAR, size=10, leading=17, space_after=2)
    return [Paragraph([bold(f"{title}: "), text], style) for title, text in told_of if text]


def _furniture(report: WorkshopReport, page: Page) -> None:
    running_head(page, report.office_title, f"{_TITLE} · {report.title}", _MARGIN)
    by = (report.printed_by,) if report.printed_by else ()
    running_foot(page, (calendar.short(report.printed_on), *by), _MARGIN)
    if report.fictional:
        fictional_mark(page)
