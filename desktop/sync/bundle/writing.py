"""Bodies as they are written, in their three forms (`body`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.sync.bundle.body import Base
from desktop.sync.bundle.lines import NOTHING, Body, written
from desktop.sync.merge import Dot, Operation


class _Numbered(dict[Any, int]):
    """Each new key gets the next number."""

    def __missing__(self, key: Any) -> int:
        number = self[key] = len(self)
        return number


class _Lines:
    """Operations, or the part of them that belongs into one body, as lines.

    A base of a field that the operation does not have says nothing, and is left out.
    """

    def __init__(self, device: str) -> None:
        self._devices = _Numbered({device: 0})
        self._shapes = _Numbered()
        self._rows: list[list[Any]] = []
        self._deeds: list[list[Any]] = []
        self._stamp = 0

    def _line(self, operation: Operation, fields: Mapping[str, Any], base: Base) -> None:
        shape = self._shapes[operation.kind, operation.action, *fields]
        self._rows.append([shape, operation.record, self._base(fields, base) if base else 0, *fields.values()])

    def _base(self, fields: Mapping[str, Any], base: Base) -> Any:
        every = [*base.values()]
        if every.count(every[0]) == len(every) and base.keys() == fields.keys():
            return self._dots(every[0]) or 0
        told = [self._dots(base.get(name, ())) for name in fields]
        return [*told, self._dots(base["*"])] if base.get("*") else told

    def _dots(self, dots: Sequence[Dot]) -> list[int]:
        devices = self._devices
        if len(dots) == 1:
            device, seq = dots[0]
            return [devices[device], seq]
        return [number for device, seq in dots for number in (devices[device], seq)]

    def _body(self, **more: Any) -> Body:
        head = {"devices": list(self._devices), "deeds": self._deeds, "shapes": list(self._shapes), **more}
        return written([head, *self._rows])


class Brief(_Lines):
    """What the province may read of a laptop's operations."""

    def add(self, operation: Operation, fields: Mapping[str, Any], base: Base) -> None:
        """`base` as the province counts."""
        stamp = operation.stamp
        if self._deeds and stamp == self._stamp:
            self._deeds[-1][1] += 1
        else:
            self._deeds.append([stamp - self._stamp, 1])
            self._stamp = stamp
        self._line(operation, fields, base)

    def finished(self) -> Body:
        return self._body() if self._rows else NOTHING


class Full(_Lines):
    """Operations with all that is known of them."""

    def __init__(self, device: str) -> None:
        super().__init__(device)
        self._users = _Numbered()
        self._seqs: list[int] = []
        self._deed: tuple[str, str, int] = ("", "", -1)
        self._next = 0

    def add(self, operation: Operation, fields: Mapping[str, Any], base: Base) -> None:
        self._count(operation)
        self._next = _extended(self._seqs, self._next, operation.dot.seq)
        self._line(operation, fields, base)

    def _count(self, operation: Operation) -> None:
        _, stamp, tx, user, *_ = operation
        if (tx, user, stamp) == self._deed:
            self._deeds[-1][3] += 1
        else:
            self._deeds.append([tx, self._users[user], stamp - self._stamp, 1])
            self._deed, self._stamp = (tx, user, stamp), stamp

    def finished(self) -> Body:
        return self._body(users=list(self._users), seqs=self._seqs) if self._rows else NOTHING


class Sealed(Full):
    """All that the office's laptops read of operations beside what lies open: every one of them passes through here."""

    def __init__(self, device: str) -> None:
        super().__init__(device)
        self._opened: list[int] = []
        self._after_opened = 0
        self._bases: list[Any] = []

    def opens(self, operation: Operation, fields: Mapping[str, Any], base: Base) -> None:
        """These fields of it lie open; `base` is what they replaced, {} where that stands here in its line."""
        self._after_opened = _extended(self._opened, self._after_opened, operation.dot.seq)
        self._bases.append(self._base(fields, base) if base else 0)

    def opens_whole(self, operation: Operation) -> None:
        self._count(operation)
        self.opens(operation, operation.fields, operation.base)

    def finished(self) -> Body:
        more = {"users": list(self._users), "seqs": self._seqs}
        return self._body(**more, opened=self._opened, bases=self._bases)


def _extended(runs: list[int], after: int, seq: int) -> int:
    """Add a number to runs of which the last one ended before `after`; where it ends now."""
    if runs and seq == after:
        runs[-1] += 1
    else:
        runs += (seq - after, 1)
    return seq + 1
