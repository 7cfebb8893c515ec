"""A declared screen takes the steps of a life cycle, counts its states, and leads from record to record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.subject_screen import Child, Subject, SubjectScreen, states_of
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import answer, enter, open_dialog, settle
from tests.ui.screens.made_office import add_workshop, context_of, make_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", 2)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, office: OfficeFile) -> Iterator[SubjectScreen]:
    operations = Operations(FixedAsker(True))
    subject = Subject(
        kind="workshop",
        icon="presentation",
        search="نام…",
        unit="کارگاه",
        new="کارگاه تازه",
        none=("هنوز کارگاهی نیست", "کارگاهی بنویسید."),
        children=[Child(kind="workshop_session", owner="workshop_id", icon="calendar", none="جلسه‌ای نیست.")],
    )
    made = SubjectScreen((context_of(office), operations, FixedAsker(True)), subject, None)
    made.resize(1200, 760)
    with qtbot.waitActive(made):
        made.show()
    yield made
    settle(qtbot, operations)
    made.close()
    made.deleteLater()


def new_workshop(office: OfficeFile) -> Row:
    with office.write() as work:
        found = work.get("workshop", add_workshop(work))
    assert found is not None
    return found


def show(qtbot: QtBot, screen: SubjectScreen, record: Row) -> None:
    screen.reload()
    settle(qtbot, screen._parts[1])
    screen.show_record(record["id"])
    qtbot.wait(60)
    settle(qtbot, screen._parts[1])


def status(office: OfficeFile, record: Row) -> str:
    with office.read() as rows:
        found = rows.get("workshop", record["id"])
    return str(found["status"]) if found else ""


def press_step(qtbot: QtBot, screen: SubjectScreen, target: str) -> None:
    step = next(step for step in screen.pane.steps if step.target == target)
    made = next(b for b in screen.pane.findChildren(QPushButton) if b.text() == step.label)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def test_a_step_asks_what_it_needs_and_moves_the_record(qtbot: QtBot, office: OfficeFile, screen: Any) -> None:
    record = new_workshop(office)
    show(qtbot, screen, record)
    assert {step.target for step in screen.pane.steps} == {"open", "cancelled"}
    press_step(qtbot, screen, "cancelled")
    open_dialog(qtbot)
    answer(qtbot, "مدرس نیامد")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, screen._parts[1])
    assert status(office, record) == "cancelled"
    assert screen._parts[1].take_back()
    settle(qtbot, screen._parts[1])
    assert status(office, record) == "planned"


def test_a_step_that_asks_nothing_is_taken_at_once_or_its_refusal_is_told(
    qtbot: QtBot, office: OfficeFile, screen: Any
) -> None:
    record = new_workshop(office)
    show(qtbot, screen, record)
    press_step(qtbot, screen, "open")
    qtbot.waitUntil(lambda: "running" in {step.target for step in screen.pane.steps}, timeout=5000)
    settle(qtbot, screen._parts[1])
    assert status(office, record) == "open"
    press_step(qtbot, screen, "running")  # no session was held
    settle(qtbot, screen._parts[1])
    assert status(office, record) == "open"
    assert screen._parts[1]._asker.asked


def test_the_chips_tell_how_many_stand_in_each_state(qtbot: QtBot, office: OfficeFile, screen: Any) -> None:
    new_workshop(office)
    last = new_workshop(office)
    show(qtbot, screen, last)
    texts = [chip.text() for chip in screen.list.filters["state"].chips()]
    assert len(texts) == 1 + len(states_of("workshop"))
    assert texts[0].endswith("۲")
    assert texts[1].endswith("۲")
    assert texts[2].endswith("۰")


def test_the_deeds_of_a_record_are_reached_by_one_key(qtbot: QtBot, office: OfficeFile, screen: Any) -> None:
    record = new_workshop(office)
    show(qtbot, screen, record)
    qtbot.keyClick(screen.list.table, Qt.Key.Key_F4)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    assert len(texts) == 5  # two steps, changing, removing, a session
    assert "جلسه" in texts[-1]


def test_a_child_is_added_in_the_pane_and_leads_back_to_its_owner(
    qtbot: QtBot, office: OfficeFile, screen: Any
) -> None:
    first, second = new_workshop(office), new_workshop(office)
    with office.write() as work:
        session = add_record(work, "workshop_session", {"workshop_id": first["id"], "no": 1, "date": "1404/07/05"})
    show(qtbot, screen, second)
    assert screen.list.current_record() == second["id"]
    screen.show_record(session["id"])
    qtbot.wait(60)
    assert screen.list.current_record() == first["id"]
