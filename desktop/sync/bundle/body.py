"""The inside of a segment's body: lines of JSON, one for an operation, each with a digest of its own.

    line 1   the salts: hex of the segment's 16 bytes, or, once something was emptied, a list of one salt a line
    line 2   the head: {"users", "devices", "deeds", "seqs", "shapes"}
    line 3…  an operation: [shape, record, base, value, …], or the hex digest of one that was emptied

A digest is BLAKE2b-256 over salt and line; the root, which is signed, is BLAKE2b-256 over the digests of head and
operations. Salts keep a digest from telling what was emptied to somebody who tries all national ids: with an emptied
line its salt goes too. `devices[0]` is the segment's own. A *deed* is [tx, user, stamp after the one before, count]:
so many operations in a row belong to it. `seqs` are runs, [gap after the run before, count, …]. A *shape* is [kind,
action, field, …]. `base` is 0 for none, [device, seq, device, seq …] when all fields replaced the same, or a list of
such lists, one for a field, and one more for "*".
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain, islice, repeat
from secrets import token_bytes, token_hex
from typing import Any, NamedTuple, Protocol

import zstandard

from desktop.sync.bundle.canonical import MOST_DEPTH, refuse_deep
from desktop.sync.merge import Dot, Operation

MOST_PLAIN = 1 << 26  # bytes of a body before compression
MOST_OPERATIONS = 1 << 20
MOST_NUMBER = 1 << 53
MOST_STAMP = 1 << 63

_SALT = 16
_DIGEST = 32

Base = Mapping[str, tuple[Dot, ...]]

_made = tuple.__new__  # a named tuple without its Python-made constructor: a third of the time of reading


class MalformedError(Exception):
    """A body that does not say what its header promises."""


class Emptied(NamedTuple):
    """An operation whose content was taken out: it was there, and nobody knows any more what it said."""

    dot: Dot


class Body(NamedTuple):
    """A body as it is written: lines, how many operations, and the root to be signed (hex; "" without operations)."""

    plain: bytes
    size: int
    root: str


class _Numbered(dict[Any, int]):
    """Each new key gets the next number."""

    def __missing__(self, key: Any) -> int:
        number = self[key] = len(self)
        return number


class Writer:
    """Collects operations, or the part of them that belongs into this body.

    A base of a field that the operation does not have says nothing, and is left out.
    """

    def __init__(self, device: str) -> None:
        self._devices = _Numbered({device: 0})
        self._users = _Numbered()
        self._shapes = _Numbered()
        self._deeds: list[list[Any]] = []
        self._seqs: list[int] = []
        self._rows: list[list[Any]] = []
        self._deed: tuple[str, str, int] = ("", "", -1)
        self._stamp = self._next = 0

    def add(self, operation: Operation, fields: Mapping[str, Any], base: Base) -> None:
        (_, seq), stamp, tx, user, kind, record, action, *_ = operation
        if (tx, user, stamp) == self._deed:
            self._deeds[-1][3] += 1
        else:
            self._deeds.append([tx, self._users[user], stamp - self._stamp, 1])
            self._deed, self._stamp = (tx, user, stamp), stamp
        if seq == self._next:
            self._seqs[-1] += 1
        else:
            self._seqs += (seq - self._next, 1)
        self._next = seq + 1
        shape = self._shapes[kind, action, *fields]
        self._rows.append([shape, record, self._base(fields, base) if base else 0, *fields.values()])

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

    def finished(self) -> Body:
        if not self._rows:
            return Body(b"", 0, "")
        head = {
            "users": list(self._users),
            "devices": list(self._devices),
            "deeds": self._deeds,
            "seqs": self._seqs,
            "shapes": list(self._shapes),
        }
        lines = _lines([head, *self._rows])
        _refuse_deep(lines, self._rows)
        if sum(map(len, lines)) > MOST_PLAIN - len(lines) - 4 * _SALT:
            raise ValueError("more than fits into one body")
        salt = token_bytes(_SALT)
        root = _root(_digests(lines, _salts(salt, len(lines))))
        return Body(b"\n".join([json.dumps(salt.hex()).encode(), *lines]), len(self._rows), root)


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


def read(plain: bytes, told: Told, root: str) -> dict[int, Operation | Emptied]:
    """The operations of a body by number, whose digests make up `root`."""
    salts, lines = _split(plain)
    rows = _parsed(lines)
    if _root(_digests_of(lines, rows, salts)) != root:
        raise MalformedError("digests")
    try:
        return _operations(rows, told)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise MalformedError("operations") from error


def emptied(plain: bytes, seqs: Collection[int]) -> tuple[bytes, int]:
    """The body without the content of these operations, and how many are empty now."""
    salts, lines = _split(plain)
    rows = _parsed(lines)
    digests = _digests_of(lines, rows, salts)
    kept: list[str | None] = [salt.hex() for salt in salts]
    try:
        numbers = list(_runs(rows[0]["seqs"]))
    except (ValueError, TypeError, LookupError) as error:
        raise MalformedError("numbers") from error
    for at, seq in enumerate(numbers, 1):
        if seq in seqs or type(rows[at]) is str:
            lines[at], kept[at] = json.dumps(digests[at].hex()).encode(), None
    return b"\n".join([json.dumps(kept, separators=(",", ":")).encode(), *lines]), kept.count(None)


def compressed(plain: bytes, level: int) -> bytes:
    return zstandard.ZstdCompressor(level=level).compress(plain)


def decompressed(packed: bytes) -> bytes:
    try:
        if not 0 <= zstandard.frame_content_size(packed) <= MOST_PLAIN:
            raise MalformedError("size")
        return zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise MalformedError("compression") from error


# ------------------------------------------------------------------------------------------- operations


def _operations(rows: list[Any], told: Told) -> dict[int, Operation | Emptied]:
    head, device, deps = rows[0], told.device, told.deps
    devices = head["devices"]
    shapes = [(kind, action, names) for kind, action, *names in head["shapes"]]
    if devices[0] != device or not all(map(_is_text, chain(devices, *head["shapes"]))):
        raise MalformedError("head")
    numbers, deeds = list(_runs(head["seqs"])), islice(_deeds(head), len(rows))
    if not numbers or not told.first <= numbers[0] <= numbers[-1] <= told.last:
        raise MalformedError("numbers")
    found: dict[int, Operation | Emptied] = {}
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


def _deeds(head: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    users, stamp = head["users"], 0
    for tx, user, after, count in head["deeds"]:
        stamp += after
        deed = (tx, users[user], stamp)
        if user < 0 or not _is_text(tx) or not _is_text(deed[1]) or not 0 <= stamp < MOST_STAMP:
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


# ---------------------------------------------------------------------------------- lines, digests, salts


def _lines(values: list[Any]) -> list[bytes]:
    """Each value as a line of JSON. All are written at one go, with a mark between them that nobody can guess."""
    mark = token_hex(16)
    marked = [item for value in values for item in (value, mark)]
    text = json.dumps(marked, ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
    return text[1:-1].removesuffix(f',"{mark}"').encode().split(f',"{mark}",'.encode())


def _parsed(lines: list[bytes]) -> list[Any]:
    text = b"[" + b",".join(lines) + b"]"
    try:
        rows: list[Any] = json.loads(text, parse_constant=_refused)
        if b"\\ud" in text.lower():
            json.dumps(rows, ensure_ascii=False).encode()  # half a character pair is no text
        _refuse_deep(lines, rows)
    except (ValueError, RecursionError) as error:
        raise MalformedError("JSON") from error
    if len(rows) != len(lines):
        raise MalformedError("lines")
    return rows


def _refuse_deep(lines: list[bytes], rows: list[Any]) -> None:
    if any(line.count(b"[") + line.count(b"{") > MOST_DEPTH for line in lines):
        refuse_deep(rows)


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _split(plain: bytes) -> tuple[list[bytes], list[bytes]]:
    """Salts and lines of a body, one salt for a line; b"" for those that were emptied."""
    first, *lines = plain.split(b"\n")
    if not lines:
        raise MalformedError("lines")
    try:
        told = json.loads(first)
        if type(told) is str:
            return _salts(bytes.fromhex(told), len(lines)), lines
        salts = [bytes.fromhex(salt) if salt else b"" for salt in told]
    except (ValueError, TypeError, RecursionError) as error:
        raise MalformedError("salts") from error
    if len(salts) != len(lines):
        raise MalformedError("salts")
    return salts, lines


def _salts(salt: bytes, count: int) -> list[bytes]:
    """Sixteen bytes for each line: BLAKE2b-512 of the numbers 0, 1, … (8 bytes), keyed by the salt, cut in four."""
    if len(salt) != _SALT:
        raise MalformedError("salt")
    blocks = [blake2b(at.to_bytes(8, "big"), key=salt).digest() for at in range((count + 3) // 4)]
    return [block[at : at + _SALT] for block in blocks for at in range(0, 64, _SALT)][:count]


def _digests(lines: list[bytes], salts: list[bytes]) -> list[bytes]:
    return [blake2b(salt + line, digest_size=_DIGEST).digest() for salt, line in zip(salts, lines, strict=True)]


def _digests_of(lines: list[bytes], rows: list[Any], salts: list[bytes]) -> list[bytes]:
    """The digests, of which those of emptied operations stand in their place."""
    digests = _digests(lines, salts)
    for at, row in enumerate(rows):
        if type(row) is str:
            try:
                digests[at] = bytes.fromhex(row)
            except ValueError as error:
                raise MalformedError("digest") from error
    return digests


def _root(digests: list[bytes]) -> str:
    return blake2b(b"".join(digests), digest_size=_DIGEST).hexdigest()
