"""«برگهٔ بازیابی»: the code that opens the office's file when every password is forgotten. It is printed once, A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar
from desktop.reports.layout.blocks import SignatureBox, Signatures, TickItem, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.lines import one_line
from desktop.reports.layout.paint import BoxLook, Page, draw_box, draw_line
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import ACCENT_LINE, BODY, INK, MM, TITLE, WARNING, ZEBRA, Align, TextStyle, Weight
from desktop.reports.office_page import fictional_mark, moment_of, running_foot, running_head

_MARGIN = 22 * MM
_TITLE = "برگهٔ بازیابی"
_GROUP = TextStyle(size=21, weight=Weight.BOLD, colour=INK)
_TEXT = BODY.but(size=11, leading=21)
_WHERE = (
    "این برگه را در پاکت دربستهٔ امضاشده بگذارید و در گاوصندوق یا کمد قفل‌دار دفتر نگه دارید.",
    "جای آن را تنها مدیر دفتر و جانشین او بدانند؛ آن را کنار رایانه یا در کیف رایانه نگذارید.",
    "از آن عکس نگیرید و آن را در تلفن، رایانه، پیام‌رسان یا رایانامه ننویسید.",
    "اگر کسی آن را دید یا گم شد، همان روز در برنامه کد بازیابی تازه بسازید تا کد کهنه از کار بیفتد.",
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The code's groups as they are typed, such as («K7QD», «9XWM», …), left to right."""

    office_title: str
    groups: tuple[str, ...]
    made_on: date
    fictional: bool = False


def build(sheet: RecoverySheet) -> bytes:
    """The sheet as a PDF. Raises ValueError when there is no code, MissingGlyphError for a character the font lacks."""
    if not sheet.groups:
        raise ValueError("a recovery sheet without a code")
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(leading=38)),
        Paragraph(
            [sheet.office_title, " · ", calendar.long(sheet.made_on)], _TEXT.but(align=Align.CENTRE, space_after=10)
        ),
        Paragraph(
            "با این کد می‌توان پروندهٔ دفتر را، اگر همهٔ گذرواژه‌ها فراموش شود یا رایانه از دست برود، دوباره باز کرد. "
            "کد از چپ به راست خوانده می‌شود.",
            _TEXT,
        ),
        _Groups(sheet.groups),
        Paragraph(
            [bold("هر کس این برگه را داشته باشد همهٔ اطلاعات ساکنان را می‌بیند.", WARNING)],
            _TEXT.but(align=Align.CENTRE),
        ),
        *heading("کجا نگه داریم؟"),
        *(TickItem(text, _TEXT.but(align=Align.RIGHT, space_after=3)) for text in _WHERE),
        *heading("چگونه به کار می‌رود؟"),
        Paragraph("۱. برنامه را باز کنید و در صفحهٔ ورود، راه «کد بازیابی» را برگزینید.", _TEXT),
        Paragraph("۲. کد را گروه‌به‌گروه از چپ به راست بنویسید؛ بزرگی و کوچکی حروف و خط تیره مهم نیست.", _TEXT),
        Paragraph("۳. گذرواژهٔ تازه بگذارید و سپس کد بازیابی تازه بسازید و این برگه را نابود کنید.", _TEXT),
        *heading("تحویل", 110),
        KeepTogether([Signatures([SignatureBox("تحویل‌دهنده"), SignatureBox("تحویل‌گیرنده")], height=76)]),
    ]
    metadata = Metadata(_TITLE, moment_of(sheet.made_on), sheet.office_title)
    page = Sheet(top=21 * MM, right=_MARGIN, bottom=20 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, sheet))


class _Groups(Flowable):
    """The code's groups in boxes, from left to right and line by line."""

    def __init__(self, groups: Sequence[str], per_row: int = 4) -> None:
        super().__init__()
        self.groups, self.per_row = groups, min(per_row, len(groups))

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 8

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 10

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width, self.height = available_width, -(-len(self.groups) // self.per_row) * 54.0
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        width = (self.width - 8 * (self.per_row - 1)) / self.per_row
        for number, group in enumerate(self.groups):
            row, column = divmod(number, self.per_row)
            left, bottom = column * (width + 8), self.height - row * 54.0 - 48
            draw_box(self.canv, left, bottom, width, 46, BoxLook(ZEBRA, ACCENT_LINE, 6))
            line = one_line(ltr(group), _GROUP)
            draw_line(self.canv, line, left + (width - line.width) / 2, bottom + 16, _GROUP)


def _furniture(sheet: RecoverySheet, page: Page) -> None:
    running_head(page, sheet.office_title, "محرمانه", _MARGIN)
    running_foot(page, ("این برگه را تکثیر نکنید",), _MARGIN)
    if sheet.fictional:
        fictional_mark(page)
