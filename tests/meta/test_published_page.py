"""The page about what the province may see says what the program does."""

from __future__ import annotations

from desktop.domain.kinds import KINDS
from devtools.published_page import PAGE, page


def test_the_page_is_the_table_of_the_program() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m devtools.published_page"


def test_every_kind_stands_in_it() -> None:
    assert all(f"`{name}` " in page() for name in KINDS)
