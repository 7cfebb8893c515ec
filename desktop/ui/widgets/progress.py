"""The card that says what the program is busy with, how far it is, and offers to stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import h2, small
from desktop.ui.widgets.wording import percent

_ABOVE = 28


class ProgressCard(QFrame):
    """Stands at the foot of the window while something runs."""

    cancelled = Signal()

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "card")
        self.setFixedWidth(400)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._detail = small(self.tr("اندکی شکیبا باشید…"))
        self.stop = button(self.tr("دست‌کشیدن"), self._stop)
        self.stop.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(h2(title))
        words.addWidget(self._detail)
        upper = QHBoxLayout()
        upper.addLayout(words, 1)
        upper.addWidget(self.stop)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 14, 18, 16)
        inside.setSpacing(10)
        inside.addLayout(upper)
        inside.addWidget(self._bar)
        window.installEventFilter(self)
        self._place()

    def show_progress(self, fraction: float | None, detail: str) -> None:
        """`fraction` from 0 to 1, or None when the end is not known."""
        if fraction is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(min(max(fraction, 0.0), 1.0) * 1000))
        known = percent(fraction * 100, 0) if fraction is not None else ""
        self._detail.setText(" · ".join(part for part in (detail, known) if part) or self._detail.text())

    def offer_stop(self) -> None:
        """Lets the user stop it from now on."""
        self.stop.show()
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._detail.setText(self.tr("در حال ایستادن…"))
        self.cancelled.emit()

    def _place(self) -> None:
        self.adjustSize()
        window = self._window
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _ABOVE)
