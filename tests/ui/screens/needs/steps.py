"""What the tests of needs do again and again: press a step, look into lists, columns and the pane."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.screens.needs.screen import NeedsScreen
from tests.ui.screens.hands import settle


def texts(screen: NeedsScreen) -> list[str]:
    """What the pane says."""
    return [label.text() for label in screen.pane.findChildren(QLabel) if label.isVisible()]


def subjects(screen: NeedsScreen) -> list[str]:
    """The subjects in the list, in its order."""
    model = screen.list.table.lazy_model
    return [str(model.row(place)["subject"]) for place in range(model.rowCount())]


def cards(screen: NeedsScreen, state: str) -> list[str]:
    """The subjects in a column of the board."""
    model = screen.board.columns[state].cards
    return [str(model.row(place)["subject"]) for place in range(model.rowCount())]


def step(screen: NeedsScreen, text: str) -> None:
    """Presses a button of the pane."""
    buttons = [b for b in screen.pane.findChildren(QPushButton) if b.text().strip() == text and b.isVisible()]
    assert buttons, text
    buttons[0].click()


def offered(screen: NeedsScreen) -> list[str]:
    """The texts of the buttons of the pane."""
    return [b.text().strip() for b in screen.pane.findChildren(QPushButton) if b.isVisible()]


def need(office: OfficeFile, subject: str) -> Row:
    with office.read() as rows:
        return rows.find("need", subject=subject)[-1]


def show(screen: NeedsScreen, operations: Operations, qtbot: QtBot, need_id: str) -> None:
    screen.show_record(need_id)
    settle(qtbot, operations)


def fill(dialog: Any, **values: object) -> None:
    """Puts answers into the fields of a dialog."""
    for name, value in values.items():
        dialog.form.field(name).set_value(value)
