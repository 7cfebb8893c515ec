"""The words that make a server and prove it whole: init, check."""

from __future__ import annotations

import os
from argparse import Namespace

from desktop.system.terminal import emit
from province.certificate import read_certificate
from province.cli.opening import now, opened, settings_of
from province.settings import NAME, PREFIX, passphrase, require_secret
from province.setup import begin
from province.store.upgrade import revision_of


def begin_server(words: Namespace) -> int:
    """A new server. Without TASHILGAR_PROVINCE_PASSWORD its first password is made and told once."""
    settings = settings_of(words, url=words.url)
    password = os.environ.get(f"{PREFIX}PASSWORD", "")
    if password:
        require_secret("password", password)
    begun = begin(settings, words.title, words.user, words.full_name, now(), password=password, passphrase=passphrase())
    told = {"province_id": begun.server.province_id, "folder": str(settings.folder), "address": settings.address}
    emit(told | {"user": begun.username} | ({"password": begun.password} if begun.password else {}))
    kept = settings.folder / NAME
    chosen = {"url": words.url, "database": getattr(words, "database", None)}
    lines = [f'{name} = "{value}"\n' for name, value in chosen.items() if value]
    if lines and not kept.exists():
        kept.write_text("".join(lines), "utf-8")
    return 0


def check(words: Namespace) -> int:
    """Each thing that must hold, as a line."""
    with opened(words) as province:
        emit({"check": "keys", "ok": True})
        emit({"check": "certificate", "ok": bool(read_certificate(province.settings.folder))})
        with province.database.reading() as connection:
            emit({"check": "schema", "ok": True, "version": revision_of(connection)})
    return 0
