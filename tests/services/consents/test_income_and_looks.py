"""What households and graduates tell of income, and who may look at sensitive data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.consents import consents_of, give_consent, withdraw_scope
from desktop.services.people_papers import my_information
from desktop.services.printing import make_document
from desktop.services.records import add_record, change_record
from desktop.services.registration import register_household
from desktop.services.viewing import looks, note_looks, readable, who_looked
from desktop.services.views import listed, read_record
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    add_need,
    add_person,
    add_workshop,
    neighborhood,
    person_values,
)
from tests.fakes import FakeClock
from tests.reports.pdf_reading import page_texts
from tests.services.consents.asking import SIGNED, kept, problems_of, resident, seated
from tests.store.decrypted import tables_holding


def _family(office: OfficeFile, *, consent: str | None, **home: Any) -> Callable[[UnitOfWork], Any]:
    def act(work: UnitOfWork) -> Any:
        given = {"neighborhood_id": neighborhood(work), "declared_size": 1, "sensitive_consent_method": consent, **home}
        return register_household(work, given, [person_values()])

    return act


def test_what_a_household_tells_of_income_needs_its_heads_consent(office: OfficeFile) -> None:
    told = {"income_band": "band_1", "support_coverage": ["imam_relief"]}
    missing = {("income_band", "head_consent_missing"), ("support_coverage", "head_consent_missing")}
    assert problems_of(office, _family(office, consent=None, **told)) == missing
    assert problems_of(office, _family(office, consent="refused", **told)) == missing
    with office.write() as work:
        silent = _family(office, consent=None, income_band="not_told", support_coverage=["unknown"])(work)
        assert silent.household["income_band"] == "not_told"  # saying nothing needs nobody's leave
        made = _family(office, consent="signature", **told)(work)
    home, head = made.household, made.persons[0]
    with office.read() as rows:
        shown = read_record(rows, office.actor, KINDS["household"], home["id"]) or {}
        assert (shown["income_band"], shown["support_coverage"]) == ("band_1", ["imam_relief"])
        assert {(look.person_id, look.field) for look in looks(rows, office.actor, "household", [shown])} == {
            (head["id"], "income_band"),
            (head["id"], "support_coverage"),
        }
    with office.write() as work:
        change_record(work, "household", home["id"], {"address_text": "کوچهٔ سرو"})
        withdraw_scope(work, head["id"], "sensitive:income_band")
    with office.read() as rows:
        kept = rows.get("household", home["id"]) or {}
        assert (kept["income_band"], kept["support_coverage"]) == (None, ["imam_relief"])
    assert tables_holding(office, "band_1") == set()


def _earner(office: OfficeFile) -> tuple[Row, Row]:
    """Somebody who told, under a consent, what she earns after a workshop."""
    with office.write() as work:
        person, workshop = add_person(work), add_workshop(work, title="خیاطی خانگی", type="home_jobs")
        give_consent(work, person["id"], "basic_record", SIGNED)
        give_consent(work, person["id"], "sensitive:income_band", SIGNED)
        told = {"workshop_id": workshop["id"], "person_id": person["id"], "kind": "home_business"}
        return person, add_record(work, "outcome_followup", {**told, "monthly_income_band": "band_2"})


def test_what_somebody_earns_after_a_workshop_is_seen_by_few_and_while_it_is_agreed(
    office: OfficeFile, clock: FakeClock
) -> None:
    person, outcome = _earner(office)

    def seen() -> list[Row]:
        with office.read() as rows:
            return readable(rows, office.actor, "outcome_followup", rows.find("outcome_followup"))

    assert [row["monthly_income_band"] for row in seen()] == ["band_2"]
    with office.read() as rows:
        told = looks(rows, office.actor, "outcome_followup", seen())
    assert [(look.person_id, look.field) for look in told] == [(person["id"], "monthly_income_band")]
    with seated(office, "facilitator", "kaveh", sees=False):
        assert [(row["kind"], row["monthly_income_band"]) for row in seen()] == [("home_business", None)]
        with office.read() as rows:
            assert looks(rows, office.actor, "outcome_followup", seen()) == []
    clock.pass_time(days=2 * 366)
    assert [(row["id"], row["monthly_income_band"]) for row in seen()] == [(outcome["id"], None)]


@pytest.mark.parametrize("scope", ["sensitive:income_band", "basic_record"])
def test_what_somebody_earns_after_a_workshop_goes_with_the_consent(office: OfficeFile, scope: str) -> None:
    person, outcome = _earner(office)
    assert "outcome_followup" in tables_holding(office, "band_2")
    with office.write() as work:
        withdraw_scope(work, person["id"], scope)
    with office.read() as rows:
        kept = rows.get("outcome_followup", outcome["id"]) or {}
    assert (kept["kind"], kept["monthly_income_band"]) == ("home_business", None)
    assert tables_holding(office, "band_2") == set()


def test_a_facilitator_sees_nothing_sensitive_and_cannot_guess_it(office: OfficeFile) -> None:
    row = kept(office, resident(office))
    with office.write() as work:
        home = _family(office, consent="signature", income_band="band_1")(work).household
    with seated(office, "facilitator", "samira"), office.read() as rows:
        assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is None
        shown = read_record(rows, office.actor, KINDS["household"], home["id"]) or {}
        assert shown["income_band"] is None
        with pytest.raises(RefusedError, match="not_allowed"):
            listed(rows, office.actor, KINDS["household"], {"income_band": "band_1"})
        assert _topics_told(rows, office, row["person_id"]) == set()
    with seated(office, "facilitator", "kaveh"):
        put = {"person_id": row["person_id"], "women_head_reason": "widow"}
        assert problems_of(office, lambda w: add_record(w, "person_sensitive", put)) == {("", "not_allowed")}


def _topics_told(rows: Rows, office: OfficeFile, person_id: str) -> set[str]:
    """Which sensitive subjects the person was asked of, by all that tells of consents: words, lists and paper."""
    told = {one["scope"] for one in consents_of(rows, office.actor, person_id)}
    told |= {one["scope"] for one in listed(rows, office.actor, KINDS["consent"], {"person_id": person_id})}
    asked = {one["scope"] for one in rows.find("consent", person_id=person_id)}
    paper = " ".join(page_texts(my_information(rows, office, "", person_id)))
    told |= {scope for scope in asked if label_of("consent_scope", scope).split()[-1] in paper.split()}
    return {scope for scope in told if scope.startswith("sensitive:") and scope != "sensitive:"}


def test_a_social_worker_sees_her_own_cases_only(office: OfficeFile) -> None:
    person = resident(office)
    row = kept(office, person)
    with seated(office, "social_worker", "narges"):
        with office.read() as rows:
            assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is None
            assert _topics_told(rows, office, person["id"]) == set(), "what others were asked tells of them too"
        with office.write() as work:
            add_need(work, person, owner_staff_id=office.actor.staff_id)
        with office.read() as rows:
            assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is not None
            assert _topics_told(rows, office, person["id"]) != set()
    with seated(office, "social_worker", "mina", sees=False), office.read() as rows:
        assert _topics_told(rows, office, person["id"]) == set()
        assert listed(rows, office.actor, KINDS["person_sensitive"], {}) == []


def test_every_look_is_written_down_by_person_and_field_with_its_reason(office: OfficeFile) -> None:
    person = resident(office)
    row = kept(office, person)
    with office.write() as work:
        note_looks(work, looks(work, office.actor, "person_sensitive", [row]), "معرفی به بهزیستی")
    with office.read() as rows:
        assert [(line["full_name"], line["detail"]) for line in who_looked(rows, person["id"])] == [
            ("حمید یزدان‌پناه", "disability_severity: معرفی به بهزیستی"),
            ("حمید یزدان‌پناه", "disability_type: معرفی به بهزیستی"),
        ]


def test_a_page_that_tells_sensitive_data_is_a_look_too(office: OfficeFile) -> None:
    person = resident(office)
    kept(office, person)
    make_document(office, "my_information", record_id=person["id"])
    with office.read() as rows:
        assert {line["detail"] for line in who_looked(rows, person["id"])} == {
            "disability_type: برگهٔ اطلاعات من",
            "disability_severity: برگهٔ اطلاعات من",
        }
