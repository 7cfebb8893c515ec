"""A new office file from what can be read of a damaged one, and from a backup where a page of a table is lost.

Nothing here knows what the rows mean: it reads trees, fills gaps, and counts. What the change log can tell besides is
the work of `services.rescue`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3

from desktop.domain.problems import UnavailableError
from desktop.store.engine import connect
from desktop.store.pages import Pages
from desktop.store.trees import Cell, Tree, Trees, fits
from desktop.store.upgrade import head_revision, make_at

REBUILT = ("search_entry", "match_key")
"""Tables that follow from the others, and are made anew when a page of theirs is lost."""
_SCHEMA_ROOT = 1
_NEEDED = ("meta", "device", "write_context")
Tell = Callable[[float], None]


@dataclass
class Saved:
    """What became of one table."""

    read: int = 0  # rows from the damaged file
    from_backup: int = 0
    from_log: int = 0
    torn: int = 0  # pages and rows of it that could not be read
    refused: int = 0  # rows that fit nowhere any more


@dataclass
class Salvage:
    """What became of all of them, by table; only those of which something was lost or filled are worth telling."""

    revision: str
    tables: dict[str, Saved] = field(default_factory=dict)

    def torn(self, *names: str) -> bool:
        """Whether something of these tables could not be read."""
        return any(self.tables[name].torn or self.tables[name].refused for name in names if name in self.tables)


@dataclass(frozen=True)
class _Table:
    name: str
    columns: Mapping[str, str]  # name → declared type, as they lie in a row
    keys: tuple[str, ...]
    rowid: str  # the column that stands for the rowid; "" for none
    defaults: Mapping[str, Any]

    def row(self, cell: Cell) -> dict[str, Any]:
        """By the names of its columns; columns younger than the row have their defaults."""
        values = dict(zip(self.columns, cell.values, strict=False))
        row = {name: values.get(name, self.defaults[name]) for name in self.columns}
        if self.rowid and row[self.rowid] is None:
            row[self.rowid] = cell.rowid
        return row

    def key(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(row[name] for name in self.keys or self.columns)


def salvage(pages: Pages, key: bytes, target: Path, backup: Path | None, tell: Tell = lambda _share: None) -> Salvage:
    """Fill an empty new file `target`; `backup` is an unpacked one of the same office and key, or None.

    UnavailableError `rescue_needs_backup` when what names the office itself is lost and no backup tells it.
    """
    trees = Trees(pages)
    schema = trees.read(_SCHEMA_ROOT)
    roots = {
        str(cell.values[1]): int(str(cell.values[3]))
        for cell in schema.rows
        if len(cell.values) == 5 and cell.values[0] == "table" and cell.values[3]
    }
    spare = connect(backup, key, foreign_keys=False) if backup else None
    try:
        revision = _revision(trees, roots, spare)
        make_at(target, key, revision)
        raw = connect(target, key, foreign_keys=False)
        try:
            return _fill(raw, trees, roots, spare, revision, tell)
        finally:
            raw.close()
    finally:
        if spare is not None:
            spare.close()


def _revision(trees: Trees, roots: Mapping[str, int], spare: Any) -> str:
    found = trees.read(roots["alembic_version"]).rows if "alembic_version" in roots else []
    if found:
        return str(found[0].values[0])
    if spare is not None:
        return str(spare.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    return head_revision()


def _fill(raw: Any, trees: Trees, roots: Mapping[str, int], spare: Any, revision: str, tell: Tell) -> Salvage:
    tables = {name: _described(raw, name, sql) for name, sql in _tables_of(raw)}
    read = {name: trees.read(roots[name]) if name in roots else Tree(torn=1) for name in tables}
    for stray in trees.stray_leaves():
        owner = _owner(stray, tables, read)
        if owner:
            read[owner].rows += stray.rows
    salvaged = Salvage(revision)
    same = spare is not None and _is_of(spare, revision)
    raw.execute("BEGIN IMMEDIATE")
    for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {trigger}")  # nobody writes these rows: they are put back
    for place, (name, table) in enumerate(tables.items(), 1):
        saved = salvaged.tables[name] = Saved(torn=read[name].torn)
        rows = {table.key(row): row for row in map(table.row, read[name].rows)}
        saved.read = len(rows)
        if saved.torn and same and name not in REBUILT:
            more = {table.key(row): row for row in _rows_of(spare, table)}
            lacking = {told: row for told, row in more.items() if told not in rows}
            rows |= lacking
            saved.from_backup = len(lacking)
        if saved.torn and name in REBUILT:
            rows, saved.read = {}, 0
        _insert(raw, table, rows.values(), saved)
        tell(place / len(tables))
    for name in _NEEDED:
        if raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] == 0:
            raw.execute("ROLLBACK")
            raise UnavailableError("rescue_needs_backup")
    raw.execute("COMMIT")
    return salvaged


def _tables_of(raw: Any) -> list[tuple[str, str]]:
    """All but SQLite's own and the search index, which follows from its entries. Few rows go first."""
    sql = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
        "AND name NOT LIKE 'search!_index%' ESCAPE '!' AND name <> 'alembic_version'"
    )
    return [(str(name), str(text)) for name, text in raw.execute(sql)]


def _described(raw: Any, name: str, sql: str) -> _Table:
    told = raw.execute(f'PRAGMA table_info("{name}")').fetchall()
    keys = [row[1] for row in sorted((row for row in told if row[5]), key=lambda row: row[5])]
    columns = {row[1]: row[2] for row in told}
    if "WITHOUT ROWID" in sql.upper():  # its rows begin with the key
        columns = {name: columns[name] for name in [*keys, *(one for one in columns if one not in keys)]}
        rowid = ""
    else:
        rowid = keys[0] if len(keys) == 1 and columns[keys[0]].upper() == "INTEGER" else ""
    defaults = {row[1]: raw.execute(f"SELECT {row[4]}").fetchone()[0] if row[4] else None for row in told}
    return _Table(name, columns, tuple(keys), rowid, defaults)


def _owner(stray: Tree, tables: Mapping[str, _Table], read: Mapping[str, Tree]) -> str:
    """The table that lost a page and whose rows look like these; "" when there is none."""
    fitting = [
        name
        for name, table in tables.items()
        if read[name].torn and all(fits(cell, table.columns) for cell in stray.rows)
    ]
    exact = [name for name in fitting if all(len(cell.values) == len(tables[name].columns) for cell in stray.rows)]
    return next(iter(exact or fitting), "")


def _is_of(spare: Any, revision: str) -> bool:
    return bool(spare.execute("SELECT version_num FROM alembic_version").fetchone()[0] == revision)


def _rows_of(spare: Any, table: _Table) -> list[dict[str, Any]]:
    names = ", ".join(f'"{name}"' for name in table.columns)
    rows = spare.execute(f'SELECT {names} FROM "{table.name}"').fetchall()
    return [dict(zip(table.columns, row, strict=True)) for row in rows]


def _insert(raw: Any, table: _Table, rows: Iterable[Mapping[str, Any]], saved: Saved) -> None:
    names = ", ".join(f'"{name}"' for name in table.columns)
    sql = f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'
    for row in rows:
        try:
            raw.execute(sql, tuple(row.values()))
        except sqlcipher3.IntegrityError:
            saved.refused += 1
