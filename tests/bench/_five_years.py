"""An office after five years (domain §6.4): people, needs on their way, referrals and answers, visits, workshops."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from desktop.domain.codes import CODE_LISTS
from desktop.domain.need import DAYS_BY_URGENCY
from desktop.domain.persian.calendar import month_bounds
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork, new_id
from tests.bench._town import drawn_town, founded, register, whole

LAST_MONTH = "1404-06"
FIRST, LAST = month_bounds("1399-07")[0], month_bounds(LAST_MONTH)[1]
PERSONS, NEEDS, REFERRALS, VISITS = 12_000, 12_000, 8_000, 25_000
WORKSHOPS, SESSIONS_OF_ONE, CAME_TO_ONE = 500, 5, 18
SEED = 1404
_NEXT = {  # where a need goes on to, as often as it stands there
    "noted": ("referred", "referred", "referred", "in_progress", "closed"),
    "referred": ("answered", "answered", "met", "closed"),
    "answered": ("in_progress", "in_progress", "met", "rejected"),
    "in_progress": ("met", "met", "met", "referred", "closed"),
    "rejected": ("referred",),
    "met": ("in_progress",),
}
_GOES_ON = {"met": 0.05, "rejected": 0.1, "closed": 0.0}  # the rest of those that ended stay as they are


def five_years(folder: Path) -> OfficeFile:
    """The office, filled by bulk loads; the same for every call."""
    office = founded(folder)
    with office.write() as work:
        people, random = drawn_town(PERSONS, SEED)
        _Years(work, list(register(work, people)), random).fill()
    return office


class _Years:
    """Draws what happened."""

    def __init__(self, work: UnitOfWork, persons: list[str], random: Random) -> None:
        self.work, self.persons, self.random = work, persons, random
        self.place = work.find("neighborhood")[0]["id"]
        self.home = work.find("household")[0]["id"]
        self.staff = work.find("staff_member")[0]["id"]
        self.agencies = [one["id"] for one in work.find("organization")] or self._agencies()
        self.fields = tuple(CODE_LISTS["need_field"])
        self.made: dict[str, list[dict[str, Any]]] = {}

    def fill(self) -> None:
        self._needs()
        self._visits()
        self._workshops()
        for kind, rows in self.made.items():
            self.work.add_many(kind, rows)

    def _agencies(self) -> list[str]:
        codes = tuple(CODE_LISTS["agency_code"])[:12]
        values = [{"name_fa": code, "agency_code": code, "letter_title": code} for code in codes]
        return [row["id"] for row in self.work.add_many("organization", [whole("organization", v) for v in values])]

    def _add(self, kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
        row = whole(kind, {**values, "id": new_id()})
        self.made.setdefault(kind, []).append(row)
        return row

    def _day(self, first: date = FIRST) -> date:
        return first + timedelta(days=self.random.randint(0, max(0, (LAST - first).days)))

    def _later(self, day: date, most: int) -> date:
        return min(LAST, day + timedelta(days=self.random.randint(0, most)))

    def _needs(self) -> None:
        for n in range(NEEDS):
            urgency = self.random.choice(("first", "second", "second", "normal", "normal"))
            noted_on = self._day()
            about = {"person_id": self.random.choice(self.persons), "household_id": self.home}
            place = {"neighborhood_id": self.place, "owner_staff_id": self.staff}
            what = {"field": self.random.choice(self.fields), "subject": f"نیاز {n}", "urgency": urgency}
            due_on = noted_on + timedelta(days=DAYS_BY_URGENCY[urgency])
            days = {"noted_on": noted_on, "due_on": due_on}
            need = self._add("need", {**about, **place, **what, **days})
            need["status"], need["status_on"] = self._course(need)
        for need in self.random.sample(self.made["need"], REFERRALS):
            self._referral(need)

    def _course(self, need: Mapping[str, Any]) -> tuple[str, date]:
        """The steps of a need until it ends or is left where it stands."""
        state, day = "noted", need["noted_on"]
        self._step(need, None, state, day)
        while state in _NEXT and self.random.random() < _GOES_ON.get(state, 0.85):
            before, state, day = state, self.random.choice(_NEXT[state]), self._later(day, 40)
            self._step(need, before, state, day)
        return state, day

    def _step(self, need: Mapping[str, Any], before: str | None, state: str, day: date) -> None:
        values = {"need_id": need["id"], "from_status": before, "to_status": state, "on": day, "by": self.staff}
        self._add("need_event", values)

    def _referral(self, need: Mapping[str, Any]) -> None:
        sent_on = self._later(need["noted_on"], 20)
        given = {"need_id": need["id"], "agency_id": self.random.choice(self.agencies), "sent_on": sent_on}
        referral = self._add("referral", {**given, "answer_due_on": sent_on + timedelta(days=15)})
        if self.random.random() < 0.4:
            self._answer(referral, "acknowledged", 5)
        if self.random.random() < 0.8:
            answer = self._answer(referral, self.random.choice(("accepted", "done", "rejected", "needs_info")), 60)
            referral["first_response_on"], referral["status"] = answer["received_on"], "answered"
        elif self.random.random() < 0.2:
            referral["withdrawn_on"], referral["status"] = self._later(sent_on, 60), "withdrawn"

    def _answer(self, referral: Mapping[str, Any], kind: str, most: int) -> dict[str, Any]:
        received_on = self._later(referral["sent_on"], most)
        given = {"referral_id": referral["id"], "received_on": received_on, "type": kind}
        promised = received_on + timedelta(days=20) if kind == "accepted" else None
        return self._add("agency_response", {**given, "promised_on": promised})

    def _visits(self) -> None:
        types = tuple(CODE_LISTS["visit_type"])
        for _ in range(VISITS):
            day = self._day()
            what = {"type": self.random.choice(types), "subject": self.random.choice(self.fields), "date": day}
            minutes = self.random.choice((None, 10, 20, 30, 45))
            whom = {"person_id": self.random.choice(self.persons), "household_id": self.home, "staff_id": self.staff}
            again = {"next_action_on": day + timedelta(days=14)} if self.random.random() < 0.1 else {}
            self._add("visit", {**what, **whom, **again, "minutes": minutes, "neighborhood_id": self.place})

    def _workshops(self) -> None:
        for n in range(WORKSHOPS):
            start = self._day()
            end = start + timedelta(days=7 * SESSIONS_OF_ONE)
            what = {"title": f"کارگاه {n}", "type": "life_skills", "field": self.random.choice(self.fields)}
            plan = {"sessions_planned": SESSIONS_OF_ONE, "hours_per_session": 2.0, "capacity": 20, "place": "دفتر"}
            workshop = self._add("workshop", {**what, **plan, "planned_start": start, "planned_end": end})
            people = self.random.sample(self.persons, CAME_TO_ONE)
            for no in range(1, SESSIONS_OF_ONE + 1):
                day = min(LAST, start + timedelta(days=7 * no))
                session = self._add(
                    "workshop_session", {"workshop_id": workshop["id"], "no": no, "date": day, "held": True}
                )
                for person in people:
                    state = self.random.choice(("present", "present", "present", "late", "absent"))
                    self._add("attendance", {"session_id": session["id"], "person_id": person, "state": state})
