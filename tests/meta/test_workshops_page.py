"""The page about the lives of workshops and events says what the program does."""

from __future__ import annotations

from devtools.workshops_page import PAGE, page


def test_the_page_is_the_tables_of_the_program() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m devtools.workshops_page"
