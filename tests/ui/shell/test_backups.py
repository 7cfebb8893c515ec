"""Backups as a user meets them: at the lock, on their page, and before the office is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.domain.clock import now
from desktop.services.backups import FURTHER
from desktop.store.backup import list_backups
from desktop.store.office_file import OfficeFile
from desktop.system.settings import Settings
from desktop.ui.screens.backups.screen import BackupsScreen
from desktop.ui.shell.restore_page import RestorePage
from desktop.ui.shell.start_window import StartWindow
from tests.factories import PASSWORD, add_person, make_office
from tests.ui.conftest import FixedAsker, Hands
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import settle


def _names(office: OfficeFile) -> list[str]:
    with office.read() as rows:
        return sorted(row["first_name"] for row in rows.find("person"))


def test_the_lock_backs_up_the_page_shows_it_and_it_is_brought_back_before_the_next_login(
    qtbot: QtBot, tmp_path: Path, type_fa: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, stick = make_office(tmp_path / "office", now), tmp_path / "stick"
    with office.write() as work:
        add_person(work)
    asker = FixedAsker("verify", "restore", True)
    with window_on(qtbot, office, tmp_path / "office", asker) as window:
        wanted: list[Path] = []
        window.restore_wanted.connect(wanted.append)
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        rest(qtbot, window)
        assert "سنجیده شد" in window.lock_screen.backup.text()
        window.unlock()
        screen = window.show_screen("backups")
        assert isinstance(screen, BackupsScreen)
        rest(qtbot, window)
        assert "همه چیز را دارد" in screen.lines[0].accessibleName()
        qtbot.keyClick(screen.lines[0], Qt.Key.Key_Space)
        rest(qtbot, window)
        assert "همهٔ صفحه‌هایش درست است" in asker.asked[-1][1]
        with office.write() as work:
            add_person(work, first_name="گلنار", last_name="یوسفی")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(stick))
        qtbot.mouseClick(screen.choose, Qt.MouseButton.LeftButton)
        rest(qtbot, window)
        assert "در دسترس نیست" in screen.place.text()
        assert len(screen.lines) == 2
        stick.mkdir()
        qtbot.keyClick(window, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: len(list_backups(stick)) == 1)
        rest(qtbot, window)
        qtbot.keyClick(screen.lines[-1], Qt.Key.Key_Space)
        rest(qtbot, window)
        assert "ندارد" in asker.asked[-2][1]
        assert len(wanted) == 1
    _brought_back(qtbot, tmp_path / "office", wanted[0], type_fa)


def _brought_back(qtbot: QtBot, folder: Path, backup: Path, type_fa: Hands) -> None:
    settings = Settings(folder)
    first = StartWindow(folder, settings)
    qtbot.addWidget(first)
    opened: list[OfficeFile] = []
    first.opened.connect(opened.append)
    with qtbot.waitActive(first):
        first.show()
    first.show_restore(backup)
    page = first.page()
    assert isinstance(page, RestorePage)
    assert page.choice.count() == 3
    assert "دگرگونیِ پس از آن را ندارد" in page.told.text()
    type_fa(page.password, "نادرست۱۲۳")
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    settle(qtbot, first.operations)
    assert page.message.text() == "نام کاربری یا گذرواژه درست نیست."
    type_fa(page.password, PASSWORD)
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    settle(qtbot, first.operations)
    assert _names(opened[0]) == ["فاطمه"]
    assert opened[0].noticed is not None
    assert settings.text(FURTHER).endswith("stick")
    opened[0].close()
