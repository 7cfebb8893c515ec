"""«مقایسهٔ دو ماه»: every indicator of two months side by side, with how it changed, A4 on its side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.persian import digits
from desktop.reports.indicator_texts import fraction_text, signed_text, unit_text
from desktop.reports.layout.blocks import Card, Cards, heading
from desktop.reports.layout.charts import GroupedBars, Series
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import A4, CAPTION, MUTED, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table
from desktop.reports.monthly_rows import IndicatorRow
from desktop.reports.office_page import DASH
from desktop.reports.office_paper import NOTE, Edges, Imprint, paper, titled
from desktop.reports.shared_copy import COPIES, INTERNAL
from desktop.reports.told_months import ToldCopy, ToldMonth

_TITLE = "مقایسهٔ دو ماه"
_CHARTS = (
    ("شمارها", ("I-01", "I-05", "I-06", "I-07", "I-08", "I-15")),
    ("نرخ‌ها (درصد)", ("I-03", "I-09", "I-11", "I-12", "I-16", "I-18")),
)
"""The main indicators of one unit each; those of a unit of their own stand among the cards."""
_HOW = (
    "از ماه امضاشده آنچه امضا شد گفته می‌شود و از پیش‌نویس آنچه امروز شمرده می‌شود. «—» یعنی رقمی نبوده یا تغییر حساب‌شدنی "
    "نیست. تغییر نرخ‌ها به واحد درصد است."
)


@dataclass(frozen=True, slots=True)
class MonthComparison:
    """Two months with their reports, the earlier one first."""

    imprint: Imprint
    earlier: ToldMonth
    later: ToldMonth


def build(comparison: MonthComparison, copy: str = INTERNAL) -> bytes:
    """The comparison as a PDF. Raises MissingGlyphError for a character the font lacks."""
    pair = _Pair(comparison, copy)
    under = f"{pair.earlier.title} ({pair.earlier.state}) و {pair.later.title} ({pair.later.state})"
    title = f"{_TITLE} · {pair.earlier.title} و {pair.later.title}"
    story = [
        *titled(_TITLE, f"{under} · نسخهٔ {COPIES[copy]}"),
        pair.cards(),
        *pair.charts(),
        *heading("همهٔ شاخص‌ها"),
        pair.table(),
        Paragraph(_HOW, NOTE),
        *pair.redefined(),
        *pair.told.note,
    ]
    width, height = A4
    return paper(story, title, comparison.imprint, Edges(title, size=(height, width)))


class _Pair:
    """What one copy tells of two months."""

    def __init__(self, comparison: MonthComparison, copy: str) -> None:
        self.told = ToldCopy((comparison.earlier, comparison.later), copy)
        self.earlier, self.later = self.told.months

    def _rows(self) -> Iterator[IndicatorRow]:
        """Each indicator once, as the later month names it; then what only the earlier one had."""
        later = self.later.report.indicators if self.later.report else ()
        earlier = self.earlier.report.indicators if self.earlier.report else ()
        yield from later
        known = {row.cell for row in later}
        yield from (row for row in earlier if row.cell not in known)

    def _values(self, cell: str) -> tuple[float, float] | None:
        """Both figures, where both are told exactly and in one unit."""
        one, other = self.earlier.row(cell), self.later.row(cell)
        before, now = self.told.value(self.earlier, cell), self.told.value(self.later, cell)
        if one is None or other is None or one.unit != other.unit or before is None or now is None:
            return None
        return before, now

    def _change(self, row: IndicatorRow) -> tuple[str, str, int]:
        """By how much it changed, by which part of what it was, and whether up or down."""
        values = self._values(row.cell)
        if values is None:
            return DASH, DASH, 0
        before, now = values
        moved = now - before
        trend = (moved > 0) - (moved < 0)
        if not moved:
            return digits.to_persian("0"), DASH if row.unit == "percent" or not before else digits.percent(0), 0
        if row.unit == "percent":
            return f"{signed_text(moved, 1)} واحد", DASH, trend
        part = _signed_share(moved / before * 100) if before else DASH
        return signed_text(moved, None if moved == int(moved) else 1), part, trend

    def cards(self) -> Cards:
        """The indicators to be seen first, with what they were."""
        cards = []
        for row in self._rows():
            if row.headline:
                change, _part, trend = self._change(row)
                was = f"در {self.earlier.title}: {self.told.text(self.earlier, row.cell)}"
                note = was if change == DASH else f"{change} · {was}"
                cards.append(Card(row.title, self.told.text(self.later, row.cell), note, trend))
        return Cards(cards)

    def charts(self) -> list[Flowable]:
        """Both months as bars, indicators of one unit together; what is not told is not drawn."""
        titles = {row.cell: row.title for row in self._rows()}
        story: list[Flowable] = []
        for caption, codes in _CHARTS:
            drawn = [
                code
                for code in codes
                if any(self.told.value(month, code) is not None for month in (self.earlier, self.later))
            ]
            if not drawn:
                continue
            series = [
                Series(month.title, [self.told.value(month, code) for code in drawn])
                for month in (self.earlier, self.later)
            ]
            chart = GroupedBars([titles[code] for code in drawn], series, 185)
            story.append(KeepTogether([Paragraph(caption, CAPTION.but(space_after=2)), chart]))
        return story

    def table(self) -> Table:
        """Everything, from the first indicator to the last."""
        columns = [Column("شاخص", grow=2.4), Column("واحد", Align.CENTRE)]
        for month in (self.earlier, self.later):
            over = f"{month.title} ({month.state})"
            columns += [Column("مقدار", Align.CENTRE, over=over), Column("صورت از مخرج", Align.CENTRE, over=over)]
        columns += [Column("مقدار", Align.CENTRE, over="تغییر"), Column("درصد", Align.CENTRE, over="تغییر")]
        return Table(columns, [Row(self._cells(row)) for row in self._rows()], "شاخص‌های دو ماه", "واحد: در هر سطر")

    def _cells(self, row: IndicatorRow) -> list[str | Cell]:
        change, part, trend = self._change(row)
        colour, weight = (MUTED, None) if row.beside else (None, Weight.SEMIBOLD)
        cells: list[str | Cell] = [Cell(f"– {row.title}", MUTED) if row.beside else row.title]
        units = [unit_text(found.unit) for month in (self.earlier, self.later) if (found := month.row(row.cell))]
        cells.append(Cell(" / ".join(dict.fromkeys(units)), MUTED))
        for month in (self.earlier, self.later):
            found = month.row(row.cell)
            cells.append(Cell(self.told.text(month, row.cell), colour, weight))
            cells.append(DASH if found is None else fraction_text(found, self.told.of(month)))
        return [*cells, Cell(change, trend=trend), part]

    def redefined(self) -> list[Flowable]:
        """Which indicators were counted otherwise then: their change may be of the definition."""
        changed = [
            row.title
            for row in self._rows()
            if (was := self.earlier.row(row.cell)) is not None and was.definition != row.definition
        ]
        if not changed:
            return []
        return [Paragraph(f"تعریف این شاخص‌ها در دو گزارش یکی نیست: {'، '.join(changed)}.", NOTE)]


def _signed_share(share: float) -> str:
    text = digits.percent(share)
    return ltr(f"+{text}" if share > 0 else text)
