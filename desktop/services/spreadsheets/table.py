"""A sheet read once: every cell of the matched columns as its value, column by column, problems beside."""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from desktop.domain.identity import read_identifier
from desktop.domain.persian.digits import grouped
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.services.spreadsheets.book import MOST_ROWS, Watch
from desktop.services.spreadsheets.cells import Cell, ColumnReader, padded_national_id
from desktop.services.spreadsheets.columns import column_named
from desktop.services.spreadsheets.links import Links
from desktop.services.spreadsheets.matching import Match
from desktop.services.spreadsheets.zip_guard import refuse_size

_TOLD = 60  # letters of a cell that a reason repeats
_STEP = 500  # rows between two looks at whoever watches


@dataclass
class Table:
    """`numbers` are the rows as people count them; `values[name][place]` is a cell, None where nothing stands."""

    kind: str
    match: Match
    numbers: array[int] = field(default_factory=lambda: array("l"))
    values: dict[str, list[Any]] = field(default_factory=dict)
    problems: dict[int, list[Problem]] = field(default_factory=dict)
    notes: Counter[str] = field(default_factory=Counter)
    _packed: list[tuple[int, bytes]] = field(default_factory=list)  # place of the first of some rows, and their cells

    def __len__(self) -> int:
        return len(self.numbers)

    def given(self, place: int, names: Sequence[str]) -> dict[str, Any]:
        """What a row says in these columns, without those that are empty."""
        return {name: value for name in names if (value := self.values[name][place]) is not None}

    def value(self, name: str, place: int) -> Any:
        column = self.values.get(name)
        return column[place] if column is not None else None

    def column(self, name: str) -> Sequence[Any]:
        """A column's cells; empty ones where the sheet has no such column."""
        return self.values.get(name) or self._nothing

    @cached_property
    def _nothing(self) -> Sequence[Any]:
        return [None] * len(self)

    def let_go(self) -> None:
        """Drops the values column by column: to drop them all at once would stop the window."""
        while self.values:
            self.values.popitem()

    def refuse(self, place: int, *problems: Problem) -> None:
        self.problems.setdefault(place, []).extend(problems)

    def cells_of(self, places: set[int]) -> Iterator[tuple[int, Sequence[Cell]]]:
        """The cells of these rows as they stand in the file."""
        for first, packed in self._packed:
            if not places.isdisjoint(range(first, first + _STEP)):
                rows: list[Sequence[Cell]] = pickle.loads(zlib.decompress(packed))  # noqa: S301  packed by `keep`
                yield from ((place, cells) for place, cells in enumerate(rows, first) if place in places)

    def keep(self, rows: Sequence[Sequence[Cell]]) -> None:
        """The cells of the next rows, packed: who is refused is known at the end, and few are."""
        self._packed.append((len(self), zlib.compress(pickle.dumps(rows, pickle.HIGHEST_PROTOCOL), 1)))


def read_table(kind: str, match: Match, links: Links, watch: Watch) -> Table:
    """Read all rows below the headers. Rows in which no column of ours says anything are passed over."""
    table = Table(kind, match)
    readers = [(place, name, _reader(kind, name, table, links)) for place, name in match.taken.items()]
    table.values = {name: [] for _, name, _ in readers}
    header = [(place, match.headers[place]) for place in match.taken]
    height = max(1, (match.sheet.height or 0) - match.header_row)
    rows = (row for row in match.sheet.rows() if row[0] > match.header_row and not _is_empty(row[1], header))
    while portion := list(islice(rows, _STEP)):
        _read_rows(table, portion, readers)
        if len(table) > MOST_ROWS:
            refuse_size(MOST_ROWS * 2, 1)
        fraction = min(1.0, len(table) / height) if match.sheet.height else None
        watch.tell(fraction, f"{grouped(len(table))} ردیف خوانده شد")
    if not len(table):
        raise RefusedError.of("file", "no_rows")
    return table


def _read_rows(
    table: Table, rows: Sequence[tuple[int, Sequence[Cell]]], readers: Sequence[tuple[int, str, ColumnReader]]
) -> None:
    first = len(table.numbers)
    table.keep([cells for _, cells in rows])
    for place, name, reader in readers:
        values = reader.many(cells[place] if place < len(cells) else None for _, cells in rows)
        if reader.refused:
            for at, value in enumerate(values):
                if value.__class__ is Refusal:
                    table.refuse(first + at, Problem(name, value.code, _shortened(value.facts)))
                    values[at] = None
        table.values[name] += values
    table.numbers.extend(number for number, _ in rows)


def _shortened(facts: Mapping[str, Any]) -> dict[str, Any]:
    """A reason names what stands in the cell; whole pages of it would hide what is said."""
    return {
        name: f"{fact[:_TOLD]}…" if isinstance(fact, str) and len(fact) > _TOLD else fact
        for name, fact in facts.items()
    }


def _is_empty(cells: Sequence[Cell], header: Sequence[tuple[int, str]]) -> bool:
    """Whether no column of ours says anything; also where the headers stand again, as after a page break."""
    width, says = len(cells), False
    for place, _ in header:
        if place < width:
            cell = cells[place]
            if cell is not None and cell != "" and not (cell.__class__ is str and cell.isspace()):
                says = True
                break
    if not says:
        return True
    return all(place < width and cells[place] == text for place, text in header)


def _reader(kind: str, name: str, table: Table, links: Links) -> ColumnReader:
    column = column_named(kind, name)
    if name == "national_id" and column.kind == "person_identifier":
        return ColumnReader(column.about, _national_id(table))
    return ColumnReader(column.about, links.reader(column), since_1904=table.match.sheet.since_1904)


def _national_id(table: Table) -> Callable[[str], str | None]:
    """A zero that Excel dropped in front is put back when the check digit proves it, and that is told."""
    digits = ColumnReader(column_named("person", "national_id").about)

    def read(text: str) -> str | None:
        if not (text.isdigit() and text.isascii() and len(text) == 10):  # else it can only be right or wrong
            found = digits.one(text)
            if found is None:
                return None
            if isinstance(found, Refusal):
                raise found
            text = padded_national_id(found)
            table.notes["padded_national_ids"] += text != found
        return read_identifier("national_id", text)

    return read
