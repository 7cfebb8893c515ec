"""What every paper of the office says of itself: whose it is, the day, who printed it, whether it is fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.attachment import LOGO
from desktop.services.asked_paper import printed_by
from desktop.store.contents import content_of
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.office_paper import Imprint


def imprint_of(rows: Rows, office: OfficeFile, *, named: bool = True) -> Imprint:
    """The imprint of today; a copy that leaves the office does not name who printed it."""
    from desktop.reports.office_paper import Imprint

    about = rows.find("office")[0]
    return Imprint(about["title_fa"], rows.today, printed_by(rows, office) if named else "", about["fictional"])


def office_logo(rows: Rows) -> bytes:
    """The picture in the head of official papers: the newest that was attached to the office as its logo."""
    about = rows.find("office")[0]
    found = rows.find("attachment", owner_kind="office", owner_id=about["id"], kind=LOGO)
    return (content_of(rows.connection, found[-1]["sha256"]) or b"") if found else b""


def manager_of(rows: Rows) -> str:
    """The name of the office's manager, where one is known."""
    managers = [one for one in rows.find("staff_member", position="manager") if one["end_date"] is None]
    return str(managers[0]["full_name"]) if managers else ""
