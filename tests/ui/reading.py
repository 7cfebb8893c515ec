"""Everything that a window says: the texts of its widgets, models and actions, and what is painted by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_MOST_ROWS = 40


def texts_of(window: QWidget, but: Collection[QWidget] = ()) -> Iterator[tuple[str, str]]:
    """Where and what, for a window and all that stands in it; `but` are parts that are left out with all of theirs."""
    yield "title", window.windowTitle()
    left_out = {*but, *(widget for part in but for widget in part.findChildren(QWidget))}
    for widget in [window, *window.findChildren(QWidget)]:
        if widget in left_out:
            continue
        name = type(widget).__name__
        yield f"{name} tip", widget.toolTip()
        yield f"{name} name", widget.accessibleName()
        yield f"{name} description", widget.accessibleDescription()
        for action in widget.actions():
            yield f"{name} action", action.text()
        for text in _own_texts(widget):
            yield name, text


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QTextEdit):
        yield from (widget.toPlainText(), widget.placeholderText())
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _model_texts(widget.model())


def _model_texts(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())  # private in lists
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(_MOST_ROWS, model.rowCount(QModelIndex()))):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                told = model.index(row, column).data(role)
                if isinstance(told, str):
                    yield told
