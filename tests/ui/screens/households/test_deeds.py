"""What is done with a household after registration, by the keyboard, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.services.registration import register_household
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.toast import Toast
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs, open_dialog, press
from tests.ui.screens.made_office import make_office

MEMBERS = (("حسین", "male", "head", "1350"), ("زهرا", "female", "spouse", "1355"), ("مهدی", "male", "child", "1380"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    office = make_office(tmp_path / "office", 2)
    with office.write() as work:
        place = work.find("neighborhood")[0]["id"]
        told = [
            {"first_name": name, "last_name": "آزمون", "sex": sex, "relation_to_head": relation, "birth_date": born}
            for name, sex, relation, born in MEMBERS
        ]
        home = {"neighborhood_id": place, "declared_size": 4, "registered_on": "1404/06/01"}
        register_household(work, home, told)
    with window_on(qtbot, office, tmp_path / "office") as made:
        yield made


def people(window: MainWindow) -> dict[str, Row]:
    with window.context.office.read() as rows:
        return {p["first_name"]: p for p in rows.find("person", last_name="آزمون")}


def home(window: MainWindow) -> Row:
    with window.context.office.read() as rows:
        return rows.find("household")[-1]


def at_household(qtbot: QtBot, window: MainWindow) -> Any:
    screen: Any = window.show_screen("households")
    screen.show_record(home(window)["id"])
    rest(qtbot, window, 90)
    return screen


def at_person(qtbot: QtBot, window: MainWindow, name: str) -> Any:
    screen: Any = window.show_screen("residents")
    screen.show_record(people(window)[name]["id"])
    rest(qtbot, window, 90)
    return screen


def open_menu(qtbot: QtBot, screen: Any) -> QMenu:
    window = screen.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=3000)
    qtbot.keyClick(screen.list.table, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=3000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def offered(menu: QMenu) -> list[str]:
    """The deeds of the menu, without the papers and roles below them."""
    names = [action.objectName() for action in menu.actions()]
    return [name for name in names if name and not name.startswith(("print-", "role-"))]


def choose(qtbot: QtBot, screen: Any, name: str) -> FormDialog:
    """Opens a deed by F4, the arrows and Enter."""
    menu = open_menu(qtbot, screen)
    place = [action.objectName() for action in menu.actions()].index(name)
    for _ in range(place + 1):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    return open_dialog(qtbot)


def focus(dialog: FormDialog, name: str) -> QWidget:
    editor = dialog.form.field(name).editors()[0]
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    return editor


def write(qtbot: QtBot, dialog: FormDialog, name: str, text: str) -> None:
    """Chooses in a picker by typing, and goes on by Enter."""
    editor = focus(dialog, name)
    press(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def save(qtbot: QtBot, window: MainWindow, dialog: FormDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_F2)
    rest(qtbot, window, 60)


def take_back(qtbot: QtBot, window: MainWindow) -> None:
    toast = window.findChild(Toast)
    assert isinstance(toast, Toast)
    toast.undo.click()
    rest(qtbot, window)


def test_the_menu_offers_what_the_household_allows_now(qtbot: QtBot, window: MainWindow) -> None:
    screen = at_household(qtbot, window)
    menu = open_menu(qtbot, screen)
    assert offered(menu) == [
        "move", "split", "head", "join", "death", "dissolve",
    ]  # fmt: skip
    menu.close()
    dialog = choose(qtbot, screen, "move")
    dialog.form.field("moved_to").set_value("زاهدان")
    save(qtbot, window, dialog)
    assert (home(window)["status"], home(window)["moved_to"]) == ("moved", "زاهدان")
    assert {p["status"] for p in people(window).values()} == {"moved"}
    menu = open_menu(qtbot, screen)
    assert offered(menu) == ["back"]
    menu.close()
    dialog = choose(qtbot, screen, "back")
    assert [name for name in dialog.form.fields() if name.startswith("member.")]
    assert "successor_id" not in dialog.form.fields()
    save(qtbot, window, dialog)
    assert {p["status"] for p in people(window).values()} == {"active"}
    take_back(qtbot, window)
    assert {p["status"] for p in people(window).values()} == {"moved"}


def test_with_the_death_of_the_head_the_successor_and_the_new_relations_are_asked(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen = at_household(qtbot, window)
    who = people(window)
    dialog = choose(qtbot, screen, "death")
    assert dialog.form.fields() == ["person_id", "on"]
    write(qtbot, dialog, "person_id", "مهدی")
    assert dialog.form.fields() == ["person_id", "on"]
    write(qtbot, dialog, "person_id", "حسین")
    assert dialog.form.fields() == ["person_id", "on", "successor_id"]
    save(qtbot, window, dialog)
    assert dialog.isVisible(), "a successor is missing"
    write(qtbot, dialog, "successor_id", "زهرا")
    son = f"member.{who['مهدی']['id']}"
    assert dialog.form.fields() == ["person_id", "on", "successor_id", son]
    assert dialog.form.field(son).value() == "child"
    save(qtbot, window, dialog)
    assert dialogs() == []
    now = people(window)
    assert (now["حسین"]["status"], now["زهرا"]["relation_to_head"]) == ("deceased", "head")
    assert home(window)["head_name"] == "زهرا آزمون"
    take_back(qtbot, window)
    assert home(window)["head_name"] == "حسین آزمون"


def test_members_part_with_the_relations_that_are_written(qtbot: QtBot, window: MainWindow) -> None:
    screen = at_household(qtbot, window)
    who = people(window)
    dialog = choose(qtbot, screen, "split")
    fields = {name: f"member.{row['id']}" for name, row in who.items()}
    save(qtbot, window, dialog)
    assert dialog.isVisible(), "nobody was chosen"
    write(qtbot, dialog, fields["زهرا"], "سرپرست")
    assert "successor_id" not in dialog.form.fields()
    write(qtbot, dialog, fields["حسین"], "همسر")
    assert "successor_id" in dialog.form.fields()
    dialog.form.field(fields["حسین"]).set_value(None)
    write(qtbot, dialog, fields["مهدی"], "فرزند")
    save(qtbot, window, dialog)
    assert dialogs() == []
    now = people(window)
    assert now["زهرا"]["household_id"] == now["مهدی"]["household_id"] == home(window)["id"]
    assert (home(window)["head_name"], home(window)["declared_size"]) == ("زهرا آزمون", 2)


def test_a_son_joins_another_household_from_his_own_file(qtbot: QtBot, window: MainWindow) -> None:
    screen = at_person(qtbot, window, "مهدی")
    menu = open_menu(qtbot, screen)
    assert offered(menu) == ["leave", "death", "split", "join", "head"]
    menu.close()
    dialog = choose(qtbot, screen, "join")
    with window.context.office.read() as rows:
        other = rows.find("household")[0]
    write(qtbot, dialog, "household_id", other["head_name"])
    write(qtbot, dialog, f"member.{people(window)['مهدی']['id']}", "خواهر")
    save(qtbot, window, dialog)
    son = people(window)["مهدی"]
    assert (son["household_id"], son["relation_to_head"]) == (other["id"], "sibling")


def test_a_member_goes_and_returns(qtbot: QtBot, window: MainWindow) -> None:
    screen = at_person(qtbot, window, "مهدی")
    dialog = choose(qtbot, screen, "leave")
    assert dialog.form.fields() == ["on"]
    dialog.form.field("on").set_value("1404/06/20")
    save(qtbot, window, dialog)
    assert people(window)["مهدی"]["status"] == "moved"
    assert str(people(window)["مهدی"]["status_date"]) == "2025-09-11"
    rest(qtbot, window, 90)
    dialog = choose(qtbot, screen, "return")
    assert dialog.form.field("relation_to_head").value() == "child"
    save(qtbot, window, dialog)
    assert people(window)["مهدی"]["status"] == "active"


def test_another_head_is_named_and_relations_can_be_put_right(qtbot: QtBot, window: MainWindow) -> None:
    screen = at_household(qtbot, window)
    who = people(window)
    dialog = choose(qtbot, screen, "head")
    write(qtbot, dialog, "successor_id", "مهدی")
    assert dialog.form.field(f"member.{who['زهرا']['id']}").value() == "parent"
    dialog.form.field(f"member.{who['زهرا']['id']}").set_value("other_relative")
    save(qtbot, window, dialog)
    now = people(window)
    assert {name: row["relation_to_head"] for name, row in now.items()} == {
        "حسین": "parent", "زهرا": "other_relative", "مهدی": "head",
    }  # fmt: skip


def test_the_pane_says_that_fewer_are_written_down_than_told(qtbot: QtBot, window: MainWindow) -> None:
    screen = at_household(qtbot, window)
    shown = " ".join(widget.accessibleName() for widget in screen.pane.findChildren(QWidget))
    assert "۳ عضو ثبت شده است، نه ۴" in shown
