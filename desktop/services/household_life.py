"""What happens to households and their members after registration: moving, dying, parting, joining, coming back.

Every act is one unit of work, can be taken back as a whole, and leaves each household with exactly one head.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.fields import Input, read_draft
from desktop.domain.household import HOUSEHOLD
from desktop.domain.household_life import (
    BY_OTHER_ACTS,
    ComeBackDraft,
    DeathDraft,
    DissolveDraft,
    JoinDraft,
    MemberMovesDraft,
    MemberReturnsDraft,
    MoveAwayDraft,
    NewHeadDraft,
    SplitDraft,
    members_problems,
    without,
)
from desktop.domain.kinship import relations_to
from desktop.domain.person import PERSON, membership_rules
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Kind, Row
from desktop.services.access import require_writer
from desktop.services.echoes import after_delete
from desktop.services.membership import (
    ASKED,
    Succession,
    active_members,
    codes_of,
    enthrone,
    grow,
    is_head,
    move_in,
    refuse,
    set_membership,
    settle_leaving,
    succeed,
    succession_of,
)
from desktop.services.writing import refuse_future, refuse_unknown_links, write_change, write_new
from desktop.store.unit_of_work import UnitOfWork

_MEMBERSHIP = ("household_id", "relation_to_head", "status", "status_date")
_LIFE = ("status", "status_date", "moved_to")


@dataclass(frozen=True)
class Parted:
    """What a split made: the household left behind, the new one, and who lives in it now."""

    left: Row
    made: Row
    persons: tuple[Row, ...]


def move_away(work: UnitOfWork, household_id: str, given: Mapping[str, object]) -> Row:
    """A household leaves the office's neighbourhoods, and every active member with it."""
    asked = read_draft(MoveAwayDraft, given)
    return _end(work, _living(work, household_id, asked.on), "moved", asked.on, asked.moved_to)


def dissolve(work: UnitOfWork, household_id: str, given: Mapping[str, object]) -> Row:
    """A household ends. Whoever is still in it counts as moved from that day; a split or a join comes first."""
    asked = read_draft(DissolveDraft, given)
    return _end(work, _living(work, household_id, asked.on), "dissolved", asked.on, None)


def come_back(work: UnitOfWork, household_id: str, given: Mapping[str, object]) -> Row:
    """A household that moved or dissolved is there again, with those who left with it or with the members named."""
    asked = read_draft(ComeBackDraft, given)
    home = _household(work, household_id)
    if home["status"] not in ("moved", "dissolved"):
        raise RefusedError.of("", "household_not_gone")
    refuse_future(work, {"on": asked.on})
    away = [m for m in work.find("person", household_id=household_id) if m["status"] in ("moved", "deceased")]
    together = [m["id"] for m in away if m["status"] == "moved" and m["status_date"] == home["status_date"]]
    chosen = asked.member_ids or together
    if not chosen:
        raise RefusedError.of("member_ids", "nobody_returns")
    refuse(members_problems(chosen, away))
    back = [m for m in away if m["id"] in set(chosen)]
    relations = _relations_of_returning(back, asked.successor_id or "")
    work.change("household", home["id"], {"status": "active", "status_date": asked.on, "moved_to": None})
    for member in sorted(back, key=lambda m: relations[m["id"]] != "head"):
        relation = relations[member["id"]]
        set_membership(work, member, status="active", status_date=asked.on, relation_to_head=relation)
    work.audit("household_back", "household", home["id"])
    return _household(work, home["id"])


def split(work: UnitOfWork, household_id: str, given: Mapping[str, object]) -> Parted:
    """Some members part and found a household of their own. Their needs and enrolments go with them."""
    asked = read_draft(SplitDraft, given)
    home = _living(work, household_id, asked.on)
    leaving = _chosen(work, household_id, asked.member_ids)
    if asked.head_id not in asked.member_ids:
        raise RefusedError.of("head_id", "not_a_member")
    if len(leaving) == len(active_members(work, household_id)):
        raise RefusedError.of("member_ids", "nobody_stays")
    relations = relations_to(asked.head_id, {m["id"]: m["relation_to_head"] for m in leaving})
    relations |= codes_of(asked.relations, set(asked.member_ids) - {asked.head_id})
    founded = {
        "neighborhood_id": asked.neighborhood_id,
        "address_text": asked.address_text,
        "declared_size": len(leaving),
        "registered_on": asked.on,
        "registered_by": work.actor.staff_id or None,
        "source": home["source"],
    }
    made = write_new(work, HOUSEHOLD, founded)
    move_in(work, leaving, made["id"], relations)
    persons = tuple(work.get("person", m["id"]) or m for m in leaving)
    settle_leaving(work, home, leaving, persons[0], asked.on, Succession(asked.successor_id or ""))
    work.audit("household_split", "household", home["id"], made["id"])
    return Parted(_household(work, home["id"]), _household(work, made["id"]), persons)


