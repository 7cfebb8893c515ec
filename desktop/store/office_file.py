"""The office's folder: making, opening and closing the one encrypted file in it.

office.db    the encrypted records        office.keys   who can open them (key slots)
office.lock  held by the running program  office.mark   how far the log had come (store/witness.py)
office.audit how far the audit log had come (store/audit_anchor.py)
spare.bin    room to open on a full disk  backups/      whole copies (store/backup.py)
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, insert

from desktop.domain.clock import Now, Uptime, now, since_boot, today_in_iran
from desktop.domain.problems import UnavailableError
from desktop.store import audit, audit_anchor, changes, match_keys, order_keys, seeds, unlisted, witness
from desktop.store.engine import connect, make_engine, translated
from desktop.store.key_slots import Cost, KeySlots, new_data_key, new_key_slots, new_recovery_code
from desktop.store.rows import Rows
from desktop.store.tables import DEVICE, KEY_SLOT_COPY, META
from desktop.store.triggers import MERGING
from desktop.store.unit_of_work import Actor, Identity, UnitOfWork, new_id
from desktop.store.upgrade import head_revision, revision_of, upgrade

SPARE_BYTES = 4 * 1024 * 1024  # SQLite cannot even open a file in WAL mode on a wholly full disk
_LOST_ANCHORS = 7
INVITED_ACCOUNT = "invited_account"
"""Key in `meta`: JSON of the account of whoever joined with this laptop."""


@dataclass(frozen=True)
class OfficeFolder:
    """Where the files of one office lie."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "office.db"

    @property
    def keys(self) -> Path:
        return self.path / "office.keys"

    @property
    def lock(self) -> Path:
        return self.path / "office.lock"

    @property
    def mark(self) -> Path:
        return self.path / witness.MARK

    @property
    def spare(self) -> Path:
        return self.path / "spare.bin"

    @property
    def backups(self) -> Path:
        return self.path / "backups"

    def exists(self) -> bool:
        return self.database.exists()


