"""Whom a row of a sheet is about: somebody registered, an earlier row of the same sheet, or nobody yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.domain.anonymous import age_band
from desktop.domain.persian.digits import to_persian
from desktop.domain.person import age_of
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.spreadsheets.grouping import Group
from desktop.services.spreadsheets.known import Known, KnownPeople, like_names, may_be_one, paper_key
from desktop.services.spreadsheets.people_rows import PeopleRows
from desktop.services.spreadsheets.planned import PlannedFacts

_BAND = 5  # years by which a band that was written down may have grown otherwise than the age itself


class Marks(NamedTuple):
    """By what a later row would be known to be about the same person."""

    paper: int | None = None
    birth: int | None = None  # name, father and birth
    whole: int | None = None  # all that the row says, where neither paper nor father and birth are known


_NONE = Marks()


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a row is about; `known` and `place` say nothing where it is about somebody new."""

    known: Known | None = None
    place: int = -1
    surely: bool = False  # by number or paper: what differs is news of the same person
    marks: Marks = _NONE

    @property
    def is_new(self) -> bool:
        return self.known is None and self.place < 0


class Whom:
    """Finds the people of one sheet, row after row."""

    def __init__(self, rows: PeopleRows, known: KnownPeople, facts: PlannedFacts) -> None:
        self._rows, self._known, self._facts = rows, known, facts
        self._papers: dict[int, int] = {}
        self._births: dict[int, int] = {}
        self._wholes: dict[int, int] = {}
        self._used: set[str] = set()

    def named(self, place: int) -> Known | None:
        """Whom the row names by number or paper."""
        paper = self._rows.paper(place)
        return self._by_number(place) or (self._known.by_paper.get(paper_key(*paper)) if paper else None)

    def find(self, place: int, group: Group) -> Found:
        """Whom the row is about, of the office and of the rows before it."""
        known = self._by_number(place)
        if known is not None:
            return Found(known, surely=True)
        marks = self._marks(place, group)
        if marks.paper in self._known.by_paper:
            return self._checked(place, Found(self._known.by_paper[marks.paper], surely=True))
        if marks.birth is not None:
            mobile, number, whole_day = self._beside_birth(place)
            for person in self._known.by_birth.under(marks.birth):
                if may_be_one(person._asdict(), mobile, number, whole_day=whole_day):
                    return Found(person)
        elif marks.whole is not None and marks.whole not in self._wholes:
            found = self._by_all(place, group, marks.whole)
            if found is not None:
                return Found(found)
        return self.again(place, Found(marks=marks))

    def again(self, place: int, found: Found) -> Found:
        """The same for a row about somebody new, now that others of the sheet have been taken."""
        paper, birth, whole = found.marks
        if paper in self._papers:
            return self._checked(place, Found(place=self._papers[paper]))
        earlier = self._births.get(birth) if birth is not None else None
        if earlier is not None:
            other = {"mobile": self._rows.mobile[earlier], "national_id": self._rows.national_id[earlier]}
            mobile, number, whole_day = self._beside_birth(place)
            if may_be_one(other, mobile, number, whole_day=whole_day):
                return Found(place=earlier)
        if whole in self._wholes:
            return Found(place=self._wholes[whole])
        return found

    def counted(self, place: int, group: Group, home: str | None) -> Found | None:
        """Somebody of the office who said no, as this row's person does, and of whom it counts the same.

        Nobody can tell whether it is the same person: each count answers for one row, so a sheet adds none twice.
        """
        rows, facts = self._rows, self._facts
        if not rows.refuses(place):
            return None
        own, living = rows.own(place, alone=len(group.places) == 1), rows.home(group.places)
        living.setdefault("declared_size", len(group.places))
        for person in self._known.nameless:
            row = facts.get("person", person.id) if person.id not in self._used else None
            if row is None or (home is not None and person.household_id != home) or not _counts_alike(own, row, facts):
                continue
            household = facts.get("household", person.household_id) if home is None else {}
            if household is not None and (home is not None or _says_nothing_new(living, household)):
                self._used.add(person.id)
                return Found(person)
        return None

    def remember(self, place: int, found: Found) -> None:
        """The row has been taken: later ones that repeat it are doubles."""
        paper, birth, whole = found.marks
        if paper is not None:
            self._papers[paper] = place
        if birth is not None:
            self._births.setdefault(birth, place)
        if whole is not None:
            self._wholes[whole] = place

    def _by_number(self, place: int) -> Known | None:
        record_id = self._rows.record_id[place]
        if record_id and record_id in self._known.by_id:
            return self._known.by_id[record_id]
        number = self._rows.resident_no[place]
        return self._known.by_number.get(number) if number else None

    def _marks(self, place: int, group: Group) -> Marks:
        rows, paper = self._rows, self._rows.paper(place)
        number = paper_key(*paper) if paper is not None else None
        first, last, born = rows.first[place], rows.last[place], rows.birth[place]
        if not first or not last:
            return Marks(number)
        if born is not None:
            birth = self._known.keys.birth(first, last, rows.father[place], born.date, born.precision.value)
            if birth is not None:
                return Marks(number, birth)
        return Marks(number, whole=None if paper else hash((group.number or group.joins, *rows.all_of(place))))

    def _beside_birth(self, place: int) -> tuple[str | None, str | None, bool]:
        whole_day = self._rows.birth[place].precision.value == "day"
        return self._rows.mobile[place], self._rows.national_id[place], whole_day

    def _by_all(self, place: int, group: Group, whole: int) -> Known | None:
        """People of whom father or birth is not known are one only if the sheet says nothing else of them."""
        rows, facts = self._rows, self._facts
        names = self._known.keys.name(rows.first[place], rows.last[place])
        own, home = rows.own(place, alone=len(group.places) == 1), rows.home([place])
        for person in self._known.by_name.under(names):
            if person.id in self._used or not person.may_say(own):
                continue
            row = facts.get("person", person.id)
            household = facts.get("household", person.household_id) if home else {}
            if (
                row is not None
                and household is not None
                and _says_nothing_new(own, row)
                and _says_nothing_new(home, household)
            ):
                self._used.add(person.id)
                self._wholes[whole] = place  # the same row once more says nothing more
                return person
        return None

    def _checked(self, place: int, found: Found) -> Found:
        """The same number under two names that have nothing in common belongs to two people, one of them wrong."""
        first, last = self._rows.first[place], self._rows.last[place]
        if not first or not last:
            return found
        if found.known is not None:
            row = self._facts.get("person", found.known.id)
            if row is not None and not like_names(first, last, row["first_name"], row["last_name"]):
                facts = {"resident_no": to_persian(row["resident_no"])}
                self._rows.table.refuse(place, Problem("national_id", "national_id_of_another", facts))
            return found
        if not like_names(first, last, str(self._rows.first[found.place]), str(self._rows.last[found.place])):
            row_number = to_persian(str(self._rows.table.numbers[found.place]))
            self._rows.table.refuse(place, Problem("national_id", "national_id_in_row", {"row": row_number}))
        return found


def _counts_alike(given: Mapping[str, Any], stored: Row, facts: PlannedFacts) -> bool:
    if any(given.get(name) != stored[name] for name in ("relation_to_head", "sex")):
        return False
    told = {name: given.get(name) for name in ("birth_date", "age_estimated", "age_reference_date")}
    ages = age_band(age_of(told, facts.today)), age_band(age_of(stored, facts.today))
    return ages[0] == ages[1] or (None not in ages and abs(ages[0] - ages[1]) <= _BAND)  # type: ignore[operator]


def _says_nothing_new(given: Mapping[str, Any], stored: Row) -> bool:
    return all(stored[name] == value for name, value in given.items())
