"""Somebody who has what was printed, can do sums, and knows how the program hides."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from desktop.domain.publication import Band, Cover, Few, Publication
from desktop.domain.suppression import is_small

_ENDLESS = 10_000


class Attacker:
    """Knows what is printed, the sums, how the program hides, and what each word means."""

    def __init__(self, published: Publication, covers: Mapping[Hashable, Cover]) -> None:
        self._published, self._covers = published, covers
        self._cells = sorted(covers, key=str)
        at = {cell: place for place, cell in enumerate(self._cells)}
        lines, owed = [], []
        for line in published.sums:
            row, rest = np.zeros(len(self._cells)), 0
            for cell, sign in line:
                if cell in at:
                    row[at[cell]] += sign
                else:
                    rest -= sign * published.counts[cell]
            if row.any():
                lines.append(row)
                owed.append(rest)
        self._sums = [LinearConstraint(np.array(lines), owed, owed)] if lines else []

    def _known(self, cell: Hashable) -> tuple[int, int]:
        cover = self._covers[cell]
        if isinstance(cover, Band):
            return cover.low, cover.high
        if isinstance(cover, Few):
            return 1, cover.least - 1
        named = any(isinstance(self._covers[other], Few) for other in self._tied(cell))
        return self._published.least if named and cell not in self._published.withheld else 1, _ENDLESS

    def _tied(self, cell: Hashable) -> set[Hashable]:
        """Hidden cells that sums tie to this one: where small ones are named, the others are not small."""
        tied, grown = {cell}, True
        while grown:
            lines = [{c for c, _ in line} & self._covers.keys() for line in self._published.sums]
            more = set().union(*(line for line in lines if line & tied)) - tied
            tied, grown = tied | more, bool(more)
        return tied

    def learns(self, cell: Hashable) -> tuple[int, int]:
        """The least and the most that the cell can be."""
        wish = np.array([float(one == cell) for one in self._cells])
        low, high = zip(*map(self._known, self._cells), strict=True)
        found = []
        for sign in (1, -1):
            answer = milp(sign * wish, constraints=self._sums, bounds=Bounds(low, high), integrality=1)
            assert answer.success, "what is printed contradicts itself"
            found.append(round(sign * answer.fun))
        return found[0], found[1]


def attack(published: Publication) -> Mapping[Hashable, Cover]:
    """Publish, and let the attacker try every small count and every banded one."""
    covers = published.covers()
    attacker = Attacker(published, covers)
    for cell, count in published.counts.items():
        if not is_small(count, published.least):
            continue
        low, high = attacker.learns(cell)
        assert low < high
    for cell, cover in covers.items():
        if isinstance(cover, Band):
            low, high = attacker.learns(cell)
            assert low < high
    return covers
