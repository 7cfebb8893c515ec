# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""Section 17 of the monthly report: what came too late for months that were signed (domain §3.6.3).

A signed month never changes. What is of it and came, or was taken away, after its signature is told once, in the next
report that is signed; so is every count that would be another one now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.indicators import COUNT, MILLION_RIAL, PERSON_HOURS
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import month_bounds, shift_month
from desktop.domain.record import Row
from desktop.reports.monthly_rows import CorrectionRows, LateRow, RevisedRow
from desktop.services.indicators.month import indicators_of
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.signed_figures import newest_signed, signed_values
from desktop.store.rows import Rows

_MONTHS_BACK = 12
_COUNTED = frozenset({COUNT, PERSON_HOURS, MILLION_RIAL})
"""Units in which a late entry shows as a number; what becomes of a rate follows from the numbers."""

DAYS: Mapping[str, str] = {
    "household": "registered_on",
    "visit": "date",
    "need": "noted_on",
    "need_event": 'CASE WHEN from_status IS NOT NULL THEN "on" END',
    "referral": "sent_on",
    "agency_response": "received_on",
    "workshop_session": "CASE WHEN held THEN date END",
    "attendance": "(SELECT s.date FROM workshop_session s WHERE s.id = attendance.session_id)",
    "satisfaction_form": "filled_on",
    "event": "date_from",
    "meeting": "date",
    "harm_observation": "observed_on",
    "inspection": "done_on",
    "expense": "date",
    "donation": "screened_on",
}
"""Kind → the day that puts its record into a month of the report; none: it is in no month yet."""


@dataclass(frozen=True)
class _Signed:
    """A month that was signed, and after which signature what came is still untold."""

    month: str
    since: str  # the id of the report whose signature counts


def corrections(rows: Rows, month: str) -> CorrectionRows:
    """What the report of a month tells of the signed months before it."""
    late: list[LateRow] = []
    revised: list[RevisedRow] = []
    for signed in _signed_before(rows, month):
        late += [row for kind in DAYS if (row := _late(rows, signed, kind)) is not None]
        revised += _revised(rows, signed.month, month)
    return CorrectionRows(tuple(late), tuple(revised))


def late_records(rows: Rows, month: str) -> list[tuple[str, str]]:
    """Kind and id of the records that the report of a month tells as come too late, where they still are."""
    found = []
    for signed in _signed_before(rows, month):
        for kind in DAYS:
            stamps = _query(rows, signed, kind, "id", "deleted_at IS NULL AND created_at > since.at")
            found += [(kind, row["id"]) for row in stamps]
    return found


def _signed_before(rows: Rows, month: str) -> Iterator[_Signed]:
    """The signed months of the last year, the oldest first; what a later signed report told already is left out."""
    reports: dict[str, Row] = {}
    for back in range(_MONTHS_BACK, 0, -1):
        report = newest_signed(rows, shift_month(month, -back))
        if report is not None:
            reports[report["jmonth"]] = report
    for one in reports:
        told = max((report for of, report in reports.items() if of >= one), key=lambda report: report["signed_at"])
        yield _Signed(one, told["id"])


def _late(rows: Rows, signed: _Signed, kind: str) -> LateRow | None:
    counts = (
        "ifnull(sum(created_at > since.at AND deleted_at IS NULL), 0) AS added, "
        "ifnull(sum(created_at <= since.at AND deleted_at IS NOT NULL), 0) AS removed"
    )
    found = _query(rows, signed, kind, counts, "(created_at > since.at OR deleted_at > since.at)")[0]
    if not found["added"] and not found["removed"]:
        return None
    return LateRow(signed.month, KINDS[kind].plural, found["added"], found["removed"])


def _query(rows: Rows, signed: _Signed, kind: str, told: str, where: str) -> list[Mapping[str, Any]]:
    first, last = month_bounds(signed.month)
    sql = (
        f"WITH since AS (SELECT signed_at AS at FROM monthly_report WHERE id = :report) SELECT {told} "
        f"FROM {kind}, since WHERE {where} AND {DAYS[kind]} BETWEEN :first AND :last"
    )
    return rows.query(sql, report=signed.since, first=str(first), last=str(last))


def _revised(rows: Rows, signed_month: str, month: str) -> Iterator[RevisedRow]:
    """Counts of a signed month that are others now than they were told last."""
    told = _told_last(rows, signed_month, month)
    for code, now in indicators_of(Snapshot(rows, signed_month)).items():
        unit = now.definition.unit
        if code in told and unit in _COUNTED and told[code] != now.value:
            yield RevisedRow(signed_month, code, now.definition.title, unit, told[code], now.value)


def _told_last(rows: Rows, signed_month: str, month: str) -> dict[str, float | None]:
    """The figures of a signed month as its own report told them, or a later one that corrected them."""
    told = dict(signed_values(rows, signed_month))
    later = shift_month(signed_month, 1)
    while later < month:
        report = newest_signed(rows, later)
        revised = report["snapshot_json"]["report"]["corrections"]["revised"] if report else []
        told |= {row["code"]: row["now"] for row in revised if row["month"] == signed_month}
        later = shift_month(later, 1)
    return told
