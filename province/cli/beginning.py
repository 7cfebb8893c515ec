"""The words that make a server, prove it whole, copy it and bring it back: init, check, backup, restore."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.system.terminal import emit
from province.backup import back_up
from province.certificate import read_certificate
from province.checking import Result, check_province
from province.cli.opening import now, opened, settings_of
from province.keys import load_keys
from province.restoring import restore
from province.settings import NAME, PREFIX, passphrase, require_secret
from province.setup import begin


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
    """A line for each thing that must hold; 0 only when all do."""
    with opened(words) as province:
        results = [Result("keys", True), Result("certificate", bool(read_certificate(province.settings.folder)))]
        whole = True
        for result in (*results, *check_province(province)):
            emit({name: value for name, value in result._asdict().items() if value != ""})
            whole &= result.ok
    return 0 if whole else 1


def backup(words: Namespace) -> int:
    """A copy of the database; the keys are kept elsewhere."""
    path = Path(words.file)
    if path.exists():
        raise RefusedError.of("file", "file_exists", name=path.name)
    with opened(words) as province:
        try:
            back_up(province, path)
        except OSError as error:
            raise UnavailableError("cannot_write_file") from error
    emit({"ok": True, "file": str(path), "bytes": path.stat().st_size})
    return 0


def restore_copy(words: Namespace) -> int:
    """The database of a copy in an empty place; the keys must lie in the folder already."""
    path, settings = Path(words.file), settings_of(words)
    if not path.is_file():
        raise UnavailableError("cannot_read_file")
    load_keys(settings.folder, passphrase())
    restore(settings, path, now())
    with opened(words) as province:
        emit({"ok": True, "province_id": province.server.province_id, "incarnation": province.server.incarnation})
    return 0
