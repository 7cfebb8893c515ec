"""A form that is open while another laptop's words come says so beside the field before it replaces them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.kept_drafts import FormName, keep_draft
from desktop.services.records import change_record
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from desktop.sync.sealing import seal
from desktop.ui.record_editor import RecordEditor
from desktop.ui.saving import saving
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.widgets.form_cell import Cell
from tests.sync.laptops import pass_on
from tests.sync.world import World
from tests.ui.program import rest, window_on

OURS, THEIRS = "از فرم باز", "از دیگری"


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    yield made
    made.end()


@pytest.fixture
def window(qtbot: QtBot, world: World) -> Iterator[MainWindow]:
    office = world.laptops["a"].office
    with window_on(qtbot, office, office.folder.path) as made:
        yield made


def organization(office: OfficeFile) -> Any:
    with office.read() as rows:
        return min(rows.find("organization"), key=lambda row: str(row["id"]))


def opened(window: MainWindow, *, resumed: bool = False) -> RecordEditor:
    parts = (window.context, window.operations, window.asker)
    editor = RecordEditor(window, parts, "organization", record=organization(window.context.office))
    editor.open(resumed=resumed)
    return editor


def come(world: World) -> None:
    """The other laptop writes, and this one reads it."""
    a, b = (world.laptops[name].office for name in "ab")
    with b.write() as work:
        change_record(work, "organization", organization(b)["id"], {"note": THEIRS, "phone": "05433220000"})
    pass_on(b, a)


def submit(qtbot: QtBot, window: MainWindow, editor: RecordEditor) -> None:
    qtbot.keyClick(editor.form.field("note").editors()[0], Qt.Key.Key_F2)
    rest(qtbot, window)


def told(editor: RecordEditor) -> dict[str, str]:
    return {cell.name: cell.message.text() for cell in editor.form.findChildren(Cell) if cell.problem}


def conflicts(office: OfficeFile) -> list[str]:
    seal(office)
    with office.connection() as connection:
        return list(connection.exec_driver_sql("SELECT field FROM record_conflict").scalars())


def test_who_saves_over_what_came_is_told_beside_the_field_and_decides(
    qtbot: QtBot, window: MainWindow, world: World
) -> None:
    a, b = (world.laptops[name].office for name in "ab")
    editor = opened(window)
    note: Any = editor.form.field("note")
    note.set_value(OURS)
    come(world)
    submit(qtbot, window, editor)
    assert list(told(editor)) == ["note"]
    assert "رایانهٔ" in told(editor)["note"]
    assert f"«{THEIRS}»" in told(editor)["note"]
    assert organization(a)["note"] == THEIRS
    editor.form.field("name_fa").set_value("نام تازه")
    submit(qtbot, window, editor)  # has read it, and means it
    qtbot.waitUntil(lambda: not any(isinstance(one, RecordEditor) for one in QApplication.topLevelWidgets()))
    row = organization(a)
    assert (row["note"], row["phone"], row["name_fa"]) == (OURS, "05433220000", "نام تازه")
    pass_on(a, b)
    assert organization(b)["note"] == OURS
    assert conflicts(a) == conflicts(b) == []


def test_a_form_that_was_left_unfinished_still_knows_what_it_showed(
    qtbot: QtBot, window: MainWindow, world: World
) -> None:
    office = window.context.office
    name = FormName("organization", organization(office)["id"])
    keep_draft(office, name, "ویرایش", {"note": OURS}, seen=office.log_position())
    come(world)
    editor = opened(window, resumed=True)
    submit(qtbot, window, editor)
    assert list(told(editor)) == ["note"]
    editor.form.field("note").set_value(THEIRS)  # gives in
    submit(qtbot, window, editor)
    assert organization(office)["phone"] == "05433220000"
    assert conflicts(office) == []


def test_a_deed_that_waited_its_turn_while_words_came_competes_with_them(world: World) -> None:
    a = world.laptops["a"].office
    record = organization(a)["id"]

    def act(work: UnitOfWork) -> None:
        change_record(work, "organization", record, {"note": OURS})

    waiting: Any = saving(a, act)  # clicked, while the thread that writes is still taking
    come(world)
    waiting(None)
    assert conflicts(a) == ["note"]
