"""One widget for each kind of input that is written: text, digits, numbers, dates, hours, months, money.

All share `FieldWidget`: `value()` is what `About.read` takes, `set_value()` shows what is stored (or, as a
text, what somebody had typed before).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption, QValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QTextEdit, QWidget

from desktop.domain.persian.calendar import PartialDate, Precision, from_gregorian
from desktop.domain.persian.digits import DECIMAL_POINT, PERCENT_SIGNS, stored_percent, to_ascii
from desktop.domain.persian.times import read_time
from desktop.domain.problems import Refusal
from desktop.ui.widgets.direction import digit_line, is_rtl, reading_line
from desktop.ui.widgets.jalali_field import JalaliField
from desktop.ui.widgets.theme import repolish
from desktop.ui.widgets.wording import digits, month_name, said, short_time

if TYPE_CHECKING:
    from desktop.domain.fields import About


_KEPT_DAY = re.compile(r"(?:1[89]|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}")  # as a kept draft writes it; people type Jalali


def as_partial(value: object, precision: object) -> object:
    """A stored date with how much of it is known; what was typed and is no date stays as typed."""
    if isinstance(value, str) and _KEPT_DAY.fullmatch(value):
        value = dt.date.fromisoformat(value)
    return PartialDate(value, Precision(str(precision))) if isinstance(value, dt.date) else value


class FieldWidget(QWidget):
    """The common face of all inputs of a form."""

    changed = Signal()
    advance = Signal()  # the user has finished here and wants the next field
    grown = Signal(list)  # parts that take the focus and were not there before

    wide = False  # takes a whole line of a form of two columns
    keeps_enter = False  # Enter belongs to the field itself

    def __init__(self, about: About) -> None:
        super().__init__()
        self.about = about
        self._editors: list[QWidget] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)

    def add_editor(self, editor: QWidget, part: str = "", stretch: int = 1) -> None:
        """Adds a part that takes the focus; `part` tells it apart for a screen reader."""
        editor.setAccessibleName(f"{said(self.about.label)}: {part}" if part else said(self.about.label))
        editor.setAccessibleDescription(said(self.about.help))
        if not self._editors:
            self.setFocusProxy(editor)
        self._editors.append(editor)
        self.row.addWidget(editor, stretch)

    def editors(self) -> Sequence[QWidget]:
        """Every part that takes the focus, in order."""
        return self._editors

    def value(self) -> object:
        """What is typed or chosen, as `About.read` takes it; None for nothing."""
        raise NotImplementedError

    def set_value(self, stored: object) -> None:
        """Shows a stored value."""
        raise NotImplementedError

    def settle(self) -> None:
        """Makes of what is half typed what it means, before it is read."""

    def echo(self) -> str:
        """What the field understands of what is typed, told below it while nothing is wrong; "" for nothing."""
        return ""

    def set_problem(self, text: str | None) -> None:
        """Marks the field as wrong, to eyes and ears; None takes the mark away."""
        for editor in self.editors():
            editor.setAccessibleDescription(text or said(self.about.help))
            repolish(editor, "invalid", bool(text))

    def set_doubt(self, text: str | None) -> None:
        """Marks the field as worth a second look; None takes the mark away."""
        for editor in self.editors():
            if text:
                editor.setAccessibleDescription(text)
            if bool(editor.property("doubtful")) != bool(text):
                repolish(editor, "doubtful", bool(text))

    def enter(self) -> bool:
        """Uses Enter for the field's own purpose, if it has one just now, and tells so."""
        return False

    def set_read_only(self, read_only: bool) -> None:
        """Whether the value can only be looked at."""
        for editor in self.editors():
            if isinstance(editor, QLineEdit | QTextEdit):
                editor.setReadOnly(read_only)
            else:
                editor.setEnabled(not read_only)


class LineField(FieldWidget):
    """A line of words."""

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self.line = self.make_line()
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.add_editor(self.line)

    def make_line(self) -> QLineEdit:
        return reading_line(QLineEdit())

    def shown(self, stored: object) -> str:
        """The text of a stored value; digits are Persian on the screen, also inside words."""
        return digits(str(stored))

    def value(self) -> object:
        return self.line.text().strip() or None

    def set_value(self, stored: object) -> None:
        self.line.setText("" if stored is None else self.shown(stored))
        self.line.setCursorPosition(0)


class DigitsField(LineField):
    """A code of digits and Latin letters, never counted with."""

    allowed = "-/ +"

    def make_line(self) -> QLineEdit:
        line = digit_line(QLineEdit())
        line.setValidator(_Digits(self.allowed, letters=type(self) is DigitsField, parent=line))
        return line

    def shown(self, stored: object) -> str:
        return digits(str(stored))


class IntegerField(DigitsField):
    """A whole number."""

    allowed = "-−٬,"


class DecimalField(DigitsField):
    """A number with a fraction."""

    allowed = "-−٬,٫./"

    def shown(self, stored: object) -> str:
        text = str(stored)
        return digits(text.removesuffix(".0").replace(".", DECIMAL_POINT).replace("-", "−"))


