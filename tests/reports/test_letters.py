"""Official letters on paper: their parts and their order, their size, and how they look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from desktop.reports import official_letter
from tests.reports.pdf_reading import page_image, page_texts, reader
from tests.reports.samples import letter, reminder

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
SCALE = 0.7
PAPERS = {"letter": official_letter.build(letter()), "reminder": official_letter.build(reminder())}


@pytest.mark.parametrize("name", PAPERS)
def test_its_first_page_looks_like_its_golden_picture(name: str) -> None:
    picture = page_image(PAPERS[name], 0, SCALE)
    with Image.open(GOLDEN / f"{name}.png") as golden:
        assert picture.size == golden.size
        difference = ImageStat.Stat(ImageChops.difference(picture, golden.convert("L"))).mean[0]
    assert difference < 1.5


def test_the_parts_stand_in_the_official_order() -> None:
    text = page_texts(PAPERS["letter"])[0]
    parts = (
        "بسمه تعالی", "۱ برگ", "فوری", "محرمانه", "رئیس محترم", "موضوع", "با سلام و احترام",
        "پیرو نامه شماره", "خواهشمند است دستور", "بی‌بی‌گل", "حداکثر تا تاریخ", "پورمحمدی", "رونوشت",
    )  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_letter_of_five_lines_is_a5_and_a_longer_one_a4() -> None:
    def width(lines: int) -> int:
        made = official_letter.build(letter(body=("خواهشمند است اقدام شود.",) * lines, person="", checklist=()))
        return round(float(reader(made).pages[0].mediabox.width))

    assert (width(5), width(6)) == (420, 595)


def test_what_is_ordinary_is_not_written() -> None:
    text = page_texts(official_letter.build(letter(speed="", secrecy="", attachments=0)))[0]
    assert "فوریت" not in text
    assert "طبقه‌بندی" not in text
    assert "ندارد" in text


def test_a_long_reminder_goes_on_with_its_head_on_each_page() -> None:
    pages = page_texts(official_letter.build(reminder(60)))
    assert len(pages) > 1
    assert all("موضوع" in page for page in pages[:-1])
    assert "۶۰" in pages[-1] or "۶۰" in pages[-2]


def test_a_letter_that_is_carried_says_so() -> None:
    assert "به دست متقاضی" in page_texts(official_letter.build(letter(carried=True)))[0]
