"""The search over everything, as far as whoever asks may read what it finds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from desktop.domain.kinds import KINDS
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.text import words
from desktop.services.access import READS_IDENTIFIERS, READS_PERSONS, may_read
from desktop.services.viewing import nameless
from desktop.store.rows import Rows
from desktop.store.search import Hit, Spelling, search

_DEEPER = 5  # times as many are looked at where some may be left out
_AT_ONCE = 500


def found(rows: Rows, typed: str, limit: int, spelling: Spelling) -> list[Hit]:
    """Hits, best first. Who may not read people's files finds no record by a name that stands in its texts."""
    hits = search(rows.connection, typed, limit * _DEEPER, spelling=spelling)
    open_to = [hit for hit in hits if may_read(rows.role, KINDS[hit.kind]) and _is_open(rows, hit)]
    guessed = guessed_people(rows, typed, [hit.record_id for hit in open_to if hit.kind == "person"])
    return [hit for hit in open_to if hit.record_id not in guessed][:limit]


def guessed_people(rows: Rows, typed: str, person_ids: Sequence[str]) -> frozenset[str]:
    """Of the people found, those whom only the beginning of a paper's number has found.

    Who reads but the last four digits of a number may look somebody up by the whole of it, which a card shows; found by
    its beginning, the rest of it could be tried out digit by digit.
    """
    if not may_guess(rows, typed):
        return frozenset()
    started = _started(typed)
    guessed = set()
    for place in range(0, len(person_ids), _AT_ONCE):
        some = person_ids[place : place + _AT_ONCE]
        papers = _papers_of(rows, some)
        entries = rows.query(
            "SELECT record_id, names, numbers, words FROM search_entry "
            "WHERE record_id IN (SELECT value FROM json_each(:ids))",
            ids=json.dumps(some),
        )
        for entry in entries:
            hidden = papers.get(entry["record_id"], frozenset())
            known = {*f"{entry['names']} {entry['numbers']} {entry['words']}".split()} - hidden
            if any(
                token not in hidden and not any(one.startswith(token) for one in known)
                for token in started
                if any(one.startswith(token) for one in hidden)
            ):
                guessed.add(entry["record_id"])
    return frozenset(guessed)


def may_guess(rows: Rows, typed: str) -> bool:
    """Whether digits were typed by somebody who does not read whole numbers."""
    return rows.role not in READS_IDENTIFIERS and bool(_started(typed))


def _started(typed: str) -> list[str]:
    return [token for token in words(to_ascii(typed)) if any(char.isdigit() for char in token)]


def _papers_of(rows: Rows, person_ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Person → the numbers of their papers, as the search keeps them."""
    found: dict[str, set[str]] = {}
    for row in rows.query(
        "SELECT person_id, value FROM person_identifier WHERE value IS NOT NULL AND deleted_at IS NULL "
        "AND person_id IN (SELECT value FROM json_each(:ids)) UNION SELECT id, national_id FROM person "
        "WHERE national_id IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps(list(person_ids)),
    ):
        found.setdefault(row["person_id"], set()).update(words(to_ascii(row["value"])))
    return {person: frozenset(numbers) for person, numbers in found.items()}


def _is_open(rows: Rows, hit: Hit) -> bool:
    if rows.role in READS_PERSONS:
        return True
    row = rows.get(hit.kind, hit.record_id)
    return row is not None and nameless(rows, KINDS[hit.kind], [row]) == [row]
