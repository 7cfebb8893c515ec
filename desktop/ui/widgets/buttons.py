"""Buttons: text, icon-only and chips. An icon alone always has a name that can be heard and a tip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon

Look = Literal["", "primary", "danger", "link"]
_ICON_COLORS = {"": "muted", "primary": "on_primary", "danger": "danger", "link": "primary"}


def tip(text: str, shortcut: str = "") -> str:
    """A tool tip naming the key; key names stay Latin, as on the keyboard."""
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText)
    return f"{text} \u200e({keys})\u200e" if keys else text


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    icon_name: str = "",
    look: Look = "",
    shortcut: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button; `look` "primary" is the one main action of a page."""
    made = QPushButton(f" {text}" if icon_name else text, parent)
    made.setProperty("look", look)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_COLORS[look], disabled="faint"))
        made.setIconSize(QSize(18, 18))
    if shortcut:
        made.setShortcut(QKeySequence(shortcut))
        made.setToolTip(tip(text, shortcut))
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def icon_button(
    icon_name: str,
    name: str,
    clicked: Callable[[], object] | None = None,
    *,
    shortcut: str = "",
    parent: QWidget | None = None,
) -> QToolButton:
    """A quiet button with an icon only; `name` is its tip and what a screen reader says."""
    made = QToolButton(parent)
    made.setProperty("look", "ghost")
    made.setIcon(icon(icon_name))
    made.setIconSize(QSize(19, 19))
    made.setAccessibleName(name)
    made.setToolTip(tip(name, shortcut))
    made.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
    if shortcut:
        made.setShortcut(QKeySequence(shortcut))
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


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
        parent: QWidget | None = None,
    ) -> None:
        """`choices`: key and text. `clearable`: pressing the chosen chip again chooses nothing."""
        super().__init__(parent)
        self._several, self._clearable = several, clearable or several
        self._chips: dict[str, QPushButton] = {}
        self.setAccessibleName(name)
        layout = FlowLayout(self, 8)
        for key, text in choices:
            chip = _Chip(text, self)
            chip.setAccessibleName(f"{name}: {text}")
            chip.clicked.connect(lambda checked, key=key: self._clicked(key, checked))
            chip.walked.connect(lambda step, key=key: self._walk(key, step))
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

    def _clicked(self, key: str, checked: bool) -> None:
        if not self._several:
            keep = checked or not self._clearable
            self.choose([key] if keep else [])
        self.changed.emit()

    def _walk(self, key: str, step: int) -> None:
        keys = list(self._chips)
        to = keys[(keys.index(key) + step) % len(keys)]
        self._rove(to)
        self._chips[to].setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _rove(self, entry: str) -> None:
        """Tab enters the row at one chip only; from there the arrows lead on."""
        for key, chip in self._chips.items():
            chip.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus if key == entry else QtCore.Qt.FocusPolicy.ClickFocus)
        if entry:
            self.setFocusProxy(self._chips[entry])


class _Chip(QPushButton):
    walked = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setProperty("look", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = QtCore.Qt.Key.Key_Left if self.isRightToLeft() else QtCore.Qt.Key.Key_Right
        back = QtCore.Qt.Key.Key_Right if self.isRightToLeft() else QtCore.Qt.Key.Key_Left
        if event.key() in (forward, back):
            self.walked.emit(1 if event.key() == forward else -1)
            return
        super().keyPressEvent(event)
