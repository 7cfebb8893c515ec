"""Which part of an operation goes into which body of a segment, and how the province knows it there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from desktop.sync.bundle.lines import Body
from desktop.sync.bundle.writing import Brief, Full, Sealed
from desktop.sync.merge import Dot, Operation

WHOLE: Final = frozenset({"*"})  # opened: the whole operation, also one that has no fields
ALSO_SEALED: Final = "+"
"""Among the opened names: the operation also lies in the sealed body as a whole, since its open part may be emptied."""

Known = Callable[[Dot], Dot | None]
"""How the province knows an operation of an earlier segment; None for one of which nothing lies open."""


class Divided:
    """Both bodies of a laptop's segment while they are written."""

    def __init__(self, device: str, first: int, known: Known) -> None:
        self.open, self.sealed = Brief(device), Sealed(device)
        self._device, self._first, self._known = device, first, known
        self._shown: dict[int, int] = {}  # of this segment: number → as the province knows it

    def take(self, operation: Operation, names: Collection[str]) -> None:
        fields, base = operation.fields, operation.base
        if not names or ("*" not in names and fields.keys().isdisjoint(names)):
            self.sealed.add(operation, fields, base)
        elif ALSO_SEALED in names:
            self.sealed.add(operation, fields, base)
            shown, told = _chosen(operation, names)
            self.sealed.opens(operation, shown, {})
            self._show(operation, shown, told)
        elif "*" in names or all(name in names for name in fields):
            self.sealed.opens_whole(operation)
            self._show(operation, fields, base)
        else:
            hidden = {name: value for name, value in fields.items() if name not in names}
            kept = hidden.keys() | (set() if "deleted_at" in names else {"*"})
            self.sealed.add(operation, hidden, {name: dots for name, dots in base.items() if name in kept})
            shown, told = _chosen(operation, names)
            self.sealed.opens(operation, shown, told)
            self._show(operation, shown, told)

    def _show(self, operation: Operation, fields: Mapping[str, Any], base: Mapping[str, tuple[Dot, ...]]) -> None:
        self._shown[operation.dot.seq] = self._first + len(self._shown)
        self.open.add(operation, fields, {name: dots for name in base if (dots := self._known_of(base[name]))})

    def _known_of(self, dots: Iterable[Dot]) -> tuple[Dot, ...]:
        return tuple(known for dot in dots if (known := self._as_known(dot)) is not None)

    def _as_known(self, dot: Dot) -> Dot | None:
        if dot.device != self._device or dot.seq < self._first:
            return self._known(dot)
        seq = self._shown.get(dot.seq)
        return None if seq is None else Dot(dot.device, seq)


def wholly_open(operations: Sequence[Operation], opened: Sequence[Collection[str]], device: str) -> Body:
    """What the province writes is for everybody, with the account that wrote it."""
    if any("*" not in names for names in opened):
        raise ValueError("who holds the open key only seals whole open operations")
    told = Full(device)
    for operation in operations:
        told.add(operation, operation.fields, operation.base)
    return told.finished()


def _chosen(operation: Operation, names: Collection[str]) -> tuple[dict[str, Any], dict[str, tuple[Dot, ...]]]:
    """What of an operation lies open, and what that replaced."""
    shown = {name: value for name, value in operation.fields.items() if name in names}
    kept = shown.keys() | ({"*"} if "deleted_at" in shown else set())
    return shown, {name: dots for name, dots in operation.base.items() if name in kept}
