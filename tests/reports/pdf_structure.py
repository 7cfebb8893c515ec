"""What is wrong with a file for whoever reads it aloud (tags) or keeps it for many years (PDF/A-2u)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ContentStream

from tests.reports.pdf_reading import reader

_MARKS = re.compile(rb"(?<![\w(])(BDC|BMC|EMC|Tj|TJ|Do|re|S|f|B)(?![\w)])")
_MCID = re.compile(rb"/(\w+) <</MCID (\d+)>> BDC")
_STRING = re.compile(rb"\((?:\\.|[^\\)])*\)", re.DOTALL)
_CODES = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]+)>")


def elements(pdf: bytes) -> list[Any]:
    """Every element of the structure in reading order."""
    file: Any = reader(pdf)
    return list(_below(file.root_object["/StructTreeRoot"]["/K"]))


def _below(kids: Any) -> Iterator[Any]:
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object()
        if isinstance(inner, dict) and "/S" in inner:
            yield inner
            yield from _below(inner.get("/K", []))


def tag_faults(pdf: bytes) -> list[str]:
    """Why the file is not tagged throughout; empty when it is."""
    file: Any = reader(pdf)
    root = file.root_object
    faults = []
    if (
        not root["/MarkInfo"]["/Marked"]
        or root["/Lang"] != "fa-IR"
        or not root["/ViewerPreferences"]["/DisplayDocTitle"]
    ):
        faults.append("catalogue")
    lists = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    by_page = dict(zip(lists[::2], lists[1::2], strict=True))
    for number, page in enumerate(file.pages):
        content = _STRING.sub(b"()", page.get_contents().get_data())
        faults += [f"page {number + 1}: {fault}" for fault in _mark_faults(content)]
        named = [int(found) for _, found in _MCID.findall(content)]
        owners = by_page[page["/StructParents"]].get_object() if named else []
        if named != list(range(len(named))) or len(owners) != len(named):
            faults.append(f"page {number + 1}: pieces and their elements differ")
        kinds = [kind.decode() for kind, _ in _MCID.findall(content)]
        if [str(owner.get_object()["/S"])[1:] for owner in owners] != kinds:
            faults.append(f"page {number + 1}: an element of another kind")
    for element in elements(pdf):
        if element["/S"] == "/Figure" and not element.get("/Alt"):
            faults.append("a figure without words")
        if element["/S"] == "/TH" and "/Scope" not in element["/A"]:
            faults.append("a head that heads nothing")
    return faults


def _mark_faults(content: bytes) -> Iterator[str]:
    depth = 0
    for operator in _MARKS.findall(content):
        if operator in (b"BDC", b"BMC"):
            depth += 1
        elif operator == b"EMC":
            depth -= 1
        elif depth == 0:
            yield f"{operator.decode()} outside every mark"
            return
        if depth not in (0, 1):
            yield "marks inside marks"
            return
    if depth:
        yield "a mark that does not end"


def archive_faults(pdf: bytes) -> list[str]:
    """What of PDF/A-2u the file lacks, as far as it can be seen without its validator; empty when nothing is found."""
    file: Any = reader(pdf)
    root = file.root_object
    faults = [] if re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", pdf) else ["head"]
    words = html.unescape(root["/Metadata"].get_data().decode())
    if "<pdfaid:part>2<" not in words or "<pdfaid:conformance>U<" not in words or "/Filter" in root["/Metadata"]:
        faults.append("metadata")
    about = file.metadata
    if about is None or any(str(about[key]) not in words for key in ("/Title", "/Author", "/Producer", "/Creator")):
        faults.append("metadata say something else than the information")
    (intent,) = root["/OutputIntents"]
    profile = intent.get_object()["/DestOutputProfile"].get_data()
    if profile[36:40] != b"acsp" or int.from_bytes(profile[:4], "big") != len(profile):
        faults.append("colour profile")
    if not file.trailer["/ID"] or "/Encrypt" in file.trailer:
        faults.append("trailer")
    if any(key in root for key in ("/AA", "/OpenAction", "/AcroForm", "/JavaScript")):
        faults.append("something that acts")
    for page in file.pages:
        faults += _page_faults(page, file)
    return faults


def _page_faults(page: Any, file: pypdf.PdfReader) -> Iterator[str]:
    resources = page["/Resources"]
    if "/ExtGState" in resources or "/Group" in page:
        yield "transparency"
    for name, image in resources.get("/XObject", {}).items():
        if "/SMask" in image or image.get("/Interpolate"):
            yield f"{name} is seen through"
    fonts = {name: reference.get_object() for name, reference in resources["/Font"].items()}
    letters = {name: dict(_CODES.findall(font["/ToUnicode"].get_data().decode())) for name, font in fonts.items()}
    for name, font in fonts.items():
        if "/FontFile2" not in font["/FontDescriptor"] or (
            "/Encoding" in font and font["/FontDescriptor"]["/Flags"] & 4
        ):
            yield f"{name} is not whole"
    current = ""
    for operands, operator in ContentStream(page.get_contents(), file).operations:
        if operator == b"Tf":
            current = str(operands[0])
        elif operator in (b"Tj", b"TJ"):
            items = operands[0] if operator == b"TJ" else operands
            codes = [code for item in items if isinstance(item, str | bytes) for code in _bytes_of(item)]
            unknown = [code for code in codes if f"{code:02X}" not in letters[current]]
            if unknown:
                yield f"{current} has no letters for {unknown}"


def _bytes_of(text: Any) -> bytes:
    return text if isinstance(text, bytes) else bytes(text.original_bytes)
