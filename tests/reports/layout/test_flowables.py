"""Paragraphs, tables and charts on the page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.reports.layout.blocks import fitted
from desktop.reports.layout.charts import BarChart, LineChart, Point, scale_steps
from desktop.reports.layout.document import Metadata, page_of, render
from desktop.reports.layout.lines import longest_word
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import BODY, CELL, TextStyle
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from tests.reports.pdf_reading import page_texts

META = Metadata("آزمون", datetime(2025, 9, 6, tzinfo=UTC))


def _table(count: int) -> Table:
    rows = [Row([str(at), f"نام {at}"]) for at in range(count)]
    return Table([Column("ردیف"), Column("نام")], [*rows, Row(["جمع", "۷"], RowKind.TOTAL)], "فهرست")


def test_a_table_is_cut_between_rows_and_its_total_never_stands_alone() -> None:
    table = _table(30)
    width, height = table.wrap(400, 1000)
    parts = table.split(400, height - 1)
    assert len(parts) == 2
    assert len(parts[1].rows) == 2
    assert parts[1].rows[-1].kind is RowKind.TOTAL
    assert parts[1].caption == "فهرست (ادامه)"
    assert width == 400


def test_what_says_more_of_a_row_stands_on_its_page() -> None:
    more = Row([Cell("– بیش‌تر", columns=2)], RowKind.MORE)
    rows = [Row(["۱", "نام"]), more, Row(["۲", "نام"]), Row(["۳", "نام"])]
    rows += [Row(["جمع", "۳"], RowKind.TOTAL), Row(["ماه پیش", "۲"], RowKind.MORE), Row(["تغییر", "۱"], RowKind.MORE)]
    table = Table([Column("ردیف"), Column("نام")], rows)
    whole = table.wrap(400, 1000)[1]
    kept = [[row.kind for row in part.rows] for part in table.split(400, whole - 1)]
    assert kept == [["plain", "more", "plain"], ["plain", "total", "more", "more"]]


def test_a_table_without_room_for_two_rows_goes_to_the_next_page() -> None:
    assert _table(9).split(400, 40) == []


def test_a_row_with_too_few_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells in a table of 2"):
        Table([Column("الف"), Column("ب")], [Row(["۱"])])


def test_columns_fill_the_width_and_none_is_narrower_than_its_longest_word() -> None:
    table = Table([Column("الف"), Column("ب", grow=0)], [Row(["کوتاه", "واژه‌هایی بسیار بلندتر از ستون نخست " * 4])])
    table.wrap(200, 1000)
    assert sum(table.widths) == pytest.approx(200)
    assert table.widths[0] > longest_word("کوتاه", CELL)
    assert table.widths[1] > longest_word("واژه‌هایی", CELL)


def test_a_paragraph_is_cut_into_lines_that_together_are_the_whole() -> None:
    paragraph = Paragraph("واژه‌ای در یک بند بلند " * 40, BODY)
    _, height = paragraph.wrap(200, 1000)
    first, second = paragraph.split(200, height / 2)
    assert first.wrap(200, 1000)[1] + second.wrap(200, 1000)[1] == pytest.approx(height)


def test_a_register_of_six_hundred_rows_is_made_with_its_pages_counted() -> None:
    def furniture(page: Page) -> None:
        page.text(page_of(page), 300, 30, TextStyle())

    texts = page_texts(render([_table(600)], META, furniture=furniture))
    assert f"صفحهٔ ۱ از {len(texts)}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in texts[0]
    assert all("ردیف" in text for text in texts)


def test_charts_are_drawn_with_persian_figures() -> None:
    points = [Point("فروردین", 0), Point("اردیبهشت", 1250), Point("خرداد", 12.5)]
    (text,) = page_texts(render([BarChart(points), LineChart(points)], META))
    assert text.count("۱٬۲۵۰") == 2
    assert text.count("۱۲٫۵") == 2


@pytest.mark.parametrize(("greatest", "last"), [(0, 1), (1, 1), (7, 8), (47, 60), (1250, 1500), (99_999, 100_000)])
def test_the_scale_ends_at_a_round_number(greatest: float, last: float) -> None:
    steps = scale_steps(greatest)
    assert steps[0] == 0
    assert steps[-1] == last
    assert len(steps) <= 6


def test_a_chart_without_points_or_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a point"):
        BarChart([])
    with pytest.raises(ValueError, match="starts at zero"):
        BarChart([Point("الف", -1)])


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = datetime(2025, 9, 6, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        render([], Metadata("آزمون", naive))


def test_text_too_long_for_its_box_ends_with_an_ellipsis() -> None:
    lines, style = fitted("واژه " * 60, TextStyle(size=10), 120)
    assert len(lines) == 1
    assert style.size < 10
    assert lines[0].pieces[-1].logical.endswith("…")
