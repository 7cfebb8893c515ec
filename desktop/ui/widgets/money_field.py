"""An amount of money: its unit is never guessed, and it is read back in words while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.money import RIAL_PER_TOMAN, UNITS, read_money
from desktop.domain.problems import Refusal
from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.field_widgets import FieldWidget
from desktop.ui.widgets.picker import Picker, code_choices
from desktop.ui.widgets.wording import digits, grouped, in_words, said

if TYPE_CHECKING:
    from desktop.domain.fields import About

_LONGEST = 19  # digits that are grouped while typing
_MARKS = str.maketrans("", "", "٬،,'")  # what groups digits


class MoneyField(FieldWidget):
    """«۱٬۲۵۰٬۰۰۰» and a unit found by its first letters, or all in words: «۲ میلیارد و ۵۰۰ میلیون تومان»."""

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self.amount = reading_line(QLineEdit())
        self.amount.textEdited.connect(self._group)
        self.amount.textChanged.connect(lambda _text: self.changed.emit())
        self._units = {unit: said(unit) for unit in sorted(UNITS, key=_use)}
        self.unit = Picker(code_choices(self._units), takes_first=True)
        self.unit.setPlaceholderText(self.tr("ریال یا تومان؟"))
        self.unit.chosen.connect(self.changed)
        self.unit.advance.connect(self.advance)
        self.add_editor(self.amount, self.tr("مبلغ"), 3)
        self.add_editor(self.unit, self.tr("واحد"), 2)

    def value(self) -> object:
        amount, unit = self.amount.text().strip(), self.unit.key() or self.unit.raw()
        if not amount:
            return None
        return f"{amount} {unit}" if unit and self._is_number() else amount

    def set_value(self, stored: object) -> None:
        """An integer is rial; a text is an amount with its unit, as typed."""
        amount, unit = (grouped(stored), "ریال") if isinstance(stored, int) else _parted(str(stored or ""))
        self.unit.choose(unit or None, self._units.get(unit, ""))
        self.amount.setText(digits(amount))

    def enter(self) -> bool:
        """After a bare number the unit comes next."""
        if self.amount.hasFocus() and self.amount.text().strip() and self._is_number():
            self.unit.setFocus()
            self.unit.selectAll()
            return True
        return False

    def settle(self) -> None:
        self.unit.settle()

    def echo(self) -> str:
        """The amount in words, in rial and in toman."""
        value = self.value()
        try:
            rial = read_money(str(value)).rial if value else None
        except Refusal:
            return ""
        if rial is None:
            return ""
        told = self.tr("{rial} ریال = {toman} تومان")
        return in_words(rial) or told.format(rial=grouped(rial), toman=digits(f"{rial / RIAL_PER_TOMAN:,.10g}"))

    def _is_number(self) -> bool:
        """Whether no word is written, so that the unit must come from beside."""
        return not any(char.isalpha() for char in self.amount.text())

    def _group(self, text: str) -> None:
        plain = to_ascii(text).translate(_MARKS)
        if plain.isdecimal() and len(plain) <= _LONGEST:
            after = len(text) - self.amount.cursorPosition()
            shown = grouped(int(plain))
            self.amount.setText(shown)
            self.amount.setCursorPosition(max(0, len(shown) - after))
        else:
            at = self.amount.cursorPosition()
            self.amount.setText(digits(text))
            self.amount.setCursorPosition(at)


def _use(unit: str) -> tuple[int, int]:
    """The units of daily life first, the new rial last."""
    return ("جدید" in unit or unit == "قران", list(UNITS).index(unit))


def _parted(text: str) -> tuple[str, str]:
    """What was typed, in amount and unit; an amount in words keeps its unit."""
    for unit in sorted(UNITS, key=len, reverse=True):
        amount = text.removesuffix(unit).strip()
        if text.endswith(f" {unit}") and amount and not any(char.isalpha() for char in amount):
            return amount, unit
    return text, ""
