"""A body's lines of JSON: written at one go, each with a salt and a digest of its own, and emptied one by one.

    line 1   the salts: hex of the segment's 16 bytes, or, once something was emptied, a list of one salt a line
    line 2…  values, or, of one that was emptied, the hex digest

A digest is BLAKE2b-256 over salt and line; the root, which is signed, is BLAKE2b-256 over all digests. Salts keep a
digest from telling what was emptied to somebody who tries all national ids: with an emptied line its salt goes too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from hashlib import blake2b
from secrets import token_bytes, token_hex
from typing import Any, NamedTuple

import zstandard

from desktop.sync.bundle.canonical import MOST_DEPTH, refuse_deep

MOST_PLAIN = 1 << 26  # bytes of a body before compression

_LEVEL = 6  # of zstd, whatever the road: what is sealed is signed (ADR 17)
_SALT = 16
_DIGEST = 32


class MalformedError(Exception):
    """A body that does not say what its header promises."""


class Body(NamedTuple):
    """A body as it is written: its lines, and the root to be signed (hex; "" without any)."""

    plain: bytes
    root: str


NOTHING = Body(b"", "")


def written(rows: list[Any]) -> Body:
    """These values as a body; ValueError for what no reader would take."""
    lines = _lines(rows)
    _refuse_deep(lines, rows)
    if sum(map(len, lines)) > MOST_PLAIN - len(lines) - 4 * _SALT:
        raise ValueError("more than fits into one body")
    salt = token_bytes(_SALT)
    root = _root(_digests(lines, _salts(salt, len(lines))))
    return Body(b"\n".join([json.dumps(salt.hex()).encode(), *lines]), root)


def read(plain: bytes, root: str) -> list[Any]:
    """The values whose digests make up `root`; a text stands for one that was emptied."""
    salts, lines = _split(plain)
    rows = _parsed(lines)
    if _root(_digests_of(lines, rows, salts)) != root:
        raise MalformedError("digests")
    return rows


def first(plain: bytes) -> Any:
    """The first value alone. MalformedError where there is none."""
    found = _parsed(plain.split(b"\n", 2)[1:2])
    if not found:
        raise MalformedError("lines")
    return found[0]


def emptied(plain: bytes, chosen: Callable[[list[Any]], Collection[int]]) -> tuple[bytes, int]:
    """The body without the content of the lines that are chosen among its values, and how many are empty now."""
    salts, lines = _split(plain)
    rows = _parsed(lines)
    digests = _digests_of(lines, rows, salts)
    kept: list[str | None] = [salt.hex() for salt in salts]
    for at in {*chosen(rows), *(at for at, row in enumerate(rows) if type(row) is str)}:
        lines[at], kept[at] = json.dumps(digests[at].hex()).encode(), None
    return b"\n".join([json.dumps(kept, separators=(",", ":")).encode(), *lines]), kept.count(None)


def compressed(plain: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_LEVEL).compress(plain)


def decompressed(packed: bytes) -> bytes:
    try:
        if not 0 <= zstandard.frame_content_size(packed) <= MOST_PLAIN:
            raise MalformedError("size")
        return zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise MalformedError("compression") from error


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
