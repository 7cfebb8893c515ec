"""The keys by which likely doubles find each other: what two files of one person still share after most slips.

About eight a person: the letters of the whole name in the order of the alphabet (blind to swapped and split names);
each of the two names with the father's name and the year, with the day of birth, and with the year; the mobile; every
identity number. They are kept as keyed hashes, so that nobody reads a name or a number from them, with the sort of key
in the highest bits.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain
from struct import Struct

from sqlalchemy import Connection

from desktop.domain.record import Row
from desktop.domain.sketch import Sketch
from desktop.store.search import cursor_of
from desktop.store.search import numbers as number_list
from desktop.store.sketches import PERSON_COLUMNS, is_compared, sketch_of

SCHEME = "3"
"""Changes whenever other keys are made of the same people; older files then renew theirs when they are opened."""

WHOLE, FATHER, DATE, MOBILE, NUMBER, YEAR = range(6)
"""The sorts of keys."""

HOT = {WHOLE: 60, FATHER: 60, DATE: 60, MOBILE: 60, NUMBER: 60, YEAR: 8}
"""How many people may share a key before it says too little of them by itself."""

_SHIFT = 60
_MASK = (1 << _SHIFT) - 1
_whole = Struct(">Q").unpack
_SECRET, _SCHEME = "match_secret", "match_scheme"

Hash = Callable[[int, str], int]


def sort_of(key: int) -> int:
    return key >> _SHIFT


def for_a_new_file() -> dict[str, str]:
    """What `meta` keeps of the keys: the file's own secret, random and never leaving it, and how keys are made."""
    return {_SECRET: secrets.token_hex(32), _SCHEME: SCHEME}


def hasher(connection: Connection) -> Hash:
    """The keyed hash of this file."""
    keyed = blake2b(digest_size=8, key=bytes.fromhex(_meta(connection, _SECRET)))

    def hashed(sort: int, text: str) -> int:
        state = keyed.copy()  # to key it anew would cost as much again
        state.update(text.encode())
        whole: int = _whole(state.digest())[0]
        return sort << _SHIFT | whole & _MASK

    return hashed


def _meta(connection: Connection, key: str) -> str:
    found = cursor_of(connection).execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else ""


def keys_of(sketch: Sketch) -> list[tuple[int, str]]:
    """The keys of a person: sort and text."""
    names = {sketch.first.bones, sketch.last.bones}
    keys = [(WHOLE, whole_name(sketch.first.bones, sketch.last.bones))]
    if sketch.birth is not None:
        year, day, _ = sketch.birth
        keys += _birth_keys(sketch, names, year)
        if day is not None:
            keys += [(DATE, f"{name} {year} {day[0]} {day[1]}") for name in names]
    if sketch.mobile:
        keys.append((MOBILE, sketch.mobile))
    keys += [(NUMBER, number) for number in sketch.numbers]
    return keys


def whole_name(first: str, last: str) -> str:
    """The letters of both names in the order of the alphabet."""
    return "".join(sorted(first + last))


def _birth_keys(sketch: Sketch, names: Iterable[str], year: int) -> list[tuple[int, str]]:
    keys = [(YEAR, f"{name} {year}") for name in names]
    if sketch.father is not None:
        keys += [(FATHER, f"{name} {sketch.father.bones} {year}") for name in names]
    return keys


def asked_keys(sketch: Sketch) -> Iterator[tuple[int, str]]:
    """The keys under which somebody's first file may lie: his own, those of the years beside, of a misread number."""
    yield from keys_of(sketch)
    if sketch.birth is not None:
        names = {sketch.first.bones, sketch.last.bones}
        for step in (-2, -1, 1, 2):
            yield from _birth_keys(sketch, names, sketch.birth.year + step)
    yield from ((NUMBER, slipped) for number in sketch.numbers if number.isdigit() for slipped in _slipped(number))


def _slipped(number: str) -> Iterator[str]:
    for at, digit in enumerate(number):
        yield from (number[:at] + other + number[at + 1 :] for other in "0123456789" if other != digit)
        if number[at + 1 : at + 2] not in ("", digit):
            yield number[:at] + number[at + 1] + digit + number[at + 2 :]


