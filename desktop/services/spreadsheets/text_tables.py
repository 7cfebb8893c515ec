"""Tables that are text: comma-separated files of any alphabet, and web pages that call themselves Excel files."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path

from desktop.domain.persian.digits import to_persian
from desktop.domain.problems import RefusedError
from desktop.services.spreadsheets.book import MOST_COLUMNS, MOST_ROWS, Book, Sheet, Watch
from desktop.services.spreadsheets.cells import LONGEST, Cell
from desktop.services.spreadsheets.zip_guard import refuse_size

_MOST_BYTES = 300_000_000
_PIECE = 1 << 20
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f].*[\x00-\x08\x0e-\x1a\x1c-\x1f]", re.DOTALL)
_DELIMITERS = ",;\t|"
_LOOKED_AT = 50  # lines by which the delimiter is found
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding_of(path: Path, watch: Watch) -> str:
    """The alphabet of a text file: by its mark, else UTF-8 when it is that, else Windows' Arabic page."""
    with path.open("rb") as file:
        start = file.read(4096)
        for mark, name in _BOMS:
            if start.startswith(mark):
                return name
        if start.count(0) > len(start) // 5:
            name = "utf-16-le" if start[1::2].count(0) > start[0::2].count(0) else "utf-16-be"
            if _BINARY.search(start[: len(start) // 2 * 2].decode(name, "replace")):
                raise RefusedError.of("file", "not_a_spreadsheet")
            return name
        if _BINARY.search(start.decode("latin-1")):
            raise RefusedError.of("file", "not_a_spreadsheet")
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(start)
            while piece := file.read(_PIECE):
                watch.check()
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1256"
    return "utf-8"


def open_csv(path: Path, watch: Watch) -> Book:
    """One sheet of the file's lines."""
    if path.stat().st_size > _MOST_BYTES:
        raise RefusedError.of("file", "file_swells")
    encoding = encoding_of(path, watch)
    csv.field_size_limit(LONGEST)
    delimiter, skipped = _delimiter(path, encoding)

    def read() -> Iterator[Sequence[Cell]]:
        with path.open(encoding=encoding, newline="", errors="replace") as file:
            lines = csv.reader((line.replace("\0", "") for line in file), delimiter=delimiter)
            try:
                for count, row in enumerate(islice(lines, skipped, None)):
                    if count > MOST_ROWS + 100:
                        refuse_size(count, 1)
                    if len(row) > MOST_COLUMNS:
                        refuse_size(1, len(row))
                    yield row
            except csv.Error as error:
                raise RefusedError.of("file", "damaged_text", line=to_persian(str(lines.line_num))) from error

    return Book((path.stem,), lambda name, _watch: Sheet(name, read, 1 + skipped))


def _delimiter(path: Path, encoding: str) -> tuple[str, int]:
    """The sign between the cells, and whether Excel's own first line «sep=;» is to be passed over."""
    with path.open(encoding=encoding, newline="", errors="replace") as file:
        first = list(islice((line.replace("\0", "") for line in file), _LOOKED_AT))
    if first and first[0].lower().startswith("sep=") and len(first[0].strip()) == 5:
        return first[0][4], 1
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(first, delimiter=delimiter) if row)
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(0, 0))
        score = (width > 1) * (count / max(1, sum(widths.values())) + width / 1000)
        if score > most:
            best, most = delimiter, score
    return best, 0


def open_html(path: Path, watch: Watch) -> Book:
    """The largest table of a web page; offices' systems hand such pages out as «.xls»."""
    if path.stat().st_size > _MOST_BYTES // 6:
        raise RefusedError.of("file", "file_swells")
    page = _Tables()
    with path.open(encoding=_html_encoding(path, watch), errors="replace") as file:
        while piece := file.read(_PIECE):
            watch.check()
            page.feed(piece)
    page.close()
    rows = max(page.tables, key=len, default=[])
    if not rows:
        raise RefusedError.of("file", "not_a_spreadsheet")
    refuse_size(len(rows), max(map(len, rows)))
    return Book((path.stem,), lambda name, _watch: Sheet(name, lambda: iter(rows), 1, len(rows)))


def _html_encoding(path: Path, watch: Watch) -> str:
    with path.open("rb") as file:
        head = file.read(2048).lower()
    return "cp1256" if b"windows-1256" in head else encoding_of(path, watch)


class _Tables(HTMLParser):
    """Rows of all tables that are not inside another cell's table."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[Cell]]] = []
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self._end_cell()
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self._end_cell()
            span = dict(attrs).get("colspan") or "1"
            self._cell, self._span = [], int(span) if span.isdigit() else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is not None and self.tables and self.tables[-1]:
            self.tables[-1][-1] += ["".join(self._cell).strip()] + [None] * (min(self._span, MOST_COLUMNS) - 1)
        self._cell = None
