"""Lines beside the tables of the monthly report."""

from __future__ import annotations

from typing import Final

from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import TextStyle
from desktop.reports.office_paper import NOTE

SENTENCE: Final = TextStyle(size=10, leading=18, indent_right=11)


def small(text: str) -> list[Flowable]:
    """A note in small letters; nothing where there is nothing to say."""
    return [Paragraph(text, NOTE)] if text else []
