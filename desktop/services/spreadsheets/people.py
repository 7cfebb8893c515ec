"""A sheet of people becomes households, persons, papers and consents by the rules of the forms.

Rows are taken household by household. What is new is handed on complete; what is known is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Protocol

from pydantic_core import PydanticUndefined

from desktop.domain.anonymous import NAMELESS, counting_minimum
from desktop.domain.consent import ADULT, REFUSED, consent_state
from desktop.domain.fields import Input
from desktop.domain.guard import is_of_person, wording_problems
from desktop.domain.identity import read_identifier
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import PartialDate
from desktop.domain.persian.digits import to_persian
from desktop.domain.person import age_of
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Kind, Row
from desktop.services.spreadsheets.cells import born
from desktop.services.spreadsheets.columns import columns_of
from desktop.services.spreadsheets.grouping import NUMBER, Group
from desktop.services.spreadsheets.known import Doubles, Known, KnownPeople, like_names, may_be_one, paper_key
from desktop.services.spreadsheets.planned import PlannedFacts
from desktop.services.spreadsheets.table import Table
from desktop.services.spreadsheets.words import JOINS
from desktop.store.unit_of_work import new_id

Values = dict[str, Any]


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


@dataclass(frozen=True)
class _Found:
    """Whom a row is about: somebody registered, or an earlier row of this sheet."""

    known: Known | None = None
    place: int = -1
    surely: bool = False  # by number or paper: what differs is news of the same person


class PeopleTaker:
    """Takes the groups of one sheet in turn."""

    def __init__(self, table: Table, known: KnownPeople, facts: PlannedFacts, desk: Desk, preset: Values) -> None:
        """`preset` are values of every household that its rows do not give."""
        self.tally = Tally()
        self._table, self._known, self._facts, self._desk = table, known, facts, desk
        self._preset = preset
        self._columns = {column.name: column for column in columns_of("person")}
        names = list(table.values)
        self._own = [name for name in names if self._columns[name].kind == "person" and name in KINDS["person"].fields]
        self._own = [name for name in self._own if not KINDS["person"].fields[name].by_program]
        self._home = [n for n in names if n.startswith("household.") and n not in (NUMBER, JOINS)]
        self._papers: dict[int, int] = {}
        self._births: dict[int, int] = {}
        self._exact: dict[int, int] = {}
        self._used: set[str] = set()
        self._homes: dict[int, str] = {}  # place of a row that was taken → its household

    def take(self, group: Group) -> None:
        """One household: its new members, what changed about known ones, and who cannot be taken."""
        found = {place: self._find(place, group) for place in group.places if place not in self._table.problems}
        head = self._head_of(group, found)
        home = self._home_of(group, found, head)
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
        people = [person for group in groups for place in group.places if (person := self._named(place)) is not None]
        self._facts.forget()
        for kind, ids in (("person", {p.id for p in people}), ("household", {p.household_id for p in people})):
            self._facts.know(kind, self._known.rows_of(kind, sorted(ids)))

    # ------------------------------------------------------------------------------------------- whom a row is about
    def _named(self, place: int) -> Known | None:
        paper = self._paper(place)
        return self._known_by_number(place) or (self._known.by_paper.get(paper_key(*paper)) if paper else None)

    def _find(self, place: int, group: Group) -> _Found:
        known = self._known_by_number(place)
        if known is not None:
            return _Found(known, surely=True)
        paper = self._paper(place)
        if paper is not None:
            key = paper_key(*paper)
            if key in self._known.by_paper:
                return self._checked_paper(place, _Found(self._known.by_paper[key], surely=True))
            if key in self._papers:
                return self._checked_paper(place, _Found(place=self._papers[key]))
        first, last = self._table.value("first_name", place), self._table.value("last_name", place)
        if not first or not last:
            return _Found()
        birth = self._table.value("birth_date", place)
        day = birth.date if birth else None
        key_of_birth = self._known.keys.birth(
            first, last, self._table.value("father_name", place), day, birth.precision.value if birth else None
        )
        if key_of_birth is not None:
            return self._found_by_birth(place, key_of_birth, birth.precision.value == "day")
        return self._found_by_all(place, group)

    def _known_by_number(self, place: int) -> Known | None:
        record_id = self._table.value("id", place)
        if record_id and record_id in self._known.by_id:
            return self._known.by_id[record_id]
        number = self._table.value("resident_no", place)
        return self._known.by_number.get(number) if number else None

    def _paper(self, place: int) -> tuple[str, str] | None:
        number = self._table.value("national_id", place)
        if number:
            return "national_id", number
        kind, value = self._table.value("identifier_type", place), self._table.value("identifier_value", place)
        return (kind, value) if kind and value else None

    def _checked_paper(self, place: int, found: _Found) -> _Found:
        """The same number under two names that have nothing in common belongs to two people, one of them wrong."""
        first, last = self._table.value("first_name", place), self._table.value("last_name", place)
        if not first or not last:
            return found
        if found.known is not None:
            row = self._facts.get("person", found.known.id)
            if row is not None and not like_names(first, last, row["first_name"], row["last_name"]):
                facts = {"resident_no": to_persian(row["resident_no"])}
                self._table.refuse(place, Problem("national_id", "national_id_of_another", facts))
            return found
        other = self._table.value("first_name", found.place), self._table.value("last_name", found.place)
        if not like_names(first, last, str(other[0]), str(other[1])):
            row_number = to_persian(str(self._table.numbers[found.place]))
            self._table.refuse(place, Problem("national_id", "national_id_in_row", {"row": row_number}))
        return found

    def _found_by_birth(self, place: int, key: int, whole_day: bool) -> _Found:
        mobile, paper = self._table.value("mobile", place), self._table.value("national_id", place)
        for person in self._known.by_birth.under(key):
            if may_be_one(person._asdict(), mobile, paper, whole_day=whole_day):
                return _Found(person)
        earlier = self._births.get(key)
        if earlier is not None:
            other = {name: self._table.value(name, earlier) for name in ("mobile", "national_id")}
            if may_be_one(other, mobile, paper, whole_day=whole_day):
                return _Found(place=earlier)
        return _Found()

    def _found_by_all(self, place: int, group: Group) -> _Found:
        """People of whom father or birth is not known are one only if the sheet says nothing else of them."""
        if self._paper(place) is not None:
            return _Found()
        exact = self._exactly(place, group)
        if exact in self._exact:
            return _Found(place=self._exact[exact])
        names = self._known.keys.name(self._table.value("first_name", place), self._table.value("last_name", place))
        own, home = self._own_values(place, alone=len(group.places) == 1), self._home_values([place])
        for person in self._known.by_name.under(names):
            if person.id in self._used or not person.may_say(own):
                continue
            row = self._facts.get("person", person.id)
            household = self._facts.get("household", person.household_id) if home else {}
            if (
                row is not None
                and household is not None
                and _says_nothing_new(own, row)
                and _says_nothing_new(home, household)
            ):
                self._used.add(person.id)
                self._exact[exact] = place  # the same row once more says nothing more
                return _Found(person)
        return _Found()

    def _exactly(self, place: int, group: Group) -> int:
        return hash((group.number or group.joins, *(str(column[place]) for column in self._table.values.values())))

    # --------------------------------------------------------------------------------------------- the household
    def _head_of(self, group: Group, found: Mapping[int, _Found]) -> int | None:
        heads = [
            place for place in found if place not in self._table.problems and self._relation(place, group) == "head"
        ]
        return heads[0] if heads else None

    def _relation(self, place: int, group: Group) -> str | None:
        relation: str | None = self._table.value("relation_to_head", place)
        return "head" if relation is None and len(group.places) == 1 else relation

    def _home_of(self, group: Group, found: Mapping[int, _Found], head: int | None) -> str | None:
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
        return next((self._homes[f.place] for p in order if (f := found[p]).place in self._homes), None)

    def _new_household(self, group: Group, head: int) -> Values | None:
        """Its values, complete and by all rules; None when they cannot be so, which the head's row is told."""
        given = self._home_values([head, *(place for place in group.places if place != head)])
        given.setdefault("declared_size", len(group.places))
        values = {**_defaults("household"), **self._preset, **given, "id": new_id()}
        problems = self._problems(KINDS["household"], values)
        first, last = self._table.value("first_name", head), self._table.value("last_name", head)
        if self._table.value("consent_method", head) == REFUSED:
            first, last = NAMELESS["first_name"], NAMELESS["last_name"]
        values["head_name"] = f"{first} {last}" if first and last else None
        number = self._table.value("resident_no", head)
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
    def _take_row(self, place: int, found: _Found, home: str, group: Group, head: int | None) -> bool:
        """Whether the row's person is in the household now."""
        if place in self._table.problems:
            return False
        if found.known is None and found.place < 0 and len(group.places) > 1:
            found = self._find(place, group)  # rows of this very household may have been taken since
            if place in self._table.problems:
                return False
        if found.known is not None:
            self._compare(place, found, group, is_head=place == head)
            return True
        if found.place >= 0:
            self.tally.doubles.add(place, self._table.numbers[found.place])
            return True
        return self._add_person(place, home, group)

    def _add_person(self, place: int, home: str, group: Group) -> bool:
        values = {**_defaults("person"), **self._own_values(place, alone=len(group.places) == 1)}
        refused = self._table.value("consent_method", place) == REFUSED
        if refused:
            values = {**_defaults("person"), "nationality_group": None, **counting_minimum(values, self._facts.today)}
        values["household_id"] = home
        values["id"] = new_id()
        if values["birth_date"]:
            values["age_estimated"] = None  # a column of ages beside says nothing more
        papers, problems = self._papers_of(place, values["id"]) if not refused else ([], [])
        problems += self._problems(KINDS["person"], values)
        consent = self._consent_of(place, values)
        if consent is not None:
            problems += [Problem(f"consent_{p.field}", *p[1:]) for p in self._problems(KINDS["consent"], consent)]
        if problems:
            self._table.refuse(place, *problems)
            return False
        national = next((paper["value"] for paper in papers if paper["type"] == "national_id"), None)
        values["national_id"] = national
        number = self._table.value("resident_no", place)
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
        self._remember(place, values, group)
        self.tally.added += 1
        return True

    def _remember(self, place: int, values: Values, group: Group) -> None:
        """Later rows that repeat this one are doubles."""
        paper = self._paper(place)
        if paper is not None:
            self._papers[paper_key(*paper)] = place
        key = self._known.keys.birth(
            values["first_name"],
            values["last_name"],
            values["father_name"],
            values["birth_date"],
            values["birth_precision"],
        )
        if key is not None:
            self._births.setdefault(key, place)
        elif paper is None:
            self._exact[self._exactly(place, group)] = place
        self._homes[place] = values["household_id"]

    def _papers_of(self, place: int, person_id: str) -> tuple[list[Values], list[Problem]]:
        made, problems = [], []
        number = self._table.value("national_id", place)
        if number:
            made.append(_paper(person_id, "national_id", number))
        kind, value = self._table.value("identifier_type", place), self._table.value("identifier_value", place)
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
        method = self._table.value("consent_method", place)
        if not method:
            return None
        given = {"person_id": person["id"], "method": method, "given_on": self._table.value("consent_given_on", place)}
        witness = self._table.value("consent_witness_staff_id", place)
        age = age_of(person, self._facts.today)
        home = {"household_id": person["household_id"], "relation_to_head": "head", "status": "active"}
        heads = self._facts.find("person", **home) if age is not None and age < ADULT else []
        guardian = next((head["id"] for head in heads if head["id"] != person["id"]), None)
        return {**_defaults("consent"), **given, "witness_staff_id": witness, "guardian_id": guardian, "id": new_id()}

    def _problems(self, kind: Kind, values: Values) -> list[Problem]:
        """What the form would say of these values; they are completed by the program where it does so."""
        problems = [
            Problem(name, "required") for name in _required(kind.name) if values[name] is None or values[name] == ""
        ]
        if problems:
            return problems
        self._facts.judged = values["id"]
        values.update(kind.fill(values, self._facts))
        today = self._facts.today
        late = [Problem(n, "in_future") for n in _dated(kind.name) if isinstance(values[n], date) and values[n] > today]
        texts = wording_problems(kind.fields, values, _guarded(kind.name), of_person=is_of_person(kind.name, values))
        return [*late, *kind.rules(values, self._facts), *texts]

    def _compare(self, place: int, found: _Found, group: Group, *, is_head: bool) -> None:
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
        own = self._own_values(place, alone=False)
        if own.get("birth_date") or row["birth_date"]:
            own.pop("age_estimated", None)
        person = {name: value for name, value in own.items() if row[name] != value}
        number = self._table.value("national_id", place)
        if number and number != known.national_id:
            person["national_id"] = number
        household: Values = {}
        if is_head or len(group.places) == 1:
            stored = self._facts.get("household", known.household_id)
            given = self._home_values([place])
            household = {name: value for name, value in given.items() if stored and stored[name] != value}
        return person, household

    # -------------------------------------------------------------------------------------------------- cells
    def _own_values(self, place: int, *, alone: bool) -> Values:
        """The person's own fields that the row gives."""
        table = self._table
        given: Values = {}
        for name in self._own:
            value = table.values[name][place]
            if value is None:
                continue
            if value.__class__ is PartialDate:
                given[name] = value.date
                given["birth_precision"] = value.precision.value
            else:
                given[name] = value
        if alone:
            given.setdefault("relation_to_head", "head")
        return given

    def _home_values(self, places: Sequence[int]) -> Values:
        """The household's fields; where rows differ, the first of these places is believed."""
        given: Values = {}
        for name in self._home:
            column = self._table.values[name]
            field_name = name.removeprefix("household.")
            for place in places:
                if column[place] is not None:
                    given[field_name] = column[place]
                    break
        return given


