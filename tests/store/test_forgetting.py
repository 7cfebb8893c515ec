"""What is forgotten is nowhere: not in tables, log, search or free pages; and the file still proves itself whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.problems import RefusedError
from desktop.services.records import change_record, delete_record
from desktop.services.undo import undo
from desktop.store import changes
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from tests.factories import add_identifier, add_person, make_office
from tests.store.decrypted import tables_holding

LEFT: dict[str, Any] = {"first_name": "ساکن", "last_name": "محوشده", "father_name": None, "mobile": None, "skills": []}


@pytest.fixture
def office(tmp_path: Path) -> Any:
    made = make_office(tmp_path)
    yield made
    assert [result.check for result in check_office(made) if not result.ok] == []
    made.close()


def test_the_log_is_emptied_and_tells_anew_what_is_left(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work, skills=["خیاطی"])
    with office.write() as work:
        change_record(work, "person", person["id"], {"mobile": "09000000011"})
    with office.write() as work:
        work.forget("person", person["id"], LEFT)
        work.change("household", person["household_id"], {"head_name": None})
        work.sweep_search()
    with office.connection() as connection:
        *before, told = changes.history(connection, person["id"])
        assert [line["fields"] for line in before] == [{}, {}, {}]
        assert (told["action"], told["fields"]["first_name"]) == ("erase", [None, "ساکن"])
        assert list(changes.broken_links(connection)) == []
    assert tables_holding(office, "رنجبری", "غلامرضا", "09000000011", "خیاطی") == set()


def test_a_deleted_record_can_be_forgotten_too(office: OfficeFile) -> None:
    with office.write() as work:
        paper = add_identifier(work, add_person(work), "9931000201")
    with office.write() as work:
        delete_record(work, "person_identifier", paper["id"])
    assert "person_identifier" in tables_holding(office, "9931000201")
    with office.write() as work:
        work.forget("person_identifier", paper["id"], {"type": "none", "value": None, "last4": ""}, gone=True)
        work.sweep_search()
    assert tables_holding(office, "9931000201") == set()


def test_what_changes_after_forgetting_is_logged_as_ever(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
    with office.write() as work:
        work.forget("person", person["id"], LEFT)
    with office.write() as work:
        change_record(work, "person", person["id"], {"mobile": "09000000022"})
    with office.connection() as connection:
        assert changes.history(connection, person["id"])[-1]["fields"] == {"mobile": [None, "09000000022"]}


def test_forgetting_is_not_undone_nor_is_what_was_forgotten_since(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        added = work.tx
    with office.write() as work:
        work.forget("person", person["id"], LEFT)
        forgotten = work.tx
    for tx in (added, forgotten):
        with pytest.raises(RefusedError, match="undo_erased"), office.write() as work:
            undo(work, tx)


def test_the_check_notices_a_record_that_differs_from_what_was_left(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        work.forget("person", person["id"], LEFT)
    with office.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("DROP TRIGGER log_change_person")
        connection.exec_driver_sql("UPDATE person SET sex = 'male'")
    wrong = {result.check for result in check_office(office) if not result.ok}
    with office.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE person SET sex = 'female'")
        from desktop.store.triggers import statements
        from desktop.store.upgrade import head_revision

        lost = next(s for s in statements(head_revision()) if " log_change_person " in s)
        connection.exec_driver_sql(lost)
    assert "change_log_complete" in wrong
