"""«گزارش عملکرد ماهانه»: the office's monthly report, A4."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Final

from desktop.domain.codes import label_of
from desktop.domain.persian import calendar, digits
from desktop.domain.report_codes import REPORT_SECTIONS, REQUESTS
from desktop.reports.layout.blocks import Letterhead, heading
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import ACCENT_DARK, BODY, MM, MUTED, TITLE, Align, TextStyle, Weight
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.monthly_sections import (
    agencies,
    annex,
    built,
    coordination,
    corrections,
    coverage,
    evaluations,
    events,
    harms,
    inspections,
    money,
    needs,
    ngos,
    office,
    participation,
    signatures,
    summary,
    training,
    visits,
)
from desktop.reports.monthly_sections.notes import SENTENCE
from desktop.reports.office_page import code_text, fictional_mark, moment_of, running_foot, running_head
from desktop.reports.office_paper import EMPTY
from desktop.reports.shared_copy import COPIES, INTERNAL

_MARGIN = 18 * MM
_TITLE = "گزارش عملکرد ماهانه"
_WITHHELD = "رقم‌های این بخش را مدیر دفتر و استان می‌بینند؛ در این چاپ نیامده‌اند."
_SUBTITLE = TextStyle(size=13, weight=Weight.SEMIBOLD, align=Align.CENTRE, leading=22)
_STATUS = TextStyle(size=9.5, colour=MUTED, align=Align.CENTRE, space_after=4)


@dataclass(frozen=True, slots=True)
class Section:
    """One of the domain's sections (§4.1), by the code under which the manager writes into it.

    `parts` makes what stands under its title, which is the code's own unless the paper says more. Where fewer than
    `room` points are left below the title, it begins a new page.
    """

    code: str
    parts: Callable[[MonthlyReport, Copy], list[Flowable]]
    longer_title: str = ""
    room: float = 80

    @property
    def title(self) -> str:
        return self.longer_title or REPORT_SECTIONS[self.code]


SECTIONS: Final = (
    Section("summary", summary.parts),
    Section("office", office.parts),
    Section("coverage", coverage.parts),
    Section("visits", visits.parts),
    Section("needs", needs.parts),
    Section("agencies", agencies.parts),
    Section("training", training.parts),
    Section("events", events.parts),
    Section("participation", participation.parts),
    Section("coordination", coordination.parts),
    Section("built", built.parts),
    Section("harms", harms.parts, "آسیب‌ها و زمینه‌های بروز (سطح محله)"),
    Section("money", money.parts),
    Section("ngos", ngos.parts),
    Section("inspections", inspections.parts, room=70),
    Section("evaluations", evaluations.parts, room=70),
    Section("corrections", corrections.parts, room=40),
    Section("annex", annex.parts, "پیوست: تعریف شاخص‌ها و کیفیت داده"),
    Section("signatures", signatures.parts, room=200),
)
"""What the report consists of, in this order."""


def build(report: MonthlyReport, copy: str = INTERNAL, logo: bytes = b"", withheld: Collection[str] = ()) -> bytes:
    """The report as a PDF; the same report and copy («internal» or «shared») give the same bytes.

    Of a section that is `withheld` from whoever prints, the page says so under its title.

    Raises MissingGlyphError for a character the font lacks, and the calendar's refusal for a malformed month.
    """
    title = f"{_TITLE} · {calendar.month_title(report.month)}"
    story, told = _cover(report, copy, logo), Copy(report, copy)
    for section in SECTIONS:
        story += heading(section.title, section.room)
        if section.code in withheld:
            story.append(Paragraph(_WITHHELD, EMPTY))
            continue
        story += [*section.parts(report, told), *_written(report, section.code)]
    metadata = Metadata(title, moment_of(report.date), report.office_title, report.office_title)
    sheet = Sheet(top=20 * MM, right=_MARGIN, bottom=18 * MM, left=_MARGIN)
    return render(story, metadata, sheet, partial(_furniture, report))


def _furniture(report: MonthlyReport, page: Page) -> None:
    running_head(page, report.office_title, f"{_TITLE} · {calendar.month_title(report.month)}", _MARGIN)
    version = f"نسخهٔ {digits.to_persian(str(report.version))}"
    running_foot(page, (version, f"شناسهٔ {code_text(report.content_hash[:12])}"), _MARGIN)
    if report.fictional:
        fictional_mark(page)


def _cover(report: MonthlyReport, copy: str, logo: bytes) -> list[Flowable]:
    facts = [
        ("شماره", digits.to_persian(report.report_no)),
        ("تاریخ", calendar.short(report.date)),
        ("پیوست", "—"),
    ]
    return [
        Letterhead(report.letterhead or (report.office_title,), facts, logo=logo),
        Paragraph(_TITLE, TITLE.but(leading=36)),
        Paragraph([report.office_title, " · ", bold(calendar.month_title(report.month), ACCENT_DARK)], _SUBTITLE),
        Paragraph(f"وضعیت: {report.status_label} · نسخهٔ {COPIES[copy]}", _STATUS),
    ]


def _written(report: MonthlyReport, code: str) -> list[Flowable]:
    """What the manager wrote in a section, and in the first one also what is asked of the province (F1-02)."""
    story: list[Flowable] = [Paragraph(text, BODY) for text in report.texts(code)]
    story += [Paragraph([bold("یادداشت: "), text], SENTENCE, bullet="•") for text in report.notes_of(code)]
    return [*story, *_requests(report)] if code == "summary" else story


def _requests(report: MonthlyReport) -> list[Flowable]:
    lines: list[Flowable] = [Paragraph(text, SENTENCE, bullet="•") for text in report.texts(REQUESTS)]
    if not lines:
        return []
    title = Paragraph([bold(label_of("report_text", REQUESTS), ACCENT_DARK)], BODY)
    return [KeepTogether([title, lines[0]]), *lines[1:]]
