"""Pictures of every printable, made of what an office holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QImage

from desktop.domain.problems import RefusedError
from desktop.services.printing import make_document, printables, recovery_sheet
from desktop.store.office_file import OfficeFile
from desktop.ui.widgets.pdf_pages import page_sizes, render_pages

_ABOUT: Final = {
    "household_card": "household",
    "attendance_sheet": "workshop_session",
    "certificate": "certificate",
    "call_list": "workshop WHERE status IN ('open', 'running')",
    "outcome_sheet": "workshop WHERE status = 'reported'",
    "workshop_report": "workshop WHERE status = 'reported'",
    "market_summary": "event WHERE stalls_count > 0",
    "programme_poster": "neighborhood",
    "programme_poster_a3": "neighborhood",
    "neighborhood_profile": "neighborhood",
    "meeting_minutes": "meeting",
    "mou_follow_up": "mou",
    "donation_receipt": "donation WHERE receipt_no IS NOT NULL",
    "ngo_plan_sheet": "ngo_plan",
    "inspection_report": "inspection WHERE done_on IS NOT NULL",
    "destruction_certificate": "office_contract",
    "handover_cover": "office_contract",
    "referral_letter": "referral",
    "reminder": "letter WHERE kind = 'reminder'",
    "letter": "letter WHERE direction = 'out'",
    "my_information": "person",
    "consent_sheet": "person",
    "case_label": "person",
}
"""The records that a printable can be about; the others are about the whole office."""


def paper_pictures(office: OfficeFile, width: int, code: str) -> Iterator[tuple[str, list[QImage]]]:
    """Name and pages of each printable, `width` pixels wide; one about records is left out where there are none.

    `code` stands on the sheet of the recovery code.
    """
    for name in printables():
        pdf = recovery_sheet(office, code) if name == "recovery_sheet" else _first(office, name)
        if pdf is not None:
            yield name, render_pages(pdf, width / page_sizes(pdf)[0].width())


def _first(office: OfficeFile, name: str) -> bytes | None:
    """The paper about the first record of which nothing that stands on it is disputed between laptops."""
    for record in _records(office, name):
        try:
            return make_document(office, name, record_id=record)
        except RefusedError as refused:
            if any(problem.code != "disputed_on_paper" for problem in refused.problems):
                raise
    return None


def _records(office: OfficeFile, name: str) -> list[str]:
    if name not in _ABOUT:
        return [""]
    with office.read() as rows:
        return [str(row["id"]) for row in rows.query(f"SELECT id FROM {_ABOUT[name]} LIMIT 20")]  # noqa: S608 - the names stand above
