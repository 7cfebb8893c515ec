"""Numbers that a paper tells again which the report of its month tells too (G-20).

Papers leave the office one by one, and whoever collects them adds them up. They need not know each other: each hangs on
the report of its month by the numbers that stand in both. Such a number is told in both as the report tells it, and
where the report hides it nothing beneath it is told, so that a paper can move only with what the report left open.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from desktop.domain.publication import Publication
from desktop.reports.monthly_copy import cells_of
from desktop.reports.monthly_rows import MonthlyReport


class ToldByReport:
    """What the report of a month, signed or as it is counted now, tells those who read its shared copy."""

    def __init__(self, report: MonthlyReport) -> None:
        self.report = report
        self._counts = dict(cells_of(report))
        self._covers = {row.cell: row.how for row in report.covers}

    def hides(self, cell: str) -> bool:
        """Whether it does not tell this number at all."""
        return self._covers.get(cell) in ("few", "hidden")

    def tells_in_band(self, cell: str) -> bool:
        """Whether it tells only the band of five in which this number lies."""
        return self._covers.get(cell) == "band"

    def hang(self, published: Publication, cell: Hashable, there: str, beneath: Iterable[Hashable] = ()) -> None:
        """`cell` is the number that the report calls `there`; a signed one may have told another than it is by now."""
        how = self._covers.get(there)
        if how == "band":
            published.banded.add(cell)
        elif how is not None:
            published.withheld.add(cell)
            published.beneath |= set(beneath)
        elif there in self._counts and self._counts[there] == published.counts.get(cell):
            published.told.add(cell)


def place_of(rows: Iterable[object], wanted: object) -> int | None:
    """Where a row stands, if there is exactly one such."""
    found = [at for at, row in enumerate(rows) if row == wanted]
    return found[0] if len(found) == 1 else None
