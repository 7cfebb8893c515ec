"""Segments: what one laptop wrote, sealed once and for all, readable by those who hold the keys.

A segment carries operations of one device that follow each other. Its header is in the clear and signed; what the
province may read lies in the *open* body, all else in the *sealed* one, each encrypted under its own key. The
signature holds the digests of the operations rather than their content: what somebody asked to be forgotten can be
emptied, and everybody still sees that nothing else was changed. Byte layout: docs/sync-format.md.

The open body tells neither who wrote something nor what was written between two open operations: it counts them from
the segment's first number, and the province knows each by that number alone. Laptops read in the sealed body what the
true ones are, also of a segment that is wholly open.
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
from desktop.sync.bundle.dividing import Divided, Known, wholly_open
from desktop.sync.bundle.errors import SegmentError
from desktop.sync.bundle.lines import NOTHING, Body, MalformedError, compressed, decompressed
from desktop.sync.merge import Dot, Operation

VERSION = 2
MAGIC = b"TSEG"
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
    known: Known = Dot._make,
) -> bytes:
    """Operations of `facts.device` that follow each other, as the bytes that travel and never change.

    `opened` names, for each operation, the fields that the province may read: none, some, or `WHOLE`. An operation
    without any does not appear in the open body, not even by its record's id.
    """
    first, last = _range(operations, facts.device)
    if keys.office_key is None:
        opened_body, sealed_body = wholly_open(operations, opened, facts.device), NOTHING
    else:
        parts = Divided(facts.device, first, known)
        for operation, names in zip(operations, opened, strict=True):
            parts.take(operation, names)
        opened_body, sealed_body = parts.open.finished(), parts.sealed.finished()
    head = _head_bytes(facts, first, last, opened_body, sealed_body)
    return _joined(
        head,
        signing_key.sign(head).signature,
        (0, 0),
        (
            _encrypted(opened_body.plain, keys.open_key, head, 0),
            _encrypted(sealed_body.plain, keys.office_key, head, 0),
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
    """What the province may read: of each operation the open fields with their bases, under the number it knows."""
    pieces = _pieces(segment)
    header = _header(pieces.head)
    return list(_parts(pieces, header, 0, open_key).values())


def read_all(segment: bytes, office_key: bytes) -> list[Operation | Emptied]:
    """All operations as they were sealed, in order, one for each number from first to last.

    An operation of which only the open part was emptied comes with what the other part tells. What the province wrote
    names operations as it knows them (`opened_numbers`).
    """
    pieces = _pieces(segment)
    header = _header(pieces.head)
    opened = _parts(pieces, header, 0, open_key_of(office_key))
    if header.version == 1 or not header.sealed_root:
        told = _parts(pieces, header, 1, office_key)
        for seq, part in opened.items():
            told[seq] = _together(told[seq], part) if seq in told else part
        if len(told) != header.last - header.first + 1:
            raise SegmentError("tampered", "operations are missing")
        return [told[seq] for seq in sorted(told)]
    try:
        return body.read_joined(_plain(pieces, 1, office_key), list(opened.values()), header, header.sealed_root)
    except MalformedError as error:
        raise SegmentError("tampered", str(error)) from error


def read_opened(segment: bytes, office_key: bytes) -> list[tuple[Operation, frozenset[str]]]:
    """What is left of the operations of a segment, and which fields of each lie open."""
    shown, known = read_open(segment, open_key_of(office_key)), opened_numbers(segment, office_key)
    numbers = [one.dot.seq for one in shown] if known is None else known
    names = {seq: frozenset(one.fields) for seq, one in zip(numbers, shown, strict=True) if isinstance(one, Operation)}
    told = [one for one in read_all(segment, office_key) if isinstance(one, Operation)]
    return [(one, names.get(one.dot.seq, frozenset())) for one in told]


def opened_numbers(segment: bytes, office_key: bytes) -> list[int] | None:
    """The true numbers of the operations that the province knows, in its order; None where it knows the true ones."""
    pieces = _pieces(segment)
    header = _header(pieces.head)
    if header.version == 1 or not header.sealed_root:
        return None
    try:
        return body.opened_numbers(_plain(pieces, 1, office_key))
    except MalformedError as error:
        raise SegmentError("tampered", str(error)) from error


def is_of_province(header: Header) -> bool:
    """Whether a segment names operations as the province knows them: nothing in it is for the office alone."""
    return not header.sealed_root


def redact(segment: bytes, keys: BodyKeys, seqs: Collection[int]) -> bytes:
    """The same segment without the content of these operations: their digests stay, and the signature holds.

    Only bodies whose key is given are emptied; numbers that the segment does not have are passed over. Who has the open
    key only names operations as the province knows them.
    """
    pieces = _pieces(segment)
    header = _header(pieces.head)
    emptied, bodies = list(pieces.emptied), list(pieces.bodies)
    chosen = [seqs, seqs]
    shown = opened_numbers(segment, keys.office_key) if keys.office_key is not None else None
    if shown is not None:
        chosen[0] = {header.first + place for place, seq in enumerate(shown) if seq in seqs}
    for which, key in enumerate((keys.open_key, keys.office_key)):
        if key is None or not bodies[which]:
            continue
        try:
            plain, now = body.emptied(_plain(pieces, which, key), chosen[which], header.first)
        except MalformedError as error:
            raise SegmentError("tampered", str(error)) from error
        if now != emptied[which]:
            bodies[which], emptied[which] = _encrypted(plain, key, pieces.head, now), now
    return _joined(pieces.head, pieces.signature, (emptied[0], emptied[1]), (bodies[0], bodies[1]))


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


def _head_bytes(facts: SegmentFacts, first: int, last: int, opened: Body, sealed: Body) -> bytes:
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
    counts = (header.version, header.first, header.last, header.part)
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
        return body.read(_plain(pieces, which, key), header, root)
    except MalformedError as error:
        raise SegmentError("tampered", str(error)) from error


def _derived(key: bytes, person: bytes, size: int) -> bytes:
    return blake2b(key=key, person=person, digest_size=size).digest()


def _encrypted(plain: bytes, key: bytes | None, head: bytes, emptied: int) -> bytes:
    """Tag of the key, nonce and ciphertext; nothing for an empty body. The header is bound to it, and the count."""
    if not plain or key is None:
        return b""
    packed = compressed(plain)
    return _derived(key, b"tag", _TAG) + Aead(key).encrypt(packed, head + _LENGTH.pack(emptied))


def _plain(pieces: _Pieces, which: int, key: bytes) -> bytes:
    sealed = pieces.bodies[which]
    if sealed[:_TAG] != _derived(key, b"tag", _TAG):
        raise SegmentError("wrong_key" if sealed else "tampered")
    try:
        packed = Aead(key).decrypt(sealed[_TAG:], pieces.head + _LENGTH.pack(pieces.emptied[which]))
    except (CryptoError, ValueError) as error:
        raise SegmentError("tampered", "body") from error
    return decompressed(packed)


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
