"""After any course of moving, dying, parting, joining, returning and undoing, every household is in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services import household_life as life
from desktop.services.records import change_record, delete_record
from desktop.services.registration import register_household
from desktop.services.undo import undo
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import make_office, neighborhood, person_values

TODAY = "1404/06/15"
RELATIONS = ("spouse", "child", "child", "parent", "sibling", "grandchild", "child_in_law", "non_relative")
PLACES = st.integers(0, 7)
KEPT = ("row_version", "updated_at", "updated_by")
Snapshot = Mapping[str, Mapping[str, object]]


@cache
def one_office() -> tuple[TemporaryDirectory[str], OfficeFile]:
    """An office for all courses; each registers families of its own."""
    folder = TemporaryDirectory()
    return folder, make_office(Path(folder.name) / "office")


class Course(RuleBasedStateMachine):
    """Three families, and what happens to them."""

    def __init__(self) -> None:
        super().__init__()
        self.office = one_office()[1]
        self.people: list[str] = []
        self.homes: list[str] = []
        self.done: list[tuple[str, Snapshot]] = []
        self.deleted = 0

    @initialize(sizes=st.lists(st.integers(1, 5), min_size=2, max_size=3))
    def register(self, sizes: list[int]) -> None:
        with self.office.write() as work:
            for size in sizes:
                members = [
                    person_values(first_name="مهدی", sex="male", birth_date="1360", relation_to_head=relation)
                    for relation in ("head", *RELATIONS[: size - 1])
                ]
                home = {"neighborhood_id": neighborhood(work), "declared_size": size, "registered_on": "1404/06/01"}
                done = register_household(work, home, members)
                self.homes.append(done.household["id"])
                self.people += [person["id"] for person in done.persons]

    @rule(home=PLACES, ended=st.booleans())
    def goes(self, home: int, ended: bool) -> None:
        act = life.dissolve if ended else life.move_away
        self.do(lambda work: act(work, self.home(home), {"on": TODAY}))

    @rule(home=PLACES, successor=PLACES, named=st.booleans())
    def comes_back(self, home: int, successor: int, named: bool) -> None:
        def act(work: UnitOfWork) -> object:
            given = {"on": TODAY, "successor_id": self.member(work, home, successor) if named else None}
            return life.come_back(work, self.home(home), given)

        self.do(act)

    @rule(home=PLACES, chosen=st.sets(PLACES, min_size=1, max_size=4), head=PLACES, successor=PLACES)
    def parts(self, home: int, chosen: set[int], head: int, successor: int) -> None:
        def act(work: UnitOfWork) -> object:
            members = sorted({self.member(work, home, place) for place in chosen})
            given = {"member_ids": members, "head_id": members[head % len(members)], "on": TODAY}
            place = {"neighborhood_id": neighborhood(work), "successor_id": self.member(work, home, successor)}
            parted = life.split(work, self.home(home), {**given, **place})
            self.homes.append(parted.made["id"])
            return parted

        self.do(act)

    @rule(home=PLACES, to=PLACES, chosen=st.sets(PLACES, min_size=1, max_size=6), successor=PLACES)
    def joins(self, home: int, to: int, chosen: set[int], successor: int) -> None:
        def act(work: UnitOfWork) -> object:
            members = sorted({self.member(work, home, place) for place in chosen})
            given = {"on": TODAY, "member_ids": members, "household_id": self.home(to)}
            return life.join(work, self.home(home), {**given, "successor_id": self.member(work, home, successor)})

        self.do(act)

    @rule(
        person=PLACES,
        change=st.sampled_from(
            [
                {"status": "deceased", "status_date": TODAY},
                {"status": "moved", "status_date": TODAY},
                {"status": "active", "status_date": TODAY},
                {"status": "active", "status_date": TODAY, "relation_to_head": "other_relative"},
                {"relation_to_head": "child"},
                {"relation_to_head": "head"},
                {"mobile": "09000000011"},
            ]
        ),
        successor=PLACES,
        named=st.booleans(),
    )
    def changes(self, person: int, change: dict[str, object], successor: int, named: bool) -> None:
        def act(work: UnitOfWork) -> object:
            chosen = self.people[person % len(self.people)]
            old = work.get("person", chosen)
            heir = self.member(work, self.homes.index(old["household_id"]), successor) if old and named else None
            return change_record(work, "person", chosen, {**change, "successor_id": heir})

        self.do(act)

    @rule(person=PLACES, to=PLACES, relation=st.sampled_from(["head", "child"]), successor=PLACES)
    def goes_to_live(self, person: int, to: int, relation: str, successor: int) -> None:
        def act(work: UnitOfWork) -> object:
            chosen = self.people[person % len(self.people)]
            old = work.get("person", chosen)
            heir = self.member(work, self.homes.index(old["household_id"]), successor) if old else None
            moved = {"household_id": self.home(to), "relation_to_head": relation, "successor_id": heir}
            return change_record(work, "person", chosen, moved)

        self.do(act)

    @rule(home=PLACES, successor=PLACES)
    def is_headed_by(self, home: int, successor: int) -> None:
        self.do(lambda work: life.set_head(work, self.home(home), {"successor_id": self.member(work, home, successor)}))

    @rule(person=PLACES, successor=PLACES)
    def was_a_mistake(self, person: int, successor: int) -> None:
        def act(work: UnitOfWork) -> object:
            chosen = self.people[person % len(self.people)]
            old = work.get("person", chosen)
            heir = self.member(work, self.homes.index(old["household_id"]), successor) if old else None
            delete_record(work, "person", chosen, {"successor_id": heir})
            return None

        self.do(act)

    @precondition(lambda self: self.done)
    @rule()
    def is_taken_back(self) -> None:
        tx, before = self.done.pop()
        with self.office.write() as work:
            undo(work, tx)
        assert self.snapshot() == before

    @precondition(lambda self: len(self.done) > 1)
    @rule(place=PLACES)
    def something_earlier_is_taken_back(self, place: int) -> None:
        tx, _before = self.done[place % len(self.done)]
        try:
            with self.office.write() as work:
                undo(work, tx)
        except RefusedError:
            return
        self.done.clear()

    @invariant()
    def every_household_is_in_order(self) -> None:
        with self.office.read() as rows:
            for home_id in self.homes:
                home = rows.get("household", home_id)
                members = rows.find("person", household_id=home_id) if home else []
                active = [m for m in members if m["status"] == "active"]
                heads = [m for m in active if m["relation_to_head"] == "head"]
                if home is None or home["status"] != "active":
                    assert active == []
                    continue
                assert len(heads) == bool(active)
                assert heads == [] or home["head_name"] == "مهدی رنجبری"
                assert home["declared_size"] >= len(active)

    @invariant()
    def nobody_is_lost(self) -> None:
        with self.office.read() as rows:
            there = [rows.get("person", person) for person in self.people]
        homes = {person["household_id"] for person in there if person}
        assert homes <= set(self.homes)

    def do(self, act: Callable[[UnitOfWork], object]) -> None:
        """One act in one commit. A refusal leaves everything as it was."""
        before = self.snapshot()
        try:
            with self.office.write() as work:
                act(work)
        except RefusedError:
            assert self.snapshot() == before
        else:
            if self.snapshot() != before:
                self.done.append((work.tx, before))

    def home(self, place: int) -> str:
        return self.homes[place % len(self.homes)]

    def member(self, work: UnitOfWork, home: int, place: int) -> str:
        members = work.find("person", household_id=self.home(home))
        return str(members[place % len(members)]["id"]) if members else "nobody"

    def snapshot(self) -> Snapshot:
        with self.office.read() as rows:
            found: dict[str, Any] = {home: _plain(rows.get("household", home)) for home in self.homes}
            found |= {person: _plain(rows.get("person", person)) for person in self.people}
        return {record: fields for record, fields in found.items() if fields}


def _plain(row: Row | None) -> Mapping[str, object]:
    return {name: value for name, value in row.items() if name not in KEPT} if row else {}


TestCourse = Course.TestCase
TestCourse.settings = settings(max_examples=20, stateful_step_count=18)
