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
from desktop.domain.publication import Publication
from desktop.reports.layout.blocks import Card, Cards, Facts, SignatureBox, Signatures, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, Spacer
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import BODY, MM, MUTED, SMALL, TITLE, Align, TextStyle, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import DASH, fictional_mark, moment_of, number_text, running_foot, running_head
from desktop.reports.shared_copy import COPIES, HIDDEN, NOTE, SHARED, Covered
from desktop.reports.told_again import ToldByReport, place_of

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
    """One market. Visitors are counted, never written down. `copy`: internal or shared.

    `month` is the report of its month, which tells some of the numbers too.
    """

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
    month: MonthlyReport | None = None

    @property
    def visitors(self) -> dict[str, int]:
        """How many women, men and children came, as far as they were counted."""
        told = (("زن", self.women), ("مرد", self.men), ("کودک", self.children))
        return {name: count for name, count in told if count is not None}


def publication_of(market: MarketSummary) -> Publication:
    """All counts of the summary with their sums, and what the report of the month told of them."""
    apart = [row.stalls for row in market.products]
    published = Publication(counts={f"stalls/{at}": count for at, count in enumerate(apart)})
    published.counts |= {"stalls": market.stalls, f"stalls/{ALL}": sum(apart)}
    published.total(f"stalls/{ALL}", [f"stalls/{at}" for at in range(len(apart))])
    if apart and sum(apart) <= market.stalls:  # how many were not written apart, follows
        published.counts["stalls/rest"] = market.stalls - sum(apart)
        published.total("stalls", [f"stalls/{ALL}", "stalls/rest"])
    visitors = {f"visitors/{name}": count for name, count in market.visitors.items()}
    published.counts.update((*visitors.items(), (f"visitors/{ALL}", sum(visitors.values()))))
    published.total(f"visitors/{ALL}", visitors)
    if market.volunteers is not None:
        published.counts["volunteers"] = market.volunteers
    if market.month is not None:
        _hang(published, market, market.month)
    return published


def _hang(published: Publication, market: MarketSummary, month: MonthlyReport) -> None:
    at = place_of(((row.title, row.started_on) for row in month.events), (market.title, market.started_on))
    known = ToldByReport(month)
    stalls = [cell for cell in published.counts if str(cell).startswith("stalls/")]
    known.hang(published, "stalls", f"events/{at}/stalls", stalls)
    known.hang(published, "volunteers", f"events/{at}/volunteers")
    known.hang(published, f"visitors/{ALL}", f"events/{at}/headcount", [f"visitors/{name}" for name in market.visitors])


def build(market: MarketSummary) -> bytes:
    """The summary as a PDF. Raises MissingGlyphError for a character the font lacks."""
    copy = Covered(publication_of(market).covers() if market.copy == SHARED else {}, shared=market.copy == SHARED)
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=4)),
        Facts(_facts(market)),
        _cards(market, copy),
        *_sales(market, copy),
        *_products(market, copy),
        *_visitors(market, copy),
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


def _cards(market: MarketSummary, copy: Covered) -> Cards:
    hidden = not copy.exact("stalls")  # the sales of all may nearly be those of one person
    sales, unit = _short(market.sales_rial, market.regime, hidden=hidden)
    visitors = market.visitors
    return Cards(
        [
            Card(
                "بازدیدکننده",
                copy.count(f"visitors/{ALL}", sum(visitors.values())) if visitors else DASH,
                "شمارش بی‌نام",
            ),
            Card("غرفه", copy.count("stalls", market.stalls)),
            Card("فروش", sales, unit),
            Card("همیار", copy.count("volunteers", market.volunteers)),
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


def _sales(market: MarketSummary, copy: Covered) -> list[Flowable]:
    rial, regime = market.sales_rial, market.regime
    if rial is None or not copy.exact("stalls"):
        return []
    said = f" («{million_toman(rial)}»)" if regime is Regime.RIAL else ""
    words = Paragraph(regime.words(rial), SMALL.but(leading=15, space_after=4))
    return [Paragraph(f"فروش همهٔ غرفه‌ها: {regime.amount(rial)}{said}", _SALES), words]


def _products(market: MarketSummary, copy: Covered) -> list[Flowable]:
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
    cells, hidden = [f"stalls/{at}" for at in range(len(market.products))], _hidden_sales(market, copy)
    rows = [
        Row(
            [
                Cell(row.product, weight=Weight.MEDIUM),
                copy.count(cell, row.stalls),
                *amounts(row.sales_rial, hidden=cell in hidden),
            ]
        )
        for row, cell in zip(market.products, cells, strict=True)
    ]
    sales = [row.sales_rial for row in market.products if row.sales_rial is not None]
    stalls = sum(row.stalls for row in market.products)
    hidden_total = not copy.exact(f"stalls/{ALL}") or len(hidden) == 1
    total = copy.count(f"stalls/{ALL}", stalls)
    rows.append(Row(["جمع", total, *amounts(sum(sales) if sales else None, hidden=hidden_total)], RowKind.TOTAL))
    units = ("غرفه", market.regime.small_unit, *(["تومان"] if market.regime is Regime.RIAL else []))
    story.append(Table(columns, rows, "فروش بازارچه", f"واحد: {'، '.join(units)}"))
    return [*story, *_left_over(market, stalls, sum(sales))]


def _hidden_sales(market: MarketSummary, copy: Covered) -> set[str]:
    """The products whose sales are not told: of few stalls, and one more where theirs would follow from the sum."""
    known = {f"stalls/{at}": row.sales_rial for at, row in enumerate(market.products) if row.sales_rial is not None}
    hidden = {f"stalls/{at}" for at in range(len(market.products)) if not copy.exact(f"stalls/{at}")}
    others = sorted((sales, cell) for cell, sales in known.items() if cell not in hidden and sales)
    if len([cell for cell in hidden if known.get(cell)]) == 1 and others:
        hidden.add(others[0][1])
    return hidden


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


def _visitors(market: MarketSummary, copy: Covered) -> list[Flowable]:
    story = heading("بازدیدکنندگان", 80)
    counted = market.visitors
    if not counted:
        return [*story, Paragraph("بازدیدکنندگان شمرده نشده‌اند.", _QUIET)]
    texts = [copy.count(f"visitors/{name}", count) for name, count in counted.items()]
    total = copy.count(f"visitors/{ALL}", sum(counted.values()))
    columns = [*(Column(name, Align.CENTRE) for name in counted), Column("جمع", Align.CENTRE)]
    note = "شمارش بی‌نام است و با شرکت‌کنندگان کارگاه‌ها جمع نمی‌شود."
    table = Table(columns, [Row([*texts, Cell(total, weight=Weight.SEMIBOLD)])], "به تفکیک زن، مرد و کودک", "واحد: نفر")
    return [*story, table, Paragraph(note, SMALL.but(leading=14))]


def _furniture(market: MarketSummary, page: Page) -> None:
    running_head(page, market.office_title, f"{_TITLE} · {market.title}", _MARGIN)
    by = (market.printed_by,) if market.printed_by else ()
    running_foot(page, (calendar.short(market.printed_on), *by), _MARGIN)
    if market.fictional:
        fictional_mark(page)
