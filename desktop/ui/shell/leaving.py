"""What the program leaves outside its window when it is locked or closed: nothing that it put there."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class Copies(QObject):
    """Knows what was copied here. Not every platform tells whose the clipboard is, so the text itself is compared."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours = ""
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.changed.connect(self._changed)

    def leave_none(self) -> None:
        """Empties the clipboard of what was copied here; what another program put there since stays."""
        if self._clipboard.ownsClipboard() or (self._ours and self._clipboard.text() == self._ours):
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
        self._ours = ""

    def _changed(self, mode: QClipboard.Mode) -> None:
        if mode is QClipboard.Mode.Clipboard:
            self._ours = self._clipboard.text() if QGuiApplication.focusWindow() is not None else ""
