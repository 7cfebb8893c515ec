"""The papers that are filled in by hand, made from the declarations of what they are typed into afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.kinds import KINDS
from desktop.services.imprint import imprint_of
from desktop.services.paper_questions import questions_of
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.layout.questions import Question

# The need's fields in the order in which somebody tells of it (domain §2.3).
_NEED = (
    "scope",
    "person_id",
    "neighborhood_id",
    "field",
    "subject",
    "description",
    "urgency",
    "source",
    "supporters_count",
)
_SESSION = ("workshop_id", "date", "no", "start", "end")


def blank_need(rows: Rows, office: OfficeFile, _month: str, _record_id: str) -> bytes:
    """«فرم ثبت نیاز» for work without electricity."""
    from desktop.reports.blank_papers import BlankPaper, build_need

    return build_need(BlankPaper(imprint_of(rows, office, named=False), tuple(_need_questions())))


def blank_attendance(rows: Rows, office: OfficeFile, _month: str, _record_id: str) -> bytes:
    """«برگهٔ خالی حضور و غیاب» of a session that was not printed beforehand."""
    from desktop.reports.blank_papers import BlankPaper, build_attendance

    return build_attendance(BlankPaper(imprint_of(rows, office, named=False), tuple(_session_questions())))


def _need_questions() -> Iterator[Question]:
    from desktop.reports.layout.questions import Question

    fields = KINDS["need"].fields
    labels = {"person_id": "نام متقاضی یا شمارهٔ پرونده"}
    for name in _NEED:
        yield from questions_of(name, replace(fields[name], label=labels.get(name, fields[name].label)))
    yield Question("مدارک همراه")
    yield Question("نتیجهٔ خواسته‌شده", lines=2)
    yield from questions_of("noted_on", fields["noted_on"])
    yield Question("گیرنده")


def _session_questions() -> Iterator[Question]:
    fields = KINDS["workshop_session"].fields
    for name in _SESSION:
        yield from questions_of(name, fields[name])
    yield from questions_of("place", KINDS["workshop"].fields["place"])
