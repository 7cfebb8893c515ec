"""Somebody who has what was printed, can do sums, and knows how the program hides."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from desktop.domain.publication import Band, Cover, Few, Line, Publication
from desktop.domain.suppression import is_small

_ENDLESS = 10_000


class Attacker:
    """Knows what is printed, the sums, how the program hides, and what each word means."""

    def __init__(self, published: Publication, covers: Mapping[Hashable, Cover]) -> None:
        self.published, self.covers = published, covers
        self._cells = sorted({*covers, *published.slack}, key=str)
        self._at = {cell: place for place, cell in enumerate(self._cells)}
        rows = [self._row(line) for line in published.sums]
        lines, owed = [row for row, _ in rows if row.any()], [rest for row, rest in rows if row.any()]
        self._sums = [LinearConstraint(np.array(lines), owed, owed)] if lines else []

    def _row(self, line: Line) -> tuple[NDArray[np.float64], int]:
        """A sum as the hidden cells in it and what they come to."""
        row, rest = np.zeros(len(self._cells)), 0
        for cell, sign in line:
            if cell in self._at:
                row[self._at[cell]] += sign
            else:
                rest -= sign * self.published.counts[cell]
        return row, rest

    def _known(self, cell: Hashable) -> tuple[int, int]:
        if cell in self.published.beneath | self.published.slack:
            return 0, _ENDLESS
        cover = self.covers[cell]
        if isinstance(cover, Band):
            return cover.low, cover.high
        if isinstance(cover, Few):
            return 1, cover.least - 1
        named = any(isinstance(self.covers[other], Few) for other in self._tied(cell))
        return self.published.least if named and cell not in self.published.withheld else 1, _ENDLESS

    def _tied(self, cell: Hashable) -> set[Hashable]:
        """Hidden cells that sums tie to this one: where small ones are named, the others are not small."""
        tied, grown = {cell}, True
        while grown:
            lines = [{c for c, _ in line} & self.covers.keys() for line in self.published.sums]
            more = set().union(*(line for line in lines if line & tied)) - tied
            tied, grown = tied | more, bool(more)
        return tied

    def secrets(self) -> Iterator[Hashable]:
        """What must not be known: small counts, those told in bands, and what was hidden before."""
        published = self.published
        kept = published.withheld - published.beneath
        for cell, count in published.counts.items():
            hidden = (cell in kept and cell in self.covers) or self.bands(cell)
            if cell not in published.told | published.slack and (hidden or is_small(count, published.least)):
                yield cell

    def bands(self, cell: Hashable) -> bool:
        """Whether a cell is told in a band."""
        return isinstance(self.covers.get(cell), Band)

    def knows(self) -> Hashable | None:
        """A secret that cannot be anything else than it is, if there is one."""
        left: dict[Hashable, None] = dict.fromkeys(self.secrets())
        while left:
            cell = next(iter(left))
            now = self.published.counts[cell]
            world = self._world(cell, now + 1, _ENDLESS) or self._world(cell, 0, now - 1)
            if world is None:
                return cell
            for other, count in world.items():  # what is something else in this world is no longer to be tried
                if count != self.published.counts[other]:
                    left.pop(other, None)
        return None

    def _world(self, cell: Hashable, least: int, most: int) -> dict[Hashable, int] | None:
        """Counts that are printed the same, of which one lies in the bounds."""
        low, high = zip(*map(self._known, self._cells), strict=True)
        at, lows, highs = self._at.get(cell), np.array(low), np.array(high)
        if at is None or max(lows[at], least) > min(highs[at], most):
            return None
        lows[at], highs[at] = max(lows[at], least), min(highs[at], most)
        answer = milp(np.zeros(len(lows)), constraints=self._sums, bounds=Bounds(lows, highs), integrality=1)
        if not answer.success:
            return None
        return {one: round(count) for one, count in zip(self._cells, answer.x, strict=True)}


def attack(published: Publication) -> Mapping[Hashable, Cover]:
    """Publish, and let the attacker try what must stay secret."""
    covers = published.covers()
    withstand(published, covers)
    return covers


def withstand(published: Publication, covers: Mapping[Hashable, Cover]) -> None:
    """Every small count, every banded one and what was hidden before may be something else than it is.

    What is told already, and so can be known whatever is done now, is not asked for.
    """
    assert Attacker(published, covers).knows() is None


class Collector(Attacker):
    """Somebody who keeps all papers of an office, and knows which numbers in them are the same."""

    def __init__(
        self,
        papers: Mapping[str, Publication],
        same: Iterable[tuple[Hashable, Hashable]],
    ) -> None:
        told = {name: Attacker(paper, paper.covers()) for name, paper in papers.items()}
        self._of_paper, whole = told, Publication()
        covers: dict[Hashable, Cover] = {}
        for name, one in told.items():
            covers |= {(name, cell): cover for cell, cover in one.covers.items()}
        for name, paper in papers.items():
            whole.slack |= {(name, cell) for cell in paper.slack}
            whole.counts |= {(name, cell): count for cell, count in paper.counts.items()}
            whole.sums += [tuple(((name, cell), sign) for cell, sign in line) for line in paper.sums]
        whole.sums += [((one, 1), (other, -1)) for one, other in same]
        super().__init__(whole, covers)

    def _known(self, cell: Hashable) -> tuple[int, int]:
        assert isinstance(cell, tuple)
        name, own = cell
        return self._of_paper[name]._known(own)

    def secrets(self) -> Iterator[Hashable]:
        """Those of all papers. What a paper hid for another's sake is no secret, as long as the other's is none."""
        for name, one in self._of_paper.items():
            yield from (
                (name, cell) for cell in one.secrets() if is_small(one.published.counts[cell]) or one.bands(cell)
            )
