"""A paper of the office that is no letter: whose it is and its day on every page, and its parts between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar
from desktop.reports.layout.blocks import SignatureBox, Signatures
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, Spacer
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import A4, MM, MUTED, SMALL, TITLE, TextStyle
from desktop.reports.office_page import fictional_mark, moment_of, running_foot, running_head

MARGIN = 16 * MM
EMPTY = TextStyle(size=10, colour=MUTED, leading=18, space_after=8)
"""The polite sentence where a table would have no rows."""
NOTE = SMALL.but(leading=14, space_after=4)
_HEAD = TITLE.but(size=18, leading=32, space_after=4)
_UNDER = TITLE.but(size=11, leading=20, colour=MUTED, space_after=8, heading=0)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every page of a paper says of itself. `printed_by` may be empty."""

    office_title: str
    printed_on: date
    printed_by: str = ""
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Edges:
    """The left end of the head, what the foot adds to the page's number, and the size of paper in points.

    Without a left end there is no head: the paper has a letterhead of its own.
    """

    side: str
    foot: tuple[str, ...] = ()
    size: tuple[float, float] = A4
    margin: float = MARGIN


def titled(title: str, under: str = "") -> list[Flowable]:
    """The paper's name, and what it is about in a line below."""
    if not under:
        return [Paragraph(title, _HEAD)]
    return [Paragraph(title, _HEAD.but(space_after=0)), Paragraph(under, _UNDER)]


def signed(boxes: Sequence[SignatureBox], per_row: int = 2, height: float = 78) -> Flowable:
    """Boxes to sign in, a little below what is signed."""
    together: Flowable = KeepTogether([Spacer(0, 8), Signatures(boxes, per_row, height)])
    return together


def paper(story: Sequence[Flowable], title: str, imprint: Imprint, edges: Edges) -> bytes:
    """The PDF: the same parts and imprint give the same bytes. Raises MissingGlyphError."""
    metadata = Metadata(title, moment_of(imprint.printed_on), imprint.office_title)
    margin = edges.margin
    top = 20 * MM if edges.side or imprint.fictional else 13 * MM
    sheet = Sheet(edges.size, top, margin, 18 * MM, margin)
    return render(story, metadata, sheet, partial(_furniture, imprint, edges))


def _furniture(imprint: Imprint, edges: Edges, page: Page) -> None:
    if edges.side:
        running_head(page, imprint.office_title, edges.side, edges.margin)
    day = f"چاپ {calendar.short(imprint.printed_on)}"
    running_foot(page, tuple(part for part in (*edges.foot, day, imprint.printed_by) if part), edges.margin)
    if imprint.fictional:
        fictional_mark(page)
