"""What lists and board of needs show: which needs there are under chips and boxes, how many each would leave."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from desktop.domain.kinds import KINDS
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import jalali_month, month_bounds
from desktop.domain.record import Row
from desktop.services.viewing import as_read
from desktop.store import lists
from desktop.store.rows import Rows
from desktop.store.search import found_entries

OPEN = "open"
ALL = ""
ON_BOARD = "board"
OVERDUE, COLLECTIVE = "overdue", "collective"
BOARD: Final = (*OPEN_STATES, "met")
"""The columns of the board; of what was met only this month's."""

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
_LATE = "n.due_on < :today AND n.status IN (SELECT value FROM json_each(:open))"
_TOGETHER = "n.scope IN ('group', 'neighborhood')"
_CONDITIONS = {
    "typed": "n.id IN (SELECT record_id FROM search_entry WHERE entry IN (SELECT value FROM json_each(:typed)))",
    "state": "n.status IN (SELECT value FROM json_each(:state))",
    "board": "(n.status IN (SELECT value FROM json_each(:open)) OR n.status = 'met' AND n.status_on >= :month_start)",
    "urgency": "n.urgency = :urgency",
    "field": "n.field = :field",
    "agency": "(n.main_agency_id = :agency OR n.id IN (SELECT r.need_id FROM referral r "
    "WHERE r.agency_id = :agency AND r.status <> 'withdrawn' AND r.deleted_at IS NULL))",
    "neighborhood": "n.neighborhood_id = :neighborhood",
    "owner": "n.owner_staff_id = :owner",
    "late": f"({_LATE})",
    "collective": _TOGETHER,
}
_COLUMNS = {
    "state": "n.status",
    "urgency": "n.urgency",
    "field": "n.field",
    "neighborhood": "n.neighborhood_id",
    "owner": "n.owner_staff_id",
    "late": f"CASE WHEN {_LATE} THEN '{OVERDUE}' END",
    "collective": f"CASE WHEN {_TOGETHER} THEN '{COLLECTIVE}' END",
}


@dataclass(frozen=True)
class NeedQuery:
    """Which needs are shown; "" keeps all. `state` is a status, `OPEN` or `ON_BOARD`."""

    typed: str = ""
    state: str = OPEN
    urgency: str = ALL
    field: str = ALL
    agency: str = ALL
    neighborhood: str = ALL
    owner: str = ALL
    late: bool = False
    collective: bool = False
    order_by: str = ""
    descending: bool = False


def need_entries(rows: Rows, query: NeedQuery) -> array[int]:
    """The entries of the list, in its order."""
    values = _values(rows, query)
    order = (_BACKWARD if query.descending else _ORDERS)[query.order_by]
    sql = (
        "SELECT e.entry FROM search_entry e JOIN need n ON n.id = e.record_id "  # noqa: S608  all of it is ours
        f"WHERE e.kind = 'need'{_and(values)} ORDER BY {order}"
    )
    return array("q", (row["entry"] for row in rows.query(sql, **_bound(rows, values))))


def need_page(rows: Rows, entries: Sequence[int]) -> list[dict[str, Any] | None]:
    """One row for each entry, with titles of links, its days so far and whether it is overdue; None when gone."""
    found = {row["entry"]: row for row in as_read(rows, KINDS["need"], lists.page(rows.connection, "need", entries))}
    agencies = rows.titles(row["main_agency_id"] for row in found.values())
    for row in found.values():
        row["overdue"] = is_overdue(row, rows.today)
        row["days_open"] = days_open(row, rows.today)
        row["main_agency_id_title"] = agencies.get(row["main_agency_id"], "")
    return [found.get(entry) for entry in entries]


