"""The first screen of the morning. Every figure is counted in a worker from the records of the office."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.clock import IRAN, today_in_iran
from desktop.services.double_views import DOUBLES
from desktop.services.overview import Dashboard, Figure, dashboard, desk_of
from desktop.ui.form_work import Parts
from desktop.ui.operations import Changes, Operations, Progress
from desktop.ui.screens.dashboard.accounts_card import AccountsCard
from desktop.ui.screens.dashboard.conflicts_card import ConflictsCard
from desktop.ui.screens.dashboard.doubles_card import DoublesCard
from desktop.ui.screens.dashboard.figure_card import FigureCard
from desktop.ui.screens.dashboard.worklist import WorklistCard
from desktop.ui.sync_words import ICONS, TONES, light_words
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.charts import BarChart, LineChart
from desktop.ui.widgets.labels import IconLabel, card, h1, h2, muted, small
from desktop.ui.widgets.page import scrolled_page
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import grouped, long, month_name, percent

_SHOWS = frozenset(
    {
        "person", "household", "workshop", "workshop_session", "attendance", "need", "referral", "need_event",
        "double_verdict",
    }
)  # fmt: skip


class DashboardScreen(QWidget):
    """Cards, charts, the worklist, and the way to the three most frequent deeds."""

    open_record = Signal(str, str)

    def __init__(self, parts: Parts, parent: QWidget | None) -> None:
        super().__init__(parent)
        context, operations, _asker = parts
        self._context, self._operations = context, operations
        self._stale = False
        with context.office.read() as rows:
            self._desk = desk_of(rows, context.office.actor)
        self.residents = self._card("users", "primary", self.tr("ساکنان ثبت‌شدهٔ فعال"), 1)
        self.households = self._card("house", "info", self.tr("خانوارها"), 2)
        self.workshops = self._card("presentation", "warn", self.tr("کارگاه‌های در جریان"), 3)
        self.needs = self._card("hand-helping", "danger", self.tr("نیازهای باز"), 4)
        self.attendance = BarChart(self.tr("حضور در کارگاه‌ها"), self.tr("نفر"))
        self.met = LineChart(self.tr("نیازهای برآورده‌شده"), self.tr("مورد"))
        self.worklist = WorklistCard(parts, self.open_record.emit)
        self.doubles = DoublesCard(context, operations, lambda: self.open_record.emit("person", DOUBLES))
        self.accounts = AccountsCard(context, operations, lambda: self.open_record.emit("user_account", LIST))
        self.conflicts = ConflictsCard(context, operations, lambda: self.open_record.emit("conflict", LIST))
        self.here, self.sign = small(""), IconLabel("cloud-off", "muted", 16)
        self.greeting, self.today = h1(), muted()
        self._lay_out()
        self.setFocusProxy(self.worklist)
        operations.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Looks at everything again."""
        self.worklist.reload()
        self._count()

    def show_record(self, record_id: str) -> None:
        """Goes on with putting off what is to be done about a record."""
        self.worklist.put_off_again(record_id)

    def _count(self) -> None:
        self._day = self._today()
        self._greet()
        self._stale = False
        office = self._context.office

        def work(_progress: Progress) -> Dashboard:
            with office.read() as rows:
                return dashboard(rows, office.actor)

        self._operations.run(work, self._show, title=self.tr("در حال شمردن…"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._day != self._today():
            self.reload()
        elif self._stale:
            self._count()

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & _SHOWS:
            return
        if self.isVisible():
            self._count()
        else:
            self._stale = True

    def _today(self) -> date:
        return today_in_iran(self._context.office.clock())

    def _greet(self) -> None:
        hour = datetime.now(IRAN).hour
        if 4 <= hour < 11:
            told = self.tr("صبح به‌خیر، {name}")
        elif 11 <= hour < 15:
            told = self.tr("ظهر به‌خیر، {name}")
        elif 15 <= hour < 19:
            told = self.tr("عصر به‌خیر، {name}")
        else:
            told = self.tr("شب به‌خیر، {name}")
        self.greeting.setText(told.format(name=self._desk.user_name))
        self.today.setText(f"{long(self._day)} — {self._desk.office_title}")

    def _show(self, found: Dashboard) -> None:
        self.residents.show_figure(found.residents, *self._growth(found.residents))
        self.households.show_figure(found.households, *self._growth(found.households))
        sessions = self.tr("%Ln جلسه در این هفته", "", found.workshops.beside)
        self.workshops.show_figure(found.workshops, sessions, "calendar-days", "muted")
        late = found.needs.beside
        told = self.tr("%Ln مورد از مهلت گذشته", "", late) if late else self.tr("هیچ‌یک از مهلت نگذشته است")
        self.needs.show_figure(found.needs, told, "clock" if late else "circle-check", "danger" if late else "ok")
        names = [month_name(int(month[5:])) for month in found.months]
        self.attendance.set_data(names, found.attendance if any(found.attendance) else ())
        self.met.set_data(names, found.met if any(found.met) else ())
        self.here.setText(light_words(found.light))
        self.sign.show_icon(ICONS[found.light.light], TONES[found.light.light])
        self.doubles.refresh()
        self.conflicts.refresh()
        self.accounts.refresh()

    def _growth(self, figure: Figure) -> tuple[str, str, Tone]:
        added, before = figure.beside, figure.now - figure.beside
        if not added:
            return self.tr("در این ماه ثبت تازه‌ای نبوده است"), "minus", "muted"
        if before and added / before < 1:
            share = percent(100 * added / before)
            return self.tr("{share} بیش از ماه پیش").format(share=share), "trending-up", "ok"
        return self.tr("{n} ثبت در این ماه").format(n=grouped(added)), "trending-up", "ok"

    def _card(self, icon_name: str, tone: Tone, title: str, number: int) -> FigureCard:
        kind = ("", "person", "household", "workshop", "need")[number]
        return FigureCard(icon_name, tone, title, lambda: self.open_record.emit(kind, LIST))

    def _lay_out(self) -> None:
        inside = scrolled_page(self)
        inside.addLayout(self._head())
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for shown in (self.residents, self.households, self.workshops, self.needs):
            cards.addWidget(shown, 1)
        inside.addLayout(cards)
        beside = QVBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(
            _chart_card(self.attendance, self.tr("حضور در کارگاه‌ها"), self.tr("شمار حضورها در هفت ماه گذشته")), 1
        )
        beside.addWidget(
            _chart_card(self.met, self.tr("نیازهای برآورده‌شده"), self.tr("نیازهایی که در هر ماه برآورده شده‌اند")), 1
        )
        beside.addWidget(self.conflicts)
        beside.addWidget(self.doubles)
        beside.addWidget(self.accounts)
        beside.addLayout(self._sync_line())
        lower = QHBoxLayout()
        lower.setSpacing(14)
        lower.addWidget(self.worklist, 3)
        lower.addLayout(beside, 2)
        self.worklist.setMinimumHeight(_LEAST)
        inside.addLayout(lower, 1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.greeting)
        words.addWidget(self.today)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(words, 1)
        head.addWidget(button(self.tr("ثبت نیاز"), lambda: self.open_record.emit("need", ""), icon_name="hand-helping"))
        head.addWidget(
            button(self.tr("کارگاه تازه"), lambda: self.open_record.emit("workshop", ""), icon_name="presentation")
        )
        new = button(
            self.tr("ثبت خانوار"), lambda: self.open_record.emit("household", ""), icon_name="plus", look="primary"
        )
        head.addWidget(new)
        return head

    def _sync_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.here, 1)
        return row


_LEAST, _LEAST_CHART = 400, 84  # pixels of the worklist, in which five things to do can be read, and of a chart
LIST = "*"
"""Asks for the list of a kind instead of a record."""


def _chart_card(chart: QWidget, title: str, told: str) -> QFrame:
    frame, inside = card(0)
    inside.setContentsMargins(18, 10, 18, 6)
    inside.addWidget(h2(title))
    inside.addWidget(small(told))
    chart.setMinimumHeight(_LEAST_CHART)
    inside.addWidget(chart, 1)
    return frame


def make_screen(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    return DashboardScreen((context, operations, asker), parent)
