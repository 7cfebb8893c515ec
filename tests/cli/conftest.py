"""One small office for the words that only read, and a fresh one for those that write."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from desktop.domain.clock import now
from tests.factories import add_colleague, add_identifier, add_need, add_person, make_office, neighborhood


def _found(folder: Path) -> Path:
    office = make_office(folder, now)
    add_colleague(office, "samira", "facilitator", "سمیرا دادخواه")
    with office.write() as work:
        person = add_person(work)
        add_identifier(work, person, "9931000201")
        add_need(work, person)
    office.close()
    office.folder.mark.unlink()  # its copies are no clones that must be told apart
    return folder


@pytest.fixture(scope="session")
def read_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _found(tmp_path_factory.mktemp("read") / "office")


@pytest.fixture(scope="session")
def untouched_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _found(tmp_path_factory.mktemp("untouched") / "office")


@pytest.fixture
def office_dir(untouched_office: Path, tmp_path: Path) -> Path:
    return copytree(untouched_office, tmp_path / "office")


@pytest.fixture
def place(office_dir: Path) -> str:
    from desktop.store.office_file import OfficeFolder
    from desktop.store.office_opening import open_office
    from tests.factories import PASSWORD, USER

    office = open_office(OfficeFolder(office_dir), USER, PASSWORD)
    with office.write() as work:
        found = neighborhood(work)
    office.close()
    return found
