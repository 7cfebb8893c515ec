"""The page of sync and its light tell in words what waits, for whom, and what could not be taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.sentences import SENTENCES
from desktop.services.courier import write_courier
from desktop.services.demo.second_laptop import disagree
from desktop.services.records import add_record
from desktop.ui.lines import LineButton
from desktop.ui.shell.main_window import MainWindow
from tests.sync.laptops import Clock, first_laptop, introduce, meet, next_laptop
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs
from tests.ui.screens.made_office import make_office


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker("http://127.0.0.1:9")


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The file that is chosen in every dialog of files."""
    made = str(tmp_path / "a.tashil")
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_given: (made, ""))
    return made


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


def test_a_carried_file_is_written_and_its_own_laptop_has_no_use_for_it(
    qtbot: QtBot, window: MainWindow, asker: FixedAsker, stick: str
) -> None:
    disagree(window.context.office)
    screen: Any = window.show_screen("sync")
    rest(qtbot, window)
    asker.answers = ["receipt"]
    qtbot.keyClick(window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=20_000)
    dialogs()[0].close()
    title, told = asker.asked.pop()
    assert title == "پروندهٔ همراه نوشته شد"
    assert "ساکنان: ۸" in told
    screen.read.click()
    qtbot.waitUntil(lambda: bool(asker.asked), timeout=20_000)
    assert asker.asked[0] == ("انجام نشد", SENTENCES["stick_not_for_us"])
    rest(qtbot, window)
    assert Path(stick).exists()


def test_a_carried_file_is_told_in_words_before_it_is_read(
    qtbot: QtBot, asker: FixedAsker, tmp_path: Path, stick: str
) -> None:
    clock = Clock()
    first = first_laptop(tmp_path / "a", clock)
    second = next_laptop(first, tmp_path / "b", clock, 1)
    introduce(first, second)
    meet(first, second)
    with second.write() as work:
        add_record(work, "local_group", {
            "name": "صندوق بانوان", "neighborhood_id": work.find("neighborhood")[0]["id"], "kind": "women",
        })  # fmt: skip
    write_courier(second, Path(stick))
    second.close()
    asker.answers = [True]
    with window_on(qtbot, first, tmp_path / "a", asker) as window:
        window.show_screen("sync")
        rest(qtbot, window)
        qtbot.keyClick(window, Qt.Key.Key_F6)
        qtbot.waitUntil(lambda: len(asker.asked) == 2, timeout=20_000)
        rest(qtbot, window)
        assert "نوشته است" in asker.asked[0][1]
        assert asker.asked[1] == ("پروندهٔ همراه خوانده شد", "۱ دگرگونی رسید")
        assert {"گروه‌های محلی", "۱ رکورد"} <= _texts(window.screen_shown())