def renew(connection: Connection, entry: int, person: Row, numbers: Iterable[str], *, is_new: bool = False) -> None:
    """Bring the keys of one person up to date."""
    hashed = hasher(connection)
    keys = {hashed(*key) for key in keys_of(sketch_of(person, numbers))} if is_compared(person) else set()
    old = set() if is_new else set(_of_entry(connection, entry))
    if old - keys:
        connection.exec_driver_sql(
            "DELETE FROM match_key WHERE key = ? AND entry = ?", [(key, entry) for key in old - keys]
        )
    _insert(connection, [(key, entry) for key in keys - old])


def renew_many(connection: Connection, people: Sequence[tuple[int, Row, Iterable[str]]]) -> None:
    """The same of many people at once: entry, person and identity numbers."""
    if not people:
        return
    hashed = hasher(connection)
    wanted = {
        (hashed(*key), entry)
        for entry, person, numbers in people
        if is_compared(person)
        for key in keys_of(sketch_of(person, numbers))
    }
    sql = "SELECT key, entry FROM match_key WHERE entry IN (SELECT value FROM json_each(?))"
    cursor = cursor_of(connection)
    try:
        cursor.execute(sql, (json.dumps([entry for entry, _, _ in people]),))
        kept = set(cursor.fetchall())
        cursor.executemany("DELETE FROM match_key WHERE key = ? AND entry = ?", sorted(kept - wanted))
    finally:
        cursor.close()
    _insert(connection, sorted(wanted - kept))


def _of_entry(connection: Connection, entry: int) -> Iterable[int]:
    return number_list(connection, "SELECT key FROM match_key WHERE entry = ?", (entry,))


def add_keys(connection: Connection, people: Iterable[tuple[int, Row, Iterable[str]]]) -> None:
    """Keys of people who have none yet, of a whole portion at once: entry, person and identity numbers."""
    hashed = hasher(connection)
    sketches = ((entry, sketch_of(person, numbers)) for entry, person, numbers in people if is_compared(person))
    pairs = [(hashed(*key), entry) for entry, sketch in sketches for key in keys_of(sketch)]
    pairs.sort()  # neighbours lie on one page of the file, and the keys of each sort beside each other
    _insert(connection, pairs)


def _insert(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    cursor = cursor_of(connection)
    try:
        cursor.executemany("INSERT INTO match_key (key, entry) VALUES (?, ?)", pairs)
    finally:
        cursor.close()


def renew_all(connection: Connection) -> None:
    """Compute the keys of all persons anew."""
    numbers: dict[str, list[str]] = {}
    for person_id, value in connection.exec_driver_sql(
        "SELECT person_id, value FROM person_identifier WHERE deleted_at IS NULL AND value IS NOT NULL"
    ):
        numbers.setdefault(person_id, []).append(value)
    cursor = cursor_of(connection)
    cursor.execute(
        f"SELECT e.entry, {PERSON_COLUMNS} FROM person p JOIN search_entry e ON e.record_id = p.id "
        "WHERE p.deleted_at IS NULL ORDER BY e.entry"
    )
    names = [column[0] for column in cursor.description]
    rows = (dict(zip(names, row, strict=True)) for row in cursor)
    for key, value in for_a_new_file().items():
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", (key, value)
        )
    connection.exec_driver_sql("DELETE FROM match_key")
    add_keys(connection, ((row["entry"], row, numbers.get(row["id"], ())) for row in rows))


def is_outdated(connection: Connection) -> bool:
    """Whether the file's keys were made by an older program."""
    return _meta(connection, _SCHEME) != SCHEME


def holders(connection: Connection, keys: Iterable[int]) -> set[int]:
    """The entries that share one of the keys, leaving out keys that too many share."""
    found = set[int]()
    numbers = []
    cursor = cursor_of(connection)
    try:
        for key in keys:
            if sort_of(key) == NUMBER:
                numbers.append(key)
                continue
            bound = HOT[sort_of(key)]
            entries = cursor.execute("SELECT entry FROM match_key WHERE key = ? LIMIT ?", (key, bound + 1)).fetchall()
            if len(entries) <= bound:
                found.update(chain.from_iterable(entries))
        marks = ",".join("?" * len(numbers))  # a hundred misreadings of one number, hardly any of them somebody's
        cursor.execute(f"SELECT entry FROM match_key WHERE key IN ({marks}) LIMIT ?", (*numbers, HOT[NUMBER]))
        found.update(chain.from_iterable(cursor.fetchall()))
    finally:
        cursor.close()
    return found


def how_many(connection: Connection, key: int) -> int:
    """How many people share a key."""
    found: int = connection.exec_driver_sql("SELECT count(*) FROM match_key WHERE key = ?", (key,)).scalar_one()
    return found
