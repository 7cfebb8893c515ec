"""Whatever happens to needs, in whatever order: they stand where their history ends, and the stock adds up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.domain.indicators import Stock
from desktop.domain.kinds import KINDS
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import month_bounds
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.erasure import erase_person
from desktop.services.indicators.needs import Needs
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.merging import merge, unmerge
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.undo import undo
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_person, agency, make_office, neighborhood

FIRST_DAY = date(2025, 5, 22)  # ۱۴۰۴/۰۳/۰۱
MONTHS = ("1404-03", "1404-04", "1404-05", "1404-06")
FIELDS = ("education", "health")
AGENCIES = ("education", "health_center", "municipality")
STATES = ("referred", "answered", "in_progress", "met", "rejected", "closed")
ANSWERS = ("acknowledged", "accepted", "done", "rejected", "redirected")
PLACES = st.integers(0, 5)
DAYS = st.integers(0, 107)
TO = st.sampled_from(STATES)
WAYS = st.tuples(st.integers(0, 9), st.sampled_from((0, 0, 0, 1, 5, 12)), PLACES, st.booleans())
COURSE = st.lists(WAYS, min_size=3, max_size=8)
LIFE = KINDS["need"].life


@cache
def one_office(name: str) -> tuple[TemporaryDirectory[str], OfficeFile]:
    """An office for all histories; each has needs of its own."""
    folder = TemporaryDirectory()
    return folder, make_office(Path(folder.name) / name)


@dataclass
class Told:
    """A need as the test remembers it: its steps by the order in which they were told."""

    about: str
    noted_on: date
    steps: dict[int, tuple[date, str]] = field(default_factory=dict)

    @property
    def course(self) -> list[tuple[date, str]]:
        later = sorted((on, order, state) for order, (on, state) in self.steps.items())
        return [(self.noted_on, "noted"), *((on, state) for on, _, state in later)]

    def state_at(self, day: date) -> str:
        return next((state for on, state in reversed(self.course) if on <= day), "")


class Lives(RuleBasedStateMachine):
    """A few people, their needs, and what the office does and mistakes."""

    def __init__(self) -> None:
        super().__init__()
        self.office = one_office("office")[1]
        self.people: list[str] = []
        self.told: dict[str, Told] = {}
        self.done: list[tuple[str, Callable[[], object]]] = []
        self.merged: list[str] = []
        self.order = 0

    @initialize(courses=st.lists(COURSE, min_size=2, max_size=3))
    def register(self, courses: list[list[tuple[int, int, int, bool]]]) -> None:
        with self.office.write() as work:
            self.people = [str(add_person(work)["id"]) for _ in range(3)]
        for number, course in enumerate(courses):
            self.is_noted(number, number, 10 * number)
            self.goes_on(number, course)

    @rule(person=PLACES, of=PLACES, day=st.integers(0, 80))
    def is_noted(self, person: int, of: int, day: int) -> None:
        about, noted_on = FIELDS[of % 2], FIRST_DAY + timedelta(days=day)

        def act(work: UnitOfWork) -> object:
            given = {"person_id": self.people[person % 3], "field": about, "subject": "کمک", "noted_on": noted_on}
            return add_record(work, "need", given)["id"]

        self.do(act, lambda made: self.told.update({made: Told(about, noted_on)}), self.told.pop)

    @precondition(lambda self: self.told)
    @rule(need=PLACES, after=PLACES, to=TO, days=st.integers(0, 20), place=PLACES, several=st.booleans())
    def takes_a_step(self, need: int, after: int, to: str, days: int, place: int, several: bool) -> None:
        """Any step, on a day at or after that of an earlier one."""
        course = self.told[self.need(need)].course
        on = course[after % len(course)][0] + timedelta(days=days)
        self.step(self.need(need), to, on, place, several)

    @precondition(lambda self: self.told)
    @rule(need=PLACES, ways=COURSE)
    def goes_on(self, need: int, ways: list[tuple[int, int, int, bool]]) -> None:
        """Steps that the table knows, from where the need stands."""
        for way, days, place, several in ways:
            on, state = self.told[self.need(need)].course[-1]
            open_ways = [step.target for step in LIFE.leaving(state) if step.target != "closed"] if LIFE else []
            to = open_ways[way % len(open_ways)] if open_ways and way else "closed"
            self.step(self.need(need), to, on + timedelta(days=days), place, several)

    @precondition(lambda self: self.told)
    @rule(need=PLACES, after=PLACES, way=PLACES, days=st.integers(0, 3), place=PLACES)
    def is_told_late(self, need: int, after: int, way: int, days: int, place: int) -> None:
        """A step that the table knows, from where the need once stood."""
        course = self.told[self.need(need)].course
        on, state = course[after % len(course)]
        ways = LIFE.leaving(state) if LIFE else ()
        if ways:
            self.step(self.need(need), ways[way % len(ways)].target, on + timedelta(days=days), place, several=False)

    def step(self, need_id: str, to: str, on: date, place: int, several: bool) -> None:
        self.order += 1
        order = self.order

        def act(work: UnitOfWork) -> object:
            step_record(work, "need", need_id, to, {**self.words(work, need_id, to, on, place, several), "on": on})
            return need_id

        self.do(
            act,
            lambda _made: self.told[need_id].steps.update({order: (on, to)}),
            lambda _made: self.told[need_id].steps.pop(order),
        )

    def words(
        self, work: UnitOfWork, need_id: str, to: str, on: date, place: int, several: bool
    ) -> Mapping[str, object]:
        other = self.need(place)
        named = [agency(work, AGENCIES[one % 3]) for one in ((place, place + 1) if several else (place,))]
        duplicate = {"close_reason": "duplicate", "duplicate_of_id": other}
        said: Mapping[str, Mapping[str, object]] = {
            "referred": {"agency_ids": named},
            "answered": {"type": ANSWERS[place % 5], "received_on": on, **self.one_waiting(work, need_id, place)},
            "in_progress": {"note": "پیگیری"},
            "met": {"resident_confirmed": True, "satisfaction": 4},
            "rejected": {"close_reason": "rejected_by_agency", "resident_informed_on": on},
            "closed": duplicate if several else {"close_reason": "withdrawn"},
        }
        return said[to]

    def one_waiting(self, work: UnitOfWork, need_id: str, place: int) -> Mapping[str, object]:
        sent = work.find("referral", need_id=need_id)
        return {"referral_id": sent[place % len(sent)]["id"]} if sent else {}

    @rule(place=st.integers(0, 20), kind=st.sampled_from(ANSWERS), days=st.integers(-1, 30))
    def is_answered(self, place: int, kind: str, days: int) -> None:
        def act(work: UnitOfWork) -> object:
            sent = [one for need_id in self.told for one in work.find("referral", need_id=need_id)]
            if not sent:
                return None
            meant = sent[place % len(sent)]
            day = meant["sent_on"] + timedelta(days=days)
            return add_record(work, "agency_response", {"referral_id": meant["id"], "type": kind, "received_on": day})

        self.do(act)

    @precondition(lambda self: self.told)
    @rule(need=PLACES, place=PLACES, how=st.sampled_from(("acknowledged", "done", "moved", "deleted")), day=DAYS)
    def an_answer_was_a_mistake(self, need: int, place: int, how: str, day: int) -> None:
        def act(work: UnitOfWork) -> object:
            answers = self.answers(work, self.need(need))
            if not answers:
                return None
            answer = answers[place % len(answers)]
            if how == "deleted":
                delete_record(work, "agency_response", answer["id"])
                return None
            moved = {"received_on": FIRST_DAY + timedelta(day)} if how == "moved" else {"type": how}
            return change_record(work, "agency_response", answer["id"], moved)

        self.do(act)

    @precondition(lambda self: self.told)
    @rule(need=PLACES, place=PLACES, back=st.booleans())
    def a_referral_is_taken_back(self, need: int, place: int, back: bool) -> None:
        def act(work: UnitOfWork) -> object:
            sent = self.one_waiting(work, self.need(need), place).get("referral_id")
            return sent and change_record(work, "referral", str(sent), {"status": "sent" if back else "withdrawn"})

        self.do(act)

    @precondition(lambda self: self.told)
    @rule(need=PLACES, of=PLACES, day=DAYS, both=st.booleans())
    def was_noted_wrongly(self, need: int, of: int, day: int, both: bool) -> None:
        need_id = self.need(need)
        told, other = self.told[need_id], FIELDS[of % 2]
        was_field, was_on = told.about, told.noted_on
        noted_on = FIRST_DAY + timedelta(days=day) if both else told.noted_on

        def remember(_made: object) -> None:
            told.about, told.noted_on = other, noted_on

        def forget(_made: object) -> None:
            told.about = was_field if other != was_field else told.about
            told.noted_on = was_on if noted_on != was_on else told.noted_on

        given = {"field": other, "noted_on": noted_on, "due_on": None}
        self.do(lambda work: change_record(work, "need", need_id, given), remember, forget)

    @precondition(lambda self: not self.merged)
    @rule(keep=PLACES, gone=PLACES)
    def two_were_one(self, keep: int, gone: int) -> None:
        def act(work: UnitOfWork) -> object:
            return merge(work, self.people[keep % 3], self.people[gone % 3], {})["id"]

        self.do(act, self.merged.append, self.not_merged)

    @precondition(lambda self: self.merged)
    @rule()
    def two_were_two(self) -> None:
        merged = self.merged[-1]
        self.do(
            lambda work: unmerge(work, merged),
            lambda _made: self.not_merged(merged),
            lambda _made: self.merged.append(merged),
        )

    def not_merged(self, merge_id: str) -> None:
        self.merged = [one for one in self.merged if one != merge_id]

    @precondition(lambda self: self.order % 5 == 4)
    @rule(person=PLACES)
    def somebody_asks_to_be_forgotten(self, person: int) -> None:
        try:
            erase_person(self.office, self.people[person % 3], "به خواست خود")
        except RefusedError:
            return
        self.done.clear()
        self.merged.clear()

    @precondition(lambda self: self.done)
    @rule()
    def is_taken_back(self) -> None:
        self.take_back(-1)

    @precondition(lambda self: len(self.done) > 1)
    @rule(place=PLACES)
    def something_earlier_is_taken_back(self, place: int) -> None:
        self.take_back(place % len(self.done))

    @precondition(lambda self: self.told)
    @rule(need=PLACES, ways=COURSE)
    def the_first_of_a_full_day_is_taken_back(self, need: int, ways: list[tuple[int, int, int, bool]]) -> None:
        """It may stand as its first step left it, and the later ones still build upon that."""
        before = len(self.done)
        self.goes_on(need, [(way, 0, place, several) for way, _, place, several in ways])
        if len(self.done) > before:
            self.take_back(before)

    def take_back(self, place: int) -> None:
        tx, forget = self.done[place]
        before = self.snapshot()
        try:
            with self.office.write() as work:
                undo(work, tx)
        except RefusedError:
            assert self.snapshot() == before
            return
        self.done.pop(place)
        forget()

    def do(
        self,
        act: Callable[[UnitOfWork], object],
        remember: Callable[[Any], object] = lambda _made: None,
        forget: Callable[[Any], object] = lambda _made: None,
    ) -> None:
        """One act in one commit. A refusal leaves everything as it was."""
        before = self.snapshot()
        try:
            with self.office.write() as work:
                made = act(work)
        except RefusedError:
            assert self.snapshot() == before
            return
        remember(made)
        if work.finished and work.finished.changes:
            self.done.append((work.tx, lambda: forget(made)))

    @invariant()
    def every_need_stands_where_its_history_ends(self) -> None:
        with self.office.read() as rows:
            for need_id, told in self.told.items():
                need = rows.get("need", need_id)
                assert need is not None
                events = sorted(rows.find("need_event", need_id=need_id), key=lambda e: (e["on"], e["id"]))
                assert [(e["on"], e["to_status"]) for e in events] == told.course
                states = [None, *(e["to_status"] for e in events)]
                assert [e["from_status"] for e in events] == states[:-1]
                assert all(LIFE and LIFE.find(e["from_status"], e["to_status"]) for e in events[1:])
                assert (need["status"], need["status_on"]) == (events[-1]["to_status"], events[-1]["on"])
                assert (need["field"], need["noted_on"]) == (told.about, told.noted_on)
                assert bool(need["close_reason"]) == (need["status"] not in OPEN_STATES)

    @invariant()
    def every_referral_knows_its_first_answer(self) -> None:
        with self.office.read() as rows:
            for need_id, told in self.told.items():
                ended = told.course[-1][1] not in OPEN_STATES
                for referral in rows.find("referral", need_id=need_id):
                    answers = rows.find("agency_response", referral_id=referral["id"])
                    real = [a["received_on"] for a in answers if a["type"] != "acknowledged"]
                    waits = "expired" if ended else "acknowledged" if answers else "sent"
                    state = "withdrawn" if referral["withdrawn_on"] else "answered" if real else waits
                    assert (referral["first_response_on"], referral["status"]) == (min(real, default=None), state)

    def teardown(self) -> None:
        """The stock of every month and field, counted by hand, and again after the same steps came in another order."""
        other = one_office("other")[1]
        self.enter_anew(other)
        for month in MONTHS:
            by_hand = {about: self.counted(about, *month_bounds(month)) for about in FIELDS}
            for office in (self.office, other):
                with office.read() as rows:
                    found = Needs(Snapshot(rows, month)).stocks()
                assert {about: found.get(about, Stock()) for about in FIELDS} == by_hand
            assert all(stock.holds for stock in by_hand.values())
        self.forget_all((self.office, other))

    def counted(self, about: str, first: date, last: date) -> Stock:
        stock = Stock()
        for told in (told for told in self.told.values() if told.about == about):
            stock.open_start += told.state_at(first - timedelta(days=1)) in OPEN_STATES
            stock.open_end += told.state_at(last) in OPEN_STATES
            stock.new += first <= told.noted_on <= last
            states = [state for _, state in told.course]
            for (on, state), before in zip(told.course[1:], states, strict=False):
                if first <= on <= last:
                    stock.reopened += state in OPEN_STATES and before not in OPEN_STATES
                    if state not in OPEN_STATES:
                        setattr(stock, state, getattr(stock, state) + 1)
        return stock

    def enter_anew(self, other: OfficeFile) -> None:
        """The same needs and steps in another office, in an order that chance decides."""
        with self.office.read() as rows:
            needs = [row for row in rows.find("need") if row["id"] in self.told]
            events = [row for row in rows.find("need_event") if row["need_id"] in self.told]
        Random(len(events)).shuffle(events)  # noqa: S311
        with other.write() as work:
            place, owner = neighborhood(work), work.find("staff_member")[0]["id"]
            links = {name: None for name, about in KINDS["need"].fields.items() if about.links}
            for row in needs:
                nobody = {**links, "neighborhood_id": place, "owner_staff_id": owner, "scope": "neighborhood"}
                work.add("need", {**row, **nobody})
            for row in events:
                work.add("need_event", {**row, "by": None})

    def forget_all(self, offices: tuple[OfficeFile, ...]) -> None:
        """The next history counts its own needs only."""
        for office in offices:
            with office.write() as work:
                for need_id in self.told:
                    work.delete("need", need_id)

    def need(self, place: int) -> str:
        return list(self.told)[place % len(self.told)]

    def answers(self, work: UnitOfWork, need_id: str) -> list[Row]:
        sent = work.find("referral", need_id=need_id)
        return [answer for one in sent for answer in work.find("agency_response", referral_id=one["id"])]

    def snapshot(self) -> object:
        with self.office.read() as rows:
            return [
                rows.query(f"SELECT count(*) AS many, max(updated_at) AS at, sum(row_version) AS v FROM {kind}")  # noqa: S608
                for kind in ("need", "need_event", "referral", "agency_response")
            ]


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=22, stateful_step_count=16, deadline=None)
