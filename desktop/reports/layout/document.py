"""Turns a story into a PDF: pages, header and footer with «صفحهٔ ۲ از ۹», title and language, and no clock inside."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from desktop.reports.layout.edge import BaseDocTemplate, Canvas, Flowable, Frame, PageTemplate
from desktop.reports.layout.fonts import RENDER_LOCK, font
from desktop.reports.layout.isolate import fa_num
from desktop.reports.layout.keeping import kept
from desktop.reports.layout.paint import Page
from desktop.reports.layout.style import A4, MM, Weight


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a reader program shows about the file. `created` is given, never read from the clock."""

    title: str
    created: datetime
    author: str = "تسهیلگر"
    subject: str = ""


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
    """Keeps finished pages until the number of all is known, then adds the furniture."""

    def __init__(self, stream: Any, *, furniture: Furniture | None, metadata: Metadata, **options: Any) -> None:
        self._pages: list[dict[str, Any]] = []
        self._furniture = furniture
        options |= {"initialFontName": font(Weight.REGULAR).fontName, "initialFontSize": 10, "invariant": 1}
        super().__init__(stream, **(options | {"lang": "fa"}))
        self._metadata = metadata
        self.setViewerPreference("Direction", "R2L")
        self.setViewerPreference("DisplayDocTitle", "true")

    def showPage(self) -> None:  # noqa: N802
        """Keeps the page instead of writing it."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Writes every page with its furniture, then the file."""
        pages = self._pages
        for state in pages:
            self.__dict__.update(state)
            if self._furniture:
                width, height = self._pagesize
                self._furniture(Page(self, width, height, self._pageNumber, len(pages)))
            super().showPage()
        self._describe()
        super().save()

    def _describe(self) -> None:
        """Done last: platypus writes «(anonymous)» over a title that was set before."""
        metadata = self._metadata
        moment = metadata.created.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        self.setTitle(metadata.title)
        self.setAuthor(metadata.author)
        self.setSubject(metadata.subject)
        self.setCreator("Tashilgar")
        self.setProducer("Tashilgar")
        self.setDateFormatter(lambda *_parts: moment)


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
            stream, furniture=lambda page: own[page.number](page), metadata=metadata, pagesize=size
        )
        for _ in draws:
            canvas.showPage()
        canvas.save()
    return stream.getvalue()
