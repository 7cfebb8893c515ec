"""What a roll-up consists of: sections of texts and tables, the same on paper, on a page and in a file for a machine.

Every value stands twice: as it is told to people, and as a number where it may be told exactly. So no paper, page or
file can tell more than another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.domain.covered import DASH, number_text
from desktop.domain.persian.regime import Regime


@dataclass(frozen=True, slots=True)
class Value:
    """One cell: how it is told, and its number where that is told exactly. `more` is what the number stands on."""

    text: str
    number: float | None = None
    more: Mapping[str, float | None] = field(default_factory=dict)


class LineKind(StrEnum):
    """What a line is: plain, of an office that did not report, a title over lines below, or a sum of those above."""

    PLAIN = "plain"
    MISSING = "missing"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table. `county` is the code of the county that it is of; "" where it is of all."""

    values: tuple[Value, ...]
    kind: LineKind = LineKind.PLAIN
    county: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `name` is its English name in files, `wide` whether it holds words, `over` a title over neighbours."""

    name: str
    title: str
    wide: bool = False
    over: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `unit` names what its numbers count."""

    code: str
    title: str
    unit: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of §4.3: tables, sentences before them, and what is said where there is nothing to tell."""

    code: str
    title: str
    tables: tuple[Table, ...] = ()
    texts: tuple[str, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Rollup:
    """A month of the province. `basis` changes with whatever the sums are made of."""

    month: str
    title: str
    made_on: date
    reporting: int
    expected: int
    sections: tuple[Section, ...]
    fictional: bool = False
    basis: str = ""

    def section(self, code: str) -> Section:
        return next(one for one in self.sections if one.code == code)

    def of_county(self, code: str) -> Rollup:
        """What a supervisor of one county sees: its lines alone, told exactly as in the whole."""
        kept = (replace(one, texts=(), tables=tuple(_of_county(one.tables, code))) for one in self.sections)
        return replace(self, sections=tuple(kept))


def _of_county(tables: Sequence[Table], code: str) -> Sequence[Table]:
    of = [replace(one, lines=tuple(line for line in one.lines if line.county == code)) for one in tables]
    return [one for one in of if one.lines]


def words(text: str | None) -> Value:
    """A cell of words."""
    return Value(text or DASH)


def plain(number: float | None) -> Value:
    """A number that tells of nobody."""
    return Value(number_text(number), number)


def rial(amount: int) -> Value:
    """Money under a header that names million rial; for machines it is whole rial."""
    return Value(Regime.RIAL.figure(amount), amount)


def told_json(rollup: Rollup) -> dict[str, Any]:
    """All of it as plain JSON: by section and table, lines as column → value."""
    return {
        "month": rollup.month,
        "title": rollup.title,
        "made_on": rollup.made_on.isoformat(),
        "reporting": rollup.reporting,
        "expected": rollup.expected,
        "sections": {one.code: {table.code: lines_json(table) for table in one.tables} for one in rollup.sections},
    }


def lines_json(table: Table) -> list[dict[str, Any]]:
    """The lines of a table: the number where it is told, otherwise what is told instead."""
    made = []
    for line in table.lines:
        if line.kind is LineKind.GROUP:
            continue
        told: dict[str, Any] = {"line": line.kind.value, "county": line.county}
        for column, value in zip(table.columns, line.values, strict=True):
            told[column.name] = value.text if value.number is None else value.number
            told |= {f"{column.name}_{name}": number for name, number in value.more.items()}
        made.append(told)
    return made
