"""Likely doubles: the keys find who may be meant, the weight of the evidence ranks them. Nothing merges by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any

from sqlalchemy import Connection

from desktop.domain.left_out import Habits, habits_of
from desktop.domain.likeness import LIKELY, LISTED, Likeness, Office, likeness
from desktop.domain.persian.spelt import Spelt
from desktop.domain.record import Row
from desktop.domain.sketch import Sketch
from desktop.store.entries import entry_range
from desktop.store.match_keys import FATHER, HOT, MOBILE, WHOLE, Hash, asked_keys, hasher, holders, how_many, sort_of
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
    connection: Connection,
    person: Row,
    numbers: Iterable[str] = (),
    limit: int = 5,
    *,
    verified: bool = False,
    is_typing: bool = False,
) -> list[Candidate]:
    """Likely doubles of a person, saved or as far as typed, best first."""
    sketch, hashed = sketch_of(person, numbers, verified=verified), hasher(connection)
    entries = holders(connection, {hashed(*key) for key in asked_keys(sketch)})
    office = _office(connection, hashed, is_typing=is_typing)
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


@dataclass(frozen=True)
class _Known:
    """What was found out about an office, kept with the connection until somebody is registered."""

    last: int
    shares: dict[tuple[str, str], float]
    habits: Habits | None


def _office(connection: Connection, hashed: Hash, *, is_typing: bool) -> Office:
    """The office as far as it is asked about: names are counted by the index of the search."""
    below, above = entry_range("person")
    last: int = connection.exec_driver_sql(
        "SELECT ifnull(max(entry), ?) FROM search_entry WHERE entry > ? AND entry < ?", (below, below, above)
    ).scalar_one()
    known: _Known | None = connection.info.get(_KEPT)
    if known is None or known.last != last:
        known = connection.info[_KEPT] = _Known(last, {}, habits_of(_some(connection, below, last)))

    def bearers(role: str, name: Spelt) -> int:
        found = _ASKED[role].format(key=name.key, words=name.words)
        counted: int = connection.exec_driver_sql(_BEARERS, (found, below, above, _MANY)).scalar_one()
        return counted

    def callers(number: str) -> int:
        return how_many(connection, hashed(MOBILE, number))

    habits = replace(known.habits, is_typing=is_typing) if known.habits else None
    return Office(last - below, bearers, callers, habits, known.shares)


def _some(connection: Connection, below: int, last: int) -> Iterator[Sketch]:
    """A few people from all the years of the office."""
    entries = range(last, below, -max(1, (last - below) // _ASKED_OF_HABITS))
    return map(_sketch, _people(connection, f"e.entry IN ({','.join('?' * len(entries))})", tuple(entries)))


_KEPT = "desktop.store.duplicates"
_ASKED_OF_HABITS = 300  # people whose habits stand for everybody's
_ASKED = {"name": 'names : "{key}"', "given": 'names : ^"{words}"', "father": 'words : "{key}"'}
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
    return Everybody(sketches, ids, office_of(list(sketches.values())))


def office_of(people: Sequence[Sketch]) -> Office:
    """The office that these people are."""
    given = Counter(person.first.key for person in people)
    names = given + Counter(person.last.key for person in people)
    fathers = Counter(person.father.key for person in people if person.father is not None)
    mobiles = Counter(person.mobile for person in people)
    counts = {"name": names, "given": given, "father": fathers}
    return Office(
        len(people), lambda role, name: counts[role][name.key], lambda number: mobiles[number], habits_of(people)
    )


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
    wholes: dict[int, int] = {}
    for key, entries in _shared_keys(connection, tell):
        known = [entry for entry in entries if entry in people.sketches]
        sort = sort_of(key)
        if sort == WHOLE and len(known) > HOT[sort]:
            yield from _of_common_name(people, known)
        elif len(known) < 2 or len(known) > HOT[sort]:
            continue
        elif sort == WHOLE:
            wholes.update(dict.fromkeys(known, key))
            yield from combinations(known, 2)
        else:
            yield from ((a, b) for a, b in combinations(known, 2) if wholes.get(a, a) != wholes.get(b, b))
    yield from _of_one_father(people)


def _shared_keys(connection: Connection, tell: Callable[[float], object]) -> Iterator[tuple[int, list[int]]]:
    """Every key that several people share, with their entries."""
    total = connection.exec_driver_sql("SELECT count(*) FROM match_key").scalar_one() or 1
    cursor = cursor_of(connection)
    cursor.execute("SELECT key, entry FROM match_key ORDER BY key, entry")
    last, entries = None, list[int]()
    for seen, (key, entry) in enumerate(cursor):
        if key == last:
            entries.append(entry)
            continue
        if last is not None and len(entries) > 1:
            yield last, entries
        last, entries = key, [entry]
        if not seen % _STRIDE:
            tell(0.1 + 0.8 * seen / total)
    if last is not None and len(entries) > 1:
        yield last, entries


def _of_common_name(people: Everybody, entries: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs among the bearers of a common name who share the father's name, the year of birth, or its day."""
    together: dict[object, list[int]] = {}
    for entry in entries:
        sketch = people.sketches[entry]
        if sketch.father is not None:
            together.setdefault(sketch.father.bones, []).append(entry)
        if sketch.birth is not None:
            together.setdefault(sketch.birth.year, []).append(entry)
        if sketch.birth is not None and sketch.birth.day is not None:
            together.setdefault(sketch.birth.day, []).append(entry)
    for group in together.values():
        if len(group) <= HOT[WHOLE]:
            yield from combinations(group, 2)


def _of_one_father(people: Everybody) -> Iterator[tuple[int, int]]:
    """Pairs of one name and one father: if few share them, of whatever age; else those born a year or two apart."""
    together: dict[tuple[str, str], list[int]] = {}
    for entry, sketch in people.sketches.items():
        if sketch.father is not None:
            for name in {sketch.first.bones, sketch.last.bones}:
                together.setdefault((name, sketch.father.bones), []).append(entry)
    for entries in together.values():
        if len(entries) <= _RARE:
            yield from combinations(entries, 2)
        else:
            yield from _of_near_years(people, entries)


def _of_near_years(people: Everybody, entries: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs born a year or two apart; those of one year share a key."""
    born: dict[int, list[int]] = {}
    for entry in entries:
        birth = people.sketches[entry].birth
        if birth is not None:
            born.setdefault(birth.year, []).append(entry)
    for year, older in born.items():
        for apart in (1, 2):
            younger = born.get(year + apart, ())
            if max(len(older), len(younger)) <= HOT[FATHER]:
                yield from ((min(pair), max(pair)) for pair in product(older, younger))
