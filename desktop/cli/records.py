"""The words about records: get, list, step, search, duplicates."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from desktop.cli.session import opened, pairs
from desktop.domain.codes import code_of
from desktop.domain.problems import Refusal, RefusedError
from desktop.domain.record import Kind
from desktop.services import access
from desktop.services.finding import found
from desktop.services.records import step_record
from desktop.services.viewing import Look, looks, note_looks
from desktop.services.views import listed, read_record, view
from desktop.store.office_file import OfficeFile
from desktop.store.search import Spelling
from desktop.system.terminal import emit
from desktop.system.words import WordsError


def get(words: Namespace) -> int:
    """One record as JSON."""
    kind = access.kind_named(words.kind)
    with opened(words) as office:
        access.require_reader(office.actor.role, kind)
        if kind.name == "person_sensitive":
            access.require_sensitive(office.actor)
        with office.read() as rows:
            row = read_record(rows, office.actor, kind, words.id)
            seen = looks(rows, office.actor, kind.name, [row] if row else [])
        if row is None:
            raise RefusedError.of("id", "unknown_record")
        _note(office, seen, words.reason)
        emit(view(kind, row, office.actor.role))
    return 0


def list_records(words: Namespace) -> int:
    """Records of a kind as JSON lines."""
    kind = access.kind_named(words.kind)
    if words.limit is not None and words.limit < 0:
        raise WordsError("پس از ‎--limit عددی از صفر به بالا بنویسید.")
    with opened(words) as office:
        access.require_reader(office.actor.role, kind)
        with office.read() as rows:
            shown = listed(rows, office.actor, kind, pairs(words.where), words.limit)
            seen = looks(rows, office.actor, kind.name, shown)
        _note(office, seen, words.reason)
        for row in shown:
            emit(view(kind, row, office.actor.role))
    return 0


def step(words: Namespace) -> int:
    """Move a record along its life cycle and show it."""
    kind = access.kind_named(words.kind)
    values = pairs(words.fields)
    with opened(words) as office:
        with office.write() as work:
            row = step_record(work, kind.name, words.id, _state(kind, words.state), values)
        emit(view(kind, row, office.actor.role))
    return 0


def find(words: Namespace) -> int:
    """Search hits, best first."""
    with opened(words) as office:
        with office.read() as rows:
            hits = found(rows, " ".join(words.text), max(0, words.limit), Spelling())
        for hit in hits:
            emit({"kind": hit.kind, "id": hit.record_id, "title": hit.title, "detail": hit.detail})
    return 0


def _note(office: OfficeFile, seen: Sequence[Look], reason: str | None) -> None:
    """First the lines in the audit log, then what they are about."""
    if seen:
        with office.write() as work:
            note_looks(work, seen, reason or "")


def _state(kind: Kind, given: str) -> str:
    field = kind.life.field if kind.life is not None else kind.state
    if not field:
        return given
    try:
        return code_of(kind.fields[field].codes, given)
    except Refusal as refusal:
        raise RefusedError.of("state", refusal.code, **refusal.facts) from refusal
