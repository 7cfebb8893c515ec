"""Likely double registrations of the whole office, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.domain.record import Row
from desktop.store.duplicates import REASONS, candidates
from desktop.store.rows import Rows


@dataclass(frozen=True)
class Pair:
    """Two records that may be one person, with the reasons."""

    one: Row
    other: Row
    score: float
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.one["id"],
            "other": self.other["id"],
            "title": _title(self.one),
            "other_title": _title(self.other),
            "score": self.score,
            "reasons": list(self.reasons),
            "message": "، ".join(REASONS[reason] for reason in self.reasons),
        }


def pairs(rows: Rows, person_id: str = "") -> Iterator[Pair]:
    """The likely doubles of one person, or of everybody; each pair once, best first for each person."""
    told: set[frozenset[str]] = set()
    for person in [rows.get("person", person_id)] if person_id else _suspects(rows):
        if person is None or person["status"] in ("merged", "erased"):
            continue
        numbers = [i["value"] for i in rows.find("person_identifier", person_id=person["id"]) if i["value"]]
        for candidate in candidates(rows.connection, person, numbers):
            both = frozenset((person["id"], candidate.person["id"]))
            if both not in told:
                told.add(both)
                yield Pair(person, candidate.person, candidate.score, candidate.reasons)


def _suspects(rows: Rows) -> list[Row | None]:
    """People who share a matching key with somebody."""
    found = rows.query(
        "SELECT DISTINCT e.record_id AS id FROM match_key m JOIN search_entry e ON e.entry = m.entry "
        "WHERE e.kind = 'person' AND m.key IN (SELECT key FROM match_key GROUP BY key HAVING count(*) > 1) "
        "ORDER BY e.order_key"
    )
    return [rows.get("person", row["id"]) for row in found]


def _title(row: Row) -> str:
    return f"{row['first_name']} {row['last_name']}"
