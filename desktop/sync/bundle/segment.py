"""Segments: what one laptop wrote, sealed once and for all, readable by those who hold the keys.

A segment carries operations of one device that follow each other. Its header is in the clear and signed; what the
province may read lies in the *open* body, all else in the *sealed* one, each encrypted under its own key. The
signature holds the digests of the operations rather than their content: what somebody asked to be forgotten can be
emptied, and everybody still sees that nothing else was changed. Byte layout: docs/sync-format.md.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.secret import Aead
from nacl.signing import SigningKey, VerifyKey

from desktop.sync.bundle import body
from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.canonical import canonical
from desktop.sync.bundle.errors import SegmentError
from desktop.sync.merge import Operation

VERSION = 1
MAGIC = b"TSEG"
WHOLE = frozenset({"*"})  # opened: the whole operation, also one that has no fields
ALSO_SEALED = "+"
"""Among the opened names: the operation also lies in the sealed body as a whole, since its open part may be emptied."""
MOST_HEADER = 1 << 20  # bytes; a thousand devices fill a tenth of it
MOST_BODY = 1 << 26  # bytes of one encrypted body

_SIGNATURE = 64
_TAG = 8
_LENGTH = struct.Struct(">I")


class BodyKeys(NamedTuple):
    """The keys of one epoch: an office's laptops hold both, the province the open one only."""

    open_key: bytes
    office_key: bytes | None = None

    @classmethod
    def of_office(cls, office_key: bytes) -> BodyKeys:
        return cls(open_key_of(office_key), office_key)


class SegmentFacts(NamedTuple):
    """What a segment says of itself that its operations do not."""

    office: str
    device: str
    epoch: str  # id of the key it is sealed under
    schema: str  # version of the tables that its operations were written in
    deps: Mapping[str, int]  # what its device had read when it sealed: the version vector of all devices
    prev: str = ""  # id of the device's segment before this one; "" for its first
    part: int = 0  # of a deed too large for one segment: which part this is, from 1; 0 for whole deeds
    more: bool = False  # the deed goes on in the next segment


class Header(NamedTuple):
    """The signed head of a segment, readable without any key."""

    version: int
    office: str
    device: str
    first: int
    last: int
    epoch: str
    schema: str
    deps: Mapping[str, int]
    prev: str
    part: int
    more: bool
    open_count: int  # operations that have a part in the open body
    open_root: str  # hex; "" when the body is empty
    sealed_root: str
    id: str  # hex; of the header's bytes, and so of the segment in whatever form of redaction


class _Pieces(NamedTuple):
    head: bytes
    signature: bytes
    emptied: tuple[int, int]  # operations emptied in the open and in the sealed body
    bodies: tuple[bytes, bytes]


def open_key_of(office_key: bytes) -> bytes:
    """The key of what the province may read; it gives no way back to the office's key."""
    return _derived(office_key, b"open", 32)


def seal_segment(
    operations: Sequence[Operation],
    opened: Sequence[Collection[str]],
    facts: SegmentFacts,
    keys: BodyKeys,
    signing_key: SigningKey,
    level: int = 6,
) -> bytes:
    """Operations of `facts.device` that follow each other, as the bytes that travel and never change.

    `opened` names, for each operation, the fields that the province may read: none, some, or `WHOLE`. An operation
    without any does not appear in the open body, not even by its record's id; one that is wholly open appears there
    only. `level` is zstd's: 19 for slow lines.
    """
    first, last = _range(operations, facts.device)
    parts = _Divided(facts.device)
    for operation, names in zip(operations, opened, strict=True):
        parts.take(operation, names)
    opened_body, sealed_body = parts.open.finished(), parts.sealed.finished()
    if sealed_body.size and keys.office_key is None:
        raise ValueError("who holds the open key only seals whole open operations")
    head = _head_bytes(facts, first, last, opened_body, sealed_body)
    return _joined(
        head,
        signing_key.sign(head).signature,
        (0, 0),
        (
            _encrypted(opened_body.plain, keys.open_key, head, 0, level),
            _encrypted(sealed_body.plain, keys.office_key, head, 0, level),
        ),
    )


def read_header(segment: bytes) -> Header:
    """What a segment says of itself; believe it after `verify` only."""
    return _header(_pieces(segment).head)


def segment_id(segment: bytes) -> str:
    return read_header(segment).id


def emptied_count(segment: bytes) -> int:
    """How many operations were emptied, as written outside; who holds a body's key finds a wrong number out.

    Of two forms of one segment the one with more is kept, after it was read with the keys one has.
    """
    return sum(_pieces(segment).emptied)


