"""An open office: reading, writing, merging and closing the one encrypted file in its folder.

office.db    the encrypted records        office.keys   who can open them (key slots), and their double
office.lock  held by the running program  office.mark   how far the log had come (store/witness.py)
office.audit how far the audit log had come (store/audit_anchor.py)
spare.bin    room to open on a full disk  backups/      whole copies (store/backup.py)
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from filelock import FileLock
from sqlalchemy import Connection, Engine

from desktop.domain.clock import Now, now, today_in_iran
from desktop.domain.problems import UnavailableError
from desktop.store import audit, audit_anchor, changes, unlisted, witness
from desktop.store.engine import translated
from desktop.store.rows import Rows
from desktop.store.triggers import MERGING
from desktop.store.unit_of_work import Actor, Identity, UnitOfWork

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
        with self._writing, translated(), self.engine.connect() as connection:
            begun = connection.begin()
            if unlisted.is_left(connection):
                begun.rollback()
                self._list_left()  # in commits of its own: who reads meanwhile finds all listed and waits for nobody
                begun = connection.begin()
            with begun:
                work = UnitOfWork(connection, self.identity, self.actor, self.clock(), seen)
                yield work
                if not work.finished:
                    work.finish()

    def is_awaiting(self) -> bool:
        """Where not even the writer's own account has arrived, nothing could be written that others understand."""
        if self.awaiting:
            with self.connection() as connection:
                self.awaiting = invited(connection, self.actor.username) is not None
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
            at_hand = self.engine.raw_connection()  # to open another would read the whole schema again
            try:
                at_hand.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                at_hand.close()

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
            self.checkpoint()
        finally:
            self.engine.dispose()
            self.lock.release()


@contextmanager
def _open_for_merging(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql(f"UPDATE write_context SET open = {MERGING}")
    yield
    connection.exec_driver_sql("UPDATE write_context SET open = 0")


def invited(connection: Connection, username: str) -> list[Any] | None:
    """The account of whoever joined with this laptop, until the office's accounts have arrived here."""
    text = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (INVITED_ACCOUNT,)).scalar()
    told = json.loads(text) if text else {}
    arrived = connection.exec_driver_sql("SELECT 1 FROM user_account WHERE id = ?", (told.get("id"),)).first()
    if told.get("username") != username or arrived is not None:
        return None
    return [told["id"], told["staff_id"], told["role"], told["can_see_sensitive"]]
