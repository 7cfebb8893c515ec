"""Tables and pictures of a neighbourhood's profile."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.persian import calendar, digits
from desktop.domain.persian.regime import Regime
from desktop.domain.suppression import band
from desktop.reports.layout.charts import BarChart, Point
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.gauges import ColourGrid, GapBars, GridColumn, GridRow, Measure
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import (
    CAPTION,
    GOOD,
    GREEN_SOFT,
    MUTED,
    RED_SOFT,
    WARNING,
    YELLOW_SOFT,
    Align,
    Weight,
)
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL
from desktop.reports.office_page import DASH, number_text
from desktop.reports.profile_rows import (
    CapacityRow,
    CityRow,
    FacilityRow,
    GroupRow,
    HarmRow,
    NeedsRow,
    PopulationRow,
    ProjectRow,
    ServiceLevelRow,
    SurveyRow,
)
from desktop.reports.shared_copy import FEW, HIDDEN, Covered

_MOST_BARS = 8


def measure_text(value: float | None) -> str:
    """A measure with at most two decimals: «۳٫۲۵», «۴٫۲», «۴»."""
    if value is None:
        return DASH
    text = digits.decimal(value, 2)
    return text.rstrip("۰").removesuffix("٫") if "٫" in text else text


def year_text(year: int | None) -> str:
    return DASH if year is None else digits.to_persian(str(year))


def population_table(rows: Sequence[PopulationRow]) -> Table:
    """Each figure with its year, source and range."""
    columns = [
        Column("سال", Align.CENTRE, 0, 48),
        Column("جمعیت (نفر)", Align.CENTRE),
        Column("خانوار", Align.CENTRE),
        Column("منبع", grow=1.5),
        Column("دقت", grow=1.5),
    ]
    body = [
        Row(
            [
                year_text(row.year),
                Cell(number_text(row.population), weight=Weight.SEMIBOLD),
                number_text(row.households),
                row.source,
                Cell(_accuracy(row), MUTED),
            ]
        )
        for row in sorted(rows, key=lambda row: (-row.year, row.source))
    ]
    return Table(columns, body, "جمعیت به تفکیک سال و منبع")


def _accuracy(row: PopulationRow) -> str:
    bounds = [number_text(bound) for bound in (row.low, row.high) if bound is not None]
    reach = f"میان {' و '.join(bounds)}" if len(bounds) == 2 else ""
    return "، ".join(part for part in ("برآورد" if row.estimated else "", reach) if part) or "شمارش"


def city_text(city: str, row: CityRow | None) -> str:
    """«۱۲٫۳٪ از ۷۳۸٬۰۰۰ نفر شهر کرمان (۱۴۰۰، سرشماری)»."""
    if row is None or row.share is None:
        return ""
    whole = f"{number_text(row.population)} نفر شهر {city} ({year_text(row.year)}، {row.source})"
    return f"سهم محله از جمعیت شهر: {digits.percent(row.share)} از {whole}"


def work_table(rows: Sequence[tuple[str, int]], copy: Covered) -> Table:
    """How registered residents stand to work, as far as it may leave the office."""
    body = [Row([what, told(copy.count(f"work/{at}", count))]) for at, (what, count) in enumerate(rows)]
    total = copy.count(f"work/{ALL}", sum(count for _what, count in rows))
    body.append(Row(["جمع", total], RowKind.TOTAL))
    return Table([Column("وضعیت", grow=3), Column("ساکن", Align.CENTRE)], body, "", "واحد: ساکن ثبت‌شدهٔ فعال")


def surveys_table(rows: Sequence[SurveyRow], asked: Sequence[str], copy: Covered) -> Table:
    """The means of each year beside one another, the newest first; none of so few that it tells of them."""
    columns = [Column("سال", Align.CENTRE), Column("پاسخ‌دهنده (نفر)", Align.CENTRE)]
    columns += [Column(what, Align.CENTRE, 1.4) for what in asked]
    body = [
        Row([year_text(row.year), told(copy.count(cell, row.respondents)), *_means(row, hidden=not copy.exact(cell))])
        for row, cell in ((row, f"surveys/{row.year}") for row in sorted(rows, key=lambda row: -row.year))
    ]
    return Table(columns, body, "میانگین پاسخ‌ها")


def _means(row: SurveyRow, *, hidden: bool) -> list[str | Cell]:
    return [told(HIDDEN) if hidden and mean is not None else measure_text(mean) for mean in row.means]


def population_chart(rows: Sequence[PopulationRow]) -> list[Flowable]:
    """One bar for each year, when there is more than one."""
    of_year = {row.year: row.population for row in sorted(rows, key=lambda row: (row.year, row.population))}
    if len(of_year) < 2:
        return []
    points = [Point(year_text(year), count) for year, count in sorted(of_year.items())[-_MOST_BARS:]]
    caption = Paragraph("جمعیت در گذر سال‌ها (واحد: نفر)", CAPTION.but(space_after=2))
    return [KeepTogether([caption, BarChart(points, height=130)])]


def services_table(rows: Sequence[ServiceLevelRow], places: Sequence[str] = ()) -> Table:
    """Each service for each head, before and after, against its standard; `places` names the place of each row."""
    columns = [
        *([Column("محله", grow=1.4)] if places else []),
        Column("خدمت", grow=1.6),
        Column("واحد", Align.CENTRE),
        Column("پیش‌تر", Align.CENTRE),
        Column("اکنون", Align.CENTRE),
        Column("تغییر", Align.CENTRE),
        Column("استاندارد", Align.CENTRE),
        Column("کمبود", Align.CENTRE),
        Column("منبع", grow=1.3),
    ]
    named = [[place] for place in places] or [[] for _ in rows]
    body = [Row([*place, *_service_cells(row)]) for place, row in zip(named, rows, strict=True)]
    return Table(columns, body, "سرانهٔ خدمات، پیش و پس", "سال در کمانک")


def _service_cells(row: ServiceLevelRow) -> list[str | Cell]:
    before = DASH if row.before is None else f"{measure_text(row.before)} ({year_text(row.before_year)})"
    change = row.change or 0
    moved = DASH if row.change is None else ltr(f"{'+' if change > 0 else ''}{measure_text(row.change)}")
    short = row.gap is not None and row.gap > 0
    gap = DASH if row.gap is None else measure_text(row.gap) if short else "ندارد"
    return [
        row.kind,
        Cell(row.unit, MUTED),
        before,
        Cell(f"{measure_text(row.value)} ({year_text(row.year)})", weight=Weight.SEMIBOLD),
        Cell(moved, trend=(change > 0) - (change < 0)),
        measure_text(row.standard),
        Cell(gap, WARNING if short else GOOD if row.gap is not None else None, Weight.SEMIBOLD),
        Cell(row.source, MUTED),
    ]


def services_picture(rows: Sequence[ServiceLevelRow]) -> list[Flowable]:
    """How far each service is from its standard; those without one have no bar."""
    measures = [Measure(row.kind, row.value, row.standard, row.before, _share(row)) for row in rows if row.standard]
    if not measures:
        return []
    marked = "؛ خط تیره: پیش‌تر" if any(measure.before is not None for measure in measures) else ""
    caption = Paragraph(f"فاصله تا استاندارد{marked}", CAPTION.but(space_after=4))
    bars: list[Flowable] = [GapBars(measures[at : at + 12]) for at in range(0, len(measures), 12)]
    return [KeepTogether([caption, bars[0]]), *bars[1:]]


def _share(row: ServiceLevelRow) -> str:
    return f"{measure_text(row.value)} از {measure_text(row.standard)}"


def facilities_table(rows: Sequence[FacilityRow], copy: Covered) -> Table:
    """The places that serve, with what they offer and whom they employ."""
    columns = [
        Column("مکان", grow=1.6),
        Column("گونه"),
        Column("خدمات", grow=2.4),
        Column("بهره‌بردار", grow=1.2),
        Column("گشایش", Align.CENTRE),
        Column("زیربنا (م²)", Align.CENTRE),
        Column("شاغل (نفر)", Align.CENTRE),
        Column("وضعیت", Align.CENTRE),
    ]
    body = [
        Row(
            [
                Cell(row.name, weight=Weight.MEDIUM),
                Cell(row.type, MUTED),
                "؛ ".join(row.services) or DASH,
                row.owner or DASH,
                calendar.short(row.opened_on) if row.opened_on else DASH,
                measure_text(row.area),
                told(copy.count(f"facilities/{at}", row.jobs)),
                row.status,
            ]
        )
        for at, row in enumerate(rows)
    ]
    known = [row.jobs for row in rows if row.jobs is not None]
    if known:
        total = copy.count(f"facilities/{ALL}", sum(known))
        body.append(Row(["جمع", "", "", "", "", "", total, ""], RowKind.TOTAL))
    return Table(columns, body)


def capacities_table(rows: Sequence[CapacityRow], caption: str = "") -> Table:
    """What the neighbourhood has, and what it could be used for."""
    columns = [
        Column("ظرفیت", grow=2),
        Column("گونه"),
        Column("کاربری‌های پیشنهادی", grow=2.4),
        Column("مالک یا متولی", grow=1.2),
        Column("وضعیت", Align.CENTRE),
    ]
    body = [
        Row(
            [
                Cell(row.title, weight=Weight.MEDIUM),
                Cell(row.kind, MUTED),
                "؛ ".join(row.uses) or DASH,
                row.owner or DASH,
                row.status,
            ]
        )
        for row in rows
    ]
    return Table(columns, body, caption)


def groups_table(rows: Sequence[GroupRow], copy: Covered) -> Table:
    """The local groups by name and size, no member named."""
    columns = [Column("گروه", grow=2), Column("گونه"), Column("اعضا (نفر)", Align.CENTRE), Column("از", Align.CENTRE)]
    body = [
        Row(
            [
                Cell(row.name, weight=Weight.MEDIUM),
                Cell(row.kind, MUTED),
                told(copy.count(f"groups/{at}", row.members)),
                row.since or DASH,
            ]
        )
        for at, row in enumerate(rows)
    ]
    return Table(columns, body)


def needs_table(rows: Sequence[NeedsRow], place: str, copy: Covered) -> Table:
    """Needs by field, as far as they may leave the office; a field without any stands there where that is a secret."""
    columns = [Column("حوزه", grow=2), Column("باز", Align.CENTRE), Column("برآورده در یک سال", Align.CENTRE)]
    body = []
    for row in rows:
        cells = [f"needs/{row.field}/{name}/{place}" for name in ("open", "met")]
        if row.open or row.met or not copy.exact(*cells):
            counts = zip(cells, (row.open, row.met), strict=True)
            body.append(Row([row.field, *(told(copy.count(cell, count)) for cell, count in counts)]))
    sums = (("open", sum(row.open for row in rows)), ("met", sum(row.met for row in rows)))
    body.append(Row(["جمع", *(copy.count(f"needs/{ALL}/{name}/{place}", n) for name, n in sums)], RowKind.TOTAL))
    return Table(columns, body, "به تفکیک حوزه", "واحد: نیاز")


def told(text: str) -> str | Cell:
    """A count that is not told stands back behind those that are."""
    return Cell(text, MUTED) if text in (FEW, HIDDEN) else text


def projects_table(rows: Sequence[ProjectRow], regime: Regime, copy: Covered, caption: str = "") -> Table:
    """What is being done for the place, and what it costs."""
    columns = [
        Column("پروژه", grow=2.4),
        Column("گونه"),
        Column("وضعیت"),
        Column("پیشرفت", Align.CENTRE),
        Column(f"هزینه ({regime.unit})", Align.CENTRE),
        Column("بهره‌مند (نفر)", Align.CENTRE),
        Column("شغل", Align.CENTRE),
    ]
    body = [
        Row(
            [
                Cell(row.title, weight=Weight.MEDIUM),
                Cell(row.kind, MUTED),
                row.status,
                digits.percent(row.progress, 0),
                DASH if row.cost is None else regime.figure(row.cost),
                told(copy.count(f"projects/{at}/served", row.beneficiaries)),
                told(copy.count(f"projects/{at}/jobs", row.jobs)),
            ]
        )
        for at, row in enumerate(rows)
    ]
    costs = [row.cost for row in rows if row.cost is not None]
    jobs = [row.jobs for row in rows if row.jobs is not None]
    cost = regime.figure(sum(costs)) if costs else DASH
    all_jobs = copy.count(f"projects/{ALL}/jobs", sum(jobs) if jobs else None)
    body.append(Row(["جمع", "", "", "", cost, "", all_jobs], RowKind.TOTAL))
    return Table(columns, body, caption)


def harms_grid(places: Sequence[tuple[str, Sequence[HarmRow]]]) -> ColourGrid:
    """The colours of places for each harm, in bands; a place without a name, or with one harm, needs no title."""
    columns = [GridColumn("سبز", GREEN_SOFT), GridColumn("زرد", YELLOW_SOFT), GridColumn("قرمز", RED_SOFT)]
    rows: list[GridRow] = []
    for place, harms in places:
        alone = f"{place} · " if place and len(harms) == 1 else ""
        rows += [GridRow(place)] if place and not alone else []
        rows += [GridRow(alone + one.harm, [band(count) if count else "" for count in one.counts]) for one in harms]
    return ColourGrid(columns, rows)
