"""An office at its founding, for each test of «کارهای امروز»."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from tests.factories import (
    PASSWORD,
    USER,
    make_office,
)
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    """Stands on ۱۴۰۴/۰۶/۱۵ until it is moved."""
    return FakeClock()


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that nobody has worked in yet; each test works in a copy."""
    folder = tmp_path_factory.mktemp("founded") / "office"
    make_office(folder).close()
    return folder


@pytest.fixture
def office(founded: Path, tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    made = open_office(OfficeFolder(copytree(founded, tmp_path / "office")), USER, PASSWORD, clock=clock)
    yield made
    made.close()
