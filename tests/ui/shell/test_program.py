"""The page of the program: a newer version from a file, and the way back, as a manager meets them."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.services.updates import Program
from desktop.store.upgrade import head_revision
from desktop.ui.screens.program import screen as module
from desktop.ui.screens.program.screen import ProgramScreen
from tests.system.releases import STRANGER, TRUSTED, installed, packed, release, tree
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.made_office import make_office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the small programs are shell scripts")


def test_the_manager_takes_a_newer_version_from_a_file_and_goes_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = installed(tmp_path / "program", "1.0.0", head_revision())
    monkeypatch.setattr(module, "own_program", lambda: Program(place, TRUSTED))
    later = f"{int(head_revision()) + 1:04d}"
    newer, strange = packed(tmp_path, "1.1.0", schema=later), packed(tmp_path, "1.2.0", [STRANGER])
    chosen = [newer, strange]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(chosen.pop(0)), ""))
    office, asker = make_office(tmp_path / "office", 2), FixedAsker("install", True)
    with window_on(qtbot, office, tmp_path / "office", asker) as window:
        screen = window.show_screen("program")
        assert isinstance(screen, ProgramScreen)
        rest(qtbot, window)
        assert screen.back.isHidden()
        assert screen.news.text() == "فهرست‌ها تندتر شد."
        assert "۱۰ آذر ۱۴۰۵" in screen.more.text()
        qtbot.keyClick(window, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: len(asker.asked) == 2)
        told = asker.asked[0][1]
        assert ("۱.۱.۰" in told, "ناشر آزمون" in told, "تندتر" in told, "روزآمد" in told) == (True,) * 4
        assert "از وارسی خود گذشت" in asker.asked[1][1]
        assert "نسخهٔ \u2068۱.۱.۰\u2069 باز می‌شود" in screen.more.text()
        qtbot.keyClick(window, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: len(asker.asked) == 3)
        assert "امضا نکرده‌اند" in asker.asked[2][1]
        qtbot.keyClick(window, Qt.Key.Key_F7)
        qtbot.waitUntil(lambda: len(asker.asked) == 4)
        rest(qtbot, window)
        assert "چیزی از آن کم نمی‌شود" in asker.asked[3][1]
        assert place.current() == place.installed("1.0.0")
        _behind_an_upgrade(qtbot, screen, asker)
        office.actor = replace(office.actor, role="facilitator")
        other = module.make_screen(window.context, window.operations, asker, window)
        other.reload()
        assert (other.newer.isHidden(), other.back.isHidden()) == (True, True)
        assert "با مدیر دفتر" in other.more.text()


def _behind_an_upgrade(qtbot: QtBot, screen: ProgramScreen, asker: FixedAsker) -> None:
    """The version before knows an older schema, and no backup of that is there: nobody is led into a dead end."""
    assert screen.program is not None
    place = screen.program.place
    previous = place.previous()
    assert previous is not None
    tree(place.folder("0.9.0"), "0.9.0")
    place.finish("0.9.0", release("0.9.0", schema="0001"))
    pointer = place.pointer()
    assert pointer is not None
    place.point(replace(pointer, previous="0.9.0"))
    qtbot.mouseClick(screen.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "پشتیبانی که آن نسخه باز کند نیست" in asker.asked[-1][1])
    assert place.current() == place.installed("1.0.0")
