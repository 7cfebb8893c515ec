"""Turns a story into a PDF: pages, header and footer with «صفحهٔ ۲ از ۹», title and language, and no clock inside."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop.reports.layout.archive import Metadata, information, intent, packet, profile_object
from desktop.reports.layout.edge import (
    BaseDocTemplate,
    Canvas,
    Flowable,
    Frame,
    PageTemplate,
    formatted,
    object_number,
    packed_stream,
    page_number,
)
from desktop.reports.layout.fonts import RENDER_LOCK, PersianFont, font
from desktop.reports.layout.isolate import fa_num
from desktop.reports.layout.keeping import kept
from desktop.reports.layout.packing import Packer
from desktop.reports.layout.paint import Codes, Page
from desktop.reports.layout.structure import Structure, close_page, open_page, page_furniture
from desktop.reports.layout.style import A4, MM, Weight

__all__ = ["Furniture", "Metadata", "Sheet", "page_of", "render", "render_page", "render_pages"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Size and margins of a page, in points."""

    size: tuple[float, float] = A4
    top: float = 26 * MM
    right: float = 20 * MM
    bottom: float = 22 * MM
    left: float = 20 * MM


Furniture = Callable[[Page], None]


def page_of(page: Page) -> str:
    """«صفحهٔ ۲ از ۹»."""
    return f"صفحهٔ {fa_num(page.number)} از {fa_num(page.total)}"


class _CountingCanvas(Canvas):
    """Keeps finished pages, packed, until the number of all is known; then adds the furniture and writes the file.

    When `own` the furniture is what the pages are about, not something that stands around it.
    """

    def __init__(
        self, stream: Any, *, furniture: Furniture | None, metadata: Metadata, own: bool = False, **options: Any
    ) -> None:
        self._pages: list[dict[str, Any]] = []
        self._furniture, self._metadata, self._own = furniture, metadata, own
        self.structure = Structure()
        self._codes: dict[str, Codes] = {}
        options |= {"initialFontName": font(Weight.REGULAR).fontName, "initialFontSize": 10, "invariant": 1}
        super().__init__(stream, **(options | {"lang": "fa-IR"}))
        self._preamble = ""  # it chooses a font nobody asked for
        self._stream = stream
        self.setViewerPreference("Direction", "R2L")
        self.setViewerPreference("DisplayDocTitle", "true")
        open_page(self)

    def codes(self, face: PersianFont) -> Codes:
        """What this document writes for the characters of a font."""
        codes = self._codes.get(face.fontName)
        if codes is None:
            codes = self._codes[face.fontName] = Codes(face, self._doc)
        return codes

    @property
    def code(self) -> list[str]:
        """The operators of the page so far."""
        code: list[str] = self._code
        return code

    def showPage(self) -> None:  # noqa: N802
        """Keeps the page instead of writing it."""
        close_page(self)
        kept = dict(self.__dict__)
        kept["_code"] = zlib.compress("\n".join(self._code).encode("latin-1"), 1)
        self._pages.append(kept)
        self._startPage()
        open_page(self)

    def save(self) -> None:
        """Writes every page with its furniture, then the file."""
        pages = self._pages
        for state in pages:
            state["_code"] = [zlib.decompress(state["_code"]).decode("latin-1")]
            self.__dict__.update(state)
            if self._furniture:
                self._furnish(self._furniture, len(pages))
            number = self._pageNumber
            super().showPage()
            state.clear()
            self._pack_page(number)
        self._stream.write(self._written(len(pages)))

    def _furnish(self, draw: Furniture, total: int) -> None:
        width, height = self._pagesize
        page = Page(self, width, height, self._pageNumber, total)
        open_page(self)
        if self._own:
            draw(page)
        else:
            with page_furniture(self):
                draw(page)
        close_page(self)

    def _pack_page(self, number: int) -> None:
        """The page's operators compressed at once, and its place in the structure."""
        page = self._doc.idToObject[f"Page{number}"]
        page.Contents = packed_stream(zlib.compress(page.stream.encode("latin-1"), 9))
        page.stream = None
        if self.structure.has_page(number):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number - 1, "/S"

    def _written(self, pages: int) -> bytes:
        """The file: ReportLab's objects with our catalogue and description, then the structure, then the archive's."""
        document, metadata = self._doc, self._metadata
        bodies = formatted(document)
        catalogue, info = object_number(document, document.Catalog), object_number(document, document.info)
        first = len(bodies) + 1
        extra = first + self.structure.size
        packer = Packer(extra + (3 if metadata.archival else 0))
        more = f"/MarkInfo<</Marked true>>/StructTreeRoot {first} 0 R" if self.structure.size else ""
        if metadata.archival:
            more += f"/Metadata {extra} 0 R/OutputIntents[{extra + 2} 0 R]"
        for number, body in enumerate(bodies, 1):
            if number == catalogue:
                packer.add(number, body.rstrip().removesuffix(b">>") + more.encode() + b">>")
            elif number == info:
                packer.add(number, information(metadata))
            else:
                packer.add(number, body)
        if self.structure.size:
            places = {page: page_number(document, page) for page in range(1, pages + 1)}
            for number, text in enumerate(self.structure.objects(first, places), first):
                packer.add(number, text.encode())
        if metadata.archival:
            for number, body in enumerate((packet(metadata), profile_object(), intent(extra + 1)), extra):
                packer.add(number, body)
        return packer.file(catalogue, info)


def render(
    story: Sequence[Flowable], metadata: Metadata, sheet: Sheet | None = None, furniture: Furniture | None = None
) -> bytes:
    """The PDF of a story: same story and metadata, same bytes.

    `furniture` draws header and footer of each page. Raises MissingGlyphError, and ValueError for a naive `created`.
    """
    if metadata.created.tzinfo is None:
        raise ValueError("the moment of creation needs a time zone")
    sheet = sheet or Sheet()
    stream = io.BytesIO()
    width, height = sheet.size
    with RENDER_LOCK:
        frame = Frame(
            sheet.left, sheet.bottom, width - sheet.left - sheet.right, height - sheet.top - sheet.bottom,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        template = BaseDocTemplate(stream, pagesize=sheet.size, pageTemplates=[PageTemplate(frames=[frame])])
        template.build(list(kept(story)), canvasmaker=partial(_CountingCanvas, furniture=furniture, metadata=metadata))
    return stream.getvalue()


def render_page(draw: Furniture, metadata: Metadata, size: tuple[float, float]) -> bytes:
    """The PDF of one page that `draw` fills by itself (a card). Raises as `render` does."""
    return render_pages([draw], metadata, size)


def render_pages(draws: Sequence[Furniture], metadata: Metadata, size: tuple[float, float]) -> bytes:
    """The PDF of pages that each fill themselves (certificates of many people). Raises as `render` does."""
    if metadata.created.tzinfo is None:
        raise ValueError("the moment of creation needs a time zone")
    stream = io.BytesIO()
    with RENDER_LOCK:
        own = dict(enumerate(draws, 1))
        canvas = _CountingCanvas(
            stream, furniture=lambda page: own[page.number](page), metadata=metadata, own=True, pagesize=size
        )
        for _ in draws:
            canvas.showPage()
        canvas.save()
    return stream.getvalue()
