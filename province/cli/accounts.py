"""The words about accounts: user add, user list."""

from __future__ import annotations

from argparse import Namespace

from uuid_utils import uuid7

from desktop.system.terminal import emit
from province.cli.opening import now, opened, secret
from province.store.accounts import Account, accounts, add_account, set_counties


def user(words: Namespace) -> int:
    with opened(words) as province:
        if words.act == "list":
            with province.database.reading() as connection:
                for account in accounts(connection):
                    told = account._asdict()
                    told["disabled"] = told.pop("disabled_at") is not None
                    emit(told)
            return 0
        made = Account(str(uuid7()), words.name.strip().lower(), words.full_name, words.role, must_change=True)
        password = secret("NEW_PASSWORD", "گذرواژهٔ تازه")
        with province.database.writing() as connection:
            add_account(connection, made, password, now())
            set_counties(connection, made, frozenset(words.county))
        emit({"id": made.id, "username": made.username})
    return 0
