"""Section 2: who runs the office, with whom, and for which neighbourhoods."""

from __future__ import annotations

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Facts
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_partner_rows import OfficeRows, PlaceRow, StaffRow
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY


def parts(report: MonthlyReport, _copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows = report.partners.office
    facts = [
        ("مجری", rows.operator or "نوشته نشده است"),
        ("پایان قرارداد", calendar.long(rows.contract_end) if rows.contract_end else DASH),
        ("همکاران", f"{number_text(sum(row.total for row in rows.staff))} نفر"),
        ("محله‌ها", number_text(len(rows.places))),
    ]
    return [Facts(facts), *_staff(rows), *_places(rows.places)]


def _staff(rows: OfficeRows) -> list[Flowable]:
    if not rows.staff:
        return [Paragraph("همکاری برای این ماه نوشته نشده است.", EMPTY)]
    columns = [
        Column("تخصص", grow=2),
        *(Column(title, Align.CENTRE) for title in rows.educations),
        Column("جمع", Align.CENTRE),
    ]
    body = [_staff_row(row) for row in rows.staff]
    sums = tuple(sum(column) for column in zip(*(row.counts for row in rows.staff), strict=True))
    body.append(Row(_staff_row(StaffRow("جمع", sums)).cells, RowKind.TOTAL))
    return [Table(columns, body, "همکاران به تفکیک تخصص و تحصیلات", "واحد: نفر")]


def _staff_row(row: StaffRow) -> Row:
    return Row([row.specialty, *map(number_text, row.counts), Cell(number_text(row.total), weight=Weight.SEMIBOLD)])


def _places(places: tuple[PlaceRow, ...]) -> list[Flowable]:
    if not places:
        return [Paragraph("محله‌ای زیر پوشش این دفتر نوشته نشده است.", EMPTY)]
    columns = [
        Column("محله", grow=2),
        Column("نوع محدوده"),
        Column("جمعیت (نفر)", Align.CENTRE),
        Column("سال و منبع", grow=1.5),
    ]
    body = [
        Row([place.name, Cell(place.area_type, MUTED), number_text(place.population), _told(place)]) for place in places
    ]
    return [Table(columns, body, "محله‌های زیر پوشش")]


def _told(place: PlaceRow) -> Cell:
    year = digits.to_persian(str(place.year)) if place.year else ""
    parts = (year, place.source, "برآورد" if place.estimated and "برآورد" not in place.source else "")
    return Cell("، ".join(part for part in parts if part) or DASH, MUTED)
