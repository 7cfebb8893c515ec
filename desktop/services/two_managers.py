"""What one manager may not do alone: shut a laptop out, and let the key of the office out of the house."""

from __future__ import annotations

from desktop.domain.clock import Uptime, since_boot
from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.services.access import require_manager
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile

Second = tuple[str, str]
"""User name and password of the manager who agrees."""


def who_may_agree(office: OfficeFile) -> frozenset[str]:
    """The other managers who have a password on this laptop; none where the one who sits here decides alone."""
    with office.read() as rows:
        managers = {row["username"] for row in rows.find("user_account", role="office_manager", active=True)}
    return frozenset((managers - {office.actor.username}) & set(KeySlots.load(office.folder.keys).users()))


def require_second(office: OfficeFile, second: Second | None, uptime: Uptime = since_boot) -> str:
    """Refuses unless a manager asks and, where there is another one, he agrees; returns who agreed, or ""."""
    with office.write() as work:
        require_manager(work)
    agreeing = who_may_agree(office)
    if not agreeing:
        return ""
    if second is None or second[0] not in agreeing:
        raise RefusedError([Problem("second", "second_manager", {"names": "، ".join(sorted(agreeing))})])
    username, password = second
    slots = KeySlots.load(office.folder.keys)
    slots.refuse_while_locked(username, office.clock(), uptime())
    try:
        slots.open_with_password(username, password)
    except UnavailableError:
        slots.after_failure(username, office.clock(), uptime()).save(office.folder.keys)
        raise
    return username
