# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""What a workshop has come to so far, live on its page and in its report; each number with what it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.evaluation import judged_on
from desktop.domain.indicators import FEWEST_SCORES, mean, rate
from desktop.domain.person import women_head_status
from desktop.domain.workshop_life import completes
from desktop.domain.workshop_seats import SEATED
from desktop.services.indicators.training import CAME_STATES, MINUTES, was_in
from desktop.store.rows import Rows

_FIRST_HELD = "(SELECT min(date) FROM workshop_session WHERE workshop_id = :id AND held AND deleted_at IS NULL)"
_ENROLLED = (
    "SELECT count(*) AS n FROM workshop_enrollment p WHERE p.workshop_id = :id AND p.deleted_at IS NULL "
    f"AND {was_in('p', _FIRST_HELD)}"
)


@dataclass(frozen=True)
class Satisfaction:
    """The mean of anonymous forms; None where there are too few to tell."""

    forms: int
    mean: float | None


@dataclass(frozen=True)
class WorkshopFigures:
    """`women_heads_share` is a percentage of those whose state is known; `unknown` says of how many it is not."""

    sessions: int
    held: int
    person_hours: float
    participants: int
    walk_ins: int
    women_heads: int
    unknown: int
    women_heads_share: float | None
    seated: int
    enrolled: int  # with who withdrew once it had begun: of them completion is a part (I-18)
    completed: int  # by the sessions held so far
    satisfaction: Satisfaction
    evaluation: float | None  # the total of the last evaluation, of 5

    @property
    def completion(self) -> float | None:
        return rate(self.completed, self.enrolled)


def workshop_figures(rows: Rows, workshop_id: str) -> WorkshopFigures | None:
    """As of now; None for a workshop that is gone."""
    workshop = rows.get("workshop", workshop_id)
    if workshop is None:
        return None
    sessions = rows.find("workshop_session", workshop_id=workshop_id)
    held = [s for s in sessions if s["held"]]
    sql = (
        f"SELECT a.person_id, count(*) AS times, sum(ifnull(a.minutes, {MINUTES})) / 60.0 AS hours "
        "FROM attendance a JOIN workshop_session s ON s.id = a.session_id JOIN workshop w ON w.id = s.workshop_id "
        "WHERE s.workshop_id = :id AND s.held AND s.deleted_at IS NULL AND a.deleted_at IS NULL "
        f"AND a.state IN ({CAME_STATES}) GROUP BY a.person_id"
    )
    came = {row["person_id"]: row for row in rows.query(sql, id=workshop_id)}
    seated = [e for e in rows.find("workshop_enrollment", workshop_id=workshop_id) if e["status"] in SEATED]
    times = {person: row["times"] for person, row in came.items()}
    people = (rows.get("person", person) for person in came)
    states = [women_head_status(person, rows.today) for person in people if person is not None]
    known = [state for state in states if state is not None]
    found = rows.find("evaluation", target_type="workshop", target_id=workshop_id)
    evaluations = sorted(found, key=lambda one: (judged_on(one), one["row"]))
    return WorkshopFigures(
        sessions=len(sessions),
        held=len(held),
        person_hours=round(sum(row["hours"] for row in came.values()), 2),
        participants=len(came),
        walk_ins=sum(s["walk_ins"] for s in held),
        women_heads=sum(known),
        unknown=len(came) - len(known),
        women_heads_share=rate(sum(known), len(known)),
        seated=len(seated),
        enrolled=rows.query(_ENROLLED, id=workshop_id)[0]["n"],
        completed=sum(completes(times.get(e["person_id"], 0), len(held), workshop["min_attend_share"]) for e in seated),
        satisfaction=satisfaction_with(rows, workshop_id=workshop_id),
        evaluation=evaluations[-1]["total"] if evaluations else None,
    )


def satisfaction_with(rows: Rows, **of: str) -> Satisfaction:
    """Of one workshop (`workshop_id`) or event (`event_id`)."""
    scores = [form["score"] for form in rows.find("satisfaction_form", **of)]
    return Satisfaction(len(scores), mean(sum(scores), len(scores)) if len(scores) >= FEWEST_SCORES else None)
