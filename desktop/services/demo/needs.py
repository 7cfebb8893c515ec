"""Fictional needs on their way: noted, referred, answered or left unanswered, met, refused, closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.domain.need import DAYS_BY_URGENCY, SPECIALTY_BY_FIELD
from desktop.domain.persian.calendar import month_bounds
from desktop.domain.referral import ANSWER_DAYS
from desktop.services.demo.drafts import Made
from desktop.services.demo.need_texts import NEEDS, NOTES, REFUSALS, SOLUTIONS, NeedText

_WELL = 4  # satisfaction from which on a solution is worth telling
_FEWEST, _MOST = 6, 240  # new needs a month (domain §6.4)
_SHARE = 0.028  # new needs a month for each resident
_REMIND_AFTER = 30


@dataclass(frozen=True)
class Desk:
    """Who follows which needs, and whom the office writes to."""

    staff_by_specialty: Mapping[str, str]
    manager: str
    agencies: Mapping[str, str]
    neighborhoods: tuple[str, ...]

    def owner(self, field: str) -> str:
        return self.staff_by_specialty.get(SPECIALTY_BY_FIELD[field], self.manager)


def make_needs(made: Made, desk: Desk) -> None:
    """Needs of every month from people registered by then."""
    people = [p for p in made.of("person") if p["status"] == "active" and p["relation_to_head"] in ("head", "spouse")]
    registered = {h["id"]: h["registered_on"] for h in made.of("household")}
    for month in made.words.all_months():
        first, last = month_bounds(month)
        known = [p for p in people if registered[p["household_id"]] <= last]
        count = max(_FEWEST, min(_MOST, round(made.words.residents * _SHARE)))
        for place in range(count if known else 0):
            person = made.random.choice(known)
            earliest = max(first, registered[person["household_id"]])
            days = (last - earliest).days
            noted_on = earliest + timedelta(days=days * place // count)
            _Story(made, desk, person, noted_on).tell()


class _Story:
    """The life of one need until the office's last day."""

    def __init__(self, made: Made, desk: Desk, person: Mapping[str, Any], noted_on: date) -> None:
        self.made, self.desk, self.random = made, desk, made.random
        self.text: NeedText = self.random.choice(NEEDS)
        self.owner = desk.owner(self.text.field)
        self.on = noted_on
        self.last = made.words.last_day
        self.need = made.add("need", self._values(person))
        self._event(None, "noted", None)

    def tell(self) -> None:
        fate = self.random.choices(("referred", "office", "closed", "waiting"), (66, 12, 6, 16))[0]
        if fate == "waiting" or not self._later(0, 6):
            return
        if fate == "closed":
            self._move("closed", close_reason=self.random.choice(REFUSALS))
        elif fate == "office":
            self._move("in_progress", note=self.random.choice(NOTES))
            self._finish(0.7)
        else:
            self._refer()

    def _values(self, person: Mapping[str, Any]) -> dict[str, Any]:
        text = self.text
        collective = text.scope in ("neighborhood", "group")
        urgency = self.random.choices(("first", "second", "normal"), (12, 33, 55))[0]
        place = self.random.choice(self.desk.neighborhoods) if collective else person["neighborhood_id"]
        return {
            "scope": text.scope,
            "person_id": person["id"] if text.scope == "person" else None,
            "household_id": None if collective else person["household_id"],
            "neighborhood_id": place,
            "field": text.field,
            "subject": text.subject,
            "urgency": urgency,
            "noted_on": self.on,
            "source": self.random.choices(("residents", "visit", "trustee", "meeting", "workshop"), (60, 20, 8, 8, 4))[
                0
            ],
            "supporters_count": self.random.randint(5, 46) if collective else None,
            "owner_staff_id": self.owner,
            "due_on": self.on + timedelta(days=DAYS_BY_URGENCY[urgency]),
            "status": "noted",
            "status_on": self.on,
        }

    def _refer(self) -> None:
        agency = self.desk.agencies[self.text.agency]
        mode = self.random.choices(("letter", "phone", "in_person", "handed_to_resident"), (72, 8, 10, 10))[0]
        sent_on = self.on
        referral = self.made.add(
            "referral",
            {
                "need_id": self.need["id"],
                "agency_id": agency,
                "mode": mode,
                "sent_on": sent_on,
                "answer_due_on": sent_on + timedelta(days=ANSWER_DAYS),
            },
        )
        self._move("referred", main_agency_id=agency)
        if self.made.chance(0.4) and self._later(1, 4):
            self._respond(referral, "acknowledged")
        answered = self.made.chance(0.76) and self._later(3, 34)
        if not answered:
            silent = (self.last - sent_on).days
            referral["reminder_count"] = min(2, silent // _REMIND_AFTER)
            return
        answer = self.random.choices(
            ("accepted", "in_progress", "done", "needs_info", "rejected"), (30, 18, 28, 10, 14)
        )[0]
        self._respond(referral, answer)
        referral.update(first_response_on=self.on, status="answered")
        if not self.made.chance(0.94):
            return  # the answer is here, the office has not acted on it yet
        self._move("answered")
        self._after_answer(answer)

    def _after_answer(self, answer: str) -> None:
        if answer == "rejected":
            if self._later(0, 5):
                self._move("rejected", close_reason="rejected_by_agency", resident_informed_on=self.on)
            return
        if answer != "done":
            if not self._later(1, 9):
                return
            self._move("in_progress")
        self._finish(0.75)

    def _finish(self, likely: float) -> None:
        if self.made.chance(likely) and self._later(3, 30):
            satisfaction = self.random.choices((2, 3, 4, 5, None), (6, 18, 34, 24, 18))[0]
            helped = SOLUTIONS.get(self.text.subject) if (satisfaction or 0) >= _WELL else None
            self._move(
                "met", close_reason="met", resident_confirmed=True, satisfaction=satisfaction, solution_note=helped
            )
        elif self.made.chance(0.2) and self._later(5, 40):
            self._move("closed", close_reason=self.random.choice(REFUSALS))

    def _respond(self, referral: dict[str, Any], kind: str) -> None:
        promised = (
            self.on + timedelta(days=self.random.randint(10, 45)) if kind in ("accepted", "in_progress") else None
        )
        number = (
            f"{self.random.randint(100, 9999)}/{self.random.randint(10, 99)}" if referral["mode"] == "letter" else None
        )
        given = {"referral_id": referral["id"], "received_on": self.on, "type": kind}
        self.made.add("agency_response", {**given, "reply_letter_no": number, "promised_on": promised})
        if kind == "acknowledged":
            referral["status"] = "acknowledged"

    def _move(self, state: str, *, note: str | None = None, **values: Any) -> None:
        self._event(self.need["status"], state, note)
        self.need.update(status=state, status_on=self.on, **values)

    def _event(self, old: str | None, new: str, note: str | None) -> None:
        given = {"need_id": self.need["id"], "from_status": old, "to_status": new, "on": self.on}
        self.made.add("need_event", {**given, "by": self.owner, "note": note})

    def _later(self, fewest: int, most: int) -> bool:
        """Let days pass, more often few than many; False when that is past the office's last day."""
        on = self.on + timedelta(days=round(self.random.triangular(fewest, most, fewest + (most - fewest) / 4)))
        if on > self.last:
            return False
        self.on = on
        return True
