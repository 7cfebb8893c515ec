"""«معتمدان و گروه‌ها»: one room for the people the neighbourhood leans on, with a tab for each sort."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.ui.operations import Operations
from desktop.ui.screens.community.screen import make_groups, make_trustees
from desktop.ui.screens.community.volunteers import VolunteersPage
from desktop.ui.tabbed_room import Tab, TabbedRoom
from desktop.ui.widgets.questions import Asker

TRUSTEES, GROUPS, VOLUNTEERS = "local_trustee", "local_group", "volunteers"


def make_room(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    parts = (context, operations, asker)
    tabs = {
        TRUSTEES: Tab(translate("Community", "معتمدان"), lambda room: make_trustees(*parts, room), ("local_trustee",)),
        GROUPS: Tab(translate("Community", "گروه‌ها"), lambda room: make_groups(*parts, room), ("local_group",)),
        VOLUNTEERS: Tab(translate("Community", "همیاران"), lambda room: VolunteersPage(parts, room)),
    }
    return TabbedRoom(context.office, translate("Community", "معتمدان و گروه‌ها"), tabs, parent)
