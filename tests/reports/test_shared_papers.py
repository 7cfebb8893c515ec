"""All papers of an office that leave it in two months, in the hands of somebody who keeps them (G-20, G-21)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.domain.publication import Band, Publication
from desktop.reports import market_summary, monthly_copy, profile_copy, workshop_report
from desktop.reports.market_summary import MarketSummary, ProductRow
from desktop.reports.monthly_rows import CoverRow, EventRow, MonthlyReport, NeedFieldRow, WorkshopRow
from desktop.reports.profile_rows import NeedsRow, Profile
from desktop.reports.workshop_report import SessionResult, WorkshopReport
from tests.domain.attacker import Collector
from tests.reports import partner_samples, samples, workshop_samples

FIELDS, PLACES = ("سلامت", "آموزش", "عمرانی"), ("محلهٔ یک", "محلهٔ دو", "محلهٔ سه")
FEW = st.one_of(st.integers(0, 5), st.integers(0, 30))
Cell = tuple[str, Hashable]


class Month:
    """One month of a random office: its report, and the papers that tell some of its numbers again."""

    def __init__(self, draw: st.DrawFn, month: str, before: Month | None) -> None:
        self.open = {(field, place): draw(FEW) for field in FIELDS for place in PLACES}
        self.met = {(field, place): draw(FEW) for field in FIELDS for place in PLACES}
        self.before = before
        self.workshops = [_workshop(draw, f"کارگاه {at}") for at in range(3)]
        self.markets = [_market(draw, f"بازارچهٔ {at}") for at in range(2)]
        report = samples.report(
            month=month, indicators=(), coverage=(), visits=(), agencies=(), trend=(), needs=tuple(self._needs(draw)),
            workshops=tuple(map(_workshop_row, self.workshops)), events=tuple(map(_event_row, self.markets)),
        )  # fmt: skip
        earlier = None if before is None else before.report
        self.publication = monthly_copy.publication_of(report, earlier)
        self.report: MonthlyReport = replace(report, covers=monthly_copy.covers_of(report, earlier))

    def _needs(self, draw: st.DrawFn) -> Iterator[NeedFieldRow]:
        for field in FIELDS:
            end = sum(self.open[field, place] for place in PLACES)
            begun = 0 if self.before is None else sum(self.before.open[field, place] for place in PLACES)
            met = draw(st.integers(0, begun))
            new = max(0, end - begun + met)
            yield NeedFieldRow(field, begun, new, 0, met, 0, begun + new - met - end, end)

    def profile(self, place: str) -> Profile:
        """What the profile of a place prints of this month."""
        needs = {one: tuple(self._of_place(one)) for one in PLACES}
        return partner_samples.profile(
            key=place, needs=needs.pop(place), needs_elsewhere=tuple(needs.items()), report=self.report, projects=()
        )

    def _of_place(self, place: str) -> Iterator[NeedsRow]:
        for field in FIELDS:
            now = self.open[field, place], self.met[field, place]
            if self.before is None:
                yield NeedsRow(field, *now)
            else:
                yield NeedsRow(field, *now, self.before.open[field, place], self.before.met[field, place])

    def papers(self) -> Iterator[tuple[str, Publication]]:
        """Every paper by its name, with what it publishes."""
        name = self.report.month
        yield name, self.publication
        for at, workshop in enumerate(self.workshops):
            yield f"{name} workshop {at}", workshop_report.publication_of(replace(workshop, months=(self.report,)))
        for at, market in enumerate(self.markets):
            yield f"{name} market {at}", market_summary.publication_of(replace(market, month=self.report))
        yield f"{name} profiles", profile_copy.publication_of(self.profile(PLACES[0]))

    def same(self) -> Iterator[tuple[Cell, Cell]]:
        """Numbers that stand in two papers."""
        name = self.report.month
        for at in range(len(self.workshops)):
            row = (("unique", "participants"), ("heads", "women_heads"), ("not_heads", "others"))
            yield from (((f"{name} workshop {at}", here), (name, f"workshops/{at}/{there}")) for here, there in row)
        for at in range(len(self.markets)):
            row = (("visitors/*", "headcount"), ("volunteers", "volunteers"), ("stalls", "stalls"))
            told = {cell for cell, _ in monthly_copy.cells_of(self.report)}
            yield from (
                ((f"{name} market {at}", here), (name, f"events/{at}/{there}"))
                for here, there in row
                if f"events/{at}/{there}" in told
            )
        for field in (*FIELDS, "*"):
            yield (f"{name} profiles", f"needs/{field}/open/*"), (name, f"needs/{field}/open_end")


def _workshop(draw: st.DrawFn, title: str) -> WorkshopReport:
    heads, others, unknown, rest = (draw(FEW) for _ in range(4))
    unique = heads + others + unknown
    sessions = _held(unique), _held(draw(st.integers(0, unique)), 2)
    completed = draw(st.integers(0, unique))
    return workshop_samples.workshop_report(
        title=title, sessions=sessions, seated=completed + rest, unique=unique, women_heads=heads,
        women_heads_known=heads + others, completed=completed, copy="shared",
    )  # fmt: skip


def _workshop_row(told: WorkshopReport) -> WorkshopRow:
    return WorkshopRow(told.title, told.type, 2, 4, 30, told.unique, told.came * 2, told.women_heads)


def _market(draw: st.DrawFn, title: str) -> MarketSummary:
    products = tuple(ProductRow(f"کالای {at}", draw(st.integers(1, 8)), 1_000_000) for at in range(3))
    apart = sum(row.stalls for row in products)
    return workshop_samples.market(
        title=title, products=products, stalls=apart + draw(FEW), women=draw(FEW), men=draw(FEW), children=draw(FEW),
        volunteers=draw(FEW), copy="shared",
    )  # fmt: skip


def _event_row(told: MarketSummary) -> EventRow:
    heads = sum(told.visitors.values())
    return EventRow(told.title, "بازارچه", told.started_on, told.ended_on, "", heads, told.volunteers, told.stalls, 1)


@st.composite
def two_months(draw: st.DrawFn) -> tuple[Month, Month]:
    """A month and the one after it."""
    first = Month(draw, "1404-05", None)
    return first, Month(draw, "1404-06", first)


@settings(max_examples=3, phases=(Phase.generate,))  # a smaller office would be sought for minutes
@given(two_months())
def test_no_small_count_can_be_worked_out_from_all_papers_of_two_months_together(months: tuple[Month, Month]) -> None:
    papers = {name: paper for month in months for name, paper in month.papers()}
    stocks = [(("1404-06", f"needs/{field}/open_start"), ("1404-05", f"needs/{field}/open_end")) for field in FIELDS]
    same = [*(pair for month in months for pair in month.same()), *stocks]
    assert Collector(papers, same).knows() is None


def test_a_paper_does_not_tell_the_hiding_place_of_a_small_count_of_its_month() -> None:
    few, many = (_course(title, unique) for title, unique in (("کارگاه کم", 3), ("کارگاه پر", 19)))
    rows = (*map(_workshop_row, (few, many)),)
    covers = (CoverRow("workshops/0/participants", "few"), CoverRow("workshops/1/participants", "hidden"))
    report = samples.report(workshops=rows, covers=covers)
    alone = workshop_report.publication_of(many).covers()
    beside = workshop_report.publication_of(replace(many, months=(report,))).covers()
    assert "unique" not in alone
    assert {"unique", "came/1", "came/2"} <= beside.keys(), "with the sum of both workshops it would tell of the three"


def _course(title: str, came: int) -> WorkshopReport:
    return workshop_samples.workshop_report(
        title=title, sessions=(_held(came), _held(came, 2)), unique=came, women_heads=0, women_heads_known=came,
        seated=30, completed=0, copy="shared",
    )  # fmt: skip


def _held(came: int, no: int = 1) -> SessionResult:
    return SessionResult(no, workshop_samples.SESSIONS[0].on, True, "", came, hours=2, person_hours=2 * came)


def test_a_profile_tells_in_bands_what_moved_by_few_since_the_month_before() -> None:
    moved, grown = NeedsRow("سلامت", 43, 12, 41, 12), NeedsRow("آموزش", 60, 20, 50, 10)
    profile = partner_samples.profile(needs=(moved, grown), work=(("شاغل", 31),))
    covers = profile_copy.publication_of(profile).covers()
    assert covers["needs/سلامت/open/here"] == Band(40, 44)
    assert "needs/سلامت/met/here" not in covers
    assert covers["work/0"] == Band(30, 34), "nobody knows what an earlier printing told"


def test_the_profiles_of_all_places_hide_the_same_whichever_is_printed() -> None:
    rows = {
        "یک": (NeedsRow("سلامت", 3, 9), NeedsRow("آموزش", 7, 8)),
        "دو": (NeedsRow("سلامت", 8, 9), NeedsRow("آموزش", 9, 7)),
    }
    report = samples.report(needs=(), workshops=(), events=())
    one, two = (
        profile_copy.publication_of(
            partner_samples.profile(
                key=key, needs=rows[key], needs_elsewhere=((other, rows[other]),), report=report, projects=()
            )
        )
        for key, other in (("یک", "دو"), ("دو", "یک"))
    )
    assert one.covers() == two.covers()
