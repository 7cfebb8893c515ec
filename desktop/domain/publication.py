"""What of a publication's counts must be hidden so that none of the small ones can be worked out (domain §5, G-20, G-21).

A publication is all counts that leave the office together: cells with a name each, and the sums that a reader can do
with them (a column and its total, a stock and its flows). Hiding the small ones alone is not enough: 38 − 23 − 12 tells
the hidden 3. So each small count gets *another world*: a way to move hidden cells up and down together such that every
number shown stays as it is. A count is safe when such worlds exist in which it is anything from 1 to `least` − 1; the
cheapest further cells are hidden until they do. (Cox, «Network models for complementary cell suppression», J. Am. Stat.
Assoc. 90, 1995, for sums of any shape instead of tables only.)
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Final, TypeAlias

from desktop.domain.suppression import LEAST, is_small

Line: TypeAlias = tuple[tuple[Hashable, int], ...]
_Signs: TypeAlias = frozenset[tuple[Hashable, int]]
_May: TypeAlias = Callable[[Hashable, int, int], bool]

BAND: Final = 5
"""Width of the bands in which a count is told that moved by few since it was told last (G-21)."""
_SUM_WEIGHT: Final = 1_000
"""Readers miss a sum more than one of its parts."""
_PATIENCE: Final = 4_000
"""Worlds looked at for one count before everything that its sums hold is hidden with it."""


@dataclass(frozen=True, slots=True)
class Few:
    """A count from 1 to `least` − 1, named as such."""

    least: int = LEAST


@dataclass(frozen=True, slots=True)
class Hidden:
    """A count that is not told at all, only that it is not zero."""


@dataclass(frozen=True, slots=True)
class Band:
    """A count told as «۱۰ تا ۱۴»."""

    low: int
    high: int


Cover: TypeAlias = Few | Hidden | Band


@dataclass(slots=True)
class Publication:
    """Counts that leave together. `sums` are lists of (cell, sign) whose signed counts give zero.

    `before`: what was told of the same count the month before, exactly; `told`: cells whose count stands exactly in an
    earlier publication, so that hiding them now hides nothing; `withheld`: cells that were hidden there.
    """

    least: int = LEAST
    counts: dict[Hashable, int] = field(default_factory=dict)
    sums: list[Line] = field(default_factory=list)
    before: dict[Hashable, int] = field(default_factory=dict)
    told: set[Hashable] = field(default_factory=set)
    withheld: set[Hashable] = field(default_factory=set)

    def total(self, whole: Hashable, parts: Iterable[Hashable]) -> None:
        """`whole` is the sum of the parts."""
        self.sums.append(((whole, -1), *((part, 1) for part in parts)))

    def stock(self, end: Hashable, more: Iterable[Hashable], fewer: Iterable[Hashable]) -> None:
        """`end` is what came minus what went."""
        self.sums.append(((end, -1), *((cell, 1) for cell in more), *((cell, -1) for cell in fewer)))

    def covers(self) -> Mapping[Hashable, Cover]:
        """How each cell that is not told exactly is told instead.

        Raises ArithmeticError where counts do not give the sums that they are said to give.
        """
        for line in self.sums:
            if sum(self.counts[cell] * sign for cell, sign in line):
                raise ArithmeticError(f"the counts do not add up: {[cell for cell, _ in line]}")
        return _Covering(self).covers()


class _Covering:
    """One publication being made safe."""

    def __init__(self, given: Publication) -> None:
        self._given, self._counts = given, given.counts
        self._lines: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number, line in enumerate(given.sums):
            for cell, _ in line:
                self._lines[cell].append(number)
        self._wholes = {line[0][0] for line in given.sums}
        self._small = [c for c, n in given.counts.items() if is_small(n, given.least) and c not in given.told]
        self._bands = dict(self._moved_by_few())
        self._hidden = {*self._small, *self._bands, *(c for c in given.withheld if given.counts[c])} - given.told

    def _moved_by_few(self) -> Iterator[tuple[Hashable, Band]]:
        for cell, before in self._given.before.items():
            now = self._counts[cell]
            if now >= self._given.least and is_small(abs(now - before), self._given.least):
                low = now // BAND * BAND
                yield cell, Band(low, low + BAND - 1)

    def covers(self) -> Mapping[Hashable, Cover]:
        """Hide until every small count has its other worlds, then name those as few where the name tells nothing."""
        for cell in sorted(self._small, key=lambda c: -self._counts[c]):
            now = self._counts[cell]
            self._open(cell, 1, self._given.least - 1 - now)
            self._open(cell, -1, now - 1)
        for cell, band in self._bands.items():
            self._open_band(cell, band)
        few = self._few()
        return {cell: self._cover(cell, few) for cell in self._hidden}

    def _cover(self, cell: Hashable, few: set[Hashable]) -> Cover:
        if cell in self._bands:
            return self._bands[cell]
        return Few(self._given.least) if cell in few else Hidden()

    def _open(self, cell: Hashable, direction: int, by: int) -> None:
        """Hide what it takes so that the cell may as well be `by` more or less."""
        if by <= 0:
            return
        world = self._world(cell, direction, by, self._may_hide)
        if world is None:
            self._hide_all_around(cell)
        else:
            self._hidden |= {moved for moved, _ in world}

    def _open_band(self, cell: Hashable, band: Band) -> None:
        """Inside its band a count may be two more or two less; which way is the one with room."""
        now = self._counts[cell]
        up = band.high - now >= now - band.low
        self._open(cell, 1 if up else -1, 2)

    def _hide_all_around(self, cell: Hashable) -> None:
        """Nothing small enough helps: all counts that sums tie to this one are hidden."""
        waiting, seen = [cell], {cell}
        while waiting:
            for number in self._lines[waiting.pop()]:
                near = {c for c, _ in self._given.sums[number]} - seen
                seen |= near
                waiting += near
        self._bands = {c: band for c, band in self._bands.items() if c not in seen}
        self._hidden |= {c for c in seen if self._counts[c]} - self._given.told

    def _may_hide(self, cell: Hashable, direction: int, by: int) -> bool:
        """Whether a reader who knows nothing but that hidden counts are not zero allows the move."""
        now = self._counts[cell]
        if not now or cell in self._given.told:
            return False
        if cell in self._bands:
            return self._bands[cell].low <= now + direction * by <= self._bands[cell].high
        return now + direction * by >= 1

    def _world(self, cell: Hashable, direction: int, by: int, may: _May) -> _Signs | None:
        """The cheapest set of cells that move together with the cell and leave each sum as it is."""
        start: _Signs = frozenset({(cell, direction)})
        turn = count()
        queue: list[tuple[int, int, int, _Signs]] = [(0, 1, next(turn), start)]
        seen: set[_Signs] = {start}
        for _ in range(_PATIENCE):
            if not queue:
                return None
            cost, size, _, signs = heapq.heappop(queue)
            broken = self._broken(dict(signs))
            if broken is None:
                return signs
            line, owed = broken
            for other, move in self._moves(line, owed, dict(signs)):
                further = signs | {(other, move)}
                if further not in seen and may(other, move, by):
                    seen.add(further)
                    heapq.heappush(queue, (cost + self._weight(other), size + 1, next(turn), further))
        return None

    def _broken(self, signs: Mapping[Hashable, int]) -> tuple[Line, int] | None:
        """A sum that the moves leave open, and by how much."""
        for number in sorted({number for cell in signs for number in self._lines[cell]}):
            line = self._given.sums[number]
            owed = sum(sign * signs.get(cell, 0) for cell, sign in line)
            if owed:
                return line, owed
        return None

    @staticmethod
    def _moves(line: Line, owed: int, signs: Mapping[Hashable, int]) -> Iterator[tuple[Hashable, int]]:
        """Single steps of one more cell that bring the sum nearer to its place."""
        for cell, sign in line:
            if cell not in signs:
                yield cell, -sign if owed > 0 else sign

    def _weight(self, cell: Hashable) -> int:
        if cell in self._hidden:
            return 0
        return self._counts[cell] + 1 + (_SUM_WEIGHT if cell in self._wholes else 0)

    def _few(self) -> set[Hashable]:
        """Small counts that may be called so; the name is taken from all of a group where it would tell one of them."""
        few = set(self._small) & self._hidden - self._given.withheld
        for group in self._groups():
            named = few & group
            if not all(self._open_as_few(cell, few) for cell in named):
                few -= group
        return few

    def _open_as_few(self, cell: Hashable, few: set[Hashable]) -> bool:
        """Whether the cell may be another small count although readers know which cells are small and which not."""
        least = self._given.least

        def may(other: Hashable, direction: int, by: int) -> bool:
            after = self._counts[other] + direction * by
            if other not in self._hidden:
                return False
            if other in self._bands:
                return self._may_hide(other, direction, by)
            return is_small(after, least) if other in few else after >= (1 if other in self._given.withheld else least)

        return any(may(cell, way, 1) and self._world(cell, way, 1, may) is not None for way in (1, -1))

    def _groups(self) -> Iterator[set[Hashable]]:
        """Hidden cells that sums tie together."""
        left = set(self._hidden)
        while left:
            waiting, group = [left.pop()], set[Hashable]()
            while waiting:
                cell = waiting.pop()
                group.add(cell)
                near = {c for number in self._lines[cell] for c, _ in self._given.sums[number]} & left
                left -= near
                waiting += near
            yield group

