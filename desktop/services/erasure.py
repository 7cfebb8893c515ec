"""Forgetting a person who asks for it: what goes for good, what stays to be counted (domain G-24, docs/adr/0012)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.anonymous import has_no_name, household_stub, said_no, stub, unnamed
from desktop.domain.codes import label_of
from desktop.domain.consent import ADULT, HOUSEHOLD_TOPICS, is_declined, is_live, tells
from desktop.domain.kinds import KINDS
from desktop.domain.person import age_of
from desktop.domain.problems import RefusedError, UnavailableError
from desktop.domain.record import Row
from desktop.services.access import require_manager, require_writer
from desktop.services.consent_cover import NOTHING_SENSITIVE, forget_photos_of, photos_showing
from desktop.services.echoes import after_save
from desktop.services.kept_drafts import drop_drafts_about
from desktop.services.membership import is_head, settle_after
from desktop.store.compact import compact
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Letter:
    """Something about the person that has left the office already and cannot be called back."""

    need_no: str
    subject: str
    agency: str
    sent_on: str
    mode: str
    includes_personal: bool


@dataclass(frozen=True)
class Erasure:
    """What erasing a person does. `persons`: the file, and those once merged into it."""

    persons: tuple[Row, ...]
    goes: Mapping[str, int]  # kind → records emptied
    stays: Mapping[str, int]  # kind → records that remain as counts
    letters: tuple[Letter, ...]
    household_goes: bool
    successor: Row | None
    backups: int = 0  # older copies of the whole office, which still hold the data

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of records that look otherwise now."""
        return frozenset({"household", *COUNTED, *(rule.kind for rule in EMPTIED), "attachment", "person"})

    @property
    def person(self) -> Row:
        return self.persons[0]

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.person["id"],
            "erased": dict(self.goes),
            "kept_as_counts": dict(self.stays),
            "household_erased": self.household_goes,
            "successor": self.successor["id"] if self.successor else None,
            "letters": [vars(letter) for letter in self.letters],
            "backups": self.backups,
        }


@dataclass(frozen=True)
class _Rule:
    """What happens to records of a kind that point to the person by one of these fields."""

    kind: str
    by: tuple[str, ...]
    left: Mapping[str, Any] = field(default_factory=dict)
    gone: bool = False  # no count needs the record: it is marked deleted too


FORGOTTEN = "—"
"""What stands where a text was that had to be there."""
_TRUSTEES = _Rule("local_trustee", ("person_id",), {"person_id": None, "full_name": None}, gone=True)
EMPTIED = (
    _Rule(
        "person_identifier",
        ("person_id",),
        {"type": "none", "value": None, "last4": "", "verified": False, "seen_on": None},
        gone=True,
    ),
    _Rule("person_sensitive", ("person_id",), {**NOTHING_SENSITIVE, "consent_id": None}, gone=True),
    _Rule("consent", ("person_id",), {"paper_ref": None, "guardian_id": None}),
    _TRUSTEES,
    _Rule("local_group_member", ("person_id",), {"person_id": None, "full_name": None, "post": None}, gone=True),
    _Rule("letter", ("person_id",), {"person_id": None, "subject": FORGOTTEN, "body": None, "personal_items": []}),
    _Rule("visit", ("person_id",), {"summary": None}),
    _Rule("outcome_followup", ("person_id",), {"monthly_income_band": None}),
    _Rule("market_stall", ("person_id",), {"product": FORGOTTEN}),
    _Rule("attachment_person", ("person_id",), {}, gone=True),
    _Rule("double_verdict", ("person_a_id", "person_b_id"), {"note": None}, gone=True),
    _Rule("merge_record", ("kept_id", "merged_id"), {"reason": None, "fields_chosen": {}, "moved": []}, gone=True),
)
COUNTED = ("need", "workshop_enrollment", "attendance", "certificate")  # they point to the nameless file that stays
_TEXTS = {
    "need": ("description", "close_note"),
    "need_event": ("note",),
    "agency_response": ("text", "reply_letter_no"),
    "referral": ("withdraw_reason",),
    "visit": ("summary",),
}


