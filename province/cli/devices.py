"""The words about laptops: device list, approve, revoke."""

from __future__ import annotations

from argparse import Namespace

from desktop.system.terminal import emit
from province.cli.opening import now, opened
from province.ingest import release
from province.registry import approve, revoke
from province.setup import Province
from province.store import devices, segments
from province.store.offices import office_by


def device(words: Namespace) -> int:
    with opened(words) as province:
        if words.act == "list":
            return _list(province, words.office or "")
        with province.database.writing() as connection:
            chosen = devices.device_by(connection, words.device)
            told: dict[str, object] = {"device": chosen.id, "office_id": chosen.office_id}
            if words.act == "revoke":
                emitted = told | {"status": devices.REVOKED, "last": revoke(connection, province, chosen, now())}
            else:
                approve(connection, chosen, now())
                emitted = told | {"status": devices.APPROVED}
        taken = release(province, chosen.office_id, now())  # what waited for it, or for what comes to nobody any more
        emit(emitted | ({"taken": taken} if words.act == "approve" else {}))
    return 0


def _list(province: Province, office: str) -> int:
    with province.database.reading() as connection:
        office_id = office_by(connection, office).id if office else ""
        for one in devices.devices(connection, office_id):
            told = {
                name: getattr(one, name) for name in ("id", "office_id", "title", "status", "vouched_by", "seen_at")
            }
            reached = segments.reached_by(connection, one.office_id, one.id)
            emit(told | {"reached": reached.seq, "last": one.last_seq})
    return 0
