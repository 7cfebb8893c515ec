"""Published records over all offices, a page at a time, within what an account may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from province.auditing import WRITTEN
from province.store.published import DELETED, PUBLISHED
from province.store.tables import AUDIT

Row = Mapping[str, Any]
Bound = Callable[[ColumnElement[Any]], ColumnElement[bool]]


class Wanted(NamedTuple):
    """Which records of a kind. `hidden_until`, `own`: those that are hidden are seen by who wrote them alone."""

    kind: str
    within: Bound
    office_id: str | None = None
    state: tuple[str, str] | None = None  # field and value
    hidden_until: str = ""
    own: frozenset[str] = frozenset()


class Listed(NamedTuple):
    rows: list[Row]
    total: int


def listed(
    connection: Connection, wanted: Wanted, order: tuple[tuple[str, bool], ...], start: int, most: int
) -> Listed:
    """Some of the records, in an order of columns (name, whether descending)."""
    table = PUBLISHED[wanted.kind]
    which = _which(wanted)
    ordered = [table.c[name].desc() if down else table.c[name] for name, down in order if name in table.c]
    page = select(table).where(which).order_by(*ordered, table.c.office_id, table.c.id).offset(start).limit(most)
    total = connection.execute(select(func.count()).select_from(table).where(which)).scalar_one()
    return Listed([dict(row) for row in connection.execute(page).mappings()], total)


def one_of(connection: Connection, wanted: Wanted, record_id: str) -> Row | None:
    """One record; None alike for one that is not there and one that may not be seen."""
    table = PUBLISHED[wanted.kind]
    found = connection.execute(select(table).where(_which(wanted), table.c.id == record_id).limit(1)).mappings().first()
    return dict(found) if found else None


def shared(connection: Connection, kind: str) -> list[tuple[Row, int]]:
    """Records that lie under one id in many offices: each once, with in how many offices it is."""
    table = PUBLISHED[kind]
    live = table.c[DELETED].is_(None)
    together = (
        select(table.c.id, func.min(table.c.office_id).label("office_id"), func.count().label("many"))
        .where(live)
        .group_by(table.c.id)
        .subquery()
    )
    joined = and_(table.c.id == together.c.id, table.c.office_id == together.c.office_id)
    rows = connection.execute(select(table, together.c.many).join(together, joined).where(live)).mappings()
    return [({name: value for name, value in row.items() if name != "many"}, int(row["many"])) for row in rows]


def holders(connection: Connection, kind: str, record: Row) -> list[str]:
    """The offices that have a record as it stands here."""
    table = PUBLISHED[kind]
    same = {name: value for name, value in record.items() if name not in ("office_id", "id", DELETED)}
    asked = select(table).where(table.c.id == record["id"], table.c[DELETED].is_(None))
    found = connection.execute(asked).mappings()
    return [row["office_id"] for row in found if all(row[name] == value for name, value in same.items())]


def written_by(connection: Connection, account_id: str, kind: str) -> frozenset[str]:
    """The records of a kind that an account wrote, as the log tells."""
    begin = f"{kind}:"
    wanted = select(AUDIT.c.target).where(
        AUDIT.c.account_id == account_id, AUDIT.c.deed == WRITTEN, AUDIT.c.target.startswith(begin, autoescape=True)
    )
    return frozenset(target.removeprefix(begin) for target in connection.execute(wanted).scalars())


def _which(wanted: Wanted) -> ColumnElement[bool]:
    table = PUBLISHED[wanted.kind]
    parts = [table.c[DELETED].is_(None), wanted.within(table.c.office_id)]
    if wanted.office_id is not None:
        parts.append(table.c.office_id == wanted.office_id)
    if wanted.state is not None:
        parts.append(table.c[wanted.state[0]] == wanted.state[1])
    if wanted.hidden_until:
        parts.append(or_(table.c[wanted.hidden_until].is_not(None), table.c.id.in_(sorted(wanted.own))))
    return and_(*parts)