def join(work: UnitOfWork, household_id: str, given: Mapping[str, object]) -> Row:
    """Members go to live in another household; returns that one. The one they leave empty is merged into it."""
    asked = read_draft(JoinDraft, given)
    home = _living(work, household_id, asked.on)
    if asked.household_id == household_id:
        raise RefusedError.of("household_id", "same_household")
    target = _living(work, asked.household_id, None, "household_id")
    joining = _chosen(work, household_id, asked.member_ids)
    told = dict.fromkeys(asked.member_ids, "other_relative") | codes_of(asked.relations, set(asked.member_ids))
    if "head" not in told.values() and not active_members(work, target["id"]):
        raise RefusedError.of("relations", "no_head")
    move_in(work, joining, target["id"], told)
    grow(work, target["id"], len(joining))
    now = work.get("person", joining[0]["id"]) or joining[0]
    settle_leaving(work, home, joining, now, asked.on, Succession(asked.successor_id or ""))
    work.audit("household_join", "household", target["id"], home["id"])
    return _household(work, target["id"])


def note_death(work: UnitOfWork, person_id: str, given: Mapping[str, object]) -> Row:
    """A member has died; a head's successor is named in the same act."""
    asked = read_draft(DeathDraft, given)
    change = {"status": "deceased", "status_date": asked.on, **without(asked.model_dump(), "on")}
    return change_person(work, _active_person(work, person_id), change)


def member_moves(work: UnitOfWork, person_id: str, given: Mapping[str, object]) -> Row:
    """One member leaves the neighbourhoods; the household stays, or ends with its last member."""
    asked = read_draft(MemberMovesDraft, given)
    change = {"status": "moved", "status_date": asked.on, **without(asked.model_dump(), "on")}
    return change_person(work, _active_person(work, person_id), change)


def member_returns(work: UnitOfWork, person_id: str, given: Mapping[str, object]) -> Row:
    """Somebody who had left lives in an active household again, the old one or another."""
    asked = read_draft(MemberReturnsDraft, given)
    person = _person(work, person_id)
    if person["status"] == "active":
        raise RefusedError.of("", "person_is_active")
    change = {"status": "active", "status_date": asked.on, **without(asked.model_dump(), "on")}
    return change_person(work, person, change)


def set_head(work: UnitOfWork, household_id: str, given: Mapping[str, object]) -> Row:
    """Another member is head from now on; the others' relations are told from the new head."""
    asked = read_draft(NewHeadDraft, given)
    home = _living(work, household_id)
    members = active_members(work, household_id)
    refuse(members_problems([asked.successor_id], members, "successor_id"))
    enthrone(work, members, asked.successor_id, codes_of(asked.relations, {m["id"] for m in members}))
    work.audit("new_head", "household", home["id"], asked.successor_id)
    return _household(work, home["id"])


def change_person(work: UnitOfWork, old: Row, given: Mapping[str, object]) -> Row:
    """Change fields of a person; what concerns the household has its consequences there in the same commit.

    `successor_id` and `relations` may come along when the head dies, goes or is head no longer.
    """
    require_writer(work, PERSON)
    values, succession = without(given, *ASKED), succession_of(given)
    life = {name: values.pop(name) for name in _MEMBERSHIP if name in values}
    row = write_change(work, PERSON, old, values) if values else old
    read = _read(work, PERSON, row, life) if life else {}
    if all(row[name] == value for name, value in read.items()):
        return row
    return _change_membership(work, row, read, succession)


def change_household(work: UnitOfWork, old: Row, given: Mapping[str, object]) -> Row:
    """Change fields of a household; where its status changes, its members go or come back with it.

    `successor_id` and `member_ids` may come along when it comes back.
    """
    require_writer(work, HOUSEHOLD)
    values = without(given, *ASKED, "member_ids")
    life = {name: values.pop(name) for name in _LIFE if name in values}
    row = write_change(work, HOUSEHOLD, old, values) if values else old
    read = _read(work, HOUSEHOLD, row, life) if life else {}
    status = str(read.get("status", row["status"]))
    if status != row["status"]:
        if BY_OTHER_ACTS & {status, row["status"]}:
            raise RefusedError.of("status", "set_by_act")
        if status == "active":
            back = {"on": read.get("status_date") or work.today, "successor_id": given.get("successor_id")}
            return come_back(work, row["id"], {**back, "member_ids": given.get("member_ids")})
        if status == "moved" and not read.get("status_date"):
            raise RefusedError.of("status_date", "required")
        read["status_date"] = read.get("status_date") or work.today
        if row["status"] == "active":
            home = _living(work, row["id"], read["status_date"], dated="status_date")
            return _end(work, home, status, read["status_date"], read.get("moved_to"))
    return _correct_move(work, row, read) if read else row


def delete_person(work: UnitOfWork, old: Row, given: Mapping[str, object]) -> None:
    """A person registered by mistake goes; a head with members left behind needs a successor."""
    require_writer(work, PERSON)
    home = work.get("household", old["household_id"])
    work.delete("person", old["id"])
    after_delete(work, "person", old)
    if home is not None and home["status"] == "active" and is_head(old):
        succeed(work, active_members(work, old["household_id"]), old, succession_of(given))


