"""An office brought back from a backup: the file of today is kept aside, and the other stands in its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy.exc import DatabaseError

from desktop.domain.problems import UnavailableError
from desktop.store import witness
from desktop.store.backup import Source, free_name, name_of, read_manifest, slots_of, unpack, write_backup
from desktop.store.engine import connect
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import take_lock
from desktop.store.upgrade import head_revision
from desktop.system.key_file import places

Tell = Callable[[float], None]


def bring_back(
    folder: OfficeFolder,
    backup: Path,
    key: bytes,
    at: datetime,
    allow: Callable[[Any], None],
    tell: Tell = lambda _share: None,
) -> Path | None:
    """Put the office of a backup into `folder`; returns where the office that stood there is kept, None for none.

    Until the backup is unpacked and proved nothing of the folder is touched; a power cut at any later moment leaves
    the one office or the other, whole, under its name or among the backups. `allow` sees the unpacked file first, by
    a bare connection, and raises where it must not take the place.
    """
    manifest, slots = read_manifest(backup), slots_of(backup)
    if manifest.schema > head_revision():
        raise UnavailableError("newer_backup")
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnavailableError("read_only_folder") from error
    lock = take_lock(folder)
    part = folder.path / "office.restoring"
    try:
        unpack(backup, key, part)
        tell(0.5)
        _flag(part, key, manifest.made_at, allow)
        tell(0.6)  # from here on nobody can stop it any more
        kept = _keep_aside(folder, key, at)
        witness.forget(folder.path)
        for end in ("-wal", "-shm"):  # frames of another file must never be read into this one
            folder.database.with_name(f"{folder.database.name}{end}").unlink(missing_ok=True)
        part.replace(folder.database)
        slots.save(folder.keys)
        witness.forget(folder.path)
    except OSError as error:
        raise UnavailableError("read_only_folder") from error
    finally:
        _remove(part)
        lock.release()
    return kept


def _flag(part: Path, key: bytes, made_at: str, allow: Callable[[Any], None]) -> None:
    """Whoever opens it next knows that it was brought back, also when the power goes in between."""
    raw = connect(part, key)
    try:
        allow(raw)
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", (witness.RESTORED, made_at))
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        raw.execute("PRAGMA journal_mode=DELETE")
    finally:
        raw.close()


def _keep_aside(folder: OfficeFolder, key: bytes, at: datetime) -> Path | None:
    """As a backup where it opens; else as it lies there, for whoever wants to rescue something from it."""
    if not folder.exists():
        return None
    target = free_name(folder.backups / name_of("before", at, "restore"))
    try:
        write_backup(Source(folder.path, key), target, "restore", at)
        return target
    except (UnavailableError, DatabaseError, sqlcipher3.DatabaseError, OSError, KeyError, TypeError):
        return _move_aside(folder, at)


def _move_aside(folder: OfficeFolder, at: datetime) -> Path:
    place = folder.backups / f"aside-{at.astimezone(UTC):%Y%m%dT%H%M%S}"
    place.mkdir(parents=True, exist_ok=True)
    beside = (folder.database.with_name(f"{folder.database.name}{end}") for end in ("-wal", "-shm"))
    for path in (*places(folder.keys), folder.mark):
        if path.exists():
            shutil.copy2(path, place / path.name)
    for path in (*beside, folder.database):
        if path.exists():
            path.replace(place / path.name)
    return place


def _remove(part: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        part.with_name(f"{part.name}{end}").unlink(missing_ok=True)
