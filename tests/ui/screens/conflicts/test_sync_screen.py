"""The page of sync and its light tell in words what waits, for whom, and what could not be taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.services.demo.second_laptop import disagree
from desktop.ui.lines import LineButton
from desktop.ui.shell.main_window import MainWindow
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.made_office import make_office


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker("http://127.0.0.1:9")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, asker: FixedAsker) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 8), tmp_path / "office", asker) as made:
        yield made


def _texts(screen: Any) -> set[str]:
    return {label.text() for label in screen.findChildren(QLabel)}


def test_the_light_turns_with_what_is_disputed_and_leads_to_its_page(qtbot: QtBot, window: MainWindow) -> None:
    light = window.sync_light
    qtbot.waitUntil(lambda: light.shown is not None and light.shown.light == "alone", timeout=8000)
    assert "تنها در همین رایانه است" in light.toolTip()
    disagree(window.context.office)
    light.refresh()
    rest(qtbot, window)
    assert light.text() == "۲"
    light.click()
    rest(qtbot, window)
    assert window.screen_name() == "sync"
    screen: Any = window.screen_shown()
    assert "۲ تعارض در انتظار تصمیم شماست." in _texts(screen)
    assert {"ساکنان", "۲ رکورد", "از رایانهٔ پذیرش"} <= _texts(screen)
    line = next(one for one in screen.findChildren(LineButton) if "تعارض" in one.accessibleName())
    line.click()
    rest(qtbot, window)
    assert window.screen_name() == "conflicts"


def test_the_address_is_asked_once_and_kept(qtbot: QtBot, window: MainWindow, asker: FixedAsker) -> None:
    screen: Any = window.show_screen("sync")
    rest(qtbot, window)
    qtbot.keyClick(screen, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: screen.status.url == "http://127.0.0.1:9", timeout=8000)
    assert len(asker.asked) == 1
    assert screen.network.property("look") == "primary"
