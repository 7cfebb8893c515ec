"""A backup: the whole office in one file, as encrypted as the office itself, with the keys of its time beside it.

A ZIP of three, nothing of it packed: `manifest.json`, which tells when and how much and names nobody; `office.keys`,
in which the passwords of that day and the recovery code open the data key; `office.db`, the records. The manifest
holds the SHA-256 of the records and is signed with the data key, so that no older backup can be passed off as new.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple

import sqlcipher3

from desktop import __version__
from desktop.domain.clock import moment_of
from desktop.domain.problems import UnavailableError
from desktop.store.copying import copy_whole
from desktop.store.engine import connect, unavailable
from desktop.store.key_slots import KeySlots
from desktop.store.stick import as_written, reading

ENDING = ".tashil-backup"
FORMAT = 1
COUNTED = ("person", "household", "need", "monthly_report")
"""What a preview counts."""
Cause = Literal["lock", "close", "asked", "upgrade", "restore"]
Tell = Callable[[float], None]
_DATABASE, _KEYS, _MANIFEST = "office.db", "office.keys", "manifest.json"
_WORK = ".backup-"
_AT_ONCE = 1 << 20


class Source(NamedTuple):
    """An office whose folder and data key are known."""

    folder: Path
    key: bytes

    @property
    def database(self) -> Path:
        return self.folder / _DATABASE


@dataclass(frozen=True)
class Manifest:
    """What is told of a backup to whoever looks at it, without a key."""

    made_at: str
    cause: Cause
    program: str
    schema: str
    office_id: str
    office_code: str
    device_id: str
    seq: int  # the last line of the log, with its chain value: where in the office's history it stands
    chain: str
    changed_at: str  # when that line was written; "" for an empty log
    counts: Mapping[str, int]
    size: int
    sha256: str

    @property
    def moment(self) -> datetime:
        at = datetime.fromisoformat(self.made_at)
        return at if at.tzinfo else at.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Found:
    """A backup that lies somewhere; without a manifest when it cannot be read."""

    path: Path
    manifest: Manifest | None


def write_backup(
    source: Source, target: Path, cause: Cause, at: datetime, tell: Tell = lambda _share: None
) -> Manifest:
    """The office as of now in `target`, which has its name only once it was opened, proved and read back.

    UnavailableError for a full disk or a stick that is pulled out; what lay there before stays.
    """
    slots = KeySlots.load(source.folder / _KEYS)
    with _told_faults(), _workplace(source.folder) as place:
        copy = place / _DATABASE
        copy_whole(source.database, source.key, copy)
        tell(0.4)
        manifest = _proved(copy, source.key, cause, at)
        tell(0.6)

        def fill(file: BinaryIO) -> None:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as whole:
                whole.writestr(_MANIFEST, json.dumps(_signed(manifest, source.key), indent=1))
                whole.writestr(_KEYS, slots.text())
                whole.write(copy, _DATABASE)

        target.parent.mkdir(parents=True, exist_ok=True)
        as_written(target, fill)
    tell(1.0)
    return manifest


def copy_backup(backup: Path, target: Path) -> None:
    """The same backup at another place, whole and read back."""
    with reading(backup) as source:
        as_written(target, lambda file: shutil.copyfileobj(source, file, _AT_ONCE))


def read_manifest(backup: Path) -> Manifest:
    """What a backup says of itself. UnavailableError when it is none, or one of a newer program."""
    return _manifest_of(_told(backup))


def slots_of(backup: Path) -> KeySlots:
    """Who can open a backup."""
    try:
        with zipfile.ZipFile(backup) as whole:
            return KeySlots.from_text(whole.read(_KEYS).decode())
    except (OSError, ValueError, KeyError, NotImplementedError, zipfile.BadZipFile) as error:
        raise UnavailableError("not_a_backup") from error


def unpack(backup: Path, key: bytes, target: Path) -> Manifest:
    """The records of a backup as a file of their own, proved by the key; UnavailableError `backup_damaged` else."""
    told = _told(backup)
    manifest = _manifest_of(told)
    if not hmac.compare_digest(str(told.get("mac")).encode(), _mac(manifest, key).encode()):
        raise UnavailableError("backup_damaged")
    digest = hashlib.sha256()
    try:
        with zipfile.ZipFile(backup) as whole, whole.open(_DATABASE) as source, target.open("wb") as file:
            while block := source.read(_AT_ONCE):
                digest.update(block)
                file.write(block)
    except OSError as error:
        raise UnavailableError("disk_full" if error.errno == errno.ENOSPC else "cannot_read_file") from error
    except (ValueError, KeyError, NotImplementedError, zipfile.BadZipFile) as error:
        raise UnavailableError("backup_damaged") from error
    if digest.hexdigest() != manifest.sha256:
        raise UnavailableError("backup_damaged")
    _refuse_damaged(target, key)
    return manifest


def verify_backup(backup: Path, key: bytes, folder: Path) -> Manifest:
    """Open a backup as a restoration would, in a corner of `folder` that is emptied again."""
    with _workplace(folder) as place:
        return unpack(backup, key, place / _DATABASE)


def list_backups(folder: Path) -> list[Found]:
    """All that lie in a folder, the newest first; none where there is no such folder."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ENDING)
    except OSError:
        return []
    found = [Found(path, _or_none(path)) for path in paths]
    return sorted(found, key=lambda one: one.manifest.moment.timestamp() if one.manifest else 0.0, reverse=True)


