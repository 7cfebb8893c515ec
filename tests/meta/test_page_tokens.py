"""The pages of the province have the window's colours and sizes."""

from __future__ import annotations

from devtools.page_tokens import FILE, tokens


def test_the_pages_are_coloured_as_the_window_is() -> None:
    assert FILE.read_text("utf-8") == tokens(), "python -m devtools.page_tokens"
