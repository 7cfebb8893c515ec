"""What the screen of needs shows: the filtered list, one need with its whole course, and the suggested owner."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.domain.need import DAYS_BY_URGENCY, OPEN_STATES, SPECIALTY_BY_FIELD, default_owner
from desktop.domain.record import Row
from desktop.store import lists
from desktop.store.rows import Rows
from desktop.store.search import found_entries

OPEN = "open"
_ORDERS = {
    "": "e.order_key, e.entry",
    "due_on": "n.due_on IS NULL, n.due_on, e.order_key",
    "noted_on": "n.noted_on, e.order_key",
    "subject": "n.subject, e.order_key",
}
_BACKWARD = {
    "": "e.order_key DESC, e.entry DESC",
    "due_on": "n.due_on DESC, e.order_key",
    "noted_on": "n.noted_on DESC, e.order_key",
    "subject": "n.subject DESC, e.order_key",
}


@dataclass(frozen=True)
class NeedQuery:
    """Which needs the list shows. `state` is a status, `OPEN`, or "" for all."""

    typed: str = ""
    state: str = OPEN
    urgency: str = ""
    field: str = ""
    overdue: bool = False
    order_by: str = ""
    descending: bool = False


@dataclass(frozen=True)
class Reference:
    """One referral with the name of its agency and the answers to it."""

    referral: Row
    agency: str
    answers: tuple[Row, ...]


@dataclass(frozen=True)
class NeedDetail:
    """One need with everything that happened to it; `titles` names the records it points to."""

    need: Row
    titles: Mapping[str, str]
    events: tuple[Row, ...]
    references: tuple[Reference, ...]


def need_entries(rows: Rows, query: NeedQuery) -> array[int]:
    """The entries of the list, in its order."""
    states = OPEN_STATES if query.state == OPEN else (query.state,) if query.state else ()
    order = (_BACKWARD if query.descending else _ORDERS)[query.order_by]
    sql = (
        "SELECT e.entry FROM search_entry e JOIN need n ON n.id = e.record_id WHERE e.kind = 'need' "  # noqa: S608  the order is one of ours
        "AND (:every OR e.state IN (SELECT value FROM json_each(:states))) "
        "AND (:urgency = '' OR n.urgency = :urgency) AND (:field = '' OR n.field = :field) "
        "AND (NOT :overdue OR (n.due_on < :today AND e.state IN (SELECT value FROM json_each(:open)))) "
        "ORDER BY " + order
    )
    found = rows.query(
        sql,
        every=not states,
        states=json.dumps(states),
        urgency=query.urgency,
        field=query.field,
        overdue=query.overdue,
        today=rows.today.isoformat(),
        open=json.dumps(OPEN_STATES),
    )
    entries = array("q", (row["entry"] for row in found))
    if not query.typed.strip():
        return entries
    wanted = set(found_entries(rows.connection, query.typed, kind="need"))
    return array("q", (entry for entry in entries if entry in wanted))


def need_page(rows: Rows, entries: Sequence[int]) -> list[dict[str, Any] | None]:
    """One row for each entry, with titles of links and whether the need is overdue; None for one that is gone."""
    found = {row["entry"]: row for row in lists.page(rows.connection, "need", entries)}
    for row in found.values():
        row["overdue"] = is_overdue(row, rows.today)
    return [found.get(entry) for entry in entries]


def need_counts(rows: Rows) -> dict[str, int]:
    """Status → how many needs stand in it; `OPEN` and "overdue" count over the open ones."""
    sql = "SELECT state, count(*) AS many FROM search_entry WHERE kind = 'need' GROUP BY state"
    counts = {str(row["state"]): int(row["many"]) for row in rows.query(sql)}
    counts[OPEN] = sum(counts.get(state, 0) for state in OPEN_STATES)
    late = rows.query(
        "SELECT count(*) AS many FROM need n JOIN search_entry e ON e.record_id = n.id "
        "WHERE n.due_on < :today AND e.state IN (SELECT value FROM json_each(:open))",
        today=rows.today.isoformat(),
        open=json.dumps(OPEN_STATES),
    )
    counts["overdue"] = int(late[0]["many"])
    return counts


def is_overdue(need: Row, today: date) -> bool:
    return need["status"] in OPEN_STATES and need["due_on"] is not None and need["due_on"] < today


def need_detail(rows: Rows, need_id: str) -> NeedDetail | None:
    """The need as of now; None when it is gone."""
    need = rows.get("need", need_id)
    if need is None:
        return None
    events = rows.find("need_event", need_id=need_id)
    referrals = rows.find("referral", need_id=need_id)
    links = ("person_id", "household_id", "neighborhood_id", "owner_staff_id", "main_agency_id")
    wanted = [need[name] for name in links] + [event["by"] for event in events]
    titles = rows.titles([*wanted, *(referral["agency_id"] for referral in referrals)])
    references = tuple(
        Reference(r, titles.get(r["agency_id"], ""), tuple(rows.find("agency_response", referral_id=r["id"])))
        for r in referrals
    )
    return NeedDetail(need, titles, tuple(events), references)


class _Staff:
    """The part of the office's records that the choice of an owner looks at."""

    def __init__(self, staff: list[Row], today: date) -> None:
        self.today = today
        self._staff = staff

    def get(self, _kind: str, _record_id: str | None) -> Row | None:
        return None

    def find(self, kind: str, **_where: object) -> list[Row]:
        return self._staff if kind == "staff_member" else []


@dataclass(frozen=True)
class Suggestions:
    """What the form of a need fills in by itself: who follows it and until when."""

    staff: list[Row]
    today: date

    def owner(self, need_field: object, noted_on: object) -> Row | None:
        """The staff member whose specialty takes this field."""
        if need_field not in SPECIALTY_BY_FIELD:
            return None
        on = noted_on if isinstance(noted_on, date) else self.today
        owner_id = default_owner({"field": need_field, "noted_on": on}, _Staff(self.staff, self.today))
        return next((member for member in self.staff if member["id"] == owner_id), None)

    def due(self, urgency: object, noted_on: object) -> date | None:
        """The day that the urgency leaves until."""
        days = DAYS_BY_URGENCY.get(str(urgency))
        on = noted_on if isinstance(noted_on, date) else self.today
        return on + timedelta(days=days) if days is not None else None


def suggestions(rows: Rows) -> Suggestions:
    return Suggestions(rows.find("staff_member"), rows.today)
