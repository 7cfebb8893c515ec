"""Sheets of twenty names, one commit each, with every rule and the log, against raw inserts of the same rows."""

from __future__ import annotations

import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desktop.services.accounts import found_office
from desktop.services.records import add_record
from desktop.services.workshops import record_attendance
from desktop.store.engine import connect
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.unit_of_work import UnitOfWork
from tests.bench.figure import Figure

SHEETS, NAMES = 100, 20
_STATES = ("present", "present", "present", "late", "absent")


def measure() -> Figure:
    with tempfile.TemporaryDirectory() as name:
        about = {"code": "0803", "title_fa": "دفتر سنجش", "neighborhoods": ["گلستان‌آباد"]}
        office, _ = found_office(OfficeFolder(Path(name) / "a"), about, "hamid", "password1", cost=Cost(8192, 1, 1))
        other, _ = found_office(OfficeFolder(Path(name) / "b"), about, "hamid", "password1", cost=Cost(8192, 1, 1))
        with office.write() as work:
            people, sessions = _ground(work)
        marks = {person: _STATES[place % len(_STATES)] for place, person in enumerate(people)}
        begin = time.perf_counter()
        for session in sessions:
            with office.write() as work:
                record_attendance(work, session, marks)
        ours = time.perf_counter() - begin
        floor = _raw_seconds(office, other)
        office.close()
        other.close()
    return Figure("sheet of 20 names", 1000 * ours / SHEETS, 1000 * floor / SHEETS, "ms", SHEETS)


def _ground(work: UnitOfWork) -> tuple[list[str], list[str]]:
    """Twenty people with places, and workshops with sessions that took place on the days before today."""
    place = work.find("neighborhood")[0]["id"]
    home = add_record(work, "household", {"neighborhood_id": place, "declared_size": NAMES})
    person = {"household_id": home["id"], "relation_to_head": "child", "first_name": "فاطمه", "sex": "female"}
    people = [add_record(work, "person", {**person, "last_name": "کاظمی"})["id"] for _ in range(NAMES)]
    sessions: list[str] = []
    last = work.today - timedelta(days=1)
    while len(sessions) < SHEETS:
        sessions += _workshop(work, people, last)
    return people, sessions


def _workshop(work: UnitOfWork, people: list[str], last: date) -> list[str]:
    plan: dict[str, Any] = {"title": "کارگاه", "type": "life_skills", "place": "دفتر", "sessions_planned": 50}
    days = {"planned_start": last - timedelta(days=50), "planned_end": last}
    made = add_record(work, "workshop", {**plan, **days, "hours_per_session": 2, "capacity": NAMES})
    for person in people:
        add_record(work, "workshop_enrollment", {"workshop_id": made["id"], "person_id": person})
    given = ({"workshop_id": made["id"], "no": no, "date": last - timedelta(days=50 - no)} for no in range(1, 51))
    return [add_record(work, "workshop_session", values)["id"] for values in given]


def _raw_seconds(office: OfficeFile, other: OfficeFile) -> float:
    """The same rows of attendance and log, sheet by sheet, one durable commit each, into a file like it."""
    source = connect(office.folder.database, office.data_key)
    marks = source.execute("SELECT * FROM attendance ORDER BY row").fetchall()
    logs = source.execute("SELECT * FROM change_log WHERE kind = 'attendance' ORDER BY seq").fetchall()
    source.close()
    raw = connect(other.folder.database, other.data_key, foreign_keys=False)
    raw.execute("DROP TRIGGER log_add_attendance")
    places = {
        t: ",".join("?" * len(raw.execute(f"PRAGMA table_info({t})").fetchall())) for t in ("attendance", "change_log")
    }
    begin = time.perf_counter()
    for at in range(0, len(marks), NAMES):
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(f"INSERT INTO attendance VALUES ({places['attendance']})", marks[at : at + NAMES])
        lines = [(log[0] + 100_000, *log[1:]) for log in logs[at : at + NAMES]]
        raw.executemany(f"INSERT INTO change_log VALUES ({places['change_log']})", lines)
        raw.execute("COMMIT")
    seconds = time.perf_counter() - begin
    raw.close()
    return seconds
