"""What was asked for on paper, and what makers of papers share: the record they are about, the office, who prints."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.access import may_see, require_reader
from desktop.services.viewing import as_read
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper of a record, of a Jalali month ("" for the one that is usual for it), in the internal or shared copy.

    `against` is the month that a comparison sets beside it.
    """

    record_id: str = ""
    month: str = ""
    copy: str = "internal"
    against: str = ""


def wanted(rows: Rows, kind: str, record_id: str) -> Row:
    """The record a paper is about; refuses when none was named, or there is none that this role may see."""
    require_reader(rows.role, KINDS[kind])
    if not record_id:
        raise RefusedError.of("id", "required")
    row = rows.get(kind, record_id)
    if row is None or not may_see(rows, KINDS[kind], row):
        raise RefusedError.of("id", "unknown_record")
    return as_read(rows, KINDS[kind], [row])[0]


def printed_by(rows: Rows, office: OfficeFile) -> str:
    """The name of whoever prints."""
    staff = rows.get("staff_member", office.actor.staff_id)
    return str(staff["full_name"]) if staff else ""
