"""The words about files of one person: duplicates, merge, unmerge."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.session import opened, pairs
from desktop.domain.persian.digits import to_ascii
from desktop.domain.problems import RefusedError
from desktop.services import access, doubles, merging
from desktop.store.rows import Rows
from desktop.system.terminal import emit


def duplicates(words: Namespace) -> int:
    """Pairs of people who may be one, each pair once."""
    with opened(words) as office:
        access.require_reader(office.actor.role, access.kind_named("person"))
        with office.read() as rows:
            if words.id and rows.get("person", words.id) is None:
                raise RefusedError.of("id", "unknown_record")
            for pair in doubles.pairs_of(rows, words.id) if words.id else doubles.pairs(rows):
                emit(pair.as_json())
    return 0


def merge(words: Namespace) -> int:
    """The second file goes into the first; the answer names the merge, by which it can be taken back."""
    given = {"choices": pairs(words.choose), "reason": words.reason, "successor_id": words.successor}
    with opened(words) as office:
        with office.write() as work:
            keep, gone = _file(work, words.keep), _file(work, words.gone)
            record = merging.merge(work, keep, gone, given)
        until = merging.undoable_until(record)
        emit({"ok": True, "merge_id": record["id"], "kept": keep, "merged": gone, "until": until.isoformat()})
    return 0


def unmerge(words: Namespace) -> int:
    """Two files again."""
    with opened(words) as office:
        with office.write() as work:
            record = merging.unmerge(work, words.id)
        emit({"ok": True, "merge_id": record["id"], "kept": record["kept_id"], "restored": record["merged_id"]})
    return 0


def _file(rows: Rows, given: str) -> str:
    """The id of a person named by id or by number."""
    if rows.get("person", given) is None:
        found = rows.find("person", resident_no=to_ascii(given))
        return str(found[0]["id"]) if found else given
    return given
