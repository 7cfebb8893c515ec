"""The history of a person, told from the log and from what happened around the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.services import household_life as life
from desktop.services.life_story import Happened, life_story
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.registration import register_household
from desktop.services.session import seat
from desktop.services.session_planning import plan_sessions
from desktop.services.workshops import enroll, record_attendance
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_identifier, add_need, add_workshop, agency, make_office, neighborhood, person_values
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    made = make_office(tmp_path, clock)
    seat(made)
    yield made
    made.close()


def told(office: OfficeFile, person_id: str) -> list[Happened]:
    with office.read() as rows:
        return life_story(rows, person_id)


def test_a_life_is_told_in_order_with_who_and_when(office: OfficeFile, clock: FakeClock) -> None:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 2, "registered_on": "1404/06/10"}
        son = person_values(first_name="مهدی", sex="male", relation_to_head="child", birth_date="1380")
        done = register_household(work, home, [{**person_values(), "consent_method": "signature"}, son])
        wife, child = (person["id"] for person in done.persons)
        paper = add_identifier(work, done.persons[0], "9931000201")
    clock.pass_time(days=1)
    with office.write() as work:
        change_record(work, "person", wife, {"mobile": "09000000011", "father_name": "رضا", "is_volunteer": True})
        change_record(work, "household", done.household["id"], {"address_text": "کوچهٔ بهار"})
    clock.pass_time(days=1)
    with office.write() as work:
        need = add_need(work, done.persons[0])
        step_record(work, "need", need["id"], "referred", {"main_agency_id": agency(work)})
        workshop = add_workshop(work)
        plan_sessions(work, workshop["id"])
        enroll(work, workshop["id"], [wife])
        record_attendance(work, work.find("workshop_session")[0]["id"], {wife: "present"})
        add_record(work, "visit", {"type": "consultation", "subject": "social", "person_id": wife})
    clock.pass_time(days=1)
    with office.write() as work:
        delete_record(work, "person_identifier", paper["id"])
        change_record(work, "person", wife, {"is_trustee": True})
        consent = work.find("consent", person_id=wife)[0]
        change_record(work, "consent", consent["id"], {"withdrawn_on": "1404/06/18"})
    clock.pass_time(days=1)
    with office.write() as work:
        life.note_death(work, wife, {"on": "1404/06/18", "successor_id": child})
    story = told(office, wife)
    assert [(one.on.day, one.what) for one in reversed(story)] == [
        (1, "registered"), (1, "paper"), (6, "consent"), (7, "edited"), (7, "address"), (8, "need"), (8, "need"),
        (8, "referral"), (8, "workshop"), (8, "visit"), (9, "paper_removed"), (9, "trustee"), (9, "withdrew"),
        (9, "died"), (10, "trustee_no_more"),
    ]  # fmt: skip
    by_what = {one.what: one for one in story}
    assert {one.who for one in story} == {"حمید یزدان‌پناه", ""}
    assert by_what["paper"].facts == {"type": "national_id", "last4": "0201"}
    assert by_what["edited"].facts["fields"] == [
        ("father_name", "غلامرضا", "رضا"), ("mobile", None, "09000000011"), ("is_volunteer", False, True),
    ]  # fmt: skip
    assert by_what["workshop"].facts["came"] == 1
    assert by_what["died"].on == date(2025, 9, 9)
    assert [one.what for one in told(office, child)] == ["became_head", "address", "registered"]


def test_sensitive_answers_and_whole_numbers_are_not_told(office: OfficeFile) -> None:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
        person = register_household(work, home, [person_values()]).persons[0]
        add_identifier(work, person, "9931000201")
        scope = {"scope": "sensitive:disability_type", "method": "signature"}
        add_record(work, "consent", {"person_id": person["id"], **scope})
        add_record(work, "person_sensitive", {"person_id": person["id"], "disability_type": "visual"})
    everything = repr(told(office, person["id"]))
    assert "9931000201" not in everything
    assert "visual" not in everything
    assert "disability" not in everything


def test_moves_alone_with_the_household_and_to_another_are_told_apart(office: OfficeFile, clock: FakeClock) -> None:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 2, "registered_on": "1404/06/01"}
        members = [person_values(), person_values(first_name="ستایش", relation_to_head="child", birth_date="1380")]
        done = register_household(work, home, members)
        other = register_household(work, home, [person_values(first_name="زهرا")])
    head, girl = (person["id"] for person in done.persons)
    acts: tuple[Callable[[UnitOfWork], object], ...] = (
        lambda work: life.move_away(work, done.household["id"], {"on": "1404/06/15", "moved_to": "زاهدان"}),
        lambda work: life.come_back(work, done.household["id"], {"on": "1404/06/16"}),
        lambda work: life.member_moves(work, girl, {"on": "1404/06/17"}),
        lambda work: life.member_returns(
            work, girl, {"on": "1404/06/18", "household_id": other.household["id"], "relation_to_head": "sibling"}
        ),
    )
    for act in acts:
        with office.write() as work:
            act(work)
        clock.pass_time(days=1)
    found = [(one.what, one.facts) for one in reversed(told(office, girl))]
    number = other.household["household_no"]
    assert found[1:] == [
        ("left", {"together": True, "moved_to": "زاهدان"}),
        ("returned", {"together": True, "moved_to": ""}),
        ("left", {"together": False, "moved_to": ""}),
        ("returned", {"together": False, "moved_to": ""}),
        ("household", {"household_no": number, "relation": "sibling"}),
    ]
    assert [one.what for one in reversed(told(office, head))] == ["registered", "left", "returned"]


def test_the_log_of_one_record_is_found_by_its_index(office: OfficeFile) -> None:
    asked = "EXPLAIN QUERY PLAN SELECT * FROM change_log l WHERE l.record_id IN (:a, :b) ORDER BY l.seq"
    with office.read() as rows:
        plan = " ".join(str(row["detail"]) for row in rows.query(asked, a="x", b="y"))
    assert "ix_change_log_record" in plan
