"""«موارد مشابه»: two files beside each other, made one or told apart by keys, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.services import doubles
from desktop.services.records import add_record, delete_record
from desktop.store import audit
from desktop.store.office_file import OfficeFile
from desktop.ui.screens.residents.doubles import DoublesDialog
from desktop.ui.screens.residents.screen import ResidentsScreen
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.widgets.labels import EmptyState, Paragraph
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import dialogs
from tests.ui.screens.made_office import make_office

SHIFT = Qt.KeyboardModifier.ShiftModifier
_COPIED = ("first_name", "last_name", "father_name", "sex", "birth_date", "birth_precision")


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, asker: FixedAsker) -> Iterator[MainWindow]:
    office = make_office(tmp_path / "office", 24)
    _second_file(office)
    with window_on(qtbot, office, tmp_path / "office", asker) as made:
        yield made


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> Iterator[DoublesDialog]:
    screen = window.show_screen("residents")
    assert isinstance(screen, ResidentsScreen)
    rest(qtbot, window, 60)
    screen.show_doubles()
    rest(qtbot, window)
    made = dialogs()[0]
    assert isinstance(made, DoublesDialog)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=3000)
    yield made
    rest(qtbot, window)
    made.close()


def _second_file(office: OfficeFile, **changes: object) -> Row:
    """The first person of the office once more, in another household, with a mobile."""
    with office.write() as work:
        known = work.find("person")[0]
        home = work.find("household")[5]
        copied = {name: known[name] for name in _COPIED}
        given = {**copied, "household_id": home["id"], "relation_to_head": "child", "mobile": "09000000077"}
        made = add_record(work, "person", {**given, **changes})
        add_record(work, "need", {"scope": "person", "person_id": made["id"], "field": "education", "subject": "مدرسه"})
        return made


def _people(window: MainWindow) -> tuple[Row, Row]:
    """The first person and the second file of the same."""
    with window.context.office.read() as rows:
        people = rows.find("person")
    return people[0], people[-1]


def test_both_files_stand_beside_each_other_with_reasons_and_what_hangs_on_them(
    window: MainWindow, dialog: DoublesDialog
) -> None:
    first, second = _people(window)
    assert [{pair.id, pair.other} for pair in dialog.pairs] == [{first["id"], second["id"]}]
    assert set(dialog.view.answers) == {"mobile"}
    assert dialog.view.choices() == {"mobile": "gone"}  # the older file stays and has none
    shown = [made.text() for made in dialog.view.findChildren(Paragraph)]
    assert "۱ نیاز" in shown
    assert dialog.list.hasFocus()
    roles = [made for made in dialog.view.findChildren(QLabel) if made.property("look") == "badge"]
    assert "در آن ادغام می‌شود" in [made.text() for made in roles]
    assert [made.text() for made in roles if made.width() < made.sizeHint().width()] == []  # none is cut off


def test_while_the_files_are_compared_nobody_says_that_there_are_no_doubles(
    qtbot: QtBot, window: MainWindow, dialog: DoublesDialog
) -> None:
    dialog.show_pairs([])
    dialog.look()
    assert not dialog.findChildren(EmptyState)[0].isVisible()
    rest(qtbot, window)
    assert len(dialog.pairs) == 1


def test_f9_makes_one_file_of_two_and_undo_parts_them(qtbot: QtBot, window: MainWindow, dialog: DoublesDialog) -> None:
    first, second = _people(window)
    qtbot.keyClick(dialog.list, Qt.Key.Key_F9)
    rest(qtbot, window)
    assert dialog.pairs == []
    office = window.context.office
    with office.read() as rows:
        kept, gone = rows.get("person", first["id"]), rows.get("person", second["id"])
        assert kept is not None
        assert gone is not None
        assert (kept["mobile"], gone["status"], gone["merged_into_id"]) == ("09000000077", "merged", first["id"])
        assert rows.find("need", subject="مدرسه")[0]["person_id"] == first["id"]
        assert any(line["action"] == "merge" for line in audit.lines(rows.connection))
    assert window.operations.take_back()
    rest(qtbot, window)
    with office.read() as rows:
        back = rows.get("person", second["id"])
        assert back is not None
        assert back["status"] == "active"
        assert rows.find("need", subject="مدرسه")[0]["person_id"] == second["id"]
    qtbot.keyClick(dialog, Qt.Key.Key_F5)
    rest(qtbot, window)
    assert len(dialog.pairs) == 1


def test_the_other_file_may_stay_and_every_answer_may_be_chosen(
    qtbot: QtBot, window: MainWindow, dialog: DoublesDialog, asker: FixedAsker
) -> None:
    first, second = _people(window)
    assert first["relation_to_head"] == "head"
    qtbot.keyClick(dialog, Qt.Key.Key_F6)
    assert dialog.view.choices() == {"mobile": "keep"}
    qtbot.keyClick(dialog.view.answers["mobile"].buttons()[1], Qt.Key.Key_Space)
    assert dialog.view.choices() == {"mobile": "gone"}
    with window.context.office.read() as rows:
        members = rows.find("person", household_id=first["household_id"], status="active")
    heirs = [member for member in members if member["id"] != first["id"]]
    asker.answers = [heirs[0]["id"]] if heirs else []
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    rest(qtbot, window)
    with window.context.office.read() as rows:
        gone, kept = rows.get("person", first["id"]), rows.get("person", second["id"])
        assert gone is not None
        assert kept is not None
        assert (gone["status"], kept["mobile"]) == ("merged", None)


def test_shift_f9_tells_two_people_apart_for_good(qtbot: QtBot, window: MainWindow, dialog: DoublesDialog) -> None:
    first, second = _people(window)
    qtbot.keyClick(dialog.list, Qt.Key.Key_F9, SHIFT)
    rest(qtbot, window)
    assert dialog.pairs == []
    assert dialog.view.answers == {}
    with window.context.office.read() as rows:
        assert doubles.verdict_on(rows, first["id"], second["id"]) is not None
    qtbot.keyClick(dialog, Qt.Key.Key_F5)
    rest(qtbot, window)
    assert dialog.pairs == []


def test_what_somebody_else_has_changed_meanwhile_is_refused_in_words(
    qtbot: QtBot, window: MainWindow, dialog: DoublesDialog, asker: FixedAsker
) -> None:
    _, second = _people(window)
    with window.context.office.write() as work:
        delete_record(work, "person", second["id"])
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    rest(qtbot, window)
    assert len(asker.asked) == 1
    assert dialog.merge_button.isEnabled()


def test_without_doubles_the_page_says_so(qtbot: QtBot, window: MainWindow, dialog: DoublesDialog) -> None:
    dialog.show_pairs([])
    assert dialog.current() is None
    assert not dialog.list.isVisible()
    assert dialog.findChildren(EmptyState)[0].isVisible()
    assert not dialog.merge_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    rest(qtbot, window)
    with window.context.office.read() as rows:
        assert rows.find("merge_record") == []
