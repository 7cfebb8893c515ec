"""A pile of anonymous forms, typed in one line: of a workshop or of an event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.indicators import FEWEST_SCORES
from desktop.domain.problems import Problem, RefusedError
from desktop.services.workshop_after import Contentment, read_pile
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import digit_line
from desktop.ui.widgets.labels import label, muted
from desktop.ui.widgets.wording import decimal, grouped, told_all


class PileLine(QLineEdit):
    """Scores one after the other, «۵ ۴ ۳ ۵»; Enter writes them all."""

    entered = Signal(list)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        digit_line(self)
        self.setPlaceholderText(self.tr("۵ ۴ ۳ ۵ …"))
        self.setAccessibleName(self.tr("امتیاز برگه‌ها، یکی پس از دیگری"))

    def scores(self) -> list[int] | None:
        """What is typed as scores; None while it is none."""
        try:
            return read_pile(self.text())
        except RefusedError:
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
            return
        super().keyPressEvent(event)

    def enter(self) -> None:
        """Hands the scores out, or says why they are none."""
        if not self.text().strip():
            return
        try:
            scores = read_pile(self.text())
        except RefusedError as error:
            self.refused.emit(told_all(error.problems))
            return
        self.entered.emit(scores)


class PileEntry(QWidget):
    """The line with its button, what it comes to while it is typed, and why it was refused."""

    entered = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.line, self.echo = PileLine(), muted()
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.write = button(self.tr("ثبت برگه‌ها"), self.line.enter, icon_name="save", look="primary")
        self.line.textChanged.connect(lambda _text: self._echo())
        self.line.entered.connect(self.entered)
        self.line.refused.connect(self._tell)
        self.setFocusProxy(self.line)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(self.line, 1)
        typed.addWidget(self.write)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(typed)
        inside.addWidget(self.echo)
        inside.addWidget(self.problem)

    def is_dirty(self) -> bool:
        return bool(self.line.text().strip())

    def forget(self) -> None:
        self.line.clear()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._tell(told_all(problems))

    def _echo(self) -> None:
        self._tell("")
        scores = self.line.scores()
        if not scores:
            self.echo.setText("")
            return
        text = self.tr("{n} برگه، میانگین {mean}")
        self.echo.setText(text.format(n=grouped(len(scores)), mean=decimal(sum(scores) / len(scores), 2)))

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


def contentment_note(contentment: Contentment) -> str:
    """Of how many forms the mean is, and whether it may be told outside the office (I-27)."""
    translate, n = QCoreApplication.translate, contentment.n
    if not n:
        return translate("PileEntry", "هنوز برگه‌ای ثبت نشده است.")
    if n < FEWEST_SCORES:
        text = translate("PileEntry", "میانگین {n} برگه؛ تا {least} برگه در گزارش نمی‌آید.")
        return text.format(n=grouped(n), least=grouped(FEWEST_SCORES))
    return translate("PileEntry", "میانگین {n} برگهٔ بی‌نام").format(n=grouped(n))
