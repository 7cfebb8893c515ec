"""Sections 11 and 12 of the monthly report: what a place gained, and harms at the level of neighbourhoods."""

from __future__ import annotations

from desktop.domain.persian.regime import Regime
from desktop.reports import profile_parts as parts
from desktop.reports.layout.blocks import heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import BODY, Align
from desktop.reports.monthly_partner_rows import BuiltRows, HarmRows
from desktop.reports.office_paper import EMPTY, NOTE


def built(rows: BuiltRows, regime: Regime) -> list[Flowable]:
    """New capacities, projects, and levels of service before and after."""
    story = heading("ظرفیت‌ها، پروژه‌ها و سرانه‌ها")
    if rows.capacities:
        story.append(parts.capacities_table(rows.capacities, "ظرفیت‌های تازه"))
    else:
        story.append(Paragraph("در این ماه ظرفیت تازه‌ای شناسایی نشد.", EMPTY))
    if rows.projects:
        story.append(parts.projects_table(rows.projects, regime, "پروژه‌ها"))
    else:
        story.append(Paragraph("در این ماه پروژه‌ای در دست اجرا نبود.", EMPTY))
    if rows.levels:
        story.append(
            parts.services_table([row.level for row in rows.levels], [row.neighborhood for row in rows.levels])
        )
    return story


def harms(rows: HarmRows) -> list[Flowable]:
    """Each neighbourhood's colours, and the grounds from which harms arise; nobody stands behind a colour."""
    story = heading("آسیب‌ها و زمینه‌های بروز (سطح محله)")
    if not rows.places:
        return [*story, Paragraph("در این ماه مشاهده‌ای در سطح محله ثبت نشده است.", EMPTY)]
    story.append(parts.harms_grid([(place.neighborhood, place.harms) for place in rows.places]))
    note = "شمار مشاهده‌ها به دسته‌های ده‌تایی گفته می‌شود؛ رنگ از آن مکان است و به هیچ کس بازنمی‌گردد."
    story.append(Paragraph(note, NOTE))
    if rows.grounds:
        story.append(Paragraph([bold("زمینه‌های بروز:")], BODY))
        style = BODY.but(align=Align.RIGHT, indent_right=12, space_after=1)
        story += [Paragraph(text, style, bullet="•") for text in rows.grounds]
    return story
