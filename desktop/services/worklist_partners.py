"""What partners, money and oversight ask for today: promises that fall due, plans that run out, offers to judge.

They are the manager's, but for resolutions, which are of the colleague who carries them out, and surprise visits, which
only whoever makes them may know of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, Protocol

from desktop.domain.lifecycle import MANAGER, PROVINCE, SUPERVISORS
from desktop.domain.ngo_plan import ALERT_DAYS
from desktop.domain.persian.calendar import add_months, jalali_month

MEETING, RESOLUTION, COMMITMENT, PLAN = "meeting", "resolution", "commitment", "plan"
SCREENING, INSPECTION, MENDING = "screening", "inspection", "mending"
LICENCE, CONTRACT, EVALUATION = "licence", "contract", "evaluation"
PARTNERS = "partners"
"""The chip under which all of them stand."""
ABOUT: Mapping[str, str] = {
    MEETING: "meeting",
    RESOLUTION: "resolution",
    COMMITMENT: "mou_commitment",
    PLAN: "ngo_plan",
    SCREENING: "donation",
    INSPECTION: "inspection",
    MENDING: "inspection",
    LICENCE: "organization",
    CONTRACT: "office_contract",
    EVALUATION: "office",
}
SOON = timedelta(days=7)  # a partner's promise is told of a week before its day
MENDING_DAYS = timedelta(days=30)  # a second visit that was not told of for so long is forgotten
LICENCE_DAYS, CONTRACT_DAYS = timedelta(days=30), timedelta(days=60)
EVALUATION_MONTHS = 3  # the office itself is judged every season (F1-09)
_PRESSING, _SOON, _IN_TIME = 0, 1, 2  # the ranks of first, second and ordinary urgency


class Told(Protocol):
    """Answers a statement that may name `:today` and the values given with it."""

    def __call__(self, sql: str, **values: str) -> Sequence[tuple[Any, ...]]: ...


class Due(NamedTuple):
    """One thing that falls due: its record, how pressing it is, the day it counts from, and whose it is."""

    sort: str
    record_id: str
    rank: int
    day: str
    owner: str | None = None


def due_with_partners(told: Told, today: date, role: str, user_id: str) -> Iterator[Due]:
    """Everything that falls due today or soon, as far as the role may know of it. `told` answers a statement."""
    yield from _meetings(told)
    yield from _resolutions(told, today)
    if role in SUPERVISORS:
        yield from _inspections(told, today, "" if role in PROVINCE else user_id)
    if role in MANAGER | SUPERVISORS:
        yield from _plans(told, today)
    if role in MANAGER:
        yield from _commitments(told, today)
        yield from _offers(told)
        yield from _papers(told, today)
        yield from _evaluation(told, today)


def _meetings(told: Told) -> Iterator[Due]:
    sql = "SELECT id, date FROM meeting WHERE deleted_at IS NULL AND date = :today"
    yield from (Due(MEETING, record, _PRESSING, day) for record, day in told(sql))


def _resolutions(told: Told, today: date) -> Iterator[Due]:
    sql = "SELECT id, due_on, owner_staff_id FROM resolution WHERE deleted_at IS NULL AND due_on <= :today AND "
    for record, due, owner in told(f"{sql}status = 'open'"):
        yield Due(RESOLUTION, record, _SOON if due < str(today) else _IN_TIME, due, owner)


def _commitments(told: Told, today: date) -> Iterator[Due]:
    sql = (
        "SELECT c.id, c.due_on FROM mou_commitment c JOIN mou m ON m.id = c.mou_id WHERE c.deleted_at IS NULL "
        "AND m.deleted_at IS NULL AND m.status = 'active' AND c.status = 'open' AND c.due_on <= :soon"
    )
    for record, due in told(sql, soon=str(today + SOON)):
        yield Due(COMMITMENT, record, _SOON if due < str(today) else _IN_TIME, due)


def _plans(told: Told, today: date) -> Iterator[Due]:
    """From thirty days before the last one; more pressing from seven, most on the day and after it."""
    until = today + timedelta(days=max(ALERT_DAYS))
    sql = (
        "SELECT id, deadline_date FROM ngo_plan WHERE deleted_at IS NULL AND status IN ('approved', 'running') "
        "AND deadline_date <= :until"
    )
    ranks = dict(zip(sorted(ALERT_DAYS), (_PRESSING, _SOON, _IN_TIME), strict=True))
    for record, deadline in told(sql, until=str(until)):
        left = (date.fromisoformat(deadline) - today).days
        yield Due(PLAN, record, next(rank for days, rank in ranks.items() if left <= days), deadline)


def _offers(told: Told) -> Iterator[Due]:
    sql = "SELECT id, offered_on FROM donation WHERE deleted_at IS NULL AND status = 'offered'"
    yield from (Due(SCREENING, record, _IN_TIME, day) for record, day in told(sql))


def _inspections(told: Told, today: date, planner: str) -> Iterator[Due]:
    """Visits to be made, of one `planner` or of all (""), and second visits of those that were made."""
    sql = (
        "SELECT id, planned_month FROM inspection WHERE deleted_at IS NULL AND done_on IS NULL "
        "AND planned_month <= :month AND (:planner = '' OR created_by = :planner)"
    )
    due = told(sql, month=jalali_month(today), planner=planner)
    yield from (Due(INSPECTION, record, _IN_TIME, str(today)) for record, _month in due)
    again = (
        "SELECT id, coalesce(second_visit_on, deadline) AS day FROM inspection WHERE deleted_at IS NULL "
        "AND done_on IS NOT NULL AND day BETWEEN :since AND :today"
    )
    mended = told(again, since=str(today - MENDING_DAYS))
    yield from (Due(MENDING, record, _IN_TIME, day) for record, day in mended)


def _papers(told: Told, today: date) -> Iterator[Due]:
    """Licences of NGOs with a plan that goes on, and the operator's contract, before they run out."""
    licences = (
        "SELECT o.id, o.license_expiry FROM organization o WHERE o.deleted_at IS NULL AND o.kind = 'ngo' AND o.active "
        "AND o.license_expiry <= :until AND EXISTS (SELECT 1 FROM ngo_plan p WHERE "
        "p.ngo_org_id = o.id AND p.deleted_at IS NULL AND p.status IN ('proposed', 'approved', 'running'))"
    )
    for record, day in told(licences, until=str(today + LICENCE_DAYS)):
        yield Due(LICENCE, record, _SOON if day < str(today) else _IN_TIME, day)
    contracts = (
        "SELECT id, end_date FROM office_contract WHERE deleted_at IS NULL AND handover_status <> 'accepted' "
        "AND end_date <= :until AND NOT EXISTS (SELECT 1 FROM office_contract n "
        "WHERE n.deleted_at IS NULL AND n.start_date > office_contract.start_date)"
    )
    for record, day in told(contracts, until=str(today + CONTRACT_DAYS)):
        yield Due(CONTRACT, record, _SOON if day < str(today) else _IN_TIME, day)


def _evaluation(told: Told, today: date) -> Iterator[Due]:
    """The office is judged every season; one that has just opened has time."""
    sql = (
        "SELECT o.id, max(o.opening_date, ifnull((SELECT max(ifnull(e.evaluated_on, "
        "substr(e.created_at, 1, 10))) FROM evaluation e "
        "WHERE e.deleted_at IS NULL AND e.target_type = 'office' AND e.target_id = o.id), '')) AS day FROM office o "
        "WHERE o.deleted_at IS NULL AND o.status = 'active' AND o.opening_date IS NOT NULL"
    )
    for record, day in told(sql):
        due = add_months(date.fromisoformat(day), EVALUATION_MONTHS)
        if due <= today:
            yield Due(EVALUATION, record, _IN_TIME, str(due))
