"""Section 19: who prepared and who signed, and room for the two that supervise."""

from __future__ import annotations

from desktop.domain.persian import calendar
from desktop.reports.layout.blocks import SignatureBox, Signatures
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import TextStyle
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import code_text
from desktop.reports.office_paper import EMPTY

_SEAL = TextStyle(size=9.5, leading=17, space_after=6)


def parts(report: MonthlyReport, _copy: Copy) -> list[Flowable]:
    """The section's parts."""
    boxes = [
        SignatureBox("تهیه‌کننده", report.prepared_by),
        SignatureBox("مدیر دفتر", report.manager),
        SignatureBox("محل تأیید فرمانداری (ناظر)"),
        SignatureBox("محل تأیید استانداری (ناظر عالی)"),
    ]
    return [*_seal(report), Signatures(boxes, height=78)]


def _seal(report: MonthlyReport) -> list[Flowable]:
    if report.signed is None:
        return [Paragraph("این پیش‌نویس است و هنوز امضا نشده؛ رقم‌هایش با هر ثبت تازه عوض می‌شود.", EMPTY)]
    by = report.signed
    told = (
        f"این گزارش را {by.name} در {calendar.long(by.on)} ساعت {by.at} امضا کرده است. شناسهٔ محتوا "
        f"{code_text(report.content_hash[:12])} است و رقم‌ها پس از آن تغییر نمی‌پذیرند."
    )
    return [Paragraph(told, _SEAL)]
