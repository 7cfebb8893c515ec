"""The screen «تقویم»: the month with all that is planned, the marked day beside it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.persian.order import sort_key
from desktop.services.calendar_month import ACTION, EVENT, SESSION, SORTS, Planned, Span, calendar_span
from desktop.ui.list_filters import with_count
from desktop.ui.operations import Changes, Operations, Progress
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.paper_menu import offer_papers
from desktop.ui.screens.calendar.begin import Beginnings
from desktop.ui.screens.calendar.day_pane import DayPane
from desktop.ui.screens.calendar.looks import item_of
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.labels import h1, muted
from desktop.ui.widgets.month_calendar import MonthCalendar
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.wording import grouped, month_title, said

_SHOWS = frozenset({"workshop", "workshop_session", "visit", "event", "neighborhood"})
EVERYWHERE = ""


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> CalendarScreen:
    return CalendarScreen(context, operations, asker, parent)


class CalendarScreen(QWidget):
    """Enter goes into the marked day and opens what is marked there; Ctrl+N begins something on the day."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations = context, operations
        self._today = _today(context)
        self._span = Span((), {}, {})
        self._holidays: dict[dt.date, str] = {}
        self._asked, self._stale = 0, False
        self.setProperty("look", "page")
        self.calendar = MonthCalendar(self._today)
        self.pane = DayPane()
        self.beginnings = Beginnings((context, operations, asker), self)
        self.count = muted()
        self._names = {
            SESSION: self.tr("جلسه‌های کارگاه"),
            EVENT: self.tr("رویدادها"),
            ACTION: self.tr("اقدام‌های بعدی"),
        }
        self.sorts = ChipRow([(sort, self._names[sort]) for sort in SORTS], self.tr("چه چیزهایی"), several=True)
        self.place = QComboBox()
        self.place.setAccessibleName(self.tr("محله"))
        self.place.setMinimumWidth(170)
        self.place.addItem(self.tr("همهٔ محله‌ها"), EVERYWHERE)
        self.new = button(self.tr("افزودن به این روز"), self.begin, icon_name="plus", look="primary", shortcut="Ctrl+N")
        self.poster = icon_button("printer", self.tr("برنامهٔ ماه برای دیوار"), self.offer_poster, shortcut="Ctrl+P")
        QShortcut(QKeySequence("F6"), self).activated.connect(self.begin)
        self.setFocusProxy(self.calendar)
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Reads what can be seen of the calendar again."""
        self._asked += 1
        number, office, (first, last) = self._asked, self._context.office, self.calendar.span()
        self._stale = False

        def work(_progress: Progress) -> Span:
            with office.read() as rows:
                return calendar_span(rows, first, last)

        def done(span: Span) -> None:
            if number == self._asked:
                self._span = span
                self._holidays = {day: said(name) for day, name in span.holidays.items()}
                self._fill_places()
                self._show()

        self._operations.run(work, done)

    def begin(self) -> None:
        """Offers what can be begun on the marked day."""
        self.beginnings.offer(self.calendar.day(), self._today, self.new)

    def new_record(self) -> None:
        """Another screen asks for a new visit or session: the day is chosen here first."""
        self.begin()

    def offer_poster(self) -> QMenu:
        """The programme of the month shown, of the neighbourhood chosen, in two sizes."""
        return offer_papers(self.poster, ("programme_poster", "programme_poster_a3"), self._show_poster)

    def _show_poster(self, name: str) -> None:
        month, place = self.calendar.month(), self.place.currentData() or EVERYWHERE
        title = self.tr("برنامهٔ {month}").format(month=month_title(month))
        file_name = f"{title}.pdf".replace(" ", "-")
        paper = office_paper(self._context.office, name, title, file_name, month=month, record_id=place)
        show_paper(self, self._operations, paper)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def shown(self) -> list[Planned]:
        """What the filters leave."""
        chosen, place = self.sorts.chosen(), self.place.currentData() or EVERYWHERE
        return [
            one
            for one in self._span.planned
            if (not chosen or one.sort in chosen) and place in (EVERYWHERE, one.neighborhood_id)
        ]

    def _show(self) -> None:
        by_day: dict[dt.date, list[Planned]] = {}
        for one in self.shown():
            by_day.setdefault(one.day, []).append(one)
        items = {day: [item_of(one) for one in planned] for day, planned in by_day.items()}
        self.calendar.show_items(items, self._holidays)
        inside = self.calendar.grid.month_model.is_inside
        many = sum(len(planned) for day, planned in by_day.items() if inside(day))
        self.count.setText(self.tr("{many} برنامه در این ماه").format(many=grouped(many)))
        self._count_sorts()
        self._show_day()

    def _count_sorts(self) -> None:
        place, inside = self.place.currentData() or EVERYWHERE, self.calendar.grid.month_model.is_inside
        here = (one for one in self._span.planned if inside(one.day) and place in (EVERYWHERE, one.neighborhood_id))
        many = Counter(one.sort for one in here)
        for sort in SORTS:
            self.sorts.set_text(sort, with_count(self._names[sort], many[sort]))

    def _show_day(self) -> None:
        day = self.calendar.day()
        self.pane.show_day(day, self._holidays.get(day, ""), [one for one in self.shown() if one.day == day])

    def _fill_places(self) -> None:
        """The neighbourhoods in their order; the chosen one stays."""
        chosen = self.place.currentData()
        was = self.place.blockSignals(True)
        while self.place.count() > 1:
            self.place.removeItem(1)
        for key, name in sorted(self._span.places.items(), key=lambda place: sort_key(place[1])):
            self.place.addItem(name, key)
        self.place.setCurrentIndex(max(0, self.place.findData(chosen)))
        self.place.blockSignals(was)

    def _open(self, key: str) -> None:
        one = self._by_key().get(key)
        if one is not None:
            self.open_record.emit(one.kind, one.record_id)

    def _by_key(self) -> Mapping[str, Planned]:
        return {one.key: one for one in self._span.planned}

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & _SHOWS:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _connect(self) -> None:
        self.calendar.month_shown.connect(lambda _month: self.reload())
        self.calendar.day_marked.connect(lambda _day: self._show_day())
        self.calendar.day_opened.connect(lambda _day: self.pane.begin())
        self.calendar.item_opened.connect(self._open)
        self.pane.opened.connect(self._open)
        self.pane.left.connect(lambda: self.calendar.setFocus(Qt.FocusReason.OtherFocusReason))
        self.sorts.changed.connect(self._show)
        self.place.currentIndexChanged.connect(lambda _place: self._show())
        self._operations.changed.connect(self._changed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(h1(self.tr("تقویم")))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addLayout(self.calendar.bar)
        head.addStretch(1)
        head.addWidget(self.poster)
        head.addWidget(self.new)
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self.sorts, 1)
        filters.addWidget(self.place)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self.calendar, 1)
        body.addWidget(self.pane)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addLayout(filters)
        inside.addLayout(body, 1)


def _today(context: AppContext) -> dt.date:
    with context.office.read() as rows:
        return rows.today
