"""One room for several subjects that belong together, with a tab for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.store.office_file import OfficeFile
from desktop.ui.widgets.chips import ChipRow


@dataclass(frozen=True)
class Tab:
    """One page of a room: made on its first visit, with the kinds whose records it shows."""

    title: str
    make: Callable[[QWidget], QWidget]
    kinds: tuple[str, ...] = ()


class TabbedRoom(QWidget):
    """Ctrl+Tab goes to the next tab, Ctrl+Shift+Tab to the one before; the rest is each tab's own."""

    open_record = Signal(str, str)

    def __init__(self, office: OfficeFile, name: str, tabs: Mapping[str, Tab], parent: QWidget | None) -> None:
        """`name` is what the row of tabs is called by a screen reader."""
        super().__init__(parent)
        self._office, self._tabs = office, tabs
        self._pages: dict[str, Any] = {}
        self.tabs = ChipRow([(key, tab.title) for key, tab in tabs.items()], name)
        self.stack = QStackedWidget()
        across = QHBoxLayout()
        across.setContentsMargins(24, 16, 24, 0)
        across.addWidget(self.tabs)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(across)
        inside.addWidget(self.stack, 1)
        self.tabs.changed.connect(lambda: self.show_tab(self.tabs.choice() or self.names()[0]))
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self._walk(step))
        self.show_tab(self.names()[0])

    def names(self) -> list[str]:
        """The tabs in their order."""
        return list(self._tabs)

    def page(self) -> Any:
        """The page of the tab shown now."""
        return self.stack.currentWidget()

    def show_tab(self, name: str) -> Any:
        """Shows one of the pages, made now if it is the first visit."""
        if name not in self._pages:
            made: Any = self._tabs[name].make(self)
            made.open_record.connect(self.open_record)
            self.stack.addWidget(made)
            self._pages[name] = made
        page = self._pages[name]
        self.tabs.choose([name])
        self.stack.setCurrentWidget(page)
        self.setFocusProxy(page.focusProxy() or page)
        return page

    def show_kind(self, kind: str) -> None:
        """Shows the tab in which records of this kind stand."""
        name = self._tab_of(kind)
        if name is not None:
            self.show_tab(name)

    def show_record(self, record_id: str) -> None:
        """Marks a record in its own tab."""
        kinds = [kind for tab in self._tabs.values() for kind in tab.kinds]
        with self._office.read() as rows:
            kind = next((kind for kind in kinds if rows.get(kind, record_id)), "")
        name = self._tab_of(kind)
        if name is not None:
            self.show_tab(name).show_record(record_id)

    def new_record(self) -> None:
        self.page().new_record()

    def reload(self) -> None:
        self.page().reload()

    def may_leave(self) -> bool:
        """Whether no page has something half written that the user wants to keep."""
        return all(page.may_leave() for page in self._pages.values() if hasattr(page, "may_leave"))

    def _tab_of(self, kind: str) -> str | None:
        return next((name for name, tab in self._tabs.items() if kind in tab.kinds), None)

    def _walk(self, step: int) -> None:
        names = self.names()
        self.show_tab(names[(names.index(self.tabs.choice() or names[0]) + step) % len(names)])
        self.setFocus(Qt.FocusReason.TabFocusReason)
