"""The inside of a segment's body: a head, and a line for each operation, or for the part of it that stands here.

    the head       see below
    an operation   [shape, record, base, value, …]

`devices[0]` is the segment's own. A *deed* is [tx, user, stamp after the one before, count]: so many operations in a
row belong to it. `seqs` are runs, [gap after the run before, count, …]. A *shape* is [kind, action, field, …]. `base`
is 0 for none, [device, seq, device, seq …] when all fields replaced the same, or a list of such lists, one for a
field, and one more for "*".

Three heads. A *full* one has "users", "devices", "deeds", "seqs" and "shapes". That of what a laptop opens to the
province is *brief*: "devices", "deeds" of [stamp, count] and "shapes". Neither who wrote it stands there, nor which
operations belong together, nor the true numbers: it counts its operations from the segment's first number, so that
what lies between them is not told, and its bases name operations by such numbers. The *sealed* one beside it is full,
but its deeds are those of all operations of the segment; "opened" are runs of those that lie open, and "bases" what
the open part of each of them replaced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice, repeat
from typing import Any, NamedTuple, Protocol, TypeAlias

from desktop.sync.bundle import lines
from desktop.sync.bundle.lines import MalformedError
from desktop.sync.merge import Dot, Operation

MOST_OPERATIONS = 1 << 20
MOST_NUMBER = 1 << 53
MOST_STAMP = 1 << 63

Base = Mapping[str, tuple[Dot, ...]]
Deed = tuple[str, str, int]  # tx, user, stamp

_made = tuple.__new__  # a named tuple without its Python-made constructor: a third of the time of reading


class Emptied(NamedTuple):
    """An operation whose content was taken out: it was there, and nobody knows any more what it said."""

    dot: Dot


Part: TypeAlias = Operation | Emptied
"""An operation, or what one body holds of it."""


class Told(Protocol):
    """What a header promises of a body."""

    @property
    def device(self) -> str: ...
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def deps(self) -> Mapping[str, int]: ...


def read(plain: bytes, told: Told, root: str) -> dict[int, Part]:
    """The operations of a full or a brief body by number, whose digests make up `root`."""
    rows = lines.read(plain, root)
    with _understood():
        return _operations(rows, told, _numbers(rows, told.first), islice(_deeds(rows[0]), len(rows)))


def read_joined(plain: bytes, opened: Sequence[Part], told: Told, root: str) -> list[Part]:
    """All operations of a segment from its sealed body, and from what lies open of them, in their order."""
    rows = lines.read(plain, root)
    with _understood():
        return list(_joined(rows, opened, told))


def opened_numbers(plain: bytes) -> list[int]:
    """The true numbers of the operations that lie open, in their order, as a sealed body tells them."""
    with _understood():
        return list(_runs(lines.first(plain)["opened"]))


def emptied(plain: bytes, seqs: Collection[int], first: int) -> tuple[bytes, int]:
    """The body of a segment without the content of these operations, and how many are empty now.

    `first` is the segment's first number, from which a brief body counts.
    """

    def chosen(rows: list[Any]) -> list[int]:
        with _understood():
            return [at for at, seq in enumerate(_numbers(rows, first), 1) if seq in seqs]

    return lines.emptied(plain, chosen)


@contextmanager
def _understood() -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise MalformedError("operations") from error


# ------------------------------------------------------------------------------------------- operations


def _operations(rows: list[Any], told: Told, numbers: list[int], deeds: Iterator[Deed]) -> dict[int, Part]:
    head, device, deps = rows[0], told.device, told.deps
    devices = head["devices"]
    shapes = [(kind, action, names) for kind, action, *names in head["shapes"]]
    if devices[0] != device or not all(map(_is_text, chain(devices, *head["shapes"]))):
        raise MalformedError("head")
    _refuse_strays(numbers, told)
    found: dict[int, Part] = {}
    for seq, (tx, user, stamp), row in zip(numbers, deeds, islice(rows, 1, None), strict=True):
        dot = _made(Dot, (device, seq))
        if type(row) is str:
            found[seq] = Emptied(dot)
            continue
        shape, record, based, *values = row
        if shape < 0 or type(record) is not str:
            raise MalformedError("operation")
        kind, action, names = shapes[shape]
        if len(values) != len(names):
            raise MalformedError("operation")
        fields = dict(zip(names, values, strict=False))
        base = _bases(based, names, devices) if based else {}
        found[seq] = _made(Operation, (dot, stamp, tx, user, kind, record, action, fields, base, deps))
    return found


def _joined(rows: list[Any], opened: Sequence[Part], told: Told) -> Iterable[Part]:
    head, many = rows[0], told.last - told.first + 1
    deeds, numbers = list(islice(_deeds(head), many + 1)), list(_runs(head["seqs"]))
    found = _operations(rows, told, numbers, (deeds[seq - told.first] for seq in numbers))
    shown = list(_runs(head["opened"]))
    _refuse_strays(shown, told)
    for seq, part, based in zip(shown, opened, head["bases"], strict=True):
        base = _bases(based, list(part.fields), head["devices"]) if based and isinstance(part, Operation) else {}
        found[seq] = _together(found.get(seq), part, base, (_made(Dot, (told.device, seq)), deeds[seq - told.first]))
    if len(deeds) != many or len(found) != many:
        raise MalformedError("operations are missing")
    return found.values() if not shown else (found[seq] for seq in sorted(found))


def _together(own: Part | None, part: Part, base: Base, named: tuple[Dot, Deed]) -> Part:
    """An operation from its line here and from its open part, of which either may be missing."""
    if isinstance(own, Emptied):
        return own
    if isinstance(part, Emptied):
        return own or Emptied(named[0])
    if own is not None:
        return own._replace(fields={**own.fields, **part.fields}, base={**own.base, **base})
    dot, (tx, user, stamp) = named
    return part._replace(dot=dot, stamp=stamp, tx=tx, user=user, base=base)


def _refuse_strays(numbers: list[int], told: Told) -> None:
    if numbers and not told.first <= numbers[0] <= numbers[-1] <= told.last:
        raise MalformedError("numbers")


def _numbers(rows: list[Any], first: int) -> list[int]:
    """A brief body's operations are counted from the first of their segment."""
    head = rows[0]
    return list(_runs(head["seqs"])) if "seqs" in head else list(range(first, first + len(rows) - 1))


