"""Section 18: the definition of each indicator as it was computed, how small counts are hidden, what is not known."""

from __future__ import annotations

from desktop.domain.persian import digits
from desktop.domain.suppression import LEAST, LEAST_OF_HARMS
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import TextStyle
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import IndicatorRow, MonthlyReport
from desktop.reports.monthly_sections.notes import small
from desktop.reports.office_page import code_text
from desktop.reports.office_paper import NOTE

_DEFINITION = TextStyle(size=8.5, leading=14.5, space_after=1, indent_right=11)
_HIDING = (
    f"در نسخهٔ بیرونی شمارهای کمتر از {digits.to_persian(str(LEAST))} (در آسیب‌ها کمتر از "
    f"{digits.to_persian(str(LEAST_OF_HARMS))}) و آنچه آن‌ها را آشکار می‌کند پوشیده است."
)


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows = [
        Paragraph([bold(f"{row.title}: "), row.definition or "—"], _DEFINITION, bullet="•")
        for row in report.indicators
        if not row.beside
    ]
    version = f"نسخهٔ تعریف شاخص‌ها: {code_text(report.definitions_version)}" if report.definitions_version else ""
    return [*rows, *small(version), Paragraph(_HIDING, NOTE), *_unknown(report.indicators, copy)]


def _unknown(rows: tuple[IndicatorRow, ...], copy: Copy) -> list[Flowable]:
    """How much of each indicator is not known, where anything is."""
    lacking = [f"{row.title} {copy.count(f'{row.cell}/missing', row.missing)}" for row in rows if row.missing]
    if not lacking:
        return []
    return [Paragraph([bold("کیفیت داده، شمار بی‌داده‌ها: "), "؛ ".join(lacking)], NOTE)]
