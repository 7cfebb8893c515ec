"""«گزارش بازدید سرزده»: what was found in a place and until when it must be mended, A4. It names no resident (G-26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards, Facts, SignatureBox, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import GOOD, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY, NOTE, Edges, Imprint, paper, signed, titled

_TITLE = "گزارش بازدید سرزده"
_ABOUT_A_PLACE = "یافته‌ها دربارهٔ مکان است؛ نام هیچ‌یک از ساکنان، مددجویان یا مراجعان در این گزارش نمی‌آید."


@dataclass(frozen=True, slots=True)
class FindingRow:
    """An item of the checklist, whether it was right, and what was seen."""

    item: str
    ok: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """A visit that was made. Without a deadline nothing has to be put right."""

    imprint: Imprint
    document: str
    place_type: str
    place: str
    inspector: str
    planned_month: str
    done_on: date
    findings: tuple[FindingRow, ...]
    deadline: date | None = None
    second_visit_on: date | None = None


def build(report: Inspection) -> bytes:
    """The report as a PDF. Raises MissingGlyphError for a character the font lacks."""
    facts = [
        ("سند بالادستی", report.document),
        ("تاریخ بازدید", calendar.long(report.done_on)),
        ("گونهٔ مکان", report.place_type),
        ("ماه برنامه", calendar.month_title(report.planned_month)),
        ("مکان", report.place),
        ("بازدیدکننده", report.inspector),
    ]
    boxes = [SignatureBox("بازدیدکننده", report.inspector), SignatureBox("مسئول مکان"), SignatureBox("ناظر فرمانداری")]
    story: list[Flowable] = [
        *titled(_TITLE),
        Facts(facts),
        *_numbers(report),
        *_findings(report),
        *_deadlines(report),
        Paragraph(_ABOUT_A_PLACE, NOTE),
        signed(boxes, per_row=3),
    ]
    side = f"{_TITLE} · {calendar.short(report.done_on)}"
    return paper(story, f"{_TITLE} · {report.place}", report.imprint, Edges(side))


def _numbers(report: Inspection) -> list[Flowable]:
    wrong = sum(not finding.ok for finding in report.findings)
    cards = [
        Card("موردهای بررسی‌شده", number_text(len(report.findings))),
        Card("برقرار", number_text(len(report.findings) - wrong)),
        Card("نیازمند اصلاح", number_text(wrong)),
    ]
    return [Cards(cards, per_row=3)] if report.findings else []


def _findings(report: Inspection) -> list[Flowable]:
    story = heading("فهرست بررسی", 80)
    if not report.findings:
        return [*story, Paragraph("برای این بازدید موردی نوشته نشده است.", EMPTY)]
    columns = [
        Column("ردیف", Align.CENTRE, 0, 36),
        Column("مورد", grow=2, minimum=150),
        Column("نتیجه", Align.CENTRE, 0, 92),
        Column("یافته", grow=2, minimum=130),
    ]
    rows = [
        Row(
            [
                digits.to_persian(str(place)),
                one.item,
                Cell("برقرار", GOOD) if one.ok else Cell("نیازمند اصلاح", WARNING, Weight.BOLD),
                one.note or DASH,
            ]
        )
        for place, one in enumerate(report.findings, 1)
    ]
    return [*story, Table(columns, rows)]


def _deadlines(report: Inspection) -> list[Flowable]:
    if report.deadline is None and report.second_visit_on is None:
        return []
    facts = [
        ("مهلت اصلاح", calendar.long(report.deadline) if report.deadline else "گذاشته نشده است"),
        ("بازدید دوم", calendar.long(report.second_visit_on) if report.second_visit_on else "هنوز انجام نشده است"),
    ]
    return [*heading("پیگیری", 60), Facts(facts)]
