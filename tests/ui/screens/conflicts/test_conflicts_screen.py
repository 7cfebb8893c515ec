"""What two laptops disagree about is settled with a few keys, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services.demo.second_laptop import disagree
from desktop.ui.lines import LineButton
from desktop.ui.shell.main_window import MainWindow
from tests.ui.program import rest, window_on
from tests.ui.screens.made_office import make_office


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    office = make_office(tmp_path / "office", 8)
    disagree(office)
    with window_on(qtbot, office, tmp_path / "office") as made:
        yield made


@pytest.fixture
def screen(qtbot: QtBot, window: MainWindow) -> Any:
    shown: Any = window.show_screen("conflicts")
    rest(qtbot, window)
    return shown


def fathers_and_mobiles(window: MainWindow) -> set[str]:
    with window.context.office.read() as rows:
        return {person[name] for person in rows.find("person") for name in ("father_name", "mobile")}


def test_both_values_stand_side_by_side_with_writer_laptop_and_day(
    qtbot: QtBot, window: MainWindow, screen: Any
) -> None:
    assert [point.field for point in screen.list.lazy_model.ids()] == ["mobile", "father_name"]
    told = [[one.text() for one in card.findChildren(QLabel)] for card in screen.cards.cards]
    assert "۰۹۱۵۵۵۵۰۰۱۲" in told[0]
    assert {"۰۹۱۵۳۳۳۰۰۲۱", "رایانهٔ پذیرش", "حمید یزدان‌پناه", "• شغل"} <= set(told[1])


def test_a_digit_picks_enter_settles_and_the_key_of_undo_brings_it_back(
    qtbot: QtBot, window: MainWindow, screen: Any
) -> None:
    assert screen.list.hasFocus()
    qtbot.keyClick(screen.list, Qt.Key.Key_2)
    qtbot.keyClick(screen.list, Qt.Key.Key_Return)
    rest(qtbot, window)
    assert [point.field for point in screen.list.lazy_model.ids()] == ["father_name"]
    assert "09153330021" in fathers_and_mobiles(window)
    qtbot.keyClick(screen.list, Qt.Key.Key_Return)
    rest(qtbot, window)
    assert screen.none.isVisible()
    window.take_back()
    rest(qtbot, window)
    window.take_back()
    rest(qtbot, window)
    assert [point.field for point in screen.list.lazy_model.ids()] == ["mobile", "father_name"]
    assert "09155550012" in fathers_and_mobiles(window)


def test_a_third_value_is_typed_by_the_rules_of_its_field(qtbot: QtBot, window: MainWindow, screen: Any) -> None:
    qtbot.keyClick(screen.list, Qt.Key.Key_3)
    line = screen.other.field.findChild(QLineEdit)
    line.setText("12")
    screen.other.ready.click()
    rest(qtbot, window)
    assert len(screen.list.lazy_model.ids()) == 2
    assert screen.other.field.property("invalid") or line.property("invalid")
    line.setText("0915 111 2233")
    screen.other.ready.click()
    rest(qtbot, window)
    assert [point.field for point in screen.list.lazy_model.ids()] == ["father_name"]
    assert "09151112233" in fathers_and_mobiles(window)


def test_a_record_leads_to_what_is_disputed_of_it(qtbot: QtBot, window: MainWindow, screen: Any) -> None:
    wanted = screen.list.lazy_model.ids()[1]
    window.show_screen("dashboard")
    window.open_record("conflict", wanted.record_id)
    rest(qtbot, window)
    assert screen.current() == wanted
    screen.lead.click()
    rest(qtbot, window)
    assert window.screen_name() == "residents"


def test_a_disputed_record_says_so_in_its_list_and_leads_to_where_it_is_settled(
    qtbot: QtBot, window: MainWindow, screen: Any
) -> None:
    wanted = screen.list.lazy_model.ids()[1].record_id
    residents: Any = window.show_screen("residents")
    window.open_record("person", wanted)
    rest(qtbot, window)
    table = residents.list.table
    heard = [table.lazy_model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(8)]
    assert sum("دو روایت" in text for text in heard) == 2
    line = next(one for one in residents.pane.findChildren(LineButton) if "دو روایت" in one.accessibleName())
    line.click()
    rest(qtbot, window)
    assert window.screen_name() == "conflicts"
    assert screen.current().record_id == wanted