def preview(rows: Rows, person_id: str, successor_id: str = "") -> Erasure:
    """What would go and what would stay, counted from the records."""
    person = _erasable(rows, person_id)
    persons = (person, *_merged_into(rows, person["id"]))
    ids = [one["id"] for one in persons]
    goes = {rule.kind: sum(1 for _ in _ruled(rows, rule, ids)) for rule in EMPTIED}
    goes["attachment"] = photos_showing(rows, ids)
    stays = {kind: sum(len(rows.find(kind, person_id=one)) for one in ids) for kind in COUNTED}
    household = rows.get("household", person["household_id"])
    alone = household is not None and not _others(rows, household["id"], ids)
    return Erasure(
        persons,
        {kind: many for kind, many in {"person": len(persons), **goes}.items() if many},
        {kind: many for kind, many in stays.items() if many},
        tuple(letter for one in ids for letter in _letters(rows, one)),
        alone,
        _successor(rows, person, successor_id),
    )


def erase_person(office: OfficeFile, person_id: str, reason: str, successor_id: str = "") -> Erasure:
    """Erase for good: records, log, search, drafts and free space of the file. Older backups are only counted."""
    with office.write() as work:
        done = erase_within(work, person_id, reason, successor_id)
    drop_drafts_about(office, done.persons)
    write_anew(office)
    backups = sum(path.is_file() for path in office.folder.backups.glob("*")) if office.folder.backups.exists() else 0
    return Erasure(**{**vars(done), "backups": backups})


def erase_within(work: UnitOfWork, person_id: str, reason: str, successor_id: str = "") -> Erasure:
    """The same inside a commit; drafts and free space are left to whoever commits."""
    require_manager(work)
    if not reason.strip():
        raise RefusedError.of("reason", "required")
    plan = preview(work, person_id, successor_id)
    names = [_full_name(one) for one in plan.persons]
    for trustee in _ruled(work, _TRUSTEES, [one["id"] for one in plan.persons]):  # before their roles are ended
        work.forget(_TRUSTEES.kind, trustee["id"], _TRUSTEES.left, gone=True)
    for person in plan.persons:
        _forget_person(work, person, str(plan.successor["id"]) if plan.successor else "")
    for household_id in {one["household_id"] for one in plan.persons}:
        _forget_in_household(work, household_id, plan.persons, names)
    _forget_records_of(work, plan.persons, names)
    for person in plan.persons:
        for need in work.find_even_deleted("need", person_id=person["id"]):
            _forget_need(work, need, [*names, person["last_name"]], whole=True)
    work.audit("erase", "person", plan.person["id"], unnamed(reason, names))
    work.sweep_search()
    return plan


