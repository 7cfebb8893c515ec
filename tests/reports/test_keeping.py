"""What a page's end may cut and what not: headings stay with what they head, no line stands alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desktop.reports.layout.blocks import Facts, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, Spacer
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import A5, BODY
from desktop.reports.layout.table import Column, Row, Table
from tests.reports.pdf_reading import page_texts

_LINES = ("سطر نخست", "سطر دوم", "سطر سوم")
_BODIES: dict[str, Callable[[], Flowable]] = {
    "table": lambda: Table([Column("نام")], [Row(["سطر نخست"]), Row(["سطر دوم"]), Row(["سطر سوم"])]),
    "facts": lambda: Facts([(line, "۱") for line in _LINES], per_row=1),
    "paragraph": lambda: Paragraph("\n".join(_LINES)),
    "together": lambda: KeepTogether([Paragraph(line) for line in _LINES]),
}


def _pages(*story: Flowable) -> list[str]:
    sheet = Sheet(A5, 40, 40, 40, 40)
    return page_texts(render(list(story), Metadata("برگه", datetime(2025, 10, 7, tzinfo=UTC)), sheet))


@pytest.mark.parametrize("kind", _BODIES)
def test_a_heading_stands_on_the_page_of_what_it_heads(kind: str) -> None:
    parted = []
    for room in range(380, 500, 4):
        pages = _pages(Spacer(0, room), *heading("سرفصل", 0), _BODIES[kind]())
        (page,) = [page for page in pages if "سرفصل" in page]
        if _LINES[0] not in page:
            parted.append(room)
    assert parted == []


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    lines = [f"سطر {number}" for number in "۱۲۳"]
    for room in range(430, 515, 6):
        counts = [page.count("سطر") for page in _pages(Spacer(0, room), Paragraph("\n".join(lines), BODY))]
        assert [count for count in counts if count] == [3], room


def test_a_heading_over_more_than_a_page_does_not_stop_the_paper() -> None:
    many = "\n".join(["سطر"] * 60)
    pages = _pages(*heading("سرفصل"), Paragraph(many), *heading("دیگر"), KeepTogether([Paragraph(many)]))
    assert sum(page.count("سطر") for page in pages) == 120
    long = _pages(*heading("سرفصل"), Facts([("برچسب", "۱")] * 90, per_row=1))
    assert sum(page.count("برچسب") for page in long) == 90
