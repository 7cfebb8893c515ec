"""A PDF of which only its pages are left: no author, no hidden layer, no enclosed file, no photo's place (G-19)."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from desktop.domain.attachment import MOST_BYTES
from desktop.domain.problems import RefusedError

_DOTS: Final = 150  # an inch: what a scanner gives, enough to print the page again
_POINTS: Final = 72
_MOST_PAGES: Final = 40
_LONGEST_SIDE: Final = 3000  # pixels, of a page of any size
_QUALITY: Final = 72
_HEAD: Final = 1024  # within which a PDF says that it is one


def is_pdf(content: bytes) -> bool:
    """Whether a file says that it is a PDF."""
    return b"%PDF-" in content[:_HEAD]


def cleaned_paper(content: bytes) -> bytes:
    """The pages as pictures in a new PDF, for whatever else a PDF may carry cannot come along with a picture."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(content) as given:
            if len(given) > _MOST_PAGES:
                raise RefusedError.of("file_name", "photo_too_large")
            pages = []
            for page in given:
                scale = min(_DOTS / _POINTS, _LONGEST_SIDE / max(*page.get_size(), 1))
                pages.append(page.render(scale=scale).to_pil().convert("RGB"))
    except (PdfiumError, ValueError) as error:
        raise RefusedError.of("file_name", "not_a_photo") from error
    if not pages:
        raise RefusedError.of("file_name", "not_a_photo")
    written = BytesIO()
    pages[0].save(
        written, "PDF", save_all=True, append_images=pages[1:], resolution=_DOTS, quality=_QUALITY,
        creationDate=None, modDate=None, title=None,
    )  # fmt: skip
    if written.tell() > MOST_BYTES:
        raise RefusedError.of("file_name", "photo_too_large")
    return written.getvalue()
