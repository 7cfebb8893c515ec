"""Consent is given, renewed, taken back and runs out; what stands on it goes with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.consents import consents_of, give_consent, withdraw_consent, withdraw_scope
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.undo import undo
from desktop.services.viewing import readable
from desktop.services.views import listed, read_record
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    add_person,
)
from tests.fakes import FakeClock
from tests.services.consents.asking import BLIND, SIGNED, kept, problems_of, resident
from tests.store.decrypted import tables_holding


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"scope": "sensitive:religion"}, ("scope", "unknown_code")),
        ({"scope": "referral:nobody"}, ("scope", "unknown_code")),
        ({"scope": "basic"}, ("scope", "unknown_code")),
        ({"method": "shouting"}, ("method", "unknown_code")),
        ({"method": "شفاهی با شاهد"}, ("witness_staff_id", "required")),
        ({"text_version": "99"}, ("text_version", "unknown_code")),
        ({"given_on": "1404/06/16"}, ("given_on", "in_future")),
        ({"expires_on": "1404/06/01"}, ("expires_on", "before_start")),
    ],
)
def test_what_a_consent_cannot_be(office: OfficeFile, given: dict[str, Any], problem: tuple[str, str]) -> None:
    person = resident(office)
    values = {"person_id": person["id"], **SIGNED, **given}
    assert problem in problems_of(office, lambda work: add_record(work, "consent", values))


def test_a_child_answers_through_a_guardian(office: OfficeFile) -> None:
    mother = resident(office)
    with office.write() as work:
        home = work.get("household", mother["household_id"])
        child, sister = (
            add_person(work, home, first_name=name, birth_date=year, relation_to_head="child")
            for name, year in (("مهدی", "1392"), ("نرگس", "1388"))
        )

    def give(**more: Any) -> Callable[[UnitOfWork], Row]:
        return lambda work: give_consent(work, child["id"], "photo", {**SIGNED, **more})

    assert problems_of(office, give()) == {("guardian_id", "guardian_needed")}
    assert problems_of(office, give(guardian_id=child["id"])) == {("guardian_id", "own_guardian")}
    assert problems_of(office, give(guardian_id=sister["id"])) == {("guardian_id", "guardian_too_young")}
    with office.write() as work:
        assert give(guardian_id=mother["id"])(work)["guardian_id"] == mother["id"]
        assert give(method="refused")(work)["guardian_id"] is None  # no needs nobody's leave


def test_sensitive_data_need_their_own_live_consent(office: OfficeFile) -> None:
    person = resident(office)
    given = {"person_id": person["id"], **BLIND}
    missing = {("consent_id", "consent_missing")}

    def put(work: UnitOfWork) -> Row:
        return add_record(work, "person_sensitive", given)

    assert problems_of(office, put) == missing
    for scope, method in (
        ("basic_record", SIGNED),
        ("sensitive:women_head_reason", SIGNED),
        ("sensitive:disability_type", {"method": "refused"}),
    ):
        with office.write() as work:
            give_consent(work, person["id"], scope, method)
        assert problems_of(office, put) == missing
    row = kept(office, person)
    with office.read() as rows:
        consent = rows.get("consent", row["consent_id"]) or {}
        assert str(consent["expires_on"]) == "2027-09-06"  # ۲۴ ماه پس از ۱۴۰۴/۰۶/۱۵
        assert (rows.get("person", person["id"]) or {})["consent_state"] == "sensitive"
    assert problems_of(office, put) == {("disability_type", "topic_twice")}
    two = {**given, "women_head_reason": "widow"}
    assert ("women_head_reason", "one_topic") in problems_of(office, lambda w: add_record(w, "person_sensitive", two))


def test_a_withdrawal_empties_at_once_in_tables_and_log(office: OfficeFile) -> None:
    person = resident(office)
    row = kept(office, person)
    with office.write() as work:
        change_record(work, "person_sensitive", row["id"], {"disability_severity": "mild"})
        withdraw_scope(work, person["id"], "sensitive:disability_type")
        tx = work.tx
    with office.read() as rows:
        assert rows.find("person_sensitive") == []
        assert (rows.get("person", person["id"]) or {})["consent_state"] == "none"
        gone = rows.find_even_deleted("person_sensitive")[0]
        assert [gone[name] for name in (*BLIND, "expires_on")] == [None, None, None]
    assert tables_holding(office, "visual", "severe", "mild") == set()
    assert ("", "undo_erased") in problems_of(office, lambda work: undo(work, tx))


def test_sensitive_data_that_were_deleted_before_go_with_the_consent_too(office: OfficeFile) -> None:
    person = resident(office)
    row = kept(office, person)
    with office.write() as work:
        delete_record(work, "person_sensitive", row["id"])
    with office.write() as work:
        withdraw_consent(work, row["consent_id"])
    assert tables_holding(office, "visual") == set()


def test_a_consent_renewed_goes_on_where_the_old_one_ends(office: OfficeFile) -> None:
    person = resident(office)
    row = kept(office, person)
    with office.write() as work:
        give_consent(work, person["id"], "sensitive:disability_type", {"method": "fingerprint"})
        withdraw_consent(work, row["consent_id"])
    with office.read() as rows:
        assert [
            kept["disability_type"]
            for kept in readable(rows, office.actor, "person_sensitive", rows.find("person_sensitive"))
        ] == ["visual"]


def test_when_a_consent_runs_out_the_values_vanish_from_every_reading(office: OfficeFile, clock: FakeClock) -> None:
    person = resident(office)
    row = kept(office, person)
    with office.read() as rows:
        assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is not None
    clock.pass_time(days=2 * 366)
    with office.read() as rows:
        assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is None
        assert listed(rows, office.actor, KINDS["person_sensitive"], {}) == []
        assert [one["consent_state"] for one in listed(rows, office.actor, KINDS["person"], {})] == ["none"]
        assert listed(rows, office.actor, KINDS["person"], {"consent_state": "sensitive"}) == []
        assert [consent["live"] for consent in consents_of(rows, office.actor, person["id"])] == [False]


def test_withdrawing_the_consent_to_the_record_ends_all_others(office: OfficeFile) -> None:
    person = resident(office)
    with office.write() as work:
        for scope in ("basic_record", "photo", "sync_to_province"):
            give_consent(work, person["id"], scope, SIGNED)
        assert len(withdraw_scope(work, person["id"], "ثبت پایه")) == 3
        assert (work.get("person", person["id"]) or {})["consent_state"] == "withdrawn"
    assert problems_of(office, lambda work: withdraw_scope(work, person["id"], "photo")) == {
        ("scope", "no_live_consent")
    }
