"""A window with the screen «نیازها» over a small real office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.screens.needs.screen import NeedsScreen, make_screen
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import show_in
from tests.ui.screens.made_office import add_needs, context_of, make_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", 8)
    yield made
    made.close()


@pytest.fixture
def need_ids(office: OfficeFile) -> list[str]:
    with office.write() as work:
        return add_needs(work)


@pytest.fixture
def screen(
    qtbot: QtBot, window: QWidget, office: OfficeFile, operations: Operations, asker: FixedAsker, need_ids: list[str]
) -> NeedsScreen:
    made = make_screen(context_of(office), operations, asker, window)
    show_in(qtbot, window, made, operations, made.list.search)
    return made
