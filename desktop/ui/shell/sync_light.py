"""The sync light at the foot of the rail: green when nothing waits, amber with a number, red for a decision."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QToolButton

from desktop.context import AppContext
from desktop.services.sync_status import SyncLight, sync_light
from desktop.ui.operations import Operations, Progress
from desktop.ui.sync_words import ICONS, light_words
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.wording import grouped

_COLORS = {"alone": "#9fb8b5", "ok": "#4ade80", "waits": "#fbbf24", "trouble": "#fca5a5"}  # on the dark rail
_AFTER, _AGAIN = 1500, 60_000  # ms after a change, and between two looks


class SyncLightButton(QToolButton):
    """Leads to the page of sync; its tip tells the light in words."""

    def __init__(self, context: AppContext, operations: Operations) -> None:
        super().__init__()
        self._context, self._operations = context, operations
        self.shown: SyncLight | None = None
        self.setProperty("look", "foot")
        self.setIconSize(QSize(18, 18))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(34)
        self.setMinimumWidth(36)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self.refresh)
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self.refresh)
        self._again.start()
        operations.changed.connect(lambda _changes: self._soon.start())
        self._show(SyncLight("ok", 0, 0, 0))
        self._soon.start()

    def refresh(self) -> None:
        """Looks again, beside the window."""
        office = self._context.office

        def read(_progress: Progress) -> SyncLight:
            with office.read() as rows:
                return sync_light(rows, office.actor)

        self._operations.run(read, self._show, title=None)

    def _show(self, light: SyncLight) -> None:
        self.shown = light
        color = _COLORS[light.light]
        self.setIcon(icon(ICONS[light.light], color, on=color))
        many = light.conflicts or (light.waits if light.light == "waits" else 0)
        self.setText(grouped(many) if many else "")
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(beside if many else Qt.ToolButtonStyle.ToolButtonIconOnly)
        told = light_words(light)
        self.setToolTip(told)
        self.setAccessibleName(told)
