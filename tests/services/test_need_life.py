"""The life of a need, step by step: what each takes, what it leaves behind, and what is told late or taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.indicators.month import indicators
from desktop.services.intake import put_record
from desktop.services.letters import unanswered_of, waiting_agencies
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.undo import undo
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    PASSWORD,
    add_colleague,
    add_household,
    add_need,
    add_person,
    agency,
    make_office,
    neighborhood,
)
from tests.fakes import FakeClock


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path, FakeClock())
    yield made
    assert [result.check for result in check_office(made) if not result.ok] == []
    made.close()


class Story:
    """One need of one person, and what is done with it. Each act is a commit of its own."""

    def __init__(self, office: OfficeFile, **changes: Any) -> None:
        self.office = office
        with office.write() as work:
            self.id = str(add_need(work, add_person(work), noted_on="1404/05/01", **changes)["id"])

    def goes(self, target: str, **given: Any) -> str:
        with self.office.write() as work:
            step_record(work, "need", self.id, target, self._with_agencies(work, given))
            return work.tx

    def refused(self, target: str, **given: Any) -> set[tuple[str, str]]:
        before = self.all()
        with pytest.raises(RefusedError) as error:
            self.goes(target, **given)
        assert self.all() == before
        return {(problem.field, problem.code) for problem in error.value.problems}

    def answers(self, **given: Any) -> str:
        with self.office.write() as work:
            referral = work.find("referral", need_id=self.id)[given.pop("to", -1)]
            return str(add_record(work, "agency_response", {"referral_id": referral["id"], **given})["id"])

    @property
    def now(self) -> Row:
        return self.all()["need"][0]

    @property
    def course(self) -> list[tuple[str | None, str, str]]:
        events = sorted(self.all()["need_event"], key=lambda e: (e["on"], e["id"]))
        return [(e["from_status"], e["to_status"], f"{e['on']:%m/%d}") for e in events]

    @property
    def referrals(self) -> list[Row]:
        return self.all()["referral"]

    def all(self) -> dict[str, list[Row]]:
        with self.office.read() as rows:
            own = {kind: rows.find(kind, need_id=self.id) for kind in ("need_event", "referral")}
            answers = [a for r in own["referral"] for a in rows.find("agency_response", referral_id=r["id"])]
            return {"need": rows.find("need", id=self.id), **own, "agency_response": answers}

    def _with_agencies(self, work: UnitOfWork, given: dict[str, Any]) -> dict[str, Any]:
        names = {"agency_id", "main_agency_id", "agency_ids"} & set(given)
        codes = {name: given[name] for name in names}
        found = {n: ",".join(agency(work, code) for code in str(codes[n]).split(",")) for n in names}
        return {**given, **found}


def referred(office: OfficeFile, **changes: Any) -> Story:
    story = Story(office, **changes)
    story.goes("referred", main_agency_id="education", sent_on="1404/05/05")
    return story


def answered(office: OfficeFile, kind: str = "accepted", **changes: Any) -> Story:
    story = referred(office, **changes)
    story.goes("answered", type=kind, received_on="1404/05/15", text="بررسی شد.")
    return story


def test_a_step_is_of_the_day_of_its_letter_and_of_its_answer(office: OfficeFile) -> None:
    story = answered(office)
    assert story.course == [(None, "noted", "07/23"), ("noted", "referred", "07/27"), ("referred", "answered", "08/06")]
    assert [(r["status"], str(r["first_response_on"])) for r in story.referrals] == [("answered", "2025-08-06")]
    assert str(story.now["status_on"]) == "2025-08-06"


def test_a_need_goes_to_several_agencies_at_once(office: OfficeFile) -> None:
    story = Story(office)
    story.goes("referred", agency_ids="education,welfare_org", sent_on="1404/05/05", mode="letter")
    assert (len(story.referrals), story.now["requires_multiple_agencies"]) == (2, True)
    assert story.now["main_agency_id"] == story.referrals[0]["agency_id"]
    assert story.refused("answered", type="done", received_on="1404/05/09") == {("referral_id", "required")}
    first = story.referrals[0]["id"]
    story.goes("answered", type="rejected", received_on="1404/05/09", referral_id=first)
    story.goes("referred", main_agency_id="health_center", sent_on="1404/05/12")
    assert [r["status"] for r in story.referrals] == ["answered", "sent", "sent"]  # the second still has its part


def test_a_referral_noted_before_the_step_is_the_one_that_is_meant(office: OfficeFile) -> None:
    story = Story(office)
    assert story.refused("referred") == {("main_agency_id", "required")}
    with office.write() as work:
        add_record(work, "referral", {"need_id": story.id, "agency_id": agency(work), "sent_on": "1404/05/03"})
    story.goes("referred", main_agency_id="education")
    assert (len(story.referrals), story.now["status"]) == (1, "referred")


def test_an_acknowledgement_is_no_answer_and_nothing_of_the_step_remains(office: OfficeFile) -> None:
    story = referred(office)
    assert story.refused("answered", type="acknowledged") == {("status", "need_answer_missing")}
    assert story.refused("answered") == {("status", "need_answer_missing")}
    other = referred(office)
    strange = other.referrals[0]["id"]
    assert ("referral_id", "unknown_record") in story.refused("answered", type="done", referral_id=strange)


def test_sent_elsewhere_takes_back_what_waits_and_waits_for_a_new_answer(office: OfficeFile) -> None:
    story = answered(office, "redirected")
    with office.write() as work:
        add_record(
            work, "referral", {"need_id": story.id, "agency_id": agency(work, "health_center"), "sent_on": "1404/05/06"}
        )
    assert story.refused("in_progress") == {("status", "need_not_taken_on")}
    story.goes("referred", main_agency_id="welfare_org", sent_on="1404/05/15")
    waits = [(r["status"], str(r["withdrawn_on"]), r["withdraw_reason"]) for r in story.referrals]
    assert waits == [
        ("answered", "None", None),
        ("withdrawn", "2025-08-06", "ارجاع به دستگاه دیگر"),
        ("sent", "None", None),
    ]
    assert story.refused("answered") == {("status", "need_answer_missing")}  # the first agency's was of the same day
    story.goes("answered", type="done", received_on="1404/05/20")
    story.goes("met", resident_confirmed=True, on="1404/05/21")
    assert story.now["close_reason"] == "met"


def test_sent_elsewhere_needs_a_letter_that_waits(office: OfficeFile) -> None:
    story = answered(office)
    assert story.refused("referred") == {("main_agency_id", "need_referral_missing")}


def test_a_promise_stands_with_its_answer(office: OfficeFile) -> None:
    story = answered(office)
    story.goes("in_progress", promised_on="1404/07/01", on="1404/05/16")
    assert [str(a["promised_on"]) for a in story.all()["agency_response"]] == ["2025-09-23"]


def test_who_asked_does_not_confirm_so_somebody_writes_what_shows_it(office: OfficeFile) -> None:
    story = answered(office)
    assert story.refused("met") == {("resident_confirmed", "required")}
    assert story.refused("met", resident_confirmed=False) == {("close_note", "need_evidence_missing")}
    wrong = story.refused("met", resident_confirmed=True, close_reason="withdrawn")
    assert wrong == {("close_reason", "reason_of_another_end")}
    story.goes("met", resident_confirmed="خیر", close_note="در بازدید دیده شد.", close_reason="partly_met")
    assert (story.now["resident_confirmed"], story.now["close_reason"]) == (False, "partly_met")


def test_a_refusal_has_the_agencys_reason_and_the_day_the_resident_heard_it(office: OfficeFile) -> None:
    story = answered(office, "rejected")
    assert story.refused("rejected") == {("resident_informed_on", "required")}
    early = story.refused("rejected", resident_informed_on="1404/04/31")
    assert early == {("resident_informed_on", "before_start")}
    story.goes("rejected", resident_informed_on="1404/05/16", on="1404/05/16")
    assert (story.now["close_reason"], story.now["close_note"]) == ("rejected_by_agency", "بررسی شد.")
    other = answered(office, "needs_info")
    assert other.refused("rejected", resident_informed_on="1404/05/16") == {("close_reason", "required")}
    story.goes("referred", main_agency_id="welfare_org", sent_on="1404/05/18")
    kept = ("close_reason", "close_note", "resident_informed_on")
    assert [story.now[name] for name in kept] == [None, None, None]


def test_a_met_need_opened_again_tells_nothing_of_its_end(office: OfficeFile) -> None:
    story = answered(office, "done")
    story.goes("met", resident_confirmed=True, satisfaction=4, on="1404/05/20", solution_note="با همکاری مدرسه")
    assert story.refused("in_progress") == {("note", "required")}
    story.goes("in_progress", note="دوباره ترک کرد", on="1404/06/01")
    ended = ("close_reason", "resident_confirmed", "satisfaction")
    assert [story.now[name] for name in ended] == [None, None, None]
    assert story.now["solution_note"] == "با همکاری مدرسه"


def test_ninety_days_are_counted_to_the_day_of_opening_again(tmp_path: Path) -> None:
    clock = FakeClock()
    office = make_office(tmp_path, clock)
    story = answered(office, "done")
    story.goes("met", resident_confirmed=True, on="1404/06/15")
    clock.pass_time(days=120)
    assert story.refused("in_progress", note="بازگشت") == {("status", "too_late_to_reopen")}
    assert story.refused("in_progress", note="بازگشت", on="1404/09/15") == {("status", "too_late_to_reopen")}
    story.goes("in_progress", note="بازگشت", on="1404/09/14")  # ninety days after, told late
    office.close()


def test_a_duplicate_names_the_other_need_and_never_itself(office: OfficeFile) -> None:
    story, first = Story(office), Story(office)
    duplicate = {"close_reason": "duplicate"}
    assert story.refused("closed", **duplicate) == {("duplicate_of_id", "required")}
    assert story.refused("closed", **duplicate, duplicate_of_id=story.id) == {
        ("duplicate_of_id", "need_duplicate_cycle")
    }
    assert story.refused("closed", **duplicate, duplicate_of_id="ghost") == {("duplicate_of_id", "unknown_record")}
    assert story.refused("closed", close_reason="withdrawn", duplicate_of_id=first.id) == {
        ("duplicate_of_id", "need_not_duplicate")
    }
    story.goes("closed", **duplicate, duplicate_of_id=first.id)
    assert first.refused("closed", **duplicate, duplicate_of_id=story.id) == {
        ("duplicate_of_id", "need_duplicate_cycle")
    }
    assert first.refused("closed", close_reason="met") == {("close_reason", "reason_of_another_end")}


def test_how_a_need_ended_is_told_by_its_step_only(office: OfficeFile) -> None:
    story = Story(office)

    def put(**values: Any) -> set[tuple[str, str]]:
        with pytest.raises(RefusedError) as error, office.write() as work:
            change_record(work, "need", story.id, values)
        return {(problem.field, problem.code) for problem in error.value.problems}

    assert put(close_reason="withdrawn") == {("close_reason", "need_not_ended")}
    assert story.refused("closed", close_reason="withdrawn", need_no="7") == {("need_no", "read_only")}
    assert story.refused("closed", close_reason="withdrawn", ghost="7") == {("ghost", "unknown_field")}
    story.goes("closed", close_reason="withdrawn")
    assert put(close_reason=None) == {("close_reason", "required")}


def test_the_first_answer_is_the_earliest_in_whatever_order_it_was_written(office: OfficeFile) -> None:
    story = referred(office)
    late = story.answers(type="done", received_on="1404/05/20")
    early = story.answers(type="accepted", received_on="1404/05/10")
    story.answers(type="acknowledged", received_on="1404/05/06")
    assert str(story.referrals[0]["first_response_on"]) == "2025-08-01"
    with office.write() as work:
        change_record(work, "agency_response", early, {"type": "acknowledged"})
    assert str(story.referrals[0]["first_response_on"]) == "2025-08-11"
    with office.write() as work:
        delete_record(work, "agency_response", late)
    assert (story.referrals[0]["first_response_on"], story.referrals[0]["status"]) == (None, "acknowledged")
    with office.write() as work:
        sent = {"need_id": story.id, "agency_id": agency(work, "health_center"), "sent_on": "1404/05/05"}
        other = add_record(work, "referral", sent)
        change_record(work, "agency_response", early, {"type": "done", "referral_id": other["id"]})
    assert [r["status"] for r in story.referrals] == ["acknowledged", "answered"]


def test_an_answer_offers_the_step_that_it_makes_possible(office: OfficeFile) -> None:
    story = referred(office)
    given = {"referral_id": story.referrals[0]["id"], "received_on": "1404/05/10"}
    with office.write() as work:
        assert "offers" not in put_record(work, "agency_response", {**given, "type": "acknowledged"})
        done = put_record(work, "agency_response", {**given, "type": "done"})
    step = {"kind": "need", "id": story.id, "state": "answered", "on": "2025-08-01"}
    assert done["offers"] == [{"reason": "agency_answered", "step": step}]


def test_a_referral_is_taken_back_and_sent_again(office: OfficeFile) -> None:
    story = referred(office)

    def put(**values: Any) -> Row:
        with office.write() as work:
            return change_record(work, "referral", story.referrals[0]["id"], values)

    assert str(put(status="withdrawn", withdraw_reason="به اشتباه رفت")["withdrawn_on"]) == "2025-09-06"
    assert put(withdrawn_on="1404/05/09")["status"] == "withdrawn"
    with pytest.raises(RefusedError):
        put(withdrawn_on="1404/05/04")
    assert story.refused("answered") == {("status", "need_answer_missing")}
    assert (put(withdrawn_on=None)["status"], put(status="sent")["withdrawn_on"]) == ("sent", None)
    story.answers(type="done", received_on="1404/05/10")
    with pytest.raises(RefusedError) as error:
        put(sent_on="1404/05/11")
    assert error.value.problems[0].code == "after_answer"


def test_the_last_one_taken_back_leaves_the_need_to_the_office_or_to_another_agency(office: OfficeFile) -> None:
    story = referred(office)
    assert story.refused("in_progress", note="دفتر خود پیگیری می‌کند") == {("status", "need_still_referred")}
    with office.write() as work:
        taken = {"withdrawn_on": "1404/05/20", "withdraw_reason": "کار در دفتر انجام می‌شود"}
        change_record(work, "referral", story.referrals[0]["id"], taken)
    assert story.now["status"] == "referred"
    assert story.refused("in_progress") == {("note", "required")}
    story.goes("in_progress", note="دفتر خود پیگیری می‌کند", on="1404/05/20")
    story.goes("referred", main_agency_id="welfare_org", sent_on="1404/05/25")
    assert [one["status"] for one in story.referrals] == ["withdrawn", "sent"]


def test_a_need_that_ends_waits_no_longer_and_the_silence_stays(office: OfficeFile) -> None:
    story = referred(office)
    story.answers(type="acknowledged", received_on="1404/05/07")
    story.goes("met", resident_confirmed=True, on="1404/05/30")
    silent = story.referrals[0]
    assert (silent["status"], silent["withdrawn_on"], silent["first_response_on"]) == ("expired", None, None)
    with office.read() as rows:
        assert unanswered_of(rows, silent["agency_id"]) == []
        assert waiting_agencies(rows) == []
        month = indicators(rows, "1404-05")
    assert [(month["I-11"].numerator, month["I-11"].denominator), month["I-13"].missing] == [(0, 1), 1]
    with office.write() as work:  # told late, of a need that has ended: nobody waits for it either
        late = {"need_id": story.id, "agency_id": agency(work, "welfare_org"), "sent_on": "1404/05/10"}
        assert add_record(work, "referral", late)["status"] == "expired"
    opened = story.goes("in_progress", note="دوباره خراب شد")
    assert [one["status"] for one in story.referrals] == ["acknowledged", "sent"]
    with office.write() as work:
        undo(work, opened)
    assert [one["status"] for one in story.referrals] == ["expired", "expired"]
    story.answers(to=0, type="done", received_on="1404/06/02")
    assert story.referrals[0]["status"] == "answered"


def test_what_leaves_with_the_office_needs_leave_of_the_person_or_the_head(office: OfficeFile) -> None:
    with office.write() as work:
        home = add_household(work)
        head = add_person(work, home)
        given = {"scope": "household", "household_id": home["id"], "field": "education", "subject": "کیف مدرسه"}
        need = add_record(work, "need", given)
        place = {"scope": "neighborhood", "neighborhood_id": neighborhood(work), "supporters_count": 3}
        collective = add_record(work, "need", {**given, **place})
        assert (collective["household_id"], collective["person_id"]) == (None, None)

    def send(row: Row, **more: Any) -> set[str]:
        try:
            with office.write() as work:
                words = {"main_agency_id": agency(work), "includes_personal": "بله", **more}
                step_record(work, "need", row["id"], "referred", words)
        except RefusedError as error:
            return {problem.code for problem in error.problems}
        return set()

    assert send(need) == {"referral_consent"}
    assert send(collective) == {"nobody_in_particular"}
    assert send(collective, includes_personal=False) == set()
    consent = {"person_id": head["id"], "scope": "referral:education", "method": "signature"}
    with office.write() as work:
        consent = dict(add_record(work, "consent", consent))
    assert send(need) == set()
    with office.write() as work:  # what has gone is taken back also after the leave was
        change_record(work, "consent", consent["id"], {"withdrawn_on": "1404/06/15"})
        referral = work.find("referral", need_id=need["id"])[0]
        assert change_record(work, "referral", referral["id"], {"status": "withdrawn"})["withdrawn_on"]
    other = Story(office)
    other.goes("referred", main_agency_id="education", includes_personal=True, mode="handed_to_resident")


def test_an_answer_is_told_after_the_need_was_met(office: OfficeFile) -> None:
    story = referred(office)
    story.goes("met", resident_confirmed=True, on="1404/05/30")
    tx = story.goes("answered", type="done", received_on="1404/05/12", on="1404/05/12")
    assert story.course[1:] == [
        ("noted", "referred", "07/27"), ("referred", "answered", "08/03"), ("answered", "met", "08/21"),
    ]  # fmt: skip
    assert (story.now["status"], str(story.now["status_on"])) == ("met", "2025-08-21")
    with office.write() as work:
        undo(work, tx)
    assert [step[:2] for step in story.course[1:]] == [("noted", "referred"), ("referred", "met")]
    assert story.referrals[0]["status"] == "expired"


def test_a_step_that_does_not_fit_between_two_others_is_refused(office: OfficeFile) -> None:
    story = Story(office)
    story.goes("in_progress", note="پیگیری", on="1404/05/20")
    letter = {"main_agency_id": "education", "on": "1404/05/10"}
    assert story.refused("referred", **letter) == {("on", "step_out_of_order")}
    assert story.refused("referred", **{**letter, "on": "1404/04/31"}) == {("on", "before_first_step")}
    assert story.refused("closed", close_reason="withdrawn", on="1404/05/10") == {("on", "step_out_of_order")}
    assert story.refused("met", resident_confirmed=True, on="1404/06/16") == {("on", "in_future")}


def test_a_need_noted_on_another_day_began_on_that_day(office: OfficeFile) -> None:
    story = referred(office)

    def put(day: str) -> str:
        with office.write() as work:
            change_record(work, "need", story.id, {"noted_on": day})
            return work.tx

    tx = put("1404/04/20")
    assert story.course[0] == (None, "noted", "07/11")
    with pytest.raises(RefusedError) as error:
        put("1404/05/06")
    assert error.value.problems[0].code == "after_first_step"
    with office.write() as work:
        undo(work, tx)
    assert story.course[0] == (None, "noted", "07/23")


def test_a_step_taken_back_leaves_everything_as_it_was(office: OfficeFile) -> None:
    story = answered(office, "redirected")
    with office.write() as work:
        add_record(
            work, "referral", {"need_id": story.id, "agency_id": agency(work, "health_center"), "sent_on": "1404/05/06"}
        )
    kept = ("row_version", "updated_at")
    before = [{n: v for n, v in row.items() if n not in kept} for rows in story.all().values() for row in rows]
    tx = story.goes("referred", main_agency_id="welfare_org", sent_on="1404/05/20")
    with office.write() as work:
        undo(work, tx)
    after = [{n: v for n, v in row.items() if n not in kept} for rows in story.all().values() for row in rows]
    assert after == before


def test_an_answer_to_a_letter_taken_back_counts_when_that_is_undone(office: OfficeFile) -> None:
    story = answered(office)
    with office.write() as work:
        add_record(
            work, "referral", {"need_id": story.id, "agency_id": agency(work, "health_center"), "sent_on": "1404/05/06"}
        )
    tx = story.goes("referred", main_agency_id="welfare_org", sent_on="1404/05/20")
    story.answers(to=1, type="done", received_on="1404/06/01")
    assert story.referrals[1]["status"] == "withdrawn"
    with office.write() as work:
        undo(work, tx)
    assert [r["status"] for r in story.referrals] == ["answered", "answered"]


def test_an_earlier_step_is_not_taken_back_under_later_ones(office: OfficeFile) -> None:
    story = Story(office)
    tx = story.goes("in_progress", note="پیگیری", on="1404/05/20")
    story.goes("met", resident_confirmed=True, on="1404/05/20")
    story.goes("in_progress", note="بازگشت", on="1404/05/20")  # stands as the first step left it
    with pytest.raises(RefusedError) as error, office.write() as work:
        undo(work, tx)
    assert error.value.problems[0].code == "undo_changed_since"
    assert story.now["status"] == "in_progress"


def test_steps_of_the_manager_are_the_managers(tmp_path: Path) -> None:
    office = make_office(tmp_path, FakeClock())
    add_colleague(office, "samira", "facilitator", "سمیرا دادخواه")
    story = answered(office, "rejected")
    story.goes("rejected", resident_informed_on="1404/05/16")
    office.close()
    story.office = open_office(OfficeFolder(tmp_path), "samira", PASSWORD, clock=FakeClock())
    assert story.refused("referred", main_agency_id="welfare_org") == {("state", "manager_only")}
    story.office.close()
