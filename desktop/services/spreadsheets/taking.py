"""Handing what a sheet says to the unit of work: people in bulk, any other kind record by record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from desktop.domain.fields import Input
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import Precision
from desktop.domain.persian.digits import grouped
from desktop.domain.problems import RefusedError
from desktop.services.intake import put_record
from desktop.services.records import add_record, change_record
from desktop.services.spreadsheets.births import join_birth_columns
from desktop.services.spreadsheets.book import Watch
from desktop.services.spreadsheets.grouping import groups_of
from desktop.services.spreadsheets.known import Doubles, KnownPeople
from desktop.services.spreadsheets.links import Links
from desktop.services.spreadsheets.numbers import keep_numbers
from desktop.services.spreadsheets.people import PeopleTaker
from desktop.services.spreadsheets.planned import PlannedFacts
from desktop.services.spreadsheets.table import Table
from desktop.services.spreadsheets.whole import Values
from desktop.store.unit_of_work import UnitOfWork

_GROUPS = 300  # households between two looks at whoever watches
_PORTION = 2000  # persons written at once


@dataclass
class Taken:
    """What became of a sheet's rows; those that were refused are in the table's problems."""

    added: int = 0
    changed: int = 0
    households: int = 0
    doubles: Doubles = field(default_factory=Doubles)
    joined: Mapping[int, str] = field(default_factory=dict)

    def homes(self, work: UnitOfWork) -> dict[int, str]:
        """Refused row → number of the household whose other members were taken."""
        found = {}
        for place, household_id in self.joined.items():
            household = work.get("household", household_id)
            if household is not None:
                found[place] = str(household["household_no"])
        return found


class _Desk:
    """Collects portions of new records and writes them; changes are made at once, each wholly or not at all."""

    def __init__(self, work: UnitOfWork, facts: PlannedFacts, watch: Watch, *, dry_run: bool) -> None:
        self._work, self._facts, self._watch, self._dry_run = work, facts, watch, dry_run
        self._waiting: dict[str, list[Values]] = {}
        self._numbers: dict[str, Sequence[str]] = {}

    def add(self, kind: str, values: Values, numbers: Sequence[str] = ()) -> None:
        self._waiting.setdefault(kind, []).append(values)
        if numbers:
            self._numbers[values["id"]] = numbers

    def change(self, person_id: str, person: Values, household_id: str, household: Values) -> None:
        with self._work.connection.begin_nested():
            if person:
                put_record(self._work, "person", {"id": person_id, **person})
            if household:
                change_record(self._work, "household", household_id, household)

    def is_full(self) -> bool:
        return len(self._waiting.get("person", ())) >= _PORTION

    def write(self) -> None:
        if not self._dry_run:
            for kind in ("household", "person", "person_identifier", "consent"):
                self._watch.check()
                self._work.add_many(kind, self._waiting.get(kind, ()), self._numbers if kind == "person" else None)
        self._waiting.clear()
        self._numbers.clear()
        self._facts.written()


def take_people(work: UnitOfWork, table: Table, watch: Watch, *, dry_run: bool) -> Taken:
    """The people of a sheet with their households, papers and consents."""
    join_birth_columns(table)
    known = KnownPeople(work, watch)
    keep_numbers(work, table, known)
    facts = PlannedFacts(work)
    desk = _Desk(work, facts, watch, dry_run=dry_run)
    preset = {"source": "import", "registered_by": work.actor.staff_id or None}
    only = Links(work).only("neighborhood")
    taker = PeopleTaker(table, known, facts, desk, preset | ({"neighborhood_id": only} if only else {}))
    with work.loading():
        _take_groups(table, taker, desk, watch)
    tally = taker.tally
    return Taken(tally.added, tally.changed, tally.households, tally.doubles, tally.joined)


def _take_groups(table: Table, taker: PeopleTaker, desk: _Desk, watch: Watch) -> None:
    groups = iter(groups_of(table))
    done = 0
    while portion := list(islice(groups, _GROUPS)):
        taker.prefetch(portion)
        for group in portion:
            taker.take(group)
            done += len(group.places)
            if desk.is_full():
                desk.write()
        watch.tell(done / len(table), f"{grouped(done)} از {grouped(len(table))} ردیف")
    desk.write()


def take_records(work: UnitOfWork, table: Table, watch: Watch, *, dry_run: bool) -> Taken:  # noqa: ARG001  a rehearsal is undone
    """Records of any other kind, one after the other by the rules of their form."""
    taker = _RecordTaker(work, table)
    for place in range(len(table)):
        if not place % 50:
            watch.tell(place / len(table), f"{grouped(place)} از {grouped(len(table))} ردیف")
        if place not in table.problems:
            taker.take(place)
    return taker.taken


class _RecordTaker:
    def __init__(self, work: UnitOfWork, table: Table) -> None:
        self.taken = Taken()
        self._work, self._table = work, table
        self._kind = KINDS[table.kind]
        self._names = [name for name in table.values if name not in ("id", self._kind.number)]
        self._stored = [self._with_whole_days(row) for row in work.find(table.kind)]
        self._by_id = {row["id"]: row for row in self._stored}
        self._by_number = {row[self._kind.number]: row for row in self._stored} if self._kind.number else {}
        self._said: dict[tuple[str, ...], dict[str, str]] = {}
        self._in_file: dict[str, int] = {}

    def _with_whole_days(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """A date whose precision nobody told is known to the day: an older program asked for nothing else."""
        exact = {
            about.precision_field: Precision.day.value
            for name, about in self._kind.fields.items()
            if about.precision_field and row[name] is not None and row[about.precision_field] is None
        }
        return {**row, **exact} if exact else row

    def take(self, place: int) -> None:
        given = self._given(place)
        known = self._by_id.get(self._table.value("id", place)) or self._by_number.get(
            self._table.value(self._kind.number, place) if self._kind.number else None
        )
        try:
            if known is not None:
                self._compare(place, known, given)
            elif (whom := self._repeats(given)) is not None:
                self.taken.doubles.add(place, whom)
            else:
                add_record(self._work, self._kind.name, given)
                self._in_file[_fingerprint(given, given)] = place
                self.taken.added += 1
        except RefusedError as error:
            self._table.refuse(place, *error.problems)

    def _given(self, place: int) -> Values:
        given = self._table.given(place, self._names)
        for name, about in self._kind.fields.items():
            if about.input is Input.PARTIAL_DATE and name in given:
                given[name], given[about.precision_field] = given[name].date, given[name].precision.value
        return given

    def _compare(self, place: int, known: Mapping[str, Any], given: Values) -> None:
        news = {name: value for name, value in given.items() if known[name] != value}
        if not news:
            self.taken.doubles.add(place, str(known[self._kind.number] or "") if self._kind.number else "")
            return
        with self._work.connection.begin_nested():
            change_record(self._work, self._kind.name, known["id"], news)
        self.taken.changed += 1

    def _repeats(self, given: Values) -> str | int | None:
        """Who says all this already: a record of the office, or an earlier row."""
        earlier = self._in_file.get(_fingerprint(given, given))
        if earlier is not None:
            return self._table.numbers[earlier]
        names = tuple(sorted(given))
        if names not in self._said:
            number = self._kind.number
            self._said[names] = {_fingerprint(row, names): str(row[number]) if number else "" for row in self._stored}
        return self._said[names].get(_fingerprint(given, names))


def _fingerprint(row: Mapping[str, Any], names: Iterable[str]) -> str:
    return repr([(name, row[name]) for name in sorted(names)])
