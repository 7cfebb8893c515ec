"""«صورت اعتبار و هزینه» of a fiscal year: where the money came from, for what, and what became of it, A4.

Every header names its unit, and the whole paper counts in one rial.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from desktop.domain.persian import calendar, digits
from desktop.domain.persian.regime import Regime
from desktop.reports.layout.blocks import Card, Cards, SignatureBox, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.office_page import DASH, code_text
from desktop.reports.office_paper import EMPTY, NOTE, Edges, Imprint, paper, signed, titled

_TITLE = "صورت اعتبار و هزینه"
_HEADERS = ("درخواست‌شده", "مصوب", "دریافت‌شده", "هزینه‌شده", "مانده")
_UNIT_WIDTH = 68  # «(میلیون تومان)» on one line


@dataclass(frozen=True, slots=True)
class CreditRow:
    """Credits of one source and purpose together, in today's rial. `estimated`: one of them is about so much."""

    source: str
    purpose: str
    requested: int
    approved: int
    received: int
    spent: int
    estimated: bool = False

    @property
    def left(self) -> int:
        return self.received - self.spent

    @property
    def amounts(self) -> tuple[int, ...]:
        """In the order of the columns."""
        return (self.requested, self.approved, self.received, self.spent, self.left)


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    """Money that went out."""

    on: date
    category: str
    credit: str
    document: str
    amount: int


@dataclass(frozen=True, slots=True)
class CreditStatement:
    """The credits and expenses of a year, as they stood at the end of the day `until`."""

    imprint: Imprint
    year: int
    until: date
    credits: tuple[CreditRow, ...]
    expenses: tuple[ExpenseRow, ...]
    regime: Regime = Regime.RIAL
    manager: str = ""


def build(statement: CreditStatement) -> bytes:
    """The statement as a PDF. Raises MissingGlyphError for a character the font lacks."""
    year = f"سال {digits.to_persian(str(statement.year))}"
    story = [
        *titled(_TITLE, f"{year}، تا {calendar.short(statement.until)} · همهٔ مبلغ‌ها به {statement.regime.unit}"),
        *_numbers(statement),
        *_credits(statement),
        *_expenses(statement),
        *_signatures(statement),
    ]
    return paper(story, f"{_TITLE} · {year}", statement.imprint, Edges(f"{_TITLE} · {year}"))


def _sums(rows: Iterable[CreditRow]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*(row.amounts for row in rows), strict=True))


def _numbers(statement: CreditStatement) -> list[Flowable]:
    if not statement.credits:
        return []
    _requested, approved, received, spent, left = _sums(statement.credits)
    unit, figure = statement.regime.unit, statement.regime.figure
    share = digits.percent(spent / received * 100) if received else DASH
    cards = [
        Card("مصوب", figure(approved), unit),
        Card("دریافت‌شده", figure(received), unit),
        Card("هزینه‌شده", figure(spent), f"{share} دریافتی"),
        Card("مانده", figure(left), unit),
    ]
    return [Cards(cards)]


def credits_table(rows: Sequence[CreditRow], regime: Regime, caption: str = "") -> Table:
    """Credits by source and purpose, with the sum of each source and of all."""
    columns = [
        Column("منبع و هدف", grow=2, minimum=110),
        *(Column(f"{title}\n({regime.unit})", Align.CENTRE, minimum=_UNIT_WIDTH) for title in _HEADERS),
    ]
    body: list[Row] = []
    for source, of_source in groupby(rows, key=lambda row: row.source):
        several = list(of_source)
        if len(several) == 1:
            body.append(_credit_row(several[0], regime, f"{source} · "))
        else:
            body.append(Row([source], RowKind.GROUP))
            body += [_credit_row(row, regime) for row in several]
            body.append(Row([f"جمع {source}", *map(regime.figure, _sums(several))], RowKind.TOTAL))
    body.append(Row(["جمع همهٔ منابع", *map(regime.figure, _sums(rows))], RowKind.TOTAL))
    return Table(columns, body, caption)


def _credit_row(row: CreditRow, regime: Regime, source: str = "") -> Row:
    purpose = f"{row.purpose} (حدود)" if row.estimated else row.purpose
    left = Cell(regime.figure(row.left), WARNING if row.left < 0 else None, Weight.SEMIBOLD)
    return Row([f"{source}{purpose}", *(regime.figure(amount) for amount in row.amounts[:-1]), left])


def _credits(statement: CreditStatement) -> list[Flowable]:
    story = heading("اعتبارها")
    if not statement.credits:
        return [*story, Paragraph("برای این سال اعتباری نوشته نشده است.", EMPTY)]
    notes = ["مانده: دریافت‌شده منهای هزینه‌شده."]
    if any(row.estimated for row in statement.credits):
        notes.append("«حدود» یعنی مبلغ به تقریب گفته شده است.")
    if any(row.left < 0 for row in statement.credits):
        notes.append("در سطرهای رنگی بیش از دریافتی هزینه شده است.")
    return [*story, credits_table(statement.credits, statement.regime), Paragraph(" ".join(notes), NOTE)]


def _expenses(statement: CreditStatement) -> list[Flowable]:
    story = heading("هزینه‌ها")
    if not statement.expenses:
        return [*story, Paragraph("در این سال هزینه‌ای نوشته نشده است.", EMPTY)]
    columns = [
        Column("ردیف", Align.CENTRE, 0, 36),
        Column("تاریخ", Align.CENTRE, 0, 64),
        Column("شرح", grow=2),
        Column("از اعتبار", grow=2),
        Column("سند", Align.CENTRE),
        Column(f"مبلغ ({statement.regime.unit})", Align.CENTRE),
    ]
    rows = [
        Row(
            [
                digits.to_persian(str(place)),
                calendar.short(one.on),
                one.category,
                Cell(one.credit, MUTED),
                code_text(one.document) or DASH,
                statement.regime.figure(one.amount),
            ]
        )
        for place, one in enumerate(statement.expenses, 1)
    ]
    total = statement.regime.figure(sum(one.amount for one in statement.expenses))
    rows.append(Row(["", "", "جمع هزینه‌ها", "", "", total], RowKind.TOTAL))
    return [*story, Table(columns, rows)]


def _signatures(statement: CreditStatement) -> list[Flowable]:
    boxes = [SignatureBox("تهیه‌کننده", statement.imprint.printed_by), SignatureBox("مدیر دفتر", statement.manager)]
    return [signed(boxes)]
