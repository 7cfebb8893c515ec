"""The window over the office of a scenario, with a colleague who sits before it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.widgets import theme
from tests.factories import PASSWORD, USER, make_office
from tests.fakes import FakeClock
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.scenarios.walker import Walker

Sit = Callable[..., Walker]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


def _found(
    folder: Path, clock: FakeClock, before: Callable[[UnitOfWork], object] | None, office: dict[str, Any]
) -> None:
    made = make_office(folder, clock, **office)
    if before is not None:
        with made.write() as work:
            before(work)
    made.close()


@pytest.fixture
def sit(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FakeClock, asker: FixedAsker) -> Iterator[Sit]:
    """Opens the window over an office that is founded as told, and prepared by `before`; again: over the same one."""
    with ExitStack() as opened:
        theme.apply(qapp, bool(os.environ.get("WALK_DARK")))

        def open_window(before: Callable[[UnitOfWork], object] | None = None, role: str = "", **office: Any) -> Walker:
            opened.close()  # somebody else sits down: the window of whoever sat here before is closed
            if not (tmp_path / "office").exists():
                _found(tmp_path / "office", clock, before, office)
            again = open_office(OfficeFolder(tmp_path / "office"), USER, PASSWORD, clock=clock)
            if role:
                again.actor = replace(again.actor, role=role)
            window = opened.enter_context(window_on(qtbot, again, tmp_path, asker))
            if width := os.environ.get("WALK_WIDTH"):
                window.resize(int(width), 700)
            rest(qtbot, window)
            return Walker(qtbot, window)

        yield open_window
    theme.apply(qapp, False)
