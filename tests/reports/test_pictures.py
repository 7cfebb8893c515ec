"""Photos and codes on paper: upright, in their proportions, in grey when asked for, with nothing hidden beside them."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pypdfium2
import pytest
from PIL import Image

from desktop.reports.layout.document import Metadata, render
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.pictures import BrokenPictureError, Picture, Pictures, QrCode
from tests.reports.pdf_reading import page_texts, reader

_ORIENTATION, _MAKER = 0x0112, 0x010F


def _photo(kind: str = "JPEG", orientation: int = 1, mode: str = "RGB") -> bytes:
    """Red at the left, blue at the right, twice as wide as high."""
    photo = Image.new(mode, (400, 200), "red")
    photo.paste(Image.new(mode, (200, 200), "blue"), (200, 0))
    exif, written = Image.Exif(), io.BytesIO()
    exif[_ORIENTATION], exif[_MAKER] = orientation, "Camera of Somebody"
    photo.save(written, kind, exif=exif)
    return written.getvalue()


def _paper(*story: Flowable) -> bytes:
    return render(list(story), Metadata("عکس", datetime(2025, 10, 7, tzinfo=UTC)))


def _stored(pdf: bytes) -> Image.Image:
    (stored,) = reader(pdf).pages[0].images
    return stored.image  # type: ignore[return-value]


def test_a_photo_stands_as_the_camera_was_held_and_in_its_proportions() -> None:
    turned = Picture(_photo(orientation=6), "کوچه")
    assert turned.size_in(300, 300) == (150, 300)
    shown = _stored(_paper(Pictures([turned], most_high=300))).convert("RGB")
    above, below = shown.getpixel((shown.width // 2, 5)), shown.getpixel((shown.width // 2, shown.height - 5))
    assert above[0] > 200 > above[2]  # type: ignore[index]
    assert below[2] > 200 > below[0]  # type: ignore[index]


def test_nothing_that_the_camera_wrote_is_in_the_file() -> None:
    assert b"Somebody" in _photo()
    for kind in ("JPEG", "PNG"):
        assert b"Somebody" not in _paper(Pictures([Picture(_photo(kind), "کوچه")]))


def test_a_grey_picture_has_no_colours() -> None:
    assert _stored(_paper(Pictures([Picture(_photo(), "کوچه", grey=True)]))).mode == "L"


def test_what_is_transparent_is_paper() -> None:
    clear, written = Image.new("RGBA", (40, 40), (200, 0, 0, 0)), io.BytesIO()
    clear.save(written, "PNG")
    assert (
        _stored(_paper(Pictures([Picture(written.getvalue(), "نشان")]))).convert("RGB").getpixel((5, 5)) == (255,) * 3
    )


def test_rows_of_pictures_go_on_over_pages_with_their_captions() -> None:
    many = [Picture(_photo(), "کوچه", f"عکس شمارهٔ {number}") for number in range(9)]
    pages = page_texts(_paper(Pictures(many, per_row=2, most_high=200)))
    assert len(pages) == 2
    assert sum(page.count("عکس شمارهٔ") for page in pages) == 9


def test_a_file_that_is_no_picture_is_refused() -> None:
    with pytest.raises(BrokenPictureError):
        _paper(Pictures([Picture(b"GIF89a nothing", "کوچه")]))
    with pytest.raises(BrokenPictureError):
        _paper(Pictures([Picture(_photo()[:400], "کوچه")]))


def test_a_code_is_dark_squares_with_its_words_below() -> None:
    pdf = _paper(QrCode("https://example.ir/1", "شناسهٔ گزارش"))
    assert "شناسهٔ گزارش" in page_texts(pdf)[0]
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("L")
    square = page.crop((page.width // 2 - 85, 150, page.width // 2 + 85, 320))
    dark = sum(square.histogram()[:80]) / (square.width * square.height)
    assert 0.3 < dark < 0.7
