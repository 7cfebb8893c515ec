"""One application for all tests of windows, and hands that type Persian."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from weakref import WeakSet

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("QT_FONT_DPI", "96")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.ui.application import PERSIAN, make_application, speak
from desktop.ui.operations import Operations
from desktop.ui.widgets import theme
from desktop.ui.widgets.questions import Answer
from devtools.texts import compile_texts

Hands = Callable[[QWidget, str], None]
_MADE: WeakSet[Operations] = WeakSet()


@pytest.fixture(scope="session", autouse=True)
def operations_known() -> Iterator[None]:
    """Every `Operations` of a run, so that none outlives the test that made it."""
    made = Operations.__init__

    def known(operations: Operations, *given: Any, **named: Any) -> None:
        made(operations, *given, **named)
        _MADE.add(operations)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Operations, "__init__", known)
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Before the office of a test goes: what still reads it comes to its end, and no late timer begins anew."""
    for operations in list(_MADE):
        if isValid(operations):
            operations.end()
    _MADE.clear()


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The program's own application; pytest-qt uses it instead of a bare one."""
    app = make_application(["tests"], dark=False)
    app.setCursorFlashTime(0)
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    return app


@pytest.fixture
def type_fa() -> Hands:
    """Types any text; QTest.keyClicks aborts the process on a Persian letter."""

    def typed(widget: QWidget, text: str) -> None:
        for char in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))

    return typed


@pytest.fixture(scope="session")
def compiled() -> None:
    """The translations as the program reads them."""
    assert compile_texts() == 0


@pytest.fixture
def english(qapp: QApplication, compiled: None) -> Iterator[None]:
    """Windows speak English, for one test."""
    speak(qapp, "en")
    yield
    speak(qapp, PERSIAN)


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    """The dark theme, for one test."""
    theme.apply(qapp, True)
    yield
    theme.apply(qapp, False)


class FixedAsker:
    """Gives the answers it was made with, one after the other, and keeps what it was asked."""

    def __init__(self, *answers: str | bool | None) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []

    def _next(self, title: str, text: str) -> str | bool | None:
        self.asked.append((title, text))
        return self.answers.pop(0) if self.answers else None

    def ask(self, _parent: QWidget | None, title: str, text: str, _choices: Sequence[Answer]) -> str | None:
        answer = self._next(title, text)
        return None if answer is None else str(answer)

    def confirm(self, _parent: QWidget | None, title: str, text: str, _yes: str, *, danger: bool = False) -> bool:
        return bool(self._next(title, text))

    def tell(self, _parent: QWidget | None, title: str, text: str) -> None:
        self.asked.append((title, text))

    def ask_text(self, _parent: QWidget | None, title: str, text: str, _name: str) -> str | None:
        answer = self._next(title, text)
        return None if answer is None else str(answer)
