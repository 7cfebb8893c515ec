"""The fields of a form by keys alone: codes, money, rows, tags, what is odd but allowed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.fields import About, Input
from desktop.domain.problems import Problem
from desktop.ui.widgets.choice_widgets import CheckListField, ChipsField, CodeField, CodeMapField, LinkField, YesNoField
from desktop.ui.widgets.field_widgets import PercentField
from desktop.ui.widgets.form_kit import Form
from desktop.ui.widgets.money_field import MoneyField
from desktop.ui.widgets.picker import code_choices
from desktop.ui.widgets.rows_field import RowsField
from desktop.ui.widgets.texts_field import TextsField
from tests.ui.conftest import Hands
from tests.ui.widgets.conftest import FIELDS, MemberDraft

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def below(form: Form, name: str) -> str:
    """What stands in the line below a field."""
    cell = form.field(name).parentWidget()
    assert cell is not None
    return cell.findChildren(QLabel)[-1].text().replace('<p dir="rtl">', "")


def shown_below(form: Form, name: str) -> tuple[str, str]:
    """The text of the line below a field and how it looks."""
    cell = form.field(name).parentWidget()
    assert cell is not None
    line = next(label for label in cell.findChildren(QLabel) if label.property("look") in ("small", "error", "doubt"))
    return line.text(), line.property("look")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("م ت", "میلیون تومان"),
        ("میل ر", "میلیون ریال"),
        ("تومان", "تومان"),
        ("لیون", "میلیون تومان"),
        ("ميليون", "میلیون تومان"),
        ("ریال", "ریال"),
        ("جدید", "ریال جدید"),
    ],
)
def test_a_code_is_found_by_the_beginnings_of_its_words_or_any_part(typed: str, first: str) -> None:
    units = ["تومان", "ریال", "میلیون تومان", "میلیون ریال", "ریال جدید"]
    assert code_choices({unit: unit for unit in units})(typed)[0][0] == first


def test_what_begins_so_stands_before_what_only_contains_it() -> None:
    found = code_choices({"a": "بدون بیمه", "b": "بیمهٔ سلامت", "c": "کم‌بیمه"})("بیمه")
    assert [code for code, _, _ in found] == ["b", "a", "c"]


def test_money_is_read_back_in_words_and_asks_for_its_unit(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("rent")
    assert isinstance(field, MoneyField)
    field.setFocus()
    type_fa(focused(), "2000000000")
    assert below(form, "rent") == ""
    assert [p.code for p in form.problems() if p.field == "rent"] == ["money_unit"]
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is field.unit
    type_fa(focused(), "ت")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert below(form, "rent") == "دو میلیارد تومان (بیست میلیارد ریال)"
    assert FIELDS["rent"].read(field.value()) == 20_000_000_000


def test_a_share_is_typed_and_shown_in_hundredths(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("share")
    assert isinstance(field, PercentField)
    for typed, shown, stored in (("75", "۷۵٪", 0.75), ("۶۶/۷٪", "۶۶٫۷٪", 0.667), ("0.5", "۵۰٪", 0.5)):
        field.setFocus()
        field.line.clear()
        type_fa(focused(), typed)
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
        assert (field.line.text(), FIELDS["share"].read(field.value())) == (shown, stored)
    field.set_value(0.8)
    assert field.line.text() == "۸۰٪"
    field.line.setText("۱۲۰٪")
    assert [(p.code, p.facts["limit"]) for p in form.problems() if p.field == "share"] == [("too_large", "۱۰۰٪")]


def test_money_may_be_written_in_words(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("rent")
    assert isinstance(field, MoneyField)
    field.setFocus()
    type_fa(focused(), "۵۳ میلیارد ریال")
    assert below(form, "rent") == "پنج میلیارد و سیصد میلیون تومان (پنجاه و سه میلیارد ریال)"
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is not field.unit
    kept = field.value()
    field.set_value(kept)
    assert field.value() == kept
    assert (field.amount.text(), field.unit.key()) == ("۵۳", "میلیارد ریال")


def test_the_state_of_each_utility_is_typed_one_after_the_other(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("utilities")
    assert isinstance(field, CodeMapField)
    field.setFocus()
    for letter in ("د", "ن", "", "م"):
        type_fa(focused(), letter)
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    keys = list(field.pickers)
    assert field.value() == {keys[0]: "has", keys[1]: "none", keys[3]: "shared_or_informal"}
    assert focused() is field.pickers[keys[4]]
    for _ in range(2):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is form.field("skills").editors()[0]


def test_letters_lead_to_chips_in_any_spelling_and_choose_where_one_is_chosen(
    form: Form, type_fa: Hands, qtbot: QtBot
) -> None:
    several = form.field("cover")
    assert isinstance(several, ChipsField)
    several.setFocus()
    type_fa(focused(), "ب")
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    type_fa(focused(), "ك")
    assert several.value() == ["welfare_org"]
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert several.value() == ["imam_relief", "welfare_org"]
    one = form.field("pregnant")
    assert isinstance(one, YesNoField)
    one.setFocus()
    type_fa(focused(), "خ")
    assert one.value() is False


def test_letters_lead_to_lines_of_a_long_list_and_space_marks_them(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("target")
    assert isinstance(field, CheckListField)
    field.setFocus()
    shown = focused()
    assert isinstance(shown, QListWidget)
    type_fa(shown, "ك")
    assert shown.currentItem().text().startswith("ک")
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert len(field.value()) == 1  # type: ignore[arg-type]
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert field.value() == []


def test_a_chosen_link_tells_below_what_sets_it_apart(form: Form) -> None:
    field = form.field("head")
    assert isinstance(field, LinkField)
    field.set_value("p2")
    field.changed.emit()
    assert field.picker.text() == "علی کریمی"
    assert below(form, "head") == "خانوار ۱۲۴۸"


def test_tags_are_walked_moved_and_taken_away_by_keys(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("skills")
    assert isinstance(field, TextsField)
    field.set_value(["خیاطی", "گلیم", "آشپزی"])
    field.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    assert focused() is field.tags[2]
    qtbot.keyClick(focused(), Qt.Key.Key_Right, ALT)
    assert field.value() == ["خیاطی", "آشپزی", "گلیم"]
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    qtbot.keyClick(focused(), Qt.Key.Key_Delete)
    assert field.value() == ["آشپزی", "گلیم"]
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is field.line
    assert field.line.text() == "آشپزی"
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert field.value() == ["گلیم", "آشپزی"]


def rows_of(form: Form) -> RowsField:
    field = form.field("board")
    assert isinstance(field, RowsField)
    return field


def write_rows(form: Form, type_fa: Hands, qtbot: QtBot) -> RowsField:
    field = rows_of(form)
    field.setFocus()
    for cells in (("علی کریمی", "امام", ""), ("مریم احمدی", "آموز", "۱۳۹۹/۱/۱")):
        for text in cells:
            type_fa(focused(), text)
            qtbot.keyClick(focused(), Qt.Key.Key_Return)
    return field


def test_rows_are_written_moved_and_taken_away_by_keys(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = write_rows(form, type_fa, qtbot)
    stored = FIELDS["board"].read(field.value())
    assert stored == [
        {"name": "علی کریمی", "role": "imam", "since": None},
        {"name": "مریم احمدی", "role": "teacher", "since": "2020-03-20"},
    ]
    assert len(field.rows) == 3
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is form.field("postal").editors()[0]
    field.rows[1].first().setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Up, ALT)
    assert [row["name"] for row in FIELDS["board"].read(field.value())] == ["مریم احمدی", "علی کریمی"]
    assert field.rows[0].focused() == 0
    qtbot.keyClick(focused(), Qt.Key.Key_Delete, CTRL)
    assert [row["name"] for row in FIELDS["board"].read(field.value())] == ["علی کریمی"]
    form.set_values({"board": stored})
    assert FIELDS["board"].read(field.value()) == stored
    assert not form.is_dirty()


def test_a_wrong_row_is_named_and_its_cell_is_marked(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = write_rows(form, type_fa, qtbot)
    field.rows[1].cells["name"].set_value(None)
    wrong = [problem for problem in form.problems() if problem.field == "board"]
    assert [problem.message for problem in wrong] == ["ردیف ۲: «نام» درست نیست."]
    marked = [editor.property("invalid") for editor in field.editors()]
    assert marked == [False, False, False, True, False, False, False, False, False]
    names = [editor.accessibleName() for editor in field.rows[1].editors()]
    assert names == ["هیئت: ردیف ۲، نام", "هیئت: ردیف ۲، نقش", "هیئت: ردیف ۲، از"]


def test_rows_typed_back_are_clean(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    form.set_values({"board": [{"name": "علی", "role": None, "since": None}]})
    field = rows_of(form)
    line = field.rows[1].cells["name"].editors()[0]
    type_fa(line, "م")
    assert form.changed_fields() == ["board"]
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not form.is_dirty()


def test_rows_survive_a_draft(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    import json

    field = write_rows(form, type_fa, qtbot)
    kept = json.loads(json.dumps(form.changed_values(), default=lambda value: value.isoformat()))
    form.set_values({})
    form.type_values(kept)
    assert [row["name"] for row in FIELDS["board"].read(field.value())] == ["علی کریمی", "مریم احمدی"]
    assert form.changed_fields() == ["board"]


def test_what_is_odd_is_told_in_amber_and_refuses_nothing(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    line = form.field("postal").editors()[0]
    line.setFocus()
    type_fa(line, "7621313579")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: shown_below(form, "postal")[1] == "doubt", timeout=2000)
    assert "مطمئنید؟" in shown_below(form, "postal")[0]
    assert "مطمئنید؟" in line.accessibleDescription()
    assert line.property("doubtful") is True
    assert [problem for problem in form.problems() if problem.field == "postal"] == []
    assert shown_below(form, "postal")[1] == "doubt"
    line.setFocus()
    for _ in range(7):
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert shown_below(form, "postal") == ("", "small")
    assert line.property("doubtful") is False


def test_a_doubt_about_several_fields_stands_at_one_of_them(form: Form, type_fa: Hands) -> None:
    def doubts(stored: dict[str, object]) -> list[Problem]:
        children, area = stored["children"], stored["area"]
        crowded = isinstance(children, int) and isinstance(area, float) and area < children * 10
        return [Problem("area", "foreigner_code_doubtful")] if crowded else []

    form.set_values({"children": 3, "area": 20.0})
    form.set_doubter(doubts)  # type: ignore[arg-type]
    assert shown_below(form, "area")[1] == "doubt"
    form.field("children").set_value(1)
    form.look_twice()
    assert shown_below(form, "area")[1] == "small"


def test_a_row_of_rows_is_declared_like_any_other_field() -> None:
    about = About(label="هیئت", input=Input.ROWS, of=MemberDraft)
    assert about.read([{"name": " علي ", "role": "امام جماعت"}, {"name": ""}]) == [
        {"name": "علی", "role": "imam", "since": None}
    ]
    assert about.read(None) == []


def test_codes_typed_in_full_are_taken_by_tab(form: Form, type_fa: Hands, qtbot: QtBot) -> None:
    field = form.field("sex")
    assert isinstance(field, CodeField)
    field.setFocus()
    type_fa(field.picker, "ز")
    qtbot.keyClick(field.picker, Qt.Key.Key_Tab)
    assert field.value() == "female"
