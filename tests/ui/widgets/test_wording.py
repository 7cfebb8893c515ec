"""The domain's words, digits and dates as a window says them, in Persian and in English."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About, Input
from desktop.domain.problems import Problem
from desktop.services.workshop_views import AttendanceSheet, SheetPerson
from desktop.ui.screens.workshops.grid import AttendanceGrid
from desktop.ui.screens.workshops.typed_sheet import STATES, TypedSheet
from desktop.ui.titles import entry_title
from desktop.ui.widgets import wording
from desktop.ui.widgets.choice_widgets import CodeField
from desktop.ui.widgets.form_kit import Form, Sources
from desktop.ui.widgets.jalali_field import JalaliCalendar, JalaliField

DAY = dt.date(2025, 9, 6)  # ۱۵ شهریور ۱۴۰۴


def test_persian_is_said_as_it_is_declared(qapp: QApplication) -> None:
    assert wording.said("تاریخ تولد") == "تاریخ تولد"
    assert wording.label_of("county", "1123") == CODE_LISTS["county"]["1123"]
    assert wording.grouped(12345) == "۱۲٬۳۴۵"
    assert wording.percent(62.5) == "۶۲٫۵٪"
    assert wording.long(DAY) == "شنبه ۱۵ شهریور ۱۴۰۴"
    assert wording.month_title("1404-06") == "شهریور ۱۴۰۴"
    assert wording.listed(["حسین", "", "1105"]) == "حسین، 1105"
    assert wording.retold("حسین، 1105") == "حسین، ۱۱۰۵"
    assert entry_title("خانوار مریم احمدی") == "خانوار مریم احمدی"


def test_english_has_latin_digits_and_the_same_calendar(english: None) -> None:
    assert wording.said("تاریخ تولد") == "Date of birth"
    assert wording.digits("۱٫۵ و ۲٬۰۰۰ و ٪") == "1.5 و 2,000 و %"
    assert wording.grouped(12345) == "12,345"
    assert wording.decimal(62.5) == "62.5"
    assert wording.percent(62.5) == "62.5%"
    assert wording.short(DAY) == "1404/06/15"
    assert wording.long(DAY) == "Saturday 15 Shahrivar 1404"
    assert wording.month_title("1404-06") == "Shahrivar 1404"
    assert wording.short_time(dt.time(9, 5)) == "09:05"


def test_one_persian_word_may_have_two_english_ones(english: None) -> None:
    assert wording.label_of("county", "1123") == "Sarbaz"
    assert wording.label_of("activity_status", "conscript") == "Conscript"
    assert wording.label_of("yes_no_unknown", "yes") == "Yes"
    assert wording.label_of("sex", "of a newer laptop") == "of a newer laptop"
    assert wording.label_of("sex", None) == ""


def test_a_problem_is_told_with_its_labels_but_repeats_what_was_typed(english: None) -> None:
    step = {"source": CODE_LISTS["need_status"]["noted"], "target": CODE_LISTS["need_status"]["met"]}
    assert wording.told(Problem("state", "no_such_step", step)) == "There is no step from “Noted” to “Met”."
    assert wording.told(Problem("sex", "unknown_code", {"given": "زن"})) == "“زن” is not in the list of this field."
    assert wording.told(Problem("x", "too_long", {"limit": "۵۰"})) == "At most 50 characters are allowed."
    twice = [Problem("a", "required"), Problem("b", "required"), Problem("c", "bad_time")]
    assert wording.told_all(twice) == "This field is empty.\nWrite the time like 10:30."


def test_a_kept_line_is_retold_and_its_names_keep_their_direction(english: None) -> None:
    assert entry_title("خانوار مریم احمدی") == "Household مریم احمدی"
    assert entry_title("مریم احمدی") == "مریم احمدی"
    assert wording.retold("بهداشت و درمان، ۱۴۰۴/۰۶/۱۵") == "Health care, 1404/06/15"
    assert wording.retold("۱۲، خیابان یاس، کوچهٔ ۳") == "\u200e12, \u2068خیابان یاس، کوچهٔ 3\u2069"
    assert wording.dashed(["1404/06/15", "", "حسین"]) == "\u200e1404/06/15 — \u2068حسین\u2069"


def test_codes_are_found_by_typing_what_is_shown(english: None, qtbot: QtBot) -> None:
    form = Form({"relation": About(label="نسبت", input=Input.CODE, codes="relation_to_head")}, Sources(CODE_LISTS))
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    field = form.field("relation")
    assert isinstance(field, CodeField)
    field.picker.setFocus()
    qtbot.keyClicks(field.picker, "spou")
    qtbot.keyClick(field.picker, Qt.Key.Key_Return)
    assert (field.value(), field.picker.text()) == ("spouse", "Spouse")
    field.set_value("child")
    assert field.picker.text() == "Child"
    form.problems()


def test_dates_are_typed_and_shown_in_latin_digits(english: None, qtbot: QtBot) -> None:
    field = JalaliField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "14040615")
    assert field.value() == DAY
    field.set_value(DAY)
    assert field.text() == "1404/06/15"
    calendar = JalaliCalendar()
    qtbot.addWidget(calendar)
    assert calendar.calendar().monthName(calendar.locale(), 6) == "Shahrivar"


@pytest.mark.parametrize(("keys", "language"), [("plae", "english"), ("ptgm", ""), ("حتغم", "")])
def test_marks_are_typed_by_the_letters_one_sees(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, keys: str, language: str
) -> None:
    if language:
        request.getfixturevalue(language)
    sheet = TypedSheet()
    people = tuple(SheetPerson(f"p{number}", "مریم احمدی", "") for number in range(4))
    sheet.load(AttendanceSheet(people, ({"id": "s", "no": 1, "date": DAY, "walk_ins": 0},), {}))
    grid = AttendanceGrid(sheet)
    qtbot.addWidget(grid)
    grid.renew("s", 0)
    for key in keys:
        grid.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key))
    assert [sheet.state("s", person.person_id) for person in people] == list(STATES)
