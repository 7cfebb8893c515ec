"""Plain rows of the monthly report, with the figures that follow from them. Nothing here names a resident."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Final

from desktop.reports.monthly_partner_rows import PartnerRows

NOWHERE: Final = "بی‌محله"
"""In the place of a neighbourhood, for what belongs to none."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator of the month. `unit` is count, percent (counted in hundredths), person_hours, days or per_head.

    `headline`: it also stands among the cards. `beside`: a number told with the indicator above it, by its own `name`.
    `of_people`: it counts people, so that the copy that leaves hides small counts; `of` is how many a median is of.
    """

    code: str
    title: str
    definition: str
    unit: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    previous: float | None = None
    missing: int = 0
    suppressed: bool = False
    headline: bool = False
    beside: bool = False
    of_people: bool = False
    of: int | None = None
    name: str = ""

    @property
    def cell(self) -> str:
        """Its name among the counts of the report."""
        return f"{self.code}/{self.name}" if self.beside else self.code

    @property
    def change(self) -> float | None:
        """Difference to the previous month; None when either is missing, hidden, or the previous is zero."""
        if self.suppressed or self.value is None or not self.previous:
            return None
        return self.value - self.previous


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """Registration in one neighbourhood; `rate` is registered persons in hundredths of the population."""

    neighborhood: str
    households_new: int
    households_total: int
    persons_new: int
    persons_total: int
    population: int | None
    population_year: int | None
    population_source: str
    rate: float | None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """Visits to and from one neighbourhood, a count for each type in the order of the code list."""

    neighborhood: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class NeedFieldRow:
    """The stock of needs of one field, from the month's start to its end."""

    field: str
    open_start: int
    new: int
    reopened: int
    met: int
    rejected: int
    closed: int
    open_end: int

    @property
    def counts(self) -> tuple[int, ...]:
        """The numbers in the order of the columns."""
        return tuple(getattr(self, entry.name) for entry in fields(self)[1:])

    @property
    def balanced(self) -> bool:
        """Whether the stock at the end follows from the stock at the start."""
        return self.open_start + self.new + self.reopened - self.met - self.rejected - self.closed == self.open_end


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """How one agency answered. `rate` is answered of outstanding (I-11), `rate_in_time` within 30 days (I-12).

    `in_time` of `ripe` are the referrals of the latter, `answers` the first answers of the month (I-13).
    """

    agency: str
    sent: int
    outstanding: int
    answered: int
    rate: float | None
    rate_in_time: float | None
    median_days: float | None
    unanswered: int
    oldest: int | None
    in_time: int = 0
    ripe: int = 0
    answers: int = 0


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """One workshop in the month; `participants` are distinct people in it, `women_heads` those of them.

    `completed` of `enrolled` is told once the workshop is reported. `satisfaction` is the mean of `answers` forms.
    """

    title: str
    type: str
    sessions_held: int
    hours: float
    capacity: int
    participants: int
    person_hours: float
    women_heads: int = 0
    completed: int | None = None
    enrolled: int = 0
    satisfaction: float | None = None
    answers: int = 0


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the month. People were counted at it; None where nobody counted."""

    title: str
    type: str
    started_on: date
    ended_on: date
    place: str
    headcount: int | None
    volunteers: int | None = None
    stalls: int | None = None
    sales_rial: int | None = None


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """A month («1404-06») and a count."""

    month: str
    value: int


@dataclass(frozen=True, slots=True)
class TextRow:
    """What the manager wrote in a section; `section` is a code of «report_text»."""

    section: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note beside a figure, which it does not change; `code` is of an indicator or a section."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class LateRow:
    """Records of one kind that are of a signed month and came, or were taken away, after its signature."""

    month: str
    what: str
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class RevisedRow:
    """A count of a signed month: as it was told last, and as it would be now. Money is in million rial."""

    month: str
    code: str
    title: str
    unit: str
    told: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class CorrectionRows:
    """Section 17: what came too late for signed months. Their own reports stay as they were signed."""

    late: tuple[LateRow, ...] = ()
    revised: tuple[RevisedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedRow:
    """Who signed, and when in Iran."""

    name: str
    on: date
    at: str


@dataclass(frozen=True, slots=True)
class BeforeRows:
    """The sums of the month before as its signed report told them; none where it had no such table."""

    coverage: CoverageRow | None = None
    visits: VisitRow | None = None
    needs: NeedFieldRow | None = None
    answers: AgencyRow | None = None


@dataclass(frozen=True, slots=True)
class OldNeedRow:
    """A collective need that stands open: what it is about, and for how many days by the month's end."""

    subject: str
    field: str
    days: int


