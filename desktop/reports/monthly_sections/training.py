"""Section 7: workshops with what came of them. Small counts are hidden."""

from __future__ import annotations

from typing import Final

from desktop.domain.indicators import rate
from desktop.domain.persian import calendar, digits
from desktop.domain.suppression import LEAST
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, Align
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL, Copy
from desktop.reports.monthly_rows import IndicatorRow, MonthlyReport, WorkshopRow
from desktop.reports.monthly_sections.notes import SENTENCE, small
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY
from desktop.reports.shared_copy import FEW, HIDDEN

LEAST_ANSWERS: Final = 10
"""Fewer satisfaction forms than this are not told as a mean (I-27)."""


_TOLD_WITH_WORKSHOPS: Final = ("I-16", "I-17", "I-18", "I-19")


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    told = [Paragraph(text, SENTENCE, bullet="•") for text in _sentences(report.indicators, copy)]
    if not report.workshops:
        return [Paragraph("در این ماه کارگاه یا دوره‌ای برگزار نشده است.", EMPTY), *told]
    return [_table(report.workshops, report.month, copy), *small(_note(copy)), *told]


def _table(rows: tuple[WorkshopRow, ...], month: str, copy: Copy) -> Table:
    """The month's workshops with totals."""
    columns = [
        Column("عنوان", grow=3),
        Column("نوع"),
        Column("جلسه", Align.CENTRE, 0.3),
        Column("ساعت", Align.CENTRE, 0.3),
        Column("ظرفیت", Align.CENTRE, 0.3),
        Column("شرکت‌کننده", Align.CENTRE, 0.3),
        Column("زن سرپرست", Align.CENTRE, 0.3),
        Column("نفر-ساعت", Align.CENTRE, 0.3),
        Column("تکمیل", Align.CENTRE, 0.3),
        Column("رضایت", Align.CENTRE, 0.3),
    ]
    body = [Row(_cells(row, f"workshops/{at}", copy)) for at, row in enumerate(rows)]
    everybody = f"workshops/{ALL}/participants"
    sums = [sum(column) for column in zip(*((r.sessions_held, r.hours, r.capacity) for r in rows), strict=True)]
    people = copy.count(everybody, sum(row.participants for row in rows))
    hours_told = [_person_hours(row, f"workshops/{at}/participants", copy) for at, row in enumerate(rows)]
    one_is_hidden = hours_told.count(HIDDEN) == 1
    hours = HIDDEN if one_is_hidden else copy.number(sum(row.person_hours for row in rows), everybody)
    body.append(Row(["جمع", "", *map(number_text, sums), people, "", hours, "", ""], RowKind.TOTAL))
    note = f"واحد: جلسه، ساعت، نفر، نفر-ساعت، درصد، ۱ تا ۵ · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "کارگاه‌ها و دوره‌های برگزارشده", note)


def _cells(row: WorkshopRow, key: str, copy: Copy) -> list[str | Cell]:
    people = f"{key}/participants"
    done = DASH if row.completed is None else copy.share(rate(row.completed, row.enrolled), row.completed, row.enrolled)
    enough = row.answers >= LEAST_ANSWERS and row.satisfaction is not None
    return [
        row.title,
        Cell(row.type, MUTED),
        *map(number_text, (row.sessions_held, row.hours, row.capacity)),
        copy.count(people, row.participants),
        copy.count(f"{key}/women_heads", row.women_heads),
        _person_hours(row, people, copy),
        done,
        digits.decimal(row.satisfaction, 1) if enough and row.satisfaction is not None else DASH,
    ]


def _person_hours(row: WorkshopRow, people: str, copy: Copy) -> str:
    """Hidden also where so few came to each session on the average that the hours would count them."""
    few_came = copy.shared and 0 < row.person_hours < LEAST * row.hours
    return HIDDEN if few_came else copy.number(row.person_hours, people)


def _note(copy: Copy) -> str:
    """How to read the table."""
    note = (
        "جمع شرکت‌کنندگان بدون حذف کسانی است که در بیش از یک کارگاه بوده‌اند. تکمیل: سهم تکمیل‌کنندگان از ثبت‌نام‌شدگان، "
        "در کارگاه‌های گزارش‌شده. رضایت: میانگین برگه‌های بی‌نام، اگر دست‌کم ده برگه باشد."
    )
    return f"{note} «{FEW}» و «{HIDDEN}» برای حفظ حریم ساکنان است." if copy.hides else note


def _sentences(indicators: tuple[IndicatorRow, ...], copy: Copy) -> list[str]:
    """What the indicators tell of all workshops together: women heads, who came again, completion, outcomes."""
    sentences = []
    for at, row in enumerate(indicators):
        if row.code not in _TOLD_WITH_WORKSHOPS or row.beside or not row.denominator:
            continue
        if row.suppressed or row.value is None:
            sentences.append(f"{row.title}: {HIDDEN if row.suppressed else DASH}")
            continue
        part, whole, rest = (f"{row.cell}/{name}" for name in ("part", "whole", "rest"))
        share = copy.share(row.value, row.numerator, row.denominator, part, whole, rest)
        of = f"{copy.count(part, row.numerator)} از {copy.count(whole, row.denominator)}"
        sentences.append(f"{row.title}: {share} ({of}){_told_with(row, indicators[at + 1 :], copy)}")
    return sentences


def _told_with(row: IndicatorRow, after: tuple[IndicatorRow, ...], copy: Copy) -> str:
    """The numbers that belong to an indicator, and how many of whom nothing is known."""
    mine = [one for one in after if one.code == row.code and one.beside]
    beside = [f"{one.title} {copy.count(one.cell, one.value)}" for one in mine]
    missing = [f"نامشخص {copy.count(f'{row.cell}/missing', row.missing)}"] if row.missing else []
    return "".join(f"؛ {text}" for text in (*beside, *missing))
