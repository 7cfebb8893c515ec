"""What a row of a sheet of people says of the person and of the household."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from desktop.domain.consent import REFUSED
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import PartialDate
from desktop.services.spreadsheets.columns import columns_of
from desktop.services.spreadsheets.grouping import NUMBER, Group
from desktop.services.spreadsheets.table import Table
from desktop.services.spreadsheets.whole import Values
from desktop.services.spreadsheets.words import JOINS


class PeopleRows:
    """The table's columns at hand: each is looked into for every person."""

    def __init__(self, table: Table) -> None:
        self.table = table
        column = table.column
        self.record_id, self.resident_no = column("id"), column("resident_no")
        self.first, self.last, self.father = column("first_name"), column("last_name"), column("father_name")
        self.birth, self.mobile, self.national_id = column("birth_date"), column("mobile"), column("national_id")
        self.paper_type, self.paper_value = column("identifier_type"), column("identifier_value")
        self.consent, self.consented_on = column("consent_method"), column("consent_given_on")
        self.witness = column("consent_witness_staff_id")
        self._relation = column("relation_to_head")
        fields = KINDS["person"].fields
        kinds = {one.name: one.kind for one in columns_of("person")}
        own = [name for name in table.values if kinds[name] == "person" and name in fields]
        self._own = [(name, table.values[name]) for name in own if not fields[name].by_program]
        homes = [name for name in table.values if name.startswith("household.") and name not in (NUMBER, JOINS)]
        self._home = [(name.removeprefix("household."), table.values[name]) for name in homes]

    def relation(self, place: int, group: Group) -> str | None:
        """Who is alone is head without a word."""
        relation: str | None = self._relation[place]
        return "head" if relation is None and len(group.places) == 1 else relation

    def refuses(self, place: int) -> bool:
        """Whether the row's person said no to a record."""
        return bool(self.consent[place] == REFUSED)

    def paper(self, place: int) -> tuple[str, str] | None:
        """The identity number by which the row's person may be known."""
        number = self.national_id[place]
        if number:
            return "national_id", number
        kind, value = self.paper_type[place], self.paper_value[place]
        return (kind, value) if kind and value else None

    def own(self, place: int, *, alone: bool) -> Values:
        """The person's own fields that the row gives."""
        given: Values = {}
        for name, column in self._own:
            value = column[place]
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

    def home(self, places: Sequence[int]) -> Values:
        """The household's fields; where rows differ, the first of these places is believed."""
        given: Values = {}
        for name, column in self._home:
            for place in places:
                if column[place] is not None:
                    given[name] = column[place]
                    break
        return given

    def all_of(self, place: int) -> tuple[str, ...]:
        """Everything the row says."""
        return tuple(map(str, map(itemgetter(place), self.table.values.values())))
