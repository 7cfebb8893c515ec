"""How large an office's file is, against plain SQLite files with the same records and the same search index.

The plain file holds every record and the index with the texts it is made of; the larger one also the log, the keys of
doubles and all else that the office keeps. Both are packed, as the office's file is not.
"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from desktop.domain.kinds import KINDS
from desktop.store.engine import connect
from tests.bench._office import middling_office
from tests.bench.figure import Figure

_MIB = 1024 * 1024
_SEARCHED = "search_entry"


def measure() -> list[Figure]:
    office = middling_office()
    try:
        office.checkpoint()
        source = connect(office.folder.database, office.data_key)
        persons = source.execute("SELECT count(*) FROM person").fetchone()[0]
        records = [kind.name for kind in KINDS.values()]
        tables = [name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        kept = [name for name in tables if not name.startswith(("sqlite_", "search_index"))]
        with tempfile.TemporaryDirectory() as name:
            bare = _plain(source, Path(name) / "records.db", [*records, _SEARCHED])
            whole = _plain(source, Path(name) / "whole.db", kept)
        source.close()
        ours = office.folder.database.stat().st_size
    finally:
        office.close()
    return [
        Figure("size", ours / _MIB, bare / _MIB, "MiB", persons),
        Figure("size of all rows", ours / _MIB, whole / _MIB, "MiB", persons),
    ]


def _plain(source: Any, path: Path, tables: list[str]) -> int:
    """Bytes of an unencrypted file with these tables, their indexes and the full-text index."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode=OFF")
    plain.execute("BEGIN")
    for table in tables:
        made = source.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
        if made is None:
            continue
        plain.execute(made[0])
        cursor = source.execute(f"SELECT * FROM {table}")
        marks = ",".join("?" * len(cursor.description))
        plain.executemany(f"INSERT INTO {table} VALUES ({marks})", cursor)
        sql = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
        for (index,) in source.execute(sql, (table,)).fetchall():
            plain.execute(index)
    search = source.execute("SELECT sql FROM sqlite_master WHERE name = 'search_index'").fetchone()[0]
    plain.execute(search)
    plain.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    plain.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
    plain.execute("COMMIT")
    plain.execute("VACUUM")
    plain.close()
    return path.stat().st_size
