"""Accounts: who may sit at the server, in which role and of which counties; for administrators alone."""

from __future__ import annotations

from secrets import token_urlsafe

from sqlalchemy import Connection
from uuid_utils import uuid7

from desktop.domain.problems import RefusedError
from province import second_factor
from province.access import ROLES, Permission
from province.pages.declared import Answer, Moved, Page, Shown, identifier, in_form, in_path, one_of, text, username
from province.pages.visiting import NotThereError, Visit
from province.store import sessions
from province.store.accounts import (
    Account,
    account_by_id,
    accounts,
    add_account,
    change_account,
    counties_of,
    set_counties,
    set_password,
)
from province.store.office_places import county_names


def show_accounts(visit: Visit) -> Answer:
    with visit.reading() as connection:
        known = accounts(connection)
        enrolled = {one.id for one in known if second_factor.is_enrolled(connection, one.id)}
        names = county_names(connection)
        counties = {one.id: [names.get(c, c) for c in sorted(counties_of(connection, one.id))] for one in known}
    return Shown(
        "accounts.html",
        {"accounts": known, "enrolled": enrolled, "counties": counties, "roles": ROLES, "names": _by_name(names)},
    )


def add(visit: Visit) -> Answer:
    """A new account with a password that is told once and must be changed at the first sign-in."""
    given, password = visit.given, token_urlsafe(12)
    made = Account(str(uuid7()), given["username"], given["full_name"], given["role"], must_change=True)
    with visit.writing() as connection:
        add_account(connection, made, password, visit.at)
        set_counties(connection, made, _known_counties(connection, given["counties"]))
        visit.note(connection, "account_added", target=made.id)
    return Shown("new_password.html", {"account": made, "password": password})


def show_one(visit: Visit) -> Answer:
    with visit.reading() as connection:
        account = _account(connection, visit)
        enrolled = second_factor.is_enrolled(connection, account.id)
        chosen, names = counties_of(connection, account.id), county_names(connection)
    return Shown(
        "one_account.html",
        {"one": account, "enrolled": enrolled, "chosen": chosen, "roles": ROLES, "names": _by_name(names)},
    )


def change(visit: Visit) -> Answer:
    """Another role, name or counties; whoever is signed in must sign in again under them."""
    given = visit.given
    with visit.writing() as connection:
        account = _account(connection, visit)
        made = account._replace(full_name=given["full_name"], role=given["role"])
        change_account(connection, made)
        set_counties(connection, made, _known_counties(connection, given["counties"]))
        if made.role != account.role:
            sessions.close_all(connection, account.id)
        visit.note(connection, "account_changed", target=account.id)
    return Moved(f"/accounts/{account.id}", "account_changed")


def disable(visit: Visit) -> Answer:
    """The account is shut at once, wherever it is signed in."""
    with visit.writing() as connection:
        account = _account(connection, visit)
        change_account(connection, account._replace(disabled_at=visit.at))
        sessions.close_all(connection, account.id)
        visit.note(connection, "account_disabled", target=account.id)
    return Moved(f"/accounts/{account.id}", "account_changed")


def enable(visit: Visit) -> Answer:
    with visit.writing() as connection:
        account = _account(connection, visit)
        change_account(connection, account._replace(disabled_at=None))
        visit.note(connection, "account_enabled", target=account.id)
    return Moved(f"/accounts/{account.id}", "account_changed")


def reset_second_factor(visit: Visit) -> Answer:
    """A lost telephone: the next sign-in sets up another one."""
    with visit.writing() as connection:
        account = _account(connection, visit)
        second_factor.reset(connection, account.id)
        sessions.close_all(connection, account.id)
        visit.note(connection, "second_factor_reset", target=account.id)
    return Moved(f"/accounts/{account.id}", "account_changed")


def reset_password(visit: Visit) -> Answer:
    """A forgotten password: another one that is told once and must be changed."""
    password = token_urlsafe(12)
    with visit.writing() as connection:
        account = _account(connection, visit)
        set_password(connection, account, password, must_change=True)
        sessions.close_all(connection, account.id)
        visit.note(connection, "password_reset", target=account.id)
    return Shown("new_password.html", {"account": account, "password": password})


def _account(connection: Connection, visit: Visit) -> Account:
    found = account_by_id(connection, visit.given["account"])
    if found is None:
        raise NotThereError
    return found


def _known_counties(connection: Connection, given: list[str]) -> frozenset[str]:
    unknown = set(given) - county_names(connection).keys()
    if unknown:
        raise RefusedError.of("counties", "unknown_code", given=min(unknown))
    return frozenset(given)


def _by_name(names: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda pair: pair[1])


_ONE = in_path("account", "شناسهٔ حساب")
_FIELDS = (
    in_form("full_name", "نام و نام خانوادگی", text(120), required=True),
    in_form("role", "نقش", one_of(*ROLES), required=True),
    in_form("counties", "شهرستان‌ها", identifier, many=True),
)
_DEEDS = (
    ("disable", disable, "بستن حساب"),
    ("enable", enable, "گشودن حساب"),
    ("reset-second-factor", reset_second_factor, "برداشتن عامل دوم"),
    ("reset-password", reset_password, "گذرواژهٔ تازه"),
)
PAGES = (
    Page(path="/accounts", needs=Permission.ACCOUNTS, answer=show_accounts, title="حساب‌ها"),
    Page(
        path="/accounts", method="POST", needs=Permission.ACCOUNTS, answer=add, again=show_accounts, title="حساب تازه",
        takes=(in_form("username", "نام کاربری", username, required=True), *_FIELDS),
    ),
    Page(path="/accounts/{account}", needs=Permission.ACCOUNTS, answer=show_one, title="حساب", takes=(_ONE,)),
    Page(
        path="/accounts/{account}", method="POST", needs=Permission.ACCOUNTS, answer=change, again=show_one,
        title="تغییر حساب", takes=(_ONE, *_FIELDS),
    ),
    *(
        Page(
            path=f"/accounts/{{account}}/{word}", method="POST", needs=Permission.ACCOUNTS, answer=deed, again=show_one,
            title=title, takes=(_ONE,),
        )
        for word, deed, title in _DEEDS
    ),
)  # fmt: skip
