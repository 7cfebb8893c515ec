"""Where a list gets its rows: which entries there are, in which order, and the rows of a page of them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Protocol

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.persian.order import sort_key
from desktop.services.access import refuse_unread
from desktop.services.conflicts import disputed_among
from desktop.services.finding import guessed_people, may_guess
from desktop.services.viewing import as_read
from desktop.store import lists
from desktop.store.rows import Rows
from desktop.store.search import Spelling
from desktop.ui.widgets.lazy_table import MARK

Counts = Mapping[tuple[str, str], int]
"""Filter and key → how many records are behind it."""


@dataclass(frozen=True)
class ListQuery:
    """What a list is asked for. `chosen`: filter → the key chosen, "" for all."""

    typed: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    order_by: str = ""
    descending: bool = False


class ListSource(Protocol):
    """Asked beside the window, from more than one thread."""

    def find(self, rows: Rows, query: ListQuery) -> Sequence[int]:
        """The entries, in their order."""

    def page(self, rows: Rows, entries: Sequence[int]) -> Sequence[Any]:
        """One row for each entry; None for one that is gone."""

    def counts(self, rows: Rows, query: ListQuery) -> Counts:
        """What chips and boxes tell besides their text: how many each would leave, the others staying as they are."""

    def jump(self, rows: Rows, typed: str) -> int | None:
        """The first entry that begins so, in the natural order."""

    def forget(self) -> None:
        """The records have changed."""


class KindSource:
    """All records of a kind in Persian order or by a column. Filters are named after «state» or after fields.

    The order of a hundred thousand is read once; each keystroke then only looks which of them are found.
    """

    def __init__(self, kind: str, spelling: Spelling, where: Mapping[str, str] = MappingProxyType({})) -> None:
        """`where`: field → value that all records of the list have."""
        self._kind, self._spelling, self._where = kind, spelling, where
        self._age = 0
        self._kept: tuple[tuple[object, ...], array[int], Mapping[int, int]] | None = None

    def find(self, rows: Rows, query: ListQuery) -> Sequence[int]:
        ids, positions = self._all(rows, query)
        typed = query.typed.strip()
        if not typed:
            return ids
        found = lists.among(ids, positions, rows.connection, typed, self._kind)
        if self._kind == "person":
            found = _not_guessed(rows, typed, found)
        if len(found):
            return found
        near = [entry for entry in self._spelling.near(rows.connection, typed) if entry in positions]
        return array("q", sorted(near, key=positions.__getitem__))

    def page(self, rows: Rows, entries: Sequence[int]) -> Sequence[Any]:
        shown = as_read(rows, KINDS[self._kind], lists.page(rows.connection, self._kind, entries))
        disputed = disputed_among(rows, [row["id"] for row in shown])
        found = {row["entry"]: {**row, MARK: row["id"] in disputed} for row in shown}
        return [found.get(entry) for entry in entries]

    def counts(self, _rows: Rows, _query: ListQuery) -> Counts:
        return {}

    def jump(self, rows: Rows, typed: str) -> int | None:
        return lists.jump(rows.connection, self._kind, sort_key(typed))

    def forget(self) -> None:
        self._age += 1

    def _all(self, rows: Rows, query: ListQuery) -> tuple[array[int], Mapping[int, int]]:
        chosen = {**query.chosen, **self._where}
        wanted = (self._age, tuple(chosen.items()), query.order_by, query.descending)
        kept = self._kept
        if kept is not None and kept[0] == wanted:
            return kept[1], kept[2]
        where = {name: _stored(self._kind, name, key) for name, key in chosen.items() if key and name != "state"}
        # Neither leaving records out nor their order tells what somebody may not read.
        refuse_unread(rows.role, KINDS[self._kind], [*where, *filter(None, [query.order_by])])
        ids = lists.snapshot(
            rows.connection,
            self._kind,
            state=query.chosen.get("state", ""),
            where=where,
            order_by=query.order_by,
            descending=query.descending,
        )
        positions = lists.positions_of(ids)
        self._kept = (wanted, ids, positions)
        return ids, positions


class StateSource(KindSource):
    """A list whose chips tell how many records stand in each state, of those that the rest of the query leaves.

    States are those of today: what was promised for yesterday is overdue without anybody having written it.
    """

    def find(self, rows: Rows, query: ListQuery) -> Sequence[int]:
        wanted = query.chosen.get("state", "")
        if not wanted or KINDS[self._kind].state_on is None:
            return super().find(rows, query)
        states = self._states(rows)
        every = super().find(rows, replace(query, chosen={**query.chosen, "state": ""}))
        return array("q", (entry for entry in every if states.get(entry) == wanted))

    def page(self, rows: Rows, entries: Sequence[int]) -> Sequence[Any]:
        kind, found = KINDS[self._kind], super().page(rows, entries)
        if kind.state_on is None:
            return found
        return [row and {**row, kind.state: kind.state_of(row, rows.today)} for row in found]

    def _states(self, rows: Rows) -> Mapping[int, str]:
        kind = KINDS[self._kind]
        if kind.state_on is None:
            return lists.states(rows.connection, self._kind)
        entries = lists.entries(rows.connection, self._kind)
        return {entries[row["id"]]: kind.state_of(row, rows.today) for row in rows.find(self._kind)}

    def counts(self, rows: Rows, query: ListQuery) -> Counts:
        every = replace(query, chosen={**query.chosen, "state": ""})
        found = super().find(rows, every)
        states = self._states(rows)
        many = Counter(states[entry] for entry in found if entry in states)
        codes = CODE_LISTS[KINDS[self._kind].fields[KINDS[self._kind].state].codes]
        return {("state", ""): len(found), **{("state", code): many[code] for code in codes}}


def _not_guessed(rows: Rows, typed: str, entries: array[int]) -> array[int]:
    """Without people whom somebody found by the beginning of a number that is not theirs to read."""
    shown = (
        {row["id"]: row["entry"] for row in lists.page(rows.connection, "person", entries)}
        if may_guess(rows, typed)
        else {}
    )
    guessed = {shown[one] for one in guessed_people(rows, typed, list(shown))}
    return array("q", (entry for entry in entries if entry not in guessed)) if guessed else entries


def _stored(kind: str, name: str, key: str) -> object:
    """What the column of a field holds for a chosen key: of yes and no, 1 and 0."""
    value = KINDS[kind].fields[name].read(key)
    return int(value) if isinstance(value, bool) else value
