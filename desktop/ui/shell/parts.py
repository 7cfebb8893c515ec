"""Pieces of the pages before the office is open. They import nothing of the data layer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets.labels import label


class Busy(QProgressBar):
    """A thin bar that runs while something is being opened. It keeps its place when it rests."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()


def titled(title: str, editor: QWidget, inside: QVBoxLayout) -> None:
    """A label above an editor, tied to it for screen readers."""
    words = label(title)
    words.setBuddy(editor)
    inside.addWidget(words)
    inside.addSpacing(2)
    inside.addWidget(editor)
    inside.addSpacing(10)


def centred(around: QWidget, width: int, fill: Callable[[QVBoxLayout], None]) -> None:
    """Fills a page with one column of a fixed width in its middle.

    From the outside in: whatever moves into another widget takes the style sheet anew, with all that it holds.
    """
    page = QWidget(around)
    page.setProperty("look", "page")
    whole = QVBoxLayout(around)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(page)
    outside = QVBoxLayout(page)
    outside.setContentsMargins(24, 24, 24, 24)
    outside.addStretch(1)
    middle = QHBoxLayout()  # an alignment would take the height that wrapped lines need
    outside.addLayout(middle)
    outside.addStretch(1)
    column = QFrame(page)
    column.setFixedWidth(width)
    middle.addStretch(1)
    middle.addWidget(column)
    middle.addStretch(1)
    inside = QVBoxLayout(column)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(4)
    fill(inside)
