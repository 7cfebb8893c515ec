"""Who may do what (domain §3.7)."""

from __future__ import annotations

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
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
    if kind.readers is not None:
        return role in kind.readers
    return kind.name not in _NOT_FOR_THE_REST or role in READS_PERSONS


def require_reader(role: str, kind: Kind) -> None:
    if not may_read(role, kind):
        raise RefusedError.of("", "not_allowed")


def may_see(role: str, kind: Kind, row: Row) -> bool:
    """Whether this role may see this record: a surprise visit is unknown to the visited until it was made (G-26)."""
    return not kind.is_hidden(row) or role in kind.seers


def require_manager(work: UnitOfWork) -> None:
    if work.actor.role != "office_manager":
        raise RefusedError.of("", "not_allowed")
