"""«پیگیری تفاهم‌نامه»: what each side promised, and what became of it, A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards, Facts, SignatureBox, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import GOOD, MUTED, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY, Edges, Imprint, paper, signed, titled

_TITLE = "پیگیری تفاهم‌نامه"


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A promise of one party. `due_on` None: no day was set; `status` is its Persian label."""

    party: str
    text: str
    quantity: str
    due_on: date | None
    status: str
    done: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class MouFollowUp:
    """A memorandum on the day it is printed."""

    imprint: Imprint
    title: str
    parties: tuple[str, ...]
    fields: tuple[str, ...]
    signed_on: date | None
    start: date | None
    end: date | None
    status: str
    commitments: tuple[CommitmentRow, ...]
    manager: str = ""

    def overdue(self, one: CommitmentRow) -> bool:
        """Whether a promise should have been kept by the day of printing."""
        late = one.due_on is not None and one.due_on < self.imprint.printed_on
        return late and not one.done and not one.cancelled


def build(mou: MouFollowUp) -> bytes:
    """The follow-up as a PDF. Raises MissingGlyphError for a character the font lacks."""
    boxes = [SignatureBox("تهیه‌کننده", mou.imprint.printed_by), SignatureBox("مدیر دفتر", mou.manager)]
    story: list[Flowable] = [
        *titled(_TITLE, mou.title),
        Facts(_facts(mou)),
        *_numbers(mou),
        *_commitments(mou),
        signed(boxes),
    ]
    return paper(story, f"{_TITLE} · {mou.title}", mou.imprint, Edges(f"{_TITLE} · {mou.status}"))


def _facts(mou: MouFollowUp) -> list[tuple[str, str]]:
    return [
        ("طرف‌ها", "؛ ".join(mou.parties)),
        ("وضعیت", mou.status),
        ("موضوع‌ها", "، ".join(mou.fields)),
        ("امضا", _day(mou.signed_on)),
        ("مدت", f"{_day(mou.start)} تا {_day(mou.end)}"),
        ("مانده", _left(mou)),
    ]


def _left(mou: MouFollowUp) -> str:
    if mou.end is None:
        return DASH
    days = (mou.end - mou.imprint.printed_on).days
    if days < 0:
        return f"{digits.grouped(-days)} روز از پایان گذشته است"
    return f"{digits.grouped(days)} روز"


def _numbers(mou: MouFollowUp) -> list[Flowable]:
    done = sum(one.done for one in mou.commitments)
    late = sum(mou.overdue(one) for one in mou.commitments)
    dropped = sum(one.cancelled for one in mou.commitments)
    cards = [
        Card("تعهدها", number_text(len(mou.commitments))),
        Card("انجام‌شده", number_text(done)),
        Card("عقب‌افتاده", number_text(late)),
        Card("در راه", number_text(len(mou.commitments) - done - late - dropped)),
    ]
    return [Cards(cards)]


def _commitments(mou: MouFollowUp) -> list[Flowable]:
    story = heading("تعهدها", 100)
    if not mou.commitments:
        return [*story, Paragraph("در این تفاهم‌نامه تعهدی نوشته نشده است.", EMPTY)]
    columns = [
        Column("تعهد", grow=3, minimum=190),
        Column("مقدار", Align.CENTRE, 0.6, 60),
        Column("سررسید", Align.CENTRE, 0, 66),
        Column("وضعیت", Align.CENTRE, 0, 78),
        Column("روز", Align.CENTRE, 0, 78),
    ]
    rows: list[Row] = []
    for party, promised in groupby(_by_party(mou), key=lambda one: one.party):
        rows.append(Row([party], RowKind.GROUP))
        rows += [_row(mou, one) for one in promised]
    return [*story, Table(columns, rows)]


def _by_party(mou: MouFollowUp) -> Sequence[CommitmentRow]:
    """The parties in the order of the memorandum, then by day."""
    order = {party: place for place, party in enumerate(mou.parties)}
    return sorted(mou.commitments, key=lambda one: (order.get(one.party, 99), one.party, one.due_on or date.max))


def _row(mou: MouFollowUp, one: CommitmentRow) -> Row:
    colour = GOOD if one.done else WARNING if mou.overdue(one) else MUTED if one.cancelled else None
    return Row([one.text, one.quantity or DASH, _day(one.due_on), Cell(one.status, colour), _days(mou, one)])


def _days(mou: MouFollowUp, one: CommitmentRow) -> str | Cell:
    if one.due_on is None or one.done or one.cancelled:
        return DASH
    days = (one.due_on - mou.imprint.printed_on).days
    if days < 0:
        return Cell(f"{digits.grouped(-days)} روز گذشته", WARNING, Weight.SEMIBOLD)
    return f"{digits.grouped(days)} روز مانده"


def _day(day: date | None) -> str:
    return calendar.short(day) if day else DASH
