"""Eight offices that write at once, slowly and sometimes in vain: whoever reads by numbers misses nothing."""

from __future__ import annotations

import random
import threading
import time
from contextlib import suppress
from itertools import pairwise

import pytest
from sqlalchemy import select

from province.store import offices, segments
from province.store.database import Database
from province.store.tables import SEGMENT
from tests.province.test_store import AT, arrival

OFFICES = [f"office-{number}" for number in range(8)]


class _Writers:
    """Eight laptops that send segments, sometimes commit slowly and sometimes fail."""

    def __init__(self, database: Database, crowded: bool) -> None:
        self._database = database
        ids = {number: OFFICES if crowded else [OFFICES[number]] for number in range(8)}
        self._threads = [threading.Thread(target=self._guarded, args=item) for item in ids.items()]
        self.failed: list[Exception] = []

    def run(self) -> None:
        for thread in self._threads:
            thread.start()
        for thread in self._threads:
            thread.join()

    def _guarded(self, number: int, ids: list[str]) -> None:
        chance, last = random.Random(number), dict.fromkeys(ids, 0)  # noqa: S311  no secret
        try:
            for _ in range(20):
                self._one(chance, f"device-{number}", chance.choice(ids), last)
        except Exception as error:
            self.failed.append(error)
            raise

    def _one(self, chance: random.Random, device: str, office: str, last: dict[str, int]) -> None:
        many, fails = chance.randrange(1, 4), chance.random() < 0.1
        with suppress(KeyError), self._database.writing() as connection:
            offices.lock_office(connection, office)
            for seq in range(last[office] + 1, last[office] + many + 1):
                segments.append(connection, arrival(office, device, seq, seq))
            if chance.random() < 0.1:
                time.sleep(0.02)
            if fails:
                raise KeyError
        last[office] += 0 if fails else many


class _Reader(threading.Thread):
    """Asks again and again for what lies beyond the last number that it saw."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database, self._last, self.done = database, dict.fromkeys(OFFICES, 0), threading.Event()
        self.got: set[tuple[str, int]] = set()

    def run(self) -> None:
        finished = False
        while not finished:
            finished = self.done.is_set()
            for office in OFFICES:
                self._look(office)
            time.sleep(0.001)

    def _look(self, office: str) -> None:
        beyond = (SEGMENT.c.office_id == office) & (SEGMENT.c.office_seq > self._last[office])
        with self._database.reading() as connection:
            numbers = connection.execute(select(SEGMENT.c.office_seq).where(beyond)).scalars().all()
        self.got.update((office, number) for number in numbers)
        self._last[office] = max([self._last[office], *numbers])


@pytest.mark.parametrize("crowded", [False, True], ids=["each its office", "all in all offices"])
def test_no_reader_misses_a_segment_of_eight_offices_that_commit_slowly(postgresql_address: str, crowded: bool) -> None:
    database = Database(postgresql_address)
    with database.writing() as connection:
        for number, office in enumerate(OFFICES):
            offices.add_office(connection, offices.Office(office, f"{number:04d}", "دفتر"), AT)
    reader, writers = _Reader(database), _Writers(database, crowded)
    reader.start()
    writers.run()
    reader.done.set()
    reader.join()
    with database.reading() as connection:
        known = {(one.office_id, one.office_seq) for one in connection.execute(select(SEGMENT)).all()}
    database.close()
    assert writers.failed == []
    assert len(known) > 100
    assert reader.got == known
    for office in OFFICES:
        numbers = sorted(number for one, number in known if one == office)
        assert all(later == earlier + 1 for earlier, later in pairwise([0, *numbers]))
