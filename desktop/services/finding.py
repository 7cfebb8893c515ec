"""The search over everything, as far as whoever asks may read what it finds."""

from __future__ import annotations

from desktop.domain.kinds import KINDS
from desktop.services.access import READS_PERSONS, may_read
from desktop.services.viewing import nameless
from desktop.store.rows import Rows
from desktop.store.search import Hit, Spelling, search

_DEEPER = 5  # times as many are looked at where some may be left out


def found(rows: Rows, typed: str, limit: int, spelling: Spelling) -> list[Hit]:
    """Hits, best first. Who may not read people's files finds no record by a name that stands in its texts."""
    hits = search(rows.connection, typed, limit * _DEEPER, spelling=spelling)
    return [hit for hit in hits if may_read(rows.role, KINDS[hit.kind]) and _is_open(rows, hit)][:limit]


def _is_open(rows: Rows, hit: Hit) -> bool:
    if rows.role in READS_PERSONS:
        return True
    row = rows.get(hit.kind, hit.record_id)
    return row is not None and nameless(rows, KINDS[hit.kind], [row]) == [row]
