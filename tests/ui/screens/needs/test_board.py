"""The board: columns, cards moved by keys and by mouse, the same dialogs, what is remembered."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.store.office_file import OfficeFile
from desktop.system.settings import Settings
from desktop.ui.operations import Operations
from desktop.ui.screens.needs.screen import NeedsScreen, make_screen
from desktop.ui.widgets.toast import Toast
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import answer, chips_of, dialogs, enter, open_dialog, press, settle
from tests.ui.screens.needs.steps import cards, need, texts

NOTED = ["وام اشتغال خانگی", "ثبت‌نام دبستان", "خاموشی چراغ‌های معبر کوچهٔ شهید کریمی", "مشاورهٔ حقوقی ارث"]


def to_board(screen: NeedsScreen, operations: Operations, qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, operations)


def drop(screen: NeedsScreen, source: str, place: int, target: str) -> QDropEvent:
    """What Qt sends to a column on which a card is let go."""
    cards_of = screen.board.columns[source].cards
    data = cards_of.mimeData([cards_of.index(place, 0)])
    nothing = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, nothing)
    screen.board.columns[target].dropEvent(event)
    return event


def test_each_column_holds_its_state_and_what_is_due_first_stands_first(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot
) -> None:
    to_board(screen, operations, qtbot)
    assert cards(screen, "noted") == NOTED
    assert cards(screen, "answered") == ["دریافت شناسنامه"]
    assert cards(screen, "in_progress") == ["بیمهٔ درمان خانوار"]
    assert cards(screen, "referred") == cards(screen, "met") == []


def test_a_card_tells_urgency_agency_days_and_owner(screen: NeedsScreen, operations: Operations, qtbot: QtBot) -> None:
    to_board(screen, operations, qtbot)
    model = screen.board.columns["noted"].cards
    told = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    for part in ("وام اشتغال خانگی", "عادی", "۸۵ روز", "دیرکرد"):
        assert part in told


def test_arrows_lead_from_column_to_column_over_empty_ones_and_enter_opens(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot
) -> None:
    to_board(screen, operations, qtbot)
    assert QApplication.focusWidget() is screen.board.columns["noted"]
    enter(qtbot, Qt.Key.Key_Down)
    enter(qtbot, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is screen.board.columns["answered"]
    assert not screen.pane.isVisible()
    enter(qtbot)
    settle(qtbot, operations)
    assert screen.pane.isVisible()
    assert "دریافت شناسنامه" in texts(screen)
    enter(qtbot, Qt.Key.Key_Right)
    settle(qtbot, operations)
    assert "ثبت‌نام دبستان" in texts(screen)


def test_a_card_is_moved_by_keys_and_asks_what_the_step_needs(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    to_board(screen, operations, qtbot)
    noted = screen.board.columns["noted"]
    qtbot.keyClick(noted, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(qtbot)
    assert dialog.windowTitle() == "ارجاع به دستگاه"
    answer(qtbot, "کمیته امداد")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert cards(screen, "referred") == ["وام اشتغال خانگی"]
    assert need(office, "وام اشتغال خانگی")["status"] == "referred"
    moved = screen.board.current_record()
    assert moved == need(office, "وام اشتغال خانگی")["id"]
    screen.window().findChildren(Toast)[0].undo.click()
    settle(qtbot, operations)
    assert cards(screen, "noted") == NOTED


def test_the_menu_of_a_card_has_the_steps_of_its_life_cycle(
    screen: NeedsScreen, operations: Operations, qtbot: QtBot
) -> None:
    to_board(screen, operations, qtbot)
    menu = screen.board.menu()
    assert [action.text() for action in menu.actions()] == ["ارجاع به دستگاه", "پیگیری در دفتر", "مختومه کردن"]
    menu.actions()[1].trigger()
    dialog = open_dialog(qtbot)
    dialog.form.field("note").setFocus()
    press("تماس با صندوق")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert "وام اشتغال خانگی" in cards(screen, "in_progress")


def test_a_card_let_go_on_a_column_asks_the_same(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    to_board(screen, operations, qtbot)
    assert drop(screen, "noted", 1, "in_progress").isAccepted()
    dialog = open_dialog(qtbot)
    dialog.form.field("note").setFocus()
    press("تماس با مدرسه")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert need(office, "ثبت‌نام دبستان")["status"] == "in_progress"


def test_a_way_that_is_no_step_is_told_and_nothing_happens(
    screen: NeedsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    to_board(screen, operations, qtbot)
    drop(screen, "noted", 0, "met")
    settle(qtbot, operations)
    told = screen.window().findChildren(Toast)[0].text.text()
    assert "ثبت‌شده" in told
    assert "برآورده" in told
    assert not dialogs()
    assert not drop(screen, "noted", 0, "noted").isAccepted()
    assert need(office, "وام اشتغال خانگی")["status"] == "noted"


def test_chips_narrow_the_board_too(screen: NeedsScreen, operations: Operations, qtbot: QtBot) -> None:
    to_board(screen, operations, qtbot)
    chips_of(screen, "urgency")[0].click()
    settle(qtbot, operations)
    assert cards(screen, "noted") == ["ثبت‌نام دبستان", "خاموشی چراغ‌های معبر کوچهٔ شهید کریمی"]
    assert cards(screen, "answered") == []


def test_board_or_list_is_remembered(
    screen: NeedsScreen,
    office: OfficeFile,
    operations: Operations,
    asker: FixedAsker,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    settings = Settings()
    first = make_screen(AppContext(office, settings=settings), operations, asker, window)
    first.page.show_view("board")
    again = make_screen(AppContext(office, settings=settings), operations, asker, window)
    settle(qtbot, operations)
    assert again.page.view() == "board"
    assert len(cards(again, "noted")) == 4
