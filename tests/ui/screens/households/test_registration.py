"""Scenarios 1 and 2: a household typed on the keyboard from end to end, and a person who is registered already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.kept_drafts import kept_draft
from desktop.store import audit
from desktop.ui.screens.households.registration import DRAFT, RegistrationPage
from desktop.ui.screens.households.screen import HouseholdsScreen
from desktop.ui.shell.main_window import MainWindow
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import answer, enter, press
from tests.ui.screens.made_office import make_office

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, asker: FixedAsker) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 2), tmp_path / "office", asker) as made:
        yield made


@pytest.fixture
def screen(qtbot: QtBot, window: MainWindow) -> HouseholdsScreen:
    made = window.show_screen("households")
    assert isinstance(made, HouseholdsScreen)
    rest(qtbot, window)
    key(qtbot, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: bool(made.registration.blocks))
    return made


def key(qtbot: QtBot, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, pressed, modifier)


def at(page: RegistrationPage) -> str:
    """The field in which the cursor stands."""
    focused = QApplication.focusWidget()
    forms = [page.household.form, page.household.more, *(form for b in page.blocks for form in (b.form, b.more))]
    return next((n for form in forms for n in form.fields() if focused in form.field(n).editors()), "")


def type_fields(qtbot: QtBot, page: RegistrationPage, answers: dict[str, str]) -> None:
    """Goes on by Enter until the page leaves the block, answering the questions that are known."""
    left = dict(answers)
    for _ in range(24):
        name = at(page)
        if name == "":
            break
        if name in left:
            answer(qtbot, left.pop(name))
        else:
            enter(qtbot)
    assert not left


HOUSEHOLD = {"neighborhood_id": "شهرک", "declared_size": "۳", "housing_tenure": "اجاری", "rooms": "۲"}
HEAD = {
    "first_name": "فاطمه",
    "last_name": "رنجبری",
    "father_name": "غلامرضا",
    "sex": "زن",
    "birth_date": "۱۳۶۲",
    "marital_status": "فوت",
    "identifier_value": "۹۹۳۱۰۰۰۲۰۱",
    "mobile": "+98 900 000 0011",
    "activity_status": "خانه‌دار",
    "insurance_type": "بدون بیمه",
    "consent_method": "امضا",
}


def test_scenario_1_a_woman_and_her_two_children_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen
) -> None:
    page = screen.registration
    assert at(page) == "neighborhood_id"
    household = dict(HOUSEHOLD)
    while at(page) != "first_name":
        answer(qtbot, household.pop(at(page), ""))
    assert not household
    assert at(page) == "first_name"
    type_fields(qtbot, page, HEAD)
    assert page.add_button.hasFocus()
    enter(qtbot)
    assert page.blocks[1].values()["last_name"] == "رنجبری"
    type_fields(qtbot, page, {"first_name": "مهدی", "sex": "مرد", "birth_date": "۱۳۸۹", "school_status": "بازمانده"})
    key(qtbot, Qt.Key.Key_F6)
    assert page.blocks[2].title.text() == "عضو ۳: فرزند"
    type_fields(qtbot, page, {"first_name": "ستایش", "sex": "زن", "birth_date": "۱۳۹۳"})
    key(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert screen.stack.currentWidget() is screen.saved
    with window.context.office.read() as rows:
        head = rows.find("person", first_name="فاطمه", last_name="رنجبری")[0]
        family = rows.find("person", household_id=head["household_id"])
    assert (head["national_id"], head["mobile"]) == ("9931000201", "09000000011")
    assert head["is_women_head"]
    assert head["consent_state"] == "basic"
    assert [person["school_status"] for person in family] == [None, "dropped_out", None]
    offer = next(iter(screen.saved.offers.values()))
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    rest(qtbot, window)
    with window.context.office.read() as rows:
        need = rows.find("need", person_id=family[1]["id"])[0]
    assert need["field"] == "education"
    assert kept_draft(window.context.office, DRAFT) is None


def test_wrong_numbers_are_refused_in_place(qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen) -> None:
    page = screen.registration
    block = page.blocks[0]
    field = block.form.field("identifier_value")
    for typed, told in (
        ("۹۹۳۱۰۰۰۲۱۰", "رقم کنترل نادرست است"),
        ("1111111111", "یکسان"),
        ("993100021", "رقم کنترل نادرست است"),
    ):
        field.setFocus()
        field.set_value(None)
        press(typed)
        enter(qtbot)
        QApplication.processEvents()
        assert told in field.editors()[0].accessibleDescription()
    field.set_value("012345679")
    assert block.padded() == "۰۰۱۲۳۴۵۶۷۹"
    field.setFocus()
    key(qtbot, Qt.Key.Key_F8)
    assert block.number() == "0012345679"


def test_scenario_2_the_same_person_makes_no_second_record(
    qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen
) -> None:
    page, office = screen.registration, window.context.office
    with office.read() as rows:
        known = rows.find("person")[0]
        before = len(rows.find("person"))
    page.blocks[0].form.field("first_name").setFocus()
    arabic = known["last_name"].replace("ی", "ي").replace("ک", "ك")
    for name, text in (
        ("first_name", known["first_name"]),
        ("last_name", arabic),
        ("father_name", known["father_name"]),
        ("sex", "زن"),
        ("birth_date", "1340"),
    ):
        assert at(page) == name
        answer(qtbot, text)
    rest(qtbot, window, 320)
    assert len(page.panel.doubles) == 1
    assert set(page.doubles.of(page.blocks[0])[0].reasons) >= {"name", "father"}
    key(qtbot, Qt.Key.Key_F9)
    rest(qtbot, window)
    assert page.blocks[0].values()["first_name"] is None
    with office.read() as rows:
        assert len(rows.find("person")) == before
        assert any(line["action"] == "same_person" for line in audit.lines(rows.connection))


def test_somebody_else_stays_and_the_panel_falls_silent(
    qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen
) -> None:
    page = screen.registration
    with window.context.office.read() as rows:
        known = rows.find("person")[0]
    for name in ("first_name", "last_name", "father_name", "birth_date"):
        page.blocks[0].form.field(name).set_value(known[name])
    rest(qtbot, window, 320)
    assert page.panel.doubles
    key(qtbot, Qt.Key.Key_F9, SHIFT)
    assert not page.panel.doubles
    assert page.blocks[0].values()["first_name"] == known["first_name"]


def test_a_crash_loses_nothing(qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen, asker: FixedAsker) -> None:
    page, office = screen.registration, window.context.office
    page.blocks[0].form.field("first_name").setFocus()
    press("زهره")
    page.add_member()
    page.blocks[1].form.field("first_name").set_value("مانی")
    page.keep_now()
    sealed = next(office.folder.path.glob("draft-*.sealed")).read_bytes()
    assert "زهره".encode() not in sealed
    asker.answers = ["go_on"]
    found = screen._left_unfinished()
    page.begin(found)
    assert [block.values()["first_name"] for block in page.blocks] == ["زهره", "مانی"]
    asker.answers = [True]
    key(qtbot, Qt.Key.Key_Escape)
    assert screen.stack.currentIndex() == 0
    assert kept_draft(office, DRAFT) is None


def test_what_was_typed_before_a_crash_is_nobodys_guess(
    qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen
) -> None:
    page = screen.registration
    spouse = {"relation_to_head": "spouse", "first_name": "مینا", "last_name": "محمدی", "birth_date": "1990-03-21"}
    page.begin({"household": {"rooms": "۲"}, "members": [{"first_name": "رضا", "last_name": "احمدی"}, spouse]})
    assert page.is_dirty()
    page.blocks[1].form.field("father_name").setFocus()
    press("علی")
    values = page.blocks[1].values()
    assert (values["last_name"], values["father_name"], str(values["birth_date"])) == ("محمدی", "علی", "1990-03-21")
    assert page.household.values()["rooms"] == "۲"


def test_names_follow_the_relation_until_somebody_writes_there(
    qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen
) -> None:
    page = screen.registration
    head = page.blocks[0].form
    for name, value in (("first_name", "رضا"), ("last_name", "احمدی"), ("father_name", "حسن"), ("sex", "male")):
        head.field(name).set_value(value)
    block = page.add_member()

    def named() -> tuple[object, object]:
        values = block.values()
        return values["last_name"], values["father_name"]

    assert named() == ("احمدی", "رضا")
    block.form.field("relation_to_head").set_value("parent")
    block.form.changed.emit()
    assert named() == (None, None)
    block.form.field("relation_to_head").set_value("sibling")
    block.form.changed.emit()
    assert named() == ("احمدی", "حسن")
    block.form.field("last_name").setFocus()
    press("پور")
    block.form.field("relation_to_head").set_value("child")
    block.form.changed.emit()
    assert named()[0] not in ("احمدی", None)


def test_f6_goes_from_the_household_to_its_first_member_and_then_adds(
    qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen
) -> None:
    page = screen.registration
    assert at(page) == "neighborhood_id"
    key(qtbot, Qt.Key.Key_F6)
    assert (len(page.blocks), at(page)) == (1, "first_name")
    key(qtbot, Qt.Key.Key_F6)
    QApplication.processEvents()
    assert (len(page.blocks), page.active) == (2, page.blocks[1])


def test_problems_of_the_service_go_to_their_fields(qtbot: QtBot, window: MainWindow, screen: HouseholdsScreen) -> None:
    page = screen.registration
    page.save()
    assert at(page) == "neighborhood_id"
    assert page.blocks[0].form.field("first_name").editors()[0].accessibleDescription() == "این خانه خالی است."
