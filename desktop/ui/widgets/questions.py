"""All questions to the user look alike: a title, a sentence, buttons. Who asks is injected, so tests can answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.buttons import Look, button
from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.labels import h2, icon_tile, label, muted
from desktop.ui.widgets.theme import Tone

_WIDTH = 400


@dataclass(frozen=True)
class Answer:
    """One possible answer: what the program calls it and what the button says."""

    key: str
    text: str
    look: Look = ""


class Asker(Protocol):
    """Whoever can put a question to the user."""

    def ask(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Answer]) -> str | None:
        """The key of the answer; None when the question was closed. The first choice is the default."""

    def confirm(self, parent: QWidget | None, title: str, text: str, yes: str, *, danger: bool = False) -> bool:
        """Whether the user agrees; `yes` names the deed, as «حذف پرونده»."""

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Says something that must be noticed."""

    def ask_text(self, parent: QWidget | None, title: str, text: str, name: str) -> str | None:
        """A line of text that must not be empty, as a reason; None when the user leaves it."""


class Question(QDialog):
    """The one dialog behind all questions."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        choices: Sequence[Answer],
        *,
        tone: Tone = "primary",
        field_name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.answer: str | None = None
        self.line = reading_line(QLineEdit()) if field_name else None
        self.buttons = [self._button(choice) for choice in choices]
        sentence = muted(text, wrap=True)
        sentence.setFixedWidth(_WIDTH)
        sentence.setFixedHeight(sentence.heightForWidth(_WIDTH))
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(h2(title))
        words.addWidget(sentence)
        if self.line:
            self.line.setAccessibleName(field_name)
            self.line.textChanged.connect(self._allow)
            self._allow("")
            words.addSpacing(4)
            words.addWidget(label(field_name))
            words.addWidget(self.line)
        upper = QHBoxLayout()
        upper.setSpacing(16)
        upper.addWidget(icon_tile(_ICONS[tone], tone, 44), 0, QtCore.Qt.AlignmentFlag.AlignTop)
        upper.addLayout(words, 1)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addStretch(1)
        for made in self.buttons:
            lower.addWidget(made)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 22, 24, 20)
        inside.setSpacing(20)
        inside.addLayout(upper)
        inside.addLayout(lower)
        inside.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.buttons[0].setDefault(True)
        (self.line or self.buttons[0]).setFocus()

    def _button(self, choice: Answer) -> QPushButton:
        made = button(choice.text, lambda: self._choose(choice.key), look=choice.look, parent=self)
        made.setAutoDefault(True)
        return made

    def _choose(self, key: str) -> None:
        self.answer = key
        self.accept()

    def _allow(self, text: str) -> None:
        self.buttons[0].setEnabled(bool(text.strip()))


class WindowAsker:
    """Asks in dialogs."""

    def ask(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Answer]) -> str | None:
        return _asked(Question(parent, title, text, choices))

    def confirm(self, parent: QWidget | None, title: str, text: str, yes: str, *, danger: bool = False) -> bool:
        deed = Answer("yes", yes, "danger" if danger else "primary")
        choices = [deed, Answer("no", _cancel())]
        if danger:
            choices.reverse()
        return _asked(Question(parent, title, text, choices, tone="danger" if danger else "primary")) == "yes"

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        understood = Answer("ok", QCoreApplication.translate("Question", "دانستم"), "primary")
        _asked(Question(parent, title, text, [understood], tone="info"))

    def ask_text(self, parent: QWidget | None, title: str, text: str, name: str) -> str | None:
        done = Answer("ok", QCoreApplication.translate("Question", "ادامه"), "primary")
        question = Question(parent, title, text, [done, Answer("no", _cancel())], field_name=name)
        agreed = _asked(question) == "ok" and question.line is not None
        return question.line.text().strip() if agreed and question.line else None


_ICONS: dict[Tone, str] = {"primary": "circle-help", "danger": "triangle-alert", "info": "info", "warn": "circle-alert"}


def _cancel() -> str:
    return QCoreApplication.translate("Question", "انصراف")


def _asked(question: Question) -> str | None:
    question.exec()
    question.deleteLater()
    return question.answer
