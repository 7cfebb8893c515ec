"""The month of the office's calendar, walked with keys."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.month_calendar import MonthCalendar
from desktop.ui.widgets.month_grid import DayItem, lines_shown
from tests.ui.conftest import Hands

TODAY = dt.date(2025, 9, 24)  # چهارشنبه ۲ مهر ۱۴۰۴


@pytest.fixture
def calendar(qtbot: QtBot) -> MonthCalendar:
    made = MonthCalendar(TODAY)
    made.resize(1000, 640)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def press(qtbot: QtBot, calendar: MonthCalendar, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(calendar.grid, key)


def test_the_week_begins_with_saturday_at_the_right(calendar: MonthCalendar) -> None:
    model, grid = calendar.grid.month_model, calendar.grid
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(7)]
    assert (heads[0], heads[6]) == ("شنبه", "جمعه")
    assert grid.visualRect(model.index(0, 0)).left() > grid.visualRect(model.index(0, 6)).left()
    assert calendar.span() == (dt.date(2025, 9, 20), dt.date(2025, 10, 24))
    assert calendar.title.text() == "مهر ۱۴۰۴"


def test_arrows_walk_days_and_weeks_as_one_sees_them(qtbot: QtBot, calendar: MonthCalendar) -> None:
    press(qtbot, calendar, Qt.Key.Key_Left)
    assert calendar.day() == dt.date(2025, 9, 25)
    press(qtbot, calendar, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert calendar.day() == dt.date(2025, 10, 1)


def test_walking_out_of_a_month_shows_the_next_one(qtbot: QtBot, calendar: MonthCalendar) -> None:
    with qtbot.waitSignal(calendar.month_shown) as shown:
        press(qtbot, calendar, Qt.Key.Key_End, Qt.Key.Key_Left)
    assert shown.args == ["1404-08"]
    assert calendar.day() == dt.date(2025, 10, 23)
    assert calendar.title.text() == "آبان ۱۴۰۴"


def test_pages_walk_months_and_years_and_t_comes_home(qtbot: QtBot, calendar: MonthCalendar, type_fa: Hands) -> None:
    press(qtbot, calendar, Qt.Key.Key_PageUp)
    assert calendar.month() == "1404-06"
    qtbot.keyClick(calendar.grid, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert calendar.month() == "1405-06"
    type_fa(calendar.grid, "ف")
    assert calendar.day() == TODAY


def test_the_last_day_of_a_long_month_has_its_place_in_a_short_one(qtbot: QtBot, calendar: MonthCalendar) -> None:
    calendar.go_to(dt.date(2025, 9, 22))  # ۳۱ شهریور
    press(qtbot, calendar, Qt.Key.Key_PageDown)
    assert calendar.day() == dt.date(2025, 10, 22)  # ۳۰ مهر


def test_a_click_on_a_line_opens_it_and_enter_opens_the_day(qtbot: QtBot, calendar: MonthCalendar) -> None:
    day = dt.date(2025, 9, 27)
    calendar.show_items({day: [DayItem("a", "خیاطی"), DayItem("b", "سواد رسانه", "۱۰:۰۰")]}, {})
    box = calendar.grid.visualRect(calendar.grid.month_model.place(day))
    with qtbot.waitSignal(calendar.item_opened) as opened:
        qtbot.mouseClick(calendar.grid.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(30, 52))
    assert opened.args == ["b"]
    with qtbot.waitSignal(calendar.day_opened) as seen:
        press(qtbot, calendar, Qt.Key.Key_Return)
    assert seen.args == [day]


def test_a_day_is_heard_with_its_holiday_and_its_lines(calendar: MonthCalendar) -> None:
    day = dt.date(2025, 9, 27)
    calendar.show_items({day: [DayItem("b", "سواد رسانه", "۱۰:۰۰")]}, {day: "عید فطر"})
    index = calendar.grid.month_model.place(day)
    heard = calendar.grid.month_model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "شنبه ۵ مهر ۱۴۰۴، عید فطر، ۱۰:۰۰ سواد رسانه"


def test_what_does_not_fit_is_counted_in_the_last_line() -> None:
    assert [lines_shown(height, 5) for height in (30, 68, 88, 128, 140)] == [0, 1, 2, 5, 5]
