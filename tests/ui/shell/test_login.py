"""Login, locking and the founding of an office, as a user does them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile
from desktop.system.settings import Settings
from desktop.ui.shell.found_page import FoundPage
from desktop.ui.shell.login_page import LoginPage
from desktop.ui.shell.recovery_page import RecoveryPage
from desktop.ui.shell.start_window import StartWindow
from desktop.ui.shell.welcome_page import WelcomePage
from tests.ui.conftest import Hands
from tests.ui.program import PASSWORD
from tests.ui.screens.hands import settle
from tests.ui.screens.made_office import make_office


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_office(tmp_path / "office", 1).close()
    return tmp_path / "office"


@pytest.fixture
def opened() -> Iterator[list[OfficeFile]]:
    found: list[OfficeFile] = []
    yield found
    for office in found:
        office.close()


def test_a_wrong_password_is_told_inline_and_the_right_one_opens(
    qtbot: QtBot, folder: Path, type_fa: Hands, opened: list[OfficeFile]
) -> None:
    window = StartWindow(folder, Settings(folder))
    qtbot.addWidget(window)
    window.opened.connect(opened.append)
    with qtbot.waitActive(window):
        window.show()
    page = window.page()
    assert isinstance(page, LoginPage)
    assert page.user.currentText() == "hamid"
    type_fa(page.password, "نادرست۱۲۳")
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    settle(qtbot, window.operations)
    assert page.message.text() == "نام کاربری یا گذرواژه درست نیست."
    assert page.password.text() == ""
    type_fa(page.password, PASSWORD)
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    settle(qtbot, window.operations)
    assert [office.actor.username for office in opened] == ["hamid"]
    assert Settings(folder).text("account")


def test_five_wrong_passwords_close_the_door(qtbot: QtBot, folder: Path, type_fa: Hands) -> None:
    window = StartWindow(folder, Settings(folder))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    page = window.page()
    assert isinstance(page, LoginPage)
    for _ in range(6):
        type_fa(page.password, "نادرست۱۲۳")
        page.enter()
        settle(qtbot, window.operations)
    assert "بسته است" in page.message.text()


def test_a_first_run_founds_an_office_and_shows_its_code_once(
    qtbot: QtBot, tmp_path: Path, type_fa: Hands, opened: list[OfficeFile]
) -> None:
    window = StartWindow(tmp_path / "new", Settings(tmp_path / "new"), Cost(1024, 1, 1))
    qtbot.addWidget(window)
    window.opened.connect(opened.append)
    with qtbot.waitActive(window):
        window.show()
    page = window.page()
    assert isinstance(page, WelcomePage)
    page.make.click()
    form = window.page()
    assert isinstance(form, FoundPage)
    form.enter()
    assert "نشان‌دار" in form.message.text()
    for name, text in (
        ("code", "۰۸۰۳"),
        ("title_fa", "دفتر مهرآوران"),
        ("full_name", "حمید یزدان‌پناه"),
        ("username", "hamid"),
    ):
        type_fa(form.form.field(name).editors()[0], text)
    places = form.form.field("neighborhoods").editors()[0]
    places.setPlainText("گلستان‌آباد\nچشمه‌سار")  # type: ignore[attr-defined]
    places.moveCursor(QTextCursor.MoveOperation.End)  # type: ignore[attr-defined]
    type_fa(form.password, PASSWORD)
    type_fa(form.again, PASSWORD + "۱")
    form.enter()
    assert form.message.text() == "دو گذرواژه یکسان نیستند."
    qtbot.keyClick(form.again, Qt.Key.Key_Backspace)
    qtbot.keyClick(form.again, Qt.Key.Key_Return)
    settle(qtbot, window.operations)
    code = window.page()
    assert isinstance(code, RecoveryPage)
    assert not code.go.isEnabled()
    code.kept.click()
    code.go.click()
    assert len(opened) == 1
    with opened[0].read() as rows:
        assert {row["name"] for row in rows.find("neighborhood")} == {"گلستان‌آباد", "چشمه‌سار"}
        assert rows.get("staff_member", opened[0].actor.staff_id)
