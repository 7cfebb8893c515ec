"""Who is registered already, so that a second import of the same sheet adds nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA

from desktop.domain.anonymous import NAMELESS
from desktop.domain.persian.text import name_key, phonetic, search_key
from desktop.domain.record import Row
from desktop.services.spreadsheets.book import Watch
from desktop.store.lists import typed_row
from desktop.store.rows import Rows

_PORTION = 400
_SHOWN = 50  # doubles that a review shows
_SQL = (
    "SELECT id, household_id, resident_no, mobile, national_id, first_name, last_name, father_name, birth_date, "
    "birth_precision FROM person WHERE deleted_at IS NULL AND status NOT IN ('merged', 'erased') ORDER BY row"
)


class Known(NamedTuple):
    """What is remembered of a registered person."""

    id: str
    household_id: str
    resident_no: str
    mobile: str | None
    national_id: str | None
    birth: str | None

    def may_say(self, given: Mapping[str, Any]) -> bool:
        """Whether these values can all be this person's, as far as it is remembered."""
        mobile, birth = given.get("mobile"), given.get("birth_date")
        return mobile in (None, self.mobile) and (birth is None or str(birth) == self.birth)


class _Shelf:
    """People under keys that hardly two of them share: a list for each would weigh more than they do."""

    def __init__(self) -> None:
        self._first: dict[int, Known] = {}
        self._others: dict[int, list[Known]] = {}

    def add(self, key: int, person: Known) -> None:
        if self._first.setdefault(key, person) is not person:
            self._others.setdefault(key, []).append(person)

    def under(self, key: int) -> Sequence[Known]:
        first = self._first.get(key)
        return () if first is None else (first, *self._others.get(key, ()))


@dataclass
class Doubles:
    """Rows that repeat somebody: how many, and whom the first of them repeat, by number or by an earlier row."""

    count: int = 0
    first: list[tuple[int, str | int]] = field(default_factory=list)

    def add(self, place: int, whom: str | int) -> None:
        self.count += 1
        if len(self.first) < _SHOWN:
            self.first.append((place, whom))


class KnownPeople:
    """The office's people by number, by paper, and by name, father and birth."""

    def __init__(self, rows: Rows, watch: Watch) -> None:
        self._rows = rows
        self.keys = NameKeys()
        self.by_id: dict[str, Known] = {}
        self.by_paper: dict[int, Known] = {}
        self.by_birth, self.by_name = _Shelf(), _Shelf()
        self.nameless: list[Known] = []  # who said no, and stands here as a count
        self.kept: set[str] = set()  # numbers of the sheet's people that can stay theirs
        self.kept_homes: set[str] = set()
        shared: dict[str | None, Any] = {}  # one text for all members of a household, for all who are born on a day
        for person_id, home, number, mobile, national_id, *names, birth, precision in _raw(rows, _SQL, watch):
            known = Known(
                person_id,
                shared.setdefault(home, home),
                number,
                mobile,
                national_id,
                shared.setdefault(birth, birth),
            )
            self._add(known, names, precision)
        papers = "SELECT type, value, person_id FROM person_identifier WHERE deleted_at IS NULL AND value IS NOT NULL"
        for kind, value, person_id in _raw(rows, papers, watch):
            if person_id in self.by_id:
                self.by_paper[paper_key(kind, value)] = self.by_id[person_id]

    @cached_property
    def by_number(self) -> Mapping[str, Known]:
        """For sheets that have numbers of ours; most have none."""
        return {person.resident_no: person for person in self.by_id.values()}

    def _add(self, person: Known, names: Sequence[Any], precision: Any) -> None:
        self.by_id[person.id] = person
        first, last, father = names
        if (first, last) == tuple(NAMELESS.values()):
            self.nameless.append(person)
        self.by_name.add(self.keys.name(first, last), person)
        key = self.keys.birth(first, last, father, person.birth, precision)
        if key is not None:
            self.by_birth.add(key, person)

    def rows_of(self, kind: str, ids: Sequence[str]) -> Iterator[Row]:
        """Whole records by id, in no order."""
        for start in range(0, len(ids), _PORTION):
            some = ids[start : start + _PORTION]
            sql = f"SELECT * FROM {kind} WHERE id IN ({','.join('?' * len(some))})"  # noqa: S608  a kind's own name
            for row in self._rows.connection.exec_driver_sql(sql, tuple(some)).mappings():
                yield typed_row(kind, dict(row))


def _raw(rows: Rows, sql: str, watch: Watch) -> Iterator[Sequence[Any]]:
    result = rows.connection.exec_driver_sql(sql)
    while portion := result.fetchmany(2000):
        watch.check()
        yield from portion


class NameKeys(dict[str, str]):
    """Names as they are compared; a hundred thousand people share a few thousand of them."""

    def __missing__(self, text: str) -> str:
        self[text] = key = name_key(text)
        return key

    def birth(self, first: str, last: str, father: str | None, birth: object, precision: object) -> int | None:
        """Equal for people of one name, father and birth; None when father or birth is not known."""
        if not father or not birth:
            return None
        return hash((self[first], self[last], self[father], str(birth), str(precision or "day")))

    def name(self, first: str, last: str) -> int:
        return hash((self[first], self[last]))


def paper_key(kind: str, value: str) -> int:
    return hash((kind, value))


def may_be_one(one: Mapping[str, Any], mobile: str | None, national_id: str | None, *, whole_day: bool) -> bool:
    """Whether nothing speaks against two people of one name, father and birth being one.

    Two national IDs are two people. Where only the year of birth is known, two mobiles are as well.
    """
    if national_id and one.get("national_id") and one["national_id"] != national_id:
        return False
    return whole_day or not (mobile and one.get("mobile") and one["mobile"] != mobile)


def like_names(first: str, last: str, other_first: str, other_last: str) -> bool:
    """Whether one number can belong to both: brothers and sisters share the family name, so the given name tells."""
    sounds = [phonetic(search_key(text)) for text in (first, last, other_first, other_last)]
    return OSA.distance(sounds[0], sounds[2]) <= 1 or sounds[:2] == [sounds[3], sounds[2]]
