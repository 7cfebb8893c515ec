"""Rescuing an office from a file that is damaged: its pages mended, its rows saved, its gaps filled and told.

Three sources, in this order: the pages that are whole or could be mended to the bit; for records of which a page is
lost, the change log, which holds every field ever written; for the log itself and what nobody logs, a backup. What
none of them knows is counted by kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from filelock import FileLock
from sqlalchemy import Connection

from desktop.domain.clock import Now, moment_of, now, today_in_iran
from desktop.domain.kinds import KINDS
from desktop.domain.problems import UnavailableError
from desktop.services.restoring import Secret
from desktop.store import audit, changes, witness
from desktop.store.backup import slots_of, unpack
from desktop.store.check import CheckResult, check_office, replayed, unlike_their_log
from desktop.store.derived import follow
from desktop.store.engine import connect, make_engine
from desktop.store.key_slots import KeySlots
from desktop.store.listing import list_merged
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.pages import read_pages
from desktop.store.salvage import REBUILT, Salvage, Saved, salvage
from desktop.store.triggers import install, telling
from desktop.store.unit_of_work import Actor, Identity
from desktop.store.upgrade import head_revision

Tell = Callable[[float], None]


@dataclass(frozen=True)
class Rescue:
    """What was found and what became of it."""

    pages: int
    mended: tuple[int, ...]  # pages in which one bit had turned, right again to the bit
    lost: tuple[int, ...]  # pages that nothing opens
    tables: Mapping[str, Saved] = field(default_factory=dict)  # those of which something was lost
    log_gaps: int = 0  # lines of the change log that nobody knows any more
    checks: tuple[CheckResult, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing of the office is lost."""
        return not self.log_gaps and all(one.ok for one in self.checks)

    def as_json(self) -> dict[str, Any]:
        return {
            "pages": self.pages,
            "mended": list(self.mended),
            "lost": list(self.lost),
            "tables": {name: vars(saved) for name, saved in self.tables.items()},
            "log_gaps": self.log_gaps,
            "whole": self.whole,
            "failed_checks": [one.check for one in self.checks if not one.ok],
        }


def rescue(
    damaged: Path,
    target: OfficeFolder,
    secret: Secret,
    backup: Path | None = None,
    *,
    clock: Now = now,
    tell: Tell = lambda _share: None,
) -> Rescue:
    """Read what can be read of `damaged` (an office's folder or its file) into the empty folder `target`.

    The damaged file is only read. UnavailableError for a wrong password, a folder that has an office, and for a file
    of which so much is lost that it needs a backup.
    """
    if target.exists():
        raise UnavailableError("office_exists")
    database = damaged / "office.db" if damaged.is_dir() else damaged
    slots = _slots(database.parent, backup)
    key = slots.open_with_recovery(secret.code) if secret.code else _by_password(slots, secret)
    pages = read_pages(database, key)
    tell(0.3)
    target.path.mkdir(parents=True, exist_ok=True)
    part = target.path / "office.rescuing"
    try:
        saved = Salvage(head_revision())
        if pages.lost:
            with TemporaryDirectory(dir=target.path, prefix=".rescue-") as place:
                spare = Path(place) / "office.db" if backup else None
                if backup and spare:
                    unpack(backup, key, spare)
                saved = salvage(pages, key, part, spare, lambda share: tell(0.3 + 0.4 * share))
        else:
            part.write_bytes(pages.content)
        _flag(part, key, clock().isoformat())
        part.replace(target.database)
        slots.save(target.keys)
    finally:
        for end in ("", "-wal", "-shm"):
            part.with_name(f"{part.name}{end}").unlink(missing_ok=True)
    gaps = 0
    if pages.lost and saved.revision == head_revision():
        gaps = _complete(target, key, saved, clock)
    tell(0.9)
    torn = {name: one for name, one in saved.tables.items() if one.torn or one.refused or one.from_log}
    found = Rescue(pages.count, pages.mended, pages.lost, torn, gaps)
    return Rescue(**{**vars(found), "checks": _checked(target, key, clock)})


def _slots(folder: Path, backup: Path | None) -> KeySlots:
    try:
        return KeySlots.load(folder / "office.keys")
    except UnavailableError:
        if backup is None:
            raise
        return slots_of(backup)


def _by_password(slots: KeySlots, secret: Secret) -> bytes:
    return slots.open_with_password(secret.username, secret.password)


def _flag(database: Path, key: bytes, at: str) -> None:
    """It may be older than what others know of it: whoever opens it goes on as another device."""
    raw = connect(database, key)
    try:
        raw.execute("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", (witness.RESTORED, at))
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()


