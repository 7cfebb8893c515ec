"""Photos that belong to an event or a workshop: of places first, of people only when they agreed (G-19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.attachment import ATTACHMENT, PHOTO_SCOPE, PHOTOS, TYPES, attachment_rules
from desktop.domain.consent import live_scopes
from desktop.domain.fields import read_draft
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Row
from desktop.services.access import READS_PERSONS
from desktop.services.photo_cleaning import MIME, cleaned
from desktop.services.texts import faults_of_texts
from desktop.store.contents import content_of, keep_content
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Photo:
    """One photo; `content` is None while its bytes have not come to this laptop."""

    row: Row
    content: bytes | None


def add_photo(work: UnitOfWork, owner: Mapping[str, str], content: bytes, given: Mapping[str, object]) -> Row:
    """Keeps a photo of a record without anything its file tells besides the picture, and without the file's name."""
    if work.actor.role not in READS_PERSONS:
        raise RefusedError.of("", "not_allowed")
    bare = cleaned(content)
    draft = read_draft(ATTACHMENT.draft, {**owner, **given}).model_dump()
    if draft["kind"] not in PHOTOS:
        raise RefusedError([Problem("kind", "unknown_code", {"given": draft["kind"]})])
    name = keep_content(work.connection, bare)
    many = len(work.find("attachment", **owner)) + 1
    values = {
        **draft, "mime": MIME, "size": len(bare), "sha256": name, "file_name": f"photo-{many}.{TYPES[MIME]}",
    }  # fmt: skip
    problems = [*attachment_rules(values, work), *faults_of_texts(work, ATTACHMENT, values, ("caption",))]
    if problems:
        raise RefusedError(problems)
    row = work.add("attachment", values)
    work.audit("create", "attachment", row["id"])
    return row


def remove_photo(work: UnitOfWork, photo_id: str) -> None:
    """Takes a photo away; it can be taken back."""
    if work.actor.role not in READS_PERSONS or work.get("attachment", photo_id) is None:
        raise RefusedError.of("", "not_allowed")
    work.delete("attachment", photo_id)
    work.audit("delete", "attachment", photo_id)


def photos_of(rows: Rows, owner_kind: str, owner_id: str) -> list[Photo]:
    """The photos of a record in the order they came; none for who may not see them, nor one whose consent ran out."""
    if rows.role not in READS_PERSONS:
        return []
    found = rows.find("attachment", owner_kind=owner_kind, owner_id=owner_id)
    return [
        Photo(row, content_of(rows.connection, row["sha256"]))
        for row in found
        if row["kind"] in PHOTOS and _agreed(rows, row)
    ]


def _agreed(rows: Rows, photo: Row) -> bool:
    """Whether everybody who is named as seen in a photo still agrees to it."""
    seen = rows.find("attachment_person", attachment_id=photo["id"])
    return all(PHOTO_SCOPE in live_scopes(rows.find("consent", person_id=one["person_id"]), rows.today) for one in seen)
