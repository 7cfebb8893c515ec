"""Which operations go into one segment: no deed is torn, unless it is too large for a laptop's memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.sync.merge import Operation

_BULK_BYTES = 1 << 16  # of a part, sealed: what a line of 50 kbit/s that dies every ten seconds still carries

_LONG = 40  # characters: names and codes have less


class Cut(NamedTuple):
    """Operations that go into one segment; `part` and `more` as in its facts."""

    operations: list[Operation]
    part: int
    more: bool


def cut(
    operations: Iterable[Operation], most_ops: int = 500, most_bytes: int = 32 * 1024, most_bulk: int = 1000
) -> Iterator[Cut]:
    """Groups of operations for one segment each, of about `most_bytes` sealed, so that no deed is torn.

    A deed (`tx`) that is larger gets a segment of its own, and its operations appear together or not at all. That
    cannot be kept for bulk loads: an imported list of 100,000 persons is one deed, would fill the memory of a small
    laptop, and would never pass a line that dies every few seconds. Beyond `most_bulk` operations, or 64 KB, a deed
    travels in parts, `part` 1, 2, … with `more` on all but the last; a reader takes each part as it comes, so for a
    while it shows half of the list.
    """
    group = _Group(most_ops, most_bytes, most_bulk)
    for operation in operations:
        yield from group.before(operation)
    yield from group.rest()


class _Group:
    """Operations that were not given out yet, the last deed among them."""

    def __init__(self, most_ops: int, most_bytes: int, most_bulk: int) -> None:
        self._most_ops, self._most_bytes, self._most_bulk = most_ops, most_bytes, most_bulk
        self._held: list[Operation] = []
        self._bytes = 0
        self._deed = 0  # where among the held ones the last deed begins
        self._deed_bytes = 0
        self._part = 0

    def before(self, operation: Operation) -> Iterator[Cut]:
        size = _about(operation)
        same = bool(self._held) and operation.tx == self._held[-1].tx
        if not same:
            if self._part:
                yield from self.rest()
            self._deed, self._deed_bytes = len(self._held), self._bytes
        if len(self._held) >= self._most_ops or self._bytes + size > self._most_bytes:
            if self._deed:
                yield Cut(self._held[: self._deed], 0, False)
                self._held, self._bytes = self._held[self._deed :], self._bytes - self._deed_bytes
                self._deed = self._deed_bytes = 0
            elif same and (len(self._held) >= self._most_bulk or self._bytes + size > _BULK_BYTES):
                self._part += 1
                yield Cut(self._held, self._part, True)
                self._held, self._bytes = [], 0
        self._held.append(operation)
        self._bytes += size

    def rest(self) -> Iterator[Cut]:
        if self._held:
            yield Cut(self._held, self._part + 1 if self._part else 0, False)
        self._held, self._bytes, self._deed, self._deed_bytes, self._part = [], 0, 0, 0, 0


def _about(operation: Operation) -> int:
    """Bytes that an operation takes when sealed among its like, roughly: short values repeat, long texts do not."""
    values = operation.fields.values()
    texts = [value for value in values if value.__class__ is str]
    sizes = list(map(len, texts))
    if not sizes or max(sizes) < _LONG:
        return 30 + len(values) + sum(sizes) // 6
    return 30 + len(values) - len(sizes) + sum(1 + size // 6 if size < _LONG else size // 2 for size in sizes)
