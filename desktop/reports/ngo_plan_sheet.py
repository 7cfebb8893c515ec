"""«برگهٔ طرح سمن»: one plan of an NGO, its money, its term and its scores, A4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.persian import calendar, digits
from desktop.domain.persian.regime import Regime
from desktop.reports.layout.blocks import Card, Cards, Facts, SignatureBox, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.gauges import Moment, TimeBar
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import BODY, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY, Edges, Imprint, paper, signed, titled

_TITLE = "برگهٔ طرح سمن"
_CLEAR = 0.2  # nearer to an end of the term the days would stand on one another


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """More time that the province gave."""

    on: date
    until: date
    reason: str


@dataclass(frozen=True, slots=True)
class NgoPlan:
    """A plan on the day it is printed. `ended`: nothing is counted down any more."""

    imprint: Imprint
    title: str
    ngo: str
    license_expiry: date | None
    area: str
    county: str
    status: str
    goal: str
    target_group: str
    indicator: str
    supervisor: str
    chief_supervisor: str
    regime: Regime = Regime.RIAL
    requested: int | None = None
    approved: int | None = None
    funded: int | None = None
    approved_on: date | None = None
    deadline: date | None = None
    funded_on: date | None = None
    score_county: int | None = None
    score_province: int | None = None
    result: str = ""
    extensions: tuple[ExtensionRow, ...] = ()
    ended: bool = False

    @property
    def days_left(self) -> int | None:
        """Days to the deadline, below zero when it is past; None when nothing is counted down."""
        if self.deadline is None or self.ended:
            return None
        return (self.deadline - self.imprint.printed_on).days


def build(plan: NgoPlan) -> bytes:
    """The sheet as a PDF. Raises MissingGlyphError for a character the font lacks."""
    story = [
        *titled(_TITLE, plan.title),
        *_numbers(plan),
        *_about(plan),
        *_term(plan),
        *_extensions(plan),
        *_result(plan),
        *_signatures(plan),
    ]
    return paper(story, f"{_TITLE} · {plan.title}", plan.imprint, Edges(f"{_TITLE} · {plan.status}"))


def _numbers(plan: NgoPlan) -> list[Flowable]:
    unit = plan.regime.unit
    left = plan.days_left
    days, note = DASH, plan.status
    if left is not None:
        days = digits.grouped(abs(left))
        note = "روز از مهلت گذشته است" if left < 0 else "روز مانده است" if left else "مهلت امروز است"
    cards = [
        Card("بودجهٔ مصوب", _money(plan, plan.approved), unit),
        Card("روز تا مهلت", days, note, trend=-1 if left is not None and left < 0 else 0),
        Card("امتیاز فرمانداری", number_text(plan.score_county), "از ۱۰۰"),
        Card("امتیاز استانداری", number_text(plan.score_province), "از ۱۰۰"),
    ]
    return [Cards(cards)]


def _money(plan: NgoPlan, rial: int | None) -> str:
    return DASH if rial is None else plan.regime.figure(rial)


def _about(plan: NgoPlan) -> list[Flowable]:
    unit = plan.regime.unit
    expiry = calendar.short(plan.license_expiry) if plan.license_expiry else DASH
    facts = [
        ("سمن", plan.ngo),
        ("پایان پروانهٔ سمن", expiry),
        ("حوزه", plan.area),
        ("شهرستان", plan.county),
        ("ناظر", plan.supervisor),
        ("ناظر عالی", plan.chief_supervisor),
        (f"درخواست ({unit})", _money(plan, plan.requested)),
        ("گروه هدف", plan.target_group),
    ]
    story: list[Flowable] = [*heading("طرح"), Facts(facts)]
    for label, text in (("هدف", plan.goal), ("سنجه", plan.indicator)):
        if text:
            story.append(Paragraph([bold(f"{label}: "), text], BODY))
    return story


def _term(plan: NgoPlan) -> list[Flowable]:
    story = heading("مهلت", 90)
    if plan.approved_on is None or plan.deadline is None:
        return [*story, Paragraph("طرح هنوز تصویب نشده و مهلت آن آغاز نشده است.", EMPTY)]
    whole = max((plan.deadline - plan.approved_on).days, 1)
    gone = (plan.imprint.printed_on - plan.approved_on).days / whole
    moments = [
        Moment(0, "تصویب", calendar.short(plan.approved_on)),
        Moment(1, "مهلت", calendar.short(plan.deadline)),
    ]
    if _CLEAR < gone < 1 - _CLEAR and not plan.ended:
        moments.append(Moment(gone, "امروز", calendar.short(plan.imprint.printed_on)))
    late = plan.days_left is not None and plan.days_left < 0
    return [*story, TimeBar(1 if plan.ended else gone, moments, late=late)]


def _extensions(plan: NgoPlan) -> list[Flowable]:
    story = heading("تمدیدها", 70)
    if not plan.extensions:
        return [*story, Paragraph("مهلت این طرح تمدید نشده است.", EMPTY)]
    columns = [
        Column("تاریخ تصمیم استان", Align.CENTRE, 0, 90),
        Column("مهلت تازه", Align.CENTRE, 0, 80),
        Column("دلیل", grow=3),
    ]
    rows = [
        Row([calendar.short(one.on), Cell(calendar.short(one.until), weight=Weight.SEMIBOLD), one.reason])
        for one in plan.extensions
    ]
    return [*story, Table(columns, rows)]


def _result(plan: NgoPlan) -> list[Flowable]:
    story = heading("نتیجه", 60)
    if not plan.result and plan.funded is None:
        return [*story, Paragraph("نتیجه هنوز نوشته نشده است.", EMPTY)]
    if plan.result:
        story.append(Paragraph(plan.result, BODY.but(align=Align.RIGHT)))
    if plan.funded is not None:
        day = calendar.short(plan.funded_on) if plan.funded_on else DASH
        story.append(Paragraph(["حمایت مالی: ", bold(plan.regime.amount(plan.funded)), f"، در {day}"], BODY))
    return story


def _signatures(plan: NgoPlan) -> list[Flowable]:
    boxes = [
        SignatureBox("مدیر سمن", plan.ngo),
        SignatureBox("فرمانداری (ناظر)", plan.supervisor),
        SignatureBox("استانداری (ناظر عالی)", plan.chief_supervisor),
    ]
    return [signed(boxes, per_row=3)]
