"""A typed table for each kind of which the province may hold anything, made from the declarations.

A column is empty where nothing was published: the office keeps it, or has not filled it. Tables know no foreign keys:
what a record points to may be hidden from the province, or hidden again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
)
from sqlalchemy.types import TypeEngine

from desktop.domain.fields import JSON_INPUTS, About, Input
from desktop.domain.kinds import KINDS, table_of
from desktop.domain.need import OPEN_STATES
from desktop.sync.publish import published_fields, published_kinds
from province.store.tables import METADATA

PREFIX = "published_"
DELETED = "deleted_at"
_KEYS = frozenset({"office_id", "id", DELETED})


class NoValueError(Exception):
    """A value that its column cannot hold: written by a newer program, or by none of ours."""


def typed(kind: str, name: str, value: Any) -> Any:
    """A value of the log as its column holds it; NoValueError when it is none."""
    if value is None:
        return None
    try:
        return _reader(kind, name)(value)
    except (TypeError, ValueError, OverflowError, KeyError) as error:
        raise NoValueError(f"{kind}.{name}") from error


def told(value: Any) -> Any:
    """The other way round: a value of a column as the log tells it, for the merge."""
    teller = _TELLERS.get(type(value))
    return teller(value) if teller else value


@cache
def _reader(kind: str, name: str) -> Callable[[Any], Any]:
    """What makes a column's value of what the log tells; KeyError where there is no such column."""
    reader: Callable[[Any], Any] = _READERS[type(PUBLISHED[kind].c[name].type)]
    return reader


def _column_type(kind: str, name: str, about: About) -> TypeEngine[Any]:
    """Whole numbers are 64 bits wide: money is rial, and PostgreSQL's own integer ends at two thousand million."""
    if about.input in JSON_INPUTS or about.input is Input.DATA:
        return JSON(none_as_null=True)
    declared = table_of(KINDS[kind]).c[name].type
    return next((made for wide, made in _WIDE if isinstance(declared, wide)), String())


_WIDE: tuple[tuple[type[TypeEngine[Any]], TypeEngine[Any]], ...] = (
    (Boolean, Boolean()),
    (Integer, BigInteger()),
    (DateTime, DateTime()),
    (Date, Date()),
    (Time, Time()),
    (Float, Float()),
)


def _columns(kind: str) -> Iterator[Column[Any]]:
    yield Column("office_id", ForeignKey("office.id"), primary_key=True)
    yield Column("id", String, primary_key=True)
    for name, about in published_fields(kind).items():
        if name not in _KEYS:
            yield Column(name, _column_type(kind, name, about))
    yield Column(DELETED, DateTime)


def _declare() -> Mapping[str, Table]:
    made = {}
    for kind in published_kinds():
        made[kind] = Table(PREFIX + kind, METADATA, *_columns(kind))
        months = [name for name, about in published_fields(kind).items() if about.input is Input.MONTH]
        for name in months:
            Index(f"ix_{PREFIX}{kind}_{name}", made[kind].c.office_id, made[kind].c[name])
    _index_across_offices(made["monthly_report"], made["need"])
    return MappingProxyType(made)


def _index_across_offices(report: Table, need: Table) -> None:
    """What the province's own pages ask of all offices at once; the plans that led here stand in docs/adr/0021."""
    Index("ix_published_monthly_report_of_month", report.c.jmonth, report.c.office_id)
    is_open = need.c.status.in_(OPEN_STATES) & need.c[DELETED].is_(None)
    Index(
        "ix_published_need_open", need.c.field, need.c.office_id, need.c.noted_on, postgresql_where=is_open,
        sqlite_where=is_open,
    )  # fmt: skip
    is_solved = (need.c.status == "met") & need.c.solution_note.is_not(None)
    Index("ix_published_need_solved", need.c.status_on, postgresql_where=is_solved, sqlite_where=is_solved)


def _yes_no(value: Any) -> bool:
    if value not in (0, 1):
        raise ValueError(value)
    return bool(value)


def _whole(value: Any) -> int:
    made = int(value)
    if isinstance(value, str) or made != value or not -(1 << 63) <= made < 1 << 63:
        raise ValueError(value)
    return made


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:  # PostgreSQL holds no NUL
        raise TypeError(value)
    return value


_READERS: Mapping[type, Any] = {
    Boolean: _yes_no,
    BigInteger: _whole,
    Float: float,
    DateTime: lambda value: datetime.fromisoformat(value).replace(tzinfo=None),
    Date: date.fromisoformat,
    Time: time.fromisoformat,
    JSON: lambda value: value,
    String: _text,
}

_TELLERS: Mapping[type, Any] = {
    bool: int,
    datetime: lambda value: value.isoformat(sep=" ", timespec="microseconds"),
    date: date.isoformat,
    time: lambda value: value.isoformat(timespec="microseconds"),
}

PUBLISHED = _declare()
"""Kind → its table."""
