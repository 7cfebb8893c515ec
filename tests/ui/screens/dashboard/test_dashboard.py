"""The dashboard counts what is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.overview import dashboard
from desktop.ui.screens.dashboard.screen import DashboardScreen
from tests.ui.program import rest, window_on
from tests.ui.screens.made_office import add_needs, make_office, running_workshop


def test_figures_are_those_of_the_records(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", 24)
    with office.write() as work:
        running_workshop(work)
        add_needs(work)
    with window_on(qtbot, office, tmp_path / "office") as window:
        screen = window.screen_shown()
        assert isinstance(screen, DashboardScreen)
        assert screen.residents.number.text() == "۲۴"
        assert screen.workshops.number.text() == "۱"
        assert screen.needs.number.text() == "۶"
        with office.read() as rows:
            found = dashboard(rows, office.actor)
        assert found.residents.course[-1] == 24
        assert found.needs.beside == 2
        qtbot.waitUntil(lambda: screen.here.text() == window.sync_light.toolTip())
        assert found.attendance[-2] == 16 + 1  # sixteen came or came late, and one without a file
        qtbot.mouseClick(screen.needs, Qt.MouseButton.LeftButton)
        rest(qtbot, window)
        assert window.rail.buttons["needs"].isChecked()


def test_an_empty_morning_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with window_on(qtbot, make_office(tmp_path / "office", 0), tmp_path / "office") as window:
        screen = window.screen_shown()
        assert isinstance(screen, DashboardScreen)
        assert screen.worklist.none.isVisible()
        assert screen.residents.number.text() == "۰"
