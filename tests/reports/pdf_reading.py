"""Reading the PDFs of the tests back."""

from __future__ import annotations

import io
import unicodedata

import pypdf
import pypdfium2
from PIL import Image


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as Chrome's engine finds it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [unicodedata.normalize("NFC", page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def page_image(pdf: bytes, number: int = 0, scale: float = 1.0) -> Image.Image:
    """A page as a grey picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[number].render(scale=scale).to_pil()
        return picture.convert("L")
    finally:
        document.close()


def reader(pdf: bytes) -> pypdf.PdfReader:
    """The file's objects."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def fonts(pdf: bytes) -> dict[str, bool]:
    """Font name → whether its file is inside, over all pages."""
    found: dict[str, bool] = {}
    for page in reader(pdf).pages:
        resources = page["/Resources"]
        for reference in resources.get("/Font", {}).values():  # type: ignore[attr-defined]
            font = reference.get_object()
            descriptor = font.get("/FontDescriptor")
            found[str(font["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found
