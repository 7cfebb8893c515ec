"""How records of a kind are read and written straight at the driver: most of what a day costs is this."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import JSON
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlmodel.sql.sqltypes import UTCDateTime

from desktop.domain.kinds import KINDS, table_of
from desktop.domain.record import Row

_Process = Callable[[Any], Any]
_MOMENTS = 10_000  # a record is read again and again within a day, and many are written in one moment


class Shape(NamedTuple):
    """The columns of a kind, and how SQLite keeps what it does not know itself."""

    kind: str
    names: tuple[str, ...]
    read: tuple[tuple[str, _Process], ...]
    bind: Mapping[str, _Process]

    def records(self, found: Iterable[Sequence[Any]]) -> list[Row]:
        """Records of whole rows of the table."""
        rows: list[dict[str, Any]] = [dict(zip(self.names, values, strict=True)) for values in found]
        for row in rows:
            for name, process in self.read:
                if (kept := row[name]) is not None:
                    row[name] = process(kept)
        return [*rows]

    def bound(self, values: Mapping[str, Any]) -> list[Any]:
        """The values as SQLite keeps them."""
        bind = self.bind
        return [bind[name](value) if name in bind and value is not None else value for name, value in values.items()]


@cache
def shape_of(kind_name: str) -> Shape:
    table, dialect = table_of(KINDS[kind_name]), SQLiteDialect_pysqlite()
    read, bind = [], {}
    for column in table.c:
        sort = column.type.dialect_impl(dialect)
        if (process := sort.result_processor(dialect, None)) is not None:
            read.append((column.name, _quick(column.type, process)))
        if (bound := sort.bind_processor(dialect)) is not None:
            bind[column.name] = bound
    return Shape(kind_name, tuple(column.name for column in table.c), tuple(read), bind)


def _quick(sort: object, process: _Process) -> _Process:
    if isinstance(sort, UTCDateTime):
        return lru_cache(_MOMENTS)(process)
    return _read_json if isinstance(sort, JSON) else process


def _read_json(text: str) -> Any:
    return [] if text == "[]" else json.loads(text)


@cache
def selecting(
    kind_name: str, wanted: tuple[str, ...], empty: tuple[str, ...] = (), *, even_deleted: bool = False
) -> str:
    """Records with values in these fields, to be told when it is asked, and none in those."""
    names = shape_of(kind_name).names
    if unknown := {*wanted, *empty} - {*names}:
        raise KeyError(*unknown)
    columns = ", ".join(f'"{name}"' for name in names)
    none = empty if even_deleted else (*empty, "deleted_at")
    told = [f'"{name}" = ?' for name in wanted] + [f'"{name}" IS NULL' for name in none]
    where = f"WHERE {' AND '.join(told)} " if told else ""
    return f'SELECT {columns} FROM "{kind_name}" {where}ORDER BY "row"'


@lru_cache(maxsize=1_000)
def inserting(kind_name: str, names: tuple[str, ...]) -> str:
    """A new record with values in these columns."""
    told = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{kind_name}" ({told}) VALUES ({", ".join("?" * len(names))})'


@lru_cache(maxsize=1_000)
def changing(kind_name: str, names: tuple[str, ...]) -> str:
    """Other values in these columns of the record whose id is told last."""
    told = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{kind_name}" SET {told} WHERE id = ?'
