"""Lists keep one order through updates of the program."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.persian.order import SORT_KEY_VERSION
from desktop.store.check import check_office
from desktop.store.engine import connect
from desktop.store.lists import snapshot
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from tests.factories import PASSWORD, USER, add_person, make_office

FAMILIES = ("آذری", "اکبری", "پورمحمد", "رئیسی", "ربیعی", "وحیدی", "هاشمی")


def test_places_of_an_older_order_are_made_anew_when_the_office_is_opened(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    with office.write() as work:
        for family in reversed(FAMILIES):
            add_person(work, last_name=family)
    office.close()
    age(office)
    reopened = open_office(OfficeFolder(tmp_path), USER, PASSWORD)
    try:
        assert families(reopened) == list(FAMILIES)
        assert [result.check for result in check_office(reopened) if not result.ok] == []
        assert version(reopened) == str(SORT_KEY_VERSION)
    finally:
        reopened.close()


def test_a_new_office_begins_with_the_order_of_its_program(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    try:
        assert version(office) == str(SORT_KEY_VERSION)
    finally:
        office.close()


def age(office: OfficeFile) -> None:
    """The file as a program with another order left it: all places alike, and no version."""
    raw = connect(office.folder.database, office.data_key)
    raw.execute("UPDATE search_entry SET order_key = x'30'")
    raw.execute("DELETE FROM meta WHERE key = 'sort_key_version'")
    raw.close()


def families(office: OfficeFile) -> list[str]:
    with office.read() as rows:
        entries = snapshot(rows.connection, "person")
        names = "SELECT p.last_name FROM search_entry e JOIN person p ON p.id = e.record_id WHERE e.entry = ?"
        return [str(rows.connection.exec_driver_sql(names, (entry,)).scalar()) for entry in entries]


def version(office: OfficeFile) -> str:
    with office.read() as rows:
        found = rows.connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'sort_key_version'").scalar()
        return str(found)