def need_counts(rows: Rows, query: NeedQuery) -> dict[tuple[str, str], int]:
    """Filter and choice → how many needs it would show, the other filters staying as they are."""
    values = _values(rows, query)
    found: dict[tuple[str, str], int] = {}
    for name, column in _COLUMNS.items():
        sql = (
            f"SELECT {column} AS choice, count(*) AS many FROM need n "  # noqa: S608  all of it is ours
            f"WHERE n.deleted_at IS NULL{_and(values, without=name)} GROUP BY 1"
        )
        counted = rows.query(sql, **_bound(rows, values))
        found |= {(name, str(row["choice"])): int(row["many"]) for row in counted if row["choice"]}
    found |= _agencies(rows, values)
    of_state = {state: found.get(("state", state), 0) for state in (*OPEN_STATES, "met", "rejected", "closed")}
    found |= {("state", state): many for state, many in of_state.items()}
    found["state", OPEN] = sum(of_state[state] for state in OPEN_STATES)
    found["state", ALL] = sum(of_state.values())
    return found


def _agencies(rows: Rows, values: Mapping[str, object]) -> dict[tuple[str, str], int]:
    """A need counts for every agency it was sent to and that was not withdrawn, and for its main one."""
    where = f"n.deleted_at IS NULL{_and(values, without='agency')}"
    sql = (
        "SELECT agency, count(*) AS many FROM ("  # noqa: S608  all of it is ours
        f"SELECT n.id, n.main_agency_id AS agency FROM need n WHERE n.main_agency_id IS NOT NULL AND {where} UNION "
        "SELECT n.id, r.agency_id FROM need n JOIN referral r ON r.need_id = n.id AND r.status <> 'withdrawn' "
        f"AND r.deleted_at IS NULL WHERE {where}) GROUP BY agency"
    )
    return {("agency", str(row["agency"])): int(row["many"]) for row in rows.query(sql, **_bound(rows, values))}


def board_entries(rows: Rows, query: NeedQuery) -> dict[str, array[int]]:
    """Column of the board → its entries: what is due first stands first, what was met last stands first."""
    values = _values(rows, replace(query, state=ON_BOARD))
    sql = (
        "SELECT e.entry, n.status FROM search_entry e JOIN need n ON n.id = e.record_id "  # noqa: S608  ours
        f"WHERE e.kind = 'need'{_and(values)} "
        "ORDER BY CASE WHEN n.status = 'met' THEN julianday('9999-12-31') - julianday(n.status_on) END, "
        "n.due_on IS NULL, n.due_on, e.order_key"
    )
    found = {state: array("q") for state in BOARD}
    for row in rows.query(sql, **_bound(rows, values)):
        found[row["status"]].append(row["entry"])
    return found


def is_overdue(need: Row, today: date) -> bool:
    return need["status"] in OPEN_STATES and need["due_on"] is not None and need["due_on"] < today


def days_open(need: Row, today: date) -> int:
    """Whole days from its noting until today, or until it came to an end."""
    until = today if need["status"] in OPEN_STATES else need["status_on"]
    return int((until - need["noted_on"]).days)


def _values(rows: Rows, query: NeedQuery) -> dict[str, object]:
    """What is asked of each filter; those that keep all are left out."""
    states = OPEN_STATES if query.state == OPEN else (query.state,) if query.state not in (ALL, ON_BOARD) else ()
    asked: dict[str, object] = {
        "board": query.state == ON_BOARD,
        "typed": json.dumps(found_entries(rows.connection, query.typed, kind="need")) if query.typed.strip() else "",
        "state": json.dumps(states) if states else "",
        "urgency": query.urgency,
        "field": query.field,
        "agency": query.agency,
        "neighborhood": query.neighborhood,
        "owner": query.owner,
        "late": query.late,
        "collective": query.collective,
    }
    return {name: value for name, value in asked.items() if value}


def _and(values: Iterable[str], without: str = "") -> str:
    return "".join(f" AND {_CONDITIONS[name]}" for name in values if name != without)


def _bound(rows: Rows, values: Mapping[str, object]) -> dict[str, object]:
    month_start, _end = month_bounds(jalali_month(rows.today))
    today, first = rows.today.isoformat(), month_start.isoformat()
    return {**values, "today": today, "open": json.dumps(OPEN_STATES), "month_start": first}
