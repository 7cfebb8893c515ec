"""Which rows of a sheet of people are one household."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop.domain.problems import Problem
from desktop.services.spreadsheets.table import Table
from desktop.services.spreadsheets.words import JOINS

NUMBER = "household.household_no"


@dataclass(slots=True)
class Group:
    """Rows of one household, in the order of the sheet."""

    number: str = ""  # as the file numbers it
    joins: str = ""  # number of a household of the office to which these rows belong
    places: list[int] = field(default_factory=list)


def grouped_by(table: Table) -> str:
    """How the households of this sheet are told apart: by a number, by rows of heads, or everybody is alone."""
    if NUMBER in table.values or JOINS in table.values:
        return "number"
    relations = table.values.get("relation_to_head", ())
    return "heads" if any(relation not in (None, "head") for relation in relations) else "alone"


def groups_of(table: Table) -> Iterable[Group]:
    """Every row in one group; those that belong nowhere are refused."""
    how = grouped_by(table)
    if how == "number":
        return _by_number(table)
    return _by_heads(table) if how == "heads" else (Group(places=[place]) for place in range(len(table)))


def _by_number(table: Table) -> Iterable[Group]:
    found: dict[tuple[str, str], Group] = {}
    alone: list[Group] = []
    for place in range(len(table)):
        number, joins = str(table.value(NUMBER, place) or ""), str(table.value(JOINS, place) or "")
        if number or joins:
            found.setdefault((joins, "" if joins else number), Group(number, joins)).places.append(place)
        elif table.value("relation_to_head", place) in (None, "head"):
            alone.append(Group(places=[place]))
        else:
            table.refuse(place, Problem(NUMBER, "required"))
    return sorted([*found.values(), *alone], key=lambda group: group.places[0])


def _by_heads(table: Table) -> Iterator[Group]:
    """A head begins a household, and the rows below are its members until the next head.

    Below a row whose relation is not readable nobody knows whose members follow: they are headless, and so refused.
    """
    group = Group()
    for place, relation in enumerate(table.values["relation_to_head"]):
        if relation in ("head", None) and group.places:
            yield group
            group = Group()
        group.places.append(place)
    yield group
