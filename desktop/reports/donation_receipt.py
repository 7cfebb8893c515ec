"""«رسید کمک»: given to who helped, A5. It names no one who was helped (G-27)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.persian import calendar
from desktop.domain.persian.regime import Regime
from desktop.reports.layout.blocks import Facts, Letterhead, SignatureBox, Signatures
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.lines import break_lines
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import (
    A5,
    ACCENT_DARK,
    ACCENT_LINE,
    ACCENT_SOFT,
    BODY,
    MM,
    PAPER,
    TITLE,
    Align,
    TextStyle,
    Weight,
)
from desktop.reports.office_page import code_text
from desktop.reports.office_paper import Edges, Imprint, paper

NO_CONDITION = "این کمک بدون هیچ‌گونه شرط سیاسی و انتخاباتی پذیرفته شد."
SOMEBODY_GOOD = "نیکوکار"
_TITLE = "رسید کمک"
_MARGIN = 14 * MM
_THANKS = BODY.but(size=11, leading=21, align=Align.RIGHT, space_after=4)
_AMOUNT = TextStyle(size=16, weight=Weight.BOLD, colour=ACCENT_DARK, align=Align.CENTRE, leading=25)
_WORDS = TextStyle(size=9.5, align=Align.CENTRE, leading=15)
_STATEMENT = TextStyle(size=11, weight=Weight.BOLD, colour=ACCENT_DARK, align=Align.CENTRE, leading=19)


@dataclass(frozen=True, slots=True)
class DonationReceipt:
    """What was given and for what. An empty `donor` is «نیکوکار»; `used_for` names a project, never people."""

    imprint: Imprint
    letterhead: tuple[str, ...]
    number: str
    received_on: date
    donor: str
    kind: str
    description: str
    value_rial: int | None
    purpose: str
    used_for: str = ""
    manager: str = ""
    regime: Regime = Regime.RIAL
    logo: bytes = b""


def build(receipt: DonationReceipt) -> bytes:
    """The receipt as a PDF. Raises MissingGlyphError for a character the font lacks."""
    facts = [("شماره", code_text(receipt.number)), ("تاریخ", calendar.short(receipt.received_on))]
    donor = receipt.donor or SOMEBODY_GOOD
    story: list[Flowable] = [
        Letterhead(_head_lines(receipt), facts, compact=True, logo=receipt.logo),
        Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=4)),
        Paragraph(["با سپاس از همراهی ", bold(donor, ACCENT_DARK), "، کمک زیر در این دفتر دریافت شد:"], _THANKS),
        Facts(_facts(receipt), per_row=1),
        _Box(_value(receipt)),
        _Box([(NO_CONDITION, _STATEMENT)], filled=True),
        KeepTogether([Signatures([SignatureBox("مدیر دفتر", receipt.manager), SignatureBox("نیکوکار")], height=82)]),
    ]
    edges = Edges("", (f"رسید {code_text(receipt.number)}",), A5, _MARGIN)
    return paper(story, f"{_TITLE} {receipt.number}", receipt.imprint, edges)


def _head_lines(receipt: DonationReceipt) -> tuple[str, ...]:
    """The letterhead, with the office at its end unless it stands there already."""
    office = receipt.imprint.office_title
    return receipt.letterhead if office in receipt.letterhead else (*receipt.letterhead, office)


def _facts(receipt: DonationReceipt) -> list[tuple[str, str]]:
    facts = [
        ("گونهٔ کمک", receipt.kind),
        ("هدف", receipt.purpose),
        ("شرح", receipt.description),
    ]
    return [*facts, *([("برای", receipt.used_for)] if receipt.used_for else [])]


def _value(receipt: DonationReceipt) -> list[tuple[str, TextStyle]]:
    value, regime = receipt.value_rial, receipt.regime
    if value is None:
        return [("ارزش این کمک برآورد نشده است.", _WORDS)]
    return [(regime.amount(value), _AMOUNT), (regime.words(value), _WORDS)]


class _Box(Flowable):
    """What must be seen first, line by line in a box of its own."""

    def __init__(self, parts: Sequence[tuple[str, TextStyle]], *, filled: bool = False) -> None:
        super().__init__()
        self.parts, self.look = parts, BoxLook(ACCENT_SOFT if filled else PAPER, ACCENT_LINE, 5)

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 10

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self._placed = [(break_lines(text, style, available_width - 24), style) for text, style in self.parts]
        self.width = available_width
        self.height = sum(len(lines) * style.line_height for lines, style in self._placed) + 8
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        draw_box(self.canv, 0, 0, self.width, self.height, self.look)
        top = self.height - 4
        for lines, style in self._placed:
            draw_block(self.canv, lines, 12, self.width - 12, top, style)
            top -= len(lines) * style.line_height
