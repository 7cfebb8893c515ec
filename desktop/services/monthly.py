"""The month in numbers: indicators and the rows of the monthly report, read from one moment of the file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.indicators import Indicator, Step, Stock, count_history, rate
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import from_gregorian, month_bounds, shift_month
from desktop.domain.record import Row
from desktop.domain.workshop import session_hours
from desktop.reports.monthly_rows import CoverageRow, IndicatorRow, MonthlyReport, MonthPoint, NeedFieldRow, WorkshopRow
from desktop.store.rows import Rows

TREND_MONTHS = 7
# Of several sources for one year the more official one is taken.
_SOURCES = ("census", "health_house", "municipality", "office_estimate")


def indicators(rows: Rows, month: str) -> dict[str, Indicator]:
    """All indicators of a Jalali month with those of the month before as `previous`."""
    now, before = _indicators(rows, month), _indicators(rows, shift_month(month, -1))
    return {code: replace(now[code], previous=before[code].value) for code in now}


def _indicators(rows: Rows, month: str) -> dict[str, Indicator]:
    made = [*_population(rows, month), *_needs(rows, month), *_training(rows, month)]
    return {indicator.code: indicator for indicator in made}


def _population(rows: Rows, month: str) -> list[Indicator]:
    coverage = coverage_rows(rows, month)
    counted = [row for row in coverage if row.population]
    persons, people = sum(r.persons_total for r in counted), sum(r.population or 0 for r in counted)
    new, total = sum(r.households_new for r in coverage), sum(r.persons_total for r in coverage)
    return [
        Indicator("I-01", new, numerator=new),
        Indicator("I-02", total, numerator=total),
        Indicator("I-03", rate(persons, people), persons, people, missing=len(coverage) - len(counted)),
    ]


def coverage_rows(rows: Rows, month: str) -> tuple[CoverageRow, ...]:
    """Per neighbourhood: households and residents of the month and in all, with population, year and source."""
    first, last = month_bounds(month)
    counts = rows.query(_COVERAGE, first=first.isoformat(), last=last.isoformat())
    latest = _latest_populations(rows, from_gregorian(last).year)
    made = []
    for row in counts:
        population = latest.get(row["id"])
        people = population["population"] if population else None
        made.append(
            CoverageRow(
                neighborhood=row["name"],
                households_new=row["households_new"],
                households_total=row["households_total"],
                persons_new=row["persons_new"],
                persons_total=row["persons_total"],
                population=people,
                population_year=population["year"] if population else None,
                population_source=label_of("population_source", population["source"]) if population else "",
                rate=rate(row["persons_total"], people) if people else None,
            )
        )
    return tuple(made)


# Active at a day: registered by then, born by then, and not yet moved, deceased, merged, erased or deleted.
_COVERAGE = """
WITH h AS (
  SELECT id, neighborhood_id, registered_on FROM household
  WHERE registered_on <= :last AND (deleted_at IS NULL OR date(deleted_at) > :last)
), p AS (
  SELECT h.neighborhood_id AS place, h.registered_on FROM person JOIN h ON h.id = person.household_id
  WHERE (person.status = 'active' OR person.status_date > :last)
    AND (person.birth_date IS NULL OR person.birth_date <= :last)
    AND (person.status <> 'erased' OR person.age_reference_date <= :last)
    AND (person.deleted_at IS NULL OR date(person.deleted_at) > :last)
)
SELECT n.id, n.name,
  (SELECT count(*) FROM h WHERE h.neighborhood_id = n.id AND h.registered_on >= :first) AS households_new,
  (SELECT count(*) FROM h WHERE h.neighborhood_id = n.id) AS households_total,
  (SELECT count(*) FROM p WHERE p.place = n.id AND p.registered_on >= :first) AS persons_new,
  (SELECT count(*) FROM p WHERE p.place = n.id) AS persons_total
