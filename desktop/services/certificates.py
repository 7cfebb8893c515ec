"""Whether a certificate on paper is one of the office's own, altered, withdrawn, or never given."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.text import clean
from desktop.services.access import require_reader
from desktop.services.certificate_check import NUMBER, Checked, check_certificate
from desktop.store.rows import Rows

GENUINE, ALTERED, WITHDRAWN, UNKNOWN = "genuine", "altered", "withdrawn", "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the office says of a paper: one of the codes above, and what its own list says of that number."""

    state: str
    of: Checked | None = None


def verify_certificate(rows: Rows, text: str) -> Verdict:
    """Whether a paper is one of the office's own, by its QR text or its number and code, without the Internet."""
    require_reader(rows.role, KINDS["certificate"])
    checked = check_certificate(rows, text)
    if checked is not None:
        return Verdict(GENUINE if checked.holds else ALTERED, checked)
    found = NUMBER.search(clean(text))
    gone = rows.find_even_deleted("certificate", number=to_persian(found.group())) if found else []
    return Verdict(WITHDRAWN if gone else UNKNOWN)
