"""The word about the program itself: update FILE, update undo, update show."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.cli.session import folder_of, opened, password_of, username_of
from desktop.domain.problems import Problem, UnavailableError
from desktop.services.updates import (
    Offer,
    Program,
    WayBack,
    installed_program,
    own_program,
    refuse_lost_office,
)
from desktop.store.office_file import OfficeFile
from desktop.system.terminal import emit, say
from desktop.system.update.place import Installed, this_platform
from desktop.system.update.trust import shipped_keys
from desktop.system.words import WordsError


def update(words: Namespace) -> int:
    """A package is installed or only looked at; or the version before starts again; or what there is, is told."""
    if words.file != "undo" and (words.restore or words.later):
        raise WordsError("‎--restore و ‎--later با undo می‌آیند.")
    if words.file == "show":
        return _show()
    if words.file == "undo":
        return _undo(words)
    return _install(words, Path(words.file).expanduser())


def _install(words: Namespace, path: Path) -> int:
    program = installed_program()
    offer = program.prove(path) if words.dry_run else program.look(path)
    if words.dry_run:
        emit({"ok": offer.problem is None, "dry_run": True, **_told(offer)})
    if offer.problem is not None:
        raise UnavailableError(offer.problem.code, **offer.problem.facts)
    if words.dry_run:
        return 0
    with _office(words) as office:
        made = program.install(path, office)
    emit({"ok": True, **_told(offer), "folder": made.folder})
    say("نصب شد؛ با اجرای دوبارهٔ برنامه، نسخهٔ تازه باز می‌شود.")
    return 0


def _undo(words: Namespace) -> int:
    program = installed_program()
    with _office(words) as office:
        way = program.way_back(office)
        if words.dry_run:
            emit({"ok": True, "dry_run": True, **_back(way)})
            return 0
        if not words.later and not (words.restore and way.backup is not None):
            refuse_lost_office(way)
        if not words.restore or way.backup is None:
            program.undo(office)
    if words.restore and way.backup is not None:
        _restore(program, words, way.backup.path)
    emit({"ok": True, **_back(way)})
    say("با اجرای دوبارهٔ برنامه، نسخهٔ پیشین باز می‌شود.")
    return 0


def _restore(program: Program, words: Namespace, backup: Path) -> None:
    """First the office, by the older program, then the pointer: what fails between leaves a program that opens it."""
    program.restore_with_previous(folder_of(words).path, backup, username_of(words), password_of())
    program.undo(None)


def _show() -> int:
    program = own_program()
    if program is not None:
        program.tidy()
    current = program.place.current() if program else None
    previous = program.place.previous() if program else None
    emit(
        {
            "version": __version__,
            "platform": this_platform(),
            "installed": program is not None,
            "starts": _version(current),
            "previous": _version(previous),
            "keys": [{"id": key.id, "name": key.name, "retired": key.retired} for key in shipped_keys()],
        }
    )
    if program is None:
        say(Problem("", "runs_from_source").message)
    return 0


@contextmanager
def _office(words: Namespace) -> Iterator[OfficeFile | None]:
    """The office of this laptop, since its manager decides; None where there is none yet."""
    if not folder_of(words).exists():
        yield None
        return
    with opened(words) as office:
        yield office


def _version(one: Installed | None) -> dict[str, Any] | None:
    if one is None:
        return None
    release = one.release
    return {"version": release.version, "released": release.released, "schema": release.schema}


def _told(offer: Offer) -> dict[str, Any]:
    release = offer.contents.release
    return {
        "version": release.version, "released": release.released, "platform": release.platform,
        "oldest": offer.contents.oldest, "schema": release.schema, "upgrades_office": offer.upgrades_office,
        "signer": offer.signer, "size": offer.contents.size, "file_size": offer.length, "notes": dict(release.notes),
    }  # fmt: skip


def _back(way: WayBack) -> dict[str, Any]:
    return {
        "from": way.current.release.version, "to": way.previous.release.version, "reads_office": way.reads_office,
        "backup": str(way.backup.path) if way.backup else None, "lacks": way.lacks,
    }  # fmt: skip