def name_of(office_code: str, at: datetime, cause: Cause) -> str:
    """«tashilgar-1105-20261130T180505-lock.tashil-backup»."""
    return f"tashilgar-{office_code}-{at.astimezone(UTC):%Y%m%dT%H%M%S}-{cause}{ENDING}"


def free_name(target: Path) -> Path:
    """The same name, with a number where another backup of that second has it."""
    number, free = 1, target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.name.removesuffix(ENDING)}-{number}{ENDING}")
    return free


def _or_none(backup: Path) -> Manifest | None:
    try:
        return read_manifest(backup)
    except UnavailableError:
        return None


def _told(backup: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(backup) as whole:
            if set(whole.namelist()) != {_MANIFEST, _KEYS, _DATABASE}:
                raise UnavailableError("not_a_backup")
            told = json.loads(whole.read(_MANIFEST))
    except (OSError, ValueError, KeyError, NotImplementedError, RecursionError, zipfile.BadZipFile) as error:
        raise UnavailableError("not_a_backup") from error
    if not isinstance(told, dict):
        raise UnavailableError("not_a_backup")
    if told.get("format") != FORMAT:
        raise UnavailableError("newer_backup" if isinstance(told.get("format"), int) else "not_a_backup")
    return told


def _manifest_of(told: Mapping[str, Any]) -> Manifest:
    try:
        manifest = Manifest(**{one.name: told[one.name] for one in fields(Manifest)})
        texts = (manifest.schema, manifest.chain, manifest.changed_at, manifest.office_id, manifest.sha256)
        numbers = (manifest.seq, manifest.size, *manifest.counts.values())
        if not all(isinstance(one, str) for one in texts) or not all(isinstance(one, int) for one in numbers):
            raise UnavailableError("not_a_backup")
        manifest.moment.timestamp()
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise UnavailableError("not_a_backup") from error
    return manifest


def _signed(manifest: Manifest, key: bytes) -> dict[str, Any]:
    return {"format": FORMAT, **asdict(manifest), "mac": _mac(manifest, key)}


def _mac(manifest: Manifest, key: bytes) -> str:
    told = json.dumps(asdict(manifest), sort_keys=True).encode()
    return hmac.new(key, b"tashilgar backup\0" + told, hashlib.sha256).hexdigest()


def _proved(copy: Path, key: bytes, cause: Cause, at: datetime) -> Manifest:
    """What the copy holds, once it opens and every page of it is whole."""
    _refuse_damaged(copy, key)
    raw = connect(copy, key)
    try:
        raw.execute("PRAGMA journal_mode=DELETE")
        meta = dict(raw.execute("SELECT key, value FROM meta").fetchall())
        schema = raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        last = raw.execute("SELECT seq, chain, stamp FROM change_log ORDER BY seq DESC LIMIT 1").fetchone()
        seq, chain, stamp = last or (0, b"", 0)
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        counts = {
            kind: raw.execute(f"SELECT count(*) FROM {kind} WHERE deleted_at IS NULL").fetchone()[0]
            for kind in COUNTED
            if kind in tables
        }
    finally:
        raw.close()
    return Manifest(
        at.isoformat(timespec="seconds"), cause, __version__, schema, meta["office_id"], meta["office_code"],
        meta["device_id"], seq, (chain or b"").hex(), moment_of(stamp).isoformat(timespec="seconds") if seq else "",
        counts, copy.stat().st_size, _fingerprint(copy),
    )  # fmt: skip


def _refuse_damaged(database: Path, key: bytes) -> None:
    raw = connect(database, key)
    try:
        pages = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        structure = raw.execute("PRAGMA quick_check").fetchone()[0]
    finally:
        raw.close()
    if pages or structure != "ok":
        raise UnavailableError("backup_damaged")


@contextmanager
def _told_faults() -> Iterator[None]:
    """A folder that vanished, a disk that filled up and a page that rotted, in our words."""
    try:
        yield
    except OSError as error:
        raise UnavailableError("disk_full" if error.errno == errno.ENOSPC else "cannot_write_file") from error
    except sqlcipher3.DatabaseError as error:
        raise unavailable(error) from error


@contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """A corner for the copy, beside the office so that it needs no other disk; what a killed one left is removed."""
    for left in folder.glob(f"{_WORK}*"):
        shutil.rmtree(left, ignore_errors=True)
    try:
        place = tempfile.TemporaryDirectory(dir=folder, prefix=_WORK)
    except OSError as error:
        raise UnavailableError("disk_full" if error.errno == errno.ENOSPC else "read_only_folder") from error
    with place as name:
        yield Path(name)


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
