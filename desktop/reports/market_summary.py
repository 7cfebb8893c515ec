"""«خلاصهٔ بازارچه»: stalls, sales and visitors of one market, A4. No seller is named and no income told.

The whole paper counts in one rial; where that is today's, toman stand beside it, as they are said in the market.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar
from desktop.domain.persian.money import million_toman
from desktop.domain.persian.regime import Regime
from desktop.domain.suppression import is_small, told
from desktop.reports.layout.blocks import Card, Cards, Facts, SignatureBox, Signatures, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, Spacer
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import BODY, MM, MUTED, SMALL, TITLE, Align, TextStyle, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.office_page import DASH, fictional_mark, moment_of, number_text, running_foot, running_head
from desktop.reports.shared_copy import COPIES, FEW, HIDDEN, NOTE, SHARED, count_text, counts_text

_MARGIN = 16 * MM
_TITLE = "خلاصهٔ بازارچه"
_QUIET = TextStyle(size=10, colour=MUTED, leading=19, space_after=4)
_SALES = BODY.but(size=11.5, align=Align.RIGHT, weight=Weight.MEDIUM)


@dataclass(frozen=True, slots=True)
class ProductRow:
    """What one product brought: how many stalls had it, and their sales in rial; None when they told nothing."""

    product: str
    stalls: int
    sales_rial: int | None


@dataclass(frozen=True, slots=True)
class MarketSummary:
    """One market. Visitors are counted, never written down. `copy`: internal or shared."""

    office_title: str
    title: str
    place: str
    neighborhood: str
    started_on: date
    ended_on: date
    partners: tuple[str, ...]
    women: int | None
    men: int | None
    children: int | None
    volunteers: int | None
    stalls: int
    sales_rial: int | None
    products: tuple[ProductRow, ...]
    copy: str
    printed_on: date
    regime: Regime = Regime.RIAL
    printed_by: str = ""
    manager: str = ""
    fictional: bool = False


def build(market: MarketSummary) -> bytes:
    """The summary as a PDF. Raises MissingGlyphError for a character the font lacks."""
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=4)),
        Facts(_facts(market)),
        _cards(market),
        *_sales(market),
        *_products(market),
        *_visitors(market),
        *([Paragraph(NOTE, SMALL.but(leading=14, space_before=4))] if market.copy == SHARED else []),
        Spacer(0, 10),
        KeepTogether([Signatures([SignatureBox("تسهیلگر"), SignatureBox("مدیر دفتر", market.manager)], height=70)]),
    ]
    metadata = Metadata(f"{_TITLE} · {market.title}", moment_of(market.printed_on), market.office_title)
    page = Sheet(top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, market))


def _facts(market: MarketSummary) -> list[tuple[str, str]]:
    one_day = market.started_on == market.ended_on
    when = [("تاریخ", calendar.long(market.started_on))]
    if not one_day:
        when = [("از", calendar.long(market.started_on)), ("تا", calendar.long(market.ended_on))]
    return [
        ("بازارچه", market.title),
        ("مکان", market.place),
        *when,
        ("محله", market.neighborhood or DASH),
        ("همکاران", "، ".join(market.partners) or DASH),
        ("نسخه", COPIES[market.copy]),
    ]


def _few_sellers(market: MarketSummary) -> bool:
    """Whether the sales of all are nearly those of one person."""
    return market.copy == SHARED and is_small(market.stalls)


def _cards(market: MarketSummary) -> Cards:
    counted = [count for count in (market.women, market.men, market.children) if count is not None]
    _, visitors = counts_text(counted, market.copy)
    hidden = _few_sellers(market)
    sales, unit = _short(market.sales_rial, market.regime, hidden=hidden)
    return Cards(
        [
            Card("بازدیدکننده", visitors if counted else DASH, "شمارش بی‌نام"),
            Card("غرفه", count_text(market.stalls, market.copy)),
            Card("فروش", sales, unit),
            Card("همیار", DASH if market.volunteers is None else count_text(market.volunteers, market.copy)),
        ]
    )


def _short(rial: int | None, regime: Regime, *, hidden: bool) -> tuple[str, str]:
    """An amount and its unit as people say it."""
    if hidden or rial is None:
        return HIDDEN if hidden else DASH, ""
    if regime is Regime.RIAL:
        amount, _, unit = million_toman(rial).partition(" ")
        return amount, unit
    return regime.figure(rial), regime.unit


def _sales(market: MarketSummary) -> list[Flowable]:
    rial, regime = market.sales_rial, market.regime
    if rial is None or _few_sellers(market):
        return []
    said = f" («{million_toman(rial)}»)" if regime is Regime.RIAL else ""
    words = Paragraph(regime.words(rial), SMALL.but(leading=15, space_after=4))
    return [Paragraph(f"فروش همهٔ غرفه‌ها: {regime.amount(rial)}{said}", _SALES), words]


def _products(market: MarketSummary) -> list[Flowable]:
    story = heading("غرفه‌ها به تفکیک محصول")
    if not market.products:
        return [*story, Paragraph("غرفه‌ها جدا از هم نوشته نشده‌اند.", _QUIET)]
    amounts = partial(_amounts, market.regime)
    columns = [
        Column("محصول", grow=3),
        Column("غرفه", Align.CENTRE, 0.5, 70),
        Column(f"فروش ({market.regime.small_unit})", Align.CENTRE, 1, 110),
        *([Column("به تومان", Align.CENTRE, 1, 120)] if market.regime is Regime.RIAL else []),
    ]
    counts = [row.stalls for row in market.products]
    texts, total = counts_text(counts, market.copy)
    rows = [
        Row([Cell(row.product, weight=Weight.MEDIUM), text, *amounts(row.sales_rial, hidden=text in (FEW, HIDDEN))])
        for row, text in zip(market.products, texts, strict=True)
    ]
    sales = [row.sales_rial for row in market.products if row.sales_rial is not None]
    hidden_total = market.copy == SHARED and told(counts).total is None
    rows.append(Row(["جمع", total, *amounts(sum(sales) if sales else None, hidden=hidden_total)], RowKind.TOTAL))
    units = ("غرفه", market.regime.small_unit, *(["تومان"] if market.regime is Regime.RIAL else []))
    story.append(Table(columns, rows, "فروش بازارچه", f"واحد: {'، '.join(units)}"))
    return [*story, *_left_over(market, sum(counts), sum(sales))]


def _amounts(regime: Regime, rial: int | None, *, hidden: bool) -> list[str]:
    """The cells of an amount, in the order of the columns."""
    in_both = regime is Regime.RIAL
    if hidden or rial is None:
        return [HIDDEN if hidden else DASH] * (1 + in_both)
    return [regime.small_figure(rial), *([million_toman(rial)] if in_both else [])]


def _left_over(market: MarketSummary, stalls: int, sales: int) -> list[Flowable]:
    """Says aloud where the rows do not make up the whole."""
    if market.copy == SHARED or (stalls == market.stalls and sales == (market.sales_rial or sales)):
        return []
    sentence = (
        f"از {number_text(market.stalls)} غرفه، {number_text(stalls)} غرفه جدا نوشته شده است؛ "
        "جمع جدول ممکن است با فروش کل یکی نباشد."
    )
    return [Paragraph(sentence, SMALL.but(leading=14))]


def _visitors(market: MarketSummary) -> list[Flowable]:
    story = heading("بازدیدکنندگان", 80)
    groups = (("زن", market.women), ("مرد", market.men), ("کودک", market.children))
    counted = [(name, count) for name, count in groups if count is not None]
    if not counted:
        return [*story, Paragraph("بازدیدکنندگان شمرده نشده‌اند.", _QUIET)]
    texts, total = counts_text([count for _, count in counted], market.copy)
    columns = [*(Column(name, Align.CENTRE) for name, _ in counted), Column("جمع", Align.CENTRE)]
    note = "شمارش بی‌نام است و با شرکت‌کنندگان کارگاه‌ها جمع نمی‌شود."
    table = Table(columns, [Row([*texts, Cell(total, weight=Weight.SEMIBOLD)])], "بازدیدکنندگان", "واحد: نفر")
    return [*story, table, Paragraph(note, SMALL.but(leading=14))]


def _furniture(market: MarketSummary, page: Page) -> None:
    running_head(page, market.office_title, f"{_TITLE} · {market.title}", _MARGIN)
    by = (market.printed_by,) if market.printed_by else ()
    running_foot(page, (calendar.short(market.printed_on), *by), _MARGIN)
    if market.fictional:
        fictional_mark(page)
