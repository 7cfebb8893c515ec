"""Small histories whose figures were worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.indicators import Indicator, Stock
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import read_date
from desktop.domain.record import Row
from desktop.services.indicators.month import indicators
from desktop.services.indicators.needs import Needs
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.monthly import monthly_report
from desktop.services.records import add_record, change_record, delete_record
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork, new_id
from tests.factories import add_person, add_workshop, neighborhood
from tests.services.indicators.conftest import Desk, day, taken_back

MONTH = "1404-06"


def _json(work: UnitOfWork, code: str, month: str = MONTH) -> dict[str, object]:
    return indicators(work, month)[code].as_json()


def _share(work: UnitOfWork, code: str, month: str = MONTH) -> tuple[object, ...]:
    made = _json(work, code, month)
    return made["numerator"], made["denominator"], made["value"]


def _stock(work: UnitOfWork, month: str = MONTH) -> Stock:
    return Needs(Snapshot(work, month)).stocks()["education"]


def _step(work: UnitOfWork, need: Row, source: str, target: str, on: str, event: str = "") -> None:
    """A step as it comes from another laptop: with its own id, and whatever came here meanwhile."""
    values = {"need_id": need["id"], "from_status": source, "to_status": target, "on": _date(on)}
    others = dict.fromkeys(KINDS["need_event"].fields)
    work.add("need_event", {**others, **values, "id": event or new_id()})


# -------------------------------------------------------------------------------------------------- answers


def test_an_answer_of_the_same_day_took_no_day(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        desk.answer(desk.refer("06/10"), "06/10")
        assert (_json(work, "I-13")["value"], _json(work, "I-13")["n"]) == (0, 1)
        assert _share(work, "I-11") == (1, 1, 100)


def test_an_even_number_of_answers_has_the_mean_of_the_middle_ones(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        desk.answer(desk.refer("06/01"), "06/04")
        desk.answer(desk.refer("06/01"), "06/11")
        assert _json(work, "I-13")["value"] == 6.5


def test_nothing_to_divide_by_is_no_zero(office: OfficeFile) -> None:
    with taken_back(office) as work:
        for code in ("I-09", "I-11", "I-12", "I-13", "I-20"):
            assert _json(work, code)["value"] is None
        made = _json(work, "I-13")
        assert (made["n"], made["unanswered"], made["unanswered_median_age"]) == (0, 0, None)


@pytest.mark.parametrize(
    ("withdrawn_on", "outstanding", "of_before", "unanswered"),
    [
        ("05/31", 0, 0, 0),  # before the month: waits no more
        ("06/01", 1, 0, 0),  # on its first day: it still waited
        ("06/31", 1, 0, 0),  # on its last day: nobody waits any more when it ends
        ("07/01", 1, 1, 1),  # later: not withdrawn for this month
    ],
)
def test_a_withdrawn_referral_waits_until_the_day_it_was_withdrawn(
    office: OfficeFile, withdrawn_on: str, outstanding: int, of_before: int, unanswered: int
) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        referral = desk.refer("05/20")
        work.change("referral", referral["id"], {"status": "withdrawn", "withdrawn_on": _date(withdrawn_on)})
        assert _share(work, "I-11")[1] == outstanding
        assert _share(work, "I-12")[1] == of_before
        assert _json(work, "I-13")["unanswered"] == unanswered


def test_one_withdrawn_on_a_day_nobody_wrote_down_never_waited(office: OfficeFile) -> None:
    with taken_back(office) as work:
        referral = Desk(work).refer("05/20")
        work.change("referral", referral["id"], {"status": "withdrawn", "withdrawn_on": None})
        assert (_share(work, "I-11")[1], _share(work, "I-12")[1], _json(work, "I-13")["unanswered"]) == (0, 0, 0)
        assert indicators(work, "1404-05")["I-20"].numerator == 1  # the work was done all the same


def test_an_answer_counts_from_its_own_records_even_when_the_referral_was_never_told(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        referral = desk.refer("06/02")
        desk.answer(referral, "06/05")
        work.change("referral", referral["id"], {"first_response_on": None, "status": "sent"})
        assert _share(work, "I-11") == (1, 1, 100)


def test_deleted_answers_referrals_and_needs_are_as_if_they_had_never_been(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        kept, gone = desk.refer("06/02"), desk.refer("06/03")
        answer = desk.answer(kept, "06/05")
        desk.answer(gone, "06/04")
        assert _share(work, "I-11") == (2, 2, 100)
        delete_record(work, "agency_response", answer["id"])
        assert _share(work, "I-11") == (1, 2, 50)
        work.delete("referral", kept["id"])
        assert _share(work, "I-11") == (1, 1, 100)
        work.delete("need", gone["need_id"])
        assert _share(work, "I-11") == (0, 0, None)
        assert (_json(work, "I-06")["value"], _json(work, "I-07")["value"]) == (1, 1)
        assert _json(work, "I-20")["numerator"] == 0


@pytest.mark.parametrize(
    ("month", "sent_on", "ripe", "immature"),
    [
        ("1404-12", "1404/11/29", 1, 0),  # اسفند of 29 days: the 30th day is the last
        ("1404-12", "1404/11/30", 0, 1),  # a day too late
        ("1403-12", "1403/11/30", 1, 0),  # a leap year's اسفند has the day
        ("1404-06", "1404/05/31", 1, 0),
    ],
)
def test_a_referral_is_ripe_when_its_thirty_days_have_passed_by_the_end_of_the_month(
    office: OfficeFile, month: str, sent_on: str, ripe: int, immature: int
) -> None:
    with taken_back(office) as work:
        Desk(work).refer(sent_on)
        assert _share(work, "I-12", month) == (0, ripe, 0 if ripe else None)
        assert _json(work, "I-12", month)["immature"] == immature


def test_the_thirtieth_day_is_in_time_and_the_next_is_not(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        desk.answer(desk.refer("05/01"), "05/31")
        desk.answer(desk.refer("05/01"), "06/01")
        assert _share(work, "I-12") == (1, 2, 50)


def test_the_last_day_of_a_short_and_of_a_long_esfand_belongs_to_it(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        desk.need("1404/12/29")
        desk.need("1403/12/30")
        desk.need("1405/01/01")
        assert _json(work, "I-06", "1404-12")["value"] == 1
        assert _json(work, "I-06", "1403-12")["value"] == 1
        assert _json(work, "I-10", "1404-12")["median_age"] == (0 + 365) / 2
        assert _json(work, "I-07", "1405-01")["value"] == 3


# ---------------------------------------------------------------------------------------------------- needs


def test_needs_stand_open_by_field_with_their_share_and_age(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        desk.need("06/01", due_on=day("06/30"))  # overdue, 30 days old
        desk.need("06/11", due_on=day("06/31"))  # due on the last day: not overdue; 20 days old
        desk.need("05/31", field="health", due_on=day("07/10"))  # 31 days old
        desk.need("07/01")
        made = _json(work, "I-07")
        assert made["by"] == {
            "field": {"education": 2, "health": 1},
            "field_share": {"education": 66.7, "health": 33.3},
        }
        assert (_share(work, "I-10"), _json(work, "I-10")["median_age"]) == ((1, 3, 1), 30)
        assert _json(work, "I-06")["by"] == {
            "field": {"education": 2},
            "urgency": {"normal": 2},
            "scope": {"person": 2},
        }


def test_needs_that_ended_count_once_for_each_end_and_the_stock_counts_every_step(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        twice, refused, closed = desk.need("05/10"), desk.need("06/01"), desk.need("06/02")
        _step(work, twice, "noted", "met", "06/03")
        _step(work, twice, "met", "in_progress", "06/04")
        _step(work, twice, "in_progress", "met", "06/05")
        _step(work, refused, "answered", "rejected", "06/05")
        _step(work, refused, "rejected", "referred", "06/09")
        _step(work, refused, "referred", "met", "06/20")
        _step(work, closed, "noted", "closed", "07/01")
        assert _json(work, "I-08")["value"] == 2
        assert _share(work, "I-09") == (2, 3, 66.7)
        assert _stock(work) == Stock(open_start=1, new=2, reopened=2, met=3, rejected=1, closed=0, open_end=1)


def test_two_laptops_that_ended_one_need_end_it_once(office: OfficeFile) -> None:
    with taken_back(office) as work:
        need = Desk(work).need("05/10")
        _step(work, need, "noted", "closed", "06/09")  # came first, happened last
        _step(work, need, "noted", "met", "05/20")
        assert _stock(work, "1404-05") == Stock(new=1, met=1)
        assert _stock(work) == Stock()
        assert (_json(work, "I-08")["value"], _share(work, "I-09")) == (0, (0, 0, None))
        assert _json(work, "I-08")["previous"] == 1


def test_steps_of_one_day_stand_in_the_order_of_their_ids(office: OfficeFile) -> None:
    first, second, third = sorted(new_id() for _ in range(3))
    for arrival in ([first, second, third], [third, second, first], [second, third, first]):
        with taken_back(office) as work:
            need = Desk(work).need("05/10")
            steps = {
                first: ("noted", "met"),
                second: ("met", "in_progress"),
                third: ("in_progress", "closed"),
            }
            for event in arrival:
                _step(work, need, *steps[event], "06/07", event)
            assert _stock(work) == Stock(open_start=1, reopened=1, met=1, closed=1)
            assert _json(work, "I-07")["value"] == 0


def test_a_need_that_was_noted_on_another_day_than_first_told_begins_on_the_right_one(office: OfficeFile) -> None:
    with taken_back(office) as work:
        need = Desk(work).need("05/10", due_on=day("08/01"))
        work.change("need", need["id"], {"noted_on": _date("06/03")})
        assert Needs(Snapshot(work, "1404-05")).stocks() == {}
        assert _stock(work) == Stock(new=1, open_end=1)
        assert _json(work, "I-06")["value"] == 1


# ----------------------------------------------------------------------------------------------- activities


def _visit(work: UnitOfWork, on: str, **changes: object) -> Row:
    staff = work.find("staff_member")[0]["id"]
    given = {"date": day(on), "type": "office_visit", "subject": "health", "staff_id": staff}
    return add_record(work, "visit", {**given, **changes})


def test_visits_count_by_type_and_place_and_by_working_days(office: OfficeFile) -> None:
    with taken_back(office) as work:
        here, there = neighborhood(work), neighborhood(work, "چشمه‌سار")
        _visit(work, "06/01", neighborhood_id=here)
        _visit(work, "06/31", neighborhood_id=here, type="field_survey")
        _visit(work, "06/15", neighborhood_id=there)
        _visit(work, "06/15", type="guidance")
        _visit(work, "05/31")
        _visit(work, "07/01")
        work.delete("visit", _visit(work, "06/09")["id"])
        made = _json(work, "I-05")
        assert (made["value"], made["previous"]) == (4, 1)
        assert made["by"] == {"type": {"office_visit": 2, "field_survey": 1, "guidance": 1}}
        report = monthly_report(work, MONTH, "")
        assert report.working_days == 24  # 31 days, four Fridays, three lunar holidays
        assert [(row.neighborhood, row.total) for row in report.visits] == [
            ("چشمه‌سار", 1),
            ("گلستان‌آباد", 2),
            ("بی‌محله", 1),
        ]


def test_the_social_share_counts_visits_sessions_and_referrals_by_number_and_by_minutes(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        _visit(work, "06/01", subject="social", minutes=30)
        _visit(work, "06/02", subject="economic", minutes=45)
        _visit(work, "06/03", subject="sport")  # sport is no part of the social mission
        workshop = add_workshop(work, field="cultural")
        for no, held in ((1, True), (2, False), (3, None)):
            given = {"workshop_id": workshop["id"], "no": no, "date": day(f"06/0{no}"), "held": held}
            add_record(work, "workshop_session", given)
        desk.refer("06/05", desk.need("06/05", field="legal"))
        desk.refer("06/06", desk.need("06/06", field="civil_physical"))
        desk.refer("05/31")
        assert _share(work, "I-20") == (3, 6, 50)  # a visit, the session that was held, a legal referral
        assert _json(work, "I-20")["by"] == {"source": {"visit": 3, "workshop_session": 1, "referral": 2}}
        minutes = _json(work, "I-20b")
        assert (minutes["numerator"], minutes["denominator"], minutes["value"]) == (150, 195, 76.9)
        assert minutes["missing"] == 3  # the visit and the referrals that nobody timed


def test_a_session_lasts_by_its_clock_and_else_by_the_plan(office: OfficeFile) -> None:
    with taken_back(office) as work:
        person, workshop = add_person(work), add_workshop(work, hours_per_session=2)
        given = {"workshop_id": workshop["id"], "held": True}
        for no, times in ((1, {"start": "09:00", "end": "10:45"}), (2, {})):
            session = add_record(work, "workshop_session", {**given, **times, "no": no, "date": day("06/08")})
            mark = {"session_id": session["id"], "person_id": person["id"], "state": "present"}
            add_record(work, "attendance", mark)
        assert _json(work, "I-14")["value"] == 3.75
        assert _json(work, "I-20b")["denominator"] == 225
        assert monthly_report(work, MONTH, "").workshops[0].hours == 3.75


def test_the_burden_falls_on_who_is_at_work_when_the_month_ends(office: OfficeFile) -> None:
    with taken_back(office) as work:
        before = _json(work, "I-30")["denominator"]
        joined = {"full_name": "کاوه رستمی", "position": "facilitator", "start_date": day("06/31")}
        colleague = add_record(work, "staff_member", joined)
        for on in ("06/01", "06/02", "06/03"):
            _visit(work, on)
        assert _share(work, "I-30") == (3, 3, 1)
        assert before == 2  # the manager came later than this month
        change_record(work, "staff_member", colleague["id"], {"end_date": day("06/31")})
        assert _share(work, "I-30")[1] == 3
        assert _share(work, "I-30", "1404-07")[1] == 2


def test_the_open_work_of_a_facilitator_is_what_the_worklist_would_have_told_on_the_last_day(
    office: OfficeFile,
) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        assert _share(work, "I-30b") == (0, 1, 0)
        desk.need("06/01", due_on=day("06/31"))  # 1: due on the day
        desk.need("06/01", due_on=day("07/01"))
        over = desk.need("06/01", due_on=day("06/05"))
        _step(work, over, "noted", "closed", "06/10")
        later = desk.need("06/01", due_on=day("07/09"))
        silent = desk.refer("06/02", later, answer_due_on=day("06/30"))  # 2: silent beyond its day
        desk.refer("06/20", later, to="welfare_org", answer_due_on=day("06/31"))  # its last day is not over
        desk.refer("06/02", over, answer_due_on=day("06/05"))  # of a need that ended
        promised = desk.refer("06/02", later, to="welfare_org", answer_due_on=day("06/20"))
        _promise(desk, promised, "06/05", "06/15")  # 3: the promise passed
        _visit(work, "06/03", next_action_on=day("06/20"))  # 4
        _visit(work, "06/03", next_action_on=day("06/20"), next_action_done_on=day("07/02"))  # 5: done only later
        _visit(work, "06/03", next_action_on=day("06/20"), next_action_done_on=day("06/30"))
        _visit(work, "06/03", next_action_on=day("07/01"))
        add_record(
            work, "workshop_session", {"workshop_id": add_workshop(work)["id"], "no": 1, "date": day("06/31")}
        )  # 6: the session of the day
        assert _share(work, "I-30b") == (6, 1, 6)
        desk.answer(silent, "07/01")
        assert _share(work, "I-30b") == (6, 1, 6)
        desk.answer(silent, "06/31")
        desk.answer(promised, "06/20", "in_progress")  # the last word, and it promises nothing
        assert _share(work, "I-30b") == (4, 1, 4)


def _promise(desk: Desk, referral: Row, received_on: str, promised_on: str) -> None:
    given = {"referral_id": referral["id"], "received_on": day(received_on), "type": "accepted"}
    add_record(desk.work, "agency_response", {**given, "promised_on": day(promised_on)})


def _date(short: str) -> date:
    return read_date(day(short))


def test_every_indicator_says_what_it_stands_on(office: OfficeFile) -> None:
    with taken_back(office) as work:
        desk = Desk(work)
        desk.answer(desk.refer("06/01"), "06/04")
        made = indicators(work, MONTH)
        assert [code for code in made if code.startswith("I-1")] == [f"I-1{n}" for n in range(10)]
        for code, indicator in made.items():
            told = indicator.as_json()
            assert {"numerator", "denominator", "value", "unit", "missing", "suppressed", "previous"} <= set(told), code
            assert _has_base(indicator), code


def _has_base(indicator: Indicator) -> bool:
    return (indicator.numerator is not None) or (indicator.denominator is not None)
