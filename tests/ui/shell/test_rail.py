"""The rail: rooms under headings that fold, scrolled in a low window, and found by their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from desktop.system.settings import Settings
from desktop.ui.shell.global_search import rooms_called
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.rail import Rail
from desktop.ui.shell.screens import GROUPS, SCREENS, rooms_of, screen_key
from tests.ui.conftest import Hands
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import press
from tests.ui.screens.made_office import make_office


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 2), tmp_path / "office") as made:
        yield made


def _rail(qtbot: QtBot, settings: Settings, height: int) -> Rail:
    rail = Rail("دفتر امید", settings, lambda: None, lambda: None, lambda _language: None)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), height)
    rail.show()
    qtbot.waitExposed(rail)
    return rail


def test_every_room_stands_under_a_heading_that_there_is() -> None:
    assert [entry for group in GROUPS for entry in rooms_of(group)] != []
    assert {entry.group for entry in SCREENS} <= set(GROUPS)


def test_no_two_rooms_share_a_key() -> None:
    keys = [screen_key(place) for place in range(20)]
    assert len(set(keys)) == 20
    assert screen_key(20) == ""


def test_a_low_window_scrolls_to_the_room_that_is_open(qtbot: QtBot) -> None:
    rail = _rail(qtbot, Settings(None), 300)
    last = [entry for group in GROUPS for entry in rooms_of(group)][-1].name
    rail.show_screen(last)
    view = rail.area.viewport()
    assert QRect(view.mapToGlobal(QPoint(0, 0)), view.size()).contains(
        rail.buttons[last].mapToGlobal(rail.buttons[last].rect().center())
    )


def test_a_folded_group_stays_folded_the_next_day_and_opens_for_its_room(qtbot: QtBot, tmp_path: Path) -> None:
    rail = _rail(qtbot, Settings(tmp_path), 800)
    rail.show_screen("dashboard")
    qtbot.mouseClick(rail.headings["people"], Qt.MouseButton.LeftButton)
    assert not rail.buttons["residents"].isVisible()
    again = _rail(qtbot, Settings(tmp_path), 800)
    assert not again.buttons["residents"].isVisible()
    again.show_screen("residents")
    assert again.buttons["households"].isVisible()


def test_a_room_is_found_by_its_name(qtbot: QtBot, window: MainWindow, type_fa: Hands) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F3)
    press("گزارش")
    rest(qtbot, window, 200)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    rest(qtbot, window)
    assert window.screen_name() == "reports"


def test_all_rooms_are_offered_below_an_empty_search(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F3)
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    assert [hit.record_id for hit in window.search.results.hits()] == [entry.name for entry in SCREENS]
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.screen_name() == SCREENS[1].name
    assert rooms_called("هیچ‌چیز") == []
