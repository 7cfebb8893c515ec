"""Files that are not what they say, and files that would harm: each is one clear sentence, or is read after all."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.spreadsheets.book import Patience
from desktop.services.spreadsheets.importing import import_file
from desktop.services.spreadsheets.opening import open_book
from desktop.store.office_file import OfficeFile
from tests.factories import make_office
from tests.services.spreadsheets.sheets import HEADERS, row, workbook

LINES = [HEADERS, *(row(n) for n in range(3))]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    made.close()


def text(delimiter: str = ",") -> str:
    return "\r\n".join(delimiter.join(line) for line in LINES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_of_any_alphabet_and_delimiter_is_read_whatever_its_name(
    office: OfficeFile, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    written = text(delimiter)
    if encoding == "cp1256":
        written = written.replace("ی", "ي")
    path = tmp_path / "people.xlsx"
    path.write_bytes(written.encode(encoding))
    outcome = import_file(office, "person", path)
    assert (outcome.added, outcome.refused) == (3, 0), outcome.first_refused


def test_a_web_page_that_calls_itself_excel_is_read(office: OfficeFile, tmp_path: Path) -> None:
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in LINES)
    path = tmp_path / "people.xls"
    path.write_text(f"<html><body><table><tr><td>عنوان</td></tr></table><table>{lines}</table></body></html>", "utf-8")
    assert import_file(office, "person", path).added == 3


@pytest.mark.parametrize("name", ["people.xls", "people.csv", "people.ods", "people"])
def test_a_workbook_is_read_whatever_its_name(office: OfficeFile, tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / "a.xlsx", [row(1), row(2)]).rename(tmp_path / name)
    assert import_file(office, "person", path).added == 2


def test_a_table_of_open_document_with_a_password_says_so(tmp_path: Path) -> None:
    manifest = b'<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'
    path = zipped(tmp_path / "a.ods", content_dot_xml=b"\x8f\x02" * 90, **{"META-INF__manifest_dot_xml": manifest})
    assert refused(path) == "encrypted_file"


def test_a_quote_that_is_never_closed_names_its_line_in_persian(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("نام,جنسیت\n" + 'زهرا,"زن\n' + "مریم,زن\n" * 9000, "utf-8")
    with pytest.raises(RefusedError) as found:
        list(open_book(path, Patience()).sheet("a", Patience()).rows())
    assert re.search("سطر [۰-۹]+ ", found.value.problems[0].message)


def refused(path: Path) -> str:
    def opened() -> None:
        book = open_book(path, Patience())
        book.sheet(book.names[0], Patience())

    with pytest.raises(RefusedError) as found:
        opened()
    assert all(problem.message for problem in found.value.problems)
    return found.value.problems[0].code


def zipped(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return path


def test_what_is_no_spreadsheet_is_told_so(tmp_path: Path) -> None:
    def written(content: bytes) -> Path:
        path = tmp_path / "a.xlsx"
        path.write_bytes(content)
        return path

    assert refused(written(b"")) == "empty_file"
    assert refused(written(b"   \n")) == "empty_file"
    assert refused(written(b"%PDF-1.7 ...")) == "not_a_spreadsheet"
    assert refused(written(b"\x00\x01\x02\x03" * 400)) == "not_a_spreadsheet"
    assert refused(zipped(tmp_path / "b.xlsx", word__document_dot_xml=b"<w/>")) == "not_a_spreadsheet"
    assert refused(written(b"PK\x03\x04" + b"x" * 300)) == "damaged_spreadsheet"
    assert refused(written(workbook(tmp_path / "c.xlsx", []).read_bytes()[:-400])) == "damaged_spreadsheet"
    assert (
        refused(written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 9))
        == "encrypted_file"
    )
    with pytest.raises(UnavailableError):
        open_book(tmp_path / "nowhere.xlsx", Patience())
    with pytest.raises(UnavailableError):
        open_book(tmp_path, Patience())


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    huge = zipped(tmp_path / "a.xlsx", xl__workbook_dot_xml=b"<w/>", xl__worksheets__sheet1_dot_xml=b" " * 90_000_000)
    assert refused(huge) == "file_swells"


def test_a_part_that_hides_its_size_is_refused(tmp_path: Path) -> None:
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(b"<worksheet>" + b" " * 30_000_000) + packed.flush()
    good = io.BytesIO()
    with zipfile.ZipFile(good, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<w/>")
    name = b"xl/worksheets/sheet1.xml"
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(data), 100, len(name), 0) + name + data
    first = good.getvalue()
    directory_at = first.index(b"PK\x01\x02")
    own = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(data), 100, len(name), 0, 0, 0, 0, 0, directory_at
    )
    directory = first[directory_at : first.index(b"PK\x05\x06")] + own + name
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), directory_at + len(local), 0)
    path = tmp_path / "a.xlsx"
    path.write_bytes(first[:directory_at] + local + directory + end)
    assert refused(path) == "file_swells"


@pytest.mark.parametrize(("cell", "code"), [("XFD5", "too_many_columns"), ("B1048576", "too_many_rows")])
def test_one_cell_far_away_cannot_claim_all_memory(tmp_path: Path, cell: str, code: str) -> None:
    plain = workbook(tmp_path / "plain.xlsx", [row(1)])
    path = tmp_path / "a.xlsx"
    number = "".join(filter(str.isdigit, cell))
    far = f'<row r="{number}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"</sheetData>", far) if "sheet1" in name else content)
    assert refused(path) == code


def test_a_sheet_without_headers_or_rows_says_what_is_missing(office: OfficeFile, tmp_path: Path) -> None:
    def code(path: Path) -> tuple[str, str]:
        with pytest.raises(RefusedError) as found:
            import_file(office, "person", path)
        return found.value.problems[0].field, found.value.problems[0].code

    assert code(workbook(tmp_path / "a.xlsx", [["۱", "۲"]], ["الف", "ب"])) == ("file", "no_header")
    assert code(workbook(tmp_path / "b.xlsx", [])) == ("file", "no_rows")
    assert code(workbook(tmp_path / "c.xlsx", [["زهرا"]], ["نام", "موبایل"])) == ("last_name", "column_missing")
