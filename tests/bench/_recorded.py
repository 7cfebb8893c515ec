"""Statements as they reach the driver, kept to be carried out again elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3

from desktop.store import changes, engine
from desktop.store.office_file import OfficeFile

_READ_FOR_THE_CHAIN = "SELECT seq, stamp"
_WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN", _READ_FOR_THE_CHAIN)
_OF_THE_LOG = ("change_log", "audit_log", "write_context")


class Statement(NamedTuple):
    """One that writes, begins or ends; of many rows where `many`."""

    sql: str
    values: Any = ()
    many: bool = False


def recorded(office: OfficeFile, action: Callable[[], object]) -> list[Statement]:
    """What the action writes. The office's connections are taken apart before and after."""
    told: list[Statement] = []
    real = engine.connect

    def connect(*given: Any, **more: Any) -> Any:
        return _Connection(real(*given, **more), told)

    office.engine.dispose()
    engine.connect = connect
    try:
        action()
    finally:
        engine.connect = real
        office.engine.dispose()
    return told


def carried_out(raw: Any, statements: Sequence[Statement], *, logged: bool) -> None:
    """On a bare connection. The log's own work is done as well, or left out with all that is told to it."""
    cursor = raw.cursor()
    for sql, values, many in statements:
        if not logged and any(table in sql for table in _OF_THE_LOG):
            continue
        if many:
            cursor.executemany(sql, values)
        else:
            cursor.execute(sql, values)
        if sql.startswith(_READ_FOR_THE_CHAIN):
            chain = bytes(32)
            for row in cursor.fetchall():
                chain = changes.link(chain, row)
        elif cursor.description:
            cursor.fetchall()


class _Connection:
    def __init__(self, real: Any, told: list[Statement]) -> None:
        self._real, self._told = real, told

    def cursor(self) -> _Cursor:
        return _Cursor(self._real.cursor(), self._told)

    def commit(self) -> None:
        if self._real.in_transaction:
            self._told.append(Statement("COMMIT"))
        self._real.commit()

    def rollback(self) -> None:
        if self._real.in_transaction and self._told and self._told[-1].sql.startswith("BEGIN"):
            self._told.pop()  # it only read
        self._real.rollback()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


class _Cursor:
    def __init__(self, real: Any, told: list[Statement]) -> None:
        self._real, self._told = real, told

    def execute(self, sql: str, values: Any = ()) -> Any:
        self._tell(sql, values, many=False)
        self._real.execute(sql, values)
        return self

    def executemany(self, sql: str, values: Any) -> Any:
        values = list(values)
        self._tell(sql, values, many=True)
        self._real.executemany(sql, values)
        return self

    def _tell(self, sql: str, values: Any, *, many: bool) -> None:
        if sql.lstrip().startswith(_WRITES):
            self._told.append(Statement(sql, values, many))

    def __iter__(self) -> Any:
        return iter(self._real)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def plain_copy(source: Any, path: Path, pragmas: Sequence[str]) -> Any:
    """The same tables, rows, indexes and search in a file that is neither encrypted nor logged; opened."""
    raw = sqlcipher3.connect(str(path), isolation_level=None)
    for pragma in pragmas:
        raw.execute(f"PRAGMA {pragma}").fetchall()
    raw.execute("PRAGMA foreign_keys=OFF")
    told = source.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    raw.execute("BEGIN")
    for sort in ("table", "index", "trigger"):
        for found, name, table, sql in told:
            ours = found == sort and not name.startswith(("search_index_", "sqlite_"))
            if not ours or (sort == "trigger" and not name.startswith("index_")) or table in _OF_THE_LOG:
                continue
            raw.execute(sql.replace(" WHEN (SELECT open FROM write_context) < 2", ""))
            if sort == "table" and name != "search_index":
                rows = source.execute(f'SELECT * FROM "{name}"').fetchall()
                if rows:
                    raw.executemany(f'INSERT INTO "{name}" VALUES ({",".join("?" * len(rows[0]))})', rows)
    raw.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    raw.execute("COMMIT")
    raw.execute("PRAGMA foreign_keys=ON")
    return raw
