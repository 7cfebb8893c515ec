"""How counts stand in a copy that leaves those who may know all, where small ones would tell of single people (G-20).

A paper names its counts as cells of one `Publication` with all sums that its readers can do; what is covered there is
written here in words, the same on paper and on a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Final

from desktop.domain.persian import digits
from desktop.domain.publication import Band, Cover, Few
from desktop.domain.suppression import LEAST, is_small, share_is_safe

DASH: Final = "—"
FEW: Final = f"کمتر از {digits.to_persian(str(LEAST))}"
HIDDEN: Final = "پوشیده"
NOTE: Final = (
    f"«{FEW}» و «{HIDDEN}»: شمار چنان کم است، یا از جمع چنان به دست می‌آید، که برای حفظ حریم ساکنان چاپ نمی‌شود."
)


def number_text(value: float | None) -> str:
    """A whole number as «۱٬۲۳۴», any other with one decimal, none as «—»."""
    if value is None:
        return DASH
    return digits.grouped(int(value)) if value == int(value) else digits.decimal(value)


def distinct(names: Iterable[str]) -> list[str]:
    """Names as keys of cells: the second of two that are called the same is told apart."""
    seen: Counter[str] = Counter()
    keys = []
    for name in names:
        seen[name] += 1
        keys.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return keys


class Covered:
    """One copy of a paper. A cell that its publication covers is told as it is covered, any other exactly.

    The copy that stays in the office has no covers.
    """

    def __init__(self, covers: Mapping[Hashable, Cover], *, shared: bool = True) -> None:
        self._shared = shared
        self._covers = covers if shared else {}

    @property
    def hides(self) -> bool:
        """Whether anything is covered in it."""
        return bool(self._covers)

    @property
    def shared(self) -> bool:
        """Whether it may leave the office."""
        return self._shared

    def exact(self, *cells: Hashable) -> bool:
        """Whether all these counts are told exactly."""
        return not any(cell in self._covers for cell in cells)

    def hides_any(self, of: str) -> bool:
        """Whether a number whose name begins so is not told at all."""
        return any(str(cell).startswith(of) and not isinstance(cover, Band) for cell, cover in self._covers.items())

    def cover(self, cell: Hashable) -> Cover | None:
        """How a count is told that is not told exactly."""
        return self._covers.get(cell)

    def count(self, cell: Hashable, count: float | None) -> str:
        """A count as this copy tells it."""
        cover = self._covers.get(cell)
        return number_text(count) if cover is None else cover_text(cover)

    def alone(self, count: int | None) -> str:
        """A count that stands in no sum."""
        return FEW if self._shared and count is not None and is_small(count) else number_text(count)

    def number(self, value: float | None, *stands_on: Hashable) -> str:
        """A number that follows from counts: hidden with any of them."""
        return number_text(value) if self.exact(*stands_on) else HIDDEN

    def share(self, value: float | None, part: float | None, whole: float | None, *cells: Hashable) -> str:
        """A percentage, unless it would tell its counts or is of so few (G-20)."""
        if value is None:
            return DASH
        if self._shared and not (self.exact(*cells) and share_is_safe(int(part or 0), int(whole or 0))):
            return HIDDEN
        return digits.percent(value)

    def middle(self, value: float | None, of: int) -> str:
        """A median or a mean of so many, or the oldest of them."""
        return HIDDEN if self._shared and 0 < of < LEAST else number_text(value)


def cover_text(cover: Cover) -> str:
    """What stands in the place of a covered count."""
    if isinstance(cover, Band):
        return f"{digits.grouped(cover.low)} تا {digits.grouped(cover.high)}"
    return FEW if isinstance(cover, Few) else HIDDEN
