"""Two files of one person become one, and can be parted again for ninety days (domain §3.3 `merge_record`).

Whatever pointed to the file that goes points to the file that stays. Where both had the same thing (attendance at
one session, a place in one workshop, one identity number), the stronger one stays and the other is set aside. What the
merge changed is kept with it, field by field: parting them puts back every field that still is as the merge left it,
so that nothing that came later is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.doubles import UNDO_DAYS
from desktop.domain.fields import Input
from desktop.domain.kinds import KINDS
from desktop.domain.person import PERSON, fill_person
from desktop.domain.problems import RefusedError
from desktop.domain.record import Kind, Row
from desktop.services.access import require_writer
from desktop.services.echoes import after_delete, after_save
from desktop.services.membership import is_head, settle_after
from desktop.services.stored import stored_values
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

KEEP, GONE = "keep", "gone"
_ROLE_IN_HOUSEHOLD = frozenset({"household_id", "relation_to_head", "status", "status_date"})
_OF_ONE_ANOTHER = frozenset({"birth_precision", "age_reference_date", "women_head_override_reason", "mobile_owner"})
_PARTNERS = {
    "birth_date": ("birth_precision",),
    "age_estimated": ("age_reference_date",),
    "women_head_override": ("women_head_override_reason",),
    "mobile": ("mobile_owner",),
}
_LEFT_ALONE = frozenset({"merge_record", "double_verdict"})
_SAME = {
    "attendance": ("session_id",),
    "workshop_enrollment": ("workshop_id",),
    "certificate": ("workshop_id",),
    "outcome_followup": ("workshop_id",),
    "attachment_person": ("attachment_id",),
    "person_identifier": ("type", "value"),
    "local_trustee": ("role", "neighborhood_id", "active"),
    "local_group_member": ("group_id", "left_on"),
    "person_sensitive": ("consent_id",),
}
"""Kind → the fields in which two records of one person are the same thing twice."""
_STRONGER = {
    "attendance": ("state", ("present", "late", "excused", "absent")),
    "workshop_enrollment": ("status", ("completed", "enrolled", "waiting", "failed", "withdrawn")),
}
"""Kind → the field, and its values from the one that tells more to the one that tells less."""


@dataclass(frozen=True)
class Choice:
    """One field in which two files differ, as the side-by-side page shows it."""

    field: str
    kept: Any
    gone: Any
    chosen: str


def merge_choices(keep: Row, gone: Row) -> list[Choice]:
    """The fields in which two files differ, with what is chosen unless somebody says otherwise: what is not empty."""
    found = []
    for name, about in PERSON.fields.items():
        if about.by_program or name in _ROLE_IN_HOUSEHOLD | _OF_ONE_ANOTHER or keep[name] == gone[name]:
            continue
        chosen = KEEP if _told(about.input, keep[name]) or not _told(about.input, gone[name]) else GONE
        found.append(Choice(name, keep[name], gone[name], chosen))
    return found


def _told(kind: Input, value: object) -> bool:
    """Whether a field says something: an unticked box does not."""
    return value not in (None, "", [], {}) and not (kind is Input.YES_NO and value is False)


def merge(work: UnitOfWork, keep_id: str, gone_id: str, given: Mapping[str, object]) -> Row:
    """The second file goes into the first. Returns the record of the merge.

    `given`: `choices` (field → "keep" or "gone"), `reason`, and `successor_id` where the file that goes heads a
    household whose other members stay.
    """
    require_writer(work, PERSON)
    keep, gone = _file(work, keep_id, "keep"), _file(work, gone_id, "gone")
    if keep_id == gone_id:
        raise RefusedError.of("gone", "same_person_twice")
    if keep["status"] != "active" and gone["status"] == "active":
        raise RefusedError.of("keep", "keep_the_active")
    chosen = _chosen(keep, gone, given.get("choices"))
    before = work.connection.exec_driver_sql("SELECT ifnull(max(seq), 0) FROM change_log").scalar_one()
    _hand_over(work, keep_id, gone_id)
    gone_now = _set_aside(work, keep, gone, given)
    _take_values(work, keep_id, gone, chosen)
    for person_id in (keep_id, gone_id):
        _settle(work, person_id)
    reason = given.get("reason")
    record = work.add(
        "merge_record",
        {
            "kept_id": keep_id,
            "merged_id": gone_id,
            "reason": str(reason) if reason else None,
            "fields_chosen": chosen,
            "moved": [],
            "merged_on": work.today,
            "undone_on": None,
        },
    )
    record = work.change("merge_record", record["id"], {"moved": list(_traces(work, before))})
    work.audit("merge", "person", keep_id, gone_now["resident_no"])
    return record


def unmerge(work: UnitOfWork, merge_id: str) -> Row:
    """Two files again. What came after the merge stays with the file that was kept."""
    require_writer(work, PERSON)
    record = work.get("merge_record", merge_id)
    if record is None:
        raise RefusedError.of("id", "unknown_record")
    if record["undone_on"]:
        raise RefusedError.of("id", "merge_undone")
    if work.today > undoable_until(record):
        raise RefusedError.of("id", "merge_too_old")
    for person_id in (record["kept_id"], record["merged_id"]):
        person = work.get("person", person_id)
        if person is None or person["status"] == "erased":
            raise RefusedError.of("id", "person_erased")
        if person["status"] == "merged" and person["merged_into_id"] != record["kept_id"]:
            raise RefusedError.of("id", "merged_again")
    for trace in reversed(record["moved"]):
        _put_back(work, trace)
    _house(work, record["merged_id"])
    for person_id in (record["merged_id"], record["kept_id"]):
        _settle(work, person_id)
    work.audit("unmerge", "person", record["kept_id"], merge_id)
    return work.change("merge_record", merge_id, {"undone_on": work.today})


def merges_of(rows: Rows, person_id: str) -> list[Row]:
    """The merges of a file that can still be taken back, the newest first."""
    found = [m for m in rows.find("merge_record", kept_id=person_id) if not m["undone_on"]]
    return [m for m in reversed(found) if rows.today <= undoable_until(m)]


def undoable_until(record: Row) -> date:
    """The last day on which a merge can be taken back."""
    return date.fromordinal(record["merged_on"].toordinal() + UNDO_DAYS)


def _file(work: UnitOfWork, person_id: str, name: str) -> Row:
    person = work.get("person", person_id)
    if person is None:
        raise RefusedError.of(name, "unknown_record")
    if person["status"] in ("merged", "erased"):
        raise RefusedError.of(name, "file_is_closed")
    return person


def _chosen(keep: Row, gone: Row, told: object) -> dict[str, str]:
    """Field → whose value stays, for every field in which the files differ."""
    offered = {choice.field: choice.chosen for choice in merge_choices(keep, gone)}
    given = dict(told) if isinstance(told, Mapping) else {}
    wrong = [name for name, side in given.items() if name not in PERSON.fields or side not in (KEEP, GONE)]
    if wrong:
        raise RefusedError.of(wrong[0], "unknown_field", given=wrong[0])
    return {name: given.get(name, side) for name, side in offered.items()}


def _hand_over(work: UnitOfWork, keep_id: str, gone_id: str) -> None:
    """Every record that points to the file that goes points to the one that stays."""
    for kind in KINDS.values():
        for name, about in kind.fields.items():
            if about.links != "person" or kind.name in _LEFT_ALONE:
                continue
            for row in work.find(kind.name, **{name: gone_id}):
                twin = _twin(work, kind, name, row, keep_id)
                if twin is not None:
                    _join_twins(work, kind, twin, row)
                elif row["id"] != keep_id:
                    work.change(kind.name, row["id"], {name: keep_id})


def _twin(work: UnitOfWork, kind: Kind, name: str, row: Row, keep_id: str) -> Row | None:
    """The same thing with the file that stays."""
    if kind.name not in _SAME:
        return None
    same = {field: row[field] for field in _SAME[kind.name]}
    return next(iter(work.find(kind.name, **same, **{name: keep_id})), None)


def _join_twins(work: UnitOfWork, kind: Kind, kept: Row, other: Row) -> None:
    """Of the same thing twice the stronger stays, with the file that stays."""
    if kind.name in _STRONGER:
        field, ranks = _STRONGER[kind.name]
        if ranks.index(other[field]) < ranks.index(kept[field]):
            work.change(kind.name, kept["id"], {name: other[name] for name in kind.fields if name != "person_id"})
    elif kind.name == "person_identifier" and other["verified"] and not kept["verified"]:
        work.change(kind.name, kept["id"], {"verified": True, "seen_on": other["seen_on"]})
    work.delete(kind.name, other["id"])


def _set_aside(work: UnitOfWork, keep: Row, gone: Row, given: Mapping[str, object]) -> Row:
    """The file that goes is closed; its household gets another head, the one that stays if both lived there."""
    together = keep["household_id"] == gone["household_id"] and keep["status"] == "active"
    closed = {"status": "merged", "status_date": work.today, "merged_into_id": keep["id"]}
    now = work.change("person", gone["id"], closed)
    if together and is_head(gone) and not given.get("successor_id"):
        given = {**given, "successor_id": keep["id"]}
    if gone["status"] == "active":
        settle_after(work, gone, {**now, "household_id": keep["household_id"]}, given)
    return now


def _take_values(work: UnitOfWork, keep_id: str, gone: Row, chosen: Mapping[str, str]) -> None:
    values = {}
    for name in (field for field, side in chosen.items() if side == GONE):
        for each in (name, *_PARTNERS.get(name, ())):
            values[each] = gone[each]
    if values:
        work.change("person", keep_id, values)


def _settle(work: UnitOfWork, person_id: str) -> None:
    """What is worked out from a person's records and shown elsewhere."""
    row = work.get("person", person_id)
    if row is None:
        return
    papers = work.find("person_identifier", person_id=person_id, type="national_id")
    filled = {**fill_person(row, work), "national_id": papers[-1]["value"] if papers else None}
    now = work.change("person", person_id, filled)
    for consent in work.find("consent", person_id=person_id)[-1:]:
        after_save(work, "consent", consent, consent)
    now = work.get("person", person_id) or now
    after_save(work, "person", now, now)
    work.reindex("person", person_id)


