"""A short message at the foot of the window that goes by itself, with a way back: «ثبت شد · واگرد»."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.ui.widgets.direction import start
from desktop.ui.widgets.icons import icon, pixmap

_STAYS = 6000
_ABOVE = 28


class Toast(QFrame):
    """One message at a time for each window; a new one takes the place of the old."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "toast")
        self._undo: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.timeout.connect(self.hide)
        self._icon = QLabel()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
        self.undo = QPushButton(icon("undo-2", "toast_link"), " " + self.tr("واگرد"))
        self.undo.setAccessibleName(self.tr("واگرد"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._take_back)
        self._inside = inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 9, 10, 9)
        inside.setSpacing(10)
        for part in (self._icon, self.text, self.undo):
            inside.addWidget(part)
        window.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Shows `text`; with `undo`, a button that takes the deed back."""
        self._undo = undo
        self._icon.setPixmap(pixmap("circle-check", "toast_link", 18, self.devicePixelRatioF()))
        self.text.setText(text)
        self.undo.setVisible(undo is not None)
        self._inside.setContentsMargins(16, 9, 10 if undo else 16, 9)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo:
            undo()

    def _place(self) -> None:
        window = self._window
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _ABOVE)


def hush(widget: QWidget) -> None:
    """Takes away what was told last where it would stand over what comes now; the way back stays on its key."""
    shown = widget.window().findChild(Toast, "", Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(shown, Toast):
        shown.hide()


def toast(widget: QWidget, text: str, undo: Callable[[], object] | None = None) -> Toast:
    """Tells `text` at the foot of the window that `widget` stands in."""
    window = widget.window()
    shown = window.findChild(Toast, "", Qt.FindChildOption.FindDirectChildrenOnly)
    made = shown if isinstance(shown, Toast) else Toast(window)
    made.tell(text, undo)
    return made
