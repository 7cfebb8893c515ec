"""«برگهٔ رضایت آگاهانه»: read aloud in large type and answered; one copy for the office, one for the person, A4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar
from desktop.reports.layout.blocks import Facts, SignatureBox, Signatures
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, PageBreak
from desktop.reports.layout.lines import one_line
from desktop.reports.layout.paint import BoxLook, Page, draw_block, draw_box
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import ACCENT, ACCENT_DARK, MM, TITLE, Align, TextStyle
from desktop.reports.office_page import code_text, fictional_mark, moment_of, running_foot, running_head

_MARGIN = 20 * MM
_TITLE = "برگهٔ رضایت آگاهانه"
_READ = TextStyle(size=13.5, leading=25, align=Align.RIGHT, space_after=3)
_COPY = TextStyle(size=10.5, colour=ACCENT_DARK, align=Align.CENTRE, leading=18, space_after=4)
_COPIES = ("نسخهٔ دفتر", "نسخهٔ شما")
_ANSWERS = ("اجازه می‌دهم", "اجازه نمی‌دهم")


@dataclass(frozen=True, slots=True)
class ConsentSheet:
    """What is read and asked. Without a name the sheet is blank, for work on paper."""

    office_title: str
    name: str
    resident_no: str
    guardian: str  # who answers for somebody under eighteen; "" for nobody
    who_we_are: str
    questions: tuple[str, ...]
    rights: tuple[str, ...]
    refusing: str
    methods: tuple[str, ...]
    text_version: str
    on: date
    fictional: bool = False


def build(sheet: ConsentSheet) -> bytes:
    """The sheet as a PDF of two copies. Raises MissingGlyphError for a character the font lacks."""
    story: list[Flowable] = []
    for place, copy in enumerate(_COPIES):
        story += [*([PageBreak()] if place else []), *_copy(sheet, copy)]
    metadata = Metadata(_TITLE, moment_of(sheet.on), sheet.office_title)
    page = Sheet(top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, sheet))


def _copy(sheet: ConsentSheet, copy: str) -> list[Flowable]:
    who = [("نام و نام خانوادگی", sheet.name or " "), ("شمارهٔ پرونده", code_text(sheet.resident_no) or " ")]
    who += [("ولی یا سرپرست قانونی", sheet.guardian)] if sheet.guardian else []
    who += [("تاریخ", calendar.long(sheet.on) if sheet.name else " ")]
    boxes = [SignatureBox("خود فرد یا ولی او"), SignatureBox("شاهد"), SignatureBox("همکاری که متن را خواند")]
    return [
        Paragraph(_TITLE, TITLE.but(leading=34)),
        Paragraph(copy, _COPY),
        Facts(who, per_row=1 if not sheet.name else 2),
        Paragraph(sheet.who_we_are, _READ),
        *(part for question in sheet.questions for part in (Paragraph([bold(question)], _READ), _Ticks(_ANSWERS))),
        *(Paragraph(right, _READ) for right in sheet.rights),
        Paragraph([bold(sheet.refusing)], _READ),
        KeepTogether([_Ticks(sheet.methods, "شیوهٔ پاسخ:"), Signatures(boxes, per_row=3, height=76)]),
    ]


class _Ticks(Flowable):
    """Boxes to tick side by side, from the right."""

    def __init__(self, choices: tuple[str, ...], title: str = "") -> None:
        super().__init__()
        self.choices, self.title = choices, title
        self.style = TextStyle(size=12, leading=21)

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """One line."""
        self.width, self.height = available_width, self.style.line_height
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        side, right = self.style.size, self.width - 8
        if self.title:
            named = one_line(self.title, self.style)
            draw_block(self.canv, (named,), right - named.width, right, self.height, self.style)
            right -= named.width + 14
        for choice in self.choices:
            draw_box(self.canv, right - side, (self.height - side) / 2, side, side, BoxLook(None, ACCENT, 2))
            line = one_line(choice, self.style)
            edge = right - side - 6
            draw_block(self.canv, (line,), edge - line.width, edge, self.height, self.style)
            right = edge - line.width - 24


def _furniture(sheet: ConsentSheet, page: Page) -> None:
    running_head(page, sheet.office_title, "متن با صدای بلند و شمرده خوانده شود", _MARGIN)
    running_foot(page, (f"نسخهٔ متن {code_text(sheet.text_version)}",), _MARGIN)
    if sheet.fictional:
        fictional_mark(page)
