"""Likely doubles among 101,000: how many of 2,000 second files are found, how many others are shown for them.

Every one is asked twice over: while it is being registered (a check), and in the office's list after all were saved.
Beside them come people who were never registered: strangers, namesakes, brothers and sisters of somebody. The floor of
a check is the bare look-up of one key with the person's row; of the list, the bare join of the keys with themselves.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

from desktop.services import doubles
from desktop.services.registration import likely_doubles
from desktop.store.match_keys import renew_all
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork
from tests.bench._names import broad_names
from tests.bench._people import Human, Town, namesakes, siblings, with_check_digit
from tests.bench._slips import registered_again
from tests.bench._town import drawn_town, founded, register, values_of
from tests.bench.figure import Figure

PEOPLE, SECOND, SEED = 101_000, 2_000, 1404
EXPECTED, LONGEST_MS = 0.99, 20.0
_ONE_KEY = (
    "SELECT p.* FROM match_key m JOIN search_entry e ON e.entry = m.entry JOIN person p ON p.id = e.record_id "
    "WHERE m.key = (SELECT key FROM match_key k JOIN search_entry s ON s.entry = k.entry WHERE s.record_id = ? LIMIT 1)"
)
_JOIN = "SELECT count(*) FROM match_key a JOIN match_key b ON a.key = b.key AND a.entry < b.entry"


def measure() -> list[Figure]:
    people, random = drawn_town(PEOPLE, SEED)
    with tempfile.TemporaryDirectory() as folder:
        office = founded(Path(folder) / "office")
        try:
            return _measured(office, people, random)
        finally:
            office.close()


def _measured(office: OfficeFile, people: list[Human], random: Random) -> list[Figure]:
    with office.write() as work:
        places = register(work, people)
    ids = {place: person_id for person_id, place in places.items()}
    second = [(place, registered_again(people[place], random)[0]) for place in random.sample(range(PEOPLE), SECOND)]
    with office.read() as rows:
        checks = _Checks(rows)
        for place, human in second:
            checks.ask(human, ids[place])
        for human in _never_registered(people, random):
            checks.ask(human, None)
        floor = [_milliseconds(rows, person_id) for person_id in random.sample(list(places), 500)]
    return [
        *checks.figures(floor),
        *_of_the_list(office, [human for _, human in second], [ids[place] for place, _ in second]),
        _renewal(office),
    ]


class _Checks:
    """What is shown while people are registered, one after the other."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._right = self._wrong = self._asked = 0
        self._times: list[float] = []

    def ask(self, human: Human, first: str | None) -> None:
        """`first` is the person's first file; None for somebody who has none."""
        begin = time.perf_counter()
        found = likely_doubles(self._rows, values_of(human), human.numbers)
        self._times.append(1000 * (time.perf_counter() - begin))
        shown = {candidate.person["id"] for candidate in found}
        self._asked += first is not None
        self._right += first in shown
        self._wrong += len(shown - {first})

    def figures(self, floor: list[float]) -> Iterable[Figure]:
        recall, precision = self._right / self._asked, self._right / (self._right + self._wrong)
        yield Figure("doubles recall", 100 * recall, 100 * EXPECTED, "%", self._asked)
        yield Figure("doubles precision", 100 * precision, 100 * EXPECTED, "%", self._right + self._wrong)
        p95, floor_p95 = statistics.quantiles(self._times, n=20)[-1], statistics.quantiles(floor, n=20)[-1]
        yield Figure("doubles check p95", p95, floor_p95, "ms", len(self._times))
        yield Figure("doubles p95 of 20 ms", p95, LONGEST_MS, "ms", len(self._times))


def _never_registered(people: list[Human], random: Random) -> list[Human]:
    """1,200 strangers, 400 namesakes of the same year, 400 brothers and sisters; none has a number of anybody here."""
    names = broad_names()
    strangers = Town(names, random).settle(1_200)
    others = [*strangers, *namesakes(people, names, random, 400), *siblings(people, names, random, 400)]
    return [replace(human, numbers=(_fresh_number(random),) if human.numbers else ()) for human in others]


def _fresh_number(random: Random) -> str:
    return with_check_digit(f"98{random.randrange(10**7):07}")


def _milliseconds(rows: Rows, person_id: str) -> float:
    begin = time.perf_counter()
    rows.connection.exec_driver_sql(_ONE_KEY, (person_id,)).all()
    return 1000 * (time.perf_counter() - begin)


class _Back(Exception):  # noqa: N818
    """Nothing of this is to be kept."""


def _of_the_list(office: OfficeFile, second: list[Human], firsts: list[str]) -> list[Figure]:
    """All second files are saved, listed and taken back again."""
    figures: list[Figure] = []

    def listed(work: UnitOfWork) -> None:
        true = {frozenset((person_id, firsts[place])) for person_id, place in register(work, second).items()}
        begin = time.perf_counter()
        found = {frozenset((pair.id, pair.other)) for pair in doubles.pairs(work)}
        taken = time.perf_counter() - begin
        begin = time.perf_counter()
        work.connection.exec_driver_sql(_JOIN).scalar()
        floor = time.perf_counter() - begin
        right = len(found & true)
        figures.extend(
            (
                Figure("doubles list recall", 100 * right / len(true), 100 * EXPECTED, "%", len(true)),
                Figure("doubles list precision", 100 * right / len(found), 100 * EXPECTED, "%", len(found)),
                Figure("doubles whole list", 1000 * taken, 1000 * floor, "ms", 1),
            )
        )

    _and_back(office, listed)
    return figures


def _and_back(office: OfficeFile, act: Callable[[UnitOfWork], None]) -> None:
    with suppress(_Back), office.write() as work:
        act(work)
        raise _Back


def _renewal(office: OfficeFile) -> Figure:
    """All keys made anew, against writing the same rows."""
    taken: list[float] = []

    def renewed(work: UnitOfWork) -> None:
        begin = time.perf_counter()
        renew_all(work.connection)
        taken.append(time.perf_counter() - begin)
        rows = [
            tuple(row) for row in work.connection.exec_driver_sql("SELECT key, entry FROM match_key ORDER BY entry")
        ]
        begin = time.perf_counter()
        work.connection.exec_driver_sql("DELETE FROM match_key")
        work.connection.exec_driver_sql("INSERT INTO match_key (key, entry) VALUES (?, ?)", rows)
        taken.append(time.perf_counter() - begin)

    _and_back(office, renewed)
    return Figure("doubles keys anew", 1000 * taken[0], 1000 * taken[1], "ms", PEOPLE)
