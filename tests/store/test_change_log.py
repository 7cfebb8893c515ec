"""The change log sees everything, and nothing can be written behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from desktop.services.records import change_record, delete_record
from desktop.store import changes
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import number_in_block
from tests.factories import add_person, make_office


@pytest.fixture
def office(tmp_path: Path) -> Any:
    made = make_office(tmp_path)
    yield made
    made.close()


def test_history_tells_old_and_new_with_who_and_where(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
    with office.write() as work:
        change_record(work, "person", person["id"], {"mobile": "09000000011"})
    with office.connection() as connection:
        added, changed = changes.history(connection, person["id"])
    assert added["fields"]["first_name"] == [None, "فاطمه"]
    assert changed["fields"] == {"mobile": [None, "09000000011"]}
    assert (changed["action"], changed["device_id"]) == ("change", office.identity.device_id)
    assert changed["stamp"] > added["stamp"]


def test_a_failed_unit_of_work_leaves_nothing(office: OfficeFile) -> None:
    with office.connection() as connection:
        before = changes.head(connection)
    with pytest.raises(ZeroDivisionError):
        _break_half_way(office)
    with office.connection() as connection:
        assert changes.head(connection) == before
    with office.read() as rows:
        assert rows.find("person") == []


_INSERT = (
    "INSERT INTO instructor (id, office_id, created_at, created_by, updated_at, updated_by, row_version, device_id, "
    "sync_state, full_name) VALUES ('a', 'b', '2025-01-01', 'c', '2025-01-01', 'c', 1, 'd', 'local', 'e')"
)


def _break_half_way(office: OfficeFile) -> None:
    with office.write() as work:
        add_person(work)
        raise ZeroDivisionError


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE neighborhood SET name = 'دیگر'",
        "UPDATE person SET deleted_at = NULL, first_name = 'زهرا'",
        _INSERT,
        "DELETE FROM neighborhood",
        "DELETE FROM change_log",
        "DELETE FROM audit_log",
    ],
)
def test_a_write_outside_a_unit_of_work_is_stopped(office: OfficeFile, statement: str) -> None:
    with office.write() as work:
        add_person(work)
        work.audit("look")
    with pytest.raises(IntegrityError), office.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(statement)


def test_the_same_values_again_leave_no_trace(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
    with office.connection() as connection:
        before = changes.head(connection)
    with office.write() as work:
        change_record(work, "person", person["id"], {"first_name": "فاطمه"})
    with office.connection() as connection:
        assert changes.head(connection) == before


def test_after_additions_changes_and_deletions_the_log_tells_all(office: OfficeFile) -> None:
    learned = {"skills": ["خیاطی", "قالی‌بافی"], "interests": ["مهارت‌های زندگی"]}
    with office.write() as work:
        people = [add_person(work, skills=["خیاطی"], age_estimated=None) for _ in range(3)]
    with office.write() as work:
        change_record(work, "person", people[0]["id"], learned)
        delete_record(work, "person", people[1]["id"])
    assert [r.check for r in check_office(office) if not r.ok] == []


def test_numbers_of_one_laptop_never_repeat() -> None:
    for block in (0, 1, 7):
        numbers = [number_in_block(block, count) for count in range(1, 30_000)]
        assert numbers == sorted(set(numbers))


def test_numbers_of_two_laptops_never_meet() -> None:
    blocks = [{number_in_block(block, count) for count in range(1, 60_000)} for block in (0, 1, 2, 9, 10, 11, 57, 99)]
    assert sum(map(len, blocks)) == len(set().union(*blocks))
