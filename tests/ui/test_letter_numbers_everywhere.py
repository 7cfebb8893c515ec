"""A letter's number is read office, year, sort, sequence in whatever place of the window it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.persian.digits import codes_in_order
from desktop.services.letters import register_incoming, write_referral_letter, write_reminder
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.ui.paper import PaperDialog
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.toast import Toast
from tests.factories import add_need, add_person, agency, make_office
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.reading import texts_of
from tests.ui.screens.hands import dialogs, enter, press

FOREIGN = "۱۲/۱۴۰۴/ص"
NUMBER = re.compile("کر-۰۳/۱۴۰۴/|" + FOREIGN)
PAUSE, SEARCH_PAUSE = 80, 220  # ms that panes and the search wait


@pytest.fixture
def office(tmp_path: Path) -> OfficeFile:
    made = make_office(tmp_path / "office")
    with made.write() as work:
        person = add_person(work)
        need = add_need(work, person, field="education", subject="ثبت‌نام دبستان")
        sent = {"need_id": need["id"], "agency_id": agency(work), "sent_on": "1404/05/10"}
        referral = add_record(work, "referral", sent)
        letter = write_referral_letter(work, referral["id"])
        write_reminder(work, agency(work))
        came = {"to_org_id": agency(work), "subject": "پاسخ", "sender_number": FOREIGN, "in_reply_to": letter["id"]}
        register_incoming(work, came, {"type": "in_progress"})
    return made


class Seen:
    """What stood where, with a letter's number in it."""

    def __init__(self) -> None:
        self.places: dict[str, list[str]] = {}

    def look(self, place: str, shown: QWidget) -> None:
        QApplication.processEvents()
        self.told(place, *(text for _where, text in texts_of(shown)))

    def told(self, place: str, *texts: str) -> None:
        self.places.setdefault(place, []).extend(text for text in texts if NUMBER.search(text.replace("\u200f", "")))


def test_every_place_shows_the_office_before_the_year(qtbot: QtBot, office: OfficeFile, tmp_path: Path) -> None:
    with office.read() as rows:
        ours = {f"{letter['kind']} {letter['direction']}": letter for letter in rows.find("letter")}
        need, person = (rows.find(kind)[0] for kind in ("need", "person"))
    sent, reminder, came = (ours[name] for name in ("referral out", "reminder out", "general in"))
    seen, asker = Seen(), FixedAsker(False)
    with window_on(qtbot, office, tmp_path, asker) as window:
        _search(qtbot, window, seen, sent["number"])
        window.open_record("letter", sent["id"])
        rest(qtbot, window, PAUSE)
        screen: Any = window.screen_shown()
        seen.look("register", screen.list)
        seen.look("pane", screen.pane)
        screen._remove()
        seen.told("question", *asker.asked[-1])
        screen.print_letter(sent)
        rest(qtbot, window)
        _look_at_dialog(seen, "page", PaperDialog)
        for letter in (reminder, came):
            screen.list.select_record(letter["id"])
            rest(qtbot, window, PAUSE)
            seen.look(f"pane of {letter['direction']}", screen.pane)
        screen.new_record()
        rest(qtbot, window)
        _choices(qtbot, screen.compose.form.field("in_reply_to"), seen, sent["number"])
        screen.compose.frame.cancelled.emit()
        screen.register(sent)
        rest(qtbot, window)
        dialog = _look_at_dialog(seen, "form of what came in", FormDialog)
        qtbot.keyClick(dialog, Qt.Key.Key_F2)
        rest(qtbot, window)
        seen.look("toast", window.findChildren(Toast)[0])
        window.open_record("need", need["id"])
        rest(qtbot, window, PAUSE)
        needs: Any = window.screen_shown()
        seen.look("need", needs.pane)
        window.open_record("person", person["id"])
        rest(qtbot, window, PAUSE)
        residents: Any = window.screen_shown()
        residents.pane.tabs.chips()[1].click()
        rest(qtbot, window, PAUSE)
        seen.look("story", residents.pane)
    empty = [place for place, texts in seen.places.items() if not texts]
    assert not empty
    swapped = [(place, text) for place, texts in seen.places.items() for text in texts if codes_in_order(text) != text]
    assert not swapped


def _search(qtbot: QtBot, window: MainWindow, seen: Seen, number: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F3)
    press(number)
    rest(qtbot, window, SEARCH_PAUSE)
    seen.look("search", window.search.results)
    enter(qtbot, Qt.Key.Key_Escape)


def _look_at_dialog(seen: Seen, place: str, sort: type[QWidget]) -> QWidget:
    dialog = next(one for one in dialogs() if isinstance(one, sort))
    seen.look(place, dialog)
    if sort is PaperDialog:
        dialog.close()
    return dialog


def _choices(qtbot: QtBot, field: Any, seen: Seen, number: str) -> None:
    field.window().activateWindow()
    qtbot.waitUntil(field.window().isActiveWindow, timeout=3000)
    field.setFocus()
    QApplication.processEvents()
    press(number)
    picker = field.findChild(Picker) or field
    qtbot.waitUntil(picker.is_open, timeout=3000)
    seen.look("choices", picker._popup)
    enter(qtbot, Qt.Key.Key_Escape)