def _change_membership(work: UnitOfWork, old: Row, read: dict[str, Any], succession: Succession) -> Row:
    """`read`: fields of the membership as they shall be stored."""
    status = read.get("status", old["status"])
    if status != old["status"]:
        if BY_OTHER_ACTS & {status, old["status"]}:
            raise RefusedError.of("status", "set_by_act")
        read["status_date"] = read.get("status_date") or work.today
    refuse([*membership_rules({**old, **read}, work), *_first_is_head(work, old, {**old, **read})])
    row = set_membership(work, old, **read)
    lived, lives = old["status"] == "active", row["status"] == "active"
    moved = row["household_id"] != old["household_id"]
    home = work.get("household", old["household_id"])
    if lived and (moved or not lives) and home is not None and home["status"] == "active":
        on = row["status_date"] if not lives else work.today
        settle_leaving(work, home, [old], row, on, succession)
    elif is_head(old) and not is_head(row):
        succeed(work, active_members(work, old["household_id"]), old, succession)
    if lives and (moved or not lived):
        grow(work, row["household_id"], 1)
    if status != old["status"]:
        work.audit(f"person_{status}", "person", row["id"])
    return _person(work, row["id"])


def _first_is_head(work: UnitOfWork, old: Row, now: Row) -> Iterator[Problem]:
    """Who comes to live in a household where nobody is, heads it."""
    home = work.get("household", now["household_id"])
    comes = now["status"] == "active" and (old["household_id"], old["status"]) != (now["household_id"], "active")
    if not comes or home is None or home["status"] != "active":
        return
    if now["relation_to_head"] != "head" and not active_members(work, now["household_id"]):
        yield Problem("relation_to_head", "no_head")


def _end(work: UnitOfWork, home: Row, status: str, on: date, moved_to: str | None) -> Row:
    """The household goes, and its members with it. It keeps the name by which it was known."""
    ended = {"status": status, "status_date": on, "moved_to": moved_to if status == "moved" else None}
    work.change("household", home["id"], ended)
    for member in active_members(work, home["id"]):
        set_membership(work, member, status="moved", status_date=on)
    work.audit(f"household_{status}", "household", home["id"])
    return _household(work, home["id"])


def _correct_move(work: UnitOfWork, row: Row, read: Mapping[str, Any]) -> Row:
    """Another date, place or name of an end that was noted before; those who left that day get the right one."""
    fixed = work.change("household", row["id"], read)
    if row["status"] != "active" and fixed["status_date"] != row["status_date"]:
        for member in work.find("person", household_id=row["id"], status="moved", status_date=row["status_date"]):
            set_membership(work, member, status_date=fixed["status_date"])
    return fixed


def _read(work: UnitOfWork, kind: Kind, old: Row, given: Mapping[str, object]) -> dict[str, Any]:
    """The given fields as they are stored, each judged by its own declaration."""
    draft = read_draft(kind.draft, {**{name: old[name] for name in kind.fields}, **given}).model_dump()
    read = {name: draft[name] for name in given}
    refuse_unknown_links(work, kind, read)
    refuse_future(work, {name: value for name, value in read.items() if kind.fields[name].input is Input.DATE})
    return read


def _relations_of_returning(back: Sequence[Row], successor_id: str) -> dict[str, str]:
    """What those who come back are to their head, who is asked for when it is not plain."""
    relations = {m["id"]: m["relation_to_head"] for m in back}
    heads = [person for person, relation in relations.items() if relation == "head"]
    if len(heads) == 1 and successor_id in ("", heads[0]):
        return relations
    if not successor_id:
        raise RefusedError.of("successor_id", "second_head" if heads else "no_head")
    refuse(members_problems([successor_id], back, "successor_id"))
    told = relations_to(successor_id, relations)
    return {m: "other_relative" if r == "head" and m != successor_id else r for m, r in told.items()}


def _chosen(work: UnitOfWork, household_id: str, member_ids: Sequence[str]) -> list[Row]:
    members = active_members(work, household_id)
    refuse(members_problems(member_ids, members))
    return [m for m in members if m["id"] in set(member_ids)]


def _living(work: UnitOfWork, household_id: str, on: date | None = None, name: str = "", dated: str = "on") -> Row:
    """The active household of an act on that day. `name` and `dated` are the fields where a refusal is shown."""
    home = _household(work, household_id, name)
    problems = [Problem(name, "household_inactive")] if home["status"] != "active" else []
    if on is not None:
        refuse_future(work, {dated: on})
        if home["registered_on"] and on < home["registered_on"]:
            problems.append(Problem(dated, "before_registration"))
    refuse(problems)
    return home


def _household(work: UnitOfWork, household_id: str, name: str = "") -> Row:
    require_writer(work, HOUSEHOLD)
    home = work.get("household", household_id)
    if home is None:
        raise RefusedError.of(name or "id", "unknown_record")
    return home


def _person(work: UnitOfWork, person_id: str) -> Row:
    person = work.get("person", person_id)
    if person is None:
        raise RefusedError.of("id", "unknown_record")
    return person


def _active_person(work: UnitOfWork, person_id: str) -> Row:
    person = _person(work, person_id)
    if person["status"] != "active":
        raise RefusedError.of("", "person_not_active")
    return person
