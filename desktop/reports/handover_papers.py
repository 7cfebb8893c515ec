"""The end of an operator's contract on paper, A4: the cover of the package that is handed over, and the certificate
that the former operator destroyed its own copies (G-32).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Facts, SignatureBox, TickItem, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.lines import Content
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import BODY, Align
from desktop.reports.layout.table import Column, Row, RowKind, Table
from desktop.reports.office_page import DASH, code_text, number_text
from desktop.reports.office_paper import EMPTY, NOTE, Edges, Imprint, paper, signed, titled

_CERTIFICATE = "گواهی امحا"
_COVER = "بستهٔ تحویل دفتر"
_LINE = BODY.but(size=11.5, leading=22)
_TICK = _LINE.but(align=Align.RIGHT, space_after=3)
_SEALED = (
    "این بسته رمز شده است و تنها با کد بازیابی خودش باز می‌شود، که جدا از آن تحویل می‌شود. "
    "شمارها برای سنجیدن بسته هنگام تحویل است و نام هیچ کس در این برگه نیست."
)
_NOT_MADE = "بسته هنوز ساخته نشده است؛ شمارها از دفتر امروز است و نام هیچ کس در این برگه نیست."
COPIES = (
    "لپ‌تاپ‌ها و رایانه‌های دفتر که پوشهٔ دفتر در آن‌ها بود",
    "حافظه‌های همراه، پرونده‌های پشتیبان و پیک‌ها",
    "برگه‌های چاپی که نام کسی در آن‌ها بود",
    "برگه‌های بازیابی، گذرواژه‌ها و کلیدهای مجری پیشین",
)


@dataclass(frozen=True, slots=True)
class Contract:
    """The contract that ends, and who comes after. `fingerprint` is of the package; "" when it was not made yet."""

    operator: str
    number: str
    start: date
    end: date
    successor: str = ""
    handed_on: date | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Destruction:
    """What the former operator certifies; without a day the paper is to be filled in by hand."""

    imprint: Imprint
    contract: Contract
    destroyed_on: date | None = None


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A kind of record in the package, and how many of it."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class HandoverCover:
    """The sheet that lies on the package."""

    imprint: Imprint
    contract: Contract
    rows: tuple[PackageRow, ...]


def build_certificate(paper_of: Destruction) -> bytes:
    """The certificate as a PDF. Raises MissingGlyphError for a character the font lacks."""
    contract, day = paper_of.contract, paper_of.destroyed_on
    on = calendar.long(day) if day else "…………………………"
    text: Content = [
        "گواهی می‌شود ",
        bold(contract.operator),
        "، مجری پیشین این دفتر، پس از تحویل بستهٔ داده‌های دفتر، همهٔ رونوشت‌های آن را که نزد خود داشت در تاریخ ",
        bold(on),
        " چنان از میان برد که بازیابی شدنی نباشد، و هیچ نسخه‌ای، چاپی یا رایانه‌ای، نزد خود یا دیگری نگاه نداشت.",
    ]
    boxes = [SignatureBox("مجری پیشین", contract.operator), SignatureBox("مجری تازه", contract.successor)]
    boxes += [SignatureBox("نمایندهٔ استانداری"), SignatureBox("شاهد")]
    story: list[Flowable] = [
        *titled(_CERTIFICATE, "داده‌های دفتر نزد مجری پیشین"),
        Facts(_facts(contract)),
        Paragraph(text, _LINE),
        *heading("آنچه از میان برده شد"),
        *(TickItem(one, _TICK) for one in COPIES),
        TickItem("دیگر: ………………………………………………", _TICK),
        Paragraph([bold("روش امحا: "), "……………………………………………………………………"], _TICK),
        Paragraph("داده‌های دفتر از آنِ استان است؛ نگه‌داشتن رونوشت پس از پایان قرارداد روا نیست.", NOTE),
        signed(boxes, height=92),
    ]
    return paper(story, f"{_CERTIFICATE} · {contract.operator}", paper_of.imprint, Edges(_CERTIFICATE))


def build_cover(cover: HandoverCover) -> bytes:
    """The cover sheet as a PDF. Raises MissingGlyphError for a character the font lacks."""
    contract = cover.contract
    boxes = [SignatureBox("تحویل‌دهنده", contract.operator), SignatureBox("تحویل‌گیرنده", contract.successor)]
    boxes.append(SignatureBox("نمایندهٔ استانداری"))
    note = _SEALED if contract.fingerprint else _NOT_MADE
    story: list[Flowable] = [
        *titled(_COVER),
        Facts(_facts(contract)),
        Paragraph(note, BODY),
        *_contents(cover),
        signed(boxes, per_row=3),
    ]
    return paper(story, f"{_COVER} · {contract.operator}", cover.imprint, Edges(_COVER))


def _facts(contract: Contract) -> list[tuple[str, str]]:
    facts = [
        ("مجری پیشین", contract.operator),
        ("مجری تازه", contract.successor or DASH),
        ("شمارهٔ قرارداد", digits.codes_in_order(code_text(contract.number))),
        ("مدت قرارداد", f"{calendar.short(contract.start)} تا {calendar.short(contract.end)}"),
        ("تاریخ تحویل", calendar.long(contract.handed_on) if contract.handed_on else DASH),
    ]
    return [*facts, *([("شناسهٔ بسته", ltr(contract.fingerprint))] if contract.fingerprint else [])]


def _contents(cover: HandoverCover) -> list[Flowable]:
    story = heading("محتوای بسته")
    if not cover.rows:
        return [*story, Paragraph("این دفتر هنوز داده‌ای ندارد.", EMPTY)]
    columns = [Column("گونهٔ داده", grow=3), Column("شمار", Align.CENTRE, 1, 70)] * 2
    half = -(-len(cover.rows) // 2)
    pairs = zip_longest(cover.rows[:half], cover.rows[half:])
    body = [Row([*_cells(right), *_cells(left)]) for right, left in pairs]
    body.append(Row(["جمع همه", number_text(sum(one.count for one in cover.rows)), "", ""], RowKind.TOTAL))
    return [*story, Table(columns, body)]


def _cells(row: PackageRow | None) -> tuple[str, str]:
    return (row.kind, number_text(row.count)) if row else ("", "")
