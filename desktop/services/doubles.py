# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""Likely double registrations of the whole office, and what was decided of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop.domain.likeness import AGAINST, REASONS, Likeness
from desktop.domain.record import Row
from desktop.services.records import add_record
from desktop.store.duplicates import all_pairs, candidates
from desktop.store.rows import Rows
from desktop.store.sketches import is_compared
from desktop.store.unit_of_work import UnitOfWork

Tell = Callable[[float], object]
"""Hears how far the work is, from 0 to 1; what it raises stops the work."""

_MOST = 20  # doubles of one person


def _unheard(_fraction: float) -> None:
    pass


@dataclass(frozen=True)
class Pair:
    """Two files that may be one person's: what speaks for it and what against."""

    id: str
    other: str
    title: str
    other_title: str
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def message(self) -> str:
        """The reasons in words."""
        told = "، ".join(REASONS[reason] for reason in self.reasons)
        but = "، ".join(AGAINST[reason] for reason in self.against)
        return f"{told}؛ اما {but}" if but else told

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "other": self.other,
            "title": self.title,
            "other_title": self.other_title,
            "score": round(self.score, 1),
            "reasons": list(self.reasons),
            "against": list(self.against),
            "message": self.message,
        }


def pairs(rows: Rows, tell: Tell = _unheard) -> Iterator[Pair]:
    """The likely doubles of the whole office as they are found, each pair once; decided ones are left out."""
    decided = _told_apart(rows)
    for one, other, like in all_pairs(rows.connection, tell):
        if frozenset((one, other)) not in decided:
            yield _pair(rows, one, other, like)


def pairs_of(rows: Rows, person_id: str) -> list[Pair]:
    """The likely doubles of one person, best first; those that were told apart are left out."""
    person = rows.get("person", person_id)
    if person is None or not is_compared(person):
        return []
    decided = _told_apart(rows, person_id)
    papers = rows.find("person_identifier", person_id=person_id)
    numbers = [paper["value"] for paper in papers if paper["value"]]
    verified = any(paper["verified"] for paper in papers)
    found = candidates(rows.connection, person, numbers, limit=_MOST, verified=verified)
    known = [(str(each.person["id"]), Likeness(each.score, each.reasons, each.against)) for each in found]
    return [
        _pair(rows, person_id, other, like) for other, like in known if frozenset((person_id, other)) not in decided
    ]


def _pair(rows: Rows, one: str, other: str, like: Likeness) -> Pair:
    titles = rows.titles((one, other))
    return Pair(one, other, titles.get(one, ""), titles.get(other, ""), like.score, like.reasons, like.against)


def tell_apart(work: UnitOfWork, one: str, other: str, note: str | None = None) -> Row:
    """Two people, not one: the pair is shown again only when something new is written of who they are."""
    known = verdict_on(work, one, other)
    if known is not None and frozenset((one, other)) in _told_apart(work, one):
        return known
    given = {"person_a_id": one, "person_b_id": other, "verdict": "different", "note": note}
    return add_record(work, "double_verdict", given)


def verdict_on(rows: Rows, one: str, other: str) -> Row | None:
    """What was last decided of a pair."""
    low, high = sorted((one, other))
    found = rows.find("double_verdict", person_a_id=low, person_b_id=high)
    return found[-1] if found else None


def _told_apart(rows: Rows, person_id: str = "") -> set[frozenset[str]]:
    """Pairs of whom it was said that they are two, and of whom nothing was learned since by which one knows people."""
    found = rows.query(_TOLD_APART, id=person_id)
    return {frozenset((row["person_a_id"], row["person_b_id"])) for row in found}


_KNOWN_BY = "'first_name', 'last_name', 'father_name', 'sex', 'birth_date'"
_TOLD_APART = (
    "SELECT v.person_a_id, v.person_b_id FROM double_verdict v WHERE v.deleted_at IS NULL AND v.verdict = 'different' "
    "AND (:id = '' OR :id IN (v.person_a_id, v.person_b_id)) AND NOT EXISTS ("
    "SELECT 1 FROM change_log l, json_each(l.fields) f WHERE l.record_id IN (v.person_a_id, v.person_b_id) "
    f"AND l.action = 'change' AND f.key IN ({_KNOWN_BY}) "
    "AND l.seq > (SELECT min(seq) FROM change_log WHERE record_id = v.id)) AND NOT EXISTS ("
    "SELECT 1 FROM person_identifier i JOIN change_log l ON l.record_id = i.id "
    "WHERE i.person_id IN (v.person_a_id, v.person_b_id) AND i.deleted_at IS NULL "
    "AND l.seq > (SELECT min(seq) FROM change_log WHERE record_id = v.id) "
    "AND (l.action = 'add' OR json_extract(l.fields, '$.value') IS NOT NULL))"
)
