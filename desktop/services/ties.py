"""Which records point to a record: what may be removed, and what may still be undone."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.access import may_see
from desktop.services.records import delete_record
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork


def tied_records(rows: Rows, kind_name: str, record_id: str) -> Iterator[Row]:
    """Every record that points to this one, but for those that whoever asks does not know of."""
    for kind in KINDS.values():
        for name, about in kind.fields.items():
            if about.links == kind_name:
                found = rows.find(kind.name, **{name: record_id})
                yield from (row for row in found if may_see(rows, kind, row))


def remove_record(work: UnitOfWork, kind_name: str, record_id: str) -> None:
    """Mark a record deleted that nothing points to."""
    if next(tied_records(work, kind_name, record_id), None) is not None:
        title = work.titles([record_id]).get(record_id) or KINDS[kind_name].label
        raise RefusedError.of("", "still_tied", title=title)
    delete_record(work, kind_name, record_id)
