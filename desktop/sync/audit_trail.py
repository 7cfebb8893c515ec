"""The audit log stays on its laptop; how far it had come travels, so that others can witness it.

A line of the log of changes names the audit log's last line and its chain value. It is sealed, signed by the device and
kept by every laptop and by the province, and comes back to a laptop whose file went back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from desktop.store import audit
from desktop.store.office_file import OfficeFile
from desktop.sync.devices import ACTION, KIND
from desktop.sync.laptop import meta
from desktop.sync.merge import Operation
from desktop.sync.opening import write_lines
from desktop.sync.sealing import unsealed

_TOLD = ("seq", "chain", "at")


def tell_audit(office: OfficeFile) -> None:
    """Tell how far the audit log has come, with what is to be sealed for others; by itself it is worth no contact."""
    office.anchor_audit()
    with office.connection() as connection:
        told = max((anchor.seq for anchor in audit.told_anchors(connection)), default=0)
        if not unsealed(connection) or audit.head(connection)[0] <= told:
            return
    with office.merge() as connection:
        seq, chain = audit.head(connection)
        at = office.clock()
        fields = {"act": "audit", "seq": seq, "chain": chain, "at": at.isoformat()}
        line = json.dumps({name: [None, value] for name, value in fields.items()})
        write_lines(connection, meta(connection, "device_id"), at, [(ACTION, KIND, audit.TOLD, line)])


def hear_audit(connection: Connection, operations: Iterable[Operation]) -> None:
    """Keep how far a laptop's audit log had come: for itself, should its file have gone back, and as its witness."""
    for one in operations:
        if one.record == audit.TOLD and one.kind == KIND and type(one.fields.get("seq")) is int:
            told = json.dumps({"device": one.dot.device, **{name: one.fields.get(name) for name in _TOLD}})
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO sync_statement (id, sort, content) VALUES (?, ?, ?)",
                (
                    f"{audit.TOLD}:{one.dot.device}:{one.dot.seq}",
                    audit.TOLD,
                    told,
                ),
            )
