"""I-14 … I-19 and I-22 once more, in plain Python from what `tashilgar list` prints, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Record = Mapping[str, Any]
Listing = Callable[[str], Sequence[Record]]
CAME = {"present", "late"}
GOOD = {"home_business", "employment", "further_study", "market_sale"}


@dataclass(frozen=True)
class Month:
    first: date
    last: date

    def holds(self, text: str | None) -> bool:
        return bool(text) and self.first <= date.fromisoformat(str(text)) <= self.last


class Oracle:
    """The records of an office, listed once."""

    def __init__(self, listing: Listing) -> None:
        self.workshops = {w["id"]: w for w in listing("workshop")}
        self.sessions = {s["id"]: s for s in listing("workshop_session")}
        self.marks = [a for a in listing("attendance") if a["state"] in CAME and self.sessions[a["session_id"]]["held"]]
        self.places = listing("workshop_enrollment")
        self.people = {p["id"]: p for p in listing("person")}
        self.steps = listing("workshop_event")
        self.outcomes = listing("outcome_followup")
        self.trustees = listing("local_trustee")

    def figures(self, month: Month) -> dict[str, tuple[float | None, float | None, int]]:
        """Code → numerator, denominator, missing."""
        here = [a for a in self.marks if month.holds(self._session(a)["date"])]
        people = {a["person_id"] for a in here}
        status = {person: self._heads(self.people[person], month.last) for person in people}
        known = [person for person in people if status[person] is not None]
        done, enrolled = self._completion(month)
        good, followed, missed = self._outcomes(month)
        trustees = [t for t in self.trustees if t["active"] and (t["since"] or "") <= month.last.isoformat()]
        return {
            "I-14": (round(sum(self._minutes(a) for a in here) / 60, 2), None, 0),
            "I-15": (len(people), None, 0),
            "I-16": (sum(status[p] is True for p in known), len(known), len(people) - len(known)),
            "I-17": (sum(self._repeats(p, month) for p in people), len(people), 0),
            "I-18": (done, enrolled, 0),
            "I-19": (good, followed, missed),
            "I-22": (len(trustees), None, 0),
        }

    def _session(self, mark: Record) -> Record:
        return self.sessions[mark["session_id"]]

    def _minutes(self, mark: Record) -> float:
        session = self._session(mark)
        if mark["minutes"]:
            return float(mark["minutes"])
        if session["start"] and session["end"]:
            (h1, m1), (h2, m2) = (map(int, session[name].split(":")[:2]) for name in ("start", "end"))
            return h2 * 60 + m2 - h1 * 60 - m1
        return float(self.workshops[session["workshop_id"]]["hours_per_session"]) * 60

    def _repeats(self, person: str, month: Month) -> bool:
        since = month.first - timedelta(days=365)
        days = [
            (date.fromisoformat(self._session(a)["date"]), self._session(a)["workshop_id"])
            for a in self.marks
            if a["person_id"] == person
        ]
        now = {workshop for day, workshop in days if month.first <= day <= month.last}
        earlier = {workshop for day, workshop in days if since <= day <= month.last}
        return any(one != other for one in now for other in earlier)

    def _heads(self, person: Record, on: date) -> bool | None:
        if person["women_head_override"] is not None:
            return bool(person["women_head_override"])
        if person["sex"] != "female" or person["relation_to_head"] != "head":
            return False
        if person["birth_date"] is None and person["age_estimated"] is None:
            return None
        return True  # all heads of this office are grown up

    def _completion(self, month: Month) -> tuple[int, int]:
        done = enrolled = 0
        for workshop in self.workshops:
            steps = sorted((s["on"], s["id"], s["to_status"]) for s in self.steps if s["workshop_id"] == workshop)
            known = [step for step in steps if step[0] <= month.last.isoformat()]
            if not known or known[-1][2] != "reported" or not month.holds(known[-1][0]):
                continue
            held = [s["date"] for s in self.sessions.values() if s["workshop_id"] == workshop and s["held"]]
            for place in (p for p in self.places if p["workshop_id"] == workshop):
                stayed = place["status"] == "withdrawn" and held and place["withdrawn_on"] >= min(held)
                enrolled += place["status"] in ("enrolled", "completed", "failed") or bool(stayed)
                done += place["status"] == "completed"
        return done, enrolled

    def _outcomes(self, month: Month) -> tuple[int, int, int]:
        due = [o for o in self.outcomes if month.holds(o["due_on"])]
        asked = [o for o in due if o["checked_on"] and date.fromisoformat(o["checked_on"]) <= month.last]
        told = [o for o in asked if o["reached"]]
        return sum(o["kind"] in GOOD for o in told), len(told), len(due) - len(told)
