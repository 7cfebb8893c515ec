"""What an office writes on a working day, deed by deed as its window does: each is a commit of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from desktop.services.erasure import erase_within
from desktop.services.records import add_record, change_record, step_record
from desktop.services.registration import register_household
from desktop.services.session_planning import plan_sessions
from desktop.services.workshops import enroll, record_attendance
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork, new_id
from tests.bench._people import Human
from tests.bench._town import TODAY, drawn_town, founded, values_of, whole
from tests.factories import national_id

RESIDENTS = 3_000  # who are registered before
FAMILIES, MEMBERS, NEEDS, VISITS, WORKSHOPS, SEATS, EDITS, ERASURES = 13, 3, 20, 20, 2, 20, 60, 2
_SUBJECTS = ("وام اشتغال خانگی", "بیمهٔ زنان سرپرست", "دفترچهٔ درمان", "آموزش خیاطی", "تعمیر سقف خانه", "شناسنامهٔ فرزند")
_HEAD = {
    "relation_to_head": "head", "consent_method": "signature",
    "birth_date": "1362", "birth_precision": None, "age_estimated": None, "age_reference_date": None,
}  # fmt: skip

Deed = Callable[[UnitOfWork], object]


def before(path: Path) -> OfficeFile:
    """The office in the morning."""
    office = founded(path)
    people, _ = drawn_town(RESIDENTS, 1404)
    with office.write() as work:
        place = work.find("neighborhood")[0]["id"]
        common = {"neighborhood_id": place, "declared_size": MEMBERS, "registered_on": TODAY}
        homes = [whole("household", {**common, "id": new_id()}) for _ in range(0, RESIDENTS, MEMBERS)]
        work.add_many("household", homes)
        members = [{**values_of(human), "household_id": homes[n // MEMBERS]["id"]} for n, human in enumerate(people)]
        work.add_many("person", [whole("person", {**member, "id": new_id()}) for member in members])
    return office


def work_through(office: OfficeFile, turn: int) -> int:
    """One day; how many commits that were."""
    done = 0
    for deed in _deeds(office, turn):
        with office.write() as work:
            deed(work)
        done += 1
    return done


def _deeds(office: OfficeFile, turn: int) -> Iterator[Deed]:
    with office.read() as rows:
        place = rows.find("neighborhood")[0]["id"]
        agency = rows.find("organization", agency_code="education")[0]["id"]
        wanted = SEATS + EDITS + NEEDS + VISITS + ERASURES
        sql = "SELECT id FROM person WHERE status = 'active' ORDER BY row LIMIT :wanted OFFSET :past"
        known = [row["id"] for row in rows.query(sql, wanted=wanted, past=turn * wanted)]
    people, random = drawn_town(FAMILIES * MEMBERS, 7000 + turn)
    for n in range(FAMILIES):
        yield partial(_family, place, people[n * MEMBERS : (n + 1) * MEMBERS], 100 * turn + n * MEMBERS)
    for n, person in enumerate(known[:NEEDS]):
        yield partial(_need, person, agency if n % 2 else "", random.choice(_SUBJECTS))
    for person in known[NEEDS : NEEDS + VISITS]:
        yield partial(_visit, person)
    for n in range(WORKSHOPS):
        yield from _workshop(office, f"مهارت‌های زندگی {turn}-{n}", known[-SEATS:])
    for person in known[SEATS : SEATS + EDITS]:
        given = {"mobile": f"09{random.randrange(10**9):09}", "father_name": random.choice(("غلامرضا", "حسین", "کریم"))}
        yield partial(_edit, person, given)
    for person in known[-SEATS - ERASURES : -SEATS]:
        yield partial(_erase, person)


def _family(place: str, people: list[Human], serial: int, work: UnitOfWork) -> None:
    members = []
    for n, human in enumerate(people):
        paper = {"identifier_type": "national_id", "identifier_value": national_id(serial + n)}
        told = {} if n else _HEAD
        members.append({**values_of(human), **paper, **told})
    register_household(work, {"neighborhood_id": place, "declared_size": len(people)}, members)


def _need(person: str, agency: str, subject: str, work: UnitOfWork) -> None:
    need = add_record(work, "need", {"scope": "person", "person_id": person, "field": "education", "subject": subject})
    if agency:
        sent = {"need_id": need["id"], "agency_id": agency, "sent_on": work.today}
        add_record(work, "referral", sent)
        step_record(work, "need", need["id"], "referred", {"main_agency_id": agency})


def _visit(person: str, work: UnitOfWork) -> None:
    staff = work.find("staff_member")[0]["id"]
    told = {"type": "office_visit", "subject": "education", "minutes": 20, "summary": "قرار بعدی گذاشته شد"}
    add_record(work, "visit", {"person_id": person, "date": work.today, "staff_id": staff, **told})


def _workshop(office: OfficeFile, title: str, people: list[str]) -> Iterator[Deed]:
    made: dict[str, Any] = {}

    def begin(work: UnitOfWork) -> None:
        first = work.today - timedelta(days=8)
        plan = {"title": title, "type": "life_skills", "place": "دفتر", "sessions_planned": 4, "hours_per_session": 2}
        days = {"planned_start": first, "planned_end": first + timedelta(days=28), "capacity": SEATS}
        made["id"] = add_record(work, "workshop", {**plan, **days})["id"]
        made["session"] = plan_sessions(work, made["id"])[0]["id"]

    yield begin
    yield lambda work: enroll(work, made["id"], people)
    yield lambda work: record_attendance(work, made["session"], dict.fromkeys(people, "present"))


def _edit(person: str, given: dict[str, str], work: UnitOfWork) -> None:
    change_record(work, "person", person, given)


def _erase(person: str, work: UnitOfWork) -> None:
    erase_within(work, person, "خودش خواست")
