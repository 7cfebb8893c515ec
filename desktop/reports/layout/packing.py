"""Writes the objects of a document as a small file: many in one compressed stream, and a compressed table of places."""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from itertools import repeat
from typing import Final

_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FILTERED_ROW: Final = struct.Struct(">BBIH")
_PER_STREAM: Final = 200
_ROW: Final = 7  # bytes of kind (1), place (4) and index (2) in the table of places


class Packer:
    """Takes bodies of objects by their numbers and gives the file; its own streams are numbered from `first_free`."""

    def __init__(self, first_free: int) -> None:
        self._parts = [_HEAD]
        self._length = len(_HEAD)
        self._free = first_free
        self._waiting: list[tuple[int, bytes]] = []
        self._kinds = bytearray(first_free)
        self._places = array("L", bytes(8 * first_free))
        self._indices = array("H", bytes(2 * first_free))
        self._indices[0] = 0xFFFF

    def add(self, number: int, body: bytes) -> None:
        """An object; one with a stream stands by itself."""
        if body.endswith(b"endstream\n"):
            self._write(number, body)
            return
        self._waiting.append((number, body))
        if len(self._waiting) == _PER_STREAM:
            self._write_waiting()

    def file(self, root: int, info: int) -> bytes:
        """The finished file."""
        if self._waiting:
            self._write_waiting()
        digest = hashlib.sha256()
        for part in self._parts:
            digest.update(part)
        name = digest.hexdigest()[:32].upper()
        number, start = self._next(), self._length
        self._put(number, 1, start, 0)
        table = self._table()
        about = (
            f"/Type/XRef/Size {len(self._kinds)}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{name}><{name}>]"
            f"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {_ROW}>>"
        )
        self._write(number, stream(about, table))
        self._raw(f"startxref\n{start}\n%%EOF\n".encode())
        return b"".join(self._parts)

    def _next(self) -> int:
        self._free += 1
        return self._free - 1

    def _raw(self, data: bytes) -> None:
        self._parts.append(data)
        self._length += len(data)

    def _put(self, number: int, kind: int, place: int, index: int) -> None:
        if number == len(self._kinds):
            self._kinds.append(0)
            self._places.append(0)
            self._indices.append(0)
        self._kinds[number], self._places[number], self._indices[number] = kind, place, index

    def _write(self, number: int, body: bytes) -> None:
        self._put(number, 1, self._length, 0)
        self._raw(b"%d 0 obj\n%bendobj\n" % (number, body))

    def _write_waiting(self) -> None:
        number, index, at = self._next(), [], 0
        self._put(number, 0, 0, 0)
        for place, (own, body) in enumerate(self._waiting):
            index.append(f"{own} {at}")
            at += len(body) + 1
            self._put(own, 2, number, place)
        head = " ".join(index).encode() + b"\n"
        content = zlib.compress(head + b"\n".join(body for _, body in self._waiting), 9)
        about = f"/Type/ObjStm/N {len(self._waiting)}/First {len(head)}/Filter/FlateDecode"
        self._write(number, stream(about, content))
        self._waiting = []

    def _table(self) -> bytes:
        """Each row as its difference from the row above (filter 2), which compresses to almost nothing.

        Bytes of all rows are subtracted at once, as two long numbers whose bytes do not borrow from each other.
        """
        rows = b"".join(map(_FILTERED_ROW.pack, repeat(2), self._kinds, self._places, self._indices))
        above = int.from_bytes(bytes(_FILTERED_ROW.size) + rows[: -_FILTERED_ROW.size], "big")
        above &= int.from_bytes((b"\0" + b"\xff" * _ROW) * len(self._kinds), "big")
        high = int.from_bytes(b"\x80" * len(rows), "big")
        low = int.from_bytes(b"\x7f" * len(rows), "big")
        now = int.from_bytes(rows, "big")
        change = ((now | high) - (above & low)) ^ ((now ^ above ^ high) & high)
        return zlib.compress(change.to_bytes(len(rows), "big"), 9)


def stream(about: str, content: bytes) -> bytes:
    """The body of an object with a stream; `about` is what its dictionary says beside its length."""
    return f"<<{about}/Length {len(content)}>>".encode() + b"\nstream\n" + content + b"\nendstream\n"
