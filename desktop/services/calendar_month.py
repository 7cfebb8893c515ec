"""What stands in the calendar: sessions, events, and what was promised in visits; one question for each sort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from desktop.domain.persian.workdays import OfficeWeek
from desktop.services.access import READS_PERSONS
from desktop.store.rows import Rows

SESSION, EVENT, ACTION = "session", "event", "action"
SORTS = (SESSION, EVENT, ACTION)

_SESSIONS = (
    "SELECT s.id, s.workshop_id, s.no, s.date, s.start, s.held, w.title, w.place, w.neighborhood_id, w.status "
    "FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id WHERE s.date BETWEEN :first AND :last "
    "AND s.deleted_at IS NULL AND w.deleted_at IS NULL"
)
_EVENTS = (
    "SELECT id, type, title, place, date_from, coalesce(date_to, date_from) AS date_to, start, neighborhood_id, status "
    "FROM event WHERE date_from <= :last AND coalesce(date_to, date_from) >= :first AND deleted_at IS NULL"
)
_ACTIONS = (
    "SELECT v.id, v.type, v.next_action_on, v.next_action_done_on, v.neighborhood_id, v.person_id, v.household_id, "
    "(SELECT title FROM search_entry e WHERE e.record_id = coalesce(v.person_id, v.household_id, v.neighborhood_id)) "
    "AS whom FROM visit v WHERE v.next_action_on BETWEEN :first AND :last AND v.deleted_at IS NULL"
)


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One thing on one day. `kind` and `record_id` are the record it leads to."""

    sort: str
    kind: str
    record_id: str
    key: str  # of this thing itself, the session of a workshop
    day: date
    hour: time | None = None
    title: str = ""
    where: str = ""
    number: int = 0  # which session
    of_type: str = ""  # of the visit or the event
    neighborhood_id: str = ""
    over: bool = False  # done
    dropped: bool = False  # called off, or not held


@dataclass(frozen=True)
class Span:
    """The days from the first to the last, with what stands on them in its order, and the holidays among them."""

    planned: tuple[Planned, ...]
    holidays: Mapping[date, str]
    places: Mapping[str, str]  # neighbourhood → its name


def calendar_span(rows: Rows, first: date, last: date) -> Span:
    """Everything planned between two days, both counted."""
    found = [*_sessions(rows, first, last), *_events(rows, first, last), *_actions(rows, first, last)]
    found.sort(key=lambda one: (one.day, one.hour or time.max, SORTS.index(one.sort), one.title))
    week, days = OfficeWeek(), [first + timedelta(days=n) for n in range((last - first).days + 1)]
    holidays = {day: name for day in days if (name := week.holiday(day))}
    places = {place["id"]: place["name"] for place in rows.find("neighborhood")}
    return Span(tuple(found), holidays, places)


def _sessions(rows: Rows, first: date, last: date) -> Iterator[Planned]:
    for row in rows.query(_SESSIONS, first=first.isoformat(), last=last.isoformat()):
        yield Planned(
            sort=SESSION,
            kind="workshop",
            record_id=row["workshop_id"],
            key=row["id"],
            day=date.fromisoformat(row["date"]),
            hour=time.fromisoformat(row["start"]) if row["start"] else None,
            title=row["title"],
            where=row["place"],
            number=row["no"],
            neighborhood_id=row["neighborhood_id"] or "",
            over=row["held"] == 1,
            dropped=row["held"] == 0 or row["status"] == "cancelled",
        )


def _events(rows: Rows, first: date, last: date) -> Iterator[Planned]:
    """An event stands on each of its days; its hour is that of the first."""
    for row in rows.query(_EVENTS, first=first.isoformat(), last=last.isoformat()):
        begins, ends = date.fromisoformat(row["date_from"]), date.fromisoformat(row["date_to"])
        for n in range((min(ends, last) - max(begins, first)).days + 1):
            day = max(begins, first) + timedelta(days=n)
            yield Planned(
                sort=EVENT,
                kind="event",
                record_id=row["id"],
                key=f"{row['id']}/{day.isoformat()}",
                day=day,
                hour=time.fromisoformat(row["start"]) if row["start"] and day == begins else None,
                title=row["title"],
                where=row["place"],
                of_type=row["type"],
                neighborhood_id=row["neighborhood_id"],
                over=row["status"] in ("held", "reported"),
                dropped=row["status"] == "cancelled",
            )


def _actions(rows: Rows, first: date, last: date) -> Iterator[Planned]:
    for row in rows.query(_ACTIONS, first=first.isoformat(), last=last.isoformat()):
        yield Planned(
            sort=ACTION,
            kind="visit",
            record_id=row["id"],
            key=row["id"],
            day=date.fromisoformat(row["next_action_on"]),
            title=_whom(rows, row),
            of_type=row["type"],
            neighborhood_id=row["neighborhood_id"] or "",
            over=row["next_action_done_on"] is not None,
        )


def _whom(rows: Rows, row: Mapping[str, Any]) -> str:
    """Whom or where it concerns; no name for who may not read people's files."""
    hidden = (row["person_id"] or row["household_id"]) and rows.role not in READS_PERSONS
    return "" if hidden else row["whom"] or ""
