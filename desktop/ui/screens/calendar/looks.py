"""How each sort of thing looks in the calendar, and what its line says."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.services.calendar_month import ACTION, EVENT, SESSION, Planned
from desktop.ui.lines import Line
from desktop.ui.titles import entry_title
from desktop.ui.widgets.month_grid import DayItem
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import dashed, digits, label_of, listed, short_time

TONES: Final[dict[str, Tone]] = {SESSION: "primary", EVENT: "info", ACTION: "warn"}
ICONS: Final[dict[str, str]] = {SESSION: "presentation", EVENT: "calendar", ACTION: "bell"}


def item_of(one: Planned) -> DayItem:
    """The line in the box of its day; its colour says which sort it is."""
    hour = short_time(one.hour) if one.hour else ""
    text = entry_title(one.title) or label_of("visit_type", one.of_type)
    return DayItem(one.key, text, hour, TONES[one.sort], one.over or one.dropped)


def line_of(one: Planned) -> Line:
    """The line in the list of the marked day."""
    hour = short_time(one.hour) if one.hour else ""
    details = {
        SESSION: (hour, one.where),
        EVENT: (hour, label_of("event_type", one.of_type), one.where),
        ACTION: (label_of("visit_type", one.of_type),),
    }
    detail = listed(details[one.sort])
    return Line(ICONS[one.sort], TONES[one.sort], title_of(one), detail, *_end(one))


def title_of(one: Planned) -> str:
    """What people call it."""
    if one.sort == SESSION:
        number = QCoreApplication.translate("Calendar", "جلسهٔ {number}").format(number=digits(str(one.number)))
        return dashed((one.title, number))
    if one.sort == EVENT:
        return one.title
    action = QCoreApplication.translate("Calendar", "اقدام بعدی")
    return dashed((action, entry_title(one.title)))


def _end(one: Planned) -> tuple[str, Tone | None]:
    if one.dropped:
        dropped = QCoreApplication.translate("Calendar", "لغو شد")
        not_held = QCoreApplication.translate("Calendar", "برگزار نشد")
        return (dropped if one.sort == EVENT else not_held), "muted"
    if not one.over:
        return "", None
    held = QCoreApplication.translate("Calendar", "برگزار شد")
    return (held if one.sort != ACTION else QCoreApplication.translate("Calendar", "انجام شد")), "ok"