class PercentField(DigitsField):
    """A share in hundredths: «۷۵٪», whatever the store keeps for it."""

    allowed = f"-−٬,٫./{PERCENT_SIGNS}"

    def make_line(self) -> QLineEdit:
        line = super().make_line()
        line.editingFinished.connect(self.settle)
        return line

    def shown(self, stored: object) -> str:
        """A number as it is stored; a text is what somebody had typed."""
        known = stored_percent(stored, self.about.percent_of) if isinstance(stored, int | float) else str(stored)
        return digits(known)

    def settle(self) -> None:
        """The sign stands where it was left out, and «0.75» is seventy-five."""
        try:
            stored = self.about.read(self.value())
        except Refusal:
            return
        if stored is not None and self.line.text() != self.shown(stored):
            self.line.setText(self.shown(stored))


class _Digits(QValidator):
    """Lets digits of the three scripts in and shows them as Persian ones."""

    def __init__(self, allowed: str, *, letters: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._allowed, self._letters = frozenset(allowed), letters

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        good = all(
            char in self._allowed or char in "0123456789" or (self._letters and char.isascii() and char.isalpha())
            for char in to_ascii(text)
        )
        return (QValidator.State.Acceptable if good else QValidator.State.Invalid), digits(text), at


class LinesField(FieldWidget):
    """Several lines of words. Enter is a new line; Ctrl+Enter sends the form."""

    wide = True
    keeps_enter = True

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self.box = TextBox()
        self.box.textChanged.connect(self.changed)
        self.add_editor(self.box)

    def value(self) -> object:
        text = self.box.toPlainText()
        return text if text.strip() else None

    def set_value(self, stored: object) -> None:
        self.box.setPlainText("" if stored is None else str(stored))


class TextBox(QTextEdit):
    """QPlainTextEdit leaves empty lines at the left; a QTextEdit told its direction does not."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl() else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.setFixedHeight(84)

    def sizeHint(self) -> QSize:
        return QSize(300, 84)


class DateField(FieldWidget):
    """A day, or with a partial date as much of it as is known."""

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self._partial = about.input.value == "partial_date"
        self.line = JalaliField(partial=self._partial)
        self.line.date_changed.connect(self.changed)
        self.add_editor(self.line)

    def value(self) -> object:
        """A partial date answers with a PartialDate, since its precision is part of the answer."""
        found = self.line.partial_value()
        if found is None:
            return self.line.typed() or None
        return found if self._partial else found.date

    def set_value(self, stored: object) -> None:
        if isinstance(stored, str) and _KEPT_DAY.fullmatch(stored):
            stored = dt.date.fromisoformat(stored)
        if stored is None or isinstance(stored, dt.date | PartialDate):
            self.line.set_value(stored)
        else:
            self.line.setText(str(stored))


class TimeField(DigitsField):
    """An hour of the day; Up and Down go by a quarter."""

    allowed = ":٫. "

    def make_line(self) -> QLineEdit:
        line = _TimeLine()
        digit_line(line)
        line.setValidator(_Digits(self.allowed, letters=False, parent=line))
        line.setPlaceholderText(self.tr("۱۰:۳۰"))
        line.setMaxLength(5)
        return line

    def shown(self, stored: object) -> str:
        return short_time(stored) if isinstance(stored, dt.time) else digits(str(stored))


class _TimeLine(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(lambda: self._step(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.isReadOnly():
            self._step(15 if event.key() == Qt.Key.Key_Up else -15)
            return
        super().keyPressEvent(event)

    def _step(self, minutes: int) -> None:
        try:
            now = read_time(self.text())
        except Refusal:
            return
        total = (now.hour * 60 + now.minute + minutes) % (24 * 60)
        text = short_time(dt.time(total // 60, total % 60))
        if text != self.text():
            self.setText(text)


class MonthField(FieldWidget):
    """A month of the Jalali calendar: its name and its year."""

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self.month = QComboBox()
        self.month.addItem("" if about.required else "—", 0)
        for number in range(1, 13):
            self.month.addItem(month_name(number), number)
        self.month.setMaxVisibleItems(13)
        self.year = digit_line(QLineEdit())
        self.year.setValidator(_Digits("", letters=False, parent=self.year))
        self.year.setMaxLength(4)
        self.year.setPlaceholderText(self.tr("سال"))
        self.year.setText(digits(str(self._year_now())))
        self.month.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.year.textChanged.connect(lambda _text: self.changed.emit())
        self.add_editor(self.month, self.tr("ماه"), 3)
        self.add_editor(self.year, self.tr("سال"), 2)

    def value(self) -> object:
        number, year = self.month.currentData(), to_ascii(self.year.text().strip())
        return f"{year}-{number:02d}" if number else None

    def set_value(self, stored: object) -> None:
        year, _, number = str(stored or "").partition("-")
        self.year.setText(digits(year or str(self._year_now())))
        self.month.setCurrentIndex(max(0, self.month.findData(int(number) if number.isdecimal() else 0)))

    @staticmethod
    def _year_now() -> int:
        today = QDate.currentDate()
        return from_gregorian(dt.date(today.year(), today.month(), today.day())).year
