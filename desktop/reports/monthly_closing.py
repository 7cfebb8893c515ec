"""The end of the monthly report: corrections of signed months, the annex, and the signatures (sections 17 to 19)."""

from __future__ import annotations

from desktop.domain.indicators import MILLION_RIAL, OF_PEOPLE
from desktop.domain.persian import calendar, digits
from desktop.domain.persian.regime import Regime
from desktop.domain.suppression import LEAST, LEAST_OF_HARMS
from desktop.reports.layout.blocks import SignatureBox, Signatures, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import MUTED, Align, TextStyle, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import CorrectionRows, IndicatorRow, LateRow, MonthlyReport, RevisedRow
from desktop.reports.monthly_tables import unit_text
from desktop.reports.office_page import code_text, number_text
from desktop.reports.office_paper import EMPTY, NOTE
from desktop.reports.shared_copy import HIDDEN

_DEFINITION = TextStyle(size=9, leading=15.5, space_after=1.5, indent_right=11)
_SEAL = TextStyle(size=9.5, leading=17, space_after=6)


def corrections(rows: CorrectionRows, regime: Regime, copy: Copy) -> list[Flowable]:
    """What came too late for months that are signed; their own reports stay as they are."""
    story = heading("اصلاحات ماه‌های پیش")
    if not rows.late and not rows.revised:
        return [*story, Paragraph("پس از امضای گزارش ماه‌های پیش چیزی از آن ماه‌ها ثبت یا حذف نشده است.", EMPTY)]
    told = "گزارش امضاشدهٔ هر ماه همان می‌ماند که بود؛ آنچه دیرتر رسیده تنها در این جدول‌ها آمده است."
    story.append(Paragraph(told, NOTE))
    if rows.late:
        story.append(_late(rows.late, copy))
    if rows.revised:
        story.append(_revised(rows.revised, regime, copy))
    return story


def _late(rows: tuple[LateRow, ...], copy: Copy) -> Table:
    columns = [Column("ماه"), Column("چه چیز", grow=2), Column("افزوده", Align.CENTRE), Column("حذف‌شده", Align.CENTRE)]
    body = [
        Row([calendar.month_title(row.month), row.what, copy.alone(row.added), copy.alone(row.removed)]) for row in rows
    ]
    return Table(columns, body, "آنچه پس از امضا رسیده است", "واحد: رکورد")


def _revised(rows: tuple[RevisedRow, ...], regime: Regime, copy: Copy) -> Table:
    columns = [
        Column("ماه"),
        Column("شاخص", grow=2),
        Column("واحد", Align.CENTRE),
        Column("گفته‌شده", Align.CENTRE),
        Column("اکنون", Align.CENTRE),
        Column("تفاوت", Align.CENTRE),
    ]
    return Table(columns, [_revised_row(row, regime, copy) for row in rows], "رقم‌هایی که اکنون دیگر است")


def _revised_row(row: RevisedRow, regime: Regime, copy: Copy) -> Row:
    told, now = (
        regime.of_million_rial(number) if row.unit == MILLION_RIAL and number is not None else number
        for number in (row.told, row.now)
    )
    return Row(
        [
            calendar.month_title(row.month),
            row.title,
            Cell(regime.unit if row.unit == MILLION_RIAL else unit_text(row.unit), MUTED),
            *_told_and_now(row, told, now, copy),
        ]
    )


def _told_and_now(row: RevisedRow, told: float | None, now: float | None, copy: Copy) -> list[str | Cell]:
    """A number of people that moves tells of those by whom it moved: outside only that it is another one (G-21)."""
    if copy.shared and row.code in OF_PEOPLE | {"I-14"}:
        return [HIDDEN, HIDDEN, HIDDEN]
    return [number_text(told), Cell(number_text(now), weight=Weight.SEMIBOLD), _difference(told, now)]


def _difference(told: float | None, now: float | None) -> str:
    if told is None or now is None:
        return "—"
    change = now - told
    return ltr(f"+{number_text(change)}" if change > 0 else number_text(change))


def annex(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The definition of each indicator as it was computed, how small counts are hidden, and what is not known."""
    rows = [
        Paragraph([bold(f"{row.title}: "), row.definition or "—"], _DEFINITION, bullet="•")
        for row in report.indicators
        if not row.beside
    ]
    story = [*heading("پیوست: تعریف شاخص‌ها و کیفیت داده", min(340, 17 * len(rows) + 20)), *rows]
    if report.definitions_version:
        version = f"نسخهٔ تعریف شاخص‌ها: {code_text(report.definitions_version)}"
        story.append(Paragraph(version, NOTE))
    return [*story, Paragraph(_HIDING, NOTE), *_unknown(report.indicators, copy)]


_HIDING = (
    f"در نسخهٔ بیرونی شمارهای کمتر از {digits.to_persian(str(LEAST))} (در آسیب‌ها کمتر از "
    f"{digits.to_persian(str(LEAST_OF_HARMS))}) و آنچه آن‌ها را آشکار می‌کند پوشیده است."
)


def _unknown(rows: tuple[IndicatorRow, ...], copy: Copy) -> list[Flowable]:
    """How much of each indicator is not known, where anything is."""
    lacking = [f"{row.title} {copy.count(f'{row.cell}/missing', row.missing)}" for row in rows if row.missing]
    if not lacking:
        return []
    return [Paragraph([bold("کیفیت داده، شمار بی‌داده‌ها: "), "؛ ".join(lacking)], NOTE)]


def signatures(report: MonthlyReport) -> list[Flowable]:
    """Who prepared and who signed, and room for the two that supervise."""
    boxes = [
        SignatureBox("تهیه‌کننده", report.prepared_by),
        SignatureBox("مدیر دفتر", report.manager),
        SignatureBox("محل تأیید فرمانداری (ناظر)"),
        SignatureBox("محل تأیید استانداری (ناظر عالی)"),
    ]
    return [*heading("امضا", 200), *_seal(report), Signatures(boxes)]


def _seal(report: MonthlyReport) -> list[Flowable]:
    if report.signed is None:
        return [Paragraph("این پیش‌نویس است و هنوز امضا نشده؛ رقم‌هایش با هر ثبت تازه عوض می‌شود.", EMPTY)]
    by = report.signed
    told = (
        f"این گزارش را {by.name} در {calendar.long(by.on)} ساعت {by.at} امضا کرده است. شناسهٔ محتوا "
        f"{code_text(report.content_hash[:12])} است و رقم‌ها پس از آن تغییر نمی‌پذیرند."
    )
    return [Paragraph(told, _SEAL)]
