"""Beginning a server: its keys, its certificate, its database, and the first administrator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe
from typing import NamedTuple

from uuid_utils import uuid7

from desktop.domain.problems import RefusedError, UnavailableError
from province.certificate import make_certificate
from province.keys import CERTIFICATE, KEYS, ServerKeys, load_keys, make_keys, save_keys
from province.settings import Settings
from province.store.accounts import Account, add_account
from province.store.database import Database
from province.store.offices import Server, add_server, is_begun, server_of
from province.store.upgrade import head_revision, revision_of, upgrade

FIRST_USER = "administrator"


@dataclass(frozen=True)
class Province:
    """An opened server: what every act of it needs."""

    settings: Settings
    keys: ServerKeys
    database: Database
    server: Server

    def close(self) -> None:
        self.database.close()


class Begun(NamedTuple):
    """What `init` made; the password stands here once and nowhere else, and only where it was not given."""

    server: Server
    username: str
    password: str


def begin(
    settings: Settings, title: str, username: str, full_name: str, at: datetime, *, password: str, passphrase: str
) -> Begun:
    """Make a server in an empty folder and an empty database. Interrupted, it can simply be said again."""
    settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = Database(settings.database)
    try:
        upgrade(database)
        with database.writing() as connection:
            if is_begun(connection):
                raise RefusedError.of("", "province_exists")
            _make_files(settings, at, passphrase)
            made = Server(str(uuid7()), title, str(uuid7()))
            add_server(connection, made, at)
            chosen = password or token_urlsafe(15)
            account = Account(str(uuid7()), username, full_name, "administrator", must_change=not password)
            add_account(connection, account, chosen, at)
        return Begun(made, username, "" if password else chosen)
    finally:
        database.close()


def open_province(settings: Settings, passphrase: str) -> Province:
    """The server of a data folder, ready for work; UnavailableError says what is missing."""
    keys = load_keys(settings.folder, passphrase)
    database = Database(settings.database)
    try:
        return Province(settings, keys, database, _current(database))
    except BaseException:
        database.close()
        raise


def _current(database: Database) -> Server:
    """Who the server of this database is, after its schema is that of this program."""
    if not database.exists():
        raise UnavailableError("no_province")
    with database.reading() as connection:
        current = revision_of(connection)
    if current != head_revision():
        upgrade(database)
    with database.reading() as connection:
        return server_of(connection)


def _make_files(settings: Settings, at: datetime, passphrase: str) -> None:
    if not (settings.folder / KEYS).exists():
        save_keys(settings.folder, make_keys(), passphrase)
    load_keys(settings.folder, passphrase)
    if not (settings.folder / CERTIFICATE).exists():
        make_certificate(settings.folder, settings.address, at, passphrase)
