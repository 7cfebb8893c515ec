"""Section 12: harms at the level of neighbourhoods, and the grounds from which they arise."""

from __future__ import annotations

from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import BODY, Align
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_paper import EMPTY, NOTE
from desktop.reports.profile_parts import harms_grid


def parts(report: MonthlyReport, _copy: Copy) -> list[Flowable]:
    """Each neighbourhood's colours, and the grounds from which harms arise; nobody stands behind a colour."""
    rows = report.partners.harms
    if not rows.places:
        return [Paragraph("در این ماه مشاهده‌ای در سطح محله ثبت نشده است.", EMPTY)]
    grid = harms_grid([(place.neighborhood, place.harms) for place in rows.places])
    note = "شمار مشاهده‌ها به دسته‌های ده‌تایی گفته می‌شود؛ رنگ از آن مکان است و به هیچ کس بازنمی‌گردد."
    story: list[Flowable] = [grid, Paragraph(note, NOTE)]
    if rows.grounds:
        story.append(Paragraph([bold("زمینه‌های بروز:")], BODY))
        style = BODY.but(align=Align.RIGHT, indent_right=12, space_after=1)
        story += [Paragraph(text, style, bullet="•") for text in rows.grounds]
    return story
