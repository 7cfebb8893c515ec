"""What free texts are refused, by whom and why (G-02, G-03, G-12, G-13)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.problems import RefusedError
from desktop.services.records import add_record, change_record, step_record
from desktop.services.registration import register_household
from desktop.services.session import seat
from desktop.store.naming import residents_named
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import agency, make_office, neighborhood, person_values


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    seat(made)
    yield made
    made.close()


def as_facilitator(office: OfficeFile) -> None:
    office.actor = replace(office.actor, role="facilitator")


def project(work: UnitOfWork, title: str) -> dict[str, object]:
    return {"title": title, "kind": "equip", "neighborhood_id": neighborhood(work)}


def codes(error: RefusedError) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in error.problems]


def test_a_text_of_elections_is_the_managers_to_decide(office: OfficeFile) -> None:
    with office.write() as work:
        assert add_record(work, "project", project(work, "همکاری با ستاد انتخاباتی"))
    as_facilitator(office)
    with office.write() as work, pytest.raises(RefusedError) as refused:
        add_record(work, "project", project(work, "همکاری با ستاد انتخاباتي نامزد"))
    assert codes(refused.value) == [("title", "political")]
    with office.write() as work:
        for everyday in ("لیست تجهیزات کتابخانه", "ستاد بحران محله", "سرویس خواب نامزدها"):
            assert add_record(work, "project", project(work, everyday))


def test_a_need_of_a_place_is_guarded_like_other_public_texts(office: OfficeFile) -> None:
    as_facilitator(office)
    with office.write() as work:
        given = {
            "scope": "neighborhood",
            "neighborhood_id": neighborhood(work),
            "field": "cultural",
            "supporters_count": 3,
        }
        with pytest.raises(RefusedError) as refused:
            add_record(work, "need", {**given, "subject": "محل نصب بنر انتخابات"})
        assert codes(refused.value) == [("subject", "political")]
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
        person = register_household(work, home, [person_values()]).persons[0]
        with pytest.raises(RefusedError) as refused:
            add_record(
                work, "need", {**given, "subject": f"روشنایی جلوی خانهٔ {person['first_name']} {person['last_name']}"}
            )
        assert codes(refused.value) == [("subject", "resident_named")]


def test_the_cause_stands_neither_in_a_need_nor_in_what_follows_from_it(office: OfficeFile) -> None:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
        person = register_household(work, home, [person_values()]).persons[0]
        need = {"scope": "person", "person_id": person["id"], "field": "social", "subject": "مراجعه به خدمات مشاوره"}
        with pytest.raises(RefusedError) as refused:
            add_record(work, "need", {**need, "description": "برادرش معتاد است و کتک می‌زند"})
        assert codes(refused.value) == [("description", "wording_guided")]
        assert "۱۲۳" in refused.value.problems[0].message
        kept = add_record(work, "need", need)
        visit = {"type": "home_visit", "subject": "social", "person_id": person["id"], "need_id": kept["id"]}
        with pytest.raises(RefusedError) as refused:
            add_record(work, "visit", {**visit, "summary": "اعتیاد پسر خانواده"})
        assert codes(refused.value) == [("summary", "wording_guided")]
        assert add_record(work, "visit", visit)["staff_id"] == work.actor.staff_id


RESIDENTS = (("فاطمه", "رنجبری"), ("بی‌بی‌گل", "ناروئی"), ("سید علی", "حسین‌زاده"), ("بهار", "رضایی"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("روشنایی جلوی خانهٔ فاطمه رنجبری", True),
        ("روشنایی جلوی خانهٔ فاطمه‌رنجبري", True),
        ("رنجبری، فاطمه", True),
        ("خانم فاطمه رنجبری", True),
        ("فاطمه خانم رنجبری", True),
        ("بی بی گل ناروئی", True),
        ("بیبی‌گل نارویی", True),
        ("علی حسین زاده", True),
        ("آقای سید علی حسین زاده", True),
        ("حسین‌زاده، سید علی", True),
        ("کوچهٔ شهید علی حسین‌زاده", False),
        ("مدرسهٔ فاطمه رنجبری", False),
        ("جشن بهار در محلهٔ رضایی", False),
        ("کوچهٔ رنجبری", False),
        ("رضایی محله و بهار آن", False),
        ("آقای رضایی", False),
    ],
)
def test_a_resident_is_known_by_name_in_a_text_of_a_place(people: OfficeFile, text: str, named: bool) -> None:
    with people.read() as rows:
        assert bool(residents_named(rows.connection, text)) is named


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    made = make_office(tmp_path_factory.mktemp("people") / "office")
    with made.write() as work:
        for first, last in RESIDENTS:
            home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
            register_household(work, home, [person_values(first_name=first, last_name=last)])
    yield made
    made.close()


STORY = "برادرش معتاد است"


@pytest.mark.parametrize("story", [STORY, "برادرش معتادشده", "برادر معتادش", "افغانیها", "براي افغانی‌هاي محله"])
def test_no_free_text_of_a_need_and_its_agencies_takes_a_label(office: OfficeFile, story: str) -> None:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
        person = register_household(work, home, [person_values()]).persons[0]
        given = {"scope": "person", "person_id": person["id"], "field": "social", "subject": "کمک"}
        need = add_record(work, "need", given)
        sent = {"need_id": need["id"], "agency_id": agency(work, "education")}
        referral = add_record(work, "referral", sent)
        visit = {"type": "home_visit", "subject": "social", "person_id": person["id"]}
        letter = {"kind": "general", "to_org_id": agency(work, "education"), "subject": "درخواست", "body": "متن"}
        answer = {"referral_id": referral["id"], "type": "accepted", "received_on": work.today}
        put_off = {"about": "need", "about_id": need["id"], "until": work.today + timedelta(days=2)}
    told: list[tuple[str, Callable[[UnitOfWork], object]]] = [
        ("subject", lambda work: add_record(work, "need", {**given, "subject": story})),
        ("description", lambda work: change_record(work, "need", need["id"], {"description": story})),
        ("solution_note", lambda work: change_record(work, "need", need["id"], {"solution_note": story})),
        ("note", lambda work: step_record(work, "need", need["id"], "in_progress", {"note": story})),
        (
            "close_note",
            lambda work: step_record(
                work, "need", need["id"], "closed", {"close_reason": "withdrawn", "close_note": story}
            ),
        ),
        (
            "withdraw_reason",
            lambda work: change_record(
                work, "referral", referral["id"], {"withdrawn_on": work.today, "withdraw_reason": story}
            ),
        ),
        ("text", lambda work: add_record(work, "agency_response", {**answer, "text": story})),
        ("summary", lambda work: add_record(work, "visit", {**visit, "summary": story})),
        ("subject", lambda work: add_record(work, "letter", {**letter, "subject": story})),
        ("body", lambda work: add_record(work, "letter", {**letter, "body": story})),
        ("reason", lambda work: add_record(work, "postponement", {**put_off, "reason": story})),
    ]
    for field, act in told:
        with pytest.raises(RefusedError) as refused, office.write() as work:
            act(work)
        assert {(one.field, one.code.removesuffix("_guided")) for one in refused.value.problems} == {(field, "wording")}
