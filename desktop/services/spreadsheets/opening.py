"""Opening whatever was chosen: by what the file is, not by what its name says."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.spreadsheets.book import Book, Sheet, Watch
from desktop.services.spreadsheets.cells import Cell
from desktop.services.spreadsheets.text_tables import open_csv, open_html
from desktop.services.spreadsheets.zip_guard import ZipGuard, refuse_size

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

T = TypeVar("T")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"SQLite format 3",
    b"MZ",
    b"PK\x05\x06",
)
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_PART = "Workbook".encode("utf-16-le")
_ENCRYPTED_ODS, _MANIFEST = b"encryption-data", 1_000_000
_MOST_OLE = 150_000_000
_POLL = 0.05  # seconds in which a wish to stop is noticed while the reader is at work


def open_book(path: Path, watch: Watch) -> Book:
    """The sheets of a file; a sentence for everything that is none."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    if not head.strip():
        raise RefusedError.of("file", "empty_file")
    try:
        return _opened(path, head, watch)
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error


def _opened(path: Path, head: bytes, watch: Watch) -> Book:
    if head.startswith(_ZIP):
        return _open_zip(path, watch)
    if head.startswith(_OLE):
        return _open_ole(path, watch)
    if head.startswith(_OTHERS):
        raise RefusedError.of("file", "not_a_spreadsheet")
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if text.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in text:
        raise RefusedError.of("file", "xml_spreadsheet")
    if re.match(rb"<(!doctype|html|head|meta|body|table|div|style|\?xml)", text):
        return open_html(path, watch)
    return open_csv(path, watch)


def _open_zip(path: Path, watch: Watch) -> Book:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            manifest = _beginning(archive, "META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
        raise RefusedError.of("file", "damaged_spreadsheet") from error
    if not names & {"xl/workbook.xml", "xl/workbook.bin"} and "content.xml" not in names:
        raise RefusedError.of("file", "not_a_spreadsheet")
    if _ENCRYPTED_ODS in manifest:
        raise RefusedError.of("file", "encrypted_file")
    guard = ZipGuard(path, watch)
    return _with_calamine(path, watch, guard)


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_MANIFEST)


def _open_ole(path: Path, watch: Watch) -> Book:
    if path.stat().st_size > _MOST_OLE:
        raise RefusedError.of("file", "file_swells")
    content = path.read_bytes()
    if _ENCRYPTED_PART in content:
        raise RefusedError.of("file", "encrypted_file")
    if _WORKBOOK_PART not in content and "Book".encode("utf-16-le") not in content:
        raise RefusedError.of("file", "not_a_spreadsheet")
    return _with_calamine(path, watch, None)


def _with_calamine(path: Path, watch: Watch, guard: ZipGuard | None) -> Book:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    def read() -> CalamineWorkbook:
        with path.open("rb") as file:  # by its content: of a path the reader believes the ending of the name
            return CalamineWorkbook.from_filelike(file)

    book = patiently(lambda: _understood(read), watch)
    pages = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    shown = [sheet.name for sheet in pages if sheet.visible == SheetVisibleEnum.Visible]
    names = tuple(shown or [sheet.name for sheet in pages])
    if not names:
        raise RefusedError.of("file", "no_sheet")
    text = _workbook_part(path) if guard is not None else ""
    parts = _parts_by_name(path, text) if text else {}

    def sheet(name: str, watching: Watch) -> Sheet:
        found = patiently(lambda: _understood(lambda: book.get_sheet_by_name(name)), watching)
        kept = [found]
        failed = guard.failed.get(parts.get(name, ""), {}) if guard is not None else {}
        top = found.start[0] if found.start else 0
        height = found.height
        refuse_size(height, found.width)
        merged = [area for area in found.merged_cell_ranges or () if area[1][0] >= top]
        since_1904 = _SINCE_1904.search(text) is not None
        return Sheet(name, lambda: _rows(kept[0]), 1, top + height, merged, failed, since_1904, kept.clear)

    return Book(names, sheet, book.close)


def _rows(sheet: CalamineSheet) -> Iterator[Sequence[Cell]]:
    """All rows from the first of the sheet, each from its first column: places are those of merged cells."""
    top, left = sheet.start or (0, 0)
    yield from ([] for _ in range(top))
    if left == 0:
        yield from sheet.iter_rows()
        return
    margin: list[Any] = [""] * left
    for row in sheet.iter_rows():
        yield margin + row


def _understood(read: Callable[[], T]) -> T:
    """Calamine's complaints in our words; a panic of the reader about a twisted file is one of them."""
    from python_calamine import CalamineError, PasswordError

    try:
        return read()
    except PasswordError as error:
        raise RefusedError.of("file", "encrypted_file") from error
    except CalamineError as error:
        code = "encrypted_file" if "password" in str(error).lower() else "damaged_spreadsheet"
        raise RefusedError.of("file", code) from error
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise RefusedError.of("file", "damaged_spreadsheet") from error
        raise


_SINCE_1904 = re.compile(r"""<(?:\w+:)?workbookPr\b[^>]*\bdate1904=["'](?:1|true)["']""")


def _workbook_part(path: Path) -> str:
    """What a workbook of Excel says of its sheets; "" for any other file."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read("xl/workbook.xml").decode("utf-8", "replace")
    except (KeyError, zipfile.BadZipFile, OSError):
        return ""


def _parts_by_name(path: Path, book: str) -> dict[str, str]:
    """Sheet name → the part of the archive that holds it, for workbooks of Excel."""
    try:
        with zipfile.ZipFile(path) as archive:
            links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except (KeyError, zipfile.BadZipFile, OSError):
        return {}
    targets = {}
    for tag in re.findall(r"<Relationship [^>]*>", links):
        rid, target = re.search(r'\bId="([^"]*)"', tag), re.search(r'\bTarget="([^"]*)"', tag)
        if rid and target:
            targets[rid[1]] = "xl/" + target[1].removeprefix("/xl/").removeprefix("xl/")
    found = {}
    for tag in re.findall(r"<sheet [^>]*>", book):
        name, rid = re.search(r'\bname="([^"]*)"', tag), re.search(r'\br:id="([^"]*)"', tag)
        if name and rid and rid[1] in targets:
            found[_plain_xml(name[1])] = targets[rid[1]]
    return found


def _plain_xml(text: str) -> str:
    from html import unescape

    return unescape(text)


def patiently(read: Callable[[], T], watch: Watch) -> T:
    """Runs what cannot be stopped beside us, so that a wish to stop is heard meanwhile; its result is then dropped."""
    answer: list[T] = []
    failure: list[BaseException] = []

    def work() -> None:
        try:
            answer.append(read())
        except BaseException as error:  # noqa: BLE001  handed over whole
            failure.append(error)

    thread = Thread(target=work, daemon=True, name="spreadsheet reader")
    thread.start()
    while thread.is_alive():
        thread.join(_POLL)
        watch.check()
    if failure:
        raise failure[0]
    return answer[0]
