"""Signing in at the pages: a password, a second factor, and a rest after too many wrong ones."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from desktop.domain.problems import RefusedError
from province import auditing, second_factor
from province.auditing import Deed
from province.setup import Province
from province.store import sessions
from province.store.accounts import Account, account_of, set_password
from province.store.attempts import (
    ACCOUNT_MOST,
    ADDRESS_MOST,
    Attempts,
    count_failure,
    forget_failures,
    forget_old,
    is_locked,
)


class Knock(NamedTuple):
    """Who knocks: an account's name, and the address it comes from."""

    username: str
    address: str


def give_password(province: Province, knock: Knock, password: str, at: datetime) -> str:
    """The id of a session that still lacks the second factor; RefusedError alike for every wrong pair."""
    _refuse_locked(province, knock, at)
    with province.database.reading() as connection:
        found = account_of(connection, knock.username, password)
    if found is None:
        _fail(province, knock, None, at)
        raise RefusedError.of("password", "wrong_sign_in")
    with province.database.writing() as connection:
        sessions.forget_ended(connection, at)
        forget_old(connection, at)
        return sessions.open_session(connection, found.id, sessions.PASSWORD, at)


def give_code(province: Province, knock: Knock, account: Account, code: str, at: datetime) -> str:
    """The id of a whole session; RefusedError for a wrong code and for one that was used."""
    _refuse_locked(province, knock, at)
    with province.database.writing() as connection:
        if second_factor.prove(connection, province.keys, account.id, code, at):
            return _enter(province, connection, knock, account, at)
    _fail(province, knock, account, at)
    raise RefusedError.of("code", "wrong_code")


def begin_enrolment(province: Province, session: sessions.Session, account: Account) -> second_factor.Enrolment:
    """The second factor that this session sets up; the same one until it is confirmed."""
    if session.pending_secret is not None:
        text = second_factor.unwrap(province.keys, session.pending_secret)
        return second_factor.enrolment_of(text, account.username, province.server.title)
    made = second_factor.new_enrolment(account.username, province.server.title)
    with province.database.writing() as connection:
        sessions.keep_pending(connection, session, second_factor.wrap(province.keys, made.secret))
    return made


def confirm_enrolment(
    province: Province, session: sessions.Session, knock: Knock, account: Account, code: str, at: datetime
) -> tuple[str, list[str]]:
    """The telephone shows the right code: a whole session and the recovery codes."""
    _refuse_locked(province, knock, at)
    step = None
    if session.pending_secret is not None:
        step = second_factor.step_of(second_factor.unwrap(province.keys, session.pending_secret), code, at)
    if step is None or session.pending_secret is None:
        _fail(province, knock, account, at)
        raise RefusedError.of("code", "wrong_code")
    with province.database.writing() as connection:
        if second_factor.is_enrolled(connection, account.id):
            raise RefusedError.of("code", "wrong_code")
        codes = second_factor.enrol(connection, province.keys, account.id, session.pending_secret, step)
        auditing.note(connection, province.keys, Deed("second_factor_set", account.id), at)
        return _enter(province, connection, knock, account, at), codes


def require_password(province: Province, knock: Knock, account: Account, password: str, at: datetime) -> None:
    """Whoever sits there knows the password: asked again before what a borrowed session must not do."""
    _refuse_locked(province, knock, at)
    with province.database.reading() as connection:
        known = account_of(connection, account.username, password) is not None
    if not known:
        _fail(province, knock, account, at)
        raise RefusedError.of("old", "wrong_old_password")


def change_password(province: Province, account: Account, old: str, new: str, at: datetime) -> str:
    """Another password; every session of the account ends. Answers with the id of a new one."""
    if old == new:
        raise RefusedError.of("password", "same_password")
    with province.database.writing() as connection:
        set_password(connection, account, new, must_change=False)
        sessions.close_all(connection, account.id)
        auditing.note(connection, province.keys, Deed("password_changed", account.id), at)
        return sessions.open_session(connection, account.id, sessions.FULL, at)


def _enter(province: Province, connection: Connection, knock: Knock, account: Account, at: datetime) -> str:
    """Both factors were right: what was wrong before is forgotten."""
    forget_failures(connection, _counted(province, knock)[0])
    auditing.note(connection, province.keys, Deed("signed_in", account.id), at)
    return sessions.open_session(connection, account.id, sessions.FULL, at)


def _refuse_locked(province: Province, knock: Knock, at: datetime) -> None:
    with province.database.reading() as connection:
        if any(is_locked(connection, one, at) for one in _counted(province, knock)):
            raise RefusedError.of("", "sign_in_locked")


def _fail(province: Province, knock: Knock, account: Account | None, at: datetime) -> None:
    with province.database.writing() as connection:
        locked = [count_failure(connection, one, at) for one in _counted(province, knock)]
        told = account.id if account else None
        auditing.note(connection, province.keys, Deed("sign_in_failed", told), at)
        if locked[0]:
            auditing.note(connection, province.keys, Deed("account_locked", told), at)


def _counted(province: Province, knock: Knock) -> tuple[Attempts, Attempts]:
    key = province.keys.derived("attempts")
    return (
        Attempts(_keyed(key, "account", knock.username), ACCOUNT_MOST),
        Attempts(_keyed(key, "address", knock.address), ADDRESS_MOST),
    )


def _keyed(key: bytes, kind: str, text: str) -> str:
    return hmac.new(key, f"{kind}:{text}".encode(), hashlib.sha256).hexdigest()
