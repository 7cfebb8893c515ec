"""The papers about workshops and events, of an office's own records (domain §6.5, scenarios 9 and 10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.persian.digits import to_ascii, to_persian
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.certificate_check import check_certificate, code_of, text_of
from desktop.services.monthly import monthly_report
from desktop.services.printing import make_document, print_document
from desktop.services.records import add_record, step_record
from desktop.services.session_planning import plan_sessions
from desktop.services.workshops import enroll, record_attendance
from desktop.store.office_file import OfficeFile
from tests.factories import add_household, add_person, add_workshop, make_office, neighborhood
from tests.fakes import FakeClock
from tests.reports.pdf_reading import page_texts

SURNAMES = ("آذرنوش", "بامری", "پورمند", "توکلی", "جلالی", "چراغی", "حیدری", "خسروی", "دهقان", "رستمی", "زارعی", "ژاله")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", clock)
    yield made
    made.close()


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def _people(office: OfficeFile, count: int) -> list[Row]:
    with office.write() as work:
        home = add_household(work, declared_size=count)
        return [
            add_person(
                work,
                home,
                first_name="فاطمه",
                last_name=SURNAMES[at % len(SURNAMES)],
                father_name=f"پدر{'الف' * (at // len(SURNAMES))}",
                relation_to_head="head" if at == 0 else "other_relative",
                mobile=f"0900000{at:04}",
            )
            for at in range(count)
        ]


def _workshop(office: OfficeFile, people: list[Row], **changes: object) -> tuple[Row, list[Row]]:
    with office.write() as work:
        instructor = add_record(work, "instructor", {"full_name": "الهام توکلی"})
        made = add_workshop(work, instructor_id=instructor["id"], **changes)
        sessions = plan_sessions(work, made["id"])
        enroll(work, made["id"], [person["id"] for person in people])
    return made, sessions


def _completed(office: OfficeFile, clock: FakeClock, people: list[Row], **changes: object) -> Row:
    """A workshop of two sessions, both held; the last person was absent from one and does not complete it."""
    workshop, sessions = _workshop(office, people, sessions_planned=2, planned_end="1404/06/08", **changes)
    clock.pass_time(days=14)
    with office.write() as work:
        step_record(work, "workshop", workshop["id"], "open", {})
        for place, session in enumerate(sessions):
            marks = {person["id"]: "present" for person in people}
            record_attendance(work, session["id"], marks | ({people[-1]["id"]: "absent"} if place else {}), walk_ins=1)
            if place == 0:
                step_record(work, "workshop", workshop["id"], "running", {})
        for taken in work.find("workshop_enrollment", workshop_id=workshop["id"]):
            done = "failed" if taken["person_id"] == people[-1]["id"] else "completed"
            work.change("workshop_enrollment", taken["id"], {"status": done})  # as the report of a workshop settles it
    return workshop


def test_the_sheet_of_twenty_has_twenty_names_and_five_blank_lines(office: OfficeFile) -> None:
    people = _people(office, 22)
    workshop, _ = _workshop(office, people)
    pages = page_texts(print_document(office, "attendance_sheet", record_id=workshop["id"]))
    assert len(pages) == 1
    assert sum(name in pages[0] for name in SURNAMES) == len(SURNAMES)
    assert "۲۵" in pages[0]
    assert "0900" not in pages[0]
    assert "۰۹۰۰" not in pages[0]


def test_namesakes_are_told_apart_by_two_digits_only_where_the_father_s_name_does_not(office: OfficeFile) -> None:
    with office.write() as work:
        home = add_household(work)
        alike = [add_person(work, home, relation_to_head="other_relative") for _ in range(2)]
        other = add_person(work, home, relation_to_head="other_relative", father_name="یدالله")
        child = add_person(
            work, home, first_name="ستایش", birth_date="1393", relation_to_head="child", father_name="غلامرضا"
        )
    workshop, _ = _workshop(office, [*alike, other, child])
    text = _words(make_document(office, "attendance_sheet", record_id=workshop["id"]))
    assert text.count("شمارهٔ ...") == 2
    assert "ستایش ر." in text
    assert "ستایش رنجبری" not in text
    assert "یدالله" in text


def test_the_sheet_of_a_workshop_is_that_of_the_next_session(office: OfficeFile) -> None:
    people = _people(office, 2)
    workshop, sessions = _workshop(office, people)
    with office.write() as work:
        record_attendance(work, sessions[0]["id"], {person["id"]: "present" for person in people})
    assert "جلسه: ۲" in _words(make_document(office, "attendance_sheet", record_id=workshop["id"]))
    assert "جلسه: ۱" in _words(make_document(office, "attendance_sheet", record_id=sessions[0]["id"]))


def test_a_cancelled_workshop_has_a_list_of_everybody_to_call_with_the_reason_and_printing_it_is_written_down(
    office: OfficeFile,
) -> None:
    people = _people(office, 4)
    workshop, _ = _workshop(office, people, capacity=3)
    with office.write() as work:
        refusal = {
            "person_id": people[1]["id"],
            "scope": "phone_contact",
            "method": "refused",
            "given_on": "1404/05/01",
        }
        add_record(work, "consent", refusal)
        step_record(work, "workshop", workshop["id"], "cancelled", {"cancel_reason": "بیماری مدرس"})
    text = _words(print_document(office, "call_list", record_id=workshop["id"]))
    for words in ("لغو کارگاه", "بیماری مدرس", "در نوبت", "۰۹۰۰-۰۰۰-۰۰۰۳", "داخلی", "اجازهٔ تماس نداده"):
        assert words in text
    assert "۰۹۰۰-۰۰۰-۰۰۰۱" not in text
    with office.read() as rows:
        noted = rows.query("SELECT entity_id FROM audit_log WHERE action = 'print' AND entity = 'call_list'")
    assert [line["entity_id"] for line in noted] == [workshop["id"]]


def test_who_has_got_a_place_from_the_queue_is_called_alone(office: OfficeFile) -> None:
    people = _people(office, 4)
    workshop, _ = _workshop(office, people, capacity=3, planned_start="1404/06/20", planned_end="1404/07/20")
    with office.write() as work:
        (waiting,) = work.find("workshop_enrollment", workshop_id=workshop["id"], status="waiting")
        work.change("workshop_enrollment", waiting["id"], {"status": "enrolled", "promoted_on": work.today})
    text = _words(make_document(office, "call_list", record_id=workshop["id"]))
    assert "جا باز شده است" in text
    assert "پنجشنبه ۲۰ شهریور ۱۴۰۴" in text
    assert [name in text for name in SURNAMES[:4]] == [False, False, False, True]


def test_a_role_that_reads_no_residents_prints_no_names(office: OfficeFile) -> None:
    workshop, _ = _workshop(office, _people(office, 2))
    office.actor = replace(office.actor, role="county_supervisor")
    for name in ("attendance_sheet", "call_list", "outcome_sheet", "certificate"):
        with pytest.raises(RefusedError, match="not_allowed"):
            make_document(office, name, record_id=workshop["id"])
    assert make_document(office, "workshop_report", record_id=workshop["id"], copy="shared")


def test_the_report_of_a_workshop_counts_as_the_indicators_do(office: OfficeFile, clock: FakeClock) -> None:
    people = _people(office, 12)
    workshop = _completed(office, clock, people, hours_per_session=3)
    with office.write() as work:
        for score in (4, 5, 3, 4, 5, 4, 4, 5, 4, 5):
            add_record(work, "satisfaction_form", {"workshop_id": workshop["id"], "score": score})
        form = {
            "target_type": "workshop",
            "target_id": workshop["id"],
            "period": "شهریور ۱۴۰۴",
            "evaluator": "حمید یزدان‌پناه",
            "criteria": [{"name": "مدرس", "weight": 3, "score": 5}, {"name": "مکان", "weight": 1, "score": 3}],
            "recommendations": "ادامه در پاییز",
        }
        add_record(work, "evaluation", form)
    inside = _words(make_document(office, "workshop_report", record_id=workshop["id"]))
    for words in ("۶۹", "۱۱ از ۱۲", "۱ از ۱۲", "۴٫۳ از ۵", "۴٫۵۰", "ادامه در پاییز", "حمید یزدان‌پناه"):
        assert words in inside
    outside = _words(make_document(office, "workshop_report", record_id=workshop["id"], copy="shared"))
    for words in ("۱۱ از ۱۲", "۱ از ۱۲"):
        assert words not in outside
    assert "کمتر از ۵" in outside
    assert not any(name in outside for name in SURNAMES[4:]), "a report names no participant"


def test_a_certificate_is_numbered_in_order_and_each_printing_is_counted(office: OfficeFile, clock: FakeClock) -> None:
    people = _people(office, 3)
    workshop = _completed(office, clock, people)
    with pytest.raises(RefusedError, match="no_certificates"):
        make_document(office, "certificate", record_id=workshop["id"])
    with office.write() as work:
        ids = [
            add_record(work, "certificate", {"workshop_id": workshop["id"], "person_id": person["id"]})["id"]
            for person in people[:2]
        ]
    first = _words(print_document(office, "certificate", record_id=ids[0]))
    for words in (f"فاطمه {SURNAMES[0]}", "۴ ساعت", "از ۱ تا ۸ شهریور ۱۴۰۴", "الهام توکلی"):
        assert words in first
    assert "رونوشت" not in first
    seen = make_document(office, "certificate", record_id=ids[0])
    assert "رونوشت دوم" in _words(seen)
    assert seen == make_document(office, "certificate", record_id=ids[0]), "looking counts nothing"
    pages = page_texts(print_document(office, "certificate", record_id=workshop["id"]))
    assert ["رونوشت دوم" in page for page in pages] == [True, False]
    with office.read() as rows:
        assert [row["printed_count"] for row in rows.find("certificate")] == [2, 1]


def test_who_has_a_certificate_is_told_of_it_with_all_else_that_is_known(office: OfficeFile, clock: FakeClock) -> None:
    people = _people(office, 2)
    workshop = _completed(office, clock, people)
    with office.write() as work:
        add_record(work, "certificate", {"workshop_id": workshop["id"], "person_id": people[0]["id"]})
    told = _words(make_document(office, "my_information", record_id=people[0]["id"]))
    assert "گواهی‌ها" in told
    assert "گواهی‌ها" not in _words(make_document(office, "my_information", record_id=people[1]["id"]))


def test_a_certificate_is_checked_against_the_list_without_the_internet(office: OfficeFile, clock: FakeClock) -> None:
    people = _people(office, 2)
    workshop = _completed(office, clock, people)
    with office.write() as work:
        issued = {"workshop_id": workshop["id"], "person_id": people[0]["id"]}
        one = add_record(work, "certificate", issued)
    scanned = text_of(one, workshop["title"], "دفتر مهرآوران")
    assert SURNAMES[0] not in scanned
    assert to_persian(code_of(one)) in _words(make_document(office, "certificate", record_id=one["id"]))
    with office.read() as rows:
        checked = check_certificate(rows, scanned)
        assert checked is not None
        assert (checked.name, checked.course, checked.holds) == (f"فاطمه {SURNAMES[0]}", workshop["title"], True)
        typed = check_certificate(rows, f"{to_ascii(one['number'])} {code_of(one)}")
        assert typed is not None
        assert typed.holds
        forged = check_certificate(rows, scanned.replace(to_persian(code_of(one)), "۱۲۳۴-۵۶۷۸"))
        assert forged is not None
        assert not forged.holds
        assert check_certificate(rows, "گواهی کر-۰۳/۱۴۰۴/گو/۹۹۹۹ کد ۱۲۳۴-۵۶۷۸") is None
        assert check_certificate(rows, "چیزی دیگر") is None
    assert code_of({**one, "hours": one["hours"] + 1}) != code_of(one)


def test_the_outcome_sheet_lists_whoever_was_not_reached_yet(office: OfficeFile, clock: FakeClock) -> None:
    people = _people(office, 3)
    workshop = _completed(office, clock, people)
    clock.pass_time(days=100)
    with office.write() as work:
        told = {"workshop_id": workshop["id"], "person_id": people[0]["id"], "kind": "home_business"}
        add_record(work, "outcome_followup", told)
        missed = {"workshop_id": workshop["id"], "person_id": people[1]["id"], "reached": False}
        one = add_record(work, "outcome_followup", missed)
    for record in (workshop["id"], one["id"]):
        text = _words(make_document(office, "outcome_sheet", record_id=record))
        assert [name in text for name in SURNAMES[:3]] == [False, True, True]
        assert "یکشنبه ۹ آذر ۱۴۰۴" in text or "۹۰" in text


def _market(office: OfficeFile) -> Row:
    people = _people(office, 7)
    with office.write() as work:
        event = add_record(
            work,
            "event",
            {
                "title": "بازارچهٔ صنایع دستی",
                "type": "handicraft_market",
                "place": "کاروانسرای آوج",
                "neighborhood_id": neighborhood(work),
                "date_from": "1404/06/13",
                "headcount_women": 210,
                "headcount_men": 140,
                "headcount_children": 90,
            },
        )
        for at, person in enumerate(people):
            stall = {"event_id": event["id"], "person_id": person["id"], "sales_rial": 10_000_000 + at}
            product = ("گلیم", "گليم", "گلیم", "گلیم", "گلیم", "مربا", "ترشی")[at]
            add_record(work, "market_stall", {**stall, "product": product})
    return event


def test_a_market_is_told_by_products_without_the_names_of_sellers(office: OfficeFile) -> None:
    event = _market(office)
    inside = _words(make_document(office, "market_summary", record_id=event["id"]))
    for words in ("۴۴۰", "۵۰٬۰۰۰٬۰۱۰", "۷۰٬۰۰۰٬۰۲۱ ریال", "مربا"):
        assert words in inside
    assert not any(name in inside for name in SURNAMES)
    outside = _words(make_document(office, "market_summary", record_id=event["id"], copy="shared"))
    assert "۱۰٬۰۰۰٬۰۰۵" not in outside
    assert "۱۰٬۰۰۰٬۰۰۶" not in outside


def test_the_programme_has_the_neighbourhood_s_sessions_and_events_of_the_month(office: OfficeFile) -> None:
    with office.write() as work:
        here, there = neighborhood(work), neighborhood(work, "چشمه‌سار")
        ours = add_workshop(work, neighborhood_id=here, sex_restriction="women", childcare=True)
        for workshop in (
            ours,
            add_workshop(work, neighborhood_id=there, title="برق ساختمان"),
            add_workshop(work, title="کمک‌های نخستین"),
        ):
            plan_sessions(work, workshop["id"])
        gone = add_workshop(work, neighborhood_id=here, title="کارگاه ازیادرفته")
        plan_sessions(work, gone["id"])
        step_record(work, "workshop", gone["id"], "cancelled", {"cancel_reason": "بیماری مدرس"})
        add_record(
            work,
            "event",
            {
                "title": "مسابقهٔ محلی «زو»",
                "type": "local_games",
                "place": "زمین دره‌سبز",
                "neighborhood_id": here,
                "date_from": "1404/06/20",
                "start": "16:30",
                "announcement": "همه بیایند.",
            },
        )
    text = _words(make_document(office, "programme_poster", record_id=here))
    for words in ("برنامهٔ شهریور ۱۴۰۴", "محلهٔ گلستان‌آباد", "ویژهٔ بانوان", "کمک‌های نخستین", "ساعت ۱۶:۳۰", "همه بیایند"):
        assert words in text
    assert "برق ساختمان" not in text
    assert "ازیادرفته" not in text
    assert "به دفتر پیشنهاد دهید" in _words(make_document(office, "programme_poster", record_id=here, month="1404-09"))
    assert "برق ساختمان" in _words(make_document(office, "programme_poster_a3"))


def test_times_are_said_short(office: OfficeFile) -> None:
    workshop, _ = _workshop(office, _people(office, 1))
    with office.write() as work:
        last = work.find("workshop_session", workshop_id=workshop["id"])[-1]
        later = last["date"] + timedelta(days=7)
        given = {"workshop_id": workshop["id"], "no": 5, "date": later, "start": "09:00", "end": "11:30"}
        one = add_record(work, "workshop_session", given)
    assert "۹ تا ۱۱:۳۰" in _words(make_document(office, "attendance_sheet", record_id=one["id"]))


def test_the_monthly_report_tells_what_came_of_workshops_and_counts_events_apart(
    office: OfficeFile, clock: FakeClock
) -> None:
    people = _people(office, 12)
    workshop = _completed(office, clock, people)
    event = _market(office)
    with office.write() as work:
        for score in (4, 5, 3, 4, 5, 4, 4, 5, 4, 5):
            add_record(work, "satisfaction_form", {"workshop_id": workshop["id"], "score": score})
        step_record(work, "event", event["id"], "held", {})
    with office.read() as rows:
        report = monthly_report(rows, "1404-06", "")
        before = monthly_report(rows, "1404-05", "")
    (course,) = report.workshops
    assert (course.participants, course.women_heads, course.completed, course.answers) == (12, 1, None, 10)
    assert course.satisfaction == pytest.approx(4.3)
    (market,) = report.events
    assert (market.headcount, market.stalls, market.sales_rial) == (440, 7, 70_000_021)
    assert not before.events
    assert report.content_hash != before.content_hash
    text = _words(make_document(office, "monthly_report", month="1404-06"))
    for words in (
        "بازارچهٔ صنایع دستی",
        "۷۰٬۰۰۰٬۰۲۱ ریال",
        "۷٫۰۰۰۰۰۲۱ میلیون تومان",
        "با شرکت‌کنندگان کارگاه‌ها جمع نمی‌شوند",
    ):
        assert words in text


def test_completion_is_told_once_the_workshop_is_reported(office: OfficeFile, clock: FakeClock) -> None:
    people = _people(office, 12)
    workshop = _completed(office, clock, people)
    with office.write() as work:
        form = {"target_type": "workshop", "target_id": workshop["id"], "period": "شهریور", "evaluator": "مدیر دفتر"}
        add_record(work, "evaluation", {**form, "criteria": [{"name": "مدرس", "weight": 1, "score": 5}]})
        step_record(work, "workshop", workshop["id"], "held", {})
        step_record(work, "workshop", workshop["id"], "reported", {})
    with office.read() as rows:
        (course,) = monthly_report(rows, "1404-06", "").workshops
    assert (course.completed, course.enrolled) == (11, 12)
