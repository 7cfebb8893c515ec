"""Words of our pages are found again, letter by letter, by programs that search in files."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.reports.layout.document import Metadata, render
from desktop.reports.layout.isolate import prepared, without_controls
from desktop.reports.layout.paragraph import Paragraph
from tests.reports.pdf_reading import page_texts, reader

LINES = (Path(__file__).resolve().parents[2] / "golden" / "logical_lines.txt").read_text(encoding="utf-8").splitlines()
_WORD = re.compile("[\u0621-\u06d3\u064b-\u0655\u0670\u200c]{3,}")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    story = [Paragraph(line) for line in LINES]
    return render(story, Metadata("آزمون", datetime(2025, 9, 6, tzinfo=UTC)))


def _found(text: str) -> float:
    """The share of our different words of three letters and more that stand in a text, in hundredths."""
    text = unicodedata.normalize("NFC", text)
    words = {word.strip("\u200c") for line in LINES for word in _WORD.findall(without_controls(prepared(line)))}
    assert len(words) > 60
    return 100 * sum(word in text for word in words) / len(words)


def test_pypdf_and_pdfium_find_the_words(pdf: bytes) -> None:
    assert _found("\n".join(page.extract_text() for page in reader(pdf).pages)) >= 99
    assert _found("\n".join(page_texts(pdf))) >= 99


def test_the_hamza_of_the_ezafe_and_every_mark_stand_after_their_letter(pdf: bytes) -> None:
    for text in ("\n".join(page_texts(pdf)), "\n".join(page.extract_text() for page in reader(pdf).pages)):
        assert "نسخه\u0654" in text
        assert all(word in unicodedata.normalize("NFC", text) for word in ("لطفاً", "مُحَمَّدرضا"))


def test_numbers_and_the_signs_after_them_are_copied_in_their_order(pdf: bytes) -> None:
    copied = without_controls("\n".join(page_texts(pdf)))
    assert "۱۴۰۴/س/۱۱۸ مورخ ۱۴۰۴/۰۶/۱۵" in copied
    assert "در شهریور ۱۴۰۴، ۴۷ خانوار" in copied
