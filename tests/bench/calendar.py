"""Painting a month of the calendar that is full, over the same month empty; the rest must fit into two frames."""

from __future__ import annotations

import datetime as dt
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap

from desktop.ui.application import make_application
from desktop.ui.widgets.month_calendar import MonthCalendar
from desktop.ui.widgets.month_grid import DayItem, Items
from tests.bench.figure import Figure, interleaved

ITEMS = 60
FRAME_MS = 1000 / 60
FRAMES = 2.0
_TITLES = ("مهارت‌های زندگی، گروه مادران", "خیاطی خانگی", "بازارچهٔ صنایع دستی", "فاطمه رنجبری", "سواد رسانه")
_TONES = ("primary", "info", "warn", "ok")


def measure() -> list[Figure]:
    app = make_application(["bench"], dark=False)
    today = dt.date(2025, 9, 24)
    full, empty = _shown(today, _month(today)), _shown(today, {})
    app.processEvents()
    figure = interleaved("calendar 60 items", lambda: _paint(full), lambda: _paint(empty), rounds=40)
    extra = (figure.ours - figure.floor) / FRAME_MS
    for shown in (full, empty):
        shown.close()
    return [figure, Figure("calendar extra frames", extra, FRAMES, "frame", figure.n)]


def _shown(today: dt.date, items: Items) -> MonthCalendar:
    made = MonthCalendar(today)
    made.resize(1000, 620)
    made.show()
    made.show_items(items, {dt.date(2025, 10, 3): "عید فطر"})
    return made


def _month(today: dt.date) -> Items:
    """Sixty lines, two on most days of the month."""
    first = today - dt.timedelta(days=1)
    items: dict[dt.date, list[DayItem]] = {}
    for n in range(ITEMS):
        item = DayItem(str(n), _TITLES[n % 5], "۱۰:۳۰" if n % 2 else "", _TONES[n % 4])  # type: ignore[arg-type]
        items.setdefault(first + dt.timedelta(days=n % 30), []).append(item)
    return items


def _paint(shown: MonthCalendar) -> None:
    grid = shown.grid.viewport()
    picture = QPixmap(grid.size())
    grid.render(picture)
