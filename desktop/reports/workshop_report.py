"""«گزارش کارگاه»: what came of one workshop, A4. It names no participant; the shared copy hides small counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.indicators import FEWEST_SCORES, rate
from desktop.domain.persian import calendar, digits
from desktop.domain.publication import Publication
from desktop.reports.layout.blocks import Card, Cards, Facts, SignatureBox, Signatures, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, Spacer
from desktop.reports.layout.lines import Span
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import BODY, MM, MUTED, SMALL, TITLE, Align, TextStyle, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import (
    DASH,
    code_text,
    fictional_mark,
    moment_of,
    number_text,
    running_foot,
    running_head,
)
from desktop.reports.shared_copy import COPIES, HIDDEN, NOTE, SHARED, Covered
from desktop.reports.told_again import ToldByReport

_MARGIN = 16 * MM
_TITLE = "گزارش کارگاه"
_QUIET = TextStyle(size=10, colour=MUTED, leading=19, space_after=4)


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

    `satisfaction` is the mean of `answers` forms, from 1 to 5. `copy`: internal or shared. `months` are the reports of
    the months in which it was held, which tell some of the numbers too.
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
    months: tuple[MonthlyReport, ...] = ()

    @property
    def held(self) -> tuple[SessionResult, ...]:
        """The sessions that took place."""
        return tuple(session for session in self.sessions if session.held)

    @property
    def came(self) -> int:
        """Who came to each session, added up."""
        return sum(session.came for session in self.held)


def publication_of(report: WorkshopReport) -> Publication:
    """All counts of the report with their sums, and what the reports of its months told of them."""
    unknown = report.unique - report.women_heads_known
    others = report.women_heads_known - report.women_heads
    sessions = {f"came/{session.no}": session.came for session in report.held}
    published = Publication(
        counts={
            "unique": report.unique, "heads": report.women_heads, "others": others, "unknown": unknown,
            "known": report.women_heads_known, "not_heads": others + unknown, "seated": report.seated,
            "completed": report.completed, "not_completed": report.seated - report.completed,
            f"came/{ALL}": report.came,
        }
    )  # fmt: skip
    published.counts.update(sessions.items())
    published.total("known", ["heads", "others"])
    published.total("not_heads", ["others", "unknown"])
    published.total("unique", ["heads", "not_heads"])
    published.total("seated", ["completed", "not_completed"])
    published.total(f"came/{ALL}", sessions)
    for session in sessions:
        published.at_most(session, "unique")
    published.at_most("unique", f"came/{ALL}")
    for month in report.months:
        _hang(published, report, month)
    return published


def _hang(published: Publication, report: WorkshopReport, month: MonthlyReport) -> None:
    """A month's report tells who came in it: the same number, where the workshop is of that month alone."""
    known, cells = ToldByReport(month), set(published.counts)
    rows = [f"workshops/{at}" for at, row in enumerate(month.workshops) if row.title == report.title]
    if len(report.months) > 1 or len(rows) != 1:
        if any(known.hides(f"{row}/participants") for row in rows):
            published.beneath |= cells
        return
    row = rows[0]
    if known.tells_in_band(f"{row}/participants"):  # those of a session are never more
        published.beneath |= {cell for cell in cells if str(cell).startswith("came/")}
    known.hang(published, "unique", f"{row}/participants", cells - {"unique"})
    if not known.hides(f"{row}/participants"):
        known.hang(published, "heads", f"{row}/women_heads")
        known.hang(published, "not_heads", f"{row}/others", ["others", "unknown"])
    if len(month.workshops) == 1 and not known.hides(f"{row}/participants"):
        known.hang(published, "known", "I-16/whole")
        known.hang(published, "others", "I-16/rest")
        known.hang(published, "unknown", "I-16/missing")


def build(report: WorkshopReport) -> bytes:
    """The report as a PDF. Raises MissingGlyphError for a character the font lacks."""
    copy = Covered(publication_of(report).covers() if report.copy == SHARED else {}, shared=report.copy == SHARED)
    assessed, last_words = _evaluations(report)
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(size=17, leading=27, space_after=3)),
        Facts(_facts(report), per_row=3),
        _cards(report, copy),
        *_sessions(report, copy),
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
    held = len(report.held)
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


