"""What a workbook would become when unpacked, found out before anything unpacks it into memory.

Reading a workbook needs room for every cell of its used area, so a small file can claim all memory there is: by
what it inflates to, or by one cell far away. Both are counted here while the parts stream by and are forgotten.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop.domain.problems import RefusedError
from desktop.services.spreadsheets.book import MOST_COLUMNS, MOST_ROWS, Position, Watch
from desktop.services.spreadsheets.cells import UNCALCULATED

MOST_BYTES = 600_000_000  # unpacked, all parts together
MOST_RATIO = 400  # times its packed size; a sheet that repeats itself reaches about a hundred
_RATIO_FROM = 20_000_000
_PIECE = 1 << 18
_LOCAL = struct.Struct("<4s5H3L2H")
_MOST_CELLS = 16_000_000
_FAR = re.compile(rb" r=[\"'](?:([A-Za-z]{2,3})\d|(\d{6,}))")  # a cell beyond column Z, a row beyond the 99,999th
_OTHER_GAP = re.compile(rb"\sr=")
_NO_RESULT = re.compile(
    rb'<c [^>]*?r="([A-Z]{1,3})(\d+)"[^>]*>\s*<f(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)


_ERROR = re.compile(
    rb'<c [^>]*?r="([A-Z]{1,3})(\d+)"[^>]*? t="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?\s*<v>([^<]*)</v>'
)


class ZipGuard:
    """Streams through a workbook once; afterwards `failed` tells, by sheet part, cells whose formula has no result."""

    def __init__(self, path: Path, watch: Watch) -> None:
        self.failed: dict[str, dict[Position, str]] = {}
        with path.open("rb") as file:
            entries = _entries(file, path)
            self._refuse_claims(entries, path.stat().st_size)
            for entry in entries:
                self._stream(file, entry, watch)

    def _refuse_claims(self, entries: list[zipfile.ZipInfo], size: int) -> None:
        if sum(entry.file_size for entry in entries) > MOST_BYTES or len(entries) > 5000:
            raise _bomb()
        if sum(entry.compress_size for entry in entries) > size:  # parts that overlap, each unpacking the others
            raise _bomb()
        for entry in entries:
            if entry.file_size > _RATIO_FROM and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
                raise _bomb()
            if entry.flag_bits & 1:
                raise RefusedError.of("file", "encrypted_file")
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise RefusedError.of("file", "damaged_spreadsheet")

    def _stream(self, file: BinaryIO, entry: zipfile.ZipInfo, watch: Watch) -> None:
        is_sheet = entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml")
        failed: dict[Position, str] = {}
        found = 0
        width, height = 1, 1
        rest = b""
        for piece in _unpacked(file, entry):
            watch.check()
            found += len(piece)
            if found > entry.file_size:  # the part is larger than it says
                raise _bomb()
            if not is_sheet:
                continue
            seen = rest + piece
            spaced = _OTHER_GAP.sub(b" r=", seen) if b"\nr=" in seen or b"\tr=" in seen else seen
            for letters, row in set(_FAR.findall(spaced)):
                width, height = max(width, _column(letters.upper())), max(height, int(row or 0))
            if b"<f" in seen:
                failed.update((_place(*at), UNCALCULATED) for at in _NO_RESULT.findall(seen))
            if b't="e"' in seen:
                failed.update((_place(*at), text.decode("utf-8", "replace")) for *at, text in _ERROR.findall(seen))
            cut = seen.rfind(b"<c ")
            rest = seen[cut:] if cut >= 0 and len(seen) - cut < _PIECE else b""
        if found != entry.file_size:
            raise RefusedError.of("file", "damaged_spreadsheet")
        if is_sheet:
            refuse_size(height, width)
            self.failed[entry.filename] = failed


def refuse_size(height: int, width: int) -> None:
    """Refuse a sheet that is higher or wider than an import takes. Title rows above the people are forgiven."""
    if height > MOST_ROWS + 100:
        raise RefusedError.of("file", "too_many_rows", limit="۲۰۰٬۰۰۰")
    if width > MOST_COLUMNS or height * width > _MOST_CELLS:
        raise RefusedError.of("file", "too_many_columns", limit="۲۰۰")


def _entries(file: BinaryIO, path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise RefusedError.of("file", "damaged_spreadsheet", name=path.name) from error


def _unpacked(file: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of one part in pieces. Python's own reader would stop at the size that the part claims."""
    file.seek(entry.header_offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size:
        raise RefusedError.of("file", "damaged_spreadsheet")
    *_, name_length, extra_length = _LOCAL.unpack(head)
    file.seek(name_length + extra_length, 1)
    left = entry.compress_size
    inflate = zlib.decompressobj(-15) if entry.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0 and (packed := file.read(min(left, _PIECE))):
        left -= len(packed)
        if inflate is None:
            yield packed
            continue
        try:
            while packed:
                yield inflate.decompress(packed, 4 * _PIECE)
                packed = inflate.unconsumed_tail
        except zlib.error as error:
            raise RefusedError.of("file", "damaged_spreadsheet") from error
    if inflate is not None:
        yield inflate.flush()


def _place(letters: bytes, row: bytes) -> Position:
    return int(row) - 1, _column(letters) - 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _bomb() -> RefusedError:
    return RefusedError.of("file", "file_swells")
