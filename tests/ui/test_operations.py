"""Work beside the window."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.ui import operations as rooms
from desktop.ui.operations import Operations, Progress
from desktop.ui.widgets.progress import ProgressCard
from tests.ui.conftest import FixedAsker


@dataclass(frozen=True)
class ChangeSet:
    kinds: frozenset[str]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


@pytest.fixture
def operations(qapp: object, asker: FixedAsker, window: QWidget) -> Iterator[Operations]:
    made = Operations(asker, lambda: window)
    yield made
    made.wait(5000)


def refuse(_progress: Progress) -> None:
    raise RefusedError([Problem("first", "required")])


def test_work_runs_beside_the_window_and_its_answer_comes_to_it(operations: Operations, qtbot: QtBot) -> None:
    threads: list[int] = []
    answers: list[tuple[int, int]] = []

    def work(_progress: Progress) -> int:
        threads.append(threading.get_ident())
        return 42

    with qtbot.waitSignals([operations.busy, operations.busy], timeout=2000):
        operations.run(
            work,
            lambda answer: answers.append((answer, threading.get_ident())),
        )
        assert operations.is_busy()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(42, threading.get_ident())]
    assert threads != [threading.get_ident()]
    assert not operations.is_busy()


def test_a_change_is_told_to_all_screens_before_its_own(operations: Operations, qtbot: QtBot) -> None:
    order: list[str] = []
    operations.changed.connect(lambda changes: order.append(",".join(changes.kinds)))
    operations.change(lambda _progress: ChangeSet(frozenset({"person"})), lambda _changes: order.append("done"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["person", "done"]


def test_changes_are_made_one_after_the_other(operations: Operations, qtbot: QtBot) -> None:
    written: list[int] = []

    def write(number: int) -> ChangeSet:
        threading.Event().wait(0.01)
        written.append(number)
        return ChangeSet(frozenset())

    for number in range(8):
        operations.change(lambda _progress, number=number: write(number))  # type: ignore[misc]
    qtbot.waitUntil(lambda: not operations.is_busy(), timeout=3000)
    assert written == list(range(8))


def test_refusals_go_back_to_who_asked(operations: Operations, asker: FixedAsker, qtbot: QtBot) -> None:
    problems: list[Problem] = []
    operations.run(refuse, failed=problems.extend)
    qtbot.waitUntil(lambda: bool(problems))
    assert problems == [Problem("first", "required")]
    assert asker.asked == []


def test_refusals_nobody_waits_for_are_told(operations: Operations, asker: FixedAsker, qtbot: QtBot) -> None:
    operations.run(refuse)
    qtbot.waitUntil(lambda: bool(asker.asked))
    assert asker.asked == [("انجام نشد", "این خانه خالی است.")]


def test_what_stands_in_the_way_is_told_and_can_be_tried_again(
    operations: Operations, asker: FixedAsker, qtbot: QtBot
) -> None:
    asker.answers = ["again", "leave"]
    tries: list[int] = []
    stopped: list[str] = []

    def fail(_progress: Progress) -> None:
        tries.append(1)
        raise UnavailableError("unknown_record")

    operations.run(fail, stopped=lambda: stopped.append("yes"))
    qtbot.waitUntil(lambda: bool(stopped))
    assert len(tries) == 2
    assert [title for title, _text in asker.asked] == ["اکنون نشد", "اکنون نشد"]


def test_a_bug_is_raised_loudly(operations: Operations, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[BaseException] = []

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        heard.append(error)

    def broken(_progress: Progress) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sys, "excepthook", hook)
    operations.run(broken)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ZeroDivisionError)
    assert heard[0].__traceback__ is not None
    assert not operations.is_busy()


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    operations: Operations, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "SHOWN_AFTER", 20)
    monkeypatch.setattr(rooms, "STOPPABLE_AFTER", 60)
    stopped: list[str] = []

    def endless(progress: Progress) -> None:
        while True:
            progress.tell(0.4, "شمردن")
            threading.Event().wait(0.005)

    operations.run(endless, title="ساختن گزارش", stopped=lambda: stopped.append("yes"))
    qtbot.waitUntil(lambda: bool(window.findChildren(ProgressCard)), timeout=2000)
    card = window.findChildren(ProgressCard)[0]
    assert not card.stop.isVisible()
    qtbot.waitUntil(card.stop.isVisible, timeout=2000)
    assert card._detail.text() == "شمردن · ۴۰٪"
    card.stop.click()
    qtbot.waitUntil(lambda: bool(stopped), timeout=2000)
    qtbot.waitUntil(lambda: not window.findChildren(ProgressCard), timeout=2000)


def test_short_work_shows_no_card(operations: Operations, window: QWidget, qtbot: QtBot) -> None:
    operations.run(lambda _progress: None)
    qtbot.waitUntil(lambda: not operations.is_busy())
    assert not window.findChildren(ProgressCard)


def test_a_hundred_works_come_home(operations: Operations, qtbot: QtBot) -> None:
    answers: list[int] = []
    for number in range(100):
        operations.run(lambda _progress, number=number: number, answers.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(answers) == 100, timeout=5000)
    assert sorted(answers) == list(range(100))
