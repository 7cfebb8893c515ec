"""A room shows only the tabs whose records its user may read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.screens.money.room import make_room as make_money
from desktop.ui.screens.neighborhoods.room import make_room as make_places
from desktop.ui.screens.oversight.room import make_room as make_oversight
from desktop.ui.subject_room import NotForThisRole
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import settle
from tests.ui.screens.made_office import context_of, make_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", 1)
    yield made
    made.close()


def room(qtbot: QtBot, office: OfficeFile, make: Any, role: str) -> Any:
    office.actor = replace(office.actor, role=role)
    operations = Operations(FixedAsker())
    made = make(context_of(office), operations, FixedAsker(), None)
    qtbot.addWidget(made, before_close_func=lambda _room: settle(qtbot, operations))
    with qtbot.waitExposed(made):
        made.show()
    settle(qtbot, operations)
    return made


def test_money_is_told_to_nobody_who_may_not_read_it(qtbot: QtBot, office: OfficeFile) -> None:
    assert not isinstance(room(qtbot, office, make_money, "office_manager"), NotForThisRole)
    shown = room(qtbot, office, make_money, "facilitator")
    assert shown.names() == ["project"]


def test_a_plan_of_visits_is_a_tab_only_for_those_who_make_them(qtbot: QtBot, office: OfficeFile) -> None:
    assert "planned" not in room(qtbot, office, make_oversight, "office_manager").names()
    facilitators = room(qtbot, office, make_oversight, "facilitator").names()
    assert "office_contract" not in facilitators
    assert "planned" in room(qtbot, office, make_oversight, "county_supervisor").names()


def test_divisions_and_harms_are_lists_of_the_place_room_that_only_some_may_write(
    qtbot: QtBot, office: OfficeFile
) -> None:
    lists = ("harm_type", "city_population", "office", "county", "province", "coverage")
    for role, writes in (("office_manager", True), ("province_officer", True), ("facilitator", False)):
        shown = room(qtbot, office, make_places, role)
        assert shown.names()[-6:] == list(lists)
        page = shown.show_tab("county")
        assert page.new.isVisibleTo(page) == writes
    table = shown.show_tab("province").list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 6)
    shown.show_record("0803")
    assert shown.tabs.choice() == "county"
    with office.write() as work:
        names = {"name": "کوی ریل", "coverage_status": "announced_waiting_credit"}
        add_record(work, "neighborhood", names)
    page = shown.show_tab("coverage")
    page.reload()
    told = " ".join(one.text() for one in page.findChildren(QLabel))
    assert "۹٬۸۵۰" in told
    assert [one.accessibleName().startswith("کوی ریل") for one in page.candidates] == [True]


def test_an_evaluation_names_what_was_evaluated_and_never_tells_a_key(qtbot: QtBot, office: OfficeFile) -> None:
    with office.write() as work:
        target = work.find("office")[0]
        criteria = [{"name": "پیگیری نیازها", "weight": 60, "score": 4}]
        given = {"target_type": "office", "target_id": target["id"], "period": "شهریور ۱۴۰۴", "evaluator": "فرمانداری"}
        add_record(work, "evaluation", {**given, "criteria": criteria})
    shown = room(qtbot, office, make_oversight, "office_manager")
    table = shown.page().list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert table.model().index(0, 0).data() == target["title_fa"]

    def told() -> str:
        return " ".join(one.text() for one in shown.findChildren(QLabel))

    qtbot.waitUntil(lambda: target["title_fa"] in told())
    assert target["id"] not in told()
