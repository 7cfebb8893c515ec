"""The dashboard says how many likely doubles wait, and leads to them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services import doubles
from desktop.services.double_views import RECENT_PEOPLE, Waiting, waiting_doubles
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.ui.saving import save
from desktop.ui.screens.dashboard.screen import DashboardScreen
from desktop.ui.screens.residents.doubles import DoublesDialog
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs
from tests.ui.screens.made_office import make_office

_COPIED = ("first_name", "last_name", "father_name", "sex", "birth_date", "birth_precision")


def _second_file(office: OfficeFile) -> None:
    """The first person of the office once more, in another household."""
    with office.write() as work:
        known, home = work.find("person")[0], work.find("household")[5]
        copied = {name: known[name] for name in _COPIED}
        add_record(work, "person", {**copied, "household_id": home["id"], "relation_to_head": "child"})


def test_a_double_that_waits_is_counted_and_opened_by_a_click(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", 24)
    _second_file(office)
    with window_on(qtbot, office, tmp_path / "office") as window:
        screen = window.screen_shown()
        assert isinstance(screen, DashboardScreen)
        line = screen.doubles.line
        assert line is not None
        assert screen.doubles.isVisible()
        assert "۱" in line.accessibleName()
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
        rest(qtbot, window)
        (dialog,) = dialogs()
        assert isinstance(dialog, DoublesDialog)
        assert len(dialog.pairs) == 1
        qtbot.keyClick(dialog.list, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
        rest(qtbot, window)
        dialog.close()
        window.show_screen("dashboard")
        rest(qtbot, window)
        assert not screen.doubles.isVisible()


def test_without_doubles_there_is_no_card(qtbot: QtBot, tmp_path: Path) -> None:
    with window_on(qtbot, make_office(tmp_path / "office", 8), tmp_path / "office") as window:
        screen = window.screen_shown()
        assert isinstance(screen, DashboardScreen)
        assert not screen.doubles.isVisible()
        assert screen.doubles.line is None


def test_in_a_large_office_only_the_latest_people_are_asked_of(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office", 24)
    _second_file(office)
    with office.read() as rows:
        assert waiting_doubles(rows) == Waiting(1)
        assert waiting_doubles(rows, compared=10) == Waiting(1, RECENT_PEOPLE)
        (pair,) = doubles.pairs(rows)
    save(office, lambda work: doubles.tell_apart(work, pair.id, pair.other))
    with office.read() as rows:
        assert waiting_doubles(rows) == Waiting(0)
        assert waiting_doubles(rows, compared=10) == Waiting(0, RECENT_PEOPLE)
    office.close()
