"""How many keys it takes to register a household of four, by the keyboard alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.screens.households.registration import RegistrationPage
from desktop.ui.screens.households.screen import HouseholdsScreen
from desktop.ui.shell.main_window import MainWindow
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import press
from tests.ui.screens.made_office import make_office

MOST = 90  # keys beyond the data of a household of four
SECONDS = 15.0  # for one more member
KEY_SECONDS = 0.28  # one key of an average typist who is no secretary (Card, Moran and Newell, 1983)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 2), tmp_path / "office") as made:
        yield made


class Typist:
    """Presses real keys where the cursor is, and counts: what is written is data, all else is effort.

    The letters by which a code is picked are effort too, and so is each of Shift, Ctrl and Alt.
    """

    def __init__(self, qtbot: QtBot, page: RegistrationPage) -> None:
        self._qtbot, self._page = qtbot, page
        self.data, self.effort, self.letters = 0, 0, 0

    def at(self) -> str:
        """The field in which the cursor stands."""
        focused, page = QApplication.focusWidget(), self._page
        forms = [page.household.form, page.household.more, *(f for b in page.blocks for f in (b.form, b.more))]
        return next((n for form in forms for n in form.fields() if focused in form.field(n).editors()), "")

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self._qtbot.keyClick(focused, key, modifier)
        QApplication.processEvents()
        self.effort += 1 + (modifier != Qt.KeyboardModifier.NoModifier)

    def go_to(self, name: str) -> None:
        """Enter until the field is reached."""
        for _ in range(12):
            if self.at() == name:
                return
            self.key(Qt.Key.Key_Return)
        raise AssertionError(f"{name} was not reached, the cursor is at {self.at()!r}")

    def write(self, **answers: str) -> None:
        """Names, numbers and dates: data."""
        for name, text in answers.items():
            self.go_to(name)
            press(text)
            self.data += len(text)

    def pick(self, **answers: str) -> None:
        """Codes, by as many letters as it takes."""
        for name, letters in answers.items():
            self.go_to(name)
            press(letters)
            self.effort += len(letters)
            self.letters += len(letters)


def test_a_household_of_four_takes_at_most_ninety_keys_beyond_its_data(qtbot: QtBot, window: MainWindow) -> None:
    screen = window.show_screen("households")
    assert isinstance(screen, HouseholdsScreen)
    rest(qtbot, window)
    page = screen.registration
    hands = Typist(qtbot, page)
    hands.key(Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: hands.at() == "neighborhood_id")
    hands.pick(neighborhood_id="ش")
    hands.write(address_text="کوچهٔ شهید کریمی، پلاک ۱۲", declared_size="۴")
    hands.pick(housing_tenure="ا", dwelling_type="خ")
    hands.write(rooms="۲")
    hands.key(Qt.Key.Key_F6)
    hands.write(first_name="فاطمه", last_name="رنجبری", father_name="غلامرضا")
    hands.pick(sex="ز")
    hands.write(birth_date="۱۳۶۲")
    hands.pick(marital_status="ف")
    hands.write(identifier_value="۹۹۳۱۰۰۰۲۰۱", mobile="۰۹۰۰۰۰۰۰۰۱۱")
    hands.pick(insurance_type="بد", education_level="ا", activity_status="خ", consent_method="ام")
    hands.key(Qt.Key.Key_F6)
    hands.write(first_name="مهدی")
    hands.pick(sex="م")
    hands.write(birth_date="۱۳۸۹", identifier_value="۹۹۳۱۰۰۰۲۱۱")
    hands.pick(insurance_type="بد", education_level="مت", school_status="با")
    hands.key(Qt.Key.Key_F6)
    hands.write(first_name="ستایش")
    hands.pick(sex="ز")
    hands.write(birth_date="۱۳۹۳", identifier_value="۹۹۳۱۰۰۰۲۲۸")
    hands.pick(insurance_type="بد", education_level="ا", school_status="د")
    hands.key(Qt.Key.Key_F6)
    hands.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    hands.pick(relation_to_head="پ")
    hands.write(first_name="گوهر", last_name="قاسمی", father_name="عباس")
    hands.pick(sex="ز")
    hands.write(birth_date="۱۳۳۵")
    hands.pick(marital_status="ف")
    hands.write(identifier_value="۹۹۳۱۰۰۰۲۳۶")
    hands.pick(insurance_type="بد", education_level="بی", activity_status="خ", consent_method="ام")
    hands.key(Qt.Key.Key_F2)
    rest(qtbot, window)
    assert screen.stack.currentWidget() is screen.saved, [block.form.problems() for block in page.blocks]
    with window.context.office.read() as rows:
        head = rows.find("person", first_name="فاطمه", last_name="رنجبری")[0]
        home = rows.get("household", head["household_id"]) or {}
        family = [tuple(row[name] for name in SAVED) for row in rows.find("person", household_id=home["id"])]
    assert [home[name] for name in ("declared_size", "housing_tenure", "dwelling_type", "rooms")] == [
        4, "rent", "house", 2,
    ]  # fmt: skip
    assert family == FAMILY
    assert hands.effort <= MOST
    assert hands.effort - hands.letters <= MOST - 25  # when the letters of a code count as its data


SAVED = (
    *("first_name", "last_name", "father_name", "sex", "relation_to_head", "marital_status", "national_id"),
    *("insurance_type", "education_level", "school_status", "activity_status"),
)
FAMILY = [
    (
        *("فاطمه", "رنجبری", "غلامرضا", "female", "head", "widowed", "9931000201"),
        *("none", "primary", None, "homemaker"),
    ),
    (
        *("مهدی", "رنجبری", None, "male", "child", None, "9931000211"),
        *("none", "lower_secondary", "dropped_out", None),
    ),
    (
        *("ستایش", "رنجبری", None, "female", "child", None, "9931000228"),
        *("none", "primary", "enrolled", None),
    ),
    (
        *("گوهر", "قاسمی", "عباس", "female", "parent", "widowed", "9931000236"),
        *("none", "none", None, "homemaker"),
    ),
]


def test_one_more_member_takes_fifteen_seconds(qtbot: QtBot, window: MainWindow) -> None:
    screen = window.show_screen("households")
    assert isinstance(screen, HouseholdsScreen)
    rest(qtbot, window)
    hands = Typist(qtbot, screen.registration)
    hands.key(Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: hands.at() == "neighborhood_id")
    hands.key(Qt.Key.Key_F6)
    hands.write(first_name="رضا", last_name="احمدی")
    hands.pick(sex="م")
    before = hands.data + hands.effort
    began = time.perf_counter()
    hands.key(Qt.Key.Key_F6)
    hands.write(first_name="ستایش")
    hands.pick(sex="ز")
    hands.write(birth_date="۱۳۹۳/۰۵/۱۲", identifier_value="۹۹۳۱۰۰۰۲۲۸")
    hands.pick(education_level="ا", school_status="د")
    QApplication.processEvents()
    waited = time.perf_counter() - began
    keys = hands.data + hands.effort - before
    assert keys * KEY_SECONDS + waited <= SECONDS
