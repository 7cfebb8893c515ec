"""The word about photos and papers of records: attachment add, change, remove, list."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.session import opened, pairs
from desktop.domain.attachment import ATTACHMENT
from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services import access, photos
from desktop.services.views import view
from desktop.store.office_file import OfficeFile
from desktop.system.terminal import emit


def attachment(words: Namespace) -> int:
    """What belongs to a record beside its fields; of a file only its pictures are kept (G-19)."""
    with opened(words) as office:
        access.require_reader(office.actor.role, ATTACHMENT)
        _ACTS[words.act](office, words)
    return 0


def _add(office: OfficeFile, words: Namespace) -> None:
    owner = _owner(words)
    try:
        content = Path(words.file).read_bytes()
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    with office.write() as work:
        row = photos.add_photo(work, owner, content, {**photos.usual_kind(content), **_told(words)})
    emit({"ok": True, **{name: row[name] for name in _SHOWN}})


def _change(office: OfficeFile, words: Namespace) -> None:
    with office.write() as work:
        row = photos.change_photo(work, words.id, _told(words))
    emit({"ok": True, **{name: row[name] for name in _SHOWN}})


def _remove(office: OfficeFile, words: Namespace) -> None:
    with office.write() as work:
        photos.remove_photo(work, words.id)
    emit({"ok": True, "id": words.id})


def _list(office: OfficeFile, words: Namespace) -> None:
    """As far as everybody who is named in them agrees today."""
    owner = _owner(words)
    with office.read() as rows:
        if rows.get(owner["owner_kind"], owner["owner_id"]) is None:
            raise RefusedError.of("owner_id", "unknown_record")
        found = photos.photos_of(rows, **owner)
    for one in found:
        people = [{"id": person_id, "name": name} for person_id, name in one.people]
        emit({**view(ATTACHMENT, one.row, office.actor.role), "people": people})


def _owner(words: Namespace) -> dict[str, str]:
    kind = access.kind_named(words.kind).name
    if kind not in photos.OWNERS:
        raise RefusedError.of("kind", "nothing_attached", given=KINDS[kind].label)
    return {"owner_kind": kind, "owner_id": words.id}


def _told(words: Namespace) -> dict[str, object]:
    """The fields as typed; whoever is named can be seen."""
    given: dict[str, object] = {**pairs(words.fields)}
    if words.person:
        given = {"has_faces": True, **given, "people": words.person}
    elif words.nobody:
        given = {"has_faces": False, **given, "people": []}
    return given


_ACTS = {"add": _add, "change": _change, "remove": _remove, "list": _list}
_SHOWN = ("id", "kind", "file_name", "mime", "size", "sha256", "has_faces")