def verify(segment: bytes, verify_key: bytes) -> Header:
    """The header of a segment that this device signed; SegmentError "bad_signature" otherwise."""
    pieces = _pieces(segment)
    try:
        VerifyKey(verify_key).verify(pieces.head, pieces.signature)
    except (BadSignatureError, CryptoError, ValueError) as error:
        raise SegmentError("bad_signature") from error
    return _header(pieces.head)


def read_open(segment: bytes, open_key: bytes) -> list[Operation | Emptied]:
    """What the province may read: of each operation the open fields with their bases."""
    pieces = _pieces(segment)
    header = _header(pieces.head)
    return list(_parts(pieces, header, 0, open_key).values())


def read_all(segment: bytes, office_key: bytes) -> list[Operation | Emptied]:
    """All operations as they were sealed, in order, one for each number from first to last.

    An operation of which only one part was emptied comes with what the other part tells.
    """
    pieces = _pieces(segment)
    header = _header(pieces.head)
    opened = _parts(pieces, header, 0, open_key_of(office_key))
    told = _parts(pieces, header, 1, office_key)
    if opened:
        for seq, part in opened.items():
            told[seq] = _together(told[seq], part) if seq in told else part
    if len(told) != header.last - header.first + 1:
        raise SegmentError("tampered", "operations are missing")
    return list(told.values()) if not opened else [told[seq] for seq in sorted(told)]


def redact(segment: bytes, keys: BodyKeys, seqs: Collection[int], level: int = 6) -> bytes:
    """The same segment without the content of these operations: their digests stay, and the signature holds.

    Only bodies whose key is given are emptied; numbers that the segment does not have are passed over.
    """
    pieces = _pieces(segment)
    _header(pieces.head)
    emptied, bodies = list(pieces.emptied), list(pieces.bodies)
    for which, key in enumerate((keys.open_key, keys.office_key)):
        if key is None or not bodies[which]:
            continue
        try:
            plain, now = body.emptied(_plain(pieces, which, key), seqs)
        except body.MalformedError as error:
            raise SegmentError("tampered", str(error)) from error
        if now != emptied[which]:
            bodies[which], emptied[which] = _encrypted(plain, key, pieces.head, now, level), now
    return _joined(pieces.head, pieces.signature, (emptied[0], emptied[1]), (bodies[0], bodies[1]))


class _Divided:
    """Both bodies while they are written."""

    def __init__(self, device: str) -> None:
        self.open, self.sealed = body.Writer(device), body.Writer(device)

    def take(self, operation: Operation, names: Collection[str]) -> None:
        fields, base = operation.fields, operation.base
        if names and "*" in names:
            self.open.add(operation, fields, base)
        elif not names or fields.keys().isdisjoint(names):
            self.sealed.add(operation, fields, base)
        elif ALSO_SEALED in names:
            self.sealed.add(operation, fields, base)
            self._open_part(operation, names)
        elif all(name in names for name in fields):
            self.open.add(operation, fields, base)
        else:
            hidden = {name: value for name, value in fields.items() if name not in names}
            kept = hidden.keys() | (set() if "deleted_at" in names else {"*"})
            self.sealed.add(operation, hidden, {name: dots for name, dots in base.items() if name in kept})
            self._open_part(operation, names)

    def _open_part(self, operation: Operation, names: Collection[str]) -> None:
        shown = {name: value for name, value in operation.fields.items() if name in names}
        kept = shown.keys() | ({"*"} if "deleted_at" in shown else set())
        self.open.add(operation, shown, {name: dots for name, dots in operation.base.items() if name in kept})


def _together(sealed: Operation | Emptied, opened: Operation | Emptied) -> Operation | Emptied:
    if isinstance(sealed, Emptied):
        return opened
    if isinstance(opened, Emptied):
        return sealed
    return sealed._replace(fields={**sealed.fields, **opened.fields}, base={**sealed.base, **opened.base})


def _range(operations: Sequence[Operation], device: str) -> tuple[int, int]:
    if not operations:
        raise ValueError("a segment of nothing")
    first = operations[0].dot.seq
    for seq, operation in enumerate(operations, first):
        if operation.dot != (device, seq):
            raise ValueError(f"operation {operation.dot} stands where {device} {seq} belongs")
    return first, first + len(operations) - 1


def _head_bytes(facts: SegmentFacts, first: int, last: int, opened: body.Body, sealed: body.Body) -> bytes:
    told: dict[str, Any] = {
        "version": VERSION,
        "office": facts.office,
        "device": facts.device,
        "first": first,
        "last": last,
        "epoch": facts.epoch,
        "schema": facts.schema,
        "deps": dict(facts.deps),
        "prev": facts.prev,
        "open_count": opened.size,
        "open_root": opened.root,
        "sealed_root": sealed.root,
    }
    if facts.part:
        told |= {"part": facts.part, "more": facts.more}
    head = canonical(told)
    if b"\\" in head:
        raise ValueError("an id that needs escapes")
    return head


