"""Backups of the open office: made at the lock and when asked, rotated, and kept at a second place too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.store.backup import (
    Cause,
    Found,
    Manifest,
    Source,
    copy_backup,
    free_name,
    list_backups,
    name_of,
    write_backup,
)
from desktop.store.office_file import OfficeFile
from desktop.store.rotation import outlived
from desktop.system.settings import Settings

FURTHER = "backup_folder"
"""Name in the settings: a second folder or a stick."""
PAUSE = timedelta(minutes=30)
"""So long after a backup a lock makes no other one."""
KEEPERS = frozenset({"office_manager", "system_admin"})
_SPECIAL: tuple[Cause, ...] = ("upgrade", "restore")
Tell = Callable[[float], None]


@dataclass(frozen=True)
class BackedUp:
    """A backup that was made. `problem` says why it does not lie at the second place too."""

    path: Path
    manifest: Manifest
    further: Path | None = None
    problem: Problem | None = None


def back_up(
    office: OfficeFile, further: Path | None, cause: Cause = "asked", tell: Tell = lambda _share: None
) -> BackedUp:
    """A proved copy in the office's own folder, and at the second place when that can be reached."""
    _seal(office)
    at = office.clock()
    target = free_name(office.folder.backups / name_of(office.identity.office_code, at, cause))
    source = Source(office.folder.path, office.data_key)
    manifest = write_backup(source, target, cause, at, lambda share: tell(share * 0.8))
    rotate(office, office.folder.backups)
    made = BackedUp(target, manifest)
    if further is not None:
        made = _at_second_place(office, made, further)
    tell(1.0)
    return made


def back_up_to(office: OfficeFile, target: Path, tell: Tell = lambda _share: None) -> BackedUp:
    """A backup that the manager carries where she wishes; it is never removed by the program."""
    require_keeper(office.actor.role)
    if target.exists():
        raise UnavailableError("file_exists")
    _seal(office)
    source = Source(office.folder.path, office.data_key)
    manifest = write_backup(source, target, "asked", office.clock(), tell)
    with office.write() as work:
        work.audit("backup", "office", office.identity.office_id, manifest.sha256)
    return BackedUp(target, manifest)


def back_up_when_due(
    office: OfficeFile, further: Path | None, cause: Cause = "lock", tell: Tell = lambda _share: None
) -> BackedUp | None:
    """None when nothing was written since the last backup, or that was made a moment ago."""
    with office.connection() as connection:
        seq = int(connection.exec_driver_sql("SELECT ifnull(max(seq), 0) FROM change_log").scalar_one())
    own = [one.manifest for one in own_backups(office, office.folder.backups) if one.manifest]
    if own and own[0].seq == seq:
        return None
    if own and timedelta() <= office.clock() - own[0].moment < PAUSE:
        return None
    return back_up(office, further, cause, tell)


def own_backups(office: OfficeFile, folder: Path) -> list[Found]:
    """The backups of this office in a folder, the newest first; those that cannot be read too."""
    found = list_backups(folder)
    return [one for one in found if one.manifest is None or one.manifest.office_id == office.identity.office_id]


def lacks(office: OfficeFile, manifest: Manifest) -> int | None:
    """How many changes of the open office a backup does not hold; None when it went another way since."""
    with office.connection() as connection:
        head = int(connection.exec_driver_sql("SELECT ifnull(max(seq), 0) FROM change_log").scalar_one())
        sql = "SELECT chain FROM change_log WHERE seq = ?"
        chain = connection.exec_driver_sql(sql, (manifest.seq,)).scalar() if manifest.seq else b""
    return head - manifest.seq if chain is not None and bytes(chain).hex() == manifest.chain else None


def rotate(office: OfficeFile, folder: Path) -> int:
    """Remove what outlived its generation; how many that were. What cannot be read is left to people."""
    own = {one.path: one.manifest for one in own_backups(office, folder) if one.manifest}
    made = {path: manifest.moment for path, manifest in own.items()}
    special = [[path for path, manifest in own.items() if manifest.cause == cause] for cause in _SPECIAL]
    gone = outlived(made, special, office.clock())
    for path in gone:
        try:
            path.unlink()
        except OSError:
            continue
    return len(gone)


def further_place(settings: Settings) -> Path | None:
    """The second folder or stick that was chosen; None when there is none."""
    told = settings.text(FURTHER)
    return Path(told) if told else None


def choose_further_place(office: OfficeFile, settings: Settings, place: Path | None) -> None:
    """Keep where backups go besides. Only who may carry the office's keys chooses it."""
    require_keeper(office.actor.role)
    settings.keep(**{FURTHER: str(place.absolute()) if place else ""})


def require_keeper(role: str) -> None:
    """Who may carry the whole office away, and bring an older one back."""
    if role not in KEEPERS:
        raise RefusedError.of("", "not_allowed")


def _at_second_place(office: OfficeFile, made: BackedUp, further: Path) -> BackedUp:
    """A stick that is not there, is full or is pulled out stops nobody from locking."""
    target = further / made.path.name
    try:
        if not further.is_dir() or further.samefile(made.path.parent):
            return replace(made, problem=Problem("", "backup_place_missing"))
        copy_backup(made.path, target)
    except OSError:
        return replace(made, problem=Problem("", "backup_place_missing"))
    except UnavailableError as error:
        return replace(made, problem=error.problem)
    rotate(office, further)
    return replace(made, further=target)


def _seal(office: OfficeFile) -> None:
    """What others may have heard lies sealed in a backup: so one that is brought back tells nothing a second time."""
    if office.is_awaiting():
        return
    with office.connection() as connection:
        alone = connection.exec_driver_sql("SELECT 1 FROM sync_device WHERE own = 0 LIMIT 1").first() is None
    if not alone:
        from desktop.sync.sealing import seal

        seal(office)