FROM neighborhood n JOIN search_entry e ON e.record_id = n.id
WHERE n.deleted_at IS NULL ORDER BY e.order_key, n.id
"""


def _latest_populations(rows: Rows, year: int) -> dict[str, Row]:
    known = [p for p in rows.find("neighborhood_population") if p["year"] <= year]
    ranked = sorted(known, key=lambda p: (p["year"], -_SOURCES.index(p["source"])))
    return {p["neighborhood_id"]: p for p in ranked}


def need_stocks(rows: Rows, month: str) -> dict[str, Stock]:
    """Field of need → its stock in the month."""
    first, last = month_bounds(month)
    stocks: dict[str, Stock] = defaultdict(Stock)
    for _need_id, need_field, steps in _histories(rows, last):
        count_history(stocks[need_field], steps, first, last)
    return dict(stocks)


def _histories(rows: Rows, last: date) -> list[tuple[str, str, list[Step]]]:
    sql = (
        'SELECT n.id, n.field, e."on", e.from_status, e.to_status FROM need_event e JOIN need n ON n.id = e.need_id '
        'WHERE n.deleted_at IS NULL AND e.deleted_at IS NULL AND e."on" <= :last ORDER BY n."row", e."row"'
    )
    found: dict[str, tuple[str, list[Step]]] = {}
    for row in rows.query(sql, last=last.isoformat()):
        _, steps = found.setdefault(row["id"], (row["field"], []))
        steps.append(Step(date.fromisoformat(row["on"]), row["from_status"], row["to_status"]))
    return [(need_id, need_field, steps) for need_id, (need_field, steps) in found.items()]


def _needs(rows: Rows, month: str) -> list[Indicator]:
    first, last = month_bounds(month)
    histories = _histories(rows, last)
    met = sum(any(s.target == "met" and first <= s.on for s in steps) for _, _, steps in histories)
    open_now = Counter(need_field for _, need_field, steps in histories if steps[-1].target in OPEN_STATES)
    new = rows.query(
        "SELECT field, urgency, scope FROM need WHERE deleted_at IS NULL AND jalali_month = :month", month=month
    )
    parts = {name: dict(Counter(str(row[name]) for row in new)) for name in ("field", "urgency", "scope")}
    return [
        Indicator("I-06", len(new), numerator=len(new), parts=parts),
        Indicator("I-07", open_now.total(), numerator=open_now.total(), parts={"field": dict(open_now)}),
        Indicator("I-08", met, numerator=met),
    ]


def workshop_rows(rows: Rows, month: str) -> tuple[WorkshopRow, ...]:
    """Workshops with a session held in the month, in the order of their codes."""
    made = []
    for workshop_id, sessions in _held_sessions(rows, month).items():
        workshop = rows.get("workshop", workshop_id)
        if workshop is None:
            continue
        came = [_came(rows, session["id"]) for session in sessions]
        hours = [session_hours(session, workshop) for session in sessions]
        made.append(
            WorkshopRow(
                title=workshop["title"],
                type=label_of("workshop_type", workshop["type"]),
                sessions_held=len(sessions),
                hours=sum(hours),
                capacity=workshop["capacity"],
                participants=len({person for marks in came for person, _ in marks}),
                person_hours=sum(_person_hours(marks, h) for marks, h in zip(came, hours, strict=True)),
            )
        )
    return tuple(made)


def _held_sessions(rows: Rows, month: str) -> dict[str, list[Mapping[str, object]]]:
    found: dict[str, list[Mapping[str, object]]] = {}
    for session in rows.find("workshop_session", jalali_month=month, held=True):
        found.setdefault(session["workshop_id"], []).append(session)
    return found


def _came(rows: Rows, session_id: object) -> list[tuple[str, int | None]]:
    sql = (
        "SELECT person_id, minutes FROM attendance "
        "WHERE session_id = :id AND state IN ('present', 'late') AND deleted_at IS NULL"
    )
    return [(row["person_id"], row["minutes"]) for row in rows.query(sql, id=session_id)]


def _person_hours(marks: list[tuple[str, int | None]], hours: float) -> float:
    """Hours of those who came: recorded minutes where there are any, else the session's length."""
    return sum(minutes / 60 if minutes is not None else hours for _, minutes in marks)


