"""Who may do what (domain §3.7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from desktop.domain.access import STRUCTURE, unread, unset
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Kind, Row
from desktop.store.unit_of_work import Actor, UnitOfWork

READS_IDENTIFIERS = frozenset({"social_worker", "office_manager"})
READS_PERSONS = frozenset({"facilitator", "social_worker", "office_manager"})
_NOT_FOR_THE_REST = frozenset(
    {
        "household", "person", "person_identifier", "consent", "person_sensitive", "double_verdict", "merge_record",
        "local_trustee", "local_group_member", "attendance", "workshop_enrollment",
        "certificate", "outcome_followup", "market_stall", "attachment", "attachment_person",
        "letter", "visit", "organization_contact",
    }
)  # fmt: skip
SEES_SENSITIVE = frozenset({"social_worker", "office_manager"})


def kind_named(name: str) -> Kind:
    """The kind of that name; refuses an unknown one."""
    if name not in KINDS:
        raise RefusedError.of("kind", "no_such_kind", given=name)
    return KINDS[name]


def require_writer(work: UnitOfWork, kind: Kind) -> None:
    if work.actor.role not in kind.writers:
        raise RefusedError.of("", "not_allowed")
    if kind.name == "person_sensitive":
        require_sensitive(work.actor)


def may_see_sensitive(actor: Actor) -> bool:
    """By role, and by the switch of the account."""
    return actor.role in SEES_SENSITIVE and actor.can_see_sensitive


def require_sensitive(actor: Actor) -> None:
    if not may_see_sensitive(actor):
        raise RefusedError.of("", "not_allowed")


def may_read(role: str, kind: Kind) -> bool:
    """Whether this role may see records of the kind at all."""
    if role == "system_admin" and kind.name not in STRUCTURE:
        return False
    if kind.readers is not None:
        return role in kind.readers
    return kind.name not in _NOT_FOR_THE_REST or role in READS_PERSONS


def require_reader(role: str, kind: Kind) -> None:
    if not may_read(role, kind):
        raise RefusedError.of("", "not_allowed")


class Reader(Protocol):
    """Who asks: an actor, or the office's records as they are read by one."""

    @property
    def role(self) -> str: ...

    @property
    def user_id(self) -> str: ...


def may_see(who: Reader, kind: Kind, row: Row) -> bool:
    """Whether somebody may see this record: a surprise visit is unknown to the visited until it was made (G-26).

    Until then the province knows of all, and whoever planned it of their own.
    """
    if not kind.is_hidden(row) or who.role in kind.seers:
        return True
    return who.role in kind.seers_of_own and row["created_by"] == who.user_id


def refuse_unread(role: str, kind: Kind, names: Iterable[str]) -> None:
    """Asked for what one may not read, nothing is told: not even by leaving records out."""
    problems = [Problem(name, "not_allowed") for name in names if name in unread(role, kind)]
    if problems:
        raise RefusedError(problems)


def refuse_unset(role: str, kind: Kind, names: Iterable[str]) -> None:
    """Some fields are for certain roles alone: amounts, and what the province decides."""
    problems = [Problem(name, "field_of_others") for name in names if name in unset(role, kind)]
    if problems:
        raise RefusedError(problems)


def require_manager(work: UnitOfWork) -> None:
    if work.actor.role != "office_manager":
        raise RefusedError.of("", "not_allowed")
