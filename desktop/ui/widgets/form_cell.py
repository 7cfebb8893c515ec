"""One field of a form: its label above it, one line below it for help, for what is wrong, for what seems odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.problems import Problem, Refusal
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.field_widgets import FieldWidget
from desktop.ui.widgets.labels import Paragraph, label
from desktop.ui.widgets.theme import repolish
from desktop.ui.widgets.wording import said, told

if TYPE_CHECKING:
    from desktop.domain.fields import About

_LINE = 20  # the height of one line of help or problem


class _Message(Paragraph):
    """Help or problem below a field. One line is always kept free; a longer text takes what it needs."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAlignment(start() | Qt.AlignmentFlag.AlignTop)
        self.setProperty("look", "small")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setFixedHeight(_LINE)

    def show_text(self, text: str, look: str) -> None:
        self.setText(text)
        repolish(self, "look", look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = max(_LINE, self.heightForWidth(self.width()) if self.text() else 0)
        if needed != self.height():
            self.setFixedHeight(needed)


class Cell(QWidget):
    """The line below the field is always kept free, so that nothing moves when it fills."""

    guided = Signal()  # what was typed calls for the guidance card

    def __init__(self, name: str, about: About, widget: FieldWidget) -> None:
        super().__init__()
        self.of_person = False  # whether the form tells of a person or household, whose story is not written down
        self.name, self.about, self.widget = name, about, widget
        self.shown: object = None
        self.problem: Problem | None = None
        self.doubt: Problem | None = None
        self.title = label(f"{said(about.label)} *" if about.required else said(about.label))
        self.title.setBuddy(widget)
        self.message = _Message(said(about.help))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.title)
        inside.addWidget(widget)
        inside.addWidget(self.message)
        if about.guarded:
            inside.addWidget(self._mending(), 0, start())
        inside.addStretch(1)
        widget.changed.connect(self._echo)

    def show_problem(self, problem: Problem | None) -> None:
        """What is wrong here; None takes the mark away."""
        self.problem = problem
        self._show()
        if self.about.guarded:
            self.mend.setVisible(problem is not None and problem.code.startswith("wording"))
            if problem is not None and problem.code == "wording_guided":
                self.guided.emit()

    def show_doubt(self, doubt: Problem | None) -> None:
        """What makes one look twice, in amber; a problem goes before it."""
        if doubt != self.doubt:
            self.doubt = doubt
            self._show()

    def read(self) -> Problem | None:
        """The problem of what stands in the field now."""
        value = self.widget.value()
        try:
            self.about.read(value)
        except Refusal as refusal:
            return Problem(self.name, refusal.code, refusal.facts)
        return self._label() if self.about.guarded and value != self.shown else None

    def _label(self) -> Problem | None:
        from desktop.domain.guard import wording_problems

        found = wording_problems(
            {self.name: self.about}, {self.name: self.widget.value()}, [self.name], of_person=self.of_person
        )
        return next(found, None)

    def _mending(self) -> QPushButton:
        self.mend = button(QCoreApplication.translate("Cell", "جایگزین کن"), self.reword, look="link")
        self.mend.hide()
        return self.mend

    def reword(self) -> None:
        """Writes the suggestions in the place of the labels."""
        from desktop.domain.persian.wording import reworded

        self.widget.set_value(reworded(str(self.widget.value() or ""), of_person=self.of_person))
        self.widget.changed.emit()
        self.show_problem(self.read())
        self.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def stored(self) -> object:
        """What would be stored of the field now; None while it is hidden or cannot be read."""
        try:
            return None if self.isHidden() else self.about.read(self.widget.value())
        except Refusal:
            return None

    def _show(self) -> None:
        shown = self.problem or self.doubt
        text = told(shown) if shown else None
        look = "error" if self.problem else "doubt" if self.doubt else "small"
        self.message.show_text(text or self.widget.echo() or said(self.about.help), look)
        self.widget.set_problem(text if self.problem else None)
        self.widget.set_doubt(text if self.doubt and not self.problem else None)

    def _echo(self) -> None:
        if not (self.problem or self.doubt):
            self.message.show_text(self.widget.echo() or said(self.about.help), "small")
