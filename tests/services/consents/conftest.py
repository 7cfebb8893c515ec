"""An office for each test of consents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.session import seat
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from tests.factories import (
    make_office,
)
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    made = make_office(tmp_path, clock)
    seat(made)
    yield made
    assert [(result.check, result.detail) for result in check_office(made) if not result.ok] == []
    made.close()
