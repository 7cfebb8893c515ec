"""Which role reads and writes which class of field: the access matrix of domain §3.7, as data.

A field's declaration says its class, or it follows from what the field holds: an amount is money, a link to a resident
tells whom a record concerns. What stands in no row of the matrix is open to whoever may read the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from desktop.domain.fields import JSON_INPUTS, Access, Input, Sensitivity
from desktop.domain.lifecycle import MANAGER, MONEY_READERS, PROVINCE, STAFF
from desktop.domain.record import Kind, Row

ROLES = (
    "facilitator",
    "social_worker",
    "office_manager",
    "county_supervisor",
    "province_officer",
    "province_director",
    "auditor",
    "system_admin",
)
_RESIDENTS = frozenset({"person", "household"})


class Reading(StrEnum):
    """How much of a field somebody reads."""

    FULL = "full"
    LAST_FOUR = "last_four"
    NAMELESS = "nameless"  # a text, left out where it names a resident
    NONE = "none"


def _all(roles: frozenset[str], reading: Reading = Reading.FULL) -> dict[str, Reading]:
    return dict.fromkeys(roles, reading)


READS: Mapping[Access, Mapping[str, Reading]] = {
    Access.OPEN: _all(frozenset(ROLES)),
    Access.MONEY: _all(MONEY_READERS),
    Access.IDENTIFIER: {**_all(STAFF), "facilitator": Reading.LAST_FOUR},
    Access.RESIDENT: _all(STAFF),
    Access.TOLD: {**_all(frozenset(ROLES) - STAFF, Reading.NAMELESS), **_all(STAFF)},
    Access.SENSITIVE: _all(STAFF),  # and only under consent, of own cases, each look written down: see viewing
}
"""Class of field → role → how much of it; a role that is not named reads nothing."""

WRITES: Mapping[Access, frozenset[str]] = {Access.MONEY: MANAGER | PROVINCE}
"""Class of field → who alone sets it; classes that are not named are set by whoever writes the record."""

STRUCTURE = frozenset(
    {
        "province", "county", "harm_type", "priority_harm", "program", "directive", "office", "neighborhood",
        "neighborhood_population", "office_neighborhood", "city_population", "organization", "staff_member",
        "user_account", "service_standard", "ngo_plan_catalogue",
    }
)  # fmt: skip
"""What somebody reads who keeps the machines and not the records (G-28)."""


@cache
def access_of(kind: Kind) -> Mapping[str, Access]:
    """Field → its class."""
    fields = kind.fields
    found: dict[str, Access] = {}
    typed = {
        f"{about.entered_in}_{part}"
        for about in fields.values()
        if about.entered_in and about.access is None
        for part in ("amount", "unit")
    }
    for name, about in fields.items():
        if about.access is not None:
            found[name] = about.access
        elif about.sensitivity is Sensitivity.SENSITIVE:
            found[name] = Access.SENSITIVE
        elif about.input is Input.MONEY or name in typed:
            found[name] = Access.MONEY
        elif about.links in _RESIDENTS:
            found[name] = Access.RESIDENT
        elif about.guarded:
            found[name] = Access.TOLD
        else:
            found[name] = Access.OPEN
    return MappingProxyType(found)


@cache
def readings(role: str, kind: Kind) -> Mapping[str, Reading]:
    """Field → how much of it the role reads, those that it does not read whole."""
    told = {name: READS[access].get(role, Reading.NONE) for name, access in access_of(kind).items()}
    return MappingProxyType({name: reading for name, reading in told.items() if reading is not Reading.FULL})


@cache
def unread(role: str, kind: Kind) -> frozenset[str]:
    """The fields of which the role reads nothing."""
    return frozenset(name for name, reading in readings(role, kind).items() if reading is Reading.NONE)


@cache
def unset(role: str, kind: Kind) -> frozenset[str]:
    """The fields that the role may not set, though it may write the record."""
    of_others = {name for name, about in kind.fields.items() if about.setters and role not in about.setters}
    classed = access_of(kind).items()
    return frozenset({*of_others, *(name for name, access in classed if role not in WRITES.get(access, {role}))})


def masked(number: str) -> str:
    """«******1234»; a number of four digits or fewer is hidden whole."""
    return "*" * 6 + (number[-4:] if len(number) > 4 else "")


def veiled(role: str, kind: Kind, row: Row) -> dict[str, Any]:
    """A record as the role reads it: emptied of what it reads nothing of, identifiers to their last four digits."""
    shown = dict(row)
    for name, reading in readings(role, kind).items():
        if shown.get(name) in (None, ""):
            continue
        if reading is Reading.NONE:
            shown[name] = [] if kind.fields[name].input in JSON_INPUTS else None
        elif reading is Reading.LAST_FOUR:
            shown[name] = masked(str(shown[name]))
    return shown