def join_birth_columns(table: Table) -> None:
    """Year, month and day in columns of their own become one birth date."""
    years = table.values.pop("birth_year", None)
    months, days = table.values.pop("birth_month", None), table.values.pop("birth_day", None)
    if years is None:
        return
    dates = table.values.setdefault("birth_date", [None] * len(table))
    for place, year in enumerate(years):
        if year is None or dates[place] is not None:
            continue
        try:
            dates[place] = born(year, months[place] if months else None, days[place] if days else None)
        except Refusal as refusal:
            table.refuse(place, Problem("birth_year", refusal.code, refusal.facts))


def _paper(person_id: str, kind: str, value: str | None) -> Values:
    given = {"person_id": person_id, "type": kind, "value": value, "last4": (value or "")[-4:], "id": new_id()}
    return {**_defaults("person_identifier"), **given}


def _says_nothing_new(given: Mapping[str, Any], stored: Row) -> bool:
    return all(stored[name] == value for name, value in given.items())


@cache
def _defaults(kind: str) -> Values:
    """Every declared field with its default. Lists are shared: nobody changes them in place."""
    made = {}
    for name, info in KINDS[kind].draft.model_fields.items():
        default = info.get_default(call_default_factory=True)
        made[name] = None if default is PydanticUndefined else default
    return made


@cache
def _required(kind: str) -> tuple[str, ...]:
    return tuple(name for name, about in KINDS[kind].fields.items() if about.required and not about.by_program)


@cache
def _guarded(kind: str) -> tuple[str, ...]:
    return tuple(name for name, about in KINDS[kind].fields.items() if about.guarded)


@cache
def _dated(kind: str) -> tuple[str, ...]:
    dated = (Input.DATE, Input.PARTIAL_DATE)
    return tuple(n for n, a in KINDS[kind].fields.items() if a.not_future and a.input in dated)