@dataclass
class OfficeFile:
    """An open office. One per process; the lock is held until `close`."""

    folder: OfficeFolder
    engine: Engine
    identity: Identity
    actor: Actor
    data_key: bytes
    lock: FileLock
    clock: Now = now
    awaiting: bool = False  # a new laptop, to which the office's records have not come yet
    setback: witness.Setback | None = None  # an older file, or a copy: `services.opening` makes it another device
    noticed: witness.Setback | None = None  # the same, once that is done: people are told of it
    must_change: bool = False  # somebody else chose the password: nothing is done before it is another
    next_code: str = ""  # told once: the recovery code in the place of the one that opened it
    _remembered: int = -1
    _writing: Lock = field(default_factory=Lock)

    @contextmanager
    def read(self) -> Iterator[Rows]:
        """The records as of one moment; many readers at a time, none of them stops the writer."""
        with translated(), self.engine.connect().execution_options(tx="DEFERRED") as connection:
            if unlisted.is_left(connection):
                connection.rollback()
                with self._writing:
                    self._list_left()
                    unlisted.is_left(connection)  # the moment that is read, before anybody merges more
            yield Rows(connection, today_in_iran(self.clock()), self.actor.role, self.actor.user_id)

    @contextmanager
    def write(self, seen: int | None = None) -> Iterator[UnitOfWork]:
        """A unit of work, committed durably when the block ends well and wholly undone otherwise.

        `seen` is what `log_position` said when the form was opened; what others wrote and came since is not replaced.
        """
        if self.is_awaiting():
            raise UnavailableError("nothing_received")
        with self._writing, translated():
            with self.engine.connect().execution_options(tx="DEFERRED") as connection:
                left = unlisted.is_left(connection)
            if left:  # in commits of its own: who reads while this is written finds all listed and waits for nobody
                self._list_left()
            with self.engine.connect() as connection, connection.begin():
                work = UnitOfWork(connection, self.identity, self.actor, self.clock(), seen)
                yield work
                if not work.finished:
                    work.finish()

    def is_awaiting(self) -> bool:
        """Where not even the writer's own account has arrived, nothing could be written that others understand."""
        if self.awaiting:
            with self.connection() as connection:
                self.awaiting = _invited(connection, self.actor.username) is not None
        return self.awaiting

    def log_position(self) -> int:
        """The last line of the log: what a form that is opened now shows."""
        with self.connection() as connection:
            return changes.head(connection)[0]

    @contextmanager
    def merge(self) -> Iterator[Connection]:
        """A commit that takes in what others wrote, or seals what was written here: who merges writes the log."""
        with self._writing, self._merging() as connection:
            yield connection

    @contextmanager
    def _merging(self) -> Iterator[Connection]:
        with translated(), self.engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(
                "PRAGMA defer_foreign_keys = ON"
            )  # children may stand before parents in a portion
            with _open_for_merging(connection):
                yield connection

    def list_taken(self) -> None:
        """Bring lists and search up to what was taken from others, as any reader or writer would find it undone."""
        with self._writing:
            self._list_left()

    def _list_left(self) -> None:
        going = True
        while going:
            with self._merging() as connection:
                going = unlisted.list_left(connection, today_in_iran(self.clock()))

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A bare reading connection for what lists have no part in: they may lack what others wrote."""
        with translated(), self.engine.connect().execution_options(tx="DEFERRED") as connection:
            yield connection

    def note(self, action: str, entity: str = "", entity_id: str = "", detail: str = "") -> None:
        """One line of the audit log, where nothing else is written with it."""
        at = self.clock().isoformat()
        with self._writing, translated(), self.engine.connect() as connection, connection.begin():
            audit.record(connection, at, self.actor.user_id, action, entity, entity_id, detail)

    def anchor_audit(self) -> None:
        """Remember outside the file how far the audit log has come, and what was remembered that it is not any more."""
        with self.connection() as connection:
            known = audit_anchor.kept_anchors(self.folder.path, self.data_key)
            lost = [anchor for anchor in known if not audit.stands(connection, anchor)][-_LOST_ANCHORS:]
            now = audit.Anchor(*audit.head(connection), self.clock().isoformat())
        audit_anchor.keep_anchors(self.folder.path, self.data_key, [*lost, now])

    def audit_findings(self, explained: Collection[str] = (audit.RESTORED,)) -> list[audit.Finding]:
        """What is wrong with the audit log, by itself and against what is remembered of it elsewhere."""
        with self.connection() as connection:
            known = audit_anchor.kept_anchors(self.folder.path, self.data_key)
            return audit.findings(connection, known, explained)

    def checkpoint(self) -> None:
        """Bring the log of pages into the file; at idle, at exit and before every integrity check."""
        with translated():
            raw = connect(self.folder.database, self.data_key)
            try:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()

    def remember(self) -> None:
        """Keep how far the log has come, before anything of it leaves this laptop and at the end."""
        with self.connection() as connection:
            position = changes.head(connection)
        if position[0] != self._remembered and self.setback is None:
            witness.remember(self.folder.path, self.data_key, position)
            self._remembered = position[0]

    def close(self) -> None:
        """Orderly end: remember how far the log reached, checkpoint, let go of the lock."""
        try:
            with suppress(UnavailableError):
                self.note("logout", "user_account", self.actor.user_id)
            self.anchor_audit()
            self.remember()
            self.engine.dispose()
            self.checkpoint()
        finally:
            self.engine.dispose()
            self.lock.release()


@contextmanager
def _open_for_merging(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql(f"UPDATE write_context SET open = {MERGING}")
    yield
    connection.exec_driver_sql("UPDATE write_context SET open = 0")


def create_office(
    folder: OfficeFolder,
    office_code: str,
    username: str,
    password: str,
    *,
    cost: Cost,
    clock: Now = now,
    identity: Identity | None = None,
) -> tuple[OfficeFile, str]:
    """A new empty office file and its recovery code. The caller registers the office and its first manager.

    With `identity` it is one more laptop of an office that is there already.
    """
    if folder.exists():
        raise UnavailableError("office_exists")
    _make_folder(folder)
    lock = take_lock(folder)
    try:
        data_key, code = new_data_key(), new_recovery_code()
        slots = new_key_slots().with_password(username, password, data_key, cost).with_recovery(code, data_key, cost)
        upgrade(folder.database, data_key, folder.backups)
        identity = identity or Identity(new_id(), office_code, new_id(), 0)
        _set_up(folder, data_key, identity, slots, clock)
        slots.save(folder.keys)
        _make_spare(folder)
        nobody = Actor(user_id=new_id(), staff_id="", username=username, role="office_manager", can_see_sensitive=True)
        engine = make_engine(folder.database, data_key)
        with translated(), engine.connect() as connection, connection.begin():
            seeds.plant(connection, identity, clock())
        return OfficeFile(folder, engine, identity, nobody, data_key, lock, clock), code
    except BaseException:
        lock.release()
        for path in (
            folder.database,
            folder.keys,
            folder.database.with_name("office.db-wal"),
            folder.database.with_name("office.db-shm"),
        ):
            path.unlink(missing_ok=True)
        raise


def unmake_office(folder: OfficeFolder) -> None:
    """Take back an office whose founding failed: its own files only, whatever else lies in the folder."""
    beside = (folder.database.with_name(f"{folder.database.name}-{end}") for end in ("wal", "shm"))
    audit_anchor.forget_anchors(folder.path)
    for path in (folder.database, *beside, folder.keys, folder.mark, folder.spare, folder.lock):
        path.unlink(missing_ok=True)


def open_office(
    folder: OfficeFolder, username: str, password: str, *, clock: Now = now, uptime: Uptime = since_boot
) -> OfficeFile:
    """Open with a user's password. Every obstacle is an UnavailableError with its own sentence; nothing is harmed.

    Whoever is going to write opens by `services.opening`, which heeds `setback`.
    """
    slots = _slots_of(folder)
    lock = take_lock(folder)
    try:
        slots.refuse_while_locked(username, clock(), uptime())
        try:
            data_key = slots.open_with_password(username, password)
        except UnavailableError as error:
            if error.problem.code == "wrong_password":
                slots.after_failure(username, clock(), uptime()).save(folder.keys)
            raise
        office = _open(folder, data_key, username, lock, clock)
        _sign_in(office)
        return office
    except BaseException:
        lock.release()
        raise


def recover_office(
    folder: OfficeFolder, code: str, username: str, password: str, *, cost: Cost, clock: Now = now
) -> OfficeFile:
    """Open with the recovery code, which is used up: `next_code` takes its place. `username` gets a new password."""
    slots = _slots_of(folder)
    lock = take_lock(folder)
    try:
        data_key = slots.open_with_recovery(code)
        office = _open(folder, data_key, username, lock, clock)
        office.next_code = new_recovery_code()
        slots = slots.with_password(username, password, data_key, cost).after_success(username)
        save_slots(office, slots.with_recovery(office.next_code, data_key, cost))
        _sign_in(office, "recovery_code")
        return office
    except BaseException:
        lock.release()
        raise


def save_slots(office: OfficeFile, slots: KeySlots) -> None:
    """Keep the slots beside the file and their copy inside it."""
    slots.save(office.folder.keys)
    with translated(), office.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE key_slot_copy SET text = ? WHERE one = 1", (slots.text(),))


def _sign_in(office: OfficeFile, by: str = "") -> None:
    """Write down who came in, and who tried to while the file was closed. On a full disk the office opens all the same.

    The tries wait in the key-slot file until they stand in the log.
    """
    slots = KeySlots.load(office.folder.keys)
    with suppress(UnavailableError), translated(), office.engine.connect() as connection, connection.begin():
        accounts = dict(map(tuple, connection.exec_driver_sql("SELECT username, id FROM user_account").all()))
        tried = [(one.at, accounts.get(one.user, "")) for one in slots.failures]
        who, at = office.actor.user_id, office.clock().isoformat()
        lines = [(at, user, "login_failed", "user_account", user, "") for at, user in tried]
        audit.record_many(connection, [*lines, (at, who, "login", "user_account", who, by)])
    if slots.failures or office.actor.username in slots.attempts:
        slots.after_success(office.actor.username).without_failures().save(office.folder.keys)


def _slots_of(folder: OfficeFolder) -> KeySlots:
    if not folder.database.exists():
        raise UnavailableError("no_office")
    if not folder.database.is_file():
        raise UnavailableError("not_an_office_file")
    with folder.database.open("rb") as file:
        head = file.read(15)
    if head == b"SQLite format 3":
        raise UnavailableError("plain_file")
    if not head:  # SQLite would take it for a new file and fill it
        raise UnavailableError("not_an_office_file")
    return KeySlots.load(folder.keys)


def _open(folder: OfficeFolder, data_key: bytes, username: str, lock: FileLock, clock: Now) -> OfficeFile:
    if not folder.spare.exists():
        _make_spare(folder)
    engine = make_engine(folder.database, data_key)
    if revision_of(folder.database, data_key) != head_revision():
        engine = _upgraded(folder, data_key, engine, clock)
    with translated(), engine.connect().execution_options(tx="DEFERRED") as connection:
        identity = _identity(connection)
        actor = _actor(connection, username)
        setback = witness.setback_of(connection, folder.path, data_key)
        at_home = setback is not None or witness.is_at_home(connection, data_key)
        awaiting = _invited(connection, username) is not None
        must_change = _must_change(connection, username)
        closed = _closed_accounts(connection)
        kept = connection.exec_driver_sql("SELECT text FROM key_slot_copy").scalar()
    _renew_match_keys(engine)
    _renew_order(engine)
    if not at_home:
        with translated(), engine.connect() as connection, connection.begin():
            witness.adopt(connection, data_key)
    office = OfficeFile(
        folder, engine, identity, actor, data_key, lock, clock, awaiting, setback, must_change=must_change
    )
    slots = beside = KeySlots.load(folder.keys)
    for name in closed & set(slots.users()):  # closed on another laptop: here too the way to the key goes
        slots = slots.without(name)
    if kept is None or slots != beside or KeySlots.from_text(kept).slots != slots.slots:
        save_slots(office, slots)
    return office


def _upgraded(folder: OfficeFolder, data_key: bytes, engine: Engine, clock: Now) -> Engine:
    """Bring an older file to today's schema. Marks that hold are dropped first, since a migration may chain anew."""

    def plant(connection: Connection) -> None:
        seeds.plant(connection, _identity(connection), clock())

    with translated(), engine.connect().execution_options(tx="DEFERRED") as connection:
        setback = witness.setback_of(connection, folder.path, data_key)
    engine.dispose()

    def before() -> None:
        if setback is None:
            witness.forget(folder.path)

    upgrade(folder.database, data_key, folder.backups, before=before, after=plant)
    return make_engine(folder.database, data_key)


