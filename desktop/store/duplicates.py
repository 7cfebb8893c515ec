"""Likely doubles: the keys find who may be meant, the weight of the evidence ranks them. Nothing merges by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from desktop.domain.likeness import LIKELY, LISTED, Likeness, Office, Sketch, likeness
from desktop.domain.record import Row
from desktop.store.entries import entry_range
from desktop.store.match_keys import HOT, MOBILE, WHOLE, Hash, asked_keys, hasher, holders, how_many, sort_of
from desktop.store.search import cursor_of
from desktop.store.sketches import PERSON_COLUMNS, as_date, is_compared, sketch_of

_PEOPLE = (
    f"SELECT e.entry, {PERSON_COLUMNS}, group_concat(i.value) AS numbers, max(i.verified) AS verified "
    "FROM search_entry e JOIN person p ON p.id = e.record_id "
    "LEFT JOIN person_identifier i ON i.person_id = p.id AND i.deleted_at IS NULL "
    "WHERE {where} AND p.deleted_at IS NULL GROUP BY e.entry"
)
_RARE = 12  # people who share one name and the father's name
_STRIDE = 4096  # keys between two words about how far the work is


@dataclass(frozen=True)
class Candidate:
    """Somebody already registered who may be the same person: what speaks for it and what against, in codes."""

    person: Row
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def candidates(
    connection: Connection, person: Row, numbers: Iterable[str] = (), limit: int = 5, *, verified: bool = False
) -> list[Candidate]:
    """Likely doubles of a person, perhaps not yet saved, best first."""
    sketch, hashed = sketch_of(person, numbers, verified=verified), hasher(connection)
    entries = holders(connection, {hashed(*key) for key in asked_keys(sketch)})
    office = _office(connection, hashed)
    found = []
    for row in _people(connection, f"e.entry IN ({','.join('?' * len(entries))})", tuple(entries)):
        if row["id"] == person.get("id") or not is_compared(row):
            continue
        like = likeness(sketch, _sketch(row), office)
        if like is not None and like.score >= LIKELY:
            found.append(Candidate(_told(row), *like))
    return sorted(found, key=lambda candidate: -candidate.score)[:limit]


def _people(connection: Connection, where: str, values: Sequence[int]) -> Iterator[dict[str, Any]]:
    """People straight from the driver: of many that are looked at, few are shown."""
    cursor = cursor_of(connection)
    try:
        cursor.execute(_PEOPLE.format(where=where), values)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))
    finally:
        cursor.close()


def _sketch(row: Mapping[str, Any]) -> Sketch:
    return sketch_of(row, (row["numbers"] or "").split(","), verified=bool(row["verified"]))


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    shown = {name: row[name] for name in row if name not in ("entry", "numbers", "verified")}
    return {**shown, **{name: as_date(row[name]) for name in ("birth_date", "age_reference_date")}}


def _office(connection: Connection, hashed: Hash) -> Office:
    """The office as far as it is asked about: names are counted by the index of the search.

    What was counted is kept with the connection until somebody is registered: while one types, the same is asked again.
    """
    below, above = entry_range("person")
    last: int = connection.exec_driver_sql(
        "SELECT ifnull(max(entry), ?) FROM search_entry WHERE entry > ? AND entry < ?", (below, below, above)
    ).scalar_one()
    kept_for, known = connection.info.get(_KEPT, (None, {}))
    if kept_for != last:
        known = {}
        connection.info[_KEPT] = last, known

    def bearers(role: str, name: str) -> int:
        found = f'{_COLUMNS[role]} : "{name}"'
        counted: int = connection.exec_driver_sql(_BEARERS, (found, below, above, _MANY)).scalar_one()
        return counted

    return Office(last - below, bearers, lambda number: how_many(connection, hashed(MOBILE, number)), known)


_KEPT = "desktop.store.duplicates"
_COLUMNS = {"name": "names", "father": "words"}
_MANY = 4000  # bearers of a name after whom it is not counted on
_BEARERS = (
    "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid > ? AND rowid < ? LIMIT ?)"
)


# ---------------------------------------------------------------------------------------------------- the whole office
@dataclass(frozen=True)
class Everybody:
    """All people of the office, sketched."""

    sketches: dict[int, Sketch]
    ids: dict[int, str]
    office: Office


def everybody(connection: Connection) -> Everybody:
    below, above = entry_range("person")
    sketches, ids = {}, {}
    for row in _people(connection, "e.entry > ? AND e.entry < ?", (below, above)):
        if is_compared(row):
            sketches[row["entry"]], ids[row["entry"]] = _sketch(row), row["id"]
    names = Counter(name.key for sketch in sketches.values() for name in (sketch.first, sketch.last))
    fathers = Counter(sketch.father.key for sketch in sketches.values() if sketch.father is not None)
    mobiles = Counter(sketch.mobile for sketch in sketches.values())
    counts = {"name": names, "father": fathers}
    office = Office(len(sketches), lambda role, name: counts[role][name], lambda number: mobiles[number])
    return Everybody(sketches, ids, office)


def all_pairs(connection: Connection, tell: Callable[[float], object]) -> Iterator[tuple[str, str, Likeness]]:
    """Every pair of the office that is likely one person, as they are found: two ids and why.

    `tell` hears how far the work is; what it raises stops the work.
    """
    tell(0.0)
    people = everybody(connection)
    met = set[tuple[int, int]]()
    for one, other in _meetings(connection, people, tell):
        like = likeness(people.sketches[one], people.sketches[other], people.office)
        if like is not None and like.score >= LISTED and (one, other) not in met:
            met.add((one, other))
            yield people.ids[one], people.ids[other], like
    tell(1.0)


def _meetings(connection: Connection, people: Everybody, tell: Callable[[float], object]) -> Iterator[tuple[int, int]]:
    """Pairs that share a key, some of them several times; those of one whole name first and only once."""
    total = connection.exec_driver_sql("SELECT count(*) FROM match_key").scalar_one() or 1
    cursor = cursor_of(connection)
    cursor.execute("SELECT key, entry FROM match_key ORDER BY key, entry")
    wholes: dict[int, int] = {}
    seen, told = 0, 0
    for key, group in groupby(cursor, key=itemgetter(0)):
        entries = [entry for _, entry in group]
        seen += len(entries)
        if seen - told > _STRIDE:
            told = seen
            tell(0.1 + 0.8 * seen / total)
        sort = sort_of(key)
        known = [entry for entry in entries if entry in people.sketches]
        if sort == WHOLE and len(known) > HOT[sort]:
            yield from _of_common_name(people, known)
        elif len(known) < 2 or len(known) > HOT[sort]:
            continue
        elif sort == WHOLE:
            wholes.update(dict.fromkeys(known, key))
            yield from combinations(known, 2)
        else:
            yield from ((a, b) for a, b in combinations(known, 2) if wholes.get(a, a) != wholes.get(b, b))
    yield from _of_rare_names(people)


def _of_common_name(people: Everybody, entries: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs among the bearers of a common name who share the father's name, or the day of birth in whatever year."""
    together: dict[object, list[int]] = {}
    for entry in entries:
        sketch = people.sketches[entry]
        if sketch.father is not None:
            together.setdefault(sketch.father.bones, []).append(entry)
        if sketch.birth is not None and sketch.birth.day is not None:
            together.setdefault(sketch.birth.day, []).append(entry)
    for group in together.values():
        if len(group) <= HOT[WHOLE]:
            yield from combinations(group, 2)


def _of_rare_names(people: Everybody) -> Iterator[tuple[int, int]]:
    """Pairs of one rare name and one father, whatever the year of birth."""
    together: dict[tuple[str, str], list[int]] = {}
    for entry, sketch in people.sketches.items():
        if sketch.father is not None:
            for name in {sketch.first.bones, sketch.last.bones}:
                together.setdefault((name, sketch.father.bones), []).append(entry)
    for entries in together.values():
        if len(entries) <= _RARE:
            yield from combinations(entries, 2)