@dataclass(frozen=True)
class Reduced:
    """A file of which only the count was kept."""

    person: Row

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of records that look otherwise now."""
        return frozenset({"household", *COUNTED, *(rule.kind for rule in EMPTIED), "attachment", "person"})


def keep_the_count(office: OfficeFile, person_id: str) -> Reduced:
    """Of somebody who refused the record after it was made, only what is counted stays; nothing brings the rest back.

    Whoever heard the no may do it. The person is served on by the number of the file (G-05, G-07).
    """
    with office.write() as work:
        persons = _keep_the_count(work, person_id)
    drop_drafts_about(office, persons)
    write_anew(office)
    return Reduced(persons[0])


def may_keep_the_count(rows: Rows, person: Row) -> bool:
    """Whether more stands in a file than a person who said no has left to be counted."""
    closed = person["status"] in ("erased", "merged") or has_no_name(person)
    return not closed and is_declined(rows.find("consent", person_id=person["id"]), rows.today)


def _keep_the_count(work: UnitOfWork, person_id: str) -> tuple[Row, ...]:
    person = _erasable(work, person_id)
    require_writer(work, KINDS["person"])
    if not may_keep_the_count(work, person):
        raise RefusedError.of("id", "person_not_declined")
    persons = (person, *_merged_into(work, person["id"]))
    names, home = [_full_name(one) for one in persons], work.get("household", person["household_id"])
    for one in persons:
        left = said_no(one, home["registered_on"] if home else one["created_at"].date())
        now = work.forget("person", one["id"], left)
        if not one["deleted_at"]:
            after_save(work, "person", now, one)
    _forget_records_of(work, persons, names)
    for one in persons:
        work.reindex("person", one["id"])  # it is no longer found by the numbers of its papers
        for need in work.find_even_deleted("need", person_id=one["id"]):
            _forget_need(work, need, [*names, one["first_name"], one["last_name"]], whole=False)
    work.audit("keep_count", "person", person["id"])
    work.sweep_search()
    return tuple(work.get("person", one["id"]) or one for one in persons)


def _forget_records_of(work: UnitOfWork, persons: Sequence[Row], names: Sequence[str]) -> None:
    """What other records tell of these people only, and the photos that show them."""
    for person in persons:
        forget_photos_of(work, person["id"])
    for rule in EMPTIED:
        for row in _ruled(work, rule, [one["id"] for one in persons]):
            ended = {"withdrawn_on": work.today} if rule.kind == "consent" and is_live(row, work.today) else {}
            work.forget(rule.kind, row["id"], {**rule.left, **ended}, gone=rule.gone)
            _forget_reasons(work, row["id"], names, whole=True)


def write_anew(office: OfficeFile) -> None:
    """Nothing of what was erased lies about in free space of the file."""
    try:
        compact(office)
    except UnavailableError:
        office.checkpoint()  # no room to write the file anew: what was erased is overwritten all the same


def _erasable(rows: Rows, person_id: str) -> Row:
    """The file itself, or the one it was merged into."""
    person = rows.get("person", person_id)
    while person is not None and person["status"] == "merged" and person["merged_into_id"]:
        person = rows.get("person", person["merged_into_id"])
    if person is None:
        raise RefusedError.of("id", "unknown_record")
    if person["status"] == "erased":
        raise RefusedError.of("id", "person_erased")
    return person


def _merged_into(rows: Rows, person_id: str) -> Iterator[Row]:
    """Files that became one with this one, however long ago."""
    for row in rows.find_even_deleted("person", merged_into_id=person_id):
        yield row
        yield from _merged_into(rows, row["id"])


def _ruled(rows: Rows, rule: _Rule, ids: Sequence[str]) -> Iterator[Row]:
    seen = set()
    for by in rule.by:
        for one in ids:
            for row in rows.find_even_deleted(rule.kind, **{by: one}):
                if row["id"] not in seen:
                    seen.add(row["id"])
                    yield row


def _letters(rows: Rows, person_id: str) -> Iterator[Letter]:
    for need in rows.find("need", person_id=person_id):
        for referral in rows.find("referral", need_id=need["id"]):
            agency = rows.get("organization", referral["agency_id"])
            yield Letter(
                need["need_no"],
                need["subject"],
                agency["name_fa"] if agency else "",
                referral["sent_on"].isoformat() if referral["sent_on"] else "",
                referral["mode"],
                bool(referral["includes_personal"]),
            )


def _others(rows: Rows, household_id: str, ids: Sequence[str]) -> list[Row]:
    """Whoever else the household's file still tells of."""
    people = rows.find("person", household_id=household_id)
    return [one for one in people if one["id"] not in ids and one["status"] != "erased"]


def _successor(rows: Rows, person: Row, successor_id: str) -> Row | None:
    """Who is head from now on: whom somebody named, else the spouse, else the eldest who is grown up."""
    if not is_head(person):
        return None
    members = rows.find("person", household_id=person["household_id"], status="active")
    stay = [one for one in members if one["id"] != person["id"]]
    if successor_id:
        named = next((one for one in stay if one["id"] == successor_id), None)
        if named is None:
            raise RefusedError.of("successor_id", "not_a_member")
        return named
    ages = {one["id"]: age_of(one, rows.today) for one in stay}

    def rank(one: Row) -> tuple[bool, bool, int]:
        age = ages[one["id"]]
        return one["relation_to_head"] != "spouse", age is not None and age < ADULT, -(age or 0)

    return min(stay, key=rank, default=None)