def _cards(report: WorkshopReport, copy: Covered) -> Cards:
    seats = f"ظرفیت {number_text(report.capacity)} · ثبت‌نام {copy.count('seated', report.seated)}"
    rest = ("completed", "seated", "not_completed")
    return Cards(
        [
            Card("شرکت‌کنندهٔ یکتا", copy.count("unique", report.unique), seats),
            Card("نفر-ساعت آموزش", _person_hours(report, copy), "همهٔ جلسه‌های برگزارشده"),
            Card("زنان سرپرست خانوار", *_women_heads(report, copy)),
            Card(
                "تکمیل دوره",
                _part(copy, (report.completed, report.seated), *rest),
                _share(copy, (report.completed, report.seated), *rest),
            ),
        ]
    )


def _part(copy: Covered, numbers: tuple[int, int], part: str, whole: str, rest: str) -> str:
    """A part of a whole that is printed with it: «۹ از ۲۷»; the part alone where the rest may not be told."""
    count, of = numbers
    if not of:
        return DASH
    told = copy.count(part, count)
    return f"{told} از {number_text(of)}" if copy.exact(part, whole, rest) else told


def _share(copy: Covered, numbers: tuple[int, int], *cells: str) -> str:
    """A share in hundredths, or nothing where it cannot or must not be told."""
    told = copy.share(rate(*numbers), *numbers, *cells)
    return "" if told in (DASH, HIDDEN) else told


def _women_heads(report: WorkshopReport, copy: Covered) -> tuple[str, str]:
    """The number and what is told with it."""
    known, cells = report.women_heads_known, ("heads", "known", "others")
    numbers, unknown = (report.women_heads, known), report.unique - known
    missing = f"نامشخص {copy.count('unknown', unknown)}" if unknown or not copy.exact("unknown") else ""
    return _part(copy, numbers, *cells), " · ".join(filter(None, (_share(copy, numbers, *cells), missing)))


def _person_hours(report: WorkshopReport, copy: Covered) -> str:
    """Hidden where sessions of different length and their hidden counts would follow from it."""
    stands_on = [f"came/{ALL}"]
    if len({session.hours for session in report.held}) > 1:
        stands_on += [f"came/{session.no}" for session in report.held]
    return copy.number(sum(session.person_hours for session in report.held), *stands_on)


def _sessions(report: WorkshopReport, copy: Covered) -> list[Flowable]:
    story = heading("جلسه‌ها")
    if not report.sessions:
        return [*story, Paragraph("برای این کارگاه هنوز جلسه‌ای گذاشته نشده است.", _QUIET)]
    return [*story, _shared_sessions(report, copy) if copy.shared else _internal_sessions(report)]


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
    held = report.held
    sums = [number_text(sum(getattr(session, name) for session in held)) for name in names]
    hours = number_text(sum(session.hours for session in held))
    rows.append(Row(["جمع", "", "", hours, *sums], RowKind.TOTAL))
    return Table(columns, rows, "حضور در جلسه‌ها", "واحد: نفر، ساعت، نفر-ساعت")


def _shared_sessions(report: WorkshopReport, copy: Covered) -> Table:
    """Who came in all, without how: lateness and absence of a few are nobody else's."""
    columns = [*_first_columns(), Column("حاضران", Align.CENTRE, 0.6)]
    rows = [
        Row([*_first_cells(session), copy.count(f"came/{session.no}", session.came) if session.held else DASH])
        for session in report.sessions
    ]
    hours = number_text(sum(session.hours for session in report.held))
    rows.append(Row(["جمع", "", "", hours, copy.count(f"came/{ALL}", report.came)], RowKind.TOTAL))
    return Table(columns, rows, "حضور در جلسه‌ها", "واحد: نفر، ساعت")


def _satisfaction(report: WorkshopReport) -> list[Flowable]:
    if not report.answers:
        return [Paragraph("هنوز فرم رضایتی پر نشده است.", _QUIET)]
    if report.answers < FEWEST_SCORES or report.satisfaction is None:
        few = f"میانگین رضایت چاپ نمی‌شود: پاسخ‌ها کمتر از {number_text(FEWEST_SCORES)} است."
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
