"""One person from the form to the durable commit, against raw inserts into the same encrypted file.

A registration is a household of one with its head, an identity paper and a consent: every rule, the log, the search and
the keys of doubles. The floor gets the very rows that it wrote, into a copy of the office without triggers: once
only the records, once all that was written.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from desktop.services.accounts import found_office
from desktop.services.registration import register_lone_visitor
from desktop.store.engine import connect
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from tests.bench._names import broad_names
from tests.bench._people import YEAR, Human, Papers, Town
from tests.bench.figure import Figure

PERSONS = 300
_RECORDS = ("household", "person", "person_identifier", "consent")
_BESIDE = ("change_log", "search_entry", "match_key")
_SINCE = {table: f"SELECT * FROM {table} WHERE row > ? ORDER BY row" for table in _RECORDS}
_SINCE["change_log"] = "SELECT * FROM change_log WHERE seq > ? ORDER BY seq"


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        about = {"code": "0803", "title_fa": "دفتر سنجش", "neighborhoods": ["گلستان‌آباد"]}
        office, _ = found_office(OfficeFolder(folder / "a"), about, "hamid", "password1", cost=Cost(8192, 1, 1))
        office.checkpoint()
        for copy in ("records", "all"):
            shutil.copytree(folder / "a", folder / copy)
        written = connect(office.folder.database, office.data_key)
        floors = {
            "records": _Floor(folder / "records", office, _RECORDS),
            "all": _Floor(folder / "all", office, (*_RECORDS, *_BESIDE)),
        }
        before = _last(written)
        ours: list[float] = []
        for visitor in _visitors():
            begin = time.perf_counter()
            with office.write() as work:
                register_lone_visitor(work, visitor)
            ours.append(1000 * (time.perf_counter() - begin))
            rows = _rows_since(written, before)
            before = _last(written)
            for floor in floors.values():
                floor.insert(rows)
        for floor in floors.values():
            floor.close()
        written.close()
        office.close()
    middle = statistics.median(ours)
    return [
        Figure("register", middle, statistics.median(floors["records"].taken), "ms", PERSONS),
        Figure("register of all rows", middle, statistics.median(floors["all"].taken), "ms", PERSONS),
    ]


def _visitors() -> Iterable[dict[str, object]]:
    town = Town(broad_names(), Random(11), Papers(national_id=1.0, day=1.0)).settle(4 * PERSONS)  # noqa: S311
    grown = (human for human in town if human.born[0] < YEAR - 20)
    return map(_form, islice(grown, PERSONS))


def _form(human: Human) -> dict[str, object]:
    """What is typed into the short form of somebody who comes alone."""
    born = human.birth_date
    return {
        "first_name": human.first_name, "last_name": human.last_name, "sex": human.sex,
        "father_name": human.father_name, "birth_date": born.isoformat() if born else None,
        "mobile": human.mobile, "identifier_type": "national_id", "identifier_value": human.numbers[0],
        "consent_method": "signature",
    }  # fmt: skip


class _Floor:
    """A copy of the office that takes rows as they are, one durable commit a registration."""

    def __init__(self, folder: Path, like: OfficeFile, tables: tuple[str, ...]) -> None:
        self.taken: list[float] = []
        self._tables = tables
        self._raw = connect(folder / like.folder.database.name, like.data_key, foreign_keys=False)
        for (trigger,) in self._raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if trigger != "index_add":
                self._raw.execute(f"DROP TRIGGER {trigger}")

    def insert(self, rows: Mapping[str, list[tuple[Any, ...]]]) -> None:
        begin = time.perf_counter()
        self._raw.execute("BEGIN IMMEDIATE")
        for table in self._tables:
            many = rows[table]
            if many:
                self._raw.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(many[0]))})", many)
        self._raw.execute("COMMIT")
        self.taken.append(1000 * (time.perf_counter() - begin))

    def close(self) -> None:
        self._raw.close()


def _last(raw: Any) -> dict[str, int]:
    """The number of the newest row of each table whose rows are numbered."""
    numbered = {**dict.fromkeys(_RECORDS, "row"), "change_log": "seq"}
    newest = {t: raw.execute(f"SELECT ifnull(max({key}), 0) FROM {t}").fetchone()[0] for t, key in numbered.items()}
    return dict(newest)


def _rows_since(raw: Any, last: Mapping[str, int]) -> dict[str, list[tuple[Any, ...]]]:
    """What one registration wrote, table by table."""
    rows = {table: raw.execute(sql, (last[table],)).fetchall() for table, sql in _SINCE.items()}
    ids = [row[1] for table in _RECORDS for row in rows[table]]
    marks = ",".join("?" * len(ids))
    entries = raw.execute(f"SELECT * FROM search_entry WHERE record_id IN ({marks})", ids).fetchall()
    keys = [raw.execute("SELECT * FROM match_key WHERE entry = ?", (entry[0],)).fetchall() for entry in entries]
    return {**rows, "search_entry": entries, "match_key": [key for some in keys for key in some]}
