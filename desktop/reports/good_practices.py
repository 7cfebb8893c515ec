"""«تجربه‌های خوب»: what other offices may learn from, with what has helped; nobody is named in it, A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.suppression import is_small
from desktop.reports.layout.blocks import heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY, NOTE, Edges, Imprint, paper, titled

_TITLE = "تجربه‌های خوب"
_NAMELESS = "این برگه برای دفترها و استان‌های دیگر است؛ نام هیچ‌کس در آن نیست و شمارهای کم پوشیده‌اند."


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A project, workshop, event or plan that went well, and what came of it in numbers."""

    kind: str
    title: str
    area: str  # the type of neighbourhood
    when: str
    people: int | None = None
    jobs: int | None = None
    sessions: int | None = None
    teams: int | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class SolutionRow:
    """What has helped a need of a field."""

    field: str
    area: str
    note: str


@dataclass(frozen=True, slots=True)
class GoodPractices:
    """What the office passes on."""

    imprint: Imprint
    practices: tuple[PracticeRow, ...]
    solutions: tuple[SolutionRow, ...]


def build(found: GoodPractices) -> bytes:
    """The paper as a PDF. Raises MissingGlyphError for a character the font lacks."""
    story: list[Flowable] = [
        *titled(_TITLE, found.imprint.office_title),
        Paragraph(_NAMELESS, NOTE),
        *_practices(found.practices),
        *_solutions(found.solutions),
    ]
    return paper(story, _TITLE, found.imprint, Edges(_TITLE))


def _practices(rows: Sequence[PracticeRow]) -> list[Flowable]:
    story = heading("فعالیت‌ها")
    if not rows:
        return [*story, Paragraph("هنوز فعالیتی «تجربهٔ خوب» نشان نشده است.", EMPTY)]
    columns = [
        Column("فعالیت", grow=2),
        Column("گونه"),
        Column("نوع محدوده", grow=1.2),
        Column("زمان", Align.CENTRE),
        Column("آنچه شد", grow=2),
    ]
    body = [
        Row(
            [
                Cell(row.title, weight=Weight.MEDIUM),
                Cell(row.kind, MUTED),
                row.area or DASH,
                row.when or DASH,
                _told(row),
            ]
        )
        for row in rows
    ]
    return [*story, Table(columns, body)]


def _told(row: PracticeRow) -> str:
    """«۳۲۰ نفر، ۲ شغل»; of fewer people than may be told nothing is said."""
    of_people = [(count, what) for count, what in ((row.people, "نفر"), (row.jobs, "شغل")) if not is_small(count or 0)]
    counts = (*of_people, (row.sessions, "جلسه"), (row.teams, "تیم"))
    told = [f"{number_text(count)} {what}" for count, what in counts if count]
    return "، ".join([*told, *([f"امتیاز {number_text(round(row.score))}"] if row.score else [])]) or DASH


def _solutions(rows: Sequence[SolutionRow]) -> list[Flowable]:
    story = heading("راه‌حل‌های نیازها")
    if not rows:
        return [*story, Paragraph("هنوز راه‌حلی نوشته نشده است.", EMPTY)]
    columns = [Column("حوزه"), Column("نوع محدوده", grow=1.2), Column("راه‌حل", grow=4)]
    return [*story, Table(columns, [Row([Cell(row.field, MUTED), row.area or DASH, row.note]) for row in rows])]
