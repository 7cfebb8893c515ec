"""All questions to the user look alike: a title, a sentence, buttons. Who asks is injected, so tests can answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.widgets.buttons import Look
    from desktop.ui.widgets.question_dialog import Question
    from desktop.ui.widgets.theme import Tone


class Answer(NamedTuple):
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


class WindowAsker:
    """Asks in dialogs."""

    def ask(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Answer]) -> str | None:
        return _asked(parent, title, text, choices).answer

    def confirm(self, parent: QWidget | None, title: str, text: str, yes: str, *, danger: bool = False) -> bool:
        deed = Answer("yes", yes, "danger" if danger else "primary")
        choices = [deed, Answer("no", _cancel())]
        if danger:
            choices.reverse()
        return _asked(parent, title, text, choices, tone="danger" if danger else "primary").answer == "yes"

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        understood = Answer("ok", QCoreApplication.translate("Question", "دانستم"), "primary")
        _asked(parent, title, text, [understood], tone="info")

    def ask_text(self, parent: QWidget | None, title: str, text: str, name: str) -> str | None:
        done = Answer("ok", QCoreApplication.translate("Question", "ادامه"), "primary")
        question = _asked(parent, title, text, [done, Answer("no", _cancel())], field_name=name)
        return question.line.text().strip() if question.line and question.answer == "ok" else None


def _cancel() -> str:
    return QCoreApplication.translate("Question", "انصراف")


def _asked(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Sequence[Answer],
    *,
    tone: Tone = "primary",
    field_name: str = "",
) -> Question:
    """The dialog after its answer; it is loaded with the first question, for the first window asks nothing."""
    from shiboken6 import isValid

    from desktop.ui.widgets.question_dialog import Question

    question = Question(parent, title, text, choices, tone=tone, field_name=field_name)
    question.exec()
    if isValid(question):  # the window it stood on may have been closed meanwhile
        question.deleteLater()
    return question
