"""«زن سرپرست خانوار» is worked out, and may be put right by hand with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.facts import Fact
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs, open_dialog
from tests.ui.screens.made_office import make_office


def test_the_form_asks_for_the_reason_and_the_file_shows_what_holds(qtbot: QtBot, tmp_path: Path) -> None:
    with window_on(qtbot, make_office(tmp_path / "office", 2), tmp_path / "office") as window:
        screen: Any = window.show_screen("residents")
        rest(qtbot, window, 90)

        def shown() -> list[str]:
            told = [fact.accessibleName() for fact in screen.pane.findChildren(Fact)]
            return [text for text in told if text.startswith("زن سرپرست")]

        assert shown() == ["زن سرپرست خانوار: بله"]
        screen.edit()
        dialog = open_dialog(qtbot)
        dialog.form.field("women_head_override").set_value(False)
        qtbot.keyClick(dialog, Qt.Key.Key_F2)
        rest(qtbot, window, 60)
        assert dialogs() == [dialog], "the reason is missing"
        dialog.form.field("women_head_override_reason").set_value("با برادرش زندگی می‌کند")
        qtbot.keyClick(dialog, Qt.Key.Key_F2)
        rest(qtbot, window, 90)
        assert dialogs() == []
        assert shown() == ["زن سرپرست خانوار: خیر، اصلاح دستی"]
