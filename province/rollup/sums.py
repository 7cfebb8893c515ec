"""Counts of offices summed by county and in all, such that no sum tells what an office's own report hides (G-20, G-21).

An office's report is out already: what it tells exactly is known, and hiding it here would hide nothing. So a count
that one report hides can be worked out from the province's sum as soon as all others are told, and then the sum is told
in a band of five instead. What moved by few since the month before is a band in the office's report, and keeps the sums
from telling it. Sums of letters to agencies are nobody's secret however small they are; they hide only to keep an
office's. `desktop/domain/publication.py` does the search; `tests/domain/attacker.py` tries the outcome.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.domain.covered import Covered
from desktop.domain.publication import BAND, Band, Cover, Hidden, Publication
from desktop.domain.suppression import LEAST, is_small

ALL: Final = "*"
"""In the place of an office: all of them."""
_LIFTED: Final = 1_000 * BAND
"""What a sum of letters is lifted by: it is then no small count, and its bands begin where they did."""

_PATIENCE: Final = 100
"""Sums of offices are flat: what is not found among so many worlds is not there, or is dear."""

Cell = tuple[str, str]
"""The name of a count, and an office, a county or all."""


def of_county(code: str) -> str:
    """A county in the place of an office."""
    return f"county:{code}"


def is_sum(place: str) -> bool:
    """Whether a place is a county or all, and no single office."""
    return place == ALL or place.startswith(of_county(""))


@dataclass(slots=True)
class Sums:
    """The counts that a roll-up tells, by office, by county and in all. `counties`: office → the code of its county."""

    counties: Mapping[str, str]
    publication: Publication = field(default_factory=lambda: Publication(patience=_PATIENCE))
    _lifted: dict[Cell, int] = field(default_factory=dict)
    _names: list[str] = field(default_factory=list)

    def add(
        self,
        name: str,
        counts: Mapping[str, int],
        covers: Mapping[str, Cover],
        *,
        letters: bool = False,
    ) -> None:
        """A count of each office and its sums. `covers`: office → how its own report tells it, where not exactly."""
        self._names.append(name)
        own, told = defaultdict[str, list[str]](list), defaultdict[str, int](int)
        for office, count in counts.items():
            if self._take((name, office), count, covers.get(office)):
                told[self.counties[office]] += count
            else:
                own[self.counties[office]].append(office)
        lifted = _LIFTED if letters else 0
        for county in {self.counties[office]: None for office in counts}:
            known = (f"{name}/told", of_county(county))
            parts: list[Cell] = [(name, office) for office in own[county]]
            self._sum((name, of_county(county)), [*parts, known], {known: told[county]}, lifted)
        if counts:
            places = [(name, of_county(county)) for county in {self.counties[office]: None for office in counts}]
            self._sum((name, ALL), places, {}, 0)

    def add_up(self, whole: str, parts: Sequence[str], places: Iterable[str]) -> None:
        """In each of these places the one count is the sum of the others, and readers know it."""
        counts = self.publication.counts
        for place in places:
            cells = [(part, place) for part in parts if (part, place) in counts]
            if (whole, place) not in counts or not cells:
                continue
            lifted = sum(self._lifted.get(cell, 0) for cell in cells) - self._lifted.get((whole, place), 0)
            total = sum(counts[cell] for cell in cells) - counts[whole, place]
            if total == lifted and any(cell not in self.publication.told for cell in (*cells, (whole, place))):
                self._line([((whole, place), -1), *((cell, 1) for cell in cells)], -lifted)

    @property
    def places(self) -> list[str]:
        """Everywhere a sum stands."""
        return [*(of_county(code) for code in dict.fromkeys(self.counties.values())), ALL]

    def safe(self) -> Telling:
        """How all of it is told."""
        return Telling(self.covers(), self._lifted)

    def covers(self) -> Mapping[Hashable, Cover]:
        """Sums that would have to be hidden are told in bands where a band is wide enough."""
        covers = self.publication.covers()
        sums = [(name, place) for name in self._names for place in self.places]
        hidden = {
            cell for cell in sums if isinstance(covers.get(cell), Hidden) and self.publication.counts[cell] >= LEAST
        }
        if hidden:
            self.publication.banded |= hidden
            covers = self.publication.covers()
        return covers

    def _take(self, cell: Cell, count: int, cover: Cover | None) -> bool:
        """Enter one office's own count; whether its own report tells it exactly."""
        published = self.publication
        published.counts[cell] = count
        if cover is None and not is_small(count, published.least):
            published.told.add(cell)
            return True
        if isinstance(cover, Band):
            published.banded.add(cell)
        elif cover is not None and not is_small(count, published.least):
            published.withheld.add(cell)
        return False

    def _sum(self, whole: Cell, parts: Sequence[Cell], known: Mapping[Cell, int], lifted: int) -> None:
        """What reports tell exactly goes into a sum as one count, so that a thousand offices are as quick as ten."""
        published = self.publication
        for cell, count in known.items():
            published.counts[cell] = count
        published.told |= known.keys()
        lifted += sum(self._lifted.get(part, 0) for part in parts)
        within = lifted - sum(self._lifted.get(part, 0) for part in parts)
        published.counts[whole] = sum(published.counts[part] for part in parts) + within
        if lifted:
            self._lifted[whole] = lifted
        published.wholes.add(whole)
        self._line([(whole, -1), *((part, 1) for part in parts)], within)

    def _line(self, line: Sequence[tuple[Cell, int]], constant: int) -> None:
        """Signed counts that give zero together with a constant, which is a count that everybody knows."""
        if constant:
            known = ("constant", str(constant))
            self.publication.counts[known] = constant
            self.publication.told.add(known)
            line = [*line, (known, 1)]
        self.publication.sums.append(tuple(line))


class Telling(Covered):
    """The counts of a roll-up as its readers get them."""

    def __init__(self, covers: Mapping[Hashable, Cover], lifted: Mapping[Cell, int]) -> None:
        super().__init__({cell: _lowered(cover, lifted.get(cell, 0)) for cell, cover in covers.items()})  # type: ignore[call-overload]

    def exactly(self, cell: Cell, count: float) -> float | None:
        """The count for a machine; None where it is not told."""
        return count if self.exact(cell) else None

    def bounds(self, cell: Cell, count: int) -> tuple[int, int] | None:
        """Between what a reader knows the count to be; None where nothing is told."""
        cover = self.cover(cell)
        if cover is None:
            return count, count
        return (cover.low, cover.high) if isinstance(cover, Band) else None


def _lowered(cover: Cover, lifted: int) -> Cover:
    return Band(cover.low - lifted, cover.high - lifted) if isinstance(cover, Band) and lifted else cover
