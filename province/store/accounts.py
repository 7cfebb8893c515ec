"""Who may sit at the server: accounts with their roles, passwords kept as Argon2id hashes only."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from secrets import token_hex
from typing import NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from desktop.domain.problems import RefusedError
from province.settings import require_secret
from province.store.tables import ACCOUNT

ROLES = ("county_supervisor", "province_officer", "province_director", "auditor", "administrator")
_HASHER = PasswordHasher()


class Account(NamedTuple):
    id: str
    username: str
    full_name: str
    role: str
    disabled_at: datetime | None = None


def add_account(connection: Connection, account: Account, password: str, at: datetime) -> None:
    """A new account; RefusedError for a weak password, a role that is none, a name that is taken."""
    require_secret("password", password)
    if account.role not in ROLES:
        raise RefusedError.of("role", "unknown_code", given=account.role)
    values = account._asdict() | {"password_hash": _HASHER.hash(password), "made_at": at}
    try:
        with connection.begin_nested():
            connection.execute(insert(ACCOUNT).values(**values))
    except IntegrityError as error:
        raise RefusedError.of("username", "username_taken") from error


def accounts(connection: Connection) -> list[Account]:
    return [Account(*row) for row in connection.execute(_ACCOUNTS.order_by(ACCOUNT.c.username))]


def account_of(connection: Connection, username: str, password: str) -> Account | None:
    """The account that this name and password open; None for a wrong one, an unknown one and a closed one alike."""
    row = connection.execute(select(ACCOUNT.c.password_hash).where(ACCOUNT.c.username == username)).first()
    try:
        _HASHER.verify(row[0] if row else _nobody(), password)
    except (VerifyMismatchError, InvalidHashError):
        return None
    found = connection.execute(_ACCOUNTS.where(ACCOUNT.c.username == username)).first()
    return Account(*found) if found and found.disabled_at is None else None


@cache
def _nobody() -> str:
    """A hash that no password opens: an unknown name takes as long as a wrong password."""
    return _HASHER.hash(token_hex())


_ACCOUNTS = select(*(ACCOUNT.c[name] for name in Account._fields))
