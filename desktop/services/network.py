"""A contact over a line as colleagues make it, written down like a file on a stick."""

from __future__ import annotations

from desktop.store.office_file import OfficeFile
from desktop.sync.audit_trail import tell_audit
from desktop.sync.client import Summary, Tell, sync_with


def note_line(office: OfficeFile, port: int) -> None:
    """That this laptop lets the others of the office call it: once, when the line is opened."""
    office.note("serve", "device", office.identity.device_id, str(port))


def meet(office: OfficeFile, url: str, tell: Tell | None = None) -> Summary:
    """Meet another laptop, or the province, at an address; afterwards both have what either had."""
    if not office.is_awaiting():
        tell_audit(office)
    summary = sync_with(office, url, tell)
    entity = "province" if summary.role == "province" else "device"
    office.note("sync", entity, summary.peer, f"{summary.sent}/{summary.received}")
    return summary
