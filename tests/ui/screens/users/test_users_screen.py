"""«کاربران»: accounts made, reset and closed by keyboard; one's own password; what was kept long enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.problems import UnavailableError
from desktop.services.records import add_record
from desktop.store.key_slots import KeySlots
from desktop.ui.screens.users.screen import UsersScreen
from desktop.ui.secret_dialog import SecretDialog
from desktop.ui.shell.main_window import MainWindow
from tests.fakes import FakeClock
from tests.ui.conftest import FixedAsker
from tests.ui.program import PASSWORD, rest, window_on
from tests.ui.screens.hands import press
from tests.ui.screens.made_office import NOW, make_office

OTHER, OWN = "گذرواژه-نخست", "گذرواژه-خودم-۲"


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, asker: FixedAsker) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 6), tmp_path / "office", asker) as made:
        yield made


def _screen(qtbot: QtBot, window: MainWindow) -> UsersScreen:
    screen = window.show_screen("users")
    assert isinstance(screen, UsersScreen)
    rest(qtbot, window)
    return screen


def _dialog() -> SecretDialog:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, SecretDialog) and one.isVisible())


def _type(qtbot: QtBot, window: MainWindow, *texts: str) -> None:
    """Line after line, as Tab leads, and Enter at the end."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() in _dialog().lines.values())
    for place, text in enumerate(texts):
        if place:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        press(text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    rest(qtbot, window)


def test_the_manager_makes_an_account_resets_and_closes_it(qtbot: QtBot, window: MainWindow, asker: FixedAsker) -> None:
    screen, office = _screen(qtbot, window), window.context.office
    assert [line.accessibleName().split("،")[0] for line in screen.lines] == ["حمید یزدان‌پناه"]
    assert screen.found is not None
    assert [one.sign for one in screen.found.shared] == ["alone"]
    day: Any = window.show_screen("dashboard")
    qtbot.waitUntil(lambda: len(day.accounts.lines) == 1)
    day.accounts.lines[0].click()
    assert window.screens.currentWidget() is screen
    screen.add.click()
    _type(qtbot, window, "سمیرا دادخواه", "samira", "", OTHER, OTHER)
    qtbot.waitUntil(lambda: len(screen.lines) == 2)
    assert KeySlots.load(office.folder.keys).open_with_password("samira", OTHER) == office.data_key
    line = next(line for line in screen.lines if "سمیرا" in line.accessibleName())
    assert "در ورود بعد" in line.accessibleName()
    asker.answers.append("reset")
    line.click()
    _type(qtbot, window, OWN, OTHER)
    assert "یکسان نیستند" in _dialog().message.text()
    qtbot.keyClick(_dialog(), Qt.Key.Key_Escape)
    asker.answers.append("disable")
    line.click()
    qtbot.waitUntil(lambda: any("بسته" in one.accessibleName() for one in screen.lines), timeout=5000)
    assert "samira" not in KeySlots.load(office.folder.keys).users()


def test_ones_own_password_is_changed_by_who_knows_it(qtbot: QtBot, window: MainWindow) -> None:
    screen, office = _screen(qtbot, window), window.context.office
    screen.own.click()
    _type(qtbot, window, "نادرست-۱۲۳۴", OWN, OWN)
    assert "درست نیست" in _dialog().message.text()
    dialog = _dialog()
    dialog.lines["former"].setFocus()
    qtbot.keyClick(dialog.lines["former"], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(PASSWORD)
    qtbot.keyClick(dialog.lines["former"], Qt.Key.Key_Return)
    rest(qtbot, window)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    slots = KeySlots.load(office.folder.keys)
    assert slots.open_with_password("hamid", OWN) == office.data_key
    with pytest.raises(UnavailableError, match="wrong_password"):
        slots.open_with_password("hamid", PASSWORD)


def test_what_was_kept_long_enough_is_told_once_a_day_and_goes_when_the_manager_agrees(
    qtbot: QtBot, window: MainWindow, asker: FixedAsker
) -> None:
    office = window.context.office
    with office.write() as work:
        person = work.find("person")[0]
        told = {"person_id": person["id"], "summary": "برای پیگیری آمد"}
        add_record(work, "visit", told)
    clock = FakeClock(NOW + timedelta(days=6 * 366 - 3))
    office.clock = clock
    for _ in range(3):  # at work by this clock
        clock.pass_time(days=1)
        with office.write() as work:
            work.audit("login", "user_account", "")
    asker.answers += ["later", True]
    window.keeping.look()
    rest(qtbot, window)
    assert "مراجعه‌های پیش از پنج سال" in asker.asked[-1][1]
    many = len(asker.asked)
    window.keeping.look()
    rest(qtbot, window)
    assert len(asker.asked) == many
    screen = _screen(qtbot, window)
    screen.forget.click()
    rest(qtbot, window)
    qtbot.waitUntil(lambda: screen.due is not None and not screen.due.many)
    with office.read() as rows:
        visit = next(row for row in rows.find("visit") if row["date"] == NOW.date())
        assert (visit["person_id"], visit["summary"]) == (None, None)


def test_a_colleague_sees_but_the_own_account(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", 6)
    office.actor = replace(office.actor, role="facilitator")
    with window_on(qtbot, office, tmp_path / "office") as window:
        screen = _screen(qtbot, window)
        assert screen.own.isVisible()
        assert not any(made.isVisible() for made in (screen.add, screen.code, screen.forget))
        assert (screen.lines, screen.found, screen.due) == ([], None, None)
