"""Records as other programs read them: declared fields in declared order, identifiers as far as the role may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from desktop.domain.fields import Input
from desktop.domain.kinds import table_of
from desktop.domain.persian.digits import to_ascii
from desktop.domain.record import Kind, Row
from desktop.services.access import READS_IDENTIFIERS
from desktop.store.lists import where_clause
from desktop.store.rows import Rows
from desktop.store.tables import SEARCH_ENTRY

_SEVERAL = (Input.CODES, Input.TEXTS, Input.CODE_MAP)
_IDENTIFIERS = {"person": "national_id", "person_identifier": "value", "staff_member": "national_id"}


def view(kind: Kind, row: Row, role: str) -> dict[str, Any]:
    """One record; an identifier is its last four digits to those who may not read it whole."""
    shown = {"id": row["id"], **{name: row[name] for name in kind.fields}}
    secret = _IDENTIFIERS.get(kind.name)
    if secret and shown[secret] and role not in READS_IDENTIFIERS:
        shown[secret] = masked(shown[secret])
    return {**shown, **{name: row[name] for name in ("created_at", "updated_at", "row_version")}}


def masked(number: str) -> str:
    """«******1234»; a number of four digits or fewer is hidden whole."""
    return "*" * 6 + (number[-4:] if len(number) > 4 else "")


def shows_identifiers(kind: Kind, rows: list[Row], role: str) -> bool:
    """Whether these rows tell this role somebody's whole number, which is then kept in the audit log."""
    secret = _IDENTIFIERS.get(kind.name)
    return (
        secret is not None
        and kind.name != "staff_member"
        and role in READS_IDENTIFIERS
        and any(r[secret] for r in rows)
    )


def listed(rows: Rows, kind: Kind, where: Mapping[str, str], limit: int | None = None) -> list[Row]:
    """Records whose fields have these values, in Persian order where the kind is searched, else as registered."""
    digits = {name for name, about in kind.fields.items() if about.input is Input.DIGITS}
    wanted = where_clause(kind.name, {n: to_ascii(text) if n in digits else text for n, text in where.items()})
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
    found = _having(rows, query, several)
    return [row for _, row in zip(range(limit), found, strict=False)] if limit is not None else list(found)


def _having(rows: Rows, query: Any, several: Mapping[str, Any]) -> Iterator[Row]:
    for mapping in rows.connection.execute(query).mappings():
        row = dict(mapping)
        if all(_holds(row[name], value) for name, value in several.items()):
            yield row


def _holds(have: Any, wanted: Any) -> bool:
    """A list field has a value when it contains it; an empty value asks for an empty list."""
    return all(item in (have or []) for item in wanted) if wanted else not have
