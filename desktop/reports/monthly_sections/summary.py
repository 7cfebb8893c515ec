"""Section 1: the figures to be seen first, and every indicator with the month before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from desktop.domain.persian import calendar
from desktop.reports.indicator_texts import (
    change_is_told,
    change_text,
    direction,
    fraction_text,
    previous_text,
    shown_text,
    signed_text,
    unit_text,
)
from desktop.reports.layout.blocks import Card, Cards
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import MUTED, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table, TableLook
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import IndicatorRow, MonthlyReport
from desktop.reports.monthly_sections.notes import SENTENCE
from desktop.reports.office_page import DASH
from desktop.reports.office_paper import EMPTY, NOTE
from desktop.reports.shared_copy import HIDDEN

_CARDS_IN_ROW: Final = 4
_COLUMNS: Final = 7


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    if not report.indicators:
        return [Paragraph("برای این ماه هنوز شاخصی حساب نشده است.", EMPTY)]
    titles = {row.code: row.title for row in reversed(report.indicators)}
    return [
        _cards(report.indicators, copy),
        _table(report.indicators, report.month, copy),
        Paragraph(_note(report.indicators, copy), NOTE.but(space_after=6)),
        *(
            Paragraph([bold(f"یادداشت {titles[note.code]}: "), note.text], SENTENCE, bullet="•")
            for note in report.notes
            if note.code in titles
        ),
    ]


def _cards(rows: tuple[IndicatorRow, ...], copy: Copy) -> Cards:
    """The indicators to be seen first."""
    cards = []
    for row in rows:
        if not row.headline:
            continue
        told = shown_text(row, copy)
        unit = f" {unit_text(row.unit)}" if row.unit == "days" and told not in (HIDDEN, DASH) else ""
        cards.append(Card(row.title, told + unit, _since(row, copy), direction(row, copy)))
    return Cards(cards, per_row=_CARDS_IN_ROW)


def _since(row: IndicatorRow, copy: Copy) -> str:
    """The month before, and by how much the indicator moved since, as far as both are told."""
    before = f"ماه پیش: {previous_text(row, copy)}"
    if row.change is None or not change_is_told(row, copy):
        return before
    if not row.change:
        return f"{before} · بی‌تغییر"
    if row.unit == "percent":
        return f"{before} · {signed_text(row.change, 1)} واحد"
    whole = row.change == int(row.change)
    return f"{before} · {signed_text(row.change, None if whole else 1)}"


def _table(rows: tuple[IndicatorRow, ...], month: str, copy: Copy) -> Table:
    """All indicators with the previous month and the change."""
    this, before = calendar.month_title(month), calendar.month_title(calendar.shift_month(month, -1))
    columns = [
        Column("شاخص", grow=2),
        Column("واحد", Align.CENTRE),
        Column(this, Align.CENTRE),
        Column("صورت از مخرج", Align.CENTRE),
        Column(before, Align.CENTRE),
        Column("تغییر", Align.CENTRE),
        Column("بی‌داده", Align.CENTRE, 0.5),
    ]
    body: list[Row] = []
    for beside, told in groupby(rows, key=lambda row: row.beside):
        alike = list(told)
        body += [_beside(alike, copy)] if beside else [Row(_cells(row, copy)) for row in alike]
    note = f"واحد: در هر سطر · ماه: {this}"
    return Table(columns, body, "شاخص‌های ماه", note, TableLook(zebra=False))


def _cells(row: IndicatorRow, copy: Copy) -> list[str | Cell]:
    return [
        row.title,
        Cell(unit_text(row.unit), MUTED),
        Cell(shown_text(row, copy), MUTED if row.suppressed else None, Weight.SEMIBOLD),
        fraction_text(row, copy),
        previous_text(row, copy),
        Cell(change_text(row) if change_is_told(row, copy) else DASH, trend=direction(row, copy)),
        copy.count(f"{row.cell}/missing", row.missing),
    ]


def _beside(rows: Sequence[IndicatorRow], copy: Copy) -> Row:
    """The numbers that belong to the indicator above them; they have no past of their own."""
    told = (f"{row.title}: {_with_unit(row, shown_text(row, copy))}" for row in rows)
    return Row([Cell(f"– {' · '.join(told)}", MUTED, columns=_COLUMNS)], RowKind.MORE)


def _with_unit(row: IndicatorRow, told: str) -> str:
    has_unit = row.unit in ("count", "percent") or told in (HIDDEN, DASH)
    return told if has_unit else f"{told} {unit_text(row.unit)}"


def _note(rows: tuple[IndicatorRow, ...], copy: Copy) -> str:
    """How to read the table."""
    note = "تغییر شاخص‌های درصدی به واحد درصد است. «—» یعنی ماه پیش نبوده، صفر بوده یا حساب‌شدنی نیست."
    if copy.hides or any(row.suppressed for row in rows):
        note += f" «{HIDDEN}» یعنی شمار چنان کم بوده که برای حفظ حریم ساکنان چاپ نمی‌شود."
    return note
