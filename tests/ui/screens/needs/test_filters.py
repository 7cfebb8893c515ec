"""Chips and boxes over the list of needs: what each leaves, what each tells, what is remembered, the way back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.domain.need import OPEN_STATES
from desktop.services.need_views import NeedQuery, need_counts, need_entries
from desktop.store.office_file import OfficeFile
from desktop.system.settings import Settings
from desktop.ui.operations import Operations
from desktop.ui.screens.needs.screen import NeedsScreen, make_screen
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import chips_of, settle, show_in
from tests.ui.screens.needs.steps import subjects

LAMPS = "خاموشی چراغ‌های معبر کوچهٔ شهید کریمی"


def box(screen: NeedsScreen, name: str) -> QComboBox:
    found = screen.list.filters[name]
    assert isinstance(found, QComboBox)
    return found


def choose(screen: NeedsScreen, name: str, text: str) -> None:
    shown = box(screen, name)
    place = next(at for at in range(shown.count()) if shown.itemText(at).startswith(text))
    shown.setCurrentIndex(place)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("agency", "ثبت احوال", ["دریافت شناسنامه"]),
        ("owner", "کاوه رستمی", [LAMPS]),
        ("field", "بهداشت", ["بیمهٔ درمان خانوار"]),
    ],
)
def test_boxes_leave_what_they_name(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot, name: str, text: str, left: list[str]
) -> None:
    choose(screen, name, text)
    settle(qtbot, operations)
    assert subjects(screen) == left


def test_boxes_offer_only_records_that_needs_have_each_with_its_count(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot
) -> None:
    shown = box(screen, "neighborhood")
    assert [shown.itemText(at) for at in range(shown.count())] == ["همهٔ محله‌ها", "چشمه‌سار  ۴", "شهرک نخلستان  ۲"]
    choose(screen, "neighborhood", "چشمه‌سار")
    settle(qtbot, operations)
    assert len(subjects(screen)) == 4
    assert shown.currentText() == "چشمه‌سار  ۴"


def test_the_collective_chip_leaves_those_of_groups_and_places(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot
) -> None:
    chip = chips_of(screen, "collective")[0]
    assert chip.text() == "جمعی  ۱"
    chip.click()
    settle(qtbot, operations)
    assert subjects(screen) == [LAMPS]


def test_counts_tell_what_a_chip_would_leave_under_the_others(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot
) -> None:
    assert [chip.text() for chip in chips_of(screen, "urgency")] == ["فوریت اول  ۲", "فوریت دوم  ۲", "عادی  ۲"]
    choose(screen, "owner", "نرگس بامری")
    settle(qtbot, operations)
    assert [chip.text() for chip in chips_of(screen, "urgency")] == ["فوریت اول  ۰", "فوریت دوم  ۱", "عادی  ۱"]


def test_every_count_is_the_length_of_the_list_it_promises(office: OfficeFile, need_ids: list[str]) -> None:
    asked = NeedQuery(state="", urgency="first")
    with office.read() as rows:
        assert need_ids
        for (name, key), many in need_counts(rows, asked).items():
            given = (
                {"late": key == "overdue"}
                if name == "late"
                else {"collective": True}
                if name == "collective"
                else {name: key}
            )
            query = NeedQuery(**{**vars(asked), **given})
            assert len(need_entries(rows, query)) == many, (name, key)
        assert len(need_entries(rows, NeedQuery())) == sum(
            need_counts(rows, NeedQuery())["state", state] for state in OPEN_STATES
        )


def test_one_button_takes_every_filter_away(screen: NeedsScreen, operations: Operations, qtbot: QtBot) -> None:
    assert not screen.list.reset.isVisible()
    choose(screen, "owner", "نرگس بامری")
    chips_of(screen, "late")[0].click()
    screen.list.search.setText("دبستان")
    qtbot.waitUntil(lambda: not screen.list.search._pause.isActive(), timeout=3000)
    settle(qtbot, operations)
    assert screen.list.reset.isVisible()
    screen.list.reset.click()
    settle(qtbot, operations)
    assert len(subjects(screen)) == 6
    assert screen.list.search.text() == ""
    assert not screen.list.reset.isVisible()


def test_what_was_chosen_is_there_again_and_the_typed_words_are_not(
    office: OfficeFile,
    need_ids: list[str],
    operations: Operations,
    asker: FixedAsker,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    settings = Settings()
    first = make_screen(AppContext(office, settings=settings), operations, asker, window)
    show_in(qtbot, window, first, operations, first.list.search)
    choose(first, "agency", "ثبت احوال")
    chips_of(first, "urgency")[1].click()
    settle(qtbot, operations)
    again = make_screen(AppContext(office, settings=settings), operations, asker, window)
    settle(qtbot, operations)
    assert subjects(again) == ["دریافت شناسنامه"]
    assert box(again, "agency").currentText().startswith("ثبت احوال")
    assert again.list.search.text() == ""


def test_a_remembered_record_that_has_gone_is_let_go(
    office: OfficeFile,
    need_ids: list[str],
    operations: Operations,
    asker: FixedAsker,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    settings = Settings()
    settings.keep(**{"list-needs": '{"owner": "nobody", "state": "open", "urgency": "first"}'})
    made = make_screen(AppContext(office, settings=settings), operations, asker, window)
    show_in(qtbot, window, made, operations, made.list.search)
    assert box(made, "owner").currentData() == ""
    assert len(subjects(made)) == 2
