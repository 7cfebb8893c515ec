"""The date field: what people type, and the calendar below it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.persian.calendar import PartialDate, Precision
from desktop.ui.widgets.jalali_field import JALALI, JalaliCalendar, JalaliField
from tests.ui.conftest import Hands

NEW_YEAR_1405 = dt.date(2026, 3, 21)


@pytest.fixture
def field(qtbot: QtBot) -> JalaliField:
    made = JalaliField()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(
    "typed",
    ["۱۴۰۵/۱/۵", "1405-01-05", "14050105", "050105", "۰۵/۰۱/۰۵", "١٤٠٥.١.٥", "1405/1/5"],
)
def test_a_date_is_understood_however_it_is_typed(field: JalaliField, type_fa: Hands, qtbot: QtBot, typed: str) -> None:
    type_fa(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == dt.date(2026, 3, 25)
    assert field.text() == "۱۴۰۵/۰۱/۰۵"


def test_letters_are_not_let_in(field: JalaliField, type_fa: Hands) -> None:
    type_fa(field, "۱۴ش0x5")
    assert field.text() == "۱۴۰۵"


@pytest.mark.parametrize("typed", ["1403/12/31", "1404/13/01", "1405", "1405/01", "99"])
def test_what_is_no_date_stays_as_typed_and_tells_why(
    field: JalaliField, type_fa: Hands, qtbot: QtBot, typed: str
) -> None:
    type_fa(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() is None
    assert field.refusal() is not None
    assert len(field.text()) == len(typed)


@pytest.mark.parametrize(
    ("typed", "shown", "precision"),
    [
        ("1362", "۱۳۶۲", Precision.year),
        ("1362/5", "۱۳۶۲/۰۵", Precision.month),
        ("13620501", "۱۳۶۲/۰۵/۰۱", Precision.day),
    ],
)
def test_as_much_of_a_birth_date_as_is_known_is_enough(
    qtbot: QtBot, type_fa: Hands, typed: str, shown: str, precision: Precision
) -> None:
    field = JalaliField(partial=True)
    qtbot.addWidget(field)
    type_fa(field, typed)
    field.editingFinished.emit()
    found = field.partial_value()
    assert found is not None
    assert found.precision is precision
    assert field.text() == shown
    field.set_value(PartialDate(found.date, found.precision))
    assert field.text() == shown


def test_an_empty_field_is_no_date_and_no_mistake(field: JalaliField) -> None:
    field.set_value(NEW_YEAR_1405)
    field.set_value(None)
    assert field.value() is None
    assert field.refusal() is None


def test_up_and_down_go_by_a_day_across_the_new_year(field: JalaliField, qtbot: QtBot) -> None:
    field.set_value(NEW_YEAR_1405)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "۱۴۰۴/۱۲/۲۹"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == NEW_YEAR_1405


def test_alt_down_opens_the_calendar_and_enter_takes_its_day(field: JalaliField, qtbot: QtBot) -> None:
    field.set_value(NEW_YEAR_1405)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(1405, 1, 1, JALALI)
    calendar.activated.emit(QDate(1405, 1, 13, JALALI))
    assert field.text() == "۱۴۰۵/۰۱/۱۳"
    assert QApplication.activePopupWidget() is None


def test_the_calendar_can_empty_the_field_and_knows_today(field: JalaliField) -> None:
    field.set_value(NEW_YEAR_1405)
    field.open_calendar()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    buttons = {button.text(): button for button in popup.findChildren(QPushButton)}
    buttons["پاک‌کردن"].click()
    assert field.text() == ""
    field.open_calendar()
    buttons["امروز"].click()
    today = QDate.currentDate()
    assert field.value() == dt.date(today.year(), today.month(), today.day())


def test_the_week_begins_on_saturday_and_friday_alone_is_red(qtbot: QtBot) -> None:
    calendar = JalaliCalendar()
    qtbot.addWidget(calendar)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Saturday
    colors = {day: calendar.weekdayTextFormat(day).foreground().style() for day in Qt.DayOfWeek}
    red = [day for day, style in colors.items() if style != Qt.BrushStyle.NoBrush]
    assert red == [Qt.DayOfWeek.Friday]
    named = [part.accessibleName() for part in calendar.findChildren(QToolButton)]
    assert all(named)


def test_a_locked_field_opens_no_calendar(field: JalaliField, qtbot: QtBot) -> None:
    field.setReadOnly(True)
    field.open_calendar()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert QApplication.activePopupWidget() is None
    assert field.text() == ""


def opened(qtbot: QtBot, field: JalaliField) -> QWidget:
    """The days of the calendar, opened by key."""
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    days = QApplication.focusWidget()
    assert days is not None
    assert popup.isAncestorOf(days)
    return days


@pytest.mark.parametrize(
    ("key", "modifier", "picked"),
    [
        (Qt.Key.Key_Left, None, "۱۴۰۵/۰۱/۱۶"),
        (Qt.Key.Key_Right, None, "۱۴۰۵/۰۱/۱۴"),
        (Qt.Key.Key_Down, None, "۱۴۰۵/۰۱/۲۲"),
        (Qt.Key.Key_Up, None, "۱۴۰۵/۰۱/۰۸"),
        (Qt.Key.Key_PageDown, None, "۱۴۰۵/۰۲/۱۵"),
        (Qt.Key.Key_PageUp, None, "۱۴۰۴/۱۲/۱۵"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier, "۱۴۰۶/۰۱/۱۵"),
        (Qt.Key.Key_Home, None, "۱۴۰۵/۰۱/۰۱"),
        (Qt.Key.Key_End, None, "۱۴۰۵/۰۱/۳۱"),
    ],
)
def test_the_calendar_is_walked_by_keys(
    field: JalaliField, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None, picked: str
) -> None:
    field.set_value(NEW_YEAR_1405 + dt.timedelta(days=14))
    days = opened(qtbot, field)
    qtbot.keyClick(days, key, modifier or Qt.KeyboardModifier.NoModifier)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert field.text() == picked
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is field


@pytest.mark.parametrize("letter", ["t", "ف", "T"])
def test_t_in_either_layout_is_today(field: JalaliField, qtbot: QtBot, type_fa: Hands, letter: str) -> None:
    field.set_value(NEW_YEAR_1405)
    days = opened(qtbot, field)
    type_fa(days, letter)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    today = QDate.currentDate()
    assert field.value() == dt.date(today.year(), today.month(), today.day())


def test_delete_empties_the_field_and_escape_leaves_it_as_it_was(field: JalaliField, qtbot: QtBot) -> None:
    field.set_value(NEW_YEAR_1405)
    qtbot.keyClick(opened(qtbot, field), Qt.Key.Key_Escape)
    assert field.text() == "۱۴۰۵/۰۱/۰۱"
    qtbot.keyClick(opened(qtbot, field), Qt.Key.Key_Delete)
    assert field.text() == ""


def test_of_a_partial_date_only_month_or_year_may_be_picked(qtbot: QtBot) -> None:
    field = JalaliField(partial=True)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    for text, shown in (("تنها همین ماه", "۱۴۰۵/۰۱"), ("تنها همین سال", "۱۴۰۵")):
        field.set_value(NEW_YEAR_1405 + dt.timedelta(days=14))
        days = opened(qtbot, field)
        popup = days.window()
        button = next(one for one in popup.findChildren(QPushButton) if one.text() == text)
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert field.text() == shown


def test_the_month_after_a_long_one_ends_earlier(field: JalaliField, qtbot: QtBot) -> None:
    field.set_value(dt.date(2026, 9, 22))  # ۱۴۰۵/۰۶/۳۱
    days = opened(qtbot, field)
    qtbot.keyClick(days, Qt.Key.Key_PageDown)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert field.text() == "۱۴۰۵/۰۷/۳۰"
