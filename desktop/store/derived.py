"""What follows from records that were merged, for themselves and for others: columns that nobody logs, and the search.

A person is shown with the neighbourhood of the home and the number of the paper, a household with the name of its head.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

from desktop.domain.person import is_women_head
from desktop.store.listing import list_merged
from desktop.store.portions import in_portions
from desktop.store.sketches import as_date

_DAYS = ("birth_date", "age_reference_date")
_HEADED_BY = ("women_head_override", "sex", "relation_to_head", "age_estimated", *_DAYS)
"""What tells whether a woman heads her household."""

_NEIGHBORHOOD = "(SELECT h.neighborhood_id FROM household h WHERE h.id = person.household_id)"
_NUMBER = (
    "(SELECT i.value FROM person_identifier i WHERE i.person_id = person.id AND i.type = 'national_id' "
    "AND i.deleted_at IS NULL ORDER BY i.created_at DESC, i.id DESC LIMIT 1)"
)

Changed = Mapping[str, tuple[str, bool]]
"""Record → its kind and whether it is new here."""


def follow(connection: Connection, changed: Changed, before: Mapping[str, Mapping[str, Any]], on: date) -> None:
    """Bring what shows something of these records up to date. `before` is what the persons among them were."""
    of: dict[str, set[str]] = {}
    for record_id, (kind, _) in changed.items():
        of.setdefault(kind, set()).add(record_id)
    persons, homes = of.get("person", set()), of.get("household", set())
    for person in before.values():
        homes |= {person["household_id"]} - {None}
    homes |= set(_column(connection, "person", "household_id", "id", persons))
    persons |= set(_column(connection, "person_identifier", "person_id", "id", of.get("person_identifier", ())))
    moved = [home for home in homes if home in changed and not changed[home][1]]
    persons |= set(_column(connection, "person", "id", "household_id", moved))
    merged = set(_column(connection, "person", "merged_into_id", "id", persons))
    _place_persons(connection, persons)
    _mark_women_heads(connection, persons, on)
    _name_homes(connection, homes, _erased_names(connection, before))
    touched = {**dict.fromkeys(persons | merged, "person"), **dict.fromkeys(homes, "household")}
    touched |= {record_id: kind for record_id, (kind, _) in changed.items()}
    list_merged(connection, touched)


def _column(connection: Connection, kind: str, wanted: str, by: str, ids: Iterable[str]) -> Iterable[str]:
    for marks, portion in in_portions(ids):
        sql = f"SELECT DISTINCT {wanted} FROM {kind} WHERE {by} IN ({marks}) AND {wanted} IS NOT NULL"
        yield from connection.exec_driver_sql(sql, portion).scalars()


def _place_persons(connection: Connection, persons: Iterable[str]) -> None:
    for marks, portion in in_portions(persons):
        connection.exec_driver_sql(
            f"UPDATE person SET neighborhood_id = {_NEIGHBORHOOD}, national_id = {_NUMBER} WHERE id IN ({marks}) "
            f"AND (neighborhood_id IS NOT {_NEIGHBORHOOD} OR national_id IS NOT {_NUMBER})",
            portion,
        )


def _mark_women_heads(connection: Connection, persons: Iterable[str], on: date) -> None:
    """Only of women presented as heads, and of those of whom it was said by hand, can it be true."""
    told = ", ".join(_HEADED_BY)
    for marks, portion in in_portions(persons):
        sql = (
            f"SELECT id, is_women_head, {told} FROM person WHERE id IN ({marks}) AND (is_women_head <> 0 OR "
            "women_head_override IS NOT NULL OR (sex = 'female' AND relation_to_head = 'head'))"
        )
        changed = []
        for person, before, *values in connection.exec_driver_sql(sql, portion).all():
            row = dict(zip(_HEADED_BY, values, strict=True))
            row |= {name: as_date(row[name]) for name in _DAYS}
            marked = is_women_head(row, on)
            if bool(before) != marked:
                changed.append((int(marked), person))
        if changed:
            connection.exec_driver_sql("UPDATE person SET is_women_head = ? WHERE id = ?", changed)


def _erased_names(connection: Connection, before: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Homes with the name of somebody who is erased now."""
    found = []
    for marks, portion in in_portions(before):
        sql = f"SELECT id FROM person WHERE id IN ({marks}) AND status = 'erased'"
        gone = [before[person] for person in connection.exec_driver_sql(sql, portion).scalars()]
        found += [(one["household_id"], f"{one['first_name']} {one['last_name']}") for one in gone]
    return found


def _name_homes(connection: Connection, homes: Iterable[str], erased: Iterable[tuple[str, str]]) -> None:
    """A household is called by its head; one that everybody left keeps the name it was known by.

    Whose head was registered by mistake and taken away is called by nobody.
    """
    of = "FROM person p WHERE p.household_id = household.id"
    headed = f"{of} AND p.relation_to_head = 'head'"
    named = f"(SELECT first_name || ' ' || last_name {headed}"
    head = f"{named} AND p.status = 'active' AND p.deleted_at IS NULL ORDER BY p.id LIMIT 1)"
    former = f"{named} AND p.status NOT IN ('active', 'erased') AND p.deleted_at IS NULL ORDER BY p.id LIMIT 1)"
    member = f"EXISTS (SELECT 1 {of} AND p.status = 'active' AND p.deleted_at IS NULL)"
    mistaken = f"EXISTS (SELECT 1 {headed} AND p.status = 'active' AND p.deleted_at IS NOT NULL)"
    for marks, portion in in_portions(homes):
        connection.exec_driver_sql(
            f"UPDATE household SET head_name = CASE WHEN {head} IS NOT NULL THEN {head} WHEN {member} THEN NULL "
            f"WHEN {former} IS NULL AND {mistaken} THEN NULL ELSE ifnull(head_name, {former}) END "
            f"WHERE id IN ({marks})",
            portion,
        )
    for home, name in erased:
        connection.exec_driver_sql("UPDATE household SET head_name = NULL WHERE id = ? AND head_name = ?", (home, name))
