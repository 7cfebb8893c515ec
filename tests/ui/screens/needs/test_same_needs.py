"""What was told before is shown in amber before it is saved again, and closed with a link when it is the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.need_likeness import likely_same
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.screens.needs.screen import NeedsScreen
from desktop.ui.widgets.toast import Toast
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import enter, settle
from tests.ui.screens.needs.steps import need


def write(screen: NeedsScreen, operations: Operations, qtbot: QtBot, **values: object) -> None:
    screen.new_record()
    settle(qtbot, operations)
    form = screen.form.form
    for name, value in values.items():
        form.field(name).set_value(value)
    form.changed.emit()
    form.field("subject").setFocus()


def press_in(screen: NeedsScreen, text: str) -> None:
    next(b for b in screen.form.same.findChildren(QPushButton) if b.text() == text).click()


@pytest.fixture
def told_again(office: OfficeFile, need_ids: list[str]) -> dict[str, object]:
    person = need(office, "دریافت شناسنامه")["person_id"]
    return {"scope": "person", "person_id": person, "field": "identity_documents", "subject": "گرفتن شناسنامه"}


def test_a_need_that_is_open_already_is_shown_before_saving_and_can_be_saved_all_the_same(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, told_again: dict[str, object]
) -> None:
    write(screen, operations, qtbot, **told_again)
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert screen.form.same.isVisible()
    with office.read() as rows:
        assert not rows.find("need", subject="گرفتن شناسنامه")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert need(office, "گرفتن شناسنامه")["status"] == "noted"


def test_the_same_need_is_closed_with_its_link_and_one_undo_takes_all_of_it_back(
    screen: NeedsScreen,
    office: OfficeFile,
    operations: Operations,
    qtbot: QtBot,
    told_again: dict[str, object],
    need_ids: list[str],
) -> None:
    write(screen, operations, qtbot, **told_again)
    qtbot.waitUntil(screen.form.same.isVisible, timeout=3000)
    press_in(screen, "تکراری است")
    settle(qtbot, operations)
    closed = need(office, "گرفتن شناسنامه")
    assert (closed["status"], closed["close_reason"]) == ("closed", "duplicate")
    assert closed["duplicate_of_id"] == need_ids[0]
    assert any("دریافت شناسنامه" in line.accessibleName() for line in screen.pane.ties())
    screen.window().findChildren(Toast)[0].undo.click()
    settle(qtbot, operations)
    with office.read() as rows:
        assert not rows.find("need", subject="گرفتن شناسنامه")


def test_one_can_go_to_the_need_that_is_there(
    screen: NeedsScreen,
    operations: Operations,
    qtbot: QtBot,
    told_again: dict[str, object],
    need_ids: list[str],
    asker: FixedAsker,
) -> None:
    write(screen, operations, qtbot, **told_again)
    qtbot.waitUntil(screen.form.same.isVisible, timeout=3000)
    asker.answers = [True]
    press_in(screen, "رفتن به آن")
    settle(qtbot, operations)
    assert len(asker.asked) == 1
    assert screen.pane.detail is not None
    assert screen.pane.detail.need["id"] == need_ids[0]


def test_only_open_needs_of_the_same_home_and_field_are_alike(
    office: OfficeFile, told_again: dict[str, object]
) -> None:
    with office.read() as rows:
        other = rows.find("person")[6]["id"]
        assert [row["subject"] for row in likely_same(rows, told_again)] == ["دریافت شناسنامه"]
        for changed in ({"field": "health"}, {"subject": "کارت ملی"}, {"person_id": other}, {"subject": ""}):
            assert not likely_same(rows, {**told_again, **changed})


def test_collective_needs_are_compared_within_their_place(office: OfficeFile, need_ids: list[str]) -> None:
    with office.read() as rows:
        places = {row["name"]: row["id"] for row in rows.find("neighborhood")}
        lamps = rows.get("need", need_ids[4])
        assert lamps is not None
        told = {"scope": "group", "field": "civil_physical", "subject": "چراغ‌های معبر خاموش است"}
        here = likely_same(rows, {**told, "neighborhood_id": lamps["neighborhood_id"]})
        elsewhere = next(place for place in places.values() if place != lamps["neighborhood_id"])
        assert [row["id"] for row in here] == [need_ids[4]]
        assert not likely_same(rows, {**told, "neighborhood_id": elsewhere})
