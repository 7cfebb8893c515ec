"""Somebody who comes alone is registered in one short form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.store.audit import lines
from desktop.ui.household_deeds import print_paper
from desktop.ui.paper import PaperDialog
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.widgets.form_frame import FormDialog
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs, open_dialog
from tests.ui.screens.made_office import make_office


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 4), tmp_path / "office") as made:
        yield made


def open_form(qtbot: QtBot, window: MainWindow) -> tuple[Any, FormDialog]:
    screen: Any = window.show_screen("residents")
    rest(qtbot, window, 60)
    qtbot.keyClick(screen.list.table, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    return screen, open_dialog(qtbot)


def fill(dialog: FormDialog, window: MainWindow, **values: object) -> None:
    with window.context.office.read() as rows:
        place = rows.find("neighborhood")[0]["id"]
    told = {"neighborhood_id": place, "first_name": "نورمحمد", "last_name": "حیدری", "sex": "male", **values}
    for name, value in told.items():
        dialog.form.field(name).set_value(value)


def save(qtbot: QtBot, window: MainWindow, dialog: FormDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_F2)
    rest(qtbot, window, 60)


def test_a_visitor_becomes_the_head_of_a_household_of_one_and_is_marked_in_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen, dialog = open_form(qtbot, window)
    assert "relation_to_head" not in dialog.form.fields()
    fill(dialog, window, identifier_type="foreigner_unique_code", identifier_value="12", consent_method="signature")
    save(qtbot, window, dialog)
    assert dialog.isVisible(), "the number of the paper is too short"
    dialog.form.field("identifier_value").set_value("120045678901")
    save(qtbot, window, dialog)
    rest(qtbot, window, 90)
    assert dialogs() == []
    with window.context.office.read() as rows:
        person = rows.find("person", last_name="حیدری")[0]
        home = rows.get("household", person["household_id"]) or {}
        papers = rows.find("person_identifier", person_id=person["id"])
    assert (person["relation_to_head"], person["consent_state"]) == ("head", "basic")
    assert (home["declared_size"], home["head_name"]) == (1, "نورمحمد حیدری")
    assert papers[0]["value"] == "120045678901"
    assert screen.list.current_record() == person["id"]


def test_a_likely_double_is_told_first_and_saved_only_when_it_is_somebody_else(
    qtbot: QtBot, window: MainWindow
) -> None:
    with window.context.office.read() as rows:
        known = rows.find("person")[0]
    same = {name: known[name] for name in ("first_name", "last_name", "father_name", "sex")}
    _screen, dialog = open_form(qtbot, window)
    fill(dialog, window, **same, birth_date="1340")
    save(qtbot, window, dialog)
    assert dialog.isVisible()
    with window.context.office.read() as rows:
        assert len(rows.find("person", last_name=known["last_name"], first_name=known["first_name"])) == 1
    save(qtbot, window, dialog)
    assert dialogs() == []
    with window.context.office.read() as rows:
        assert len(rows.find("person", last_name=known["last_name"], first_name=known["first_name"])) == 2


def test_the_sheet_of_a_resident_is_seen_before_it_is_printed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    screen: Any = window.show_screen("residents")
    rest(qtbot, window, 60)
    record = screen.list.current_record()
    parts = (window.context, window.operations, window.asker)
    print_paper(screen, parts, "my_information", record)
    rest(qtbot, window, 60)
    paper = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaperDialog) and w.isVisible())
    assert paper.windowTitle() == "برگهٔ اطلاعات من"

    def printed() -> list[str]:
        with window.context.office.read() as rows:
            return [line["entity_id"] for line in lines(rows.connection) if line["entity"] == "my_information"]

    assert printed() == []
    paper.put_out(lambda: (tmp_path / "sheet.pdf").write_bytes(b""), "")
    rest(qtbot, window, 60)
    assert printed() == [record]
