"""The courier's file as colleagues use it: any of the office writes and reads one, and that is written down."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.domain.lifecycle import STAFF
from desktop.domain.problems import RefusedError
from desktop.services.courier_papers import keep_written
from desktop.store.office_file import OfficeFile
from desktop.sync import courier
from desktop.sync.audit_trail import tell_audit
from desktop.sync.courier import Addressee, Head, Received, Tell, Written


def write_courier(office: OfficeFile, path: Path, to: Addressee = "office", tell: Tell | None = None) -> Written:
    """What the office's other laptops, or the province, lack, in `path`."""
    _require_staff(office)
    if not office.is_awaiting():
        tell_audit(office)
    written = courier.write(office, path, to, tell)
    keep_written(office, written)
    _audit(office, "courier_write", f"{to} {written.operations} {written.sha256[:16]}")
    return written


def describe_courier(office: OfficeFile, path: Path) -> Head:
    """What a file says it is."""
    _require_staff(office)
    return courier.describe(office, path)


def read_courier(office: OfficeFile, path: Path, tell: Tell | None = None, *, salvage: bool = False) -> Received:
    """Take what a file brings."""
    _require_staff(office)
    received = courier.read(office, path, tell, salvage=salvage)
    _audit(office, "courier_read", f"{received.head.sender} {received.operations} {received.problem}".strip())
    return received


def as_json(found: Written | Head | Received) -> dict[str, Any]:
    return asdict(found)


def _require_staff(office: OfficeFile) -> None:
    if office.actor.role not in STAFF:
        raise RefusedError.of("", "not_allowed")


def _audit(office: OfficeFile, action: str, detail: str) -> None:
    if office.is_awaiting():
        return  # a new laptop has no log before it has the office
    with office.write() as work:
        work.audit(action, "device", office.identity.device_id, detail)
