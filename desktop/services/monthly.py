"""The rows of the monthly report, read from one moment of the file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.indicators import (
    MIDDLE_OF,
    MILLION_RIAL,
    OF_PEOPLE,
    OF_PEOPLE_BESIDE,
    Indicator,
    Stock,
    median,
    rate,
)
from desktop.domain.monthly_report import DRAFT
from desktop.domain.persian.calendar import from_gregorian, month_bounds, shift_month
from desktop.domain.persian.regime import Regime
from desktop.domain.persian.workdays import OfficeWeek, holidays_known
from desktop.domain.record import Row
from desktop.domain.signed_content import short_hash
from desktop.reports.monthly_copy import covers_of
from desktop.reports.monthly_rows import (
    AgencyRow,
    BeforeRows,
    IndicatorRow,
    MonthlyReport,
    MonthPoint,
    NeedFieldRow,
    NoteRow,
    QualityRow,
    TextRow,
    VisitRow,
    coverage_total,
    needs_total,
    visits_total,
)
from desktop.services.double_views import waiting_doubles
from desktop.services.indicators import activities, people
from desktop.services.indicators.month import indicators
from desktop.services.indicators.needs import Needs
from desktop.services.indicators.referrals import Answers, Referrals, together
from desktop.services.indicators.snapshot import Snapshot, names_in_order
from desktop.services.late_entries import corrections
from desktop.services.monthly_needs import letters_beside, needs_beside
from desktop.services.monthly_partners import partner_rows
from desktop.services.monthly_training import event_rows, workshop_rows
from desktop.services.report_snapshot import definitions_version, signed_report
from desktop.services.signed_figures import newest_signed
from desktop.services.table_rows import row_records
from desktop.store.rows import Rows

TREND_MONTHS = 7
_FIGURES = (
    "month",
    "indicators",
    "coverage",
    "visits",
    "needs",
    "agencies",
    "answers",
    "workshops",
    "events",
    "trend",
    "partners",
    "narrative",
    "notes",
    "corrections",
    "needs_beside",
    "letters",
)


@dataclass(frozen=True)
class LiveReport:
    """A month as it is counted now: the printed rows, and the indicators and days that they come from."""

    report: MonthlyReport
    indicators: Mapping[str, Indicator]
    by_agency: Mapping[str, Answers]

    @property
    def answers(self) -> Answers:
        """Of all agencies together."""
        return together(self.by_agency.values())


def monthly_report(rows: Rows, month: str, prepared_by: str) -> MonthlyReport:
    """Everything that the monthly report prints, as plain rows, counted now."""
    return live_report(rows, month, prepared_by).report


def live_report(rows: Rows, month: str, prepared_by: str, record: Row | None = None) -> LiveReport:
    """The month counted now, with what was written into its draft `record`."""
    office, snapshot = rows.find("office")[0], Snapshot(rows, month)
    regime = Regime(office["display_currency"])
    managers = rows.find("staff_member", position="manager")
    by_agency, found = Referrals(snapshot).by_agency, indicators(rows, month)
    answers = together(by_agency.values())
    written: Row = record or {"narrative": [], "notes": [], "version": 1}
    report = MonthlyReport(
        office_title=office["title_fa"],
        month=month,
        report_no=f"{office['code']}/{month.replace('-', '/')}",
        date=rows.today,
        letterhead=tuple(office[f"letterhead_line{n}"] for n in (1, 2, 3) if office[f"letterhead_line{n}"]),
        prepared_by=prepared_by,
        manager=managers[0]["full_name"] if managers else "",
        status_label=label_of("report_status", DRAFT),
        fictional=office["fictional"],
        indicators=tuple(row for one in found.values() for row in _indicator_rows(one, found, regime)),
        coverage=people.coverage_rows(snapshot),
        visits=_visit_rows(snapshot),
        working_days=_working_days(month),
        needs=_need_rows(Needs(snapshot).stocks()),
        agencies=_agency_rows(rows, by_agency),
        answers=_agency_row("جمع دستگاه‌ها", answers),
        workshops=workshop_rows(snapshot),
        events=event_rows(snapshot),
        trend=_trend(rows, month),
        narrative=_texts(written["narrative"]),
        version=written["version"],
        content_hash="",
        partners=partner_rows(snapshot),
        notes=tuple(NoteRow(note["code"], note["text"]) for note in written["notes"]),
        corrections=corrections(rows, month),
        definitions_version=definitions_version(),
        needs_beside=needs_beside(snapshot, found["I-06"]),
        letters=letters_beside(snapshot),
        quality=_quality(rows),
        records=row_records(snapshot),
        holidays_known=holidays_known(from_gregorian(month_bounds(month)[0]).year),
    )
    before = _before(rows, month)
    report = replace(report, before=_sums(before) if before else None)
    report = replace(report, covers=covers_of(report, before))
    return LiveReport(replace(report, content_hash=_content_hash(report)), found, by_agency)


def _sums(report: MonthlyReport) -> BeforeRows:
    return BeforeRows(
        coverage=coverage_total(report.coverage) if report.coverage else None,
        visits=visits_total(report.visits) if report.visits else None,
        needs=needs_total(report.needs) if report.needs else None,
        answers=report.answers if report.agencies else None,
    )


def _quality(rows: Rows) -> QualityRow:
    waiting = waiting_doubles(rows)
    return QualityRow(waiting.count, waiting.among)


def _before(rows: Rows, month: str) -> MonthlyReport | None:
    """The report of the month before as its readers know it."""
    signed = newest_signed(rows, shift_month(month, -1))
    return signed_report(signed) if signed else None


def _texts(narrative: Iterable[Row]) -> tuple[TextRow, ...]:
    """Texts in the order of the sections."""
    order = list(CODE_LISTS["report_text"])
    return tuple(
        TextRow(*told)
        for told in sorted(((row["section"], row["text"]) for row in narrative), key=lambda told: order.index(told[0]))
    )


def _indicator_rows(indicator: Indicator, found: Mapping[str, Indicator], regime: Regime) -> Iterator[IndicatorRow]:
    """The indicator, and below it the numbers that are told with it; money in the unit of the whole report."""
    of = indicator.definition
    row = IndicatorRow(
        code=of.code, title=of.title, definition=of.text, unit=of.unit, value=indicator.value,
        numerator=indicator.numerator, denominator=indicator.denominator, previous=indicator.previous,
        missing=indicator.missing, suppressed=indicator.suppressed, headline=of.headline,
        of_people=of.code in OF_PEOPLE, of=_stands_on(found, of.code, ""),
    )  # fmt: skip
    yield _in_regime(row, regime)
    for beside in of.beside:
        told = IndicatorRow(
            of.code, beside.title, "", beside.unit, indicator.beside[beside.name], beside=True,
            of_people=(of.code, beside.name) in OF_PEOPLE_BESIDE, name=beside.name,
            of=_stands_on(found, of.code, beside.name),
        )  # fmt: skip
        yield _in_regime(told, regime)


def _stands_on(found: Mapping[str, Indicator], code: str, name: str) -> int | None:
    """How many a median, an age or a sum of hours is of."""
    if (code, name) not in MIDDLE_OF:
        return None
    other, beside = MIDDLE_OF[code, name]
    count = found[other].beside[beside] if beside else found[other].value
    return int(count or 0)


def _in_regime(row: IndicatorRow, regime: Regime) -> IndicatorRow:
    """A paper never mixes moneys: what is counted in million rial is told in the unit of its other tables."""
    if row.unit != MILLION_RIAL:
        return row
    value, numerator, previous = (
        None if number is None else regime.of_million_rial(number)
        for number in (row.value, row.numerator, row.previous)
    )
    return replace(row, unit=regime.unit, value=value, numerator=numerator, previous=previous)


def _visit_rows(month: Snapshot) -> tuple[VisitRow, ...]:
    """Neighbourhoods in the order of their names, then visits of nowhere in particular."""
    counts: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for row in activities.visits(month):
        counts[row["neighborhood_id"]][row["type"]] += row["visits"]
    types = CODE_LISTS["visit_type"]
    busy = [(name, counts[place]) for place, name in activities.visited(month)]
    return tuple(VisitRow(name, tuple(of_type[code] for code in types)) for name, of_type in busy)


def _working_days(month: str) -> int:
    """Days of the month that are neither Fridays nor public holidays."""
    return OfficeWeek().working_days(*month_bounds(month))


def _need_rows(stocks: Mapping[str, Stock]) -> tuple[NeedFieldRow, ...]:
    """Fields in the order of their code list, those without any need left out."""
    listed = [(code, stocks[code]) for code in CODE_LISTS["need_field"] if code in stocks]
    return tuple(_need_row(code, stock) for code, stock in listed if any(vars(stock).values()))


def _need_row(code: str, stock: Stock) -> NeedFieldRow:
    return NeedFieldRow(field=label_of("need_field", code), **vars(stock))


def _agency_rows(rows: Rows, by_agency: Mapping[str, Answers]) -> tuple[AgencyRow, ...]:
    """Agencies that were written to or owed an answer, in the order of their names."""
    return tuple(_agency_row(name, by_agency[agency]) for agency, name in busy_agencies(rows, by_agency).items())


def busy_agencies(rows: Rows, by_agency: Mapping[str, Answers]) -> Mapping[str, str]:
    """Record id → name of the agencies that the report has a row of, in the order of its table."""
    busy = [agency for agency, answers in by_agency.items() if answers.counts_for_something]
    return names_in_order(rows, "organization", busy)


def _agency_row(name: str, answers: Answers) -> AgencyRow:
    return AgencyRow(
        agency=name,
        sent=answers.sent,
        outstanding=answers.outstanding,
        answered=answers.answered,
        rate=rate(answers.answered, answers.outstanding),
        rate_in_time=rate(answers.in_time, answers.ripe),
        median_days=median(answers.days),
        unanswered=answers.ages.total(),
        oldest=answers.oldest,
        in_time=answers.in_time,
        ripe=answers.ripe,
        answers=answers.days.total(),
    )


def _trend(rows: Rows, month: str) -> tuple[MonthPoint, ...]:
    sql = "SELECT jalali_month AS month, count(*) AS n FROM household WHERE deleted_at IS NULL GROUP BY jalali_month"
    counts = {row["month"]: row["n"] for row in rows.query(sql)}
    months = [shift_month(month, -back) for back in range(TREND_MONTHS - 1, -1, -1)]
    return tuple(MonthPoint(m, counts.get(m, 0)) for m in months)


def _content_hash(report: MonthlyReport) -> str:
    """A short fingerprint of all figures of a draft in twelve digits, printed in the footer (G-31)."""
    whole = asdict(report)
    plain = [whole[name] for name in _FIGURES]
    digest = hashlib.sha256(json.dumps(plain, ensure_ascii=True, sort_keys=True, default=str).encode())
    return short_hash(digest.hexdigest())
