"""Forms made from declarations."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.problems import Problem
from desktop.ui.widgets.choice_widgets import ChipsField, CodeField, LinkField, YesNoField
from desktop.ui.widgets.field_widgets import FieldWidget, LineField
from desktop.ui.widgets.form_kit import Form
from desktop.ui.widgets.money_field import MoneyField
from desktop.ui.widgets.texts_field import TextsField
from tests.ui.conftest import Hands
from tests.ui.widgets.conftest import FIELDS

STORED: dict[str, object] = {
    "first": "مریم",
    "last": "احمدی",
    "national_id": "0084575948",
    "born": dt.date(1983, 3, 21),
    "born_precision": "year",
    "county": "kerman",
    "sex": "female",
    "children": 3,
    "area": 82.5,
    "share": 0.75,
    "pregnant": False,
    "visit": dt.date(2025, 9, 6),
    "hour": dt.time(10, 30),
    "month": "1404-06",
    "rent": 12_500_000,
    "head": "p1",
    "cover": ["imam_relief", "charity"],
    "target": ["water", "gas"],
    "utilities": {"water": "has", "gas": "none"},
    "skills": ["خیاطی", "آشپزی"],
    "board": [{"name": "علی", "role": "imam", "since": "2020-03-20"}, {"name": "مریم", "role": None, "since": None}],
    "postal": "7613131579",
    "note": "خط یکم\nخط دوم",
}


def line(form: Form, name: str) -> QWidget:
    return form.field(name).editors()[0]


def message(form: Form, name: str) -> str:
    return line(form, name).accessibleDescription()


def focusables(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(root)
        and not widget.objectName().startswith("qt_")
    ]


def test_every_kind_of_field_gives_back_what_it_was_shown(form: Form) -> None:
    form.set_values(STORED)
    given = form.values()
    read = {name: FIELDS[name].read(value) for name, value in given.items()}
    assert read == STORED
    assert not form.is_dirty()
    assert not form.problems()


def test_an_empty_form_reads_as_nothing(form: Form) -> None:
    form.set_values({})
    empty = {name for name, value in form.values().items() if value not in (None, [], {})}
    assert empty == set()


def test_what_was_half_typed_can_be_shown_again(form: Form) -> None:
    form.set_values({"visit": "1404/13/01", "rent": "۱۲ تومان", "national_id": "12"})
    kept = form.values()
    form.set_values(kept)
    assert form.values() == kept
    assert (kept["visit"], kept["rent"], kept["national_id"]) == ("1404/13/01", "۱۲ تومان", "۱۲")


def test_fields_of_the_program_have_no_widget(form: Form) -> None:
    assert "number" not in form.fields()
    assert "born_precision" not in form.fields()


def test_a_changed_field_is_known_until_it_is_changed_back(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    form.set_values(STORED)
    type_fa(line(form, "last"), "ن")
    assert form.changed_fields() == ["last"]
    qtbot.keyClick(line(form, "last"), Qt.Key.Key_Backspace)
    assert not form.is_dirty()


def test_a_field_is_read_when_it_is_left(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    line(form, "national_id").setFocus()
    type_fa(line(form, "national_id"), "0084575941")
    qtbot.keyClick(line(form, "national_id"), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "رقم کنترل" in message(form, "national_id"))
    assert line(form, "national_id").property("invalid") is True


def test_a_mended_field_loses_its_mark_while_typing(form: Form, type_fa: Hands) -> None:
    form.problems()
    assert message(form, "first") == "این خانه خالی است."
    type_fa(line(form, "first"), "مریم")
    assert message(form, "first") == ""
    assert line(form, "first").property("invalid") is False


def test_a_wrong_code_is_told_while_one_still_stands_in_the_field(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    line(form, "national_id").setFocus()
    type_fa(line(form, "national_id"), "1111111111")
    qtbot.waitUntil(lambda: "یکسان" in message(form, "national_id"), timeout=3000)


def test_refusals_stand_at_their_fields_and_the_first_gets_the_focus(form: Form, qtbot: QtBot) -> None:
    form.set_values(STORED)
    form.show_problems([Problem("visit", "in_future"), Problem("last", "required"), Problem("", "unknown_record")])
    assert message(form, "last") == "این خانه خالی است."
    assert "پس از امروز" in message(form, "visit")
    assert QApplication.focusWidget() is line(form, "last")
    shown = [
        text.text() for text in form.findChildren(QLabel) if text.property("look") == "problem" and text.isVisible()
    ]
    assert shown == ["رکوردی با این نشانی پیدا نشد."]


def test_a_problem_of_a_precision_stands_at_its_date(form: Form) -> None:
    form.show_problems([Problem("born_precision", "required")])
    assert message(form, "born") == "این خانه خالی است."


def test_showing_a_problem_moves_no_field(form: Form) -> None:
    before = [form.field(name).mapTo(form, form.field(name).rect().topLeft()) for name in form.fields()]
    form.problems()
    QApplication.processEvents()
    assert [form.field(name).mapTo(form, form.field(name).rect().topLeft()) for name in form.fields()] == before


def test_enter_walks_through_all_fields_in_reading_order(form: Form, qtbot: QtBot) -> None:
    form.focus_first()
    seen: list[str] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        name = next(name for name in form.fields() if focused in form.field(name).editors())
        seen += [name] if name not in seen[-1:] else []
        if name == "note":
            break
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert seen == form.fields()


def test_tab_goes_from_right_to_left_and_down(form: Form, qtbot: QtBot) -> None:
    form.focus_first()
    places = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        at = focused.mapTo(form, focused.rect().center())
        places.append((round(at.y() / 20), -at.x()))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
@pytest.mark.parametrize("name", ["first", "note", "sex"])
def test_f2_and_ctrl_enter_send_the_form(
    form: Form, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, name: str
) -> None:
    with qtbot.waitSignal(form.submitted, timeout=500):
        qtbot.keyClick(line(form, name), key, modifier)


def test_enter_in_lines_of_text_is_a_new_line(form: Form, qtbot: QtBot) -> None:
    form.set_values({"note": "الف"})
    qtbot.keyClick(line(form, "note"), Qt.Key.Key_Return)
    assert form.values()["note"] == "\nالف"


def test_every_part_that_takes_the_focus_has_a_name(form: Form) -> None:
    nameless = [
        widget
        for widget in focusables(form)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []


def test_persian_and_arabic_digits_are_shown_as_typed_in_persian(form: Form, type_fa: Hands) -> None:
    type_fa(line(form, "national_id"), "00۸۴٥7")
    assert form.values()["national_id"] == "۰۰۸۴۵۷"
    type_fa(line(form, "children"), "x1ش2")
    assert form.values()["children"] == "۱۲"


def test_a_code_is_found_by_any_spelling(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("county")
    assert isinstance(field, CodeField)
    field.setFocus()
    type_fa(field.picker, "كرمانش")
    assert field.picker.is_open()
    qtbot.keyClick(field.picker, Qt.Key.Key_Return)
    assert field.value() == "kermanshah"
    assert field.picker.text() == "کرمانشاه"
    assert QApplication.focusWidget() is line(form, "sex")


@pytest.mark.parametrize("typed", ["نی ریز", "نيريز", "نی‌ریز"])
def test_a_code_typed_in_full_is_taken_on_leaving(form: Form, type_fa: Hands, qtbot: QtBot, typed: str) -> None:
    field = form.field("county")
    assert isinstance(field, CodeField)
    field.setFocus()
    type_fa(field.picker, typed)
    field.picker.close_list()
    line(form, "sex").setFocus()
    assert field.value() == "neyriz"


def test_what_is_in_no_list_is_refused_with_its_own_words(form: Form, type_fa: Hands) -> None:
    type_fa(line(form, "sex"), "هیچ")
    assert [problem.message for problem in form.problems() if problem.field == "sex"] == [
        "«هیچ» در فهرست این خانه نیست."
    ]


def test_an_optional_code_offers_to_choose_nothing(form: Form, qtbot: QtBot) -> None:
    form.set_values({"county": "tehran", "sex": "male"})
    field = form.field("county")
    assert isinstance(field, CodeField)
    field.setFocus()
    field.picker.open_list()
    qtbot.keyClick(field.picker, Qt.Key.Key_PageUp)
    qtbot.keyClick(field.picker, Qt.Key.Key_Return)
    assert field.value() is None


def test_escape_gives_the_former_choice_back(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    form.set_values({"county": "tehran"})
    field = form.field("county")
    assert isinstance(field, CodeField)
    field.setFocus()
    field.picker.open_list()
    qtbot.keyClick(field.picker, Qt.Key.Key_Escape)
    assert field.value() == "tehran"
    assert not field.picker.is_open()


def test_a_link_is_picked_by_typing_and_shown_by_its_title(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("head")
    assert isinstance(field, LinkField)
    field.setFocus()
    type_fa(field.picker, "کریم")
    qtbot.keyClick(field.picker, Qt.Key.Key_Return)
    assert field.value() == "p2"
    field.set_value("p1")
    assert field.picker.text() == "مریم احمدی"


def test_yes_and_no_can_be_taken_back(form: Form, qtbot: QtBot) -> None:
    field = form.field("pregnant")
    assert isinstance(field, YesNoField)
    yes = field.chips.chips()[0]
    yes.click()
    assert field.value() is True
    yes.click()
    assert field.value() is None


def test_arrows_walk_between_chips_and_tab_leaves_them(form: Form, qtbot: QtBot) -> None:
    field = form.field("cover")
    assert isinstance(field, ChipsField)
    chips = field.chips.chips()
    field.setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is chips[1]
    qtbot.keyClick(chips[1], Qt.Key.Key_Space)
    assert field.value() == ["welfare_org"]
    qtbot.keyClick(chips[1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line(form, "target")


def test_short_texts_become_tags(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("skills")
    assert isinstance(field, TextsField)
    field.setFocus()
    type_fa(field.line, "خیاطی، گلیم؛آشپزی")
    assert field.value() == ["خیاطی", "گلیم", "آشپزی"]
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field.line
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.line.text() == "آشپزی"
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is line(form, "board")


def test_money_is_grouped_while_typing_and_names_its_unit(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("rent")
    assert isinstance(field, MoneyField)
    type_fa(field.amount, "1250000")
    type_fa(field.unit, "ت")
    qtbot.keyClick(field.unit, Qt.Key.Key_Return)
    assert field.amount.text() == "۱٬۲۵۰٬۰۰۰"
    assert FIELDS["rent"].read(field.value()) == 12_500_000


def test_a_field_that_does_not_apply_is_taken_away_and_answers_nothing(form: Form) -> None:
    form.set_values(STORED)
    form.show_field("children", False)
    assert form.values()["children"] is None
    assert "children" not in form.fields()
    form.show_field("children", True)
    assert FIELDS["children"].read(form.values()["children"]) == 3


def test_scrolling_over_a_choice_does_not_change_it(form: Form) -> None:
    form.set_values(STORED)
    combo = form.field("month").editors()[0]
    point = QPointF(combo.rect().center())
    wheel = QWheelEvent(
        point,
        combo.mapToGlobal(point),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert not form.is_dirty()


def test_a_locked_field_cannot_be_written(form: Form, type_fa: Hands) -> None:
    form.set_values(STORED)
    form.set_read_only(True)
    for name in ("first", "national_id", "county", "visit", "note"):
        type_fa(line(form, name), "1")
    assert not form.is_dirty()


def test_empty_and_digit_lines_stand_at_the_right(form: Form) -> None:
    for name in form.fields():
        field: FieldWidget = form.field(name)
        if isinstance(field, LineField):
            assert field.line.alignment() & Qt.AlignmentFlag.AlignRight