def _header(head: bytes) -> Header:
    if b"\\" in head:
        raise SegmentError("tampered", "header")  # ids need no escapes, and half a character pair would hide in one
    try:
        told = json.loads(head)
        if told["version"] > VERSION:  # of what follows nothing is known
            raise SegmentError("newer_format", f"version {told['version']}")
        needed = {name: told[name] for name in Header._fields if name not in {"part", "more", "id"}}
        part, more = told.get("part", 0), told.get("more") is True
        needed["deps"] = dict(needed["deps"])
        header = Header(**needed, part=part, more=more, id=blake2b(head, digest_size=32).hexdigest())
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise SegmentError("tampered", "header") from error
    if not _sound(header):
        raise SegmentError("tampered", "header")
    return header


def _sound(header: Header) -> bool:
    counts = (header.version, header.first, header.last, header.part, header.open_count)
    names = (header.office, header.device, header.epoch, header.schema, header.prev)
    return (
        all(type(count) is int and 0 <= count < body.MOST_NUMBER for count in counts)
        and all(type(name) is str for name in (*names, header.open_root, header.sealed_root))
        and 1 <= header.first <= header.last
        and header.last - header.first < body.MOST_OPERATIONS
        and all(type(seq) is int and 0 <= seq < body.MOST_NUMBER for seq in header.deps.values())
    )


def _parts(pieces: _Pieces, header: Header, which: int, key: bytes) -> dict[int, Operation | Emptied]:
    """The parts of operations that a body holds, by number; checked against the signed root."""
    root = (header.open_root, header.sealed_root)[which]
    if not root:
        if pieces.bodies[which] or pieces.emptied[which]:
            raise SegmentError("tampered", "a body that the header does not know")
        return {}
    try:
        told = body.read(_plain(pieces, which, key), header, root)
    except body.MalformedError as error:
        raise SegmentError("tampered", str(error)) from error
    if which == 0 and len(told) != header.open_count:
        raise SegmentError("tampered", "number of open operations")
    return told


def _derived(key: bytes, person: bytes, size: int) -> bytes:
    return blake2b(key=key, person=person, digest_size=size).digest()


def _encrypted(plain: bytes, key: bytes | None, head: bytes, emptied: int, level: int) -> bytes:
    """Tag of the key, nonce and ciphertext; nothing for an empty body. The header is bound to it, and the count."""
    if not plain or key is None:
        return b""
    packed = body.compressed(plain, level)
    return _derived(key, b"tag", _TAG) + Aead(key).encrypt(packed, head + _LENGTH.pack(emptied))


def _plain(pieces: _Pieces, which: int, key: bytes) -> bytes:
    sealed = pieces.bodies[which]
    if sealed[:_TAG] != _derived(key, b"tag", _TAG):
        raise SegmentError("wrong_key" if sealed else "tampered")
    try:
        packed = Aead(key).decrypt(sealed[_TAG:], pieces.head + _LENGTH.pack(pieces.emptied[which]))
    except (CryptoError, ValueError) as error:
        raise SegmentError("tampered", "body") from error
    return body.decompressed(packed)


def _joined(head: bytes, signature: bytes, emptied: tuple[int, int], bodies: tuple[bytes, bytes]) -> bytes:
    pieces = [MAGIC, _LENGTH.pack(len(head)), head, signature]
    for count, sealed in zip(emptied, bodies, strict=True):
        pieces += [_LENGTH.pack(count), _LENGTH.pack(len(sealed)), sealed]
    return b"".join(pieces)


def _pieces(segment: bytes) -> _Pieces:
    cursor = _Cursor(segment)
    if cursor.take(len(MAGIC)) != MAGIC:
        raise SegmentError("tampered", "no segment")
    head = cursor.take(cursor.number(MOST_HEADER))
    signature = cursor.take(_SIGNATURE)
    emptied, bodies = [], []
    for _ in range(2):
        emptied.append(cursor.number(body.MOST_OPERATIONS))
        bodies.append(cursor.take(cursor.number(MOST_BODY)))
    if cursor.at != len(segment):
        raise SegmentError("tampered", "more than a segment")
    return _Pieces(head, signature, (emptied[0], emptied[1]), (bodies[0], bodies[1]))


class _Cursor:
    """Reads pieces one after the other and says when there are no more."""

    def __init__(self, bytes_: bytes) -> None:
        self._bytes = bytes_
        self.at = 0

    def take(self, size: int) -> bytes:
        piece = self._bytes[self.at : self.at + size]
        if len(piece) < size:
            raise SegmentError("truncated")
        self.at += size
        return piece

    def number(self, most: int) -> int:
        number: int = _LENGTH.unpack(self.take(_LENGTH.size))[0]
        if number > most:
            raise SegmentError("tampered", "longer than any segment")
        return number
