"""Which server these words are about, and the secrets that they need."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import Any

from desktop.domain.problems import UnavailableError
from desktop.system.terminal import say
from province.settings import PREFIX, Settings, load_settings, passphrase
from province.setup import Province, open_province
from province.store.accounts import Account, account_of


def settings_of(words: Namespace, **given: Any) -> Settings:
    """The settings of `--data` and `--database`, or of the environment, or of the file."""
    folder = getattr(words, "data", None)
    place = Path(folder).expanduser() if folder else None
    return load_settings(place, database=getattr(words, "database", None), **given)


@contextmanager
def opened(words: Namespace) -> Iterator[Province]:
    """The server, opened for these words and closed in order afterwards."""
    province = open_province(settings_of(words), passphrase())
    try:
        yield province
    finally:
        province.close()


def secret(name: str, prompt: str) -> str:
    """A secret from the environment or typed unseen at a terminal; never from an argument."""
    given = os.environ.get(f"{PREFIX}{name}")
    if given:
        return given
    if not sys.stderr.isatty():
        say(f"{prompt}: {PREFIX}{name}")
        raise UnavailableError("no_password")
    return getpass(f"{prompt}: ")


def signed_in(province: Province, username: str) -> Account:
    """Who acts; the password comes from TASHILGAR_PROVINCE_PASSWORD or is typed unseen."""
    password = secret("PASSWORD", "گذرواژه")
    with province.database.reading() as connection:
        found = account_of(connection, username.strip().lower(), password)
    if found is None:
        raise UnavailableError("wrong_password")
    return found


def now() -> datetime:
    return datetime.now(UTC)