def _forget_person(work: UnitOfWork, person: Row, successor_id: str) -> None:
    """The file without a name. A household that goes on has a head again; one that stands empty ends."""
    household = work.get("household", person["household_id"])
    registered = household["registered_on"] if household else None
    left = stub(person, registered or person["created_at"].date(), work.today)
    now = work.forget("person", person["id"], left)
    if person["deleted_at"]:
        return
    after_save(work, "person", now, person)
    settle_after(work, person, now, {"successor_id": successor_id})


def _forget_in_household(work: UnitOfWork, household_id: str, persons: Sequence[Row], names: Sequence[str]) -> None:
    home = work.get("household", household_id)
    if home is None:
        return
    whole = not _others(work, household_id, [one["id"] for one in persons])
    for need in work.find_even_deleted("need", household_id=household_id, scope="household"):
        _forget_need(work, need, names, whole=whole)
    for visit in work.find_even_deleted("visit", household_id=household_id):
        _empty_texts(work, "visit", visit, names, {}, whole=whole)
    if whole:
        work.forget("household", household_id, household_stub(home, work.today))
        return
    headed = any(one["household_id"] == household_id and is_head(one) for one in persons)
    ended = {topic: _NONE[topic] for topic in HOUSEHOLD_TOPICS if headed and tells(topic, home[topic])}
    texts = {name: unnamed(home[name], names) for name in ("location_hint", "came_from", "moved_to") if home[name]}
    left = ended | {name: text for name, text in texts.items() if text != home[name]}
    if left:
        home = work.forget("household", household_id, left, whole=False)
    if home["head_name"] in names:
        work.change("household", household_id, {"head_name": None})


_NONE: Mapping[str, Any] = {"income_band": None, "support_coverage": []}


def _forget_need(work: UnitOfWork, need: Row, names: Sequence[str], *, whole: bool) -> None:
    """A need stays and is counted; what it tells of somebody goes. `whole`: nobody else is meant by it."""
    subject = unnamed(need["subject"], names)
    if subject != need["subject"]:
        subject = label_of("need_field", need["field"])
    solution = unnamed(need["solution_note"], names) if need["solution_note"] else None
    _empty_texts(work, "need", need, names, {"subject": subject, "solution_note": solution}, whole=whole)
    for event in work.find_even_deleted("need_event", need_id=need["id"]):
        _empty_texts(work, "need_event", event, names, {}, whole=whole)
    for referral in work.find_even_deleted("referral", need_id=need["id"]):
        _empty_texts(work, "referral", referral, names, {}, whole=whole)
        for answer in work.find_even_deleted("agency_response", referral_id=referral["id"]):
            _empty_texts(work, "agency_response", answer, names, {}, whole=whole)


def _empty_texts(
    work: UnitOfWork, kind: str, row: Row, names: Sequence[str], more: Mapping[str, Any], *, whole: bool
) -> None:
    """Nothing is written where nothing is told; the log of a record of somebody alone is emptied in any case."""
    texts = {name: None if whole else unnamed(row[name], names) for name in _TEXTS[kind] if row[name]}
    left = {name: value for name, value in {**more, **texts}.items() if value != row[name]}
    if left or whole:
        work.forget(kind, row["id"], left)
    _forget_reasons(work, row["id"], names, whole=whole)


def _forget_reasons(work: UnitOfWork, record_id: str, names: Sequence[str], *, whole: bool) -> None:
    """Why something about the record was put off to another day."""
    for row in work.find_even_deleted("postponement", about_id=record_id):
        reason = FORGOTTEN if whole else unnamed(row["reason"], names)
        if reason != row["reason"]:
            work.forget("postponement", row["id"], {"reason": reason})


def _full_name(person: Row) -> str:
    return f"{person['first_name']} {person['last_name']}"


def emptied_kinds() -> frozenset[str]:
    """Kinds that erasing a person empties or counts; a kind that points to a person and is not among them is a gap."""
    return frozenset({"person", *(rule.kind for rule in EMPTIED), *COUNTED}) & frozenset(KINDS)
