"""1,000 persons, one commit each, with every rule, log and search row, against raw inserts of the same rows."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from desktop.services.accounts import found_office
from desktop.services.records import add_record
from desktop.store.engine import connect
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from tests.bench.figure import Figure

PERSONS = 1_000
_TABLES = ("person", "change_log", "search_entry", "match_key")


def measure() -> Figure:
    with tempfile.TemporaryDirectory() as name:
        about = {"code": "0803", "title_fa": "دفتر سنجش", "neighborhoods": ["گلستان‌آباد"]}
        office, _ = found_office(OfficeFolder(Path(name) / "a"), about, "hamid", "password1", cost=Cost(8192, 1, 1))
        other, _ = found_office(OfficeFolder(Path(name) / "b"), about, "hamid", "password1", cost=Cost(8192, 1, 1))
        with office.write() as work:
            place = work.find("neighborhood")[0]["id"]
            household = add_record(work, "household", {"neighborhood_id": place, "declared_size": 1})
        begin = time.perf_counter()
        for n in range(PERSONS):
            with office.write() as work:
                add_record(work, "person", _person(n, household["id"]))
        ours = time.perf_counter() - begin
        floor = _raw_seconds(office, other)
        office.close()
        other.close()
    return Figure("put 1000 persons", 1000 * ours, 1000 * floor, "ms", PERSONS)


def _person(n: int, household_id: str) -> dict[str, Any]:
    letters = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
    family = letters[n % 32] + letters[n // 32 % 32] + "زاده"
    return {
        "household_id": household_id, "relation_to_head": "child", "first_name": "فاطمه", "last_name": family,
        "father_name": "غلامرضا", "sex": "female", "birth_date": "1383/05/12", "mobile": f"0900{n:07d}",
    }  # fmt: skip


def _raw_seconds(office: OfficeFile, other: OfficeFile) -> float:
    """The same rows of all tables, person by person, one durable commit each, into a file like it."""
    source = connect(office.folder.database, office.data_key)
    persons = source.execute("SELECT * FROM person ORDER BY row").fetchall()
    logs = source.execute("SELECT * FROM change_log WHERE kind = 'person' ORDER BY seq").fetchall()
    entries = source.execute("SELECT * FROM search_entry WHERE kind = 'person' ORDER BY entry").fetchall()
    keys: dict[int, list[tuple[Any, ...]]] = {}
    for row in source.execute("SELECT key, entry FROM match_key"):
        keys.setdefault(row[1], []).append(row)
    source.close()
    raw = connect(other.folder.database, other.data_key, foreign_keys=False)
    raw.execute("DROP TRIGGER log_add_person")
    first_entry, marks = entries[0][0], {}
    for table in _TABLES:
        marks[table] = ",".join("?" * len(raw.execute(f"PRAGMA table_info({table})").fetchall()))
    begin = time.perf_counter()
    for person, log, entry in zip(persons, logs, entries, strict=True):
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(f"INSERT INTO person VALUES ({marks['person']})", person)
        raw.execute(f"INSERT INTO change_log VALUES ({marks['change_log']})", (log[0] + first_entry + 10_000, *log[1:]))
        raw.execute(f"INSERT INTO search_entry VALUES ({marks['search_entry']})", (entry[0] + 10_000, *entry[1:]))
        raw.executemany("INSERT INTO match_key VALUES (?, ?)", [(key, e + 10_000) for key, e in keys[entry[0]]])
        raw.execute("COMMIT")
    seconds = time.perf_counter() - begin
    raw.close()
    return seconds
