"""The words about copies of the whole office, and about a damaged one: backup, restore, backups, rescue."""

from __future__ import annotations

import os
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.cli.session import folder_of, opened, password_of, secret, tell_noticed, username_of
from desktop.domain.problems import UnavailableError
from desktop.services import backups as service
from desktop.services import restoring
from desktop.store.backup import Manifest, name_of, verify_backup
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.system.settings import Settings
from desktop.system.terminal import emit, say


def backup(words: Namespace) -> int:
    """One proved copy: where the words say, or in the office's folder and at its second place."""
    with opened(words) as office:
        if words.file:
            target = Path(words.file).expanduser()
            if target.is_dir():
                target = target / name_of(office.identity.office_code, office.clock(), "asked")
            made = service.back_up_to(office, target)
        else:
            made = service.back_up(office, service.further_place(Settings(office.folder.path)))
    emit({"ok": True, "file": str(made.path), "further": _text(made.further), **_told(made.manifest)})
    if made.problem is not None:
        say(made.problem.message)
    return 0


def restore(words: Namespace) -> int:
    """The office of a backup in the folder; the one that stood there is kept. With --preview nothing is done."""
    folder, path = folder_of(words), Path(words.file).expanduser()
    shown = restoring.preview(folder, path)
    if words.preview:
        users = {"users": list(shown.users), "lacks": shown.lacks, "upgrades": shown.upgrades}
        emit({**_told(shown.manifest), **users})
        return 0
    done = restoring.restore(folder, path, _secret(words))
    office = done.office
    try:
        emit(
            {
                "ok": True,
                "office_id": office.identity.office_id,
                "device_id": office.identity.device_id,
                "kept": _text(done.kept),
                "forgotten_again": done.forgotten,
                "still_named": done.still_named,
                **_told(done.manifest),
                **({"recovery_code": office.next_code} if office.next_code else {}),
            }
        )
        tell_noticed(office)
    finally:
        office.close()
    return 0


def backups(words: Namespace) -> int:
    """What there is, whether it opens, and where it also goes."""
    with opened(words) as office:
        acts = {"list": _list, "verify": _verify, "place": _place}
        return acts[words.act](office, words)


def rescue(words: Namespace) -> int:
    """What was mended, filled and lost, by table; 1 when something of the office is lost for good."""
    from desktop.services.rescue import rescue as save

    backup = Path(words.backup).expanduser() if words.backup else None
    target = OfficeFolder(Path(words.new).expanduser())
    done = save(Path(words.damaged).expanduser(), target, _secret(words, new=False), backup)
    emit({"ok": True, "new": str(target.path), **done.as_json()})
    if done.whole:
        say("همه چیز خوانده شد و درست است." if done.lost or done.mended else "این پرونده آسیبی ندارد.")
        return 0
    say("بخشی خوانده نشد؛ سطر بالا می‌گوید چه. با هم‌رسانی، آنچه دیگران دارند بازمی‌گردد.")
    return 1


def _list(office: OfficeFile, _words: Namespace) -> int:
    further = service.further_place(Settings(office.folder.path))
    for place in filter(None, (office.folder.backups, further)):
        for one in service.own_backups(office, place):
            told = _told(one.manifest) if one.manifest else {}
            lacks = service.lacks(office, one.manifest) if one.manifest else None
            emit({"file": str(one.path), "ok": one.manifest is not None, "lacks": lacks, **told})
    return 0


def _verify(office: OfficeFile, words: Namespace) -> int:
    paths = [Path(words.file).expanduser()] if words.file else [one.path for one in _own(office)]
    if not paths:
        raise UnavailableError("no_backups")
    sound = True
    for path in paths:
        try:
            verify_backup(path, office.data_key, office.folder.path)
            emit({"file": str(path), "ok": True, "code": ""})
        except UnavailableError as error:
            sound = False
            emit({"file": str(path), "ok": False, "code": error.problem.code, "message": error.problem.message})
    if not sound:
        raise UnavailableError("backup_damaged")
    return 0


def _own(office: OfficeFile) -> list[Any]:
    return service.own_backups(office, office.folder.backups)


def _place(office: OfficeFile, words: Namespace) -> int:
    settings = Settings(office.folder.path)
    if words.folder or words.none:
        chosen = Path(words.folder).expanduser() if words.folder and not words.none else None
        service.choose_further_place(office, settings, chosen)
    emit({"further": _text(service.further_place(settings))})
    return 0


def _secret(words: Namespace, *, new: bool = True) -> restoring.Secret:
    code = os.environ.get("TASHILGAR_RECOVERY_CODE", "")
    if not code:
        return restoring.Secret(username_of(words), password_of())
    chosen = secret("TASHILGAR_NEW_PASSWORD", "گذرواژهٔ تازه", twice=True) if new else ""
    return restoring.Secret(username_of(words), chosen, code)


def _told(manifest: Manifest) -> dict[str, Any]:
    return asdict(manifest)


def _text(path: Path | None) -> str | None:
    return str(path) if path else None
