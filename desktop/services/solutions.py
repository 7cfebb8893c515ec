"""What has helped: the solution notes of needs, without anybody's name, for whoever meets the same need elsewhere."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.persian.calendar import jalali_month
from desktop.domain.persian.text import words
from desktop.store.rows import Rows
from desktop.store.search import found_entries

_FROM = (
    "FROM search_entry e JOIN need n ON n.id = e.record_id LEFT JOIN neighborhood p ON p.id = n.neighborhood_id "
    "WHERE e.kind = 'need' AND n.solution_note IS NOT NULL AND n.solution_note <> ''"
)
_CONDITIONS = {"field": "n.field = :field", "area": "p.area_type = :area"}
_COLUMNS = {"field": "n.field", "area": "p.area_type"}


@dataclass(frozen=True)
class SolutionQuery:
    """Which notes are shown; "" keeps all. `area` is the type of neighbourhood."""

    typed: str = ""
    field: str = ""
    area: str = ""

    def asked(self) -> dict[str, str]:
        return {name: value for name, value in (("field", self.field), ("area", self.area)) if value}


def solution_entries(rows: Rows, query: SolutionQuery) -> array[int]:
    """The entries of the needs that have one, the latest first. Typed words are looked for in the notes alone."""
    asked = query.asked()
    found = rows.query(
        f"SELECT e.entry, n.solution_note {_FROM}{_and(asked)} {_typed(query)} ORDER BY n.status_on DESC, n.row DESC",
        **asked,
        **_found(rows, query),
    )
    wanted = words(query.typed)
    return array("q", (row["entry"] for row in found if _tells(row["solution_note"], wanted)))


def solution_page(rows: Rows, entries: Sequence[int]) -> list[Mapping[str, Any] | None]:
    """One nameless row for each entry: field, type of neighbourhood, the note and its month; None when it is gone."""
    sql = (
        "SELECT e.entry, n.id, n.field, p.area_type AS area, n.solution_note, n.status_on "  # noqa: S608  ours
        f"{_FROM} AND e.entry IN (SELECT value FROM json_each(:entries))"
    )
    found = {row["entry"]: row for row in rows.query(sql, entries=json.dumps(list(entries)))}
    return [_shown(found[entry]) if entry in found else None for entry in entries]


def solution_counts(rows: Rows, query: SolutionQuery) -> dict[tuple[str, str], int]:
    """Box and choice → how many notes it would leave, the other box staying as it is."""
    counts: dict[tuple[str, str], int] = {}
    for name, column in _COLUMNS.items():
        others = {other: value for other, value in query.asked().items() if other != name}
        sql = f"SELECT {column} AS choice, count(*) AS many {_FROM}{_and(others)} GROUP BY 1"
        counts |= {(name, str(row["choice"])): int(row["many"]) for row in rows.query(sql, **others) if row["choice"]}
    return counts


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    month = jalali_month(date.fromisoformat(row["status_on"])) if row["status_on"] else ""
    return {**{name: row[name] for name in ("entry", "id", "field", "area", "solution_note")}, "month": month}


def _and(asked: Mapping[str, str]) -> str:
    return "".join(f" AND {_CONDITIONS[name]}" for name in asked)


def _typed(query: SolutionQuery) -> str:
    return "AND e.entry IN (SELECT value FROM json_each(:typed))" if query.typed.strip() else ""


def _found(rows: Rows, query: SolutionQuery) -> dict[str, str]:
    if not query.typed.strip():
        return {}
    return {"typed": json.dumps(found_entries(rows.connection, query.typed, kind="need"))}


def _tells(note: str, wanted: Sequence[str]) -> bool:
    have = words(note)
    return all(any(word.startswith(part) for word in have) for part in wanted)
