"""The table of screens: name, icon, which kinds of records they show, and how each is made on its first visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.ui.operations import Operations
from desktop.ui.widgets.questions import Asker

Maker = Callable[[AppContext, Operations, Asker, QWidget | None], QWidget]


@dataclass(frozen=True)
class ScreenEntry:
    """One screen of the rail. `maker` imports the screen's module when it is first asked for."""

    name: str
    icon: str
    maker: Callable[[], Maker]
    kind: str = ""
    more_kinds: tuple[str, ...] = ()  # which it shows in other tabs


def _dashboard() -> Maker:
    from desktop.ui.screens.dashboard.screen import make_screen

    return make_screen


def _residents() -> Maker:
    from desktop.ui.screens.residents.screen import make_screen

    return make_screen


def _households() -> Maker:
    from desktop.ui.screens.households.screen import make_screen

    return make_screen


def _workshops() -> Maker:
    from desktop.ui.screens.workshops.screen import make_screen

    return make_screen


def _needs() -> Maker:
    from desktop.ui.screens.needs.screen import make_screen

    return make_screen


def _visits() -> Maker:
    from desktop.ui.screens.visits.screen import make_screen

    return make_screen


def _letters() -> Maker:
    from desktop.ui.screens.letters.screen import make_screen

    return make_screen


def _community() -> Maker:
    from desktop.ui.screens.community.room import make_room

    return make_room


def _organizations() -> Maker:
    from desktop.ui.screens.organizations.screen import make_screen

    return make_screen


def _reports() -> Maker:
    from desktop.ui.screens.reports.screen import make_screen

    return make_screen


def _spreadsheets() -> Maker:
    from desktop.ui.screens.spreadsheets.screen import make_screen

    return make_screen


SCREENS = (
    ScreenEntry("dashboard", "layout-dashboard", _dashboard, more_kinds=("postponement",)),
    ScreenEntry("residents", "users", _residents, "person"),
    ScreenEntry("households", "house", _households, "household"),
    ScreenEntry("workshops", "presentation", _workshops, "workshop"),
    ScreenEntry("needs", "hand-helping", _needs, "need"),
    ScreenEntry("letters", "send", _letters, "letter", ("referral",)),
    ScreenEntry("visits", "calendar-check", _visits, "visit"),
    ScreenEntry("reports", "chart-column", _reports),
    ScreenEntry("community", "handshake", _community, "local_trustee", ("local_group",)),
    ScreenEntry("organizations", "building-2", _organizations, "organization"),
    ScreenEntry("spreadsheets", "file-text", _spreadsheets, "spreadsheet"),
)
SCREEN_OF_KIND = {kind: entry for entry in SCREENS for kind in (entry.kind, *entry.more_kinds) if kind}


def screen_key(place: int) -> str:
    """The key that opens the screen at this place of the rail, counted from 0: ten digits, then with Shift."""
    return f"Alt+{(place + 1) % 10}" if place < 10 else f"Alt+Shift+{place - 9}"


def screen_title(name: str) -> str:
    """What the rail calls a screen."""
    titles = {
        "dashboard": QCoreApplication.translate("Screens", "پیشخوان"),
        "residents": QCoreApplication.translate("Screens", "ساکنان"),
        "households": QCoreApplication.translate("Screens", "خانوارها"),
        "workshops": QCoreApplication.translate("Screens", "کارگاه‌ها"),
        "needs": QCoreApplication.translate("Screens", "نیازها"),
        "letters": QCoreApplication.translate("Screens", "نامه‌ها"),
        "visits": QCoreApplication.translate("Screens", "مراجعه‌ها"),
        "community": QCoreApplication.translate("Screens", "معتمدان و گروه‌ها"),
        "organizations": QCoreApplication.translate("Screens", "دستگاه‌ها"),
        "reports": QCoreApplication.translate("Screens", "گزارش‌ها"),
        "spreadsheets": QCoreApplication.translate("Screens", "ورود و خروج"),
    }
    return titles[name]
