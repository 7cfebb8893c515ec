"""Files say what is a heading, a table and a picture, and an archive can keep them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.reports.layout.blocks import Card, Cards, Facts, SignatureBox, Signatures, heading
from desktop.reports.layout.bullets import Branch, bullets
from desktop.reports.layout.cells import COVERED
from desktop.reports.layout.document import Metadata, page_of, render, render_page
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.pictures import QrCode
from desktop.reports.layout.style import SMALL, TITLE
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from tests.reports.pdf_reading import page_texts, reader
from tests.reports.pdf_structure import archive_faults, elements, tag_faults

META = Metadata("گزارش <آزمون> و «بند»", datetime(2025, 10, 7, 9, tzinfo=UTC), "دفتر نمونه", archival=True)


def _furniture(page: Page) -> None:
    page.text(page_of(page), page.width - 60, 30, SMALL)


def _made(metadata: Metadata = META) -> bytes:
    columns = [Column("محله"), Column("سرپرست", over="زنان"), Column("دیگر", over="زنان")]
    rows = [Row([f"محلهٔ {number}", "۱۲", "۳"]) for number in range(60)]
    rows[3:3] = [Row(["بخش مرکزی"], RowKind.GROUP), Row([Cell("قلعه‌نو", rows=2), "۱", "۲"]), Row([COVERED, "۳", "۴"])]
    rows += [Row([Cell("جمع", columns=2), "۹"], RowKind.TOTAL)]
    story = [
        Paragraph("گزارش", TITLE),
        *heading("بخش نخست"),
        Paragraph(["خانهٔ ", bold("لطفاً"), " −۷٫۵٪ (W-1404-07) الله"] * 200),
        Cards([Card("ثبت", "۴۷", trend=1)]),
        Facts([("محل", "شهرک")]),
        Table(columns, rows, "خانوارها", "واحد: نفر"),
        QrCode("https://example.ir", "نشانی"),
        Signatures([SignatureBox("مدیر")]),
    ]
    return render(story, metadata, furniture=_furniture)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return _made()


def test_everything_is_named_or_an_ornament(pdf: bytes) -> None:
    assert tag_faults(pdf) == []


def test_an_archive_finds_nothing_missing(pdf: bytes) -> None:
    assert archive_faults(pdf) == []
    assert "/OutputIntents" not in reader(_made(replace(META, archival=False))).root_object


def test_what_goes_on_over_pages_is_one_element(pdf: bytes) -> None:
    kinds = [str(element["/S"]) for element in elements(pdf)]
    assert len(page_texts(pdf)) >= 3
    assert (kinds.count("/Table"), kinds.count("/H1"), kinds.count("/H2"), kinds.count("/Figure")) == (1, 1, 1, 1)
    assert kinds.count("/Caption") == 1
    assert kinds.count("/TR") == 2 + 64
    assert kinds.index("/H1") < kinds.index("/H2") < kinds.index("/P") < kinds.index("/Table") < kinds.index("/Figure")


def test_heads_and_wide_cells_say_what_they_cover(pdf: bytes) -> None:
    heads = [element["/A"] for element in elements(pdf) if element["/S"] == "/TH"]
    assert [(head["/Scope"], head.get("/ColSpan"), head.get("/RowSpan")) for head in heads] == [
        ("/Column", None, 2), ("/Column", 2, None), ("/Column", None, None), ("/Column", None, None), ("/Row", 3, None),
    ]  # fmt: skip
    spans = [element["/A"] for element in elements(pdf) if element["/S"] == "/TD" and "/A" in element]
    assert [(span.get("/ColSpan"), span.get("/RowSpan")) for span in spans] == [(None, 2), (2, None)]


def test_a_page_drawn_by_hand_is_named_too() -> None:
    def draw(page: Page) -> None:
        page.text("کارت خانوار", 200, 100, TITLE)

    card = render_page(draw, META, (300, 200))
    assert tag_faults(card) == []
    assert [str(element["/S"]) for element in elements(card)] == ["/Document", "/P"]


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    long = "\n".join(f"سطر {number}" for number in range(120))
    made = render([*heading("شرح"), Table([Column("نام"), Column("شرح")], [Row(["الف", "ب"]), Row(["پ", long])])], META)
    assert page_texts(made)[0].count("سطر") > 20
    assert sum(text.count("سطر") for text in page_texts(made)) == 120
    assert tag_faults(made) == []
    assert [str(element["/S"]) for element in elements(made)].count("/TR") == 3


def test_bullets_are_a_list_and_lists_stand_in_items() -> None:
    story = [
        Paragraph("پیش"), Paragraph("یک", bullet="•"), Paragraph("دو", bullet="•"), Paragraph("میان"),
        *bullets(["نخست", Branch("دوم", ["الف", [bold("ب"), " و پ"]])], numbered=True),
    ]  # fmt: skip
    made = render(story, META)
    assert tag_faults(made) == []
    assert [str(element["/S"])[1:] for element in elements(made)] == [
        "Document", "P", "L", "LI", "Lbl", "LBody", "P", "LI", "Lbl", "LBody", "P", "P",
        "L", "LI", "Lbl", "LBody", "P", "LI", "Lbl", "LBody", "P",
        "L", "LI", "Lbl", "LBody", "P", "LI", "Lbl", "LBody", "P",
    ]  # fmt: skip
    assert "(الف" in page_texts(made)[0].replace("الف)", "(الف")
