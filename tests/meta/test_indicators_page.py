"""The page of the indicators says what the program does."""

from __future__ import annotations

from devtools.indicators_page import PAGE, page


def test_the_page_is_written_from_the_definitions() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m devtools.indicators_page"
