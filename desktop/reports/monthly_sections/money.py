"""Section 13: credits, what people gave, and the offers that were not taken."""

from __future__ import annotations

from desktop.domain.persian import calendar, digits
from desktop.domain.persian.regime import Regime
from desktop.reports.credit_statement import credits_table
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.lines import Content
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import BODY
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_partner_rows import MoneyRows
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import number_text
from desktop.reports.office_paper import EMPTY, NOTE


def parts(report: MonthlyReport, _copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows, regime, story = report.partners.money, report.partners.regime, list[Flowable]()
    if rows.credits:
        year = digits.to_persian(str(rows.year))
        caption = f"اعتبارهای سال {year} تا پایان {calendar.month_title(report.month)}"
        story.append(credits_table(rows.credits, regime, caption))
        story.append(Paragraph("مانده: دریافت‌شده منهای هزینه‌شده.", NOTE))
    else:
        story.append(Paragraph("برای این سال اعتباری نوشته نشده است.", EMPTY))
    return [*story, Paragraph(_donations(rows, regime), BODY), Paragraph(_refused(rows), BODY)]


def _donations(rows: MoneyRows, regime: Regime) -> Content:
    if not rows.donations:
        return [bold("کمک‌های مردمی: "), "در این ماه کمکی پذیرفته نشد."]
    taken = f"{number_text(rows.donations)} کمک پذیرفته شد"
    if rows.unvalued == rows.donations:
        return [bold("کمک‌های مردمی: "), f"{taken}؛ ارزش آن برآورد نشده است."]
    unvalued = f"؛ ارزش {number_text(rows.unvalued)} کمک برآورد نشده است" if rows.unvalued else ""
    return [bold("کمک‌های مردمی: "), f"{taken}، به ارزش {regime.amount(rows.donated)}{unvalued}."]


def _refused(rows: MoneyRows) -> Content:
    total = sum(count for _, count in rows.refused)
    if not total:
        return [bold("پیشنهاد ردشده: "), number_text(0)]
    reasons = "، ".join(
        reason if total == count else f"{reason}: {number_text(count)}" for reason, count in rows.refused
    )
    return [bold("پیشنهاد ردشده: "), f"{number_text(total)} ({reasons})"]
