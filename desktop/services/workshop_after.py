"""What comes of a workshop: certificates, what became of people, how content they were, how it was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.evaluation import BEST_SCORE, USUAL_CRITERIA
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.text import clean
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Row
from desktop.services.records import add_record, change_record
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

NOT_REACHED = "not_reached"
"""What is said of somebody whom nobody could ask."""
_FOLLOW_UPS = (
    "SELECT f.id, f.workshop_id, f.person_id, f.due_on, f.checked_on, f.reached, f.kind, p.mobile, "
    "x.title AS name, (SELECT title FROM search_entry e WHERE e.record_id = f.workshop_id) AS workshop "
    "FROM outcome_followup f JOIN person p ON p.id = f.person_id JOIN search_entry x ON x.record_id = f.person_id "
    "WHERE f.deleted_at IS NULL"
)
_OF_WORKSHOP = _FOLLOW_UPS + " AND f.workshop_id = :id ORDER BY x.order_key, x.entry"
_DUE = _FOLLOW_UPS + " AND f.reached IS NULL AND f.due_on <= :until ORDER BY f.due_on, f.workshop_id, x.order_key"
_CERTIFICATES = (
    "SELECT w.person_id, x.title AS name, p.father_name, c.id, c.number, c.issued_on, c.hours, c.printed_count "
    "FROM workshop_enrollment w JOIN person p ON p.id = w.person_id JOIN search_entry x ON x.record_id = w.person_id "
    "LEFT JOIN certificate c ON c.workshop_id = w.workshop_id AND c.person_id = w.person_id AND c.deleted_at IS NULL "
    "WHERE w.workshop_id = :id AND w.status = 'completed' AND w.deleted_at IS NULL ORDER BY x.order_key, x.entry"
)


@dataclass(frozen=True)
class Certified:
    """Somebody who completed the workshop, with the certificate once it is issued."""

    person_id: str
    name: str
    father_name: str
    certificate_id: str | None = None
    number: str = ""
    issued_on: date | None = None
    hours: float | None = None
    printed: int = 0


@dataclass(frozen=True)
class FollowedUp:
    """Somebody who is asked what became of them. `outcome` is a code, `NOT_REACHED`, or "" while nobody has asked."""

    followup_id: str
    workshop_id: str
    person_id: str
    name: str
    workshop: str
    mobile: str | None
    due_on: date
    checked_on: date | None
    outcome: str


@dataclass(frozen=True)
class Contentment:
    """The anonymous forms: score → how many gave it."""

    many: Mapping[int, int]

    @property
    def n(self) -> int:
        return sum(self.many.values())

    @property
    def mean(self) -> float | None:
        return sum(score * n for score, n in self.many.items()) / self.n if self.n else None


@dataclass(frozen=True)
class After:
    """All of it for one workshop."""

    certified: tuple[Certified, ...]
    followed_up: tuple[FollowedUp, ...]
    contentment: Contentment
    evaluations: tuple[Row, ...]


def after_workshop(rows: Rows, workshop_id: str) -> After:
    """What has come of a workshop so far."""
    certified = [
        Certified(
            row["person_id"], row["name"], row["father_name"] or "", row["id"], row["number"] or "",
            _day(row["issued_on"]), row["hours"], row["printed_count"] or 0,
        )
        for row in rows.query(_CERTIFICATES, id=workshop_id)
    ]  # fmt: skip
    judged = rows.find("evaluation", target_type="workshop", target_id=workshop_id)
    return After(
        tuple(certified),
        tuple(follow_ups(rows, workshop_id=workshop_id)),
        contentment(rows, "workshop_id", workshop_id),
        tuple(judged),
    )


def follow_ups(rows: Rows, *, workshop_id: str = "", until: date | None = None) -> list[FollowedUp]:
    """Those of a workshop by their names, or all that nobody has asked yet and that are due, the oldest first."""
    if workshop_id:
        found = rows.query(_OF_WORKSHOP, id=workshop_id)
    else:
        found = rows.query(_DUE, until=(until or rows.today).isoformat())
    return [_followed_up(row) for row in found]


def note_outcome(work: UnitOfWork, followup_id: str, outcome: str) -> Row:
    """What somebody told; `NOT_REACHED` when nobody could be asked, "" takes it back."""
    reached = None if not outcome else outcome != NOT_REACHED
    told = {"reached": reached, "kind": outcome if reached else None, "checked_on": work.today if outcome else None}
    return change_record(work, "outcome_followup", followup_id, told)


def contentment(rows: Rows, name: str, record_id: str) -> Contentment:
    """The forms of a workshop or an event; `name` is the field that points to it."""
    found = rows.find("satisfaction_form", **{name: record_id})
    return Contentment({score: sum(form["score"] == score for form in found) for score in range(BEST_SCORE, 0, -1)})


def read_pile(typed: str) -> list[int]:
    """The scores of a pile of forms as typed: «5 4 3», «۵۴۳۵» or with commas; refused when one is no score."""
    plain = to_ascii(clean(typed))
    scores = [int(char) for char in plain if char.isdigit()]
    if any(char not in " ,;،/-." and not char.isdigit() for char in plain) or not scores:
        raise RefusedError.of("score", "bad_scores")
    if any(not 1 <= score <= BEST_SCORE for score in scores):
        raise RefusedError.of("score", "bad_scores")
    return scores


def add_pile(work: UnitOfWork, owner: Mapping[str, str], scores: Sequence[int]) -> int:
    """A pile of anonymous forms of one workshop or event, in one commit; returns how many."""
    for score in scores:
        add_record(work, "satisfaction_form", {**owner, "score": score})
    return len(scores)


def issue_certificates(work: UnitOfWork, workshop_id: str) -> list[Row]:
    """One for everybody who completed the workshop and has none yet, in the order of their names."""
    waiting = [one for one in after_workshop(work, workshop_id).certified if one.certificate_id is None]
    if not waiting:
        raise RefusedError([Problem("", "nobody_to_certify")])
    about = [{"workshop_id": workshop_id, "person_id": one.person_id} for one in waiting]
    return [add_record(work, "certificate", given) for given in about]


def first_evaluation(rows: Rows, evaluator: str, period: str) -> dict[str, object]:
    """What the form of an evaluation begins with: the usual criteria, to be scored."""
    staff = rows.get("staff_member", evaluator)
    criteria: list[dict[str, Any]] = [{"name": name, "weight": weight} for name, weight in USUAL_CRITERIA["workshop"]]
    return {"period": period, "evaluator": staff["full_name"] if staff else "", "criteria": criteria}


def _followed_up(row: Mapping[str, Any]) -> FollowedUp:
    outcome = row["kind"] or (NOT_REACHED if row["reached"] == 0 else "")
    return FollowedUp(
        row["id"], row["workshop_id"], row["person_id"], row["name"], row["workshop"], row["mobile"],
        date.fromisoformat(row["due_on"]),        _day(row["checked_on"]), outcome,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
