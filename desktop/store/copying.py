"""A whole copy of an office file while somebody writes in it: encrypted with the same key, and proved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.domain.problems import UnavailableError
from desktop.store.engine import connect, unavailable


def copy_whole(database: Path, key: bytes, target: Path) -> None:
    """The file as of one moment; nothing half-made keeps the name. UnavailableError for a full disk and for damage."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    source, copy = connect(database, key), None
    try:
        copy = connect(part, key, make=True)
        _copy(source, copy)
    except Exception as error:
        part.unlink(missing_ok=True)
        if isinstance(error, UnavailableError) or "sqlcipher" not in type(error).__module__:
            raise
        raise unavailable(error) from error
    finally:
        source.close()
        if copy is not None:
            copy.close()
    part.replace(target)


def _copy(source: Any, copy: Any) -> None:
    source.backup(copy, pages=-1)
    if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise UnavailableError("damaged")
    copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
