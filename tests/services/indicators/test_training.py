"""Workshops: the worked example of §4.2 to the digit, and five random years told again by an independent script."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from desktop.domain.indicators import Indicator
from desktop.domain.persian.calendar import month_bounds, shift_month
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.indicators.month import indicators
from desktop.services.merging import merge, unmerge
from desktop.services.records import add_record, change_record, step_record
from desktop.services.session_planning import plan_sessions
from desktop.services.workshop_figures import workshop_figures
from desktop.services.workshops import enroll, record_attendance
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.cli.running import tashilgar_here
from tests.factories import add_evaluation, add_household, add_person, add_workshop, make_office
from tests.fakes import FakeClock
from tests.services.indicators.conftest import AFTERWARDS, taken_back
from tests.services.indicators.training_oracle import Month, Oracle

MONTH = "1404-06"
LIFE_SKILLS, SEWING = (18, 17, 15, 16), (12, 11, 10)


def _people(work: UnitOfWork) -> list[str]:
    """29: nine women heads, eighteen who are none, two women whose age nobody wrote."""
    heads = [add_person(work)["id"] for _ in range(9)]
    homes = [add_household(work) for _ in range(18)]
    others = [add_person(work, home, first_name="علی", sex="male")["id"] for home in homes]
    unknown = [add_person(work, birth_date=None)["id"] for _ in range(2)]
    return [*heads, *others, *unknown]


def _held(work: UnitOfWork, title: str, hours: float, people: list[str], came: tuple[int, ...], order: Random) -> Row:
    """A workshop whose sessions were attended by so many, everybody at least once."""
    given = {"title": title, "sessions_planned": len(came), "hours_per_session": hours}
    workshop = add_workshop(work, **given, type="home_jobs" if hours > 2 else "life_skills", planned_end="1404/06/26")
    enroll(work, workshop["id"], people)
    step_record(work, "workshop", workshop["id"], "open", {})
    sessions = plan_sessions(work, workshop["id"])
    order.shuffle(sessions)
    for session in sessions:
        count, first = came[session["no"] - 1], (session["no"] - 1) * 5
        here = {people[(first + place) % len(people)] for place in range(count)}
        record_attendance(
            work, session["id"], {p: "late" if p == people[0] else "present" for p in people if p in here}, walk_ins=2
        )
    return workshop


def _example(work: UnitOfWork, seed: int) -> tuple[list[str], list[Row]]:
    order, people = Random(seed), _people(work)  # noqa: S311
    order.shuffle(people)
    both = people[:4]
    courses = [("مهارت‌های زندگی", 2.0, people[:20], LIFE_SKILLS), ("خیاطی خانگی", 3.0, [*both, *people[20:]], SEWING)]
    order.shuffle(courses)
    made = [_held(work, *course, order) for course in courses]
    _earlier(work, people[4:6] + people[-2:])
    return people, made


def _earlier(work: UnitOfWork, people: list[str]) -> None:
    """A workshop of the spring, to which four of them came; and one that is too long ago to count."""
    for start, who in (("1404/02/06", people), ("1403/05/13", [])):
        workshop = add_workshop(
            work, title="فرزندپروری", planned_start=start, planned_end="1404/06/01", sessions_planned=1
        )
        record_attendance(work, plan_sessions(work, workshop["id"])[0]["id"], dict.fromkeys(who, "present"))


def _check(found: dict[str, Indicator]) -> None:
    told = {code: found[code].as_json() for code in ("I-14", "I-15", "I-16", "I-17")}
    assert (told["I-14"]["value"], told["I-15"]["value"]) == (231, 29)
    heads, again = told["I-16"], told["I-17"]
    assert (heads["numerator"], heads["denominator"], heads["value"], heads["missing"]) == (9, 27, 33.3, 2)
    assert (again["numerator"], again["denominator"], again["value"]) == (8, 29, 27.6)


@pytest.mark.parametrize("seed", range(4))
def test_the_worked_example_in_any_order_of_entry(office: OfficeFile, seed: int) -> None:
    with taken_back(office) as work:
        _example(work, seed)
        market = {"title": "بازارچه", "type": "handicraft_market", "place": "کاروانسرا", "date_from": "1404/06/20"}
        place = work.find("neighborhood")[0]["id"]
        add_record(work, "event", {**market, "neighborhood_id": place, "headcount_women": 210, "headcount_men": 140})
        _check(indicators(work, MONTH))


def test_two_files_of_one_participant_count_once_after_they_are_merged_and_twice_when_parted(
    office: OfficeFile,
) -> None:
    with taken_back(office) as work:
        people, workshops = _example(work, 1)
        double = add_person(work, first_name="فاطمه", birth_date="1362")["id"]
        session = min(work.find("workshop_session", workshop_id=workshops[0]["id"]), key=lambda s: s["no"])
        add_record(work, "attendance", {"session_id": session["id"], "person_id": double, "state": "late"})
        keep = next(
            m["person_id"] for m in work.find("attendance", session_id=session["id"]) if m["person_id"] != double
        )
        assert indicators(work, MONTH)["I-15"].value == 30
        merged = merge(work, keep, double, {})
        _check(indicators(work, MONTH))
        unmerge(work, merged["id"])
        assert indicators(work, MONTH)["I-15"].value == 30
        assert people


def test_who_came_before_the_window_or_only_to_the_same_workshop_does_not_repeat(office: OfficeFile) -> None:
    with taken_back(office) as work:
        person = add_person(work)["id"]
        for start, title in (("1403/05/31", "پیش از پنجره"), ("1404/06/01", "همین")):
            workshop = add_workshop(
                work, title=title, planned_start=start, planned_end="1404/06/30", sessions_planned=2
            )
            for session in plan_sessions(work, workshop["id"]):
                record_attendance(work, session["id"], {person: "present"})
        first = month_bounds(MONTH)[0]
        days = sorted(s["date"] for s in work.find("workshop_session") if s["date"] < first)
        change_record(work, "workshop_session", _session_on(work, days[0]), {"date": first - timedelta(days=366)})
        change_record(work, "workshop_session", _session_on(work, days[1]), {"date": first - timedelta(days=367)})
        assert indicators(work, MONTH)["I-17"].numerator == 0
        change_record(
            work,
            "workshop_session",
            _session_on(work, first - timedelta(days=366)),
            {"date": first - timedelta(days=365)},
        )
        assert indicators(work, MONTH)["I-17"].numerator == 1


def _session_on(work: UnitOfWork, on: date) -> str:
    return str(work.find("workshop_session", date=on)[0]["id"])


def test_completion_counts_in_the_month_of_the_report_and_leaves_out_who_withdrew_before_the_first_session(
    office: OfficeFile,
) -> None:
    with taken_back(office) as work:
        workshop = add_workshop(work, capacity=4, min_attend_share=0.75)
        people = [add_person(work)["id"] for _ in range(6)]
        places = enroll(work, workshop["id"], people)
        sessions = plan_sessions(work, workshop["id"])
        step_record(work, "workshop", workshop["id"], "open", {})
        change_record(
            work, "workshop_enrollment", places[0]["id"], {"status": "withdrawn", "withdrawn_on": "1404/05/30"}
        )
        for place, session in enumerate(sessions[:3]):
            marks = {
                people[1]: "present",
                people[2]: "late",
                people[3]: "present" if place else "absent",
                people[4]: "present",
            }
            record_attendance(work, session["id"], marks)
        change_record(
            work, "workshop_enrollment", places[2]["id"], {"status": "withdrawn", "withdrawn_on": "1404/06/10"}
        )
        change_record(work, "workshop_enrollment", places[5]["id"], {"status": "withdrawn"})
        change_record(work, "workshop_session", sessions[3]["id"], {"held": False})
        step_record(work, "workshop", workshop["id"], "held", {})
        add_evaluation(work, workshop["id"])
        step_record(work, "workshop", workshop["id"], "reported", {"on": "1404/07/02"})
        assert indicators(work, "1404-06")["I-18"].value is None
        told = indicators(work, "1404-07")["I-18"]
        assert (told.numerator, told.denominator, told.value) == (2, 5, 40.0)
        figures = workshop_figures(work, workshop["id"])
        assert figures is not None
        assert (figures.held, figures.participants, figures.completed, figures.seated) == (3, 4, 2, 3)
        step_record(work, "workshop", workshop["id"], "held", {"on": "1404/07/30", "note": "یک حضور جا افتاده بود"})
        assert indicators(work, "1404-07")["I-18"].value is None
        with pytest.raises(RefusedError):
            step_record(work, "workshop", workshop["id"], "open", {})


class _Years:
    """An office of five years with all the disorder that real life has."""

    def __init__(self, work: UnitOfWork, seed: int) -> None:
        self.work, self.random = work, Random(seed)  # noqa: S311
        self.people = [self._person(n) for n in range(40)]

    def _person(self, n: int) -> str:
        sex = self.random.choice(("female", "male"))
        birth = None if self.random.random() < 0.15 else str(self.random.randint(1330, 1375))
        override: dict[str, Any] = (
            {"women_head_override": True, "women_head_override_reason": "تنها نان‌آور"} if n % 13 == 0 else {}
        )
        return str(add_person(self.work, sex=sex, birth_date=birth, first_name="مریم", **override)["id"])

    def workshop(self) -> None:
        start = date(2020, 9, 22) + timedelta(days=self.random.randint(0, 5 * 365))
        count, kind = self.random.randint(1, 4), self.random.choice(("home_jobs", "life_skills", "literacy"))
        plan = {
            "planned_start": start,
            "planned_end": start + timedelta(days=40),
            "type": kind,
            "sessions_planned": count,
        }
        share = self.random.choice((0.5, 0.75, 1))
        made = add_workshop(
            self.work, **plan, hours_per_session=self.random.choice((1.5, 2, 3)), capacity=6, min_attend_share=share
        )
        places = enroll(self.work, made["id"], self.random.sample(self.people, self.random.randint(3, 9)))
        step_record(self.work, "workshop", made["id"], "open", {})
        sessions = plan_sessions(self.work, made["id"])
        gone = self.random.choice(places)
        left = {"status": "withdrawn", "withdrawn_on": start + timedelta(days=self.random.randint(-3, 9))}
        if gone["status"] == "enrolled":
            change_record(self.work, "workshop_enrollment", gone["id"], left)
        for session in sessions:
            self._session(made["id"], session)
        if self.random.random() < 0.8:
            self._report(made["id"], max(s["date"] for s in sessions))

    def _session(self, workshop_id: str, session: Row) -> None:
        if self.random.random() < 0.2:
            change_record(self.work, "workshop_session", session["id"], {"held": False})
            return
        if self.random.random() < 0.4:
            change_record(self.work, "workshop_session", session["id"], {"start": "10:00", "end": "11:45"})
        places = self.work.find("workshop_enrollment", workshop_id=workshop_id)
        seated = [place["person_id"] for place in places if place["status"] == "enrolled"]
        states = ("present", "present", "late", "absent", "excused")
        record_attendance(self.work, session["id"], {p: self.random.choice(states) for p in seated}, walk_ins=1)
        for mark in self.work.find("attendance", session_id=session["id"])[:1]:
            if self.random.random() < 0.3:
                change_record(self.work, "attendance", mark["id"], {"minutes": 50})

    def _report(self, workshop_id: str, last: date) -> None:
        workshop = self.work.get("workshop", workshop_id)
        if workshop is None or workshop["status"] != "running":
            return
        step_record(self.work, "workshop", workshop_id, "held", {})
        for due in self.work.find("outcome_followup", workshop_id=workshop_id):
            told = self.random.choice(({}, {"reached": False}, {"kind": "no_change"}, {"kind": "home_business"}))
            late = {"checked_on": due["due_on"] + timedelta(days=self.random.randint(-5, 25))} if told else {}
            change_record(self.work, "outcome_followup", due["id"], {**told, **late})
        add_evaluation(self.work, workshop_id)
        marks = {s["id"] for s in self.work.find("workshop_session", workshop_id=workshop_id, held=True)}
        for session_id in marks:  # who came late to the list is written down as absent
            known = {a["person_id"] for a in self.work.find("attendance", session_id=session_id)}
            places = self.work.find("workshop_enrollment", workshop_id=workshop_id, status="enrolled")
            record_attendance(
                self.work,
                session_id,
                {p["person_id"]: "absent" for p in places if p["person_id"] not in known},
                walk_ins=1,
            )
        step_record(
            self.work, "workshop", workshop_id, "reported", {"on": last + timedelta(days=self.random.randint(0, 20))}
        )


def test_five_random_years_are_told_alike_by_a_script_that_reads_what_the_program_lists(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", FakeClock(AFTERWARDS))
    with office.write() as work:
        years = _Years(work, 1404)
        for _ in range(60):
            years.workshop()
        home = work.find("neighborhood")[0]["id"]
        for since in ("1400", "1404/05/20"):
            add_record(
                work,
                "local_trustee",
                {"full_name": "حسن کاظمی", "neighborhood_id": home, "role": "elder", "since": since},
            )
    office.close()

    def listing(kind: str) -> list[dict[str, Any]]:
        return tashilgar_here(tmp_path / "office", "list", kind).lines

    oracle = Oracle(listing)
    seen: set[str] = set()
    for back in range(0, 60, 4):
        month = shift_month("1404-08", -back)
        said = json.loads(tashilgar_here(tmp_path / "office", "indicators", "--month", month).out)
        for code, (numerator, denominator, missing) in oracle.figures(Month(*month_bounds(month))).items():
            told = said[code]
            assert (told["numerator"], told["denominator"], told["missing"]) == (numerator, denominator, missing), (
                month,
                code,
            )
            seen |= {code} if numerator else set()
    assert seen == {"I-14", "I-15", "I-16", "I-17", "I-18", "I-19", "I-22"}
