"""The first page of the screen: the same needs as a list or as a board, and what has helped elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.system.settings import Settings
from desktop.ui.record_list import RecordList
from desktop.ui.screens.needs.board import Board
from desktop.ui.screens.needs.pane import NeedPane
from desktop.ui.screens.needs.solutions import SolutionPane
from desktop.ui.widgets.buttons import tip
from desktop.ui.widgets.chips import ChipRow

LIST, BOARD, SOLUTIONS = "list", "board", "solutions"
_REMEMBERED = "view-needs"
_KEYS = {LIST: "Ctrl+1", BOARD: "Ctrl+2", SOLUTIONS: "Ctrl+3"}


class NeedsPage(QWidget):
    """Which of the three is shown is remembered. Beside the board the pane waits until a card is opened."""

    turned = Signal(str)

    def __init__(
        self,
        lists: Mapping[str, RecordList],
        board: Board,
        panes: tuple[NeedPane, SolutionPane],
        deeds: Sequence[QWidget],
        settings: Settings,
    ) -> None:
        super().__init__()
        self._lists, self._board, self._settings = lists, board, settings
        self._pane, self._solution_pane = panes
        self.switch = ChipRow(self._views(), self.tr("نمایش نیازها"))
        for (view, key), chip in zip(_KEYS.items(), self.switch.chips(), strict=True):
            chip.setToolTip(tip(chip.text(), key))
            QShortcut(QKeySequence(key), self).activated.connect(lambda view=view: self.show_view(view))
        self.switch.changed.connect(lambda: self.show_view(self.switch.choice() or LIST))
        self._shown = {LIST: lists[LIST], BOARD: board, SOLUTIONS: lists[SOLUTIONS]}
        self._body = QStackedWidget()
        for shown in self._shown.values():
            self._body.addWidget(shown)
        self._bars = {name: _held(one) for name, one in lists.items()}
        self._lay_out(deeds)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._search)
        kept = settings.text(_REMEMBERED)
        self._show(kept if kept in self._shown else LIST)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lists[SOLUTIONS if self.view() == SOLUTIONS else LIST].refresh()  # the board is read with its list

    def view(self) -> str:
        """Which one is shown now."""
        return self.switch.choice() or LIST

    def show_view(self, view: str) -> None:
        """Shows another one, from now on."""
        self._settings.keep(**{_REMEMBERED: view})
        self._show(view)
        self.take_focus()
        self.turned.emit(view)

    def show_need(self) -> None:
        """Makes room for one need: beside list or board, never beside the nameless notes."""
        if self.view() == SOLUTIONS:
            self.show_view(LIST)
        self._pane.show()

    def take_focus(self) -> None:
        """The cursor goes to what is shown."""
        target = self._board if self.view() == BOARD else self._lists[self.view()].table
        target.setFocus()

    def _show(self, view: str) -> None:
        self.switch.choose([view])
        self._body.setCurrentWidget(self._shown[view])
        named = SOLUTIONS if view == SOLUTIONS else LIST
        for name, one in self._lists.items():
            one.title.setVisible(name == named)
            one.count.setVisible(name == named and view != BOARD)
            self._bars[name].setVisible(name == named)
        self._lists[LIST].filters["state"].setVisible(view != BOARD)
        self._pane.setVisible(view == LIST)
        self._solution_pane.setVisible(view == SOLUTIONS)

    def _search(self) -> None:
        self._lists[SOLUTIONS if self.view() == SOLUTIONS else LIST].search.begin()

    def _views(self) -> list[tuple[str, str]]:
        return [(LIST, self.tr("فهرست")), (BOARD, self.tr("تابلو")), (SOLUTIONS, self.tr("راه‌حل‌ها"))]

    def _lay_out(self, deeds: Sequence[QWidget]) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        for one in self._lists.values():
            head.addWidget(one.title)
            head.addWidget(one.count)
        head.addSpacing(12)
        head.addWidget(self.switch, 1)
        for deed in deeds:
            head.addWidget(deed)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self._body, 1)
        body.addWidget(self._pane)
        body.addWidget(self._solution_pane)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(14)
        inside.addLayout(head)
        for bar in self._bars.values():
            inside.addWidget(bar)
        inside.addLayout(body, 1)


def _held(shown: RecordList) -> QWidget:
    """The search and filters of a list as one thing that can be hidden."""
    holder = QWidget()
    shown.bar.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(shown.bar)
    return holder
