"""The table of screens: name, icon, which kinds of records they show, and how each is made on its first visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.ui.operations import Operations
from desktop.ui.widgets.questions import Asker

CONFLICT = "conflict"
"""By this name instead of its kind a record is opened among what laptops disagree about."""

AUDIT = "audit"
"""By this name instead of its kind a record is opened among the lines of the audit log that are about it."""

Maker = Callable[[AppContext, Operations, Asker, QWidget | None], QWidget]


@dataclass(frozen=True)
class ScreenEntry:
    """One screen of the rail. `maker` imports the screen's module when it is first asked for."""

    name: str
    icon: str
    maker: Callable[[], Maker]
    kind: str = ""
    group: str = ""  # under which heading of the rail it stands; "" above all
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


def _calendar() -> Maker:
    from desktop.ui.screens.calendar.screen import make_screen

    return make_screen


def _events() -> Maker:
    from desktop.ui.screens.events.screen import make_screen

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


def _neighborhoods() -> Maker:
    from desktop.ui.screens.neighborhoods.room import make_room

    return make_room


def _meetings() -> Maker:
    from desktop.ui.screens.meetings.room import make_room

    return make_room


def _money() -> Maker:
    from desktop.ui.screens.money.room import make_room

    return make_room


def _donations() -> Maker:
    from desktop.ui.screens.donations.room import make_room

    return make_room


def _ngos() -> Maker:
    from desktop.ui.screens.ngos.room import make_room

    return make_room


def _conflicts() -> Maker:
    from desktop.ui.screens.conflicts.screen import make_screen

    return make_screen


def _sync() -> Maker:
    from desktop.ui.screens.sync.screen import make_screen

    return make_screen


def _users() -> Maker:
    from desktop.ui.screens.users.screen import make_screen

    return make_screen


def _backups() -> Maker:
    from desktop.ui.screens.backups.screen import make_screen

    return make_screen


def _audit() -> Maker:
    from desktop.ui.screens.audit.screen import make_screen

    return make_screen


def _program() -> Maker:
    from desktop.ui.screens.program.screen import make_screen

    return make_screen


def _oversight() -> Maker:
    from desktop.ui.screens.oversight.room import make_room

    return make_room


SCREENS = (
    ScreenEntry("dashboard", "layout-dashboard", _dashboard, more_kinds=("postponement",)),
    ScreenEntry("residents", "users", _residents, "person", "people"),
    ScreenEntry("households", "house", _households, "household", "people"),
    ScreenEntry(
        "workshops",
        "presentation",
        _workshops,
        "workshop",
        "programmes",
        ("workshop_session", "workshop_enrollment", "certificate", "outcome_followup"),
    ),
    ScreenEntry("needs", "hand-helping", _needs, "need", "work"),
    ScreenEntry("letters", "send", _letters, "letter", "work", ("referral",)),
    ScreenEntry("visits", "calendar-check", _visits, "visit", "work"),
    ScreenEntry("reports", "chart-column", _reports, group="data", more_kinds=("monthly_report",)),
    ScreenEntry("community", "handshake", _community, "local_trustee", "partners", ("local_group",)),
    ScreenEntry("organizations", "building-2", _organizations, "organization", "partners"),
    ScreenEntry("spreadsheets", "file-text", _spreadsheets, "spreadsheet", "data"),
    ScreenEntry("calendar", "calendar-days", _calendar, group="work"),
    ScreenEntry("events", "calendar", _events, "event", "programmes", ("market_stall",)),
    ScreenEntry(
        "neighborhoods", "map", _neighborhoods, "neighborhood", "partners",
        (
            "neighborhood_population", "service_level", "facility", "neighborhood_capacity", "harm_observation",
            "office_neighborhood", "neighborhood_survey", "service_standard", "priority_harm", "harm_type",
            "city_population", "office", "county", "province",
        ),
    ),
    ScreenEntry(
        "meetings", "clipboard-list", _meetings, "meeting", "partners", ("resolution", "mou", "mou_commitment"),
    ),
    ScreenEntry("ngos", "users-round", _ngos, "ngo_plan", "partners", ("ngo_plan_catalogue",)),
    ScreenEntry(
        "money", "wallet", _money, "credit", "money",
        ("expense", "project", "project_need", "project_credit", "credit_request"),
    ),
    ScreenEntry("donations", "gift", _donations, "donation", "money", ("donor",)),
    ScreenEntry(
        "oversight", "search-check", _oversight, "evaluation", "money",
        ("inspection", "staff_member", "office_contract", "directive", "program"),
    ),
    ScreenEntry("conflicts", "scale", _conflicts, CONFLICT, "data"),
    ScreenEntry("sync", "refresh-cw", _sync, "", "data"),
    ScreenEntry("backups", "save", _backups, "", "data"),
    ScreenEntry("users", "key-round", _users, group="data", more_kinds=("user_account",)),
    ScreenEntry("audit", "scroll-text", _audit, AUDIT, "data"),
    ScreenEntry("program", "info", _program, group="data"),
)  # fmt: skip
"""In the order of their keys; a new room comes last, so that no hand has to learn another key."""

