"""Tables of any length."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.labels import EmptyState
from desktop.ui.widgets.lazy_table import ROW_ROLE, Column, LazyTable, LazyTableModel
from tests.ui.conftest import Hands

COLUMNS = [
    Column(key="name", title="نام", text=lambda row: f"نام {row}", width=0, avatar=True, sort_key="name"),
    Column(key="code", title="کد", text=lambda row: f"{row:06d}", ltr=True),
    Column(key="state", title="وضعیت", text=lambda _row: "فعال", tone=lambda _row: "ok", sort_key="state"),
]


class Source:
    """Answers rows and remembers for which ids it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, ids: list[int]) -> Sequence[int | None]:
        self.asked.append(ids)
        return [None if number == 13 else number for number in ids]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def table(qtbot: QtBot, source: Source) -> LazyTable:
    made = LazyTable(COLUMNS, source, "فهرست ساکنان", jump=int)
    qtbot.addWidget(made)
    made.resize(600, 440)
    made.set_ids(range(100_000))
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    made.viewport().grab()
    return made


def test_only_the_pages_looked_at_are_fetched(table: LazyTable, source: Source) -> None:
    assert [asked[0] for asked in source.asked] == [0]
    assert len(source.asked[0]) == LazyTableModel.PAGE
    table.scrollToBottom()
    table.viewport().grab()
    assert {asked[0] // LazyTableModel.PAGE for asked in source.asked} <= {0, 780, 781}


def test_few_pages_are_kept(source: Source) -> None:
    model = LazyTableModel(COLUMNS, source)
    model.set_ids(range(100_000))
    for page in range(60):
        model.row(page * LazyTableModel.PAGE)
    assert len(model._pages) == LazyTableModel.KEPT
    before = len(source.asked)
    model.row(59 * LazyTableModel.PAGE)
    assert len(source.asked) == before
    model.row(0)
    assert len(source.asked) == before + 1


def test_refreshing_asks_again_and_keeps_the_place(table: LazyTable, source: Source) -> None:
    table.select_row(7)
    source.asked.clear()
    table.lazy_model.refresh()
    table.viewport().grab()
    assert source.asked
    assert table.current_id() == 7


def test_a_row_that_is_gone_shows_a_dash(table: LazyTable) -> None:
    assert table.lazy_model.data(table.lazy_model.index(13, 0), ROW_ROLE) is None
    table.viewport().grab()


def test_marking_a_row_marks_it_whole_and_tells_its_id(table: LazyTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.current_changed, timeout=500) as told:
        table.select_row(5)
    assert told.args == [5]
    assert len(table.selectionModel().selectedIndexes()) == len(COLUMNS)


def test_the_marked_record_stays_marked_in_another_order(table: LazyTable) -> None:
    table.select_row(5)
    table.set_ids(range(99, -1, -1))
    assert table.current_id() == 5
    assert table.currentIndex().row() == 94
    table.set_ids([400, 500])
    assert table.current_id() == 400


def test_home_end_and_pages_move_through_the_rows(table: LazyTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_id() == 99_999
    qtbot.keyClick(table, Qt.Key.Key_PageUp)
    assert 99_900 < table.current_id() < 99_999
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_id() == 0
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current_id() == 1


def test_enter_opens_the_marked_row(table: LazyTable, qtbot: QtBot) -> None:
    table.select_row(3)
    with qtbot.waitSignal(table.row_activated, timeout=500) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [3]


def test_a_click_marks_the_row_under_it(table: LazyTable, qtbot: QtBot) -> None:
    at = table.visualRect(table.lazy_model.index(4, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert table.current_id() == 4


def test_typing_jumps_to_the_first_row_that_begins_so(table: LazyTable, type_fa: Hands) -> None:
    type_fa(table, "421")
    assert table.current_id() == 421


def test_a_header_asks_for_another_order_only_where_one_can_sort(table: LazyTable, qtbot: QtBot) -> None:
    head = table.horizontalHeader()
    with qtbot.waitSignal(table.sort_requested, timeout=500) as told:
        head.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    assert told.args == ["state", True]
    with qtbot.assertNotEmitted(table.sort_requested):
        head.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
        table.show_sorting("name", descending=True)
    assert head.sortIndicatorSection() == 0


def test_tab_leaves_the_table(qtbot: QtBot, source: Source) -> None:
    page = QWidget()
    inside = QVBoxLayout(page)
    table, after = LazyTable(COLUMNS, source, "فهرست"), QLineEdit()
    inside.addWidget(table)
    inside.addWidget(after)
    qtbot.addWidget(page)
    table.set_ids(range(10))
    with qtbot.waitActive(page):
        page.show()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_an_empty_list_says_what_to_do(table: LazyTable, qtbot: QtBot) -> None:
    done: list[str] = []
    empty = EmptyState("users", "هنوز ساکنی نیست", "نخستین را ثبت کنید.", ("ثبت ساکن", lambda: done.append("new")))
    table.set_empty(empty)
    assert not empty.isVisible()
    with qtbot.waitSignal(table.current_changed, timeout=500) as told:
        table.set_ids([])
    assert told.args == [None]
    assert empty.isVisible()
    assert empty.button is not None
    empty.button.click()
    assert done == ["new"]


def test_cells_can_be_heard_with_the_name_of_their_column(table: LazyTable) -> None:
    model = table.lazy_model
    assert model.data(model.index(2, 1), Qt.ItemDataRole.AccessibleTextRole) == "کد: 000002"
    assert table.accessibleName() == "فهرست ساکنان"
