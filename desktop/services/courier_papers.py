"""The plain rows of the receipt that goes with a courier's file, and what is kept of the files that were written."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from desktop.domain.clock import IRAN
from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.services.asked_paper import Asked
from desktop.services.imprint import imprint_of
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.sync.courier import Written
from desktop.sync.laptop import meta, set_meta

_KEY = "courier_written"
_KEPT = 20  # files whose receipt can still be printed
_GROUP, _SHOWN = 4, 12  # letters of a fingerprint that are read together, and all that are shown


def keep_written(office: OfficeFile, written: Written) -> None:
    """Remember what the receipt tells; the newest first."""
    told = {
        "sha256": written.sha256,
        "to": written.to,
        "on": office.clock().astimezone(IRAN).date().isoformat(),
        "size": written.size,
        "operations": written.operations,
        "attachments": written.attachments,
        "kinds": dict(written.kinds),
    }
    with office.merge() as connection:
        kept = json.loads(meta(connection, _KEY) or "[]")
        set_meta(connection, _KEY, json.dumps([told, *kept][:_KEPT]))


def courier_receipt(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«رسید حامل» of the file with this fingerprint, or of the last one that was written here."""
    from desktop.reports.courier_receipt import CarriedRow, CourierReceipt, build

    told = _written(rows, asked.record_id)
    mark = str(told.get("sha256", ""))[:_SHOWN].upper()
    counts = [(KINDS[kind].plural, count) for kind, count in told.get("kinds", {}).items() if kind in KINDS]
    return build(
        CourierReceipt(
            imprint=imprint_of(rows, office, named=False),
            to=str(told.get("to", "")),
            written_on=date.fromisoformat(told["on"]) if told else None,
            kilobytes=-(-int(told.get("size", 0)) // 1024),
            operations=int(told.get("operations", 0)),
            attachments=int(told.get("attachments", 0)),
            fingerprint=" ".join(mark[at : at + _GROUP] for at in range(0, len(mark), _GROUP)),
            rows=tuple(CarriedRow(kind, count) for kind, count in counts),
        )
    )


def _written(rows: Rows, fingerprint: str) -> dict[str, Any]:
    kept: list[dict[str, Any]] = json.loads(meta(rows.connection, _KEY) or "[]")
    if not fingerprint:
        return kept[0] if kept else {}
    found = [one for one in kept if one["sha256"].startswith(fingerprint.lower())]
    if len(found) != 1:
        raise RefusedError.of("id", "unknown_record")
    return found[0]
