# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""Read models of the window: who sits here, the figures of the dashboard, and one person or household at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from desktop.domain.household import HOUSEHOLD
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import jalali_month, month_bounds, shift_month, weekday
from desktop.domain.persian.digits import to_persian
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.conflicts import disputed_among
from desktop.services.sync_status import SyncLight, sync_light
from desktop.store.rows import Rows
from desktop.store.unit_of_work import Actor

MONTHS = 7


@dataclass(frozen=True)
class Desk:
    """The office and the user of this window."""

    office_title: str
    office_code: str
    user_name: str
    role: str
    fictional: bool


@dataclass(frozen=True)
class Figure:
    """A figure now, its course by month (oldest first, the last is now), and a count beside it."""

    now: int
    course: tuple[int, ...]
    beside: int


@dataclass(frozen=True)
class Dashboard:
    """All figures of the dashboard as of one moment."""

    months: tuple[str, ...]
    residents: Figure
    households: Figure
    workshops: Figure
    needs: Figure
    attendance: tuple[int, ...]
    met: tuple[int, ...]
    light: SyncLight


@dataclass(frozen=True)
class PersonView:
    """A resident with what stands around the record."""

    person: Row
    neighborhood: str
    household: Row | None
    members: Sequence[Row]
    identifiers: Sequence[Row]
    workshops: Sequence[Mapping[str, Any]]
    needs: Sequence[Mapping[str, Any]]
    is_disputed: bool = False  # laptops tell different things of it


@dataclass(frozen=True)
class HouseholdView:
    """A household with its members, its needs, and what is worth a second look."""

    household: Row
    neighborhood: str
    members: Sequence[Row]
    needs: Sequence[Mapping[str, Any]]
    doubts: Sequence[Problem]
    is_disputed: bool = False


def desk_of(rows: Rows, actor: Actor) -> Desk:
    """Who sits at which office."""
    offices = rows.find("office")
    office: Row = offices[0] if offices else {"title_fa": "", "code": "", "fictional": False}
    staff = rows.get("staff_member", actor.staff_id)
    name = str(staff["full_name"]) if staff else actor.username
    return Desk(office["title_fa"], office["code"], name, actor.role, bool(office["fictional"]))


def masked(number: str | None) -> str:
    """An identity number of which only the last four digits are told: «••••••۱۲۳۴»."""
    if not number:
        return ""
    return "•" * max(0, len(number) - 4) + to_persian(number[-4:])


def entry_of(rows: Rows, record_id: str) -> int | None:
    """The search entry of a record, by which lists know it."""
    found = rows.query("SELECT entry FROM search_entry WHERE record_id = :id", id=record_id)
    return int(found[0]["entry"]) if found else None


def dashboard(rows: Rows, actor: Actor) -> Dashboard:
    """Every figure is counted from the records; none is kept."""
    this = jalali_month(rows.today)
    months = tuple(shift_month(this, step) for step in range(1 - MONTHS, 1))
    return Dashboard(
        months,
        _grown(rows, "household h JOIN person p ON p.household_id = h.id AND p.deleted_at IS NULL", "p", months),
        _grown(rows, "household h", "h", months),
        _workshops(rows, months),
        _needs(rows, months),
        _attendance(rows, months),
        _met(rows, months),
        sync_light(rows, actor),
    )


def _grown(rows: Rows, source: str, alias: str, months: Sequence[str]) -> Figure:
    found = rows.query(
        f"SELECT coalesce(h.jalali_month, '') AS month, count(*) AS n FROM {source} "
        f"WHERE h.deleted_at IS NULL AND {alias}.status = 'active' GROUP BY 1"
    )
    by_month = {str(row["month"]): int(row["n"]) for row in found}
    before = sum(n for month, n in by_month.items() if month < months[0])
    course = tuple(accumulate((by_month.get(month, 0) for month in months), initial=before))[1:]
    return Figure(course[-1], course, by_month.get(months[-1], 0))


def _workshops(rows: Rows, months: Sequence[str]) -> Figure:
    found = rows.query("SELECT status, planned_start, planned_end FROM workshop WHERE deleted_at IS NULL")
    live = [row for row in found if row["status"] != "cancelled"]
    course = []
    for month in months:
        first, last = (day.isoformat() for day in month_bounds(month))
        course.append(sum(row["planned_start"] <= last and row["planned_end"] >= first for row in live))
    now = sum(row["status"] in ("open", "running") for row in live)
    start = rows.today - timedelta(days=weekday(rows.today))
    week = rows.query(
        "SELECT count(*) AS n FROM workshop_session WHERE deleted_at IS NULL AND date BETWEEN :first AND :last "
        "AND held IS NOT 0",
        first=start.isoformat(),
        last=(start + timedelta(days=6)).isoformat(),
    )
    return Figure(now, tuple(course), int(week[0]["n"]))


