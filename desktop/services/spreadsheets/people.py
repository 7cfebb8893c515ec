"""A sheet of people becomes households, persons, papers and consents by the rules of the forms.

Rows are taken household by household. What is new is handed on complete; what is known is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.domain.anonymous import NAMELESS, counting_minimum
from desktop.domain.consent import ADULT, consent_state
from desktop.domain.identity import read_identifier
from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import to_persian
from desktop.domain.person import age_of
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services.spreadsheets.grouping import Group
from desktop.services.spreadsheets.known import Doubles, Known, KnownPeople
from desktop.services.spreadsheets.people_rows import PeopleRows
from desktop.services.spreadsheets.planned import PlannedFacts
from desktop.services.spreadsheets.table import Table
from desktop.services.spreadsheets.whole import Values, defaults, problems_of
from desktop.services.spreadsheets.whom import Found, Whom
from desktop.services.spreadsheets.words import JOINS
from desktop.store.unit_of_work import new_id


class Desk(Protocol):
    """Where the rows go that were found right."""

    def add(self, kind: str, values: Values, numbers: Sequence[str] = ()) -> None: ...

    def change(self, person_id: str, person: Values, household_id: str, household: Values) -> None: ...


@dataclass
class Tally:
    """What became of the rows."""

    added: int = 0
    changed: int = 0
    households: int = 0
    doubles: Doubles = field(default_factory=Doubles)
    joined: dict[int, str] = field(default_factory=dict)  # refused place → number of the household of its others
    notes: Counter[str] = field(default_factory=Counter)


class PeopleTaker:
    """Takes the groups of one sheet in turn."""

    def __init__(self, table: Table, known: KnownPeople, facts: PlannedFacts, desk: Desk, preset: Values) -> None:
        """`preset` are values of every household that its rows do not give."""
        self.tally = Tally()
        self._table, self._known, self._facts, self._desk = table, known, facts, desk
        self._preset = preset
        self._rows = PeopleRows(table)
        self._whom = Whom(self._rows, known, facts)
        self._homes: list[str | None] = [None] * len(table)  # of the rows that were taken, or repeat somebody

    def take(self, group: Group) -> None:
        """One household: its new members, what changed about known ones, and who cannot be taken."""
        found = {place: self._whom.find(place, group) for place in group.places if place not in self._table.problems}
        head = self._head_of(group, found)
        home = self._home_of(group, found, head)
        if home is None and head is not None and (counted := self._whom.counted(head, group, None)) is not None:
            found[head], home = counted, counted.known.household_id if counted.known else None
        made = None
        if home is None:
            if head is None:
                self._refuse_headless(group)
                return
            made = self._new_household(group, head)
            if made is None:
                self._refuse_headless(group)
                return
            home = made["id"]
        ordered = sorted(found, key=lambda place: (place != head, place))
        taken = 0
        for place in ordered:
            taken += self._take_row(place, found[place], home, group, head)
            if made is not None and place == head and place in self._table.problems:
                self._refuse_headless(group)
                return
            if made is not None and place == head:
                self._add_household(made)
        for place in group.places:
            if place in self._table.problems and taken:
                self._note_home(place, home, made)

    def prefetch(self, groups: Sequence[Group]) -> None:
        """Read at once whom these households' rows name by number or paper."""
        if not self._known.by_id:
            return
        named = [self._whom.named(place) for group in groups for place in group.places]
        people = [person for person in named if person is not None]
        self._facts.forget()
        for kind, ids in (("person", {p.id for p in people}), ("household", {p.household_id for p in people})):
            self._facts.know(kind, self._known.rows_of(kind, sorted(ids)))

    # --------------------------------------------------------------------------------------------- the household
    def _head_of(self, group: Group, found: Mapping[int, Found]) -> int | None:
        right = (place for place in found if place not in self._table.problems)
        return next((place for place in right if self._rows.relation(place, group) == "head"), None)

    def _home_of(self, group: Group, found: Mapping[int, Found], head: int | None) -> str | None:
        """The household these rows belong to if it is there already; None when it is new."""
        if group.joins:
            homes = self._facts.find("household", household_no=group.joins)
            if homes:
                return str(homes[0]["id"])
            self._table.problems.update(
                {place: [Problem(JOINS, "unknown_record")] for place in found if place not in self._table.problems}
            )
            return None
        order = sorted(found, key=lambda place: (place != head, place))
        for place in order:
            known = found[place].known
            if known is not None and place not in self._table.problems:
                return known.household_id
        earlier = (self._homes[found[place].place] for place in order if found[place].place >= 0)
        return next((home for home in earlier if home is not None), None)

    def _new_household(self, group: Group, head: int) -> Values | None:
        """Its values, complete and by all rules; None when they cannot be so, which the head's row is told."""
        given = self._rows.home([head, *(place for place in group.places if place != head)])
        given.setdefault("declared_size", len(group.places))
        values = {**defaults("household"), **self._preset, **given, "id": new_id()}
        problems = problems_of(KINDS["household"], values, self._facts)
        first, last = self._rows.first[head], self._rows.last[head]
        if self._rows.refuses(head):
            first, last = NAMELESS["first_name"], NAMELESS["last_name"]
        values["head_name"] = f"{first} {last}" if first and last else None
        number = self._rows.resident_no[head]
        values["household_no"] = (
            group.number if number in self._known.kept and group.number in self._known.kept_homes else ""
        )
        if problems:
            self._table.refuse(head, *(Problem(f"household.{p.field}", p.code, p.facts) for p in problems))
            return None
        self._facts.add_household(values)
        return values

    def _add_household(self, values: Values) -> None:
        self._desk.add("household", values)
        self.tally.households += 1

    def _refuse_headless(self, group: Group) -> None:
        """Without a head nobody of a household can be taken: the rows stay together, to be mended together."""
        table = self._table
        heads = [p for p in group.places if table.value("relation_to_head", p) == "head" and p in table.problems]
        code = "head_refused" if heads else "no_head"
        facts = {"row": to_persian(str(table.numbers[heads[0]]))} if heads else {}
        for place in group.places:
            if place not in table.problems:
                table.refuse(place, Problem("relation_to_head", code, facts))

    def _note_home(self, place: int, home: str, made: Values | None) -> None:
        household = made or self._facts.get("household", home)
        if household is not None:
            self.tally.joined[place] = household["id"]

    # ----------------------------------------------------------------------------------------------------- one row
    def _take_row(self, place: int, found: Found, home: str, group: Group, head: int | None) -> bool:
        """Whether the row's person is in the household now."""
        if place in self._table.problems:
            return False
        if found.is_new and len(group.places) > 1:
            found = self._whom.again(place, found)  # rows of this very household may have been taken since
            if place in self._table.problems:
                return False
        if found.is_new:
            found = self._whom.counted(place, group, home) or found
        if found.known is not None:
            self._homes[place] = found.known.household_id
            self._compare(place, found, group, is_head=place == head)
            return True
        if found.place >= 0:
            self._homes[place] = home
            self.tally.doubles.add(place, self._table.numbers[found.place])
            return True
        return self._add_person(place, found, home, group)

    def _add_person(self, place: int, found: Found, home: str, group: Group) -> bool:
        values = {**defaults("person"), **self._rows.own(place, alone=len(group.places) == 1)}
        refused = self._rows.refuses(place)
        if refused:
            values = {**defaults("person"), "nationality_group": None, **counting_minimum(values, self._facts.today)}
        values["household_id"] = home
        values["id"] = new_id()
        if values["birth_date"]:
            values["age_estimated"] = None  # a column of ages beside says nothing more
        papers, problems = self._papers_of(place, values["id"]) if not refused else ([], [])
        problems += problems_of(KINDS["person"], values, self._facts)
        consent = self._consent_of(place, values)
        if consent is not None:
            found_wrong = problems_of(KINDS["consent"], consent, self._facts)
            problems += [Problem(f"consent_{p.field}", *p[1:]) for p in found_wrong]
        if problems:
            self._table.refuse(place, *problems)
            return False
        national = next((paper["value"] for paper in papers if paper["type"] == "national_id"), None)
        values["national_id"] = national
        number = self._rows.resident_no[place]
        values["resident_no"] = number if number in self._known.kept else ""
        self._known.kept.discard(number)
        if consent is not None:
            values["consent_state"] = consent_state([consent], self._facts.today)
        self._facts.add_person(values)
        self._desk.add("person", values, [paper["value"] for paper in papers if paper["value"]])
        for paper in papers:
            self._desk.add("person_identifier", paper)
        if consent is not None:
            self._desk.add("consent", consent)
        self._whom.remember(place, found)
        self._homes[place] = home
        self.tally.added += 1
        return True

    def _papers_of(self, place: int, person_id: str) -> tuple[list[Values], list[Problem]]:
        made, problems = [], []
        number = self._rows.national_id[place]
        if number:
            made.append(_paper(person_id, "national_id", number))
        kind, value = self._rows.paper_type[place], self._rows.paper_value[place]
        if value and not kind:
            problems.append(Problem("identifier_type", "required"))
        if kind and (value or kind == "none"):
            try:
                made.append(_paper(person_id, kind, read_identifier(kind, value) if value else None))
            except Refusal as refusal:
                problems.append(Problem("identifier_value", refusal.code, refusal.facts))
        return made, problems

    def _consent_of(self, place: int, person: Values) -> Values | None:
        """The row's answer about the record; for a child the head of the household has answered (G-08)."""
        method = self._rows.consent[place]
        if not method:
            return None
        given = {"person_id": person["id"], "method": method, "given_on": self._rows.consented_on[place]}
        witness = self._rows.witness[place]
        age = age_of(person, self._facts.today)
        home = {"household_id": person["household_id"], "relation_to_head": "head", "status": "active"}
        heads = self._facts.find("person", **home) if age is not None and age < ADULT else []
        guardian = next((head["id"] for head in heads if head["id"] != person["id"]), None)
        return {**defaults("consent"), **given, "witness_staff_id": witness, "guardian_id": guardian, "id": new_id()}

    def _compare(self, place: int, found: Found, group: Group, *, is_head: bool) -> None:
        """A row about somebody known: news of them, or nothing but a repetition."""
        known = found.known
        assert known is not None  # noqa: S101  asked by the caller
        row = self._facts.get("person", known.id) if found.surely else None
        person, household = self._news(place, known, row, group, is_head=is_head) if row else ({}, {})
        if not person and not household:
            self.tally.doubles.add(place, known.resident_no)
            return
        try:
            self._desk.change(known.id, person, known.household_id, household)
        except RefusedError as error:
            self._table.refuse(place, *error.problems)
        else:
            self.tally.changed += 1

    def _news(self, place: int, known: Known, row: Row, group: Group, *, is_head: bool) -> tuple[Values, Values]:
        own = self._rows.own(place, alone=False)
        if own.get("birth_date") or row["birth_date"]:
            own.pop("age_estimated", None)
        person = {name: value for name, value in own.items() if row[name] != value}
        number = self._rows.national_id[place]
        if number and number != known.national_id:
            person["national_id"] = number
        household: Values = {}
        if is_head or len(group.places) == 1:
            stored = self._facts.get("household", known.household_id)
            given = self._rows.home([place])
            household = {name: value for name, value in given.items() if stored and stored[name] != value}
        return person, household


def _paper(person_id: str, kind: str, value: str | None) -> Values:
    given = {"person_id": person_id, "type": kind, "value": value, "last4": (value or "")[-4:], "id": new_id()}
    return {**defaults("person_identifier"), **given}
