"""Making an office and opening it: the keys, the lock, the schema of today, and who comes in."""

from __future__ import annotations

import os
from contextlib import suppress

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, insert

from desktop.domain.clock import Now, Uptime, now, since_boot
from desktop.domain.problems import UnavailableError
from desktop.store import audit, audit_anchor, match_keys, order_keys, seeds, witness
from desktop.store.backup import list_backups, slots_of
from desktop.store.engine import make_engine, translated
from desktop.store.key_slots import Cost, KeySlots, new_data_key, new_key_slots, new_recovery_code
from desktop.store.office_file import OfficeFile, OfficeFolder, invited
from desktop.store.tables import DEVICE, KEY_SLOT_COPY, META
from desktop.store.unit_of_work import Actor, Identity, new_id
from desktop.store.upgrade import head_revision, revision_in, upgrade
from desktop.system import key_file

_MADE_ANEW = (
    (match_keys.is_outdated, match_keys.renew_all),  # keys of doubles that an older program made find nobody any more
    (order_keys.is_outdated, order_keys.renew_all),  # places in an order that is no longer ours would mix with new ones
)
"""What is made anew once after an update."""

SPARE_BYTES = 4 * 1024 * 1024  # SQLite cannot even open a file in WAL mode on a wholly full disk


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
            *key_file.places(folder.keys),
            folder.database.with_name("office.db-wal"),
            folder.database.with_name("office.db-shm"),
        ):
            path.unlink(missing_ok=True)
        raise


def unmake_office(folder: OfficeFolder) -> None:
    """Take back an office whose founding failed: its own files only, whatever else lies in the folder."""
    beside = (folder.database.with_name(f"{folder.database.name}-{end}") for end in ("wal", "shm"))
    audit_anchor.forget_anchors(folder.path)
    for path in (folder.database, *beside, *key_file.places(folder.keys), folder.mark, folder.spare, folder.lock):
        path.unlink(missing_ok=True)


def open_office(
    folder: OfficeFolder, username: str, password: str, *, clock: Now = now, uptime: Uptime = since_boot
) -> OfficeFile:
    """Open with a user's password. Every obstacle is an UnavailableError with its own sentence; nothing is harmed.

    Whoever is going to write opens by `services.opening`, which heeds `setback`.
    """
    _refuse_other_files(folder)
    lock = take_lock(folder)
    try:
        slots, lie_here = _slots_of(folder)
        slots.refuse_while_locked(username, clock(), uptime())
        try:
            data_key = slots.open_with_password(username, password)
        except UnavailableError as error:
            if error.problem.code == "wrong_password" and lie_here:
                slots.after_failure(username, clock(), uptime()).save(folder.keys)
            raise
        office = _open(folder, data_key, username, lock, clock)
        if not lie_here:
            KeySlots.load(folder.keys).open_with_password(username, password)
        _sign_in(office)
        return office
    except BaseException:
        lock.release()
        raise


def recover_office(
    folder: OfficeFolder, code: str, username: str, password: str, *, cost: Cost, clock: Now = now
) -> OfficeFile:
    """Open with the recovery code, which is used up: `next_code` takes its place. `username` gets a new password."""
    _refuse_other_files(folder)
    lock = take_lock(folder)
    try:
        slots, lie_here = _slots_of(folder)
        data_key = slots.open_with_recovery(code)
        office = _open(folder, data_key, username, lock, clock)
        if not lie_here:
            slots = KeySlots.load(folder.keys)
            slots.open_with_recovery(code)
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


def _refuse_other_files(folder: OfficeFolder) -> None:
    if not folder.database.exists():
        raise UnavailableError("no_office")
    if not folder.database.is_file():
        raise UnavailableError("not_an_office_file")
    try:
        with folder.database.open("rb") as file:
            head = file.read(15)
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    if head == b"SQLite format 3":
        raise UnavailableError("plain_file")
    if not head:  # SQLite would take it for a new file and fill it
        raise UnavailableError("not_an_office_file")


def _slots_of(folder: OfficeFolder) -> tuple[KeySlots, bool]:
    """Who can open the file, and whether that lies beside it still.

    Where it is damaged or gone the newest backup tells who could. The file itself knows who can today: they are
    written anew from it, and whoever came in by a former password comes no further.
    """
    try:
        return KeySlots.load(folder.keys), True
    except UnavailableError:
        for found in list_backups(folder.backups):
            with suppress(UnavailableError):
                return slots_of(found.path), False
        raise


def _open(folder: OfficeFolder, data_key: bytes, username: str, lock: FileLock, clock: Now) -> OfficeFile:
    if not folder.spare.exists():
        _make_spare(folder)
    engine = make_engine(folder.database, data_key)
    with translated(), engine.connect().execution_options(tx="DEFERRED") as connection:
        revision = revision_in(connection.connection.driver_connection)
    if revision != head_revision():
        engine = _upgraded(folder, data_key, engine, clock)
    with translated(), engine.connect().execution_options(tx="DEFERRED") as connection:
        identity = _identity(connection)
        actor = _actor(connection, username)
        setback = witness.setback_of(connection, folder.path, data_key)
        at_home = setback is not None or witness.is_at_home(connection, data_key)
        awaiting = invited(connection, username) is not None
        must_change = _must_change(connection, username)
        closed = _closed_accounts(connection)
        kept = connection.exec_driver_sql("SELECT text FROM key_slot_copy").scalar()
        outdated = [renew_all for is_outdated, renew_all in _MADE_ANEW if is_outdated(connection)]
    for renew_all in outdated:
        with translated(), engine.connect() as connection, connection.begin():
            renew_all(connection)
    if not at_home:
        with translated(), engine.connect() as connection, connection.begin():
            witness.adopt(connection, data_key)
    office = OfficeFile(
        folder, engine, identity, actor, data_key, lock, clock, awaiting, setback, must_change=must_change
    )
    slots = beside = _beside(folder, kept)
    for name in closed & set(slots.users()):  # closed on another laptop: here too the way to the key goes
        slots = slots.without(name)
    if kept is None or slots != beside or KeySlots.from_text(kept).slots != slots.slots:
        save_slots(office, slots)
    elif not slots.is_safe(folder.keys):
        with suppress(UnavailableError):  # a full disk: it opens all the same
            slots.save(folder.keys)
    return office


def _beside(folder: OfficeFolder, kept: str | None) -> KeySlots:
    """The keys that lie beside the file; those it holds of them where these are gone."""
    try:
        return KeySlots.load(folder.keys)
    except UnavailableError:
        if kept is None:
            raise
        slots = KeySlots.from_text(kept)
        slots.save(folder.keys)
        return slots


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
    row = connection.exec_driver_sql(query, (username,)).first() or invited(connection, username)
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
