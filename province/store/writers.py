"""Who wrote what a published record shows: a laptop of the office, or the province itself."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from desktop.sync.states import state_of
from province.store.tables import RECORD_STATE, SERVER


def told_by_offices(connection: Connection, kind: str, field: str, records: Collection[str]) -> frozenset[str]:
    """Those of some records in which a living value of a field is an office's own word, and not the province's."""
    if not records:
        return frozenset()
    ours = connection.execute(select(SERVER.c.province_id)).scalar_one()
    asked = select(RECORD_STATE.c.record_id, RECORD_STATE.c.state).where(
        RECORD_STATE.c.kind == kind, RECORD_STATE.c.record_id.in_(records)
    )
    heads = {row.record_id: state_of(kind, row.state).heads(field, {field: True}) for row in connection.execute(asked)}
    return frozenset(record for record, dots in heads.items() if any(dot.device != ours for dot in dots))
