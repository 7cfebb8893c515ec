# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""Rules over several records that hold on each laptop and may be broken once they are together.

Nothing is mended in silence: each of them is something to do, and leads to the record. Only an office that has taken
in what another laptop wrote is looked through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from desktop.domain.workshop_seats import SEATED
from desktop.services.worklist_partners import Told

TWO_HEADS, NO_HEAD = "two_heads", "no_head"
TWO_ENROLLMENTS, TWO_ATTENDANCES, OVER_CAPACITY = "two_enrollments", "two_attendances", "over_capacity"
TWO_REPORTS, TWO_MEMBERSHIPS, SAME_USERNAME = "two_reports", "two_memberships", "same_username"
SAME_RESIDENT_NO, SAME_HOUSEHOLD_NO, SAME_LETTER_NO = "same_resident_no", "same_household_no", "same_letter_no"
SPAN = "span"
"""The chip under which all of them stand."""
ABOUT: Mapping[str, str] = {
    TWO_HEADS: "household",
    NO_HEAD: "household",
    TWO_ENROLLMENTS: "workshop_enrollment",
    TWO_ATTENDANCES: "attendance",
    OVER_CAPACITY: "workshop",
    TWO_REPORTS: "monthly_report",
    TWO_MEMBERSHIPS: "local_group_member",
    SAME_USERNAME: "user_account",
    SAME_RESIDENT_NO: "person",
    SAME_HOUSEHOLD_NO: "household",
    SAME_LETTER_NO: "letter",
}
_MERGED = (
    "SELECT 1 FROM segment WHERE device_id NOT IN (SELECT value FROM meta WHERE key = 'device_id' "
    "UNION SELECT id FROM sync_device WHERE own = 1) LIMIT 1"
)
_SEATS = ", ".join(f"'{state}'" for state in sorted(SEATED))
_HEADS = (
    "SELECT household_id, sum(relation_to_head = 'head') AS heads FROM person WHERE status = 'active' "
    "AND deleted_at IS NULL AND household_id IS NOT NULL GROUP BY household_id HAVING heads <> 1"
)
_TWICE: Mapping[str, tuple[str, str, str]] = {
    TWO_ENROLLMENTS: ("workshop_enrollment", "workshop_id, person_id", "status <> 'withdrawn'"),
    TWO_ATTENDANCES: ("attendance", "session_id, person_id", "1"),
    TWO_REPORTS: ("monthly_report", "jmonth, version", "1"),
    TWO_MEMBERSHIPS: ("local_group_member", "group_id, person_id", "person_id IS NOT NULL AND left_on IS NULL"),
    SAME_USERNAME: ("user_account", "username", "active"),
    SAME_RESIDENT_NO: ("person", "resident_no", "resident_no <> ''"),  # two copies of a folder gave it, each to one
    SAME_HOUSEHOLD_NO: ("household", "household_no", "household_no <> ''"),
    SAME_LETTER_NO: ("letter", "number", "number <> '' AND direction = 'out'"),
}
"""Sort → the kind of which no two records may be alike in these fields, and which of them count."""


class Broken(NamedTuple):
    """A rule that does not hold: of several records that are alike, the one that came last."""

    sort: str
    record_id: str


def broken_rules(told: Told) -> Iterator[Broken]:
    """Everything of that sort. `told` answers a statement."""
    if not told(_MERGED):
        return
    for household, heads in told(_HEADS):
        yield Broken(TWO_HEADS if heads else NO_HEAD, household)
    for sort, (kind, alike, counts) in _TWICE.items():
        sql = f"SELECT max(id) FROM {kind} WHERE deleted_at IS NULL AND {counts} GROUP BY {alike} HAVING count(*) > 1"
        yield from (Broken(sort, record) for (record,) in told(sql))
    crowded = (
        "SELECT w.id FROM workshop w JOIN workshop_enrollment e ON e.workshop_id = w.id AND e.deleted_at IS NULL "
        f"AND e.status IN ({_SEATS}) WHERE w.deleted_at IS NULL AND w.status IN ('planned', 'open', 'running') "
        "GROUP BY w.id HAVING count(*) > w.capacity"
    )
    yield from (Broken(OVER_CAPACITY, record) for (record,) in told(crowded))
