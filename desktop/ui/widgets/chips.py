"""Chips of which one or several are chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QWidget

from desktop.domain.persian.text import search_key
from desktop.ui.widgets.flow import FlowLayout


class ChipRow(QWidget):
    """Chips of which one (filters) or several are chosen; arrow keys walk between them."""

    changed = Signal()

    def __init__(
        self,
        choices: Iterable[tuple[str, str]],
        name: str,
        *,
        several: bool = False,
        clearable: bool = False,
        in_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`choices`: key and text. `clearable`: the chosen chip can be pressed away. `in_line`: never wraps."""
        super().__init__(parent)
        self._several, self._clearable = several, clearable or several
        self._chips: dict[str, QPushButton] = {}
        self.setAccessibleName(name)
        layout: QLayout = _one_line(self) if in_line else FlowLayout(self, 8)
        for key, text in choices:
            chip = _Chip(text, self)
            chip.setAccessibleName(f"{name}: {text}")
            chip.clicked.connect(lambda checked, key=key: self._clicked(key, checked))
            chip.walked.connect(lambda step, key=key: self._walk(key, step))
            chip.lettered.connect(lambda letter, key=key: self._seek(key, letter))
            layout.addWidget(chip)
            self._chips[key] = chip
        self._rove(next(iter(self._chips), ""))

    def chips(self) -> list[QPushButton]:
        return list(self._chips.values())

    def chosen(self) -> list[str]:
        """The keys chosen, in the order shown."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def choice(self) -> str | None:
        """The one key chosen, or None."""
        return next(iter(self.chosen()), None)

    def choose(self, keys: Sequence[str]) -> None:
        """Shows these as chosen, without a signal."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
        if not self._several:
            self._rove(self.choice() or next(iter(self._chips), ""))

    def set_text(self, key: str, text: str) -> None:
        """Another text on a chip, e.g. with a count."""
        self._chips[key].setText(text)
        self._chips[key].setAccessibleName(f"{self.accessibleName()}: {text}")

    def show_only(self, keys: Collection[str]) -> None:
        """Leaves out the chips of other keys; what is chosen stays in sight."""
        for key, chip in self._chips.items():
            chip.setVisible(key in keys or chip.isChecked())
        entry = self.choice() if not self._several else None
        self._rove(entry or next(iter(self._shown()), ""))

    def _shown(self) -> list[str]:
        return [key for key, chip in self._chips.items() if not chip.isHidden()]

    def _clicked(self, key: str, checked: bool) -> None:
        if not self._several:
            keep = checked or not self._clearable
            self.choose([key] if keep else [])
        self.changed.emit()

    def _walk(self, key: str, step: int) -> None:
        keys = self._shown()
        to = keys[(keys.index(key) + step) % len(keys)]
        self._rove(to)
        self._chips[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _seek(self, key: str, letter: str) -> None:
        """A letter leads to the next chip that begins so; where only one can be chosen, it chooses it."""
        keys = self._shown()
        place = next_beginning([self._chips[each].text() for each in keys], keys.index(key), letter)
        if place is None:
            return
        self._rove(keys[place])
        self._chips[keys[place]].setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._several:
            self.choose([keys[place]])
            self.changed.emit()

    def _rove(self, entry: str) -> None:
        """Tab enters the row at one chip only; from there the arrows lead on."""
        for key, chip in self._chips.items():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == entry else Qt.FocusPolicy.ClickFocus)
        if entry:
            self.setFocusProxy(self._chips[entry])


def _one_line(owner: QWidget) -> QHBoxLayout:
    line = QHBoxLayout(owner)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    return line


def next_beginning(texts: Sequence[str], now: int, typed: str) -> int | None:
    """The place of the first text after `now`, round about, that begins as typed, in any spelling."""
    key = search_key(typed)
    places = [(now + step) % len(texts) for step in range(1, len(texts) + 1)]
    return next((place for place in places if key and search_key(texts[place]).startswith(key)), None)


class _Chip(QPushButton):
    walked = Signal(int)
    lettered = Signal(str)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setProperty("look", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if event.key() in (forward, back):
            self.walked.emit(1 if event.key() == forward else -1)
            return
        if event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.lettered.emit(event.text())
            return
        super().keyPressEvent(event)
