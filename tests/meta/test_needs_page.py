"""The page about the life of a need says what the program does."""

from __future__ import annotations

from desktop.domain.kinds import KINDS
from devtools.needs_page import PAGE, page


def test_the_page_is_the_table_of_the_program() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m devtools.needs_page"


def test_every_step_tells_what_it_takes_and_does() -> None:
    life = KINDS["need"].life
    assert life is not None
    assert all(step.tells for step in life.transitions)
    assert all(f"| `{step.source}` " in page() for step in life.transitions)
