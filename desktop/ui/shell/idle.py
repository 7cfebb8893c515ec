"""Ten minutes without a key or a mouse, or a machine that slept: the window locks itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from desktop.domain.clock import Uptime, since_boot

TEN_MINUTES = 10 * 60 * 1000
ONE_MINUTE = 60 * 1000
_BEAT = 2000  # ms between two looks at the clock
_SLEPT = 30.0  # seconds between two looks after which the machine has slept
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Listens at the windows only: a filter on every widget would cross into Python at each event."""

    soon = Signal()  # a minute is left
    idle = Signal()

    def __init__(self, parent: QObject, after: int = TEN_MINUTES, uptime: Uptime = since_boot) -> None:
        """`uptime` goes on while the machine sleeps."""
        super().__init__(parent)
        self._uptime, self._seen = uptime, uptime()
        self._timer = QTimer(self, singleShot=True, interval=after)
        self._timer.timeout.connect(self.idle)
        self._warning = QTimer(self, singleShot=True, interval=max(0, after - ONE_MINUTE))
        self._warning.timeout.connect(self.soon)
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self.look)
        self._beat.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())
        self.touch()

    def touch(self) -> None:
        """Somebody is here."""
        self._timer.start()
        self._warning.start()

    def rest(self) -> None:
        """The window is locked: nothing is left to be warned of."""
        self._timer.stop()
        self._warning.stop()

    def look(self) -> None:
        """Locks after a sleep, in which no timer runs: whoever opens the lid need not be who closed it."""
        before, self._seen = self._seen, self._uptime()
        if self._seen - before > _SLEPT:
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self._timer.isActive():
            self.touch()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
