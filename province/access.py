"""Who may do what at the province's pages (domain §3.7), declared once and asked at one place: the door of each route.

A permission is what a page or a deed needs; the table grants it to roles. A county's supervisor sees the offices of his
counties alone, whatever the page: that is no permission but the bound of everything he asks for (`Scope`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SUPERVISOR, OFFICER, DIRECTOR = "county_supervisor", "province_officer", "province_director"
AUDITOR, ADMINISTRATOR = "auditor", "administrator"
ROLES: Mapping[str, str] = {
    SUPERVISOR: "ناظر شهرستان",
    OFFICER: "کارشناس استانداری",
    DIRECTOR: "مدیرکل استانداری",
    AUDITOR: "بازرس",
    ADMINISTRATOR: "مدیر سامانه",
}
"""Role → what it is called."""


class Permission(StrEnum):
    """What a route needs before it answers."""

    ANYONE = "anyone"  # signs nobody in, shows nothing of anybody
    LAPTOP = "laptop"  # the request itself is signed by a laptop; `serving` proves it
    WATCHER = "watcher"  # carries the token of the watchers' settings
    HALF = "half"  # has given the password, not yet the second factor
    SIGNED_IN = "signed_in"  # one's own account
    OVERVIEW = "overview"
    OFFICES = "offices"
    DEVICES = "devices"  # approve and revoke laptops
    REPORTS = "reports"
    DECIDE_REPORTS = "decide_reports"
    NEEDS = "needs"  # without names
    FIGURES = "figures"  # what is summed over offices: unmet needs, agencies, workshops, the roll-up
    EXPORT = "export"  # aggregates that leave the server as files
    MONEY = "money"
    ALLOCATE = "allocate"
    PLANS = "plans"
    SCORE_PLANS = "score_plans"
    APPROVE_PLANS = "approve_plans"
    INSPECTIONS = "inspections"
    LISTS = "lists"
    WRITE_LISTS = "write_lists"
    DIRECTIVES = "directives"
    WRITE_DIRECTIVES = "write_directives"
    AUDIT = "audit"
    ACCOUNTS = "accounts"
    WRITE_OFFICES = "write_offices"  # the county an office is counted to


_PROVINCE = frozenset({OFFICER, DIRECTOR})
_SEERS = _PROVINCE | {SUPERVISOR}
_READERS = _SEERS | {AUDITOR}
_ALL = frozenset(ROLES)

GRANTED: Mapping[Permission, frozenset[str]] = {
    Permission.SIGNED_IN: _ALL,
    Permission.OVERVIEW: _ALL,
    Permission.OFFICES: _ALL,
    Permission.DEVICES: frozenset({ADMINISTRATOR}),
    Permission.REPORTS: _READERS,
    Permission.DECIDE_REPORTS: _PROVINCE,
    Permission.NEEDS: _SEERS,
    Permission.FIGURES: _READERS,
    Permission.EXPORT: _PROVINCE,
    Permission.MONEY: _READERS,
    Permission.ALLOCATE: _PROVINCE,
    Permission.PLANS: _READERS,
    Permission.SCORE_PLANS: _SEERS,
    Permission.APPROVE_PLANS: _PROVINCE,
    Permission.INSPECTIONS: _SEERS,
    Permission.LISTS: _ALL,
    Permission.WRITE_LISTS: _PROVINCE,
    Permission.DIRECTIVES: _READERS,
    Permission.WRITE_DIRECTIVES: _PROVINCE,
    Permission.AUDIT: frozenset({OFFICER, DIRECTOR, AUDITOR, ADMINISTRATOR}),
    Permission.ACCOUNTS: frozenset({ADMINISTRATOR}),
    Permission.WRITE_OFFICES: frozenset({ADMINISTRATOR}),
}
"""Permission → the roles that have it. What stands in no row here is asked of no role (`UNROLED`)."""

UNROLED = frozenset({Permission.ANYONE, Permission.LAPTOP, Permission.WATCHER, Permission.HALF})


def may(role: str, permission: Permission) -> bool:
    """Whether a role has a permission; what is granted to nobody is refused."""
    return role in GRANTED.get(permission, frozenset())


@dataclass(frozen=True)
class Scope:
    """Whose records an account may see at all: those of some counties, or of the whole province (None)."""

    counties: frozenset[str] | None = None

    def holds(self, county_id: str | None) -> bool:
        """Whether an office of this county lies inside."""
        return self.counties is None or (county_id is not None and county_id in self.counties)


def scope_of(role: str, counties: frozenset[str]) -> Scope:
    """A supervisor's bound; one of no county sees nothing."""
    return Scope(counties if role == SUPERVISOR else None)
