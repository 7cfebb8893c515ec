"""Certificates of a workshop: given to all who completed it, and told true ones from others."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.text import clean
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.access import require_reader
from desktop.services.certificate_check import NUMBER, Checked, check_certificate
from desktop.services.records import add_record
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

GENUINE, ALTERED, WITHDRAWN, UNKNOWN = "genuine", "altered", "withdrawn", "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the office says of a paper: one of the codes above, and what its own list says of that number."""

    state: str
    of: Checked | None = None


def issue_certificates(work: UnitOfWork, workshop_id: str) -> list[Row]:
    """One for everybody who completed the workshop and has none; in the order in which they enrolled."""
    if work.get("workshop", workshop_id) is None:
        raise RefusedError.of("workshop_id", "unknown_record")
    has = {one["person_id"] for one in work.find("certificate", workshop_id=workshop_id)}
    places = work.find("workshop_enrollment", workshop_id=workshop_id, status="completed")
    people = [work.get("person", place["person_id"]) for place in places if place["person_id"] not in has]
    return [
        add_record(work, "certificate", {"workshop_id": workshop_id, "person_id": person["id"]})
        for person in people
        if person is not None and person["status"] not in ("erased", "merged")
    ]


def verify_certificate(rows: Rows, text: str) -> Verdict:
    """Whether a paper is one of the office's own, by its QR text or its number and code, without the Internet."""
    require_reader(rows.role, KINDS["certificate"])
    checked = check_certificate(rows, text)
    if checked is not None:
        return Verdict(GENUINE if checked.holds else ALTERED, checked)
    found = NUMBER.search(clean(text))
    gone = rows.find_even_deleted("certificate", number=to_persian(found.group())) if found else []
    return Verdict(WITHDRAWN if gone else UNKNOWN)
