"""The words about offices: office add, office list."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import timedelta
from pathlib import Path

from uuid_utils import uuid7

from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.text import clean
from desktop.domain.problems import RefusedError, UnavailableError
from desktop.system.terminal import emit
from province.cli.opening import now, opened
from province.joining import invite
from province.setup import Province
from province.store import offices
from province.store.devices import devices
from province.store.offices import Office


def office(words: Namespace) -> int:
    with opened(words) as province:
        return _add(province, words) if words.act == "add" else _list(province)


def _add(province: Province, words: Namespace) -> int:
    """A new office or one that is there, and a card with which one laptop of it joins."""
    code, path = to_ascii(words.code.strip()), Path(words.card)
    if not re.fullmatch(r"\d{4}", code):
        raise RefusedError.of("code", "office_code")
    if path.exists():
        raise RefusedError.of("card", "file_exists", name=path.name)
    if words.days < 1:
        raise RefusedError.of("days", "too_small", limit="۱")
    with province.database.writing() as connection:
        known = [one for one in offices.offices(connection) if one.code == code]
        made = known[0] if known else Office(str(uuid7()), code, clean(words.title))
        if not known:
            offices.add_office(connection, made, now())
        content, secret = invite(connection, province, made, now(), timedelta(days=words.days))
        try:
            path.write_bytes(content)
        except OSError as error:
            raise UnavailableError("cannot_write_file") from error
    emit({"office_id": made.id, "code": made.code, "title": made.title, "card": str(path), "join_code": secret})
    return 0


def _list(province: Province) -> int:
    with province.database.reading() as connection:
        for one in offices.offices(connection):
            laptops = devices(connection, one.id)
            contacts = [laptop.seen_at for laptop in laptops if laptop.seen_at]
            emit({**one._asdict(), "devices": len(laptops), "last_contact": max(contacts, default=None)})
    return 0
