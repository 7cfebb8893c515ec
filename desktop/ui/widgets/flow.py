"""A layout that fills lines from the starting side and wraps, for chips and tags."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items one after the other in reading direction, as many lines as the width needs."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Puts a widget at a place; -1 is the end."""
        self.addWidget(widget)
        if index >= 0:
            self._items.insert(index, self._items.pop())
            self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def setGeometry(self, rect: QRect) -> None:
        """Places the items and asks for the height they need: scroll areas and grids lose heightForWidth."""
        super().setGeometry(rect)
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        height = self._place(inside)
        if height < inside.height():
            self._place(inside.translated(0, (inside.height() - height) // 2))
        needed = height + margins.top() + margins.bottom()
        owner = self.parentWidget()
        if owner is not None and owner.minimumHeight() != needed:
            owner.setMinimumHeight(needed)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect) -> int:
        owner = self.parentWidget()
        mirrored = owner is not None and owner.isRightToLeft()
        x, y, height, gap = rect.x(), rect.y(), 0, self.spacing()
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if height and x + size.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + gap, 0
            width = min(size.width(), rect.width())
            left = rect.left() + rect.right() - x - width + 1 if mirrored else x
            item.setGeometry(QRect(left, y, width, size.height()))
            x += size.width() + gap
            height = max(height, size.height())
        return y + height - rect.y()