@dataclass(frozen=True, slots=True)
class NeedsBeside:
    """What section 5 tells beside the stock: new needs by urgency and scope, and the oldest collective ones."""

    urgency: tuple[tuple[str, int], ...] = ()
    scope: tuple[tuple[str, int], ...] = ()
    oldest: tuple[OldNeedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class LettersBeside:
    """Letters of the month: reminders to agencies, and letters to the governorate, which supervises them."""

    reminders: int = 0
    escalations: int = 0


@dataclass(frozen=True, slots=True)
class QualityRow:
    """Likely doubles that wait for a decision when the report is made, among how many; None: among all residents."""

    doubles: int
    among: int | None = None


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A count that the copy which leaves the office does not tell exactly: «few», «hidden», or a «band» of counts."""

    cell: str
    how: str
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class RecordRow:
    """What a row of a table is of. `row` is its name among the cells («events/0»); needs have their field as id.

    It is not printed: a number of a signed report is traced by it to records that are called otherwise by now.
    """

    row: str
    record_id: str


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """Everything printed in a month's report; `month` is a stored Jalali month («1404-06»).

    `answers` is of all agencies together: no sum of the rows, for medians do not add up. `signed` is None in a draft.
    """

    office_title: str
    month: str
    report_no: str
    date: date
    letterhead: tuple[str, ...]
    prepared_by: str
    manager: str
    status_label: str
    fictional: bool
    indicators: tuple[IndicatorRow, ...]
    coverage: tuple[CoverageRow, ...]
    visits: tuple[VisitRow, ...]
    working_days: int
    needs: tuple[NeedFieldRow, ...]
    agencies: tuple[AgencyRow, ...]
    answers: AgencyRow
    workshops: tuple[WorkshopRow, ...]
    events: tuple[EventRow, ...]
    trend: tuple[MonthPoint, ...]
    narrative: tuple[TextRow, ...]
    version: int
    content_hash: str
    partners: PartnerRows = field(default_factory=PartnerRows)
    notes: tuple[NoteRow, ...] = ()
    corrections: CorrectionRows = field(default_factory=CorrectionRows)
    definitions_version: str = ""
    signed: SignedRow | None = None
    covers: tuple[CoverRow, ...] = ()
    before: BeforeRows | None = None
    needs_beside: NeedsBeside = field(default_factory=NeedsBeside)
    letters: LettersBeside = field(default_factory=LettersBeside)
    quality: QualityRow | None = None
    holidays_known: bool = True
    records: tuple[RecordRow, ...] = ()

    def texts(self, section: str) -> tuple[str, ...]:
        """What was written in a section, paragraph by paragraph."""
        return tuple(
            line for row in self.narrative if row.section == section for line in row.text.splitlines() if line.strip()
        )

    def notes_of(self, code: str) -> tuple[str, ...]:
        """The notes beside a figure or a section."""
        return tuple(row.text for row in self.notes if row.code == code)


def needs_total(rows: tuple[NeedFieldRow, ...]) -> NeedFieldRow:
    """The sum of all fields."""
    return NeedFieldRow("جمع", *(sum(column) for column in zip(*(row.counts for row in rows), strict=True)))


def visits_total(rows: tuple[VisitRow, ...]) -> VisitRow:
    """The visits of all neighbourhoods."""
    return VisitRow("جمع", tuple(sum(column) for column in zip(*(row.counts for row in rows), strict=True)))


def coverage_total(rows: tuple[CoverageRow, ...]) -> CoverageRow:
    """The office's sum. Its rate (I-03) is persons over population of the neighbourhoods whose population is known."""
    known = [row for row in rows if row.population is not None]
    population = sum(row.population or 0 for row in known) or None
    persons = sum(row.persons_total for row in rows)
    counted = sum(row.persons_total for row in known)
    return CoverageRow(
        "جمع دفتر",
        sum(row.households_new for row in rows),
        sum(row.households_total for row in rows),
        sum(row.persons_new for row in rows),
        persons,
        population,
        None,
        "",
        counted / population * 100 if population else None,
    )
