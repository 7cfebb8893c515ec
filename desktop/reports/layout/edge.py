"""The one door to ReportLab. ReportLab carries no types, so the shapes this room relies on are written down here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:

    class Flowable:
        """A block that platypus places: it is wrapped to a width, perhaps split, then drawn at its origin (points)."""

        canv: Any
        width: float
        height: float

        def wrap(self, available_width: float, available_height: float) -> tuple[float, float]: ...
        def split(self, available_width: float, available_height: float) -> list[Any]: ...
        def draw(self) -> None: ...
        def drawOn(self, canvas: Any, x: float, y: float) -> None: ...  # noqa: N802
        def wrapOn(self, canvas: Any, width: float, height: float) -> tuple[float, float]: ...  # noqa: N802
        def getSpaceBefore(self) -> float: ...  # noqa: N802
        def getSpaceAfter(self) -> float: ...  # noqa: N802

    class Canvas:
        """ReportLab's canvas: only the names used by this room."""

        _doc: Any

        def __init__(self, stream: Any, **options: Any) -> None: ...
        def __getattr__(self, name: str) -> Any: ...
        def showPage(self) -> None: ...  # noqa: N802
        def save(self) -> None: ...

    class TTFont:
        """ReportLab's TrueType font, subset per document."""

        fontName: str  # noqa: N815
        face: Any
        state: Any

        def __init__(self, name: str, filename: str, asciiReadable: bool = True) -> None: ...  # noqa: N803
        def addObjects(self, doc: Any) -> None: ...  # noqa: N802
        def splitString(self, text: str, doc: Any) -> list[tuple[int, bytes]]: ...  # noqa: N802
        def getSubsetInternalName(self, subset: int, doc: Any) -> str: ...  # noqa: N802

    BaseDocTemplate: Any
    PageTemplate: Any
    Frame: Any
    KeepTogether: Any
    CondPageBreak: Any
    PageBreak: Any
    Spacer: Any
    ImageReader: Any

    def register_font(font: TTFont) -> None:
        """Makes a font known to every canvas of this process."""

    PDFIndirectObject: Any
    PDFDictionary: Any
    PDFName: Any
    PDFStream: Any
else:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFIndirectObject, PDFName, PDFStream
    from reportlab.pdfbase.pdfmetrics import registerFont as register_font  # noqa: N813
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, KeepTogether, PageBreak, PageTemplate, Spacer
    from reportlab.platypus.flowables import Flowable

__all__ = [
    "BaseDocTemplate",
    "Canvas",
    "CondPageBreak",
    "Flowable",
    "Frame",
    "ImageReader",
    "KeepTogether",
    "PageBreak",
    "PageTemplate",
    "Spacer",
    "TTFont",
    "formatted",
    "object_number",
    "packed_stream",
    "page_number",
    "register_font",
]


def packed_stream(content: bytes) -> Any:
    """A stream that is compressed already."""
    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), content, [])


def object_number(document: Any, thing: Any) -> int:
    """The number of an object in a document, given now if it has none."""
    number, _ = document.idToObjectNumberAndVersion[document.Reference(thing).name]
    return int(number)


def page_number(document: Any, page: int) -> int:
    """The number of a page's object."""
    return int(document.idToObjectNumberAndVersion[f"Page{page}"][0])


def formatted(document: Any) -> list[bytes]:
    """The bodies of all objects of a document in the order of their numbers, fonts included.

    Formatting one may make others, so that the end is known when it is reached.
    """
    for font in document.delayedFonts:
        font.addObjects(document)
    document.Catalog.Outlines = None
    document.Reference(document.Catalog)
    document.Reference(document.info)
    bodies: list[bytes] = []
    while len(bodies) + 1 in document.numberToId:
        name = document.numberToId[len(bodies) + 1]
        whole: bytes = PDFIndirectObject(name, document.idToObject[name]).format(document)
        bodies.append(whole.partition(b" obj\n")[2].removesuffix(b"endobj\n"))
    return bodies
