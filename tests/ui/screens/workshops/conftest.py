"""A window with the screen «کارگاه‌ها» over a small real office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.screens.workshops.screen import WorkshopsScreen, make_screen
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import show_in
from tests.ui.screens.made_office import context_of, make_office, running_workshop


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", 26)
    yield made
    made.close()


@pytest.fixture
def workshop_id(office: OfficeFile) -> str:
    with office.write() as work:
        return running_workshop(work)


@pytest.fixture
def screen(
    qtbot: QtBot, window: QWidget, office: OfficeFile, operations: Operations, asker: FixedAsker, workshop_id: str
) -> WorkshopsScreen:
    made = make_screen(context_of(office), operations, asker, window)
    show_in(qtbot, window, made, operations, made.list.search)
    return made
