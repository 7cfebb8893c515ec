"""Small real offices and records for tests: encrypted files on disk, fictional people, nothing mocked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.domain.clock import Now
from desktop.domain.record import Row
from desktop.services.accounts import add_user, found_office
from desktop.services.records import add_record
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.unit_of_work import UnitOfWork
from tests.copies import copies
from tests.fakes import FakeClock

CHEAP = Cost(memory=1024, passes=1, lanes=1)  # a real Argon2id, quick enough for hundreds of tests
PASSWORD = "گذرواژهٔ-آزمون-۱"
USER = "hamid"
OFFICE: dict[str, Any] = {
    "code": "0803",
    "title_fa": "دفتر مهرآوران (آزمایشی)",
    "county_id": "0808",
    "neighborhoods": ["گلستان‌آباد", "چشمه‌سار"],
    "manager": {"full_name": "حمید یزدان‌پناه"},
    "staff": [
        {"full_name": "سمیرا دادخواه", "position": "facilitator", "specialty": "social", "start_date": "1403/01/01"},
        {
            "full_name": "نرگس بامری",
            "position": "social_worker",
            "specialty": "social_work",
            "start_date": "1403/01/01",
        },
    ],
}


def make_office(folder: Path, clock: Now | None = None, **changes: Any) -> OfficeFile:
    """An open office of «مهرآوران» with two neighbourhoods, three colleagues and one account."""
    office, code = make_office_with_code(folder, clock, **changes)
    assert code
    return office


def make_office_with_code(folder: Path, clock: Now | None = None, **changes: Any) -> tuple[OfficeFile, str]:
    given, clock = {**OFFICE, **changes}, clock or FakeClock()

    def found(place: Path) -> tuple[OfficeFile, str]:
        return found_office(OfficeFolder(place), given, USER, PASSWORD, cost=CHEAP, clock=clock)

    founded = clock() if isinstance(clock, FakeClock) else clock().date()
    return copies().of((founded, repr(changes)), found, folder, clock)


def add_colleague(office: OfficeFile, username: str, role: str, full_name: str) -> Row:
    return add_user(office, {"username": username, "role": role, "full_name": full_name}, PASSWORD, cost=CHEAP)


def neighborhood(work: UnitOfWork, name: str = "گلستان‌آباد") -> str:
    return str(work.find("neighborhood", name=name)[0]["id"])


def add_household(work: UnitOfWork, **changes: Any) -> Row:
    given = {"neighborhood_id": neighborhood(work), "declared_size": 3, **changes}
    return add_record(work, "household", given)


def person_values(**changes: Any) -> dict[str, Any]:
    """The values of فاطمه رنجبری of scenario 1, head of her household."""
    given: dict[str, Any] = {
        "first_name": "فاطمه",
        "last_name": "رنجبری",
        "father_name": "غلامرضا",
        "sex": "female",
        "birth_date": "1362",
        "relation_to_head": "head",
    }
    return {**given, **changes}


def add_person(work: UnitOfWork, household: Row | None = None, **changes: Any) -> Row:
    home = household or add_household(work)
    return add_record(work, "person", person_values(household_id=home["id"], **changes))


def add_identifier(work: UnitOfWork, person: Row, value: str, kind: str = "national_id") -> Row:
    return add_record(work, "person_identifier", {"person_id": person["id"], "type": kind, "value": value})


def add_need(work: UnitOfWork, person: Row, **changes: Any) -> Row:
    given = {"scope": "person", "person_id": person["id"], "field": "education", "subject": "بازگشت به مدرسه"}
    return add_record(work, "need", {**given, **changes})


def add_workshop(work: UnitOfWork, **changes: Any) -> Row:
    given: Mapping[str, Any] = {
        "title": "مهارت‌های زندگی، گروه مادران",
        "type": "life_skills",
        "place": "خانهٔ محله",
        "planned_start": "1404/06/01",
        "planned_end": "1404/06/22",
        "sessions_planned": 4,
        "hours_per_session": 2,
        "capacity": 20,
    }
    return add_record(work, "workshop", {**given, **changes})


def add_evaluation(work: UnitOfWork, target_id: str, target_type: str = "workshop", **changes: Any) -> Row:
    criteria = [{"name": "رسیدن به هدف", "weight": 3, "score": 4}, {"name": "مدرس", "weight": 1, "score": 5}]
    given = {"target_type": target_type, "target_id": target_id, "period": "شهریور ۱۴۰۴", "evaluator": "حمید یزدان‌پناه"}
    return add_record(work, "evaluation", {**given, "criteria": criteria, **changes})


def agency(work: UnitOfWork, code: str = "education") -> str:
    return str(work.find("organization", agency_code=code)[0]["id"])


def national_id(serial: int) -> str:
    """A synthetic number with a right check digit, beginning 9931."""
    body = f"9931{serial:05}"
    rest = sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
    return body + str(rest if rest < 2 else 11 - rest)
