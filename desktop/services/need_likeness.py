"""Needs that are likely one and the same: of the same person, household or place, in the same field, still open."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.need import OPEN_STATES, SUBJECT_OF_SCOPE
from desktop.domain.persian.text import phonetic, words
from desktop.domain.record import Row
from desktop.services.access import kind_named, require_writer
from desktop.services.records import add_record, step_record
from desktop.store.lists import typed_row
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

_MOST = 3
_ENOUGH = 0.5  # of the words of the shorter subject
_OF_HOMES = ("person", "household")


def likely_same(rows: Rows, values: Mapping[str, Any]) -> list[Row]:
    """Open needs that this one, as it is being written, may repeat; the likeliest first, three at most.

    What one member of a household asks for, another may have asked for already. A collective need is compared with
    those of its neighbourhood.
    """
    scope, subject = str(values.get("scope") or "person"), str(values.get("subject") or "")
    name = SUBJECT_OF_SCOPE.get(scope, "person_id")
    if not (values.get(name) and values.get("field") and words(subject)):
        return []
    found = _of_home(rows, values, name) if scope in _OF_HOMES else _of_place(rows, values)
    ranked = sorted(((likeness(subject, need["subject"]), need) for need in found), key=lambda pair: -pair[0])
    return [need for share, need in ranked if share >= _ENOUGH and need["id"] != values.get("id")][:_MOST]


def likeness(one: str, other: str) -> float:
    """The share of the words of the shorter text that sound as a word of the longer one, 0 to 1."""
    mine, theirs = {phonetic(word) for word in words(one)}, {phonetic(word) for word in words(other)}
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) / shorter if shorter else 0.0


def note_duplicate(work: UnitOfWork, given: Mapping[str, object], other_id: str) -> Row:
    """Note a need and close it in the same commit as repeating another one: it is counted, and followed there."""
    require_writer(work, kind_named("need"))
    need = add_record(work, "need", given)
    return step_record(work, "need", need["id"], "closed", {"close_reason": "duplicate", "duplicate_of_id": other_id})


def _of_home(rows: Rows, values: Mapping[str, Any], name: str) -> Sequence[Row]:
    person = rows.get("person", values["person_id"]) if name == "person_id" else None
    home = person["household_id"] if person else values.get("household_id")
    sql = (
        "SELECT id, need_no, subject, status, noted_on, urgency FROM need WHERE deleted_at IS NULL "
        "AND (household_id = :home OR person_id = :person) AND field = :field "
        "AND scope IN ('person', 'household') AND status IN (SELECT value FROM json_each(:open))"
    )
    person_id = person["id"] if person else None
    found = rows.query(sql, home=home, person=person_id, field=values["field"], open=json.dumps(OPEN_STATES))
    return [typed_row("need", dict(row)) for row in found]


def _of_place(rows: Rows, values: Mapping[str, Any]) -> Sequence[Row]:
    sql = (
        "SELECT id, need_no, subject, status, noted_on, urgency FROM need WHERE deleted_at IS NULL "
        "AND neighborhood_id = :place AND field = :field AND scope IN ('group', 'neighborhood') "
        "AND status IN (SELECT value FROM json_each(:open))"
    )
    found = rows.query(sql, place=values["neighborhood_id"], field=values["field"], open=json.dumps(OPEN_STATES))
    return [typed_row("need", dict(row)) for row in found]
