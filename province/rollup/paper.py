"""«گزارش تجمیعی استان» on paper, A4 across, laid out by the same engine as the reports of the offices (ADR 19)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.domain.indicators import DEFINITIONS
from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards, Letterhead, SignatureBox, heading
from desktop.reports.layout.cells import Cell, RowKind, TableLook
from desktop.reports.layout.cells import Column as PaperColumn
from desktop.reports.layout.cells import Row as PaperRow
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import A4, ACCENT_DARK, BODY, MM, MUTED, TITLE, WARNING, Align, TextStyle, Weight
from desktop.reports.layout.table import Table as PaperTable
from desktop.reports.office_paper import EMPTY, NOTE, Edges, Imprint, paper, signed
from province.rollup.headline import HEADLINES
from province.rollup.make import TITLE as NAME
from province.rollup.tables import Line, LineKind, Rollup, Section, Table

ACROSS: Final = (A4[1], A4[0])
_MARGIN: Final = 14 * MM
_SUBTITLE = TextStyle(size=13, weight=Weight.SEMIBOLD, align=Align.CENTRE, leading=22)
_STATUS = TextStyle(size=9.5, colour=MUTED, align=Align.CENTRE, space_after=4)
_FIRST = ("I-06", "I-07", "I-09", "I-11", "I-13", "I-14", "I-15")
_KINDS = {
    LineKind.PLAIN: RowKind.PLAIN,
    LineKind.MISSING: RowKind.PLAIN,
    LineKind.GROUP: RowKind.GROUP,
    LineKind.SUBTOTAL: RowKind.SUBTOTAL,
    LineKind.TOTAL: RowKind.TOTAL,
}
_TIGHT = TableLook(zebra=True)


def build(rollup: Rollup, by: str = "") -> bytes:
    """The roll-up as a PDF; the same roll-up gives the same bytes. Raises MissingGlyphError for an unknown character.

    `by` is who printed it.
    """
    month = calendar.month_title(rollup.month)
    story = list(_cover(rollup))
    for section in rollup.sections:
        story += heading(section.title, 110)
        story += _parts(section)
    story += _definitions()
    story.append(_signatures())
    imprint = Imprint(rollup.title, rollup.made_on, by, rollup.fictional)
    edges = Edges(f"{NAME} · {month}", (f"شناسهٔ {digits.to_persian(rollup.basis)}",), ACROSS, _MARGIN)
    return paper(story, f"{NAME} · {month}", imprint, edges)


def _cover(rollup: Rollup) -> Iterator[Flowable]:
    facts = [
        ("شماره", digits.to_persian(rollup.basis)),
        ("تاریخ", calendar.short(rollup.made_on)),
        ("پیوست", "—"),
    ]
    yield Letterhead((rollup.title, "دفتر امور اجتماعی و فرهنگی"), facts)
    yield Paragraph(NAME, TITLE.but(leading=36))
    yield Paragraph([rollup.title, " · ", bold(calendar.month_title(rollup.month), ACCENT_DARK)], _SUBTITLE)
    reporting, expected = digits.grouped(rollup.reporting), digits.grouped(rollup.expected)
    yield Paragraph(f"{reporting} گزارش پذیرفته از {expected} دفتر · شمارهای کم پوشیده", _STATUS)
    cards = _cards(rollup)
    if cards:
        yield Cards(cards, per_row=4)


def _cards(rollup: Rollup) -> list[Card]:
    """The sums to be seen first."""
    tables = rollup.section("headline").tables
    total = next((line for line in tables[0].lines if line.kind is LineKind.TOTAL), None) if tables else None
    if total is None:
        return []
    told = dict(zip((one.code for one in HEADLINES), total.values[1:], strict=True))
    titles = {one.code: one.short for one in HEADLINES}
    reporting = Card("دفترهای این جمع", digits.grouped(rollup.reporting), f"از {digits.grouped(rollup.expected)} دفتر")
    return [reporting, *(Card(titles[code], told[code].text) for code in _FIRST)]


def _parts(section: Section) -> list[Flowable]:
    story: list[Flowable] = [Paragraph(text, BODY.but(align=Align.RIGHT)) for text in section.texts]
    if not section.tables and section.empty:
        story.append(Paragraph(section.empty, EMPTY))
    for table in section.tables:
        story.append(paper_table(table))
        if table.note:
            story.append(Paragraph(table.note, NOTE.but(space_after=6)))
    return story


def paper_table(table: Table) -> PaperTable:
    """A table of the roll-up as the engine draws it: words at the right, numbers in the middle."""
    many = sum(not column.wide for column in table.columns) > _MANY
    columns = [
        PaperColumn(
            column.title, Align.RIGHT if column.wide else Align.CENTRE, 2.2 if column.wide else 1.0,
            86 if column.wide and many else 0, column.over,
        )
        for column in table.columns
    ]  # fmt: skip
    note = f"واحد: {table.unit}" if table.unit else ""
    return PaperTable(columns, [_row(line, len(columns)) for line in table.lines], table.title, note, _TIGHT)


_MANY = 9


def _row(line: Line, width: int) -> PaperRow:
    if line.kind is LineKind.GROUP:
        return PaperRow([line.values[0].text], RowKind.GROUP)
    if line.kind is LineKind.MISSING:
        name, said = line.values[0].text, line.values[1].text
        return PaperRow([name, Cell(said, WARNING, Weight.SEMIBOLD, columns=width - 1)])
    return PaperRow([value.text for value in line.values], _KINDS[line.kind])


def _definitions() -> list[Flowable]:
    """What each column counts, as the reports of the offices say it (G-31)."""
    lines = [Paragraph([bold(f"{one.short}: "), DEFINITIONS[one.code].text], NOTE, bullet="•") for one in HEADLINES]
    return [*heading("پیوست: تعریف شاخص‌ها", 110), *lines]


def _signatures() -> Flowable:
    return signed(
        [
            SignatureBox("تهیه‌کننده: کارشناس امور اجتماعی"),
            SignatureBox("مدیرکل امور اجتماعی و فرهنگی (ناظر عالی)"),
        ]
    )