def _renew_match_keys(engine: Engine) -> None:
    """Once after an update: keys of likely doubles that an older program made find nobody any more."""
    with translated(), engine.connect().execution_options(tx="DEFERRED") as connection:
        outdated = match_keys.is_outdated(connection)
    if outdated:
        with translated(), engine.connect() as connection, connection.begin():
            match_keys.renew_all(connection)


def _renew_order(engine: Engine) -> None:
    """Once after an update: places in an order that is no longer the program's would mix with new ones."""
    with translated(), engine.connect().execution_options(tx="DEFERRED") as connection:
        outdated = order_keys.is_outdated(connection)
    if outdated:
        with translated(), engine.connect() as connection, connection.begin():
            order_keys.renew_all(connection)


def _identity(connection: Connection) -> Identity:
    rows = connection.exec_driver_sql("SELECT key, value FROM meta").all()
    meta: dict[str, str] = {row[0]: row[1] for row in rows}
    block = connection.exec_driver_sql("SELECT block FROM device WHERE id = ?", (meta["device_id"],)).scalar_one()
    return Identity(meta["office_id"], meta["office_code"], meta["device_id"], block)


def _actor(connection: Connection, username: str) -> Actor:
    query = (
        "SELECT id, staff_id, role, can_see_sensitive FROM user_account "
        "WHERE username = ? AND active AND deleted_at IS NULL"
    )
    row = connection.exec_driver_sql(query, (username,)).first() or _invited(connection, username)
    if row is None:
        raise UnavailableError("wrong_password")
    return Actor(row[0], row[1], username, row[2], bool(row[3]))


