"""`check` passes a sound office and finds what a careless hand or a bad disk did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.store.check import check_office
from desktop.store.engine import connect
from desktop.store.office_file import OfficeFile
from tests.factories import add_identifier, add_person, make_office


@pytest.fixture
def office(tmp_path: Path) -> Any:
    made = make_office(tmp_path)
    with made.write() as work:
        person = add_person(work, skills=["خیاطی", "پته‌دوزی"])
        add_identifier(work, person, "9931000201")
    yield made
    made.engine.dispose()
    made.lock.release()


def _failing(office: OfficeFile) -> set[str]:
    return {result.check for result in check_office(office) if not result.ok}


def _tamper(office: OfficeFile, *statements: str) -> None:
    raw = connect(office.folder.database, office.data_key)
    for statement in statements:
        raw.execute(statement)
    raw.close()


def test_a_sound_office_passes_every_proof(office: OfficeFile) -> None:
    assert _failing(office) == set()


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        (
            ("DROP TRIGGER log_change_person", "UPDATE person SET first_name = 'زهرا'"),
            {"triggers", "change_log_complete", "search_entries"},
        ),
        (
            ("DROP TRIGGER hold_change_log", "UPDATE change_log SET fields = replace(fields, 'فاطمه', 'زهرا')"),
            {"triggers", "change_log_chain", "change_log_complete"},
        ),
        (
            ("DROP TRIGGER keep_change_log", "DELETE FROM change_log WHERE seq = 3"),
            {"triggers", "change_log_chain", "change_log_complete"},
        ),
        (("UPDATE search_entry SET numbers = '' WHERE kind = 'person'",), {"search_entries"}),
        (("DELETE FROM search_entry WHERE kind = 'person'",), {"search_entries"}),
        (("INSERT INTO search_index (search_index) VALUES ('delete-all')",), {"search_index"}),
        (
            ("PRAGMA foreign_keys = OFF", "UPDATE write_context SET open = 1", "UPDATE person SET household_id = 'x'"),
            {"foreign_keys"},
        ),
        (("UPDATE alembic_version SET version_num = '0000'",), {"schema"}),
        (("UPDATE key_slot_copy SET text = replace(text, 'hamid', 'samira')",), {"key_slots"}),
    ],
)
def test_what_was_done_behind_the_programs_back_is_found(
    office: OfficeFile, statements: tuple[str, ...], found: set[str]
) -> None:
    _tamper(office, *statements)
    assert found <= _failing(office)


def test_a_page_that_rotted_is_found(office: OfficeFile) -> None:
    office.checkpoint()
    office.engine.dispose()
    with office.folder.database.open("r+b") as file:
        file.seek(4096 * 9 + 100)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 1]))
    assert "pages" in _failing(office)
