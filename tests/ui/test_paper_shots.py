"""The pictures of papers that `dev.py demo` takes come of an office in which laptops may disagree."""

from __future__ import annotations

from pathlib import Path

from desktop.services.session import seat
from desktop.store.office_file import OfficeFile
from desktop.sync.sealing import seal
from desktop.ui.paper_shots import _first
from tests.factories import add_person, make_office
from tests.reports.pdf_reading import page_texts


def _dispute(office: OfficeFile, person_id: str) -> None:
    with office.merge() as connection:
        connection.exec_driver_sql("INSERT INTO record_conflict VALUES (?, 'last_name', 'person')", (person_id,))


def test_a_paper_is_pictured_of_somebody_of_whom_nothing_is_disputed(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    seat(office)
    with office.write() as work:
        people = {name: add_person(work, first_name=name)["id"] for name in ("فاطمه", "زهره")}
    seal(office)  # what is said after the last segment settles a dispute
    seen = set()
    for _ in people:
        pdf = _first(office, "my_information")
        assert pdf is not None
        text = page_texts(pdf)[0]
        (shown,) = (name for name in people if f"{name} رنجبری" in text)
        seen.add(shown)
        _dispute(office, people[shown])
    assert seen == set(people)
    assert _first(office, "my_information") is None
    office.close()
