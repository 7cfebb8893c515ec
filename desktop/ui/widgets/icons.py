"""Lucide icons in the colours of the theme; they follow a change of theme by themselves."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from desktop.system.paths import resource
from desktop.ui.widgets.direction import is_rtl
from desktop.ui.widgets.theme import colors

_DIRECTIONAL = frozenset(
    {"chevron-left", "chevron-right", "log-out", "arrow-left", "arrow-right", "undo-2", "send", "trending-up"}
    | {"trending-down", "list-checks"}
)
_CLONES: list[QIconEngine] = []


def pixmap(name: str, color: str = "muted", size: int = 20, dpr: float = 1.0, stroke: float = 2.0) -> QPixmap:
    """The icon `name` now; `color` is a token of `theme.Colors` or #rrggbb."""
    mirror = name in _DIRECTIONAL and is_rtl()
    drawn = _drawn(name, _hex(color), max(1, round(size * dpr)), mirror, stroke)
    if dpr == 1.0:
        return drawn
    scaled = QPixmap(drawn)
    scaled.setDevicePixelRatio(dpr)
    return scaled


def icon(name: str, color: str = "muted", *, on: str = "", disabled: str = "line2") -> QIcon:
    """An icon for buttons and menus. `on`: its colour when checked. Colours are tokens or #rrggbb."""
    return QIcon(_Engine(name, color, on or color, disabled))


class _Engine(QIconEngine):
    """Draws at the size, scale and colour of the moment, so that a new theme needs no new icons."""

    def __init__(self, name: str, color: str, on: str, disabled: str) -> None:
        super().__init__()
        self._parts = (name, color, on, disabled)

    def clone(self) -> QIconEngine:
        """Asked for only when somebody adds pictures to a copy; Qt takes the engine but Python would free it."""
        made = _Engine(*self._parts)
        _CLONES.append(made)
        return made

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        name, color, on, disabled = self._parts
        if mode == QIcon.Mode.Disabled:
            color = disabled
        elif state == QIcon.State.On:
            color = on
        return pixmap(name, color, min(size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, _scale: float) -> QPixmap:
        return self.pixmap(size, mode, state)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        # Not painter.device(): to name its class PySide would load all kinds of paint devices before the first paint.
        scale = painter.deviceTransform().m11()
        drawn = QPixmap(self.pixmap(rect.size() * scale, mode, state))
        drawn.setDevicePixelRatio(scale)
        side = min(rect.width(), rect.height())
        at = rect.topLeft() + QPoint((rect.width() - side) // 2, (rect.height() - side) // 2)
        painter.drawPixmap(at, drawn)


def _hex(color: str) -> str:
    return color if color.startswith("#") else str(getattr(colors(), color))


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, pixels: int, mirror: bool, stroke: float) -> QPixmap:
    svg = _source(name).replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    image = QPixmap(pixels, pixels)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image.transformed(QTransform.fromScale(-1, 1)) if mirror else image


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")
