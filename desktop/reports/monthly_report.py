"""«گزارش عملکرد ماهانه»: the office's monthly report, A4."""

from __future__ import annotations

from functools import partial

from desktop.domain.codes import CODE_LISTS
from desktop.domain.persian import calendar, digits
from desktop.reports import monthly_money, monthly_office, monthly_oversight, monthly_participation, monthly_place
from desktop.reports import monthly_tables as tables
from desktop.reports import monthly_training as training
from desktop.reports.layout.blocks import Letterhead, SignatureBox, Signatures, heading
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
from desktop.reports.monthly_rows import (
    AgencyRow,
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
_DEFINITION = TextStyle(size=9, leading=15.5, space_after=1.5)


def build(report: MonthlyReport) -> bytes:
    """The report as a PDF; the same report gives the same bytes.

    Raises MissingGlyphError for a character the font lacks, and the calendar's refusal for a malformed month.
    """
    title = f"{_TITLE} · {calendar.month_title(report.month)}"
    story = [
        *_cover(report),
        *_summary(report),
        *monthly_office.section(report.partners.office),
        *_coverage(report),
        *_visits(report),
        *_needs(report),
        *_agencies(report),
        *_workshops(report),
        *_events(report),
        *_partners(report),
        *_trend(report),
        *_definitions(report),
        *_signatures(report),
    ]
    metadata = Metadata(title, moment_of(report.date), report.office_title, report.office_title)
    sheet = Sheet(top=21 * MM, right=_MARGIN, bottom=20 * MM, left=_MARGIN)
    return render(story, metadata, sheet, partial(_furniture, report))


def _furniture(report: MonthlyReport, page: Page) -> None:
    running_head(page, report.office_title, f"{_TITLE} · {calendar.month_title(report.month)}", _MARGIN)
    version = f"نسخهٔ {digits.to_persian(str(report.version))}"
    running_foot(page, (version, f"شناسهٔ {code_text(report.content_hash[:12])}"), _MARGIN)
    if report.fictional:
        fictional_mark(page)


def _cover(report: MonthlyReport) -> list[Flowable]:
    facts = [
        ("شماره", digits.to_persian(report.report_no)),
        ("تاریخ", calendar.short(report.date)),
        ("پیوست", "—"),
    ]
    return [
        Letterhead(report.letterhead or (report.office_title,), facts),
        Paragraph(_TITLE, TITLE.but(leading=36)),
        Paragraph([report.office_title, " · ", bold(calendar.month_title(report.month), ACCENT_DARK)], _SUBTITLE),
        Paragraph(f"وضعیت: {report.status_label}", _STATUS),
    ]


def _summary(report: MonthlyReport) -> list[Flowable]:
    story: list[Flowable] = heading("خلاصه")
    if report.indicators:
        story += [tables.indicator_cards(report.indicators), tables.indicator_table(report.indicators, report.month)]
        story.append(Paragraph(tables.indicator_note(report.indicators), SMALL.but(leading=14, space_after=6)))
    else:
        story.append(Paragraph("برای این ماه هنوز شاخصی حساب نشده است.", _EMPTY))
    story += [Paragraph(text, BODY) for text in report.texts("summary")]
    return story


def _coverage(report: MonthlyReport) -> list[Flowable]:
    story = heading("ثبت و پوشش")
    if not report.coverage:
        return [*story, Paragraph("در این ماه برای هیچ محله‌ای آماری از ثبت خانوار نرسیده است.", _EMPTY)]
    return [
        *story,
        tables.coverage_table(report.coverage, report.month),
        *_small(tables.coverage_note(report.coverage)),
    ]


def _visits(report: MonthlyReport) -> list[Flowable]:
    story = heading("مراجعات و بازدیدها")
    if not report.visits:
        return [*story, Paragraph("در این ماه مراجعه یا بازدیدی ثبت نشده است.", _EMPTY)]
    types = tuple(CODE_LISTS["visit_type"].values())
    table = tables.visits_table(report.visits, types, report.month)
    return [*story, table, *_small(tables.visits_note(report.visits, report.working_days))]


def _agencies(report: MonthlyReport) -> list[Flowable]:
    story = heading("پاسخگویی دستگاه‌ها")
    if not report.agencies:
        return [*story, Paragraph("در این ماه ارجاعی فرستاده نشده و پاسخی در انتظار نبوده است.", _EMPTY)]
    note = (
        "نرخ درون‌ماه: پاسخ‌گرفته بر ارجاع‌های در انتظارِ ماه. نرخ ۳۰ روزه: از ارجاع‌های ماه پیش. میانهٔ روز: تا نخستین پاسخِ "
        "این ماه؛ ثبت در دبیرخانه پاسخ نیست."
    )
    return [*story, *_small(note), tables.agencies_table(report.agencies, report.answers, report.month)]


def _needs(report: MonthlyReport) -> list[Flowable]:
    story = heading("نیازها و مطالبات")
    if not report.needs:
        return [*story, Paragraph("در این ماه نیاز یا مطالبه‌ای ثبت یا پیگیری نشده است.", _EMPTY)]
    return [*story, tables.needs_table(report.needs, report.month), *tables.needs_identity(report.needs)]


def _workshops(report: MonthlyReport) -> list[Flowable]:
    story = heading("آموزش و توانمندسازی")
    if not report.workshops:
        nothing = Paragraph("در این ماه کارگاه یا دوره‌ای برگزار نشده است.", _EMPTY)
        return [*story, nothing, *_training_sentences(report)]
    return [
        *story,
        training.workshop_table(report.workshops, report.month),
        *_small(training.workshop_note(report.workshops)),
        *_training_sentences(report),
    ]


def _training_sentences(report: MonthlyReport) -> list[Flowable]:
    return [Paragraph(text, _SENTENCE, bullet="•") for text in training.training_sentences(report.indicators)]


def _events(report: MonthlyReport) -> list[Flowable]:
    story = heading("رویدادها")
    if not report.events:
        return [*story, Paragraph("در این ماه رویدادی برگزار نشده است.", _EMPTY)]
    return [
        *story,
        training.event_table(report.events, report.month, report.partners.regime),
        *_small(training.EVENT_NOTE),
    ]


def _partners(report: MonthlyReport) -> list[Flowable]:
    """Sections 9 to 16."""
    rows, month = report.partners, report.month
    return [
        *monthly_participation.participation(rows.participation, month),
        *monthly_participation.coordination(rows.coordination, month),
        *monthly_place.built(rows.built, rows.regime),
        *monthly_place.harms(rows.harms),
        *monthly_money.section(rows.money, month, rows.regime),
        *monthly_oversight.plans(rows.ngos, month),
        *monthly_oversight.inspections(rows.inspections, month),
        *monthly_oversight.evaluations(rows.evaluations, month),
    ]


def _trend(report: MonthlyReport) -> list[Flowable]:
    if not report.trend:
        return [*heading("روند ثبت خانوار"), Paragraph("هنوز آماری از ماه‌های پیش نیست.", _EMPTY)]
    points = [Point(calendar.month_title(point.month), point.value) for point in report.trend]
    caption = f"خانوارهای ثبت‌شده در هر ماه، تا {points[-1].label} (واحد: خانوار)"
    chart = [Paragraph(caption, CAPTION.but(space_after=2)), BarChart(points)]
    return [*heading("روند ثبت خانوار", 200), KeepTogether(chart)]


def _definitions(report: MonthlyReport) -> list[Flowable]:
    if not report.indicators:
        return []
    rows = [
        Paragraph([bold(f"{indicator.title}: "), indicator.definition or "—"], _DEFINITION, bullet="•")
        for indicator in report.indicators
        if not indicator.beside
    ]
    for row in rows:
        row.style = row.style.but(indent_right=11)
    return [*heading("پیوست: تعریف شاخص‌ها", min(340, 17 * len(rows))), *rows]


def _signatures(report: MonthlyReport) -> list[Flowable]:
    boxes = [
        SignatureBox("تهیه‌کننده", report.prepared_by),
        SignatureBox("مدیر دفتر", report.manager),
        SignatureBox("محل تأیید فرمانداری (ناظر)"),
        SignatureBox("محل تأیید استانداری (ناظر عالی)"),
    ]
    return [*heading("امضا", 200), Signatures(boxes)]


def _small(text: str) -> list[Flowable]:
    return [Paragraph(text, SMALL.but(leading=14, space_after=4))] if text else []
