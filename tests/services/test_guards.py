"""What free texts are refused, by whom and why (G-02, G-03, G-12, G-13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.problems import RefusedError
from desktop.services.records import add_record
from desktop.services.registration import register_household
from desktop.services.session import seat
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import make_office, neighborhood, person_values


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
