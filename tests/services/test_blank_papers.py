"""Papers to be filled in by hand, as they come out of an office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.codes import CODE_LISTS
from desktop.services.printing import make_document, printables_of_records
from desktop.store.office_file import OfficeFile
from tests.factories import make_office
from tests.reports.pdf_reading import page_texts


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    made.close()


def test_the_form_of_a_need_offers_the_very_choices_that_are_typed_afterwards(office: OfficeFile) -> None:
    (page,) = page_texts(make_document(office, "blank_need"))
    text = " ".join(page.split())
    for choice in (*CODE_LISTS["need_field"].values(), *CODE_LISTS["need_urgency"].values(), "فردی", "نتیجهٔ خواسته‌شده"):
        assert choice in text, choice


def test_a_sheet_for_a_session_fits_one_paper_and_asks_for_no_phone(office: OfficeFile) -> None:
    (page,) = page_texts(make_document(office, "blank_attendance"))
    assert "شمارهٔ جلسه" in page
    assert "۲۲" in page
    assert {"blank_need", "blank_attendance"} <= set(printables_of_records())
