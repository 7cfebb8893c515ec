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
_Step: TypeAlias = tuple[int, int, int, _Signs, dict[int, int]]

BAND: Final = 5
"""Width of the bands in which a count is told that moved by few since it was told last (G-21)."""
_SUM_WEIGHT: Final = 100
"""Readers miss a sum more than one of its parts."""
_OPEN_SUM: Final = 10
"""What it costs on average to bring one more sum in order."""
PATIENCE: Final = 4_000
"""Worlds looked at for one count before everything that its sums hold is hidden with it."""


@dataclass(frozen=True, slots=True)
class Few:
    """A count from 1 to `least` − 1, named as such."""

    least: int = LEAST


@dataclass(frozen=True, slots=True)
class Hidden:
    """A count that is not told at all; all that is known is that it is not zero, unless it stands beneath a hidden one."""


@dataclass(frozen=True, slots=True)
class Band:
    """A count told as «۱۰ تا ۱۴»."""

    low: int
    high: int


Cover: TypeAlias = Few | Hidden | Band


def band_of(count: int) -> Band:
    """The band of five that a count lies in."""
    low = count // BAND * BAND
    return Band(low, low + BAND - 1)


@dataclass(slots=True)
class Publication:
    """Counts that leave together. `sums` are lists of (cell, sign) whose signed counts give zero.

    `before`: what was told of the same count the month before, exactly; `told`: cells whose count stands exactly in an
    earlier publication, so that hiding them now hides nothing; `withheld`: cells that were hidden there, `banded`: those
    that were told in a band there, or that may only be told so. `beneath` are the parts of what was hidden there: of them
    nothing is told, not even which are zero. `wholes` are sums that are hidden last, `slack` what is left between two
    numbers of which one cannot exceed the other: told nowhere, and no secret of itself.
    """

    least: int = LEAST
    counts: dict[Hashable, int] = field(default_factory=dict)
    sums: list[Line] = field(default_factory=list)
    before: dict[Hashable, int] = field(default_factory=dict)
    told: set[Hashable] = field(default_factory=set)
    withheld: set[Hashable] = field(default_factory=set)
    banded: set[Hashable] = field(default_factory=set)
    beneath: set[Hashable] = field(default_factory=set)
    slack: set[Hashable] = field(default_factory=set)
    patience: int = PATIENCE
    wholes: set[Hashable] = field(default_factory=set)

    def total(self, whole: Hashable, parts: Iterable[Hashable], *, missed: bool = True) -> None:
        """`whole` is the sum of the parts; `missed`: readers would rather miss several of the parts."""
        if missed:
            self.wholes.add(whole)
        self.sums.append(((whole, -1), *((part, 1) for part in parts)))

    def stock(self, end: Hashable, more: Iterable[Hashable], fewer: Iterable[Hashable]) -> None:
        """`end` is what came minus what went."""
        self.sums.append(((end, -1), *((cell, 1) for cell in more), *((cell, -1) for cell in fewer)))

    def at_most(self, less: Hashable, more: Hashable) -> None:
        """Readers know that the one is no more than the other."""
        rest = ("slack", less, more)
        self.counts[rest] = self.counts[more] - self.counts[less]
        self.slack.add(rest)
        self.sums.append(((more, -1), (less, 1), (rest, 1)))

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
        self._lines: defaultdict[Hashable, dict[int, int]] = defaultdict(dict)  # the sums that a cell stands in, and how
        for number, line in enumerate(given.sums):
            for cell, sign in line:
                self._lines[cell][number] = sign
        self._loose = given.beneath | given.slack  # of them a reader does not even know whether they are zero
        self._movable = [tuple(one for one in line if self._ever_moves(one[0])) for line in given.sums]
        known = given.told | given.slack
        self._small = [c for c, n in given.counts.items() if is_small(n, given.least) and c not in known]
        self._bands = dict(self._moved_by_few())
        withheld = {c for c in given.withheld if given.counts[c]} - given.told
        self._hidden = {*self._small, *self._bands, *withheld, *(given.beneath - given.told), *given.slack}
        self._withheld = withheld - {*self._small, *self._bands} - given.beneath

    def _ever_moves(self, cell: Hashable) -> bool:
        """Whether there may be a world in which the cell is another; of a thousand offices most counts are told."""
        return cell in self._loose or (self._counts[cell] != 0 and cell not in self._given.told)

    def _moved_by_few(self) -> Iterator[tuple[Hashable, Band]]:
        least, before = self._given.least, self._given.before
        moved = {cell for cell, then in before.items() if is_small(abs(self._counts[cell] - then), least)}
        for cell in dict.fromkeys((*before, *sorted(self._given.banded, key=str))):
            free = cell not in self._given.told | self._given.beneath
            if free and self._counts[cell] >= least and cell in moved | self._given.banded:
                yield cell, band_of(self._counts[cell])

    def covers(self) -> Mapping[Hashable, Cover]:
        """Hide until every small count has its other worlds, then name those as few where the name tells nothing."""
        for cell in sorted(self._small, key=lambda c: -self._counts[c]):
            now = self._counts[cell]
            self._open(cell, {1: self._given.least - 1 - now, -1: now - 1})
        for cell, band in list(self._bands.items()):
            now = self._counts[cell]
            self._open(cell, {1: min(2, band.high - now), -1: min(2, now - band.low)})
        for cell in sorted(self._withheld, key=str):
            self._open(cell, {1: 1, -1: 1})
        few = self._few()
        return {cell: self._cover(cell, few) for cell in self._hidden - self._given.slack}

    def _cover(self, cell: Hashable, few: set[Hashable]) -> Cover:
        if cell in self._bands:
            return self._bands[cell]
        return Few(self._given.least) if cell in few else Hidden()

    def _open(self, cell: Hashable, room: Mapping[int, int]) -> None:
        """Hide what it takes so that the cell may as well be more or less; `room` is how much of both is wished for.

        Sums are kept as long as that leaves the cell any other value; only then are they hidden too.
        """
        worlds = [self._cheapest(cell, way, range(by, 0, -1)) for way, by in room.items()]
        found = [world for cost, world in filter(None, worlds) if cost < _SUM_WEIGHT]
        while not found:
            dear = [world for world in (self._world(cell, way, 1, self._may_hide) for way in (1, -1)) if world]
            if dear:
                found = [min(dear, key=lambda world: world[0])[1]]
            elif not self._hide_around(cell):
                return
        self._hidden |= {moved for world in found for moved, _ in world}

    def _cheapest(self, cell: Hashable, way: int, steps: Iterable[int]) -> tuple[int, _Signs] | None:
        """The widest of the moves that costs no sum."""
        for by in steps:
            world = self._world(cell, way, by, self._may_hide, _SUM_WEIGHT)
            if world is not None:
                return world
        return None

    def _hide_around(self, cell: Hashable) -> bool:
        """Nothing small enough helps: hide one ring more of the counts that sums tie to this one, while there is any."""
        tied, size = {cell}, 0
        while len(tied) > size:
            size = len(tied)
            numbers = {number for one in tied for number in self._lines[one]}
            tied |= {c for number in numbers for c, _ in self._given.sums[number]}
            fresh = {c for c in tied - self._hidden - self._given.told if self._counts[c]} | tied & self._bands.keys()
            if fresh:
                self._bands = {c: band for c, band in self._bands.items() if c not in fresh}
                self._hidden |= fresh
                return True
        return False

    def _may_hide(self, cell: Hashable, direction: int, by: int) -> bool:
        """Whether a reader who knows nothing but that hidden counts are not zero allows the move."""
        now = self._counts[cell]
        if cell in self._loose:
            return now + direction * by >= 0
        if not now or cell in self._given.told:
            return False
        if cell in self._bands:
            return self._bands[cell].low <= now + direction * by <= self._bands[cell].high
        return now + direction * by >= 1

    def _world(
        self, cell: Hashable, direction: int, by: int, may: _May, worth: int | None = None
    ) -> tuple[int, _Signs] | None:
        """The cheapest set of cells that move together with the cell and leave each sum as it is; below what it is worth."""
        start: _Signs = frozenset({(cell, direction)})
        turn = count()
        queue: list[_Step] = []  # by cost, and what the sums still open may cost
        seen: set[_Signs] = {start}
        if may(cell, direction, by):
            queue.append((0, 0, next(turn), start, self._broken({}, cell, direction)))
        for _ in range(self._given.patience):
            if not queue:
                return None
            _, cost, _, signs, broken = heapq.heappop(queue)
            if not broken:
                return cost, signs
            first = min(broken)
            for other, move in self._moves(self._movable[first], broken[first], {moved for moved, _ in signs}):
                price = cost + self._weight(other)
                if (worth is not None and price >= worth) or not may(other, move, by):
                    continue
                further = signs | {(other, move)}
                if further not in seen:
                    seen.add(further)
                    left = self._broken(broken, other, move)
                    ahead = len(further) + _OPEN_SUM * len(left)
                    heapq.heappush(queue, (price + ahead, price, next(turn), further, left))
        return None

    def _broken(self, before: Mapping[int, int], cell: Hashable, move: int) -> dict[int, int]:
        """The sums that are open once the cell moves too, and by how much."""
        owed = dict(before)
        for number, sign in self._lines[cell].items():
            owed[number] = owed.get(number, 0) + sign * move
            if not owed[number]:
                del owed[number]
        return owed

    @staticmethod
    def _moves(line: Line, owed: int, moved: set[Hashable]) -> Iterator[tuple[Hashable, int]]:
        """Single steps of one more cell that bring the sum nearer to its place."""
        for cell, sign in line:
            if cell not in moved:
                yield cell, -sign if owed > 0 else sign

    def _weight(self, cell: Hashable) -> int:
        if cell in self._hidden:
            return 0
        return self._counts[cell] + 1 + (_SUM_WEIGHT if cell in self._given.wholes else 0)

    def _few(self) -> set[Hashable]:
        """Small counts that may be called so; the name is taken from all of a group where it would tell one of them."""
        few = set(self._small) & self._hidden - self._given.withheld - self._given.beneath
        for group in self._groups():
            named = few & group
            if named and not all(self._open_as_few(cell, few) for cell in named | (group & self._bands.keys())):
                few -= group
        return few

    def _open_as_few(self, cell: Hashable, few: set[Hashable]) -> bool:
        """Whether the cell may be another count of its sort although readers know which cells are small and which not."""
        least = self._given.least

        def may(other: Hashable, direction: int, by: int) -> bool:
            after = self._counts[other] + direction * by
            if other not in self._hidden:
                return False
            if other in self._bands or other in self._loose:
                return self._may_hide(other, direction, by)
            return is_small(after, least) if other in few else after >= (1 if other in self._given.withheld else least)

        return any(self._world(cell, way, 1, may) is not None for way in (1, -1))

    def _groups(self) -> Iterator[set[Hashable]]:
        """Hidden cells that sums tie together."""
        left = set(self._hidden)
        while left:
            waiting, group = [left.pop()], set[Hashable]()
            while waiting:
                cell = waiting.pop()
                group.add(cell)
                near = {c for number in self._lines[cell] for c, _ in self._movable[number]} & left
                left -= near
                waiting += near
            yield group