def _must_change(connection: Connection, username: str) -> bool:
    asked = "SELECT must_change FROM user_account WHERE username = ? AND active AND deleted_at IS NULL"
    return bool(connection.exec_driver_sql(asked, (username,)).scalar())


def _closed_accounts(connection: Connection) -> set[str]:
    """User names of which every account is closed."""
    sql = "SELECT username FROM user_account GROUP BY username HAVING max(active AND deleted_at IS NULL) = 0"
    return set(connection.exec_driver_sql(sql).scalars())


def _invited(connection: Connection, username: str) -> list[Any] | None:
    """The account of whoever joined with this laptop, until the office's accounts have arrived here."""
    text = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (INVITED_ACCOUNT,)).scalar()
    told = json.loads(text) if text else {}
    arrived = connection.exec_driver_sql("SELECT 1 FROM user_account WHERE id = ?", (told.get("id"),)).first()
    if told.get("username") != username or arrived is not None:
        return None
    return [told["id"], told["staff_id"], told["role"], told["can_see_sensitive"]]


def _set_up(folder: OfficeFolder, data_key: bytes, identity: Identity, slots: KeySlots, clock: Now) -> None:
    engine = make_engine(folder.database, data_key)
    with translated(), engine.connect() as connection, connection.begin():
        values = {
            "office_id": identity.office_id,
            "office_code": identity.office_code,
            "device_id": identity.device_id,
            **match_keys.for_a_new_file(),
            **order_keys.for_a_new_file(),
        }
        connection.execute(insert(META), [{"key": k, "value": v} for k, v in values.items()])
        at = clock().isoformat()
        connection.execute(
            insert(DEVICE), {"id": identity.device_id, "name": "", "block": identity.block, "enrolled_at": at}
        )
        connection.execute(insert(KEY_SLOT_COPY), {"one": 1, "text": slots.text()})
        connection.exec_driver_sql("INSERT INTO write_context VALUES (1, 0, 0, '', '', '', 0)")
        witness.adopt(connection, data_key)
    engine.dispose()


def _make_folder(folder: OfficeFolder) -> None:
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnavailableError("read_only_folder") from error


def take_lock(folder: OfficeFolder) -> FileLock:
    """The folder for this process alone; UnavailableError when another one has it, or nothing can be written there."""
    lock = FileLock(folder.lock)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise UnavailableError("in_use") from error
    except OSError as error:
        raise UnavailableError("read_only_folder") from error
    if not os.access(folder.path, os.W_OK) or (folder.exists() and not os.access(folder.database, os.W_OK)):
        lock.release()
        raise UnavailableError("read_only_folder")
    return lock


def _make_spare(folder: OfficeFolder) -> None:
    try:
        folder.spare.write_bytes(bytes(SPARE_BYTES))
    except OSError:
        folder.spare.unlink(missing_ok=True)  # a full disk already: the office still opens while it can