GROUPS = ("", "people", "work", "programmes", "partners", "money", "data")
"""The headings of the rail, from above."""
SCREEN_OF_KIND = {kind: entry for entry in SCREENS for kind in (entry.kind, *entry.more_kinds) if kind}


ROOM = "room"
"""What the global search calls a screen among the kinds of records."""


def rooms_of(group: str) -> Sequence[ScreenEntry]:
    """The rooms under a heading, in the order of the table."""
    return [entry for entry in SCREENS if entry.group == group]


def screen_key(place: int) -> str:
    """The key that opens the screen at this place of the table, counted from 0: ten digits, then ten with Shift.

    "" from the twentieth on: those are found by their names with Ctrl+K.
    """
    digit = (place + 1) % 10
    return f"Alt+{digit}" if place < 10 else f"Alt+Shift+{digit}" if place < 20 else ""


def key_of(name: str) -> str:
    """The key that opens a screen, "" for none."""
    return screen_key(next(place for place, entry in enumerate(SCREENS) if entry.name == name))


def group_title(name: str) -> str:
    """The heading of a group of the rail."""
    titles = {
        "people": QCoreApplication.translate("Screens", "مردم"),
        "work": QCoreApplication.translate("Screens", "کار روز"),
        "programmes": QCoreApplication.translate("Screens", "برنامه‌ها"),
        "partners": QCoreApplication.translate("Screens", "محله و شریکان"),
        "money": QCoreApplication.translate("Screens", "پول و پایش"),
        "data": QCoreApplication.translate("Screens", "گزارش و داده"),
    }
    return titles[name]


def screen_title(name: str) -> str:
    """What the rail calls a screen."""
    titles = {
        "dashboard": QCoreApplication.translate("Screens", "پیشخوان"),
        "residents": QCoreApplication.translate("Screens", "ساکنان"),
        "households": QCoreApplication.translate("Screens", "خانوارها"),
        "events": QCoreApplication.translate("Screens", "رویدادها"),
        "calendar": QCoreApplication.translate("Screens", "تقویم"),
        "workshops": QCoreApplication.translate("Screens", "کارگاه‌ها"),
        "needs": QCoreApplication.translate("Screens", "نیازها"),
        "letters": QCoreApplication.translate("Screens", "نامه‌ها"),
        "visits": QCoreApplication.translate("Screens", "مراجعه‌ها"),
        "community": QCoreApplication.translate("Screens", "معتمدان و گروه‌ها"),
        "organizations": QCoreApplication.translate("Screens", "دستگاه‌ها"),
        "reports": QCoreApplication.translate("Screens", "گزارش‌ها"),
        "spreadsheets": QCoreApplication.translate("Screens", "ورود و خروج"),
        "neighborhoods": QCoreApplication.translate("Screens", "محله‌ها"),
        "meetings": QCoreApplication.translate("Screens", "جلسه و تفاهم‌نامه"),
        "ngos": QCoreApplication.translate("Screens", "سمن‌ها"),
        "money": QCoreApplication.translate("Screens", "اعتبار و هزینه"),
        "donations": QCoreApplication.translate("Screens", "کمک‌های مردمی"),
        "oversight": QCoreApplication.translate("Screens", "پایش"),
        "sync": QCoreApplication.translate("Screens", "همگام‌سازی"),
        "backups": QCoreApplication.translate("Screens", "پشتیبان‌ها"),
        "users": QCoreApplication.translate("Screens", "کاربران"),
        "conflicts": QCoreApplication.translate("Screens", "تعارض‌ها"),
        "audit": QCoreApplication.translate("Screens", "دفتر رخدادها"),
        "program": QCoreApplication.translate("Screens", "برنامه"),
    }
    return titles[name]
