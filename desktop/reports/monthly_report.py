"""«گزارش عملکرد ماهانه»: the office's monthly report, A4."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.persian import calendar, digits
from desktop.domain.report_codes import REPORT_SECTIONS, REQUESTS
from desktop.reports import (
    monthly_closing,
    monthly_money,
    monthly_office,
    monthly_oversight,
    monthly_participation,
    monthly_place,
)
from desktop.reports import monthly_tables as tables
from desktop.reports import monthly_training as training
from desktop.reports.layout.blocks import Letterhead, heading
from desktop.reports.layout.charts import BarChart, Point
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import (
    ACCENT_DARK,
    BODY,
    CAPTION,
    MM,
    MUTED,
    SMALL,
    TITLE,
    Align,
    TextStyle,
    Weight,
)
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import (
    AgencyRow,
    BeforeRows,
    CoverageRow,
    EventRow,
    IndicatorRow,
    MonthlyReport,
    MonthPoint,
    NeedFieldRow,
    VisitRow,
    WorkshopRow,
)
from desktop.reports.office_page import code_text, fictional_mark, moment_of, running_foot, running_head
from desktop.reports.shared_copy import COPIES, INTERNAL

__all__ = [
    "AgencyRow",
    "CoverageRow",
    "EventRow",
    "IndicatorRow",
    "MonthPoint",
    "MonthlyReport",
    "NeedFieldRow",
    "VisitRow",
    "WorkshopRow",
    "build",
]

_MARGIN = 18 * MM
_TITLE = "گزارش عملکرد ماهانه"
_SUBTITLE = TextStyle(size=13, weight=Weight.SEMIBOLD, align=Align.CENTRE, leading=22)
_STATUS = TextStyle(size=9.5, colour=MUTED, align=Align.CENTRE, space_after=4)
_EMPTY = TextStyle(size=10, colour=MUTED, leading=18, space_after=8)
_SENTENCE = TextStyle(size=10, leading=18, indent_right=11)


def build(report: MonthlyReport, copy: str = INTERNAL, logo: bytes = b"") -> bytes:
    """The report as a PDF; the same report and copy («internal» or «shared») give the same bytes.

    Raises MissingGlyphError for a character the font lacks, and the calendar's refusal for a malformed month.
    """
    title = f"{_TITLE} · {calendar.month_title(report.month)}"
    story, told = _cover(report, copy, logo), Copy(report, copy)
    for code, section in _SECTIONS:
        story += [*section(report, told), *_told(report, code)]
    metadata = Metadata(title, moment_of(report.date), report.office_title, report.office_title)
    sheet = Sheet(top=21 * MM, right=_MARGIN, bottom=20 * MM, left=_MARGIN)
    return render(story, metadata, sheet, partial(_furniture, report))


def _furniture(report: MonthlyReport, page: Page) -> None:
    running_head(page, report.office_title, f"{_TITLE} · {calendar.month_title(report.month)}", _MARGIN)
    version = f"نسخهٔ {digits.to_persian(str(report.version))}"
    running_foot(page, (version, f"شناسهٔ {code_text(report.content_hash[:12])}"), _MARGIN)
    if report.fictional:
        fictional_mark(page)


def _cover(report: MonthlyReport, copy: str, logo: bytes) -> list[Flowable]:
    facts = [
        ("شماره", digits.to_persian(report.report_no)),
        ("تاریخ", calendar.short(report.date)),
        ("پیوست", "—"),
    ]
    return [
        Letterhead(report.letterhead or (report.office_title,), facts, logo=logo),
        Paragraph(_TITLE, TITLE.but(leading=36)),
        Paragraph([report.office_title, " · ", bold(calendar.month_title(report.month), ACCENT_DARK)], _SUBTITLE),
        Paragraph(f"وضعیت: {report.status_label} · نسخهٔ {COPIES[copy]}", _STATUS),
    ]


def _summary(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    story: list[Flowable] = heading(REPORT_SECTIONS["summary"])
    if report.indicators:
        story += [
            tables.indicator_cards(report.indicators, copy),
            tables.indicator_table(report.indicators, report.month, copy),
        ]
        story.append(Paragraph(tables.indicator_note(report.indicators, copy), SMALL.but(leading=14, space_after=6)))
    else:
        story.append(Paragraph("برای این ماه هنوز شاخصی حساب نشده است.", _EMPTY))
    titles = {row.code: row.title for row in reversed(report.indicators)}
    story += [
        Paragraph([bold(f"یادداشت {titles[note.code]}: "), note.text], _SENTENCE, bullet="•")
        for note in report.notes
        if note.code in titles
    ]
    return story


def _told(report: MonthlyReport, code: str) -> list[Flowable]:
    """What the manager wrote in a section, and in the first one also what is asked of the province (F1-02)."""
    story: list[Flowable] = [Paragraph(text, BODY) for text in report.texts(code)]
    story += [Paragraph([bold("یادداشت: "), text], _SENTENCE, bullet="•") for text in report.notes_of(code)]
    return [*story, *_requests(report)] if code == "summary" else story


def _requests(report: MonthlyReport) -> list[Flowable]:
    lines: list[Flowable] = [Paragraph(text, _SENTENCE, bullet="•") for text in report.texts(REQUESTS)]
    if not lines:
        return []
    title = Paragraph([bold(label_of("report_text", REQUESTS), ACCENT_DARK)], BODY)
    return [KeepTogether([title, lines[0]]), *lines[1:]]


def _coverage(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    story = heading("ثبت و پوشش")
    before = report.before or BeforeRows()
    if not report.coverage:
        nothing = Paragraph("در این ماه برای هیچ محله‌ای آماری از ثبت خانوار نرسیده است.", _EMPTY)
        return [*story, nothing, *_trend(report, copy)]
    return [
        *story,
        tables.coverage_table(report.coverage, report.month, copy, before.coverage),
        *_small(tables.coverage_note(report.coverage)),
        *_small(tables.quality_note(report.indicators, report.quality, copy)),
        *_trend(report, copy),
    ]


def _visits(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    story = heading(REPORT_SECTIONS["visits"])
    before = report.before or BeforeRows()
    if not report.visits:
        return [*story, Paragraph("در این ماه مراجعه یا بازدیدی ثبت نشده است.", _EMPTY)]
    types = tuple(CODE_LISTS["visit_type"].values())
    table = tables.visits_table(report.visits, types, report.month, copy, before.visits)
    return [*story, table, *_small(tables.visits_note(report.visits, report.working_days, report.holidays_known, copy))]


def _agencies(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    story = heading("پاسخگویی دستگاه‌ها")
    before = report.before or BeforeRows()
    if not report.agencies:
        return [*story, Paragraph("در این ماه ارجاعی فرستاده نشده و پاسخی در انتظار نبوده است.", _EMPTY)]
    note = (
        "نرخ درون‌ماه: پاسخ‌گرفته بر ارجاع‌های در انتظارِ ماه. نرخ ۳۰ روزه: از ارجاع‌های ماه پیش. میانهٔ روز: تا نخستین پاسخِ "
        "این ماه؛ ثبت در دبیرخانه پاسخ نیست."
    )
    return [
        *story,
        *_small(note),
        tables.agencies_table(report.agencies, report.answers, report.month, copy, before.answers),
        *_small(tables.letters_note(report.letters)),
    ]


def _needs(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    story = heading("نیازها و مطالبات")
    before = report.before or BeforeRows()
    if not report.needs:
        return [*story, Paragraph("در این ماه نیاز یا مطالبه‌ای ثبت یا پیگیری نشده است.", _EMPTY)]
    return [
        *story,
        tables.needs_table(report.needs, report.month, copy, before.needs),
        *tables.needs_identity(report.needs, copy),
        *tables.needs_beside(report.needs_beside, report.month, copy),
    ]


def _workshops(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    story = heading("آموزش و توانمندسازی")
    if not report.workshops:
        nothing = Paragraph("در این ماه کارگاه یا دوره‌ای برگزار نشده است.", _EMPTY)
        return [*story, nothing, *_training_sentences(report, copy)]
    return [
        *story,
        training.workshop_table(report.workshops, report.month, copy),
        *_small(training.workshop_note(copy)),
        *_training_sentences(report, copy),
    ]


def _training_sentences(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    return [Paragraph(text, _SENTENCE, bullet="•") for text in training.training_sentences(report.indicators, copy)]


def _events(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    story = heading("رویدادها")
    if not report.events:
        return [*story, Paragraph("در این ماه رویدادی برگزار نشده است.", _EMPTY)]
    return [
        *story,
        training.event_table(report.events, report.month, report.partners.regime, copy),
        *_small(training.EVENT_NOTE),
    ]


def _trend(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    if not report.trend:
        return [Paragraph("هنوز آماری از ماه‌های پیش نیست.", _EMPTY)]
    told = [point for point in report.trend if copy.exact(f"trend/{point.month}")]
    hidden = [calendar.month_title(point.month) for point in report.trend if point not in told]
    note = _small(f"شمار این ماه‌ها برای حفظ حریم ساکنان گفته نمی‌شود: {'، '.join(hidden)}") if hidden else []
    if not told:
        return note
    points = [Point(calendar.month_title(point.month), point.value) for point in told]
    caption = f"روند ثبت خانوار: خانوارهای ثبت‌شده در هر ماه، تا {points[-1].label} (واحد: خانوار)"
    chart = [Paragraph(caption, CAPTION.but(space_after=2)), BarChart(points)]
    return [KeepTogether([*chart, *note])]


def _small(text: str) -> list[Flowable]:
    return [Paragraph(text, SMALL.but(leading=14, space_after=4))] if text else []


_SECTIONS: tuple[tuple[str, Callable[[MonthlyReport, Copy], list[Flowable]]], ...] = (
    ("summary", _summary),
    ("office", lambda report, _: monthly_office.section(report.partners.office)),
    ("coverage", _coverage),
    ("visits", _visits),
    ("needs", _needs),
    ("agencies", _agencies),
    ("training", _workshops),
    ("events", _events),
    (
        "participation",
        lambda report, copy: monthly_participation.participation(report.partners.participation, report.month, copy),
    ),
    ("coordination", lambda report, _: monthly_participation.coordination(report.partners.coordination, report.month)),
    ("built", lambda report, _: monthly_place.built(report.partners.built, report.partners.regime)),
    ("harms", lambda report, _: monthly_place.harms(report.partners.harms)),
    ("money", lambda report, _: monthly_money.section(report.partners.money, report.month, report.partners.regime)),
    ("ngos", lambda report, _: monthly_oversight.plans(report.partners.ngos, report.month)),
    ("inspections", lambda report, _: monthly_oversight.inspections(report.partners.inspections, report.month)),
    ("evaluations", lambda report, _: monthly_oversight.evaluations(report.partners.evaluations, report.month)),
    ("corrections", lambda report, copy: monthly_closing.corrections(report.corrections, report.partners.regime, copy)),
    ("annex", monthly_closing.annex),
    ("signatures", lambda report, _: monthly_closing.signatures(report)),
)
"""The nineteen sections of the domain (§4.1) in their order, by the codes under which the manager writes into them."""
