"""Section 11: what a place gained: new capacities, projects, and levels of service before and after."""

from __future__ import annotations

from desktop.reports import profile_parts as tables
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_paper import EMPTY


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's tables."""
    rows, story = report.partners.built, list[Flowable]()
    if rows.capacities:
        story.append(tables.capacities_table(rows.capacities, "ظرفیت‌های تازه"))
    else:
        story.append(Paragraph("در این ماه ظرفیت تازه‌ای شناسایی نشد.", EMPTY))
    if rows.projects:
        story.append(tables.projects_table(rows.projects, report.partners.regime, copy, "پروژه‌ها"))
    else:
        story.append(Paragraph("در این ماه پروژه‌ای در دست اجرا نبود.", EMPTY))
    if rows.levels:
        story.append(
            tables.services_table([row.level for row in rows.levels], [row.neighborhood for row in rows.levels])
        )
    return story