def _opened(folder: OfficeFolder, key: bytes, clock: Now) -> OfficeFile:
    """The file without anybody's account, which may be among what was lost."""
    engine = make_engine(folder.database, key)
    with engine.connect() as connection:
        meta = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta").all()}
        sql = "SELECT block FROM device WHERE id = ?"
        block = connection.exec_driver_sql(sql, (meta["device_id"],)).scalar() or 0
    identity = Identity(meta["office_id"], meta["office_code"], meta["device_id"], int(block))
    lock = FileLock(folder.lock)
    lock.acquire(timeout=0)
    return OfficeFile(folder, engine, identity, Actor("", "", "", "office_manager"), key, lock, clock)


def _complete(folder: OfficeFolder, key: bytes, saved: Salvage, clock: Now) -> int:
    """Fill what the log knows, and make anew what follows from the rest; how many lines of the log are lost."""
    office = _opened(folder, key, clock)
    try:
        with office.merge() as connection:
            install(connection, head_revision())
            gaps = _forge(connection)
            for kind, filled in _records_from_log(connection).items():
                saved.tables.setdefault(kind, Saved()).from_log = filled
            if saved.torn(*REBUILT) or any(one.from_log for one in saved.tables.values()):
                _list_anew(connection)
            lost = sum(one.torn for one in saved.tables.values())
            told = f"torn {lost}, log gaps {gaps}"
            audit.record(connection, clock().isoformat(), "", "rescue", "office", office.identity.office_id, told)
        with office.write() as work:
            for kind, record in list(unlike_their_log(work.connection)):
                if kind in KINDS:
                    work.connection.exec_driver_sql(telling(KINDS[kind], "retell"), (record,))
        office.checkpoint()
        return gaps
    finally:
        office.engine.dispose()
        office.lock.release()


def _forge(connection: Connection) -> int:
    """Chain the two logs anew where lines of them are lost, and count the lost ones of the change log."""
    first, last, count = connection.exec_driver_sql("SELECT min(seq), max(seq), count(*) FROM change_log").one()
    gaps = int((last or 0) - count) if first is not None else 0
    if next(changes.broken_links(connection), None) is not None:
        connection.exec_driver_sql("UPDATE change_log SET chain = NULL")
        changes.chain_new(connection)
    if next(audit.broken_links(connection), None) is not None:
        audit.chain_anew(connection)
    return gaps


def _records_from_log(connection: Connection) -> dict[str, int]:
    """Write the records that the log tells of and no table holds."""
    from desktop.sync.merge import Dot, Operation
    from desktop.sync.row_writing import stored_moment, whole_row, write_rows

    sql = "SELECT record_id, kind, action, fields, stamp, user_id, device_id FROM change_log ORDER BY record_id, seq"
    rows, filled = [], dict[str, int]()
    have = {kind: set(connection.exec_driver_sql(f"SELECT id FROM {kind}").scalars()) for kind in KINDS}  # noqa: S608
    for record, steps in groupby(connection.exec_driver_sql(sql).all(), key=itemgetter(0)):
        lines = list(steps)
        kind = lines[0][1]
        if kind not in KINDS or record in have[kind]:
            continue
        _, values = replayed([tuple(line[:4]) for line in lines])
        if not values or (lines[0][2] != "add" and not _is_complete(kind, values)):
            continue
        begun, ended = lines[0], lines[-1]
        made = Operation(Dot(begun[6], 0), begun[4], "", begun[5], kind, record, "add", {}, {}, {})
        row = {**whole_row(kind, made), **values}
        row |= {"updated_at": stored_moment(moment_of(ended[4])), "updated_by": ended[5], "row_version": len(lines)}
        rows.append((kind, row, None))
        filled[kind] = filled.get(kind, 0) + 1
    write_rows(connection, rows)
    return filled


def _is_complete(kind: str, values: Mapping[str, Any]) -> bool:
    """Whether a record whose beginning is lost is told well enough by later lines that tell it anew."""
    return all(name in values for name, about in KINDS[kind].fields.items() if about.required and about.logged)


def _list_anew(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM match_key")
    connection.exec_driver_sql("DELETE FROM search_entry")
    connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    touched = {
        str(record): kind
        for kind in KINDS
        for record in connection.exec_driver_sql(f"SELECT id FROM {kind}").scalars()  # noqa: S608
    }
    follow(connection, {record: (kind, True) for record, kind in touched.items()}, {}, today_in_iran(now()))
    list_merged(connection, touched)


def _checked(folder: OfficeFolder, key: bytes, clock: Now) -> tuple[CheckResult, ...]:
    office = _opened(folder, key, clock)
    try:
        return tuple(check_office(office))
    finally:
        office.engine.dispose()
        office.lock.release()
