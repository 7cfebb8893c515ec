"""«رسید حامل»: what somebody carries for the office, A5, signed at both ends. It tells of nobody (G-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from desktop.domain.persian import calendar
from desktop.reports.layout.blocks import Facts, SignatureBox, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import A5, BODY, MM, Align
from desktop.reports.layout.table import Column, Row, RowKind, Table
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY, Edges, Imprint, paper, signed, titled

_TITLE = "رسید حامل"
_MARGIN = 14 * MM
_WHOM = {"office": "رایانه‌های دیگر دفتر", "province": "استان"}
_SEALED = (
    "این پرونده رمز شده است و تنها گیرنده آن را می‌گشاید؛ حامل نیازی به دانستن محتوای آن ندارد. اگر گم شد، "
    "دفتر را آگاه کنید: پروندهٔ بعدی همهٔ آن را دوباره در بر دارد."
)
_NONE = "هنوز پرونده‌ای برای بردن نوشته نشده است."


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """A kind of record in the file, and how many of it."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class CourierReceipt:
    """A file on a stick. Without a day none was written yet; `fingerprint` tells it from every other."""

    imprint: Imprint
    to: str  # "office" | "province"; "" before the first file
    written_on: date | None
    kilobytes: int
    operations: int
    attachments: int
    fingerprint: str
    rows: tuple[CarriedRow, ...]


def build(receipt: CourierReceipt) -> bytes:
    """The receipt as a PDF. Raises MissingGlyphError for a character the font lacks."""
    facts = [
        ("گیرنده", _WHOM.get(receipt.to, DASH)),
        ("اندازه", f"{number_text(receipt.kilobytes)} کیلوبایت"),
        ("شمار تغییرها", number_text(receipt.operations)),
        ("پیوست‌ها", number_text(receipt.attachments)),
        ("تاریخ نوشتن", calendar.long(receipt.written_on) if receipt.written_on else DASH),
        ("شناسهٔ پرونده", ltr(receipt.fingerprint) if receipt.fingerprint else DASH),
    ]
    boxes = [SignatureBox("تحویل‌دهنده"), SignatureBox("حامل"), SignatureBox("گیرنده")]
    story: list[Flowable] = [
        *titled(_TITLE, "پروندهٔ مهرشده روی حافظهٔ همراه"),
        Facts(facts),
        Paragraph(_SEALED if receipt.written_on else _NONE, BODY.but(space_after=6)),
        *_contents(receipt),
        signed(boxes, per_row=3),
    ]
    return paper(story, _TITLE, receipt.imprint, Edges(_TITLE, (), A5, _MARGIN))


def _contents(receipt: CourierReceipt) -> list[Flowable]:
    story = heading("محتوای پرونده")
    if not receipt.rows:
        return [*story, Paragraph("رکورد تازه‌ای در آن نیست؛ تنها رسید آنچه خوانده شده است.", EMPTY)]
    columns = [Column("گونهٔ داده", grow=3), Column("شمار", Align.CENTRE, 1, 46)] * 2
    half = -(-len(receipt.rows) // 2)
    pairs = zip_longest(receipt.rows[:half], receipt.rows[half:])
    body = [Row([*_cells(right), *_cells(left)]) for right, left in pairs]
    body.append(Row(["جمع همه", number_text(sum(one.count for one in receipt.rows)), "", ""], RowKind.TOTAL))
    return [*story, Table(columns, body)]


def _cells(row: CarriedRow | None) -> tuple[str, str]:
    return (row.kind, number_text(row.count)) if row else ("", "")
