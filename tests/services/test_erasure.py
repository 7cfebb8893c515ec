"""Forgetting a person: nothing is left that tells who it was, and every past month still counts the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import shift_month
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.consents import give_consent
from desktop.services.erasure import emptied_kinds, erase_person, preview
from desktop.services.indicators.month import indicators
from desktop.services.kept_drafts import FormName, keep_draft, kept_draft
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.registration import register_household
from desktop.services.session_planning import plan_sessions
from desktop.services.undo import undo
from desktop.services.workshops import enroll, record_attendance
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.search import search
from tests.factories import (
    PASSWORD,
    add_colleague,
    add_identifier,
    add_need,
    add_person,
    add_workshop,
    agency,
    make_office,
    neighborhood,
    person_values,
)
from tests.fakes import FakeClock
from tests.store.decrypted import pages, tables_holding

MONTHS = [shift_month("1404-07", -back) for back in range(6)]
TRACES = (
    "زرین‌تاج", "زرین", "قشقاوی", "جهانبخش", "09000000011", "9931000201", "A1234567", "کوچهٔ بن‌بست سرو", "گلدوزی",
    "نابینایی", "برگهٔ ۱۲", "زربافی",
)  # fmt: skip
WOMAN: dict[str, Any] = {
    "first_name": "زرین‌تاج", "last_name": "قشقاوی", "father_name": "جهانبخش", "mobile": "09000000011",
    "birth_date": "1362/04/12", "skills": ["گلدوزی"], "occupation_text": "زربافی", "is_trustee": True,
    "identifiers": [{"type": "national_id", "value": "9931000201"}, {"type": "passport", "value": "A1234567"}],
    "consent_method": "signature",
}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", FakeClock(datetime(2025, 9, 26, 8, tzinfo=UTC)))  # ۱۴۰۴/۰۷/۰۴
    yield made
    assert [(result.check, result.detail) for result in check_office(made) if not result.ok] == []
    made.close()


def _registered(office: OfficeFile, *members: dict[str, Any], **home: Any) -> tuple[Row, ...]:
    with office.write() as work:
        given = {
            "neighborhood_id": neighborhood(work),
            "declared_size": 1 + len(members),
            "registered_on": "1404/05/10",
        }
        return register_household(work, {**given, **home}, [person_values(**WOMAN), *members]).persons


def _life_of(office: OfficeFile, person: Row) -> None:
    """Everything that an office writes down of somebody in two months."""
    with office.write() as work:
        me = person["id"]
        consent = give_consent(
            work, me, "sensitive:chronic_illness_note", {"method": "signature", "paper_ref": "برگهٔ ۱۲"}
        )
        add_record(
            work, "person_sensitive", {"person_id": me, "chronic_illness_note": "نابینایی", "consent_id": consent["id"]}
        )
        give_consent(work, me, "referral:education", {"method": "fingerprint"})
        need = add_need(
            work, person, subject="نامهٔ خانم قشقاوی", description="زرین‌تاج گلدوزی می‌داند.", noted_on="1404/05/20"
        )
        sent = {"main_agency_id": agency(work), "includes_personal": True, "on": "1404/06/01", "sent_on": "1404/06/01"}
        step_record(work, "need", need["id"], "referred", {**sent, "note": "زرین‌تاج خودش نامه را برد"})
        referral = work.find("referral", need_id=need["id"])[0]
        answer = {
            "referral_id": referral["id"],
            "received_on": "1404/06/10",
            "type": "accepted",
            "text": "زرین‌تاج بیاید",
        }
        add_record(work, "agency_response", answer)
        group = add_record(
            work, "local_group", {"name": "بانوان", "neighborhood_id": neighborhood(work), "kind": "women"}
        )
        add_record(work, "local_group_member", {"group_id": group["id"], "person_id": me, "post": "زربافی"})
        workshop = add_workshop(work)
        plan_sessions(work, workshop["id"])
        enroll(work, workshop["id"], [me])
        session = work.find("workshop_session", workshop_id=workshop["id"])[0]
        record_attendance(work, session["id"], {me: "present"}, 0)
    with office.write() as work:
        change_record(work, "person", me, {"mobile": "09000000012"})
        change_record(work, "person", me, {"mobile": "09000000011"})


def _figures(office: OfficeFile) -> dict[str, Any]:
    """All but I-04, which tells how well the files are kept that there still are."""
    with office.read() as rows:
        found = {month: indicators(rows, month) for month in MONTHS[1:]}
    return {
        month: {code: one.as_json() for code, one in every.items() if code != "I-04"} for month, every in found.items()
    }


def test_somebody_alone_is_forgotten_everywhere_and_still_counted(office: OfficeFile) -> None:
    (person,) = _registered(office, address_text="کوچهٔ بن‌بست سرو", location_hint="خانهٔ زرین‌تاج قشقاوی")
    _life_of(office, person)
    keep_draft(office, FormName("need", owner_id=person["id"]), "نیاز", {"subject": "برای او"})
    keep_draft(office, FormName("person"), "ساکن", {"first_name": "زرین‌تاج", "last_name": "قشقاوی"})
    keep_draft(office, FormName("organization"), "دستگاه", {"name_fa": "شهرداری"})
    before = _figures(office)
    assert before["1404-05"]["I-02"]["value"] == before["1404-06"]["I-15"]["value"] == 1
    assert tables_holding(office, *TRACES) > {"person", "household", "change_log", "search_entry", "search_index_data"}
    assert [word for word in TRACES if word.encode() not in pages(office)] == []

    done = erase_person(office, person["id"], "به درخواست زرین تاج قشقاوي")

    assert _figures(office) == before
    assert tables_holding(office, *TRACES) == set()
    whole = pages(office)
    assert [word for word in TRACES if word.encode() in whole] == []
    with office.read() as rows:
        left = rows.get("person", person["id"]) or {}
        assert (left["status"], left["sex"], left["age_estimated"]) == ("erased", "female", 40)
        assert (left["neighborhood_id"], left["resident_no"]) == (person["neighborhood_id"], "")
        assert rows.find("household")[0]["status"] == "erased"
        need = rows.find("need")[0]
        assert (need["subject"], need["description"], need["status"]) == ("آموزش و تحصیل", None, "referred")
        assert [len(rows.find(kind)) for kind in ("attendance", "workshop_enrollment", "person_identifier")] == [
            1,
            1,
            0,
        ]
        assert [c["withdrawn_on"] for c in rows.find("consent")] == [rows.today] * 3
    assert [(letter.mode, letter.includes_personal) for letter in done.letters] == [("letter", True)]
    assert kept_draft(office, FormName("need", owner_id=person["id"])) is None
    assert kept_draft(office, FormName("person")) is None
    assert kept_draft(office, FormName("organization")) is not None
    with office.connection() as connection:
        assert search(connection, "قشقاوی") == search(connection, "9931000201") == search(connection, "محوشده") == []


def test_a_head_who_goes_leaves_the_family_with_a_head(office: OfficeFile) -> None:
    husband = {
        "first_name": "یوسف",
        "last_name": "دانا",
        "relation_to_head": "spouse",
        "sex": "male",
        "birth_date": "1360",
    }
    son = {"first_name": "مهدی", "last_name": "دانا", "relation_to_head": "child", "sex": "male", "birth_date": "1385"}
    woman, *_ = _registered(office, husband, son, sensitive_consent_method="signature", income_band="band_1")
    with office.write() as work:
        text = "کودکان زرین‌تاج قشقاوی و یوسف"
        add_record(
            work,
            "need",
            {"scope": "household", "household_id": woman["household_id"], "field": "education", "subject": text},
        )
    before = _figures(office)
    with office.read() as rows:
        told = preview(rows, woman["id"])
        assert told.successor is not None
        assert (told.successor["first_name"], told.household_goes) == ("یوسف", False)
    erase_person(office, woman["id"], "درخواست خود او")
    assert _figures(office) == before
    with office.read() as rows:
        home = rows.find("household")[0]
        assert (home["head_name"], home["status"], home["income_band"]) == ("یوسف دانا", "active", None)
        assert rows.find("need")[0]["subject"] == "آموزش و تحصیل"
        assert [p["relation_to_head"] for p in rows.find("person", status="active")] == ["head", "child"]
    assert tables_holding(office, "زرین‌تاج", "قشقاوی", "band_1") == set()


def test_a_child_born_after_the_registration_is_counted_from_its_birth(office: OfficeFile) -> None:
    with office.write() as work:
        given = {"neighborhood_id": neighborhood(work), "declared_size": 1, "registered_on": "1404/02/03"}
        home = register_household(work, given, [person_values()]).household
        baby = {
            "first_name": "نوزاد",
            "relation_to_head": "child",
            "birth_date": "1404/06/20",
            "household_id": home["id"],
        }
        child = add_record(work, "person", person_values(**baby))
    before = _figures(office)
    erase_person(office, child["id"], "اشتباه")
    assert _figures(office) == before


def test_who_had_moved_away_stays_moved_since_that_day(office: OfficeFile) -> None:
    woman, *_ = _registered(office, person_values(first_name="مهدی", sex="male", relation_to_head="child"))
    with office.write() as work:
        change_record(
            work,
            "person",
            woman["id"],
            {"status": "moved", "status_date": "1404/06/05", "successor_id": work.find("person")[1]["id"]},
        )
    before = _figures(office)
    erase_person(office, woman["id"], "درخواست")
    assert _figures(office) == before


def test_deleted_papers_and_files_once_merged_are_forgotten_too(office: OfficeFile) -> None:
    (person,) = _registered(office)
    with office.write() as work:
        paper = add_identifier(work, person, "9931000228")
        delete_record(work, "person_identifier", paper["id"])
        other = add_person(work, first_name="زرینه", last_name="قشقائی", mobile="09000000099")
        work.change("person", other["id"], {"status": "merged", "merged_into_id": person["id"]})
    done = erase_person(office, other["id"], "درخواست")  # the file asked for was merged: the one that is left goes
    assert {one["id"] for one in done.persons} == {person["id"], other["id"]}
    assert tables_holding(office, "9931000228", "قشقائی", "قشقاوی", "09000000099") == set()


def test_nothing_is_added_to_an_erased_file_nor_undone(office: OfficeFile) -> None:
    (person,) = _registered(office)
    with office.write() as work:
        change_record(work, "person", person["id"], {"mobile": "09000000055"})
        tx = work.tx
    erase_person(office, person["id"], "درخواست")
    with pytest.raises(RefusedError, match="undo_erased"), office.write() as work:
        undo(work, tx)
    with pytest.raises(RefusedError, match="person_erased"), office.write() as work:
        add_need(work, person)
    with pytest.raises(RefusedError, match="person_erased"):
        erase_person(office, person["id"], "باز هم")


def test_nothing_is_written_into_an_erased_file_again_nor_is_what_it_counts_removed(office: OfficeFile) -> None:
    (person,) = _registered(office)
    erase_person(office, person["id"], "درخواست")
    for kind, told, code in (
        ("person", {"first_name": "زرین‌تاج"}, "person_erased"),
        ("household", {"address_text": "کوچهٔ بن‌بست سرو"}, "file_is_closed"),
    ):
        record_id = person["id"] if kind == "person" else person["household_id"]
        with pytest.raises(RefusedError, match=code), office.write() as work:
            change_record(work, kind, record_id, told)
        with pytest.raises(RefusedError, match=code), office.write() as work:
            delete_record(work, kind, record_id)
    with office.read() as rows:
        assert rows.find("person")[0]["first_name"] == "ساکن"


def test_only_the_manager_erases_and_says_why(office: OfficeFile, tmp_path: Path) -> None:
    (person,) = _registered(office)
    with pytest.raises(RefusedError, match="reason:required"):
        erase_person(office, person["id"], "  ")
    add_colleague(office, "samira", "facilitator", "سمیرا دادخواه")
    office.close()
    other = open_office(OfficeFolder(tmp_path / "office"), "samira", PASSWORD)
    with pytest.raises(RefusedError, match="not_allowed"):
        erase_person(other, person["id"], "درخواست")
    with other.read() as rows:
        assert rows.find("person")[0]["status"] == "active"
    other.close()
    office.lock.acquire()


def test_the_log_keeps_who_and_when_and_the_reason_without_the_name(office: OfficeFile) -> None:
    (person,) = _registered(office)
    erase_person(office, person["id"], "زرین‌تاج قشقاوی خواست")
    with office.connection() as connection:
        told = connection.exec_driver_sql("SELECT entity_id, detail FROM audit_log WHERE action = 'erase'").one()
        actions = connection.exec_driver_sql(
            "SELECT action, fields FROM change_log WHERE record_id = ? ORDER BY seq", (person["id"],)
        ).all()
    assert tuple(told) == (person["id"], "… خواست")
    assert [json.loads(fields) for action, fields in actions if action != "erase"] == [{}] * (len(actions) - 1)


def test_every_kind_that_points_to_a_person_is_emptied_or_counted() -> None:
    pointing = {kind.name for kind in KINDS.values() if any(about.links == "person" for about in kind.fields.values())}
    assert pointing <= emptied_kinds()
