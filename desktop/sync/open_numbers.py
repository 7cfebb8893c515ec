"""The numbers by which the province knows operations, and the true ones, as this laptop's segments tell both.

The province is told of the open operations of a segment only, and counts them from the segment's first number: so it
does not see how many others lie between two of them. Whoever seals names operations to it by those numbers, and what
the province writes names them so.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.segment import is_of_province, opened_numbers, read_all, read_header
from desktop.sync.laptop import Laptop
from desktop.sync.merge import Dot, Operation


class _Span(NamedTuple):
    """The operations of one segment."""

    first: int
    last: int
    opened: list[int] | None  # numbers of those that lie open; None where the province knows all by their own


class OpenNumbers:
    """Translates within one commit; each segment is looked at once, and only when it is asked for."""

    def __init__(self, connection: Connection, laptop: Laptop) -> None:
        self._connection, self._laptop = connection, laptop
        self._spans: dict[str, list[_Span]] = {}

    def known(self, dot: Dot) -> Dot | None:
        """An operation as the province knows it; None for one of which nothing lies open."""
        span = self._span(dot)
        if span is None:
            return None
        if span.opened is None:
            return dot
        place = bisect_right(span.opened, dot.seq) - 1
        return Dot(dot.device, span.first + place) if place >= 0 and span.opened[place] == dot.seq else None

    def true(self, dot: Dot) -> Dot:
        """The operation that the province knows as this one."""
        span = self._span(dot)
        if span is None or span.opened is None or dot.seq - span.first >= len(span.opened):
            return dot
        return Dot(dot.device, span.opened[dot.seq - span.first])

    def _span(self, dot: Dot) -> _Span | None:
        spans = self._spans.setdefault(dot.device, [])
        place = bisect_right(spans, dot.seq, key=lambda one: one.first) - 1
        if place >= 0 and dot.seq <= spans[place].last:
            return spans[place]
        sql = "SELECT first, last, content FROM segment WHERE device_id = ? AND first <= ? AND last >= ?"
        row = self._connection.exec_driver_sql(sql, (dot.device, dot.seq, dot.seq)).first()
        if row is None:
            return None
        found = _Span(row.first, row.last, self._opened(bytes(row.content)))
        insort(spans, found, key=lambda one: one.first)
        return found

    def _opened(self, segment: bytes) -> list[int] | None:
        key = self._laptop.epochs.get(read_header(segment).epoch)
        return None if key is None else opened_numbers(segment, key)


def read_told(connection: Connection, laptop: Laptop, segment: bytes, office_key: bytes) -> list[Operation | Emptied]:
    """All operations of a segment, with bases as laptops know them."""
    told = read_all(segment, office_key)
    if not is_of_province(read_header(segment)):
        return told
    numbers = OpenNumbers(connection, laptop)
    return [one if isinstance(one, Emptied) else one._replace(base=_true(numbers, one.base)) for one in told]


def _true(numbers: OpenNumbers, base: Mapping[str, tuple[Dot, ...]]) -> dict[str, tuple[Dot, ...]]:
    return {name: tuple(map(numbers.true, dots)) for name, dots in base.items()}
