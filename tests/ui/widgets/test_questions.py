"""Questions and messages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.labels import Paragraph
from desktop.ui.widgets.question_dialog import Question
from desktop.ui.widgets.questions import Answer, WindowAsker
from desktop.ui.widgets.toast import Toast, toast
from tests.ui.conftest import Hands

CHOICES = [Answer("keep", "نگه‌داشتن", "primary"), Answer("drop", "رها کردن")]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def shown_question() -> Question:
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    return question


def press(place: int) -> None:
    def click() -> None:
        shown_question().buttons[place].click()

    QTimer.singleShot(0, click)


def test_the_pressed_button_is_the_answer(window: QWidget) -> None:
    press(1)
    assert WindowAsker().ask(window, "پیش‌نویس", "پیش‌نویس بماند؟", CHOICES) == "drop"


def test_closing_a_question_answers_nothing(window: QWidget) -> None:
    QTimer.singleShot(0, lambda: shown_question().reject())
    assert WindowAsker().ask(window, "پیش‌نویس", "پیش‌نویس بماند؟", CHOICES) is None


def test_enter_gives_the_first_answer(window: QWidget, qtbot: QtBot) -> None:
    question = Question(window, "پیش‌نویس", "پیش‌نویس بماند؟", CHOICES)
    qtbot.addWidget(question)
    with qtbot.waitActive(question):
        question.show()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert question.answer == "keep"


def test_before_a_danger_enter_does_nothing_harmful(window: QWidget) -> None:
    def look() -> None:
        question = shown_question()
        assert question.buttons[0].isDefault()
        assert question.buttons[0].text() == "انصراف"
        question.buttons[1].click()

    QTimer.singleShot(0, look)
    assert WindowAsker().confirm(window, "حذف", "پرونده حذف شود؟", "حذف پرونده", danger=True)


def test_telling_waits_until_it_is_read(window: QWidget) -> None:
    press(0)
    WindowAsker().tell(window, "پشتیبان", "پشتیبان نوشته شد.")


def test_a_reason_must_be_written(window: QWidget, type_fa: Hands) -> None:
    def write() -> None:
        question = shown_question()
        assert question.line is not None
        assert not question.buttons[0].isEnabled()
        type_fa(question.line, " تکراری ")
        question.buttons[0].click()

    QTimer.singleShot(0, write)
    assert WindowAsker().ask_text(window, "محو", "دلیل نوشته می‌شود.", "دلیل") == "تکراری"


def test_a_long_sentence_is_shown_whole(window: QWidget, qtbot: QtBot) -> None:
    question = Question(window, "پیش‌نویس", "جملهٔ دراز " * 40, CHOICES)
    qtbot.addWidget(question)
    question.show()
    sentence = question.findChildren(Paragraph)[0]
    assert sentence.height() >= sentence.heightForWidth(sentence.width()) > 100
    for pressed in question.buttons:
        assert QAccessible.queryAccessibleInterface(pressed).text(QAccessible.Text.Name)


def test_a_toast_offers_a_way_back_once(window: QWidget) -> None:
    undone: list[str] = []
    shown = toast(window, "پرونده ثبت شد", lambda: undone.append("once"))
    assert shown.isVisible()
    assert shown.undo.isVisible()
    shown.undo.click()
    assert undone == ["once"]
    assert not shown.isVisible()


def test_a_new_toast_takes_the_place_of_the_old(window: QWidget) -> None:
    first = toast(window, "یکم", lambda: None)
    second = toast(window, "دوم")
    assert first is second
    assert second.text.text() == "دوم"
    assert not second.undo.isVisible()
    assert len(window.findChildren(Toast)) == 1


def test_a_toast_stays_at_the_foot_of_the_window_and_goes_by_itself(window: QWidget, qtbot: QtBot) -> None:
    shown = toast(window, "یکم")
    window.resize(1000, 700)
    QApplication.processEvents()
    assert shown.geometry().bottom() < 700
    assert abs(shown.geometry().center().x() - 500) <= 2
    shown._timer.start(10)
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=1000)
