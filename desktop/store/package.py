"""A whole office in one sealed file for whoever runs it next: its records under a key of their own.

The file is a ZIP of three: `office.db`, encrypted with a new data key; `office.keys`, in which nothing but a recovery
code opens that key; `manifest.json`, which tells how much there is and names nobody.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.domain.kinds import KINDS
from desktop.domain.problems import UnavailableError
from desktop.store.copying import copy_whole
from desktop.store.engine import connect
from desktop.store.key_slots import Cost, KeySlots, new_data_key, new_key_slots, new_recovery_code
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.unit_of_work import LAPTOPS, new_id
from desktop.store.upgrade import head_revision
from desktop.store.witness import MACHINES
from desktop.system.key_file import places

FORMAT = 1
_DATABASE, _KEYS, _MANIFEST = "office.db", "office.keys", "manifest.json"
_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class Package:
    """What is told of a package once: the code that opens it, its fingerprint, and how many records of each kind."""

    path: Path
    code: str
    sha256: str
    counts: Mapping[str, int]


def write_package(office: OfficeFile, target: Path, at: datetime, cost: Cost) -> Package:
    """Everything of the office in `target`, which gets its name only when it is whole and proved."""
    key, code = new_data_key(), new_recovery_code()
    slots = new_key_slots().with_recovery(code, key, cost)
    office.checkpoint()
    part = target.with_name(f".{target.name}.part")
    with tempfile.TemporaryDirectory(dir=office.folder.path, prefix=".handover-") as folder:
        copy = Path(folder) / _DATABASE
        copy_whole(office.folder.database, office.data_key, copy)
        counts = _seal(copy, office.data_key, key, slots)
        manifest = {
            "format": FORMAT,
            "made_at": at.isoformat(),
            "office_code": office.identity.office_code,
            "schema": head_revision(),
            "sha256": _fingerprint(copy),
            "counts": counts,
        }
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as package:
                package.writestr(_MANIFEST, json.dumps(manifest, indent=1))
                package.writestr(_KEYS, slots.text())
                package.write(copy, _DATABASE)
            _read(part)
            part.replace(target)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise UnavailableError("cannot_write_file") from error
    return Package(target, code, _fingerprint(target), counts)


def unpack(package: Path, folder: OfficeFolder, code: str) -> str:
    """The office of a package in an empty folder, as a laptop of its own; returns the user name of its manager.

    UnavailableError for a wrong code, a damaged package, one of a newer program, or a folder that has an office.
    """
    if folder.exists():
        raise UnavailableError("office_exists")
    manifest, slots = _read(package)
    if manifest["schema"] > head_revision():
        raise UnavailableError("newer_file")
    key = slots.open_with_recovery(code)
    folder.path.mkdir(parents=True, exist_ok=True)
    part = folder.database.with_suffix(".part")
    try:
        with zipfile.ZipFile(package) as whole, whole.open(_DATABASE) as source, part.open("wb") as file:
            shutil.copyfileobj(source, file, _AT_ONCE)
        _refuse_other(part, manifest["sha256"])
        manager = _make_own(part, key)
        slots.save(folder.keys)
        part.replace(folder.database)
    except BaseException:
        part.unlink(missing_ok=True)
        for place in places(folder.keys):
            place.unlink(missing_ok=True)
        raise
    return manager


def _refuse_other(file: Path, fingerprint: str) -> None:
    if _fingerprint(file) != fingerprint:
        raise UnavailableError("damaged")


def count_of(kind: str) -> str:
    """The statement that counts what everybody may know of; of what is hidden from some not even a count tells."""
    until = KINDS[kind].hidden_until
    known = f" AND {until} IS NOT NULL" if until else ""
    return f"SELECT count(*) AS n FROM {kind} WHERE deleted_at IS NULL{known}"


def _seal(copy: Path, old_key: bytes, key: bytes, slots: KeySlots) -> Mapping[str, int]:
    """Give the copy its own key and its own slots; the old key opens no page of it any more."""
    raw = connect(copy, old_key)
    try:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("UPDATE key_slot_copy SET text = ? WHERE one = 1", (slots.text(),))
        counts = {name: raw.execute(count_of(name)).fetchone()[0] for name in KINDS}
        raw.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
    finally:
        raw.close()
    proved = connect(copy, key)
    try:
        if proved.execute("PRAGMA cipher_integrity_check").fetchall():
            raise UnavailableError("damaged")
    finally:
        proved.close()
    return {kind: number for kind, number in counts.items() if number}


def _make_own(database: Path, key: bytes) -> str:
    """A laptop of its own, so that its numbers and changes are never taken for the former one's."""
    raw = connect(database, key)
    try:
        raw.execute("BEGIN IMMEDIATE")
        block = raw.execute("SELECT max(block) FROM device").fetchone()[0] + 1
        if block >= LAPTOPS:
            raise UnavailableError("damaged")
        device = new_id()
        raw.execute(
            "INSERT INTO device (id, name, block, enrolled_at) VALUES (?, '', ?, datetime('now'))", (device, block)
        )
        raw.execute("UPDATE meta SET value = ? WHERE key = 'device_id'", (device,))
        raw.execute("DELETE FROM number")
        raw.execute("DELETE FROM meta WHERE key = ?", (MACHINES,))
        manager = raw.execute(
            "SELECT username FROM user_account WHERE role = 'office_manager' AND active AND deleted_at IS NULL "
            "ORDER BY row LIMIT 1"
        ).fetchone()
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        raw.execute("PRAGMA journal_mode=DELETE")
    finally:
        raw.close()
    if manager is None:
        raise UnavailableError("damaged")
    return str(manager[0])


def _read(package: Path) -> tuple[dict[str, Any], KeySlots]:
    try:
        with zipfile.ZipFile(package) as whole:
            names = {info.filename for info in whole.infolist()}
            if names != {_DATABASE, _KEYS, _MANIFEST} or whole.testzip() is not None:
                raise UnavailableError("not_a_package")
            manifest = json.loads(whole.read(_MANIFEST))
            slots = KeySlots.from_text(whole.read(_KEYS).decode())
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise UnavailableError("not_a_package") from error
    if manifest.get("format") != FORMAT:
        raise UnavailableError("newer_file")
    return manifest, slots


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def one_time_password() -> str:
    """A password that nobody learns, for the step in which the former manager's account opens the office once."""
    return secrets.token_urlsafe(24)
