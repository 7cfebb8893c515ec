"""The accounts of the office as its manager sees them, and signs that one of them serves several people (G-17)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.kinds import KINDS
from desktop.domain.persian.text import search_key
from desktop.services.access import require_reader
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

_OF_NOBODY = frozenset(
    map(search_key, ("دفتر", "office", "daftar", "admin", "user", "karbar", "کاربر", "مدیر", "test"))
)
"""User names that tell of a station and not of a person."""
_SLOT_MS = 10 * 60 * 1000
_DAYS = 30
_LINES = 20_000  # of the log, at most, so that whoever opens the day's work does not wait for it
_TWO_PLACES = """
SELECT DISTINCT user_id FROM (
  SELECT user_id, (stamp >> 16) / :slot AS slot FROM change_log
  WHERE seq > (SELECT max(seq) FROM change_log) - :most AND stamp > :since
  GROUP BY user_id, slot HAVING count(DISTINCT device_id) > 1)
"""
ALONE, NAMELESS, TWO_PLACES = "alone", "nameless", "two_places"


@dataclass(frozen=True)
class Account:
    """One account; `here`: it has a password on this laptop."""

    id: str
    username: str
    full_name: str
    role: str
    active: bool
    sees_sensitive: bool
    must_change: bool
    here: bool


@dataclass(frozen=True)
class Shared:
    """A sign that several people use one account: what was seen, and of which user name."""

    sign: str
    username: str = ""


@dataclass(frozen=True)
class Accounts:
    """Those who are let in first, by name."""

    accounts: Sequence[Account]
    shared: Sequence[Shared]


def accounts_of(office: OfficeFile) -> Accounts:
    """For the manager and whoever keeps the machines."""
    here = set(KeySlots.load(office.folder.keys).users())
    with office.read() as rows:
        require_reader(rows.role, KINDS["user_account"])
        names = {one["id"]: one["full_name"] for one in rows.find("staff_member")}
        found = [
            Account(
                row["id"], row["username"], names.get(row["staff_id"], ""), row["role"], row["active"],
                row["can_see_sensitive"], row["must_change"], row["username"] in here,
            )
            for row in rows.find("user_account")
        ]  # fmt: skip
        shared = list(shared_accounts(rows))
    return Accounts(sorted(found, key=lambda one: (not one.active, search_key(one.full_name))), shared)


def shared_accounts(rows: Rows) -> Sequence[Shared]:
    """What hints at an account that several people use; a hint, for nobody can be told from another at a keyboard."""
    active = {row["id"]: row["username"] for row in rows.find("user_account", active=True)}
    at_work = [one for one in rows.find("staff_member") if one["end_date"] is None or one["end_date"] >= rows.today]
    made = [Shared(NAMELESS, name) for name in active.values() if search_key(name) in _OF_NOBODY]
    if len(active) == 1 and len(at_work) > 1:
        made.append(Shared(ALONE, next(iter(active.values()))))
    since = (rows.today.toordinal() - _DAYS - 719163) * 86_400_000 << 16
    twice = {str(row["user_id"]) for row in rows.query(_TWO_PLACES, slot=_SLOT_MS, most=_LINES, since=since)}
    return [*made, *(Shared(TWO_PLACES, active[one]) for one in sorted(twice & active.keys()))]
