"""«معتمدان و گروه‌ها»: one room for the people the neighbourhood leans on, with a tab for each sort."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.ui.operations import Operations
from desktop.ui.screens.community.screen import make_groups, make_trustees
from desktop.ui.screens.community.volunteers import VolunteersPage
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.questions import Asker

TRUSTEES, GROUPS, VOLUNTEERS = "local_trustee", "local_group", "volunteers"


class CommunityRoom(QWidget):
    """Ctrl+Tab goes to the next tab; the rest is each tab's own."""

    open_record = Signal(str, str)

    def __init__(self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._office = context.office
        parts = (context, operations, asker)
        self.pages: dict[str, Any] = {
            TRUSTEES: make_trustees(*parts, self),
            GROUPS: make_groups(*parts, self),
            VOLUNTEERS: VolunteersPage(parts, self),
        }
        translate = QCoreApplication.translate
        titles = {
            TRUSTEES: translate("Community", "معتمدان"),
            GROUPS: translate("Community", "گروه‌ها"),
            VOLUNTEERS: translate("Community", "همیاران"),
        }
        self.tabs = ChipRow(titles.items(), translate("Community", "معتمدان و گروه‌ها"))
        self.tabs.choose([TRUSTEES])
        self.stack = QStackedWidget()
        for page in self.pages.values():
            page.open_record.connect(self.open_record)
            self.stack.addWidget(page)
        across = QHBoxLayout()
        across.setContentsMargins(24, 16, 24, 0)
        across.addWidget(self.tabs)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(across)
        inside.addWidget(self.stack, 1)
        self.tabs.changed.connect(lambda: self.show_tab(self.tabs.choice() or TRUSTEES))
        QShortcut(QKeySequence("Ctrl+Tab"), self).activated.connect(self._next)
        self.show_tab(TRUSTEES)

    def page(self) -> Any:
        """The page of the tab shown now."""
        return self.stack.currentWidget()

    def show_tab(self, name: str) -> Any:
        """Shows one of the pages."""
        self.tabs.choose([name])
        self.stack.setCurrentWidget(self.pages[name])
        self.setFocusProxy(self.pages[name].list.table)
        return self.pages[name]

    def show_record(self, record_id: str) -> None:
        """Marks a trustee or a group in its own tab."""
        with self._office.read() as rows:
            name = next((kind for kind in (TRUSTEES, GROUPS) if rows.get(kind, record_id)), None)
        if name is not None:
            self.show_tab(name).show_record(record_id)

    def new_record(self) -> None:
        self.page().new_record()

    def reload(self) -> None:
        self.page().reload()

    def _next(self) -> None:
        names = list(self.pages)
        after = names[(names.index(self.tabs.choice() or TRUSTEES) + 1) % len(names)]
        self.show_tab(after).list.table.setFocus(Qt.FocusReason.TabFocusReason)


def make_room(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    return CommunityRoom(context, operations, asker, parent)
