"""Events from plan to report, by keys: who came is counted, what a market sold is told in rial and toman."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.consents import give_consent
from desktop.ui.photos import PhotoDialog
from desktop.ui.screens.events.screen import EventsScreen
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.widgets.facts import Fact
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import answer, dialogs, enter, open_dialog, press
from tests.ui.screens.made_office import add_events, make_office


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    office = make_office(tmp_path / "office", 8)
    with office.write() as work:
        add_events(work)
    with window_on(qtbot, office, tmp_path / "office") as made:
        yield made


@pytest.fixture
def screen(qtbot: QtBot, window: MainWindow) -> EventsScreen:
    shown: Any = window.show_screen("events")
    assert isinstance(shown, EventsScreen)
    rest(qtbot, window)
    return shown


def facts(screen: EventsScreen) -> list[str]:
    return [fact.accessibleName() for fact in screen.pane.findChildren(Fact)]


def show(qtbot: QtBot, window: MainWindow, screen: EventsScreen, title: str) -> dict[str, Any]:
    with window.context.office.read() as rows:
        event = rows.find("event", title=title)[0]
    screen.show_record(event["id"])
    rest(qtbot, window)
    return dict(event)


def stored(window: MainWindow, event_id: str) -> dict[str, Any]:
    with window.context.office.read() as rows:
        return dict(rows.get("event", event_id) or {})


def press_step(screen: EventsScreen, text: str) -> None:
    next(b for b in screen.pane.findChildren(QPushButton) if b.text() == text).click()


def test_an_event_is_planned_by_keys(qtbot: QtBot, window: MainWindow, screen: EventsScreen) -> None:
    enter(qtbot, Qt.Key.Key_F6)
    dialog = open_dialog(qtbot)
    answer(qtbot, "پاک‌سازی کوچهٔ شهید کریمی")
    answer(qtbot, "پاک‌سازی محله")
    for name, given in (("date_from", "14040710"), ("place", "کوچهٔ شهید کریمی"), ("neighborhood_id", "چشمه‌سار")):
        dialog.form.field(name).setFocus()
        answer(qtbot, given)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert not dialogs()
    row = screen.list.current_row()
    assert (row["title"], row["type"], row["status"]) == ("پاک‌سازی کوچهٔ شهید کریمی", "clean_up", "planned")
    assert (row["field"], row["date_to"]) == ("environment", row["date_from"])


def test_a_market_is_counted_on_its_way_to_the_report_and_its_stalls_are_summed(
    qtbot: QtBot, window: MainWindow, screen: EventsScreen
) -> None:
    market = show(qtbot, window, screen, "بازارچهٔ صنایع دستی")
    press_step(screen, "برگزار شد")
    dialog = open_dialog(qtbot)
    for name, many in (("headcount_women", "۲۱۰"), ("headcount_men", "۱۴۰"), ("headcount_children", "۹۰")):
        dialog.form.field(name).setFocus()
        press(many)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert "حاضران: ۴۴۰ نفر" in facts(screen)
    assert "از آن میان: ۲۱۰ زن، ۱۴۰ مرد، ۹۰ کودک" in facts(screen)
    type_forms(qtbot, window, screen)
    press_step(screen, "گزارش رویداد")
    open_dialog(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    told = stored(window, market["id"])
    assert (told["status"], told["stalls_count"], told["sales_rial"]) == ("reported", 3, 72_000_000)
    assert "فروش: ۷۲٬۰۰۰٬۰۰۰ ریال — ۷٫۲ میلیون تومان" in facts(screen)


def type_forms(qtbot: QtBot, window: MainWindow, screen: EventsScreen) -> None:
    """A pile of anonymous forms goes in by one line."""
    assert screen.pile is not None
    for typed in ("۵ ۴ 7", "۵۴۴"):
        assert "از ۱ تا ۵" not in screen.pile.problem.text()
        screen.pile.line.setText(typed)
        qtbot.keyClick(screen.pile.line, Qt.Key.Key_Return)
        rest(qtbot, window)
        if typed == "۵ ۴ 7":
            assert "از ۱ تا ۵" in screen.pile.problem.text()
            screen.pile.forget()
    assert screen.contentment.text() == "۴٫۳۳ — میانگین ۳ برگه؛ تا ۱۰ برگه در گزارش نمی‌آید."


def test_an_event_that_nobody_counted_is_not_reported(qtbot: QtBot, window: MainWindow, screen: EventsScreen) -> None:
    market = show(qtbot, window, screen, "بازارچهٔ صنایع دستی")
    press_step(screen, "برگزار شد")
    open_dialog(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    press_step(screen, "گزارش رویداد")
    dialog = open_dialog(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert stored(window, market["id"])["status"] == "held"
    told = [widget.text() for widget in dialog.findChildren(type(dialog.frame.title)) if hasattr(widget, "text")]
    assert any("شمار حاضران را بنویسید" in text for text in told)
    dialog.may_close = lambda: True
    dialog.reject()


def test_a_stall_is_added_from_the_menu_of_its_market_only(
    qtbot: QtBot, window: MainWindow, screen: EventsScreen
) -> None:
    show(qtbot, window, screen, "مسابقهٔ زو")
    assert not any("غرفه" in entry for entry in menu_of(qtbot, screen))
    show(qtbot, window, screen, "بازارچهٔ صنایع دستی")
    assert "غرفه تازه" in menu_of(qtbot, screen)
    screen.add_stall()
    dialog = open_dialog(qtbot)
    dialog.form.field("product").setFocus()
    press("سفال")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert dialogs()  # neither a person nor a group was told
    with window.context.office.read() as rows:
        person = rows.find("person")[5]
    dialog.form.field("person_id").set_value(person["id"])
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    with window.context.office.read() as rows:
        assert [stall["person_id"] for stall in rows.find("market_stall", product="سفال")] == [person["id"]]


def menu_of(qtbot: QtBot, screen: EventsScreen) -> list[str]:
    menu = screen.open_menu()
    assert isinstance(menu, QMenu)
    entries = [action.text() for action in menu.actions()]
    menu.close()
    QApplication.processEvents()
    return entries


def test_a_photo_is_added_only_once_it_is_said_whether_a_face_can_be_seen(
    qtbot: QtBot, window: MainWindow, screen: EventsScreen, tmp_path: Path
) -> None:
    market = show(qtbot, window, screen, "بازارچهٔ صنایع دستی")
    Image.new("RGB", (80, 60), (10, 120, 90)).save(tmp_path / "place.jpg")
    assert screen.strip is not None
    assert not screen.strip.thumbs
    dialog = screen.photos.add({"owner_kind": "event", "owner_id": market["id"]}, tmp_path / "place.jpg")
    open_dialog(qtbot)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert dialogs()  # the question is not answered yet
    chip(dialog, "has_faces", 0)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert dialogs()  # nobody says yet whose face it is
    chip(dialog, "has_faces", 1)
    assert "people" not in dialog.form.fields()
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert not dialogs()
    assert len(screen.strip.thumbs) == 1
    screen.strip.thumbs[0].click()
    large = dialogs()[0]
    assert isinstance(large, PhotoDialog)
    large.edit_wanted.emit()
    name_in_photo(qtbot, window)
    assert name_of(window, 3) in screen.strip.thumbs[0].accessibleName()
    screen.strip.thumbs[0].click()
    large = dialogs()[0]
    assert isinstance(large, PhotoDialog)
    assert name_of(window, 3) in large.people.text()
    large.remove_wanted.emit()
    rest(qtbot, window)
    assert not screen.strip.thumbs


def chip(dialog: Any, name: str, place: int) -> None:
    """Presses «بله» (0) or «خیر» (1)."""
    dialog.form.field(name).editors()[place].click()


def name_of(window: MainWindow, place: int) -> str:
    with window.context.office.read() as rows:
        person = rows.find("person")[place]
    return f"{person['first_name']} {person['last_name']}"


def name_in_photo(qtbot: QtBot, window: MainWindow) -> None:
    """Only who agreed to photos is found by typing; whoever did not is not offered."""
    with window.context.office.write() as work:
        give_consent(work, work.find("person")[3]["id"], "photo", {"method": "signature"})
    dialog = open_dialog(qtbot)
    chip(dialog, "has_faces", 0)
    picker: Any = dialog.form.field("people")
    picker.setFocus()
    press(name_of(window, 4))
    enter(qtbot)
    assert picker.rows[0].cells["person_id"].picker.key() is None
    picker.rows[0].cells["person_id"].set_value(None)
    picker.setFocus()
    answer(qtbot, name_of(window, 3))
    chip(dialog, "faces_agreed", 0)
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert not dialogs()


def test_an_event_is_called_off_with_a_reason(qtbot: QtBot, window: MainWindow, screen: EventsScreen) -> None:
    match = show(qtbot, window, screen, "مسابقهٔ زو")
    press_step(screen, "لغو رویداد")
    open_dialog(qtbot)
    press("باران")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert (stored(window, match["id"])["status"], stored(window, match["id"])["cancel_reason"]) == (
        "cancelled",
        "باران",
    )
