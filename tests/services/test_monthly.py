"""The worked example of the domain's definitions, entered through the services and read back as indicators."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pypdf
import pytest

from desktop.domain.indicators import rate
from desktop.domain.persian.digits import to_persian
from desktop.domain.record import Row
from desktop.services.accounts import found_office
from desktop.services.consents import withdraw_consent
from desktop.services.indicators.month import indicators
from desktop.services.indicators.needs import Needs
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.monthly import monthly_report
from desktop.services.printing import print_document
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.registration import register_household
from desktop.services.workshops import record_attendance
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.unit_of_work import UnitOfWork

MONTH = "1404-06"


def _at_end_of_month() -> datetime:
    return datetime(2025, 9, 22, 12, 0, tzinfo=UTC)  # 1404/06/31


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    population = {"year": 1400, "population": 9850, "source": "health_house"}
    places = [{"name": "گلستان‌آباد", "population": population}]
    about = {"code": "0803", "title_fa": "دفتر مهرآوران", "neighborhoods": places}
    made, _ = found_office(
        OfficeFolder(tmp_path / "o"), about, "hamid", "password1", cost=Cost(1024, 1, 1), clock=_at_end_of_month
    )
    yield made
    made.close()


def _residents(work: UnitOfWork, count: int) -> list[Row]:
    place = work.find("neighborhood")[0]["id"]
    members = [
        {
            "relation_to_head": "head" if n == 0 else "child",
            "first_name": "نرگس",
            "last_name": "آزمایشی",
            "sex": "female",
            "birth_date": "1360",
        }
        for n in range(count)
    ]
    household = {"neighborhood_id": place, "declared_size": 20, "registered_on": "1404/06/02"}
    return list(register_household(work, household, members).persons)


def _workshop(work: UnitOfWork, title: str, hours: float, sessions: list[tuple[str, list[Row]]]) -> None:
    given = {
        "title": title, "type": "life_skills", "place": "دفتر", "planned_start": "1404/06/01",
        "planned_end": "1404/06/31", "sessions_planned": len(sessions), "hours_per_session": hours, "capacity": 20,
    }  # fmt: skip
    workshop = add_record(work, "workshop", given)
    for no, (day, present) in enumerate(sessions, 1):
        session = add_record(work, "workshop_session", {"workshop_id": workshop["id"], "no": no, "date": day})
        record_attendance(work, session["id"], {person["id"]: "present" for person in present})


def test_the_worked_example_gives_231_person_hours_and_29_distinct_people(office: OfficeFile) -> None:
    with office.write() as work:
        people = _residents(work, 29)
        life = people[:20]
        days = ["1404/06/01", "1404/06/08", "1404/06/15", "1404/06/22"]
        _workshop(work, "مهارت‌های زندگی", 2, list(zip(days, [life[:18], life[3:], life[:15], life[:16]], strict=True)))
        sewing = people[16:]
        _workshop(work, "خیاطی خانگی", 3, list(zip(days, [sewing[:12], sewing[2:], sewing[:10]], strict=False)))
    with office.read() as rows:
        made = indicators(rows, MONTH)
        assert (made["I-14"].value, made["I-15"].value) == (231, 29)
        assert made["I-01"].value == 1
        assert made["I-14"].previous == 0
        report = monthly_report(rows, MONTH, "سمیرا دادخواه")
        assert sum(w.person_hours for w in report.workshops) == 231


def test_412_active_residents_of_9850_are_a_coverage_of_4_2_percent() -> None:
    assert rate(412, 9850) == 4.2
    assert rate(1, 0) is None


def test_coverage_divides_by_the_latest_population_up_to_the_year_of_the_report(office: OfficeFile) -> None:
    with office.write() as work:
        _residents(work, 29)
        place = work.find("neighborhood")[0]["id"]
        add_record(
            work,
            "neighborhood_population",
            {"neighborhood_id": place, "year": 1405, "population": 1, "source": "census"},
        )
        add_record(work, "neighborhood", {"name": "چشمه‌سار"})
    with office.read() as rows:
        made = indicators(rows, MONTH)["I-03"]
        assert (made.numerator, made.denominator, made.value, made.missing) == (29, 9850, 0.3, 1)


def test_the_quality_of_registration_is_the_share_of_whom_all_is_written_and_who_agreed(office: OfficeFile) -> None:
    with office.write() as work:
        people = _residents(work, 4)
        for person in people[:2]:
            given = {
                "person_id": person["id"],
                "scope": "basic_record",
                "method": "signature",
                "given_on": "1404/06/05",
            }
            consent = add_record(work, "consent", given)
        withdraw_consent(work, consent["id"], date(2025, 9, 10))
        for person, number in zip(people[1:3], ("9931000023", "9931000031"), strict=True):
            add_record(work, "person_identifier", {"person_id": person["id"], "type": "national_id", "value": number})
        change_record(work, "person", people[3]["id"], {"birth_date": None, "age_estimated": None})
    with office.read() as rows:
        made = indicators(rows, MONTH)["I-04"]
        assert (made.numerator, made.denominator, made.value, made.beside) == (1, 4, 25.0, {"identified": 50.0})


def test_lates_count_minutes_win_over_the_plan_and_absents_do_not_count(office: OfficeFile) -> None:
    with office.write() as work:
        people = _residents(work, 4)
        _workshop(work, "تاب‌آوری", 2, [("1404/06/10", people)])
        marks = work.find("attendance")
        change_record(work, "attendance", marks[0]["id"], {"state": "late"})
        change_record(work, "attendance", marks[1]["id"], {"minutes": 30})
        change_record(work, "attendance", marks[2]["id"], {"state": "absent"})
        change_record(work, "attendance", marks[3]["id"], {"state": "excused"})
    with office.read() as rows:
        made = indicators(rows, MONTH)
        assert (made["I-14"].value, made["I-15"].value) == (2.5, 2)


def test_people_who_left_or_were_born_after_the_month_are_not_in_its_population(office: OfficeFile) -> None:
    with office.write() as work:
        people = _residents(work, 5)
        change_record(work, "person", people[1]["id"], {"status": "moved", "status_date": "1404/06/20"})
        delete_record(work, "person", people[2]["id"])
    with office.read() as rows:
        assert indicators(rows, MONTH)["I-02"].value == 3
        assert indicators(rows, "1404-05")["I-02"].value == 0


def test_a_need_that_is_met_reopened_and_met_again_counts_once_and_the_stock_adds_up(office: OfficeFile) -> None:
    with office.write() as work:
        person = _residents(work, 1)[0]
        given = {
            "person_id": person["id"],
            "field": "education",
            "subject": "بازگشت به مدرسه",
            "noted_on": "1404/06/03",
        }
        need = add_record(work, "need", given)
        add_record(work, "need", {**given, "noted_on": "1404/05/20", "field": "health"})
        step_record(work, "need", need["id"], "in_progress", {"note": "پیگیری", "on": "1404/06/05"})
        step_record(work, "need", need["id"], "met", {"resident_confirmed": True, "on": "1404/06/10"})
        step_record(work, "need", need["id"], "in_progress", {"note": "بازگشت", "on": "1404/06/12"})
        step_record(work, "need", need["id"], "met", {"resident_confirmed": "بله", "on": "1404/06/20"})
    with office.read() as rows:
        made = indicators(rows, MONTH)
        assert (made["I-06"].value, made["I-07"].value, made["I-08"].value) == (1, 1, 1)
        assert made["I-07"].previous == 1
        stocks = Needs(Snapshot(rows, MONTH)).stocks()
        assert vars(stocks["education"]) == {
            "open_start": 0,
            "new": 1,
            "reopened": 1,
            "met": 2,
            "rejected": 0,
            "closed": 0,
            "open_end": 0,
        }
        assert all(stock.holds for stock in stocks.values())


def test_the_printed_report_carries_the_figures_and_leaves_an_audit_line(office: OfficeFile) -> None:
    with office.write() as work:
        people = _residents(work, 29)
        _workshop(work, "مهارت‌های زندگی", 2, [("1404/06/01", people)])
    text = "".join(
        page.extract_text()
        for page in pypdf.PdfReader(io.BytesIO(print_document(office, "monthly_report", month=MONTH))).pages
    )
    assert to_persian("58") in text or to_persian("85") in text  # pypdf gives some digit runs in visual order
    with office.connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM audit_log WHERE action = 'print'").scalar() == 1
