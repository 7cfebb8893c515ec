"""Bringing an office back from a backup, with a look at it before: also where today's file is damaged or gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3

from desktop.domain.clock import Now, now, since_boot
from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.backups import require_keeper
from desktop.services.erasure import erase_person
from desktop.services.opening import open_for_work, recover_for_work
from desktop.store.backup import Found, Manifest, list_backups, read_manifest, slots_of
from desktop.store.bringing_back import bring_back
from desktop.store.engine import connect
from desktop.store.key_slots import Cost, KeySlots
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.upgrade import head_revision
from desktop.store.witness import marked_position

Tell = Callable[[float], None]
FORGOTTEN_BEFORE = "backup"
"""The reason of an erasure that is done again in a file that was brought back, as the audit log tells it."""


@dataclass(frozen=True)
class Preview:
    """What a backup holds, for people who are about to bring it back."""

    path: Path
    manifest: Manifest
    lacks: int | None  # changes of today's file that it does not hold; None where that is not known
    upgrades: bool  # its schema is older and will be brought to today's
    users: tuple[str, ...]  # whose passwords of that time open it

    @property
    def newer(self) -> bool:
        """Whether a newer program wrote it."""
        return self.manifest.schema > head_revision()


@dataclass(frozen=True)
class Secret:
    """What opens a backup: a password of its time, or the recovery code with a new password for the user."""

    username: str
    password: str
    code: str = ""


@dataclass(frozen=True)
class Restored:
    """The office, open, and where the one that stood there before is kept."""

    office: OfficeFile
    manifest: Manifest
    kept: Path | None
    forgotten: int = 0  # persons whose erasure was younger than the backup, and was done again
    still_named: int = 0  # of these, those who head a household: the manager says who follows them


def preview(folder: OfficeFolder, backup: Path) -> Preview:
    """Without a key: what the backup says of itself, and how far today's file had come after it."""
    manifest, slots = read_manifest(backup), slots_of(backup)
    position = marked_position(folder.path) if folder.exists() else None
    lacking = position - manifest.seq if position is not None and position >= manifest.seq else None
    return Preview(backup, manifest, lacking, manifest.schema < head_revision(), slots.users())


def offered(folder: OfficeFolder, further: Path | None) -> list[Found]:
    """The backups at hand, those of both places once, the newest first."""
    found = {one.path.name: one for place in (further, folder.backups) if place for one in list_backups(place)}
    readable = [one for one in found.values() if one.manifest is not None]
    return sorted(readable, key=lambda one: one.manifest.moment if one.manifest else now(), reverse=True)


def restore(
    folder: OfficeFolder,
    backup: Path,
    secret: Secret,
    *,
    cost: Cost | None = None,
    clock: Now = now,
    tell: Tell = lambda _share: None,
) -> Restored:
    """Keep today's office aside, put the backup in its place, and open it as a new device of the office.

    UnavailableError for a wrong password, a damaged backup, one of a newer program, a full disk: nothing is changed.
    """
    slots, manifest = slots_of(backup), read_manifest(backup)
    key = _opened(folder, slots, secret, clock())
    _refuse_other_office(folder, slots)
    forgotten = _forgotten(folder, key)

    def allow(raw: Any) -> None:
        if not secret.code:
            sql = "SELECT role FROM user_account WHERE username = ? AND active AND deleted_at IS NULL"
            found = raw.execute(sql, (secret.username,)).fetchone()
            require_keeper(found[0] if found else "")

    kept = bring_back(folder, backup, key, clock(), allow, tell)
    if secret.code:
        office = recover_for_work(folder, secret.code, secret.username, secret.password, cost=cost, clock=clock)
    else:
        office = open_for_work(folder, secret.username, secret.password, clock=clock)
    return Restored(office, manifest, kept, *_forget_again(office, forgotten))


def _opened(folder: OfficeFolder, slots: KeySlots, secret: Secret, at: datetime) -> bytes:
    """The data key. Wrong passwords count like those at the door of the office that stands here."""
    if secret.code:
        return slots.open_with_recovery(secret.code)
    today = _slots_here(folder)
    if today is not None:
        today.refuse_while_locked(secret.username, at, since_boot())
    try:
        return slots.open_with_password(secret.username, secret.password)
    except UnavailableError:
        if today is not None:
            today.after_failure(secret.username, at, since_boot()).save(folder.keys)
        raise


def _slots_here(folder: OfficeFolder) -> KeySlots | None:
    try:
        return KeySlots.load(folder.keys) if folder.exists() else None
    except UnavailableError:
        return None  # damaged or gone


def _refuse_other_office(folder: OfficeFolder, slots: KeySlots) -> None:
    """A backup of another office does not push aside the one that stands here."""
    today = _slots_here(folder)
    if today is not None and today.file_id != slots.file_id:
        raise UnavailableError("backup_of_other_office")


def _forgotten(folder: OfficeFolder, key: bytes) -> list[str]:
    """Whom today's office has forgotten, as far as it can be read: they must not come back with the backup (G-24)."""
    if not folder.exists():
        return []
    try:
        raw = connect(folder.database, key)
    except UnavailableError:
        return []
    try:
        sql = "SELECT DISTINCT record_id FROM change_log WHERE kind = 'person' AND action = 'erase' ORDER BY seq"
        return [str(record) for (record,) in raw.execute(sql)]
    except sqlcipher3.DatabaseError:
        return []
    finally:
        raw.close()


def _forget_again(office: OfficeFile, forgotten: list[str]) -> tuple[int, int]:
    """How many were forgotten anew, and how many wait for somebody who says who heads their household next."""
    done = left = 0
    actor = office.actor
    office.actor = replace(actor, role="office_manager")  # the manager decided it then; this is only carried out
    try:
        for person in forgotten:
            with office.read() as rows:
                found = rows.get("person", person)
            if found is None or found["status"] == "erased":
                continue
            try:
                erase_person(office, person, FORGOTTEN_BEFORE)
                done += 1
            except RefusedError:
                left += 1
    finally:
        office.actor = actor
    return done, left
