"""The one dialog behind all questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.labels import h2, icon_tile, label, muted
from desktop.ui.widgets.questions import Answer
from desktop.ui.widgets.theme import Tone

_WIDTH = 400
_ICONS: dict[Tone, str] = {"primary": "circle-help", "danger": "triangle-alert", "info": "info", "warn": "circle-alert"}


class Question(QDialog):
    """A title, a sentence, sometimes a line to write on, and a button for each answer."""

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
        upper.addWidget(icon_tile(_ICONS[tone], tone, 44), 0, Qt.AlignmentFlag.AlignTop)
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