def _deeds(head: Mapping[str, Any]) -> Iterator[Deed]:
    users, stamp = head.get("users"), 0
    for told in head["deeds"]:
        tx, user, after, count = told if users is not None else ("", -1, *told)
        stamp += after
        deed = (tx, users[user] if users is not None else "", stamp)
        if (user < 0 and users is not None) or not _is_text(tx) or not _is_text(deed[1]) or not 0 <= stamp < MOST_STAMP:
            raise MalformedError("deed")
        yield from repeat(deed, _number(count))


def _runs(runs: list[int]) -> Iterator[int]:
    at = total = 0
    for gap, count in zip(runs[::2], runs[1::2], strict=True):
        at, total = at + _number(gap), total + _number(count)
        if at + count > MOST_NUMBER or total > MOST_OPERATIONS:
            raise MalformedError("numbers")
        yield from range(at, at + count)
        at += count


def _bases(told: list[Any], names: list[str], devices: list[str]) -> Base:
    if type(told[0]) is int:
        return dict.fromkeys(names, _dots(told, devices))
    if not len(names) <= len(told) <= len(names) + 1:
        raise MalformedError("base")
    return {name: _dots(dots, devices) for name, dots in zip([*names, "*"], told, strict=False) if dots}


def _dots(told: list[int], devices: list[str]) -> tuple[Dot, ...]:
    if len(told) == 2:
        return (_dot(told[0], told[1], devices),)
    return tuple(_dot(device, seq, devices) for device, seq in zip(told[::2], told[1::2], strict=True))


def _dot(device: int, seq: int, devices: list[str]) -> Dot:
    if type(device) is not int or type(seq) is not int or device < 0 or not 0 < seq < MOST_NUMBER:
        raise MalformedError("dot")
    return _made(Dot, (devices[device], seq))


def _is_text(value: object) -> bool:
    return type(value) is str


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < MOST_NUMBER:
        raise MalformedError("number")
    return value
