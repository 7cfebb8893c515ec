"""Who is at the terminal and which office is opened for them."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path

from desktop.domain.problems import Problem, UnavailableError
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.system.paths import default_office_folder
from desktop.system.terminal import say
from desktop.system.words import WordsError

FIRST_USER = "manager"


def folder_of(words: Namespace) -> OfficeFolder:
    """The office's folder: `--data`, TASHILGAR_DATA or the platform's place."""
    given = getattr(words, "data", None) or os.environ.get("TASHILGAR_DATA")
    return OfficeFolder(Path(given).expanduser() if given else default_office_folder())


def username_of(words: Namespace) -> str:
    """The user who signs in; «manager» when nobody is named."""
    given = getattr(words, "user", None) or os.environ.get("TASHILGAR_USER")
    return str(given or FIRST_USER).strip().lower()


def secret(variable: str, prompt: str, *, twice: bool = False) -> str:
    """A secret from the environment or typed unseen at a terminal; never from an argument."""
    given = os.environ.get(variable)
    if given:
        return given
    if not sys.stderr.isatty():
        say(f"{prompt}: {variable}")
        raise UnavailableError("no_password")
    typed = getpass(f"{prompt}: ")
    if twice and getpass("یک بار دیگر: ") != typed:
        raise UnavailableError("wrong_password")
    return typed


def password_of() -> str:
    return secret("TASHILGAR_PASSWORD", "گذرواژه")


def pairs(given: Iterable[str]) -> dict[str, str]:
    """`FIELD=VALUE` words as a table."""
    values = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise WordsError(f"«{pair}» به گونهٔ FIELD=VALUE نیست.")
        values[name.strip()] = value
    return values


def second_manager() -> tuple[str, str] | None:
    """The other manager who agrees, as the environment (TASHILGAR_SECOND_USER, _PASSWORD) names him; else None."""
    user = os.environ.get("TASHILGAR_SECOND_USER", "").strip().lower()
    return (user, secret("TASHILGAR_SECOND_PASSWORD", "گذرواژهٔ مدیر دوم")) if user else None


@contextmanager
def opened(words: Namespace) -> Iterator[OfficeFile]:
    """The office, open for the user of these words and closed in order afterwards.

    With a password that somebody else chose, nothing is done but to replace it.
    """
    folder = folder_of(words)
    if not folder.exists():
        raise UnavailableError("no_office")
    from desktop.services.opening import open_for_work

    office = open_for_work(folder, username_of(words), password_of())
    tell_noticed(office)
    try:
        if office.must_change and not _replaces_own(words):
            raise UnavailableError("password_must_change")
        yield office
    finally:
        office.close()


def tell_noticed(office: OfficeFile) -> None:
    """That the file is not the one that was written last is said once, to whoever opens it."""
    if office.noticed is not None:
        say(Problem("", office.noticed.code).message)


def _replaces_own(words: Namespace) -> bool:
    if (words.word, getattr(words, "act", "")) != ("user", "password"):
        return False
    return str(words.name).strip().lower() == username_of(words)
