"""Sections 9 and 10 of the monthly report: people's participation, and coordination with agencies."""

from __future__ import annotations

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_partner_rows import CoordinationRows, ParticipationRows
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY


def participation(rows: ParticipationRows, month: str, copy: Copy) -> list[Flowable]:
    """Trustees, volunteers, groups, meetings and what became of resolutions."""
    done, due = rows.resolutions_done, rows.resolutions_due
    share = f"{digits.percent(done / due * 100)} اجراشده" if due else "مصوبه‌ای سررسید نداشت"
    cards = [
        Card("معتمدان فعال", copy.count("participation/trustees", rows.trustees)),
        Card("همیاران ماه", copy.count("participation/volunteers", rows.volunteers)),
        Card("گروه‌هایی که جلسه داشتند", number_text(rows.groups_met), f"از {number_text(rows.groups)} گروه"),
        Card("مصوبه‌های سررسید ماه", number_text(due), share),
    ]
    return [*heading("مشارکت مردم و نهادسازی"), Cards(cards), *_meetings(rows, month)]


def _meetings(rows: ParticipationRows, month: str) -> list[Flowable]:
    if not rows.meetings:
        return [Paragraph("در این ماه جلسه‌ای برگزار نشده است.", EMPTY)]
    columns = [Column("نوع جلسه", grow=3), Column("شمار", Align.CENTRE, 1, 80)]
    body = [Row([kind, number_text(count)]) for kind, count in rows.meetings]
    body.append(Row(["جمع", number_text(sum(count for _, count in rows.meetings))], RowKind.TOTAL))
    return [Table(columns, body, "جلسه‌های ماه", f"واحد: جلسه · ماه: {calendar.month_title(month)}")]


def coordination(rows: CoordinationRows, month: str) -> list[Flowable]:
    """Meetings with agencies, and the memoranda in force."""
    return [*heading("هماهنگی و تفاهم‌نامه‌ها"), *_with_agencies(rows, month), *_mous(rows, month)]


def _with_agencies(rows: CoordinationRows, month: str) -> list[Flowable]:
    if not rows.meetings:
        return [Paragraph("در این ماه جلسه‌ای با دستگاه‌ها برگزار نشده است.", EMPTY)]
    columns = [
        Column("تاریخ", Align.CENTRE, 0, 64),
        Column("نوع"),
        Column("موضوع", grow=2),
        Column("دستگاه‌ها", grow=2.4),
        Column("مصوبه", Align.CENTRE),
    ]
    body = [
        Row(
            [
                calendar.short(one.on),
                one.kind,
                one.subject,
                "، ".join(one.agencies) or DASH,
                number_text(one.resolutions),
            ]
        )
        for one in rows.meetings
    ]
    return [Table(columns, body, "جلسه با دستگاه‌ها", f"ماه: {calendar.month_title(month)}")]


def _mous(rows: CoordinationRows, month: str) -> list[Flowable]:
    if not rows.mous:
        return [Paragraph("تفاهم‌نامهٔ جاری‌ای در پایان ماه نبود.", EMPTY)]
    columns = [
        Column("تفاهم‌نامه", grow=2.4),
        Column("طرف‌ها", grow=2),
        Column("پایان", Align.CENTRE, 0, 64),
        Column("تعهد", Align.CENTRE),
        Column("اجراشده", Align.CENTRE),
        Column("عقب‌افتاده", Align.CENTRE),
    ]
    body = [
        Row(
            [
                one.title,
                "، ".join(one.partners),
                calendar.short(one.end) if one.end else DASH,
                number_text(one.commitments),
                number_text(one.done),
                Cell(number_text(one.overdue), WARNING if one.overdue else None, Weight.SEMIBOLD),
            ]
        )
        for one in rows.mous
    ]
    sums = (sum(one.commitments for one in rows.mous), sum(one.done for one in rows.mous))
    late = sum(one.overdue for one in rows.mous)
    body.append(Row(["جمع", "", "", *map(number_text, (*sums, late))], RowKind.TOTAL))
    note = f"واحد: تعهد · پایان {calendar.month_title(month)}"
    return [Table(columns, body, f"تفاهم‌نامه‌های جاری: {number_text(len(rows.mous))}", note)]