def _needs(rows: Rows, months: Sequence[str]) -> Figure:
    found = rows.query("SELECT status, noted_on, status_on, due_on FROM need WHERE deleted_at IS NULL")
    course = []
    for month in months:
        last = month_bounds(month)[1].isoformat()
        noted = [row for row in found if row["noted_on"] <= last]
        course.append(sum(row["status"] in OPEN_STATES or (row["status_on"] or "") > last for row in noted))
    today = rows.today.isoformat()
    live = [row for row in found if row["status"] in OPEN_STATES]
    return Figure(len(live), tuple(course), sum(bool(row["due_on"]) and row["due_on"] < today for row in live))


def _attendance(rows: Rows, months: Sequence[str]) -> tuple[int, ...]:
    people = rows.query(
        "SELECT s.jalali_month AS month, count(*) AS n FROM workshop_session s JOIN attendance a "
        "ON a.session_id = s.id WHERE s.jalali_month >= :first AND s.deleted_at IS NULL AND a.deleted_at IS NULL "
        "AND a.state IN ('present', 'late') GROUP BY 1",
        first=months[0],
    )
    guests = rows.query(
        "SELECT jalali_month AS month, sum(walk_ins) AS n FROM workshop_session WHERE jalali_month >= :first "
        "AND deleted_at IS NULL AND held GROUP BY 1",
        first=months[0],
    )
    return _by_month(months, (*people, *guests))


def _met(rows: Rows, months: Sequence[str]) -> tuple[int, ...]:
    first = month_bounds(months[0])[0].isoformat()
    found = rows.query(
        'SELECT "on" AS day FROM need_event WHERE to_status = \'met\' AND deleted_at IS NULL AND "on" >= :first',
        first=first,
    )
    return _by_month(months, [{"month": jalali_month(date.fromisoformat(row["day"])), "n": 1} for row in found])


def _by_month(months: Sequence[str], found: Sequence[Mapping[str, Any]]) -> tuple[int, ...]:
    return tuple(sum(int(row["n"] or 0) for row in found if row["month"] == month) for month in months)


def person_view(rows: Rows, person_id: str) -> PersonView | None:
    """A resident at a glance; None when the record is gone."""
    person = rows.get("person", person_id)
    if person is None:
        return None
    household = rows.get("household", person["household_id"])
    titles = rows.titles([person["neighborhood_id"] or ""])
    return PersonView(
        person,
        titles.get(person["neighborhood_id"], ""),
        household,
        _members(rows, person["household_id"]),
        rows.find("person_identifier", person_id=person_id),
        _workshops_of(rows, person_id),
        _needs_of(rows, "person_id", person_id),
        bool(disputed_among(rows, [person_id])),
    )


def household_view(rows: Rows, household_id: str) -> HouseholdView | None:
    """A household at a glance; None when the record is gone."""
    household = rows.get("household", household_id)
    if household is None:
        return None
    place = rows.titles([household["neighborhood_id"]]).get(household["neighborhood_id"], "")
    needs = _needs_of(rows, "household_id", household_id)
    members = _members(rows, household_id)
    doubts = list(HOUSEHOLD.doubts(household, rows)) if household["status"] == "active" else []
    return HouseholdView(household, place, members, needs, doubts, bool(disputed_among(rows, [household_id])))


def _members(rows: Rows, household_id: str) -> list[Row]:
    """The people of a household, not the files that live on in another or that nobody has any more."""
    return [m for m in rows.find("person", household_id=household_id) if m["status"] not in ("merged", "erased")]


def _workshops_of(rows: Rows, person_id: str) -> Sequence[Mapping[str, Any]]:
    return rows.query(
        "SELECT w.id, w.title, w.planned_start, x.status, (SELECT count(*) FROM attendance a JOIN workshop_session s "
        "ON s.id = a.session_id WHERE a.person_id = x.person_id AND s.workshop_id = w.id AND a.deleted_at IS NULL "
        "AND a.state IN ('present', 'late')) AS came, w.sessions_planned FROM workshop_enrollment x "
        "JOIN workshop w ON w.id = x.workshop_id WHERE x.person_id = :id AND x.deleted_at IS NULL "
        "AND w.deleted_at IS NULL ORDER BY w.planned_start DESC LIMIT 4",
        id=person_id,
    )


def _needs_of(rows: Rows, field: str, record_id: str) -> Sequence[Mapping[str, Any]]:
    return rows.query(
        f"SELECT id, subject, status, status_on, noted_on, need_no FROM need WHERE {field} = :id "
        "AND deleted_at IS NULL ORDER BY noted_on DESC LIMIT 4",
        id=record_id,
    )
