"""Records as other programs read them: declared fields in declared order, as far as this person may see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import select

from desktop.domain.access import unread, veiled
from desktop.domain.consent import HOUSEHOLD_TOPICS, SENSITIVE_TOPICS
from desktop.domain.fields import Input
from desktop.domain.kinds import table_of
from desktop.domain.persian.digits import to_ascii
from desktop.domain.record import Kind, Row
from desktop.services.access import refuse_unread, require_sensitive
from desktop.services.viewing import readable
from desktop.store.lists import where_clause
from desktop.store.rows import Rows
from desktop.store.tables import SEARCH_ENTRY
from desktop.store.unit_of_work import Actor

_SEVERAL = (Input.CODES, Input.TEXTS, Input.CODE_MAP)
_AS_OF_TODAY = frozenset({"consent_state"})  # worked out when read
_SENSITIVE = {
    "person_sensitive": frozenset(SENSITIVE_TOPICS),
    "household": frozenset(HOUSEHOLD_TOPICS),
    "outcome_followup": frozenset({"monthly_income_band"}),
}
_SHOWN_TO_SOME = {"consent": frozenset({"scope"})}  # which subject somebody agreed to tell of


def view(kind: Kind, row: Row, role: str) -> dict[str, Any]:
    """One record without what the role may not read; an identifier may be its last four digits."""
    shown, hidden = veiled(role, kind, row), unread(role, kind)
    told = {name: shown[name] for name in kind.fields if name not in hidden}
    return {"id": row["id"], **told, **{name: row[name] for name in ("created_at", "updated_at", "row_version")}}


def read_record(rows: Rows, actor: Actor, kind: Kind, record_id: str) -> Row | None:
    """One record as this person may read it today; None when there is nothing to be read."""
    row = rows.get(kind.name, record_id)
    return next(iter(readable(rows, actor, kind.name, [row] if row else [])), None)


def listed(rows: Rows, actor: Actor, kind: Kind, where: Mapping[str, str], limit: int | None = None) -> list[Row]:
    """Records whose fields have these values, in Persian order where the kind is searched, else as registered.

    Asked for what one may not see, nothing is told: not even by leaving records out.
    """
    digits = {name for name, about in kind.fields.items() if about.input is Input.DIGITS}
    wanted = where_clause(kind.name, {n: to_ascii(text) if n in digits else text for n, text in where.items()})
    refuse_unread(actor.role, kind, wanted)
    if wanted.keys() & _guarded(kind):
        require_sensitive(actor)
    today = {*_AS_OF_TODAY, kind.state} if kind.state_on else _AS_OF_TODAY
    late = {name: wanted.pop(name) for name in today & wanted.keys()}
    kept = set(wanted) & (_guarded(kind) | _SHOWN_TO_SOME.get(kind.name, frozenset()))
    several = {
        name: value for name, value in wanted.items() if name in kind.fields and kind.fields[name].input in _SEVERAL
    }
    table = table_of(kind)
    query = select(table).where(table.c.deleted_at.is_(None))
    query = query.outerjoin(SEARCH_ENTRY, SEARCH_ENTRY.c.record_id == table.c.id)
    query = query.order_by(SEARCH_ENTRY.c.order_key, table.c.row)
    for name, value in wanted.items():
        if name not in several:
            query = query.where(table.c[name] == value)
    found = list(islice(_having(rows, query, several), None if late or kept else limit))
    stored = {row["id"]: row for row in found}
    shown = [
        row
        for row in readable(rows, actor, kind.name, found)
        if all(row[name] == value for name, value in late.items())
        and all(row[name] == stored[row["id"]][name] for name in kept)
    ]
    return shown[:limit]


def _guarded(kind: Kind) -> frozenset[str]:
    """Fields by which nobody may look who may not see them. A number that one knows already finds its owner."""
    return _SENSITIVE.get(kind.name, frozenset())


def _having(rows: Rows, query: Any, several: Mapping[str, Any]) -> Iterator[Row]:
    for mapping in rows.connection.execute(query).mappings():
        row = dict(mapping)
        if all(_holds(row[name], value) for name, value in several.items()):
            yield row


def _holds(have: Any, wanted: Any) -> bool:
    """A list field has a value when it contains it; an empty value asks for an empty list."""
    return all(item in (have or []) for item in wanted) if wanted else not have
