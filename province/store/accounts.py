"""Who may sit at the server: accounts with their roles, passwords kept as Argon2id hashes only."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from secrets import token_hex
from typing import NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from desktop.domain.problems import RefusedError
from province.access import ADMINISTRATOR, ROLES, SUPERVISOR
from province.settings import require_secret
from province.store.tables import ACCOUNT, ACCOUNT_COUNTY

_HASHER = PasswordHasher()


class Account(NamedTuple):
    id: str
    username: str
    full_name: str
    role: str
    disabled_at: datetime | None = None
    must_change: bool = False  # its password is known to who made it


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


def set_password(connection: Connection, account: Account, password: str, *, must_change: bool) -> None:
    """Another password; RefusedError for a weak one. `must_change`: it is known to who set it."""
    require_secret("password", password)
    values = {"password_hash": _HASHER.hash(password), "must_change": must_change}
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account.id).values(**values))


def change_account(connection: Connection, account: Account) -> None:
    """Another name, role or state of a known account; RefusedError when no administrator would be left."""
    if account.role not in ROLES:
        raise RefusedError.of("role", "unknown_code", given=account.role)
    values = {name: getattr(account, name) for name in ("full_name", "role", "disabled_at")}
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account.id).values(**values))
    left = select(ACCOUNT.c.id).where(ACCOUNT.c.role == ADMINISTRATOR, ACCOUNT.c.disabled_at.is_(None)).limit(1)
    if connection.execute(left).first() is None:
        raise RefusedError.of("role", "last_administrator")


def counties_of(connection: Connection, account_id: str) -> frozenset[str]:
    """The counties whose supervisor this is."""
    wanted = select(ACCOUNT_COUNTY.c.county_id).where(ACCOUNT_COUNTY.c.account_id == account_id)
    return frozenset(connection.execute(wanted).scalars())


def set_counties(connection: Connection, account: Account, counties: frozenset[str]) -> None:
    """The counties of a supervisor, who needs one; nobody else has any."""
    if account.role == SUPERVISOR and not counties:
        raise RefusedError.of("counties", "required")
    connection.execute(delete(ACCOUNT_COUNTY).where(ACCOUNT_COUNTY.c.account_id == account.id))
    if account.role == SUPERVISOR:
        rows = [{"account_id": account.id, "county_id": county} for county in sorted(counties)]
        connection.execute(insert(ACCOUNT_COUNTY), rows)


def account_by_id(connection: Connection, account_id: str) -> Account | None:
    row = connection.execute(_ACCOUNTS.where(ACCOUNT.c.id == account_id)).first()
    return Account(*row) if row else None


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
