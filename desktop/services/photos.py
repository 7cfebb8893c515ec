"""Photos and papers that belong to a record: of places first, of people only when they agreed (G-19)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.attachment import ATTACHMENT, PAPER, PDF, PHOTO_SCOPE, TYPES, attachment_rules, seen_rules
from desktop.domain.codes import CODE_LISTS
from desktop.domain.consent import is_live, live_scopes
from desktop.domain.fields import read_draft
from desktop.domain.kinds import KINDS
from desktop.domain.persian.order import sort_key
from desktop.domain.persian.text import words
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.access import READS_PERSONS, may_read
from desktop.services.paper_cleaning import cleaned_paper, is_pdf
from desktop.services.photo_cleaning import MIME, cleaned
from desktop.services.texts import faults_of_texts
from desktop.store.contents import content_of, keep_content
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

Owner = Mapping[str, str]
"""`owner_kind` and `owner_id`: the record to which something is attached."""


OWNERS = frozenset(CODE_LISTS["attachment_owner"])
"""Kinds of records to which something may be attached."""


@dataclass(frozen=True)
class Photo:
    """One photo or paper; `content` is None while its bytes have not come to this laptop."""

    row: Row
    content: bytes | None
    people: tuple[tuple[str, str], ...] = ()  # who can be seen in it: id and name


def may_attach(role: str, owner_kind: str) -> bool:
    """Whether this role sees and adds what is attached to records of a kind; to most kinds nothing is."""
    return role in READS_PERSONS and owner_kind in OWNERS and may_read(role, KINDS[owner_kind])


def usual_kind(content: bytes) -> dict[str, object]:
    """What a file is, unless somebody says otherwise."""
    return {"kind": PAPER if is_pdf(content) else "place_photo"}


def add_photo(work: UnitOfWork, owner: Owner, content: bytes, given: Mapping[str, object]) -> Row:
    """Keeps a photo or a paper without anything its file tells besides its pictures, and without the file's name.

    `given`: the fields of the form, and as `people` those who can be seen, each of whom agrees to it today.
    """
    _require(work, owner["owner_kind"])
    mime, bare = (PDF, cleaned_paper(content)) if is_pdf(content) else (MIME, cleaned(content))
    many = len(work.find_even_deleted("attachment", **owner)) + 1
    told = {
        "mime": mime,
        "size": len(bare),
        "sha256": "",
        "file_name": f"{'paper' if mime == PDF else 'photo'}-{many}.{TYPES[mime]}",
    }
    fields, people = _read(given)
    values = {**read_draft(ATTACHMENT.draft, {**owner, **fields}).model_dump(), **told}
    _refuse(work, values, people, ("caption",))
    row = work.add("attachment", {**values, "sha256": keep_content(work.connection, bare)})
    for person_id in people:
        work.add("attachment_person", {"attachment_id": row["id"], "person_id": person_id})
    work.audit("create", "attachment", row["id"])
    return row


def change_photo(work: UnitOfWork, photo_id: str, given: Mapping[str, object]) -> Row:
    """What is told of a photo, and who can be seen in it (`people`), told anew; the picture stays."""
    old = work.get("attachment", photo_id)
    if old is None:
        raise RefusedError.of("", "unknown_record")
    _require(work, old["owner_kind"])
    fields, people = _read(given)
    seen = {link["person_id"]: link for link in work.find("attachment_person", attachment_id=photo_id)}
    people = people if "people" in given else list(seen)
    stays = {name: old[name] for name in ATTACHMENT.fields if name not in fields}
    values = {**read_draft(ATTACHMENT.draft, {**stays, **fields}).model_dump(), **stays}
    _refuse(work, values, people, ["caption"] if values["caption"] != old["caption"] else [])
    row = work.change("attachment", photo_id, values)
    for person_id, link in seen.items():
        if person_id not in people:
            work.delete("attachment_person", link["id"])
    for person_id in people:
        if person_id not in seen:
            work.add("attachment_person", {"attachment_id": photo_id, "person_id": person_id})
    work.audit("update", "attachment", photo_id)
    return row


def remove_photo(work: UnitOfWork, photo_id: str) -> None:
    """Takes a photo away; it can be taken back."""
    photo = work.get("attachment", photo_id)
    if photo is None:
        raise RefusedError.of("", "unknown_record")
    _require(work, photo["owner_kind"])
    work.delete("attachment", photo_id)
    work.audit("delete", "attachment", photo_id)


def photos_of(rows: Rows, owner_kind: str, owner_id: str) -> list[Photo]:
    """What is attached to a record, in the order it came, with the sessions of a workshop.

    None for who may not see them, nor one of somebody whose consent ran out.
    """
    if not may_attach(rows.role, owner_kind):
        return []
    found = rows.find("attachment", owner_kind=owner_kind, owner_id=owner_id)
    if owner_kind == "workshop":
        for session in rows.find("workshop_session", workshop_id=owner_id):
            found += rows.find("attachment", owner_kind="workshop_session", owner_id=session["id"])
    return [photo for row in found if (photo := _photo(rows, row)) is not None]


def people_who_agree(rows: Rows, typed: str, most: int) -> list[tuple[str, str, str]]:
    """Residents whose consent to photos is live and whose name begins with what is typed: id, name and detail."""
    live = {one["person_id"] for one in rows.find("consent", scope=PHOTO_SCOPE) if is_live(one, rows.today)}
    titles, details = rows.titles(live), rows.details(live)
    wanted = words(typed)
    named = [(one, titles[one], details.get(one, "")) for one in live if one in titles]
    fitting = [one for one in named if _begins(words(f"{one[1]} {one[2]}"), wanted)]
    return sorted(fitting, key=lambda one: sort_key(one[1]))[:most]


def _begins(have: Sequence[str], wanted: Iterable[str]) -> bool:
    return all(any(word.startswith(one) for word in have) for one in wanted)


def _photo(rows: Rows, row: Row) -> Photo | None:
    """None when somebody who is named as seen in it does not agree to it today."""
    people = [link["person_id"] for link in rows.find("attachment_person", attachment_id=row["id"])]
    if not all(PHOTO_SCOPE in live_scopes(rows.find("consent", person_id=one), rows.today) for one in people):
        return None
    titles = rows.titles(people)
    return Photo(row, content_of(rows.connection, row["sha256"]), tuple((one, titles.get(one, "—")) for one in people))


def _require(work: UnitOfWork, owner_kind: str) -> None:
    if not may_attach(work.actor.role, owner_kind):
        raise RefusedError.of("", "not_allowed")


def _read(given: Mapping[str, object]) -> tuple[dict[str, object], list[str]]:
    """The fields, and the ids of those who can be seen, given as ids or as rows of a form."""
    fields = dict(given)
    people = fields.pop("people", None) or []
    if not isinstance(people, list | tuple):
        raise RefusedError.of("people", "not_a_list")
    ids = [str(one.get("person_id") or "") if isinstance(one, Mapping) else str(one) for one in people]
    return fields, list(dict.fromkeys(ids))


def _refuse(work: UnitOfWork, values: Row, people: Sequence[str], texts: Iterable[str]) -> None:
    problems = [
        *attachment_rules(values, work),
        *seen_rules(bool(values["has_faces"]), people, work),
        *faults_of_texts(work, ATTACHMENT, values, texts),
    ]
    if problems:
        raise RefusedError(problems)
