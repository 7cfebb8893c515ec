"""What a newer program wrote waits, kept and passed on as it came, until this laptop's own upgrade knows it."""

from __future__ import annotations

from sqlalchemy import Connection

from desktop.domain.kinds import KINDS
from desktop.store.office_file import OfficeFile
from desktop.store.upgrade import head_revision
from desktop.sync.laptop import this_laptop
from desktop.sync.rewriting import rewrite
from desktop.sync.sealing import seal_in
from desktop.sync.voiding import built_of


def unpark(office: OfficeFile) -> frozenset[str]:
    """After an upgrade: build the records anew that operations of a newer program told of; the kinds that changed.

    What is still unknown goes on waiting.
    """
    with office.connection() as connection:
        if not _waiting(connection):
            return frozenset()
    with office.merge() as connection:
        at = office.clock()
        seal_in(connection, office)
        records = _waiting(connection)
        found = built_of(connection, this_laptop(connection, at), records)
        states = {record: state for record, (state, row) in found.items() if row}
        kinds = rewrite(connection, states, {record: found[record][1] for record in states}, at)
        if records:
            done = [(record,) for record in records]
            connection.exec_driver_sql("DELETE FROM parked_record WHERE record_id = ?", done)
        return kinds


def _waiting(connection: Connection) -> dict[str, str]:
    """Record → its kind, of those whose operations this program knows by now."""
    sql = "SELECT record_id, kind FROM parked_record WHERE schema_version <= ?"
    return {record: kind for record, kind in connection.exec_driver_sql(sql, (head_revision(),)) if kind in KINDS}
