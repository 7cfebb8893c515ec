"""An attendance sheet of twenty names saved in one commit, against raw inserts of the same rows and log lines."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from desktop.services.accounts import found_office
from desktop.services.records import add_record
from desktop.services.session_planning import plan_sessions
from desktop.services.workshop_views import TypedSession, record_sheet
from desktop.services.workshops import enroll
from desktop.store.engine import connect
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from tests.bench.figure import Figure

NAMES, SESSIONS = 20, 30


def measure() -> Figure:
    with tempfile.TemporaryDirectory() as name:
        about = {"code": "0803", "title_fa": "دفتر سنجش", "neighborhoods": ["گلستان‌آباد"]}
        office, _ = found_office(OfficeFolder(Path(name) / "a"), about, "hamid", "password1", cost=Cost(8192, 1, 1))
        other, _ = found_office(OfficeFolder(Path(name) / "b"), about, "hamid", "password1", cost=Cost(8192, 1, 1))
        workshop_id, people = _workshop(office)
        figure = _in_turns(office, other, workshop_id, people)
        office.close()
        other.close()
    return figure


def _workshop(office: OfficeFile) -> tuple[str, list[str]]:
    """A workshop of thirty sessions in the past, with twenty people."""
    letters = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
    with office.write() as work:
        place = work.find("neighborhood")[0]["id"]
        people = []
        for n in range(NAMES):
            home = add_record(work, "household", {"neighborhood_id": place, "declared_size": 1})
            person = {"household_id": home["id"], "relation_to_head": "head", "first_name": "فاطمه", "sex": "female"}
            people.append(str(add_record(work, "person", {**person, "last_name": f"{letters[n]}زاده"})["id"]))
        given = {
            "title": "خیاطی", "type": "home_jobs", "place": "تالار", "planned_start": "1402/01/05",
            "planned_end": "1402/12/01", "sessions_planned": SESSIONS, "hours_per_session": 2, "capacity": NAMES,
        }  # fmt: skip
        made = str(add_record(work, "workshop", given)["id"])
        plan_sessions(work, made)
        enroll(work, made, people)
        return made, people


def _in_turns(office: OfficeFile, other: OfficeFile, workshop_id: str, people: list[str]) -> Figure:
    """Median milliseconds of both, a sheet of ours and then its rows raw, so that a busy disk harms both alike."""
    with office.read() as rows:
        sessions = [session["id"] for session in rows.find("workshop_session", workshop_id=workshop_id)]
    marks = {person: "absent" if n % 7 == 0 else "present" for n, person in enumerate(people)}
    source = connect(office.folder.database, office.data_key)
    raw = connect(other.folder.database, other.data_key, foreign_keys=False)
    raw.execute("DROP TRIGGER log_add_attendance")
    ours, floor = [], []
    for session_id in sessions:
        begin = time.perf_counter()
        with office.write() as work:
            record_sheet(work, workshop_id, [], {session_id: TypedSession(marks, 1)})
            work.finish()
        ours.append(1000 * (time.perf_counter() - begin))
        floor.append(_raw(source, raw, session_id))
    source.close()
    raw.close()
    return Figure("save sheet of 20", statistics.median(ours[1:]), statistics.median(floor[1:]), "ms", len(ours))


def _raw(source: Any, raw: Any, session_id: str) -> float:
    """Milliseconds of the same marks and all lines that the commit left in the log, in one durable commit."""
    marks = source.execute("SELECT * FROM attendance WHERE session_id = ?", (session_id,)).fetchall()
    latest = "SELECT tx FROM change_log ORDER BY seq DESC LIMIT 1"
    logs = source.execute(f"SELECT * FROM change_log WHERE tx = ({latest})").fetchall()
    begin = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    for mark in marks:
        raw.execute(f"INSERT INTO attendance VALUES ({','.join('?' * len(mark))})", mark)
    for log in logs:
        raw.execute(f"INSERT INTO change_log VALUES ({','.join('?' * len(log))})", (log[0] + 100_000, *log[1:]))
    raw.execute("COMMIT")
    return 1000 * (time.perf_counter() - begin)
