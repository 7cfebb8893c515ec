"""The words about records: get, list, step, search, duplicates."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from desktop.cli.session import WordsError, opened
from desktop.cli.writer import emit
from desktop.domain.codes import code_of
from desktop.domain.problems import Refusal, RefusedError
from desktop.domain.record import Kind, Row
from desktop.services import access, doubles
from desktop.services.records import step_record
from desktop.services.views import listed, shows_identifiers, view
from desktop.store.office_file import OfficeFile
from desktop.store.search import Spelling, search


def get(words: Namespace) -> int:
    """One record as JSON."""
    kind = access.kind_named(words.kind)
    with opened(words) as office:
        access.require_reader(office.actor.role, kind)
        with office.read() as rows:
            row = rows.get(kind.name, words.id)
        if row is None:
            raise RefusedError.of("id", "unknown_record")
        _note_identifiers(office, kind, [row], row["id"])
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
            found = listed(rows, kind, _pairs(words.where), words.limit)
        _note_identifiers(office, kind, found, "")
        for row in found:
            emit(view(kind, row, office.actor.role))
    return 0


def step(words: Namespace) -> int:
    """Move a record along its life cycle and show it."""
    kind = access.kind_named(words.kind)
    values = _pairs(words.fields)
    with opened(words) as office:
        with office.write() as work:
            row = step_record(work, kind.name, words.id, _state(kind, words.state), values)
        emit(view(kind, row, office.actor.role))
    return 0


def find(words: Namespace) -> int:
    """Search hits, best first."""
    with opened(words) as office:
        with office.connection() as connection:
            hits = search(connection, " ".join(words.text), max(0, words.limit), spelling=Spelling())
        for hit in hits:
            if access.may_read(office.actor.role, access.kind_named(hit.kind)):
                emit({"kind": hit.kind, "id": hit.record_id, "title": hit.title, "detail": hit.detail})
    return 0


def duplicates(words: Namespace) -> int:
    """Pairs of people who may be one, each pair once."""
    with opened(words) as office:
        access.require_reader(office.actor.role, access.kind_named("person"))
        with office.read() as rows:
            if words.id and rows.get("person", words.id) is None:
                raise RefusedError.of("id", "unknown_record")
            for pair in doubles.pairs(rows, words.id or ""):
                emit(pair.as_json())
    return 0


def _note_identifiers(office: OfficeFile, kind: Kind, rows: list[Row], record_id: str) -> None:
    if shows_identifiers(kind, rows, office.actor.role):
        with office.write() as work:
            work.audit("view_sensitive", kind.name, record_id, "" if record_id else str(len(rows)))


def _pairs(given: Iterable[str]) -> dict[str, str]:
    values = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise WordsError(f"«{pair}» به گونهٔ FIELD=VALUE نیست.")
        values[name.strip()] = value
    return values


def _state(kind: Kind, given: str) -> str:
    if kind.life is None:
        return given
    try:
        return code_of(kind.fields[kind.life.field].codes, given)
    except Refusal as refusal:
        raise RefusedError.of("state", refusal.code, **refusal.facts) from refusal