def _traces(work: UnitOfWork, before: int) -> Iterator[dict[str, Any]]:
    """What the merge changed, in the order in which it was changed, as the log tells it after the line `before`."""
    sql = "SELECT kind, record_id, action, fields FROM change_log WHERE seq > ? AND kind <> 'merge_record' ORDER BY seq"
    for kind, record_id, action, fields in work.connection.exec_driver_sql(sql, (before,)):
        yield {"kind": kind, "id": record_id, "action": action, "fields": json.loads(fields)}


def _put_back(work: UnitOfWork, trace: Mapping[str, Any]) -> None:
    """Undo one change of the merge where nobody has changed the same since."""
    kind, fields = KINDS[trace["kind"]], trace["fields"]
    if fields.get("deleted_at", [None, None])[1] is not None:
        work.restore(kind.name, trace["id"])
        return
    now = work.get(kind.name, trace["id"])
    if now is None:
        return
    if trace["action"] == "add":
        work.delete(kind.name, trace["id"])
        after_delete(work, kind.name, now)
        return
    own = {name: pair for name, pair in fields.items() if name in kind.fields}
    before = stored_values(kind, {name: pair[0] for name, pair in own.items()})
    after = stored_values(kind, {name: pair[1] for name, pair in own.items()})
    back = {name: value for name, value in before.items() if now[name] == after[name]}
    if back:
        work.change(kind.name, trace["id"], back)


def _house(work: UnitOfWork, person_id: str) -> None:
    """Who comes back lives where a household still is, and heads it only if nobody else does by now."""
    person = work.get("person", person_id)
    if person is None or person["status"] != "active":
        return
    home = work.get("household", person["household_id"])
    if home is None or home["status"] != "active":
        ended = home["status_date"] if home else work.today
        work.change("person", person_id, {"status": "moved", "status_date": ended})
        return
    others = [m for m in _lodgers(work, home["id"]) if m["id"] != person_id]
    headed = any(is_head(m) for m in others)
    if headed and is_head(person):
        work.change("person", person_id, {"relation_to_head": "other_relative"})
    elif not headed and not is_head(person):
        work.change("person", person_id, {"relation_to_head": "head"})
    work.change("household", home["id"], {"declared_size": max(home["declared_size"], len(others) + 1)})


def _lodgers(work: UnitOfWork, household_id: str) -> Sequence[Row]:
    return work.find("person", household_id=household_id, status="active")
