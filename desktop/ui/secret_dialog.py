"""A small dialog that asks for secrets, works beside the window, and tells what is wrong under its lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.ui.operations import Operations
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import digit_line, reading_line
from desktop.ui.widgets.labels import error, h2, label, muted
from desktop.ui.widgets.password_line import PasswordLine
from desktop.ui.widgets.wording import told

_WIDTH = 400
NEW, AGAIN = "new", "again"
SECOND, SECOND_PASSWORD = "second", "second_password"


@dataclass(frozen=True)
class Asked:
    """One line: what it is called inside and on the screen; `choices` make it a list, `secret` hides what is typed."""

    name: str
    title: str
    secret: bool = False
    latin: bool = False
    choices: Sequence[tuple[str, str]] = ()


def second_manager(names: Sequence[str]) -> tuple[Asked, Asked]:
    """The lines in which the other manager agrees: which one, and by the password that only that one knows."""
    who = QCoreApplication.translate("SecondManager", "مدیر دوم")
    password = QCoreApplication.translate("SecondManager", "گذرواژهٔ مدیر دوم")
    return (
        Asked(SECOND, who, choices=[(name, name) for name in names]),
        Asked(SECOND_PASSWORD, password, secret=True),
    )


@dataclass(frozen=True)
class Words:
    """What the dialog says: of what it is, what is to be known of it, and what its button does."""

    title: str
    hint: str
    yes: str


class SecretDialog(QDialog):
    """Enter in the last line does it; Escape leaves. What was typed is forgotten with the dialog."""

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        words: Words,
        lines: Sequence[Asked],
        act: Callable[[Mapping[str, str]], object],
        done: Callable[[object], object],
    ) -> None:
        """`act` is done in a worker; a RefusedError or an UnavailableError of it is told in the dialog."""
        super().__init__(parent)
        self.setWindowTitle(words.title)
        self._operations, self._act, self._done = operations, act, done
        self.lines: dict[str, QLineEdit | QComboBox] = {one.name: _editor(one) for one in lines}
        self.message = error()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(24)
        self.go = button(words.yes, self.enter, look="primary", parent=self)
        self.go.setDefault(True)
        self.leave = button(QCoreApplication.translate("Question", "انصراف"), self.reject, parent=self)
        self._lay_out(words, lines)

    def enter(self) -> None:
        """Does it."""
        typed = {name: _typed(editor) for name, editor in self.lines.items()}
        if AGAIN in typed and typed[NEW] != typed[AGAIN]:
            self.message.setText(self.tr("دو گذرواژه یکسان نیستند."))
            return
        self._wait(True)

        def work(_progress: object) -> object:
            try:
                return self._act(typed)
            except RefusedError as refused:
                return refused.problems[0]
            except UnavailableError as refused:
                return refused.problem

        self._operations.run(work, self._answered, stopped=lambda: self._wait(False))

    def _answered(self, answer: object) -> None:
        self._wait(False)
        if isinstance(answer, Problem):
            self.message.setText(told(answer))
            return
        for editor in self.lines.values():
            if isinstance(editor, QLineEdit):
                editor.clear()
        self.accept()
        self._done(answer)

    def _wait(self, on: bool) -> None:
        for editor in (*self.lines.values(), self.go, self.leave):
            editor.setEnabled(not on)
        if on:
            self.message.setText("")

    def _lay_out(self, words: Words, lines: Sequence[Asked]) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 22, 24, 20)
        inside.setSpacing(6)
        inside.addWidget(h2(words.title))
        sentence = muted(words.hint, wrap=True)
        sentence.setFixedWidth(_WIDTH)
        sentence.setFixedHeight(sentence.heightForWidth(_WIDTH))
        inside.addWidget(sentence)
        inside.addSpacing(8)
        for one in lines:
            named = label(one.title)
            named.setBuddy(self.lines[one.name])
            inside.addWidget(named)
            inside.addWidget(self.lines[one.name])
        inside.addWidget(self.message)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self.leave)
        inside.addLayout(row)
        self.lines[lines[0].name].setFocus()


def _editor(asked: Asked) -> QLineEdit | QComboBox:
    if asked.choices:
        box = QComboBox()
        for code, text in asked.choices:
            box.addItem(text, code)
        box.setAccessibleName(asked.title)
        return box
    made = PasswordLine(asked.title) if asked.secret else QLineEdit()
    if not asked.secret:
        (digit_line if asked.latin else reading_line)(made)
        made.setAccessibleName(asked.title)
    return made


def _typed(editor: QLineEdit | QComboBox) -> str:
    return str(editor.currentData()) if isinstance(editor, QComboBox) else editor.text()
