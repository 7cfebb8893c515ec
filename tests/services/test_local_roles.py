"""Trustees and members of groups who have a file: named as in it, marked in it, and gone with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.domain.record import Row
from desktop.services import household_life as life
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.undo import undo
from desktop.store.office_file import OfficeFile
from desktop.store.search import search
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_person, make_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    made = make_office(tmp_path_factory.mktemp("roles"))
    yield made
    made.close()


def trustee(work: UnitOfWork, person: Row, role: str = "elder") -> Row:
    given = {"person_id": person["id"], "neighborhood_id": person["neighborhood_id"], "role": role}
    return add_record(work, "local_trustee", given)


def is_trustee(work: UnitOfWork, person: Row) -> bool:
    return bool((work.get("person", person["id"]) or {})["is_trustee"])


def test_a_mark_in_the_file_and_the_list_of_trustees_agree(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        change_record(work, "person", person["id"], {"is_trustee": True})
        made = work.find("local_trustee", person_id=person["id"])
        assert [(row["full_name"], row["role"], row["active"]) for row in made] == [("فاطمه رنجبری", "other", True)]
        assert made[0]["neighborhood_id"] == person["neighborhood_id"]
        change_record(work, "person", person["id"], {"is_trustee": False})
        assert work.find("local_trustee", person_id=person["id"], active=True) == []


def test_a_resident_is_a_trustee_while_one_of_the_roles_is_active(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        elder, imam = trustee(work, person), trustee(work, person, "imam")
        assert is_trustee(work, person)
        change_record(work, "local_trustee", elder["id"], {"active": False})
        assert is_trustee(work, person)
        delete_record(work, "local_trustee", imam["id"])
        assert not is_trustee(work, person)


def test_another_name_in_the_file_is_another_name_in_every_role(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        trustee(work, person)
        given = {"name": "کارگروه آب", "neighborhood_id": person["neighborhood_id"], "kind": "working_group"}
        group = add_record(work, "local_group", given)
        add_record(work, "local_group_member", {"group_id": group["id"], "person_id": person["id"]})
        change_record(work, "person", person["id"], {"last_name": "دلاوری"})
        assert work.find("local_trustee", person_id=person["id"])[0]["full_name"] == "فاطمه دلاوری"
        assert work.find("local_group_member", person_id=person["id"])[0]["full_name"] == "فاطمه دلاوری"
        assert [hit.kind for hit in search(work.connection, "دلاوری", kind="local_trustee")] == ["local_trustee"]


def test_the_dead_are_no_trustees_and_no_members_and_an_undo_brings_all_back(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        trustee(work, person)
        given = {"name": "گروه یاری", "neighborhood_id": person["neighborhood_id"], "kind": "volunteers"}
        group = add_record(work, "local_group", given)
        add_record(work, "local_group_member", {"group_id": group["id"], "person_id": person["id"]})
    with office.write() as work:
        life.note_death(work, person["id"], {"on": "1404/06/15"})
        tx = work.tx

    def now() -> tuple[bool, bool, bool]:
        with office.write() as work:
            role = work.find("local_trustee", person_id=person["id"])[0]
            member = work.find("local_group_member", person_id=person["id"])[0]
            return is_trustee(work, person), bool(role["active"]), member["left_on"] is None

    assert now() == (False, False, False)
    with office.write() as work:
        undo(work, tx)
    assert now() == (True, True, True)
