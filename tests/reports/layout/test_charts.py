"""Charts of several series: from the right, with a legend, and told in words to whoever does not see them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.reports.layout.charts import BarChart, GroupedBars, Lines, Point, Series, StackedBars
from desktop.reports.layout.document import Metadata, render
from tests.reports.pdf_reading import page_image, page_texts
from tests.reports.pdf_structure import elements, tag_faults

META = Metadata("آزمون", datetime(2025, 9, 6, tzinfo=UTC))
LABELS = ("تیر", "مرداد", "شهریور")
SERIES = (Series("زنان", (30, 4.5, None)), Series("مردان", (9, 0, 5)))


@pytest.mark.parametrize("kind", [GroupedBars, StackedBars, Lines])
def test_a_chart_is_a_figure_told_in_words_with_its_legend(kind: type[GroupedBars]) -> None:
    pdf = render([kind(LABELS, SERIES)], META)
    (figure,) = [element for element in elements(pdf) if element["/S"] == "/Figure"]
    assert "زنان: تیر: ۳۰، مرداد: ۴٫۵، شهریور: —؛ مردان: تیر: ۹" in figure["/Alt"]
    assert tag_faults(pdf) == []
    assert "زنان" in page_texts(pdf)[0]


def test_own_words_take_the_place_of_the_values() -> None:
    assert BarChart([Point("تیر", 3)], alternative="ثبت خانوار رو به بالاست").alternative == "ثبت خانوار رو به بالاست"


def test_the_first_label_and_the_first_series_stand_at_the_right() -> None:
    picture = page_image(render([GroupedBars(LABELS, (Series("زنان", (30, 0, 0)), Series("مردان", (0, 0, 0))))], META))
    dark = [x for x in range(picture.width) if picture.getpixel((x, 150)) < 110]  # type: ignore[operator]
    assert dark
    assert min(dark) > picture.width * 0.6


def test_values_that_no_chart_can_show_are_refused() -> None:
    for series in (
        [Series("الف", (1, 2))],
        [Series("الف", (1, -2, 3))],
        [],
        [Series(str(n), (1, 1, 1)) for n in range(7)],
    ):
        with pytest.raises(ValueError, match=r"."):
            GroupedBars(LABELS, series)
