"""«برچسب پرونده»: sticks on the paper file of a resident, 90 × 50 mm. It carries numbers and no name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.reports.layout.blocks import fitted
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paint import BoxLook, Page, draw_block, draw_box, draw_qr
from desktop.reports.layout.style import ACCENT_DARK, ACCENT_LINE, INK, MM, MUTED, PAPER, TextStyle, Weight
from desktop.reports.office_page import code_text, fictional_mark, moment_of

_SIZE = (90 * MM, 50 * MM)
_EDGE = 4 * MM
_QR = 25 * MM
_OFFICE = TextStyle(size=8, weight=Weight.SEMIBOLD, colour=ACCENT_DARK)
_LABEL = TextStyle(size=7.5, colour=MUTED, leading=12)
_NUMBER = TextStyle(size=20, weight=Weight.BOLD, colour=INK, leading=30)
_HOUSEHOLD = TextStyle(size=12, weight=Weight.MEDIUM, colour=INK, leading=19)


@dataclass(frozen=True, slots=True)
class CaseLabel:
    """The numbers of one file."""

    resident_no: str
    household_no: str


@dataclass(frozen=True, slots=True)
class CaseLabels:
    """Labels to be printed together, one a page."""

    office_title: str
    labels: tuple[CaseLabel, ...]
    printed_on: date
    fictional: bool = False


def build(papers: CaseLabels) -> bytes:
    """The labels as a PDF. Raises ValueError when there is none."""
    if not papers.labels:
        raise ValueError("no file to label")
    story = [_Label(papers.office_title, label) for label in papers.labels]
    metadata = Metadata("برچسب پرونده", moment_of(papers.printed_on), papers.office_title)
    sheet = Sheet(_SIZE, _EDGE, _EDGE, _EDGE, _EDGE)
    return render(story, metadata, sheet, _mark if papers.fictional else None)


def _mark(page: Page) -> None:
    fictional_mark(page, _EDGE + 5)


class _Label(Flowable):
    """One label; as large as its page."""

    def __init__(self, office_title: str, label: CaseLabel) -> None:
        super().__init__()
        self.office_title, self.label = office_title, label

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """The whole page."""
        self.width, self.height = available_width, _SIZE[1] - 2 * _EDGE - 1
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        draw_box(self.canv, 0, 0, self.width, self.height, BoxLook(PAPER, ACCENT_LINE, 5))
        title, style = fitted(self.office_title, _OFFICE, self.width - 16)
        draw_block(self.canv, title, 8, self.width - 8, self.height - 5, style)
        draw_qr(self.canv, self.label.resident_no, 9, (self.height - _QR) / 2 - 2, _QR)
        left, right, top = _QR + 20, self.width - 10, self.height - 26
        for text, value, value_style in (
            ("شمارهٔ پرونده:", self.label.resident_no, _NUMBER),
            ("شمارهٔ خانوار:", self.label.household_no, _HOUSEHOLD),
        ):
            named, small = fitted(text, _LABEL, right - left)
            draw_block(self.canv, named, left, right, top, small)
            top -= _LABEL.line_height
            lines, fit = fitted(code_text(value), value_style, right - left)
            draw_block(self.canv, lines, left, right, top, fit)
            top -= value_style.line_height + 4
