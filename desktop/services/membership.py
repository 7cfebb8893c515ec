"""Who lives in which household, and who is its head: the mechanics beneath the acts of `household_life`.

An active household that has members has exactly one active head. Whoever takes the head away names the successor in
the same act, or is refused with `no_head`; a household that its last member leaves comes to its own end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.codes import code_of
from desktop.domain.household_life import MOST_MEMBERS, head_faults, members_problems, without
from desktop.domain.kinship import relations_to
from desktop.domain.need import OPEN_STATES
from desktop.domain.person import fill_person, membership_rules
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services.echoes import after_save
from desktop.store.unit_of_work import UnitOfWork

ASKED = ("successor_id", "relations")  # said together with a change and kept nowhere


@dataclass(frozen=True)
class Succession:
    """Who is head from now on, and what the others are to them where somebody knows it better than the program."""

    successor_id: str = ""
    relations: Mapping[str, object] = field(default_factory=dict)


def succession_of(given: Mapping[str, object]) -> Succession:
    """What was said about the successor together with a change."""
    relations = given.get("relations")
    return Succession(str(given.get("successor_id") or ""), relations if isinstance(relations, Mapping) else {})


def set_membership(work: UnitOfWork, person: Row, **changed: object) -> Row:
    """Write what an act has already judged. What was typed long ago and has grown stale stands in nobody's way."""
    values = {**person, **changed}
    row = work.change("person", person["id"], {**changed, **fill_person(values, work)})
    after_save(work, "person", row, person)
    return row


def move_in(work: UnitOfWork, members: Sequence[Row], household_id: str, relations: Mapping[str, str]) -> None:
    """Members come to live in another household, with these relations to its head. The head comes first."""
    for member in sorted(members, key=lambda m: relations[m["id"]] != "head"):
        change = {"household_id": household_id, "relation_to_head": relations[member["id"]]}
        problems = list(membership_rules({**member, **change}, work))
        refuse([Problem(f"relations.{member['id']}", p.code, p.facts) for p in problems])
        set_membership(work, member, **change)


def settle_leaving(
    work: UnitOfWork, home: Row, left: Sequence[Row], now: Row, on: date, succession: Succession | None = None
) -> None:
    """After people left an active household: its end if it stands empty, else its head and its size.

    `left` are those people as they were, `now` one of them as they are.
    """
    stay = active_members(work, home["id"])
    head = next((m for m in left if is_head(m)), None)
    if not stay:
        _come_to_an_end(work, home, head, now, on)
        return
    work.change("household", home["id"], {"declared_size": max(len(stay), home["declared_size"] - len(left))})
    if head is not None:
        succeed(work, stay, head, succession or Succession())


def settle_after(
    work: UnitOfWork, old: Row, now: Row, given: Mapping[str, object] | None = None, on: date | None = None
) -> None:
    """For acts that end a membership in their own way (a merge, an erasure): the household's successor or its end.

    `old` and `now` are the person before and after; `given` may name `successor_id`.
    """
    home = work.get("household", old["household_id"])
    if home is not None and home["status"] == "active" and old["status"] == "active":
        settle_leaving(work, home, [old], now, on or work.today, succession_of(given or {}))


def succeed(work: UnitOfWork, stay: Sequence[Row], head: Row, succession: Succession) -> None:
    """One of those who stay becomes head after `head`, who is among them no longer or no longer their head."""
    if not stay or any(is_head(m) for m in stay):
        return
    if not succession.successor_id:
        raise RefusedError.of("successor_id", "no_head")
    rest = [m for m in stay if m["id"] != head["id"]]
    refuse(members_problems([succession.successor_id], rest, "successor_id"))
    enthrone(work, rest, succession.successor_id, codes_of(succession.relations, {m["id"] for m in rest}))


def enthrone(work: UnitOfWork, members: Sequence[Row], head_id: str, told: Mapping[str, str]) -> None:
    """`head_id` becomes head of these members. Whoever was head goes first, so that there never are two."""
    relations = relations_to(head_id, {m["id"]: m["relation_to_head"] for m in members}) | without(told, head_id)
    for member in sorted(members, key=lambda m: (not is_head(m), m["id"] == head_id)):
        if member["relation_to_head"] != relations[member["id"]]:
            set_membership(work, member, relation_to_head=relations[member["id"]])


def grow(work: UnitOfWork, household_id: str, by: int) -> None:
    """The household has become larger."""
    home = work.get("household", household_id)
    if home is not None:
        work.change("household", household_id, {"declared_size": min(MOST_MEMBERS, home["declared_size"] + by)})


def faults(work: UnitOfWork, household_ids: Iterable[str]) -> dict[str, list[str]]:
    """What is wrong with these households' people, by household; those in order are left out."""
    found = {}
    for household_id in sorted(set(household_ids)):
        home = work.get("household", household_id) or {"status": "deleted"}
        wrong = head_faults(home, work.find("person", household_id=household_id))
        if wrong:
            found[household_id] = wrong
    return found


def active_members(work: UnitOfWork, household_id: str) -> list[Row]:
    """Who lives in the household now."""
    return work.find("person", household_id=household_id, status="active")


def is_head(person: Row) -> bool:
    """Whether somebody is the active head of the household."""
    return bool(person["status"] == "active" and person["relation_to_head"] == "head")


def codes_of(told: Mapping[str, object] | None, of: set[str]) -> dict[str, str]:
    """Relations that somebody named, of these people only."""
    try:
        return {person: code_of("relation_to_head", code) for person, code in (told or {}).items() if person in of}
    except Refusal as refusal:
        raise RefusedError.of("relations", refusal.code, **refusal.facts) from refusal


def refuse(problems: Iterable[Problem]) -> None:
    """Refuses when there is a problem."""
    found = list(problems)
    if found:
        raise RefusedError(found)


def _come_to_an_end(work: UnitOfWork, home: Row, head: Row | None, now: Row, on: date) -> None:
    """The household its last member has left: merged with where they live now, else moved or dissolved as they did."""
    target = now["household_id"] if now["household_id"] != home["id"] else None
    status = "merged" if target else "moved" if now["status"] == "moved" else "dissolved"
    name = f"{head['first_name']} {head['last_name']}" if head else home["head_name"]
    ended = {"status": status, "status_date": on, "merged_into_id": target, "head_name": name}
    work.change("household", home["id"], ended)
    if target:
        _hand_over_needs(work, home["id"], target)


def _hand_over_needs(work: UnitOfWork, household_id: str, target_id: str) -> None:
    """Open needs of the household as a whole are followed for the one it has become part of."""
    target = work.get("household", target_id)
    for need in work.find("need", household_id=household_id, scope="household") if target else []:
        if need["status"] in OPEN_STATES:
            place = {"household_id": target_id, "neighborhood_id": target["neighborhood_id"] if target else None}
            work.change("need", need["id"], place)