def _training(rows: Rows, month: str) -> list[Indicator]:
    people: set[str] = set()
    total = 0.0
    for workshop_id, sessions in _held_sessions(rows, month).items():
        workshop = rows.get("workshop", workshop_id)
        for session in sessions if workshop else ():
            marks = _came(rows, session["id"])
            people.update(person for person, _ in marks)
            total += _person_hours(marks, session_hours(session, workshop or {}))
    total = round(total, 2)
    return [Indicator("I-14", total, numerator=total), Indicator("I-15", len(people), numerator=len(people))]


def monthly_report(rows: Rows, month: str, prepared_by: str) -> MonthlyReport:
    """Everything that the monthly report prints, as plain rows."""
    office = rows.find("office")[0]
    made = indicators(rows, month)
    body = (
        tuple(_indicator_row(indicator) for indicator in made.values()),
        coverage_rows(rows, month),
        _need_rows(need_stocks(rows, month)),
        workshop_rows(rows, month),
        _trend(rows, month),
    )
    managers = rows.find("staff_member", position="manager")
    return MonthlyReport(
        office_title=office["title_fa"],
        month=month,
        report_no=f"{office['code']}/{month.replace('-', '/')}",
        date=rows.today,
        letterhead=tuple(office[f"letterhead_line{n}"] for n in (1, 2, 3) if office[f"letterhead_line{n}"]),
        prepared_by=prepared_by,
        manager=managers[0]["full_name"] if managers else "",
        status_label="پیش‌نویس",
        fictional=office["fictional"],
        indicators=body[0],
        coverage=body[1],
        needs=body[2],
        workshops=body[3],
        trend=body[4],
        narrative=(),
        version=1,
        content_hash=_content_hash(month, body),
    )


def _indicator_row(indicator: Indicator) -> IndicatorRow:
    of = indicator.definition
    return IndicatorRow(
        code=of.code, title=of.title, definition=of.text, unit=of.unit, value=indicator.value,
        numerator=indicator.numerator, denominator=indicator.denominator, previous=indicator.previous,
        missing=indicator.missing, suppressed=indicator.suppressed,
    )  # fmt: skip


def _need_rows(stocks: Mapping[str, Stock]) -> tuple[NeedFieldRow, ...]:
    """Fields in the order of their code list, those without any need left out."""
    listed = [(code, stocks[code]) for code in CODE_LISTS["need_field"] if code in stocks]
    return tuple(_need_row(code, stock) for code, stock in listed if any(vars(stock).values()))


def _need_row(code: str, stock: Stock) -> NeedFieldRow:
    if not stock.holds:
        raise ArithmeticError(f"the stock of needs in {code} does not add up")
    return NeedFieldRow(field=label_of("need_field", code), **vars(stock))


def _trend(rows: Rows, month: str) -> tuple[MonthPoint, ...]:
    sql = "SELECT jalali_month AS month, count(*) AS n FROM household WHERE deleted_at IS NULL GROUP BY jalali_month"
    counts = {row["month"]: row["n"] for row in rows.query(sql)}
    months = [shift_month(month, -back) for back in range(TREND_MONTHS - 1, -1, -1)]
    return tuple(MonthPoint(m, counts.get(m, 0)) for m in months)


def _content_hash(month: str, body: tuple[tuple[object, ...], ...]) -> str:
    """A short fingerprint of all figures in twelve digits, printed in the footer (G-31)."""
    plain = [[asdict(item) for item in part] for part in body]  # type: ignore[call-overload]
    digest = hashlib.sha256(json.dumps([month, plain], ensure_ascii=True, sort_keys=True).encode()).digest()
    return f"{int.from_bytes(digest) % 10**12:012d}"
