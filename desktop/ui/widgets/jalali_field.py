"""A date field that may be empty, understands what people type, and opens a Jalali calendar."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

from PySide6.QtCore import QCalendar, QDate, QEvent, QLocale, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QTextCharFormat, QValidator
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.persian.calendar import PartialDate, Precision, read_date, read_partial, to_gregorian
from desktop.domain.persian.digits import to_ascii
from desktop.domain.problems import Refusal
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.direction import digit_line, is_rtl
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.theme import colors
from desktop.ui.widgets.wording import digits, short

JALALI = QCalendar(QCalendar.System.Jalali)
TODAY_LETTERS = ("t", "ف", "ا")  # the key T in both layouts, and the first letter of «امروز»
_TYPED = re.compile(r"[0-9/]{0,10}")
_SIX_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_LENGTH = {Precision.year: 4, Precision.month: 7, Precision.day: 10}


def partial_text(partial: PartialDate) -> str:
    """As much of a date as is known: «۱۳۶۲», «۱۳۶۲/۰۵», «۱۳۶۲/۰۵/۰۱»."""
    return short(partial.date)[: _LENGTH[partial.precision]]


class JalaliField(QLineEdit):
    """Takes ۱۴۰۵/۱/۵, 1405-01-05, 14050105, 050105 in digits of any script; `partial` also a year or month."""

    date_changed = Signal()

    def __init__(self, *, partial: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partial = partial
        self._popup: _CalendarPopup | None = None
        digit_line(self)
        self.setMaxLength(10)
        self.setValidator(_DateValidator(self))
        self.setPlaceholderText(self.tr("روز، ماه یا سال") if partial else self.tr("۱۴۰۴/۰۶/۱۵"))
        opener = QAction(icon("calendar"), self.tr("گشودن تقویم"), self)
        opener.setToolTip(tip(self.tr("گشودن تقویم"), "Alt+Down"))
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.LeadingPosition)
        self.editingFinished.connect(self._tidy)
        self.textChanged.connect(lambda _text: self.date_changed.emit())

    def partial_value(self) -> PartialDate | None:
        """What is written, with its precision; None when empty or not readable (see `refusal`)."""
        try:
            return self._read()
        except Refusal:
            return None

    def value(self) -> dt.date | None:
        """The date written, or None."""
        found = self.partial_value()
        return found.date if found else None

    def set_value(self, given: dt.date | PartialDate | None) -> None:
        """Shows a date, or nothing."""
        if given is None:
            self.setText("")
        elif isinstance(given, PartialDate):
            self.setText(partial_text(given))
        else:
            self.setText(short(given))

    def refusal(self) -> Refusal | None:
        """Why what is written is no date; None when it is one or is empty."""
        try:
            self._read()
        except Refusal as refusal:
            return refusal
        return None

    def typed(self) -> str:
        """What is written, in a form that `About.read` takes."""
        text = to_ascii(self.text().strip())
        six = _SIX_DIGITS.fullmatch(text)
        return "/".join(six.groups()) if six else text

    def open_calendar(self) -> None:
        """Opens the calendar below the field, on the date written or today."""
        if self.isReadOnly() or not self.isEnabled():
            return
        if self._popup is None:
            self._popup = _CalendarPopup(self, less=self._partial)
            self._popup.picked.connect(self._picked)
        self._popup.open_at(self, self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down are a day later and earlier; with Alt, Down opens the calendar."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.isReadOnly():
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
            else:
                self._step(1 if event.key() == Qt.Key.Key_Up else -1)
            return
        super().keyPressEvent(event)

    def _read(self) -> PartialDate | None:
        text = self.typed()
        if not text:
            return None
        return read_partial(text) if self._partial else PartialDate(read_date(text), Precision.day)

    def _tidy(self) -> None:
        found = self.partial_value()
        if found and partial_text(found) != self.text():
            self.setText(partial_text(found))

    def _step(self, days: int) -> None:
        found = self.value()
        today = _python_date(QDate.currentDate())
        self.set_value(found + dt.timedelta(days) if found else today)

    def _picked(self, day: PartialDate | None) -> None:
        self.set_value(day)
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _python_date(day: QDate) -> dt.date:
    return dt.date(day.year(), day.month(), day.day())


class _DateValidator(QValidator):
    """Lets only digits and separators in, and shows them as Persian digits and strokes."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        plain = to_ascii(text).replace("-", "/").replace(".", "/").replace(" ", "")
        if not _TYPED.fullmatch(plain):
            return QValidator.State.Invalid, text, at
        return QValidator.State.Acceptable, digits(plain), min(at, len(plain))


class JalaliCalendar(QCalendarWidget):
    """A month of the Jalali calendar: Saturday first, Friday red.

    Arrows go by days and weeks, PgUp and PgDn by months (with Ctrl by years), Home and End to the ends of the month, T
    to today, Delete picks nothing.
    """

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale("fa_IR") if is_rtl() else QLocale())
        self.setCalendar(JALALI)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.setGridVisible(False)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Saturday)
        self.setDateEditEnabled(False)  # Qt's own line for dates reads backwards in right-to-left windows
        # Outside these years Qt's Jalali calendar is a day off in some of them.
        self.setDateRange(QDate(1277, 1, 1, JALALI), QDate(1436, 12, 29, JALALI))
        self._name_parts()
        self.color_fridays()
        self._days().installEventFilter(self)

    def color_fridays(self) -> None:
        """Takes the week's colours from the theme of the moment."""
        plain, red = QTextCharFormat(), QTextCharFormat()
        red.setForeground(QColor(colors().danger))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, red if day == Qt.DayOfWeek.Friday else plain)

    def begin(self) -> None:
        """Puts the cursor on the days."""
        self._days().setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return bool(super().eventFilter(watched, event))

    def _key(self, event: QKeyEvent) -> bool:
        day, key = self.selectedDate(), event.key()
        years = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        onwards = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setSelectedDate(day.addDays(1 if key == onwards else -1))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.setSelectedDate(day.addDays(7 if key == Qt.Key.Key_Down else -7))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = 1 if key == Qt.Key.Key_PageDown else -1
            self.setSelectedDate(day.addYears(step, JALALI) if years else day.addMonths(step, JALALI))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            month = day.daysInMonth(JALALI) if key == Qt.Key.Key_End else 1
            self.setSelectedDate(QDate(day.year(JALALI), day.month(JALALI), month, JALALI))
        elif event.text().lower() in TODAY_LETTERS:
            self.setSelectedDate(QDate.currentDate())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        else:
            return False
        return True

    def _days(self) -> QWidget:
        found = self.findChild(QWidget, "qt_calendar_calendarview")
        return found if isinstance(found, QWidget) else self

    def _name_parts(self) -> None:
        for name, picture, text in (
            ("qt_calendar_prevmonth", "chevron-left", self.tr("ماه پیش")),
            ("qt_calendar_nextmonth", "chevron-right", self.tr("ماه بعد")),
            ("qt_calendar_monthbutton", "", self.tr("برگزیدن ماه")),
            ("qt_calendar_yearbutton", "", self.tr("نوشتن سال")),
        ):
            part = self.findChild(QToolButton, name)
            if not isinstance(part, QToolButton):
                continue
            part.setAccessibleName(text)
            part.setToolTip(text)
            if picture:
                part.setIcon(icon(picture))
                part.setIconSize(QSize(18, 18))
        for name, text in (
            ("qt_calendar_calendarview", self.tr("روزهای ماه")),
            ("qt_calendar_yearedit", self.tr("سال")),
        ):
            view = self.findChild(QWidget, name)
            if isinstance(view, QWidget):
                view.setAccessibleName(text)


class _CalendarPopup(QFrame):
    """The calendar with «امروز» and «پاک‌کردن», for partial dates also «همین ماه» and «همین سال»; None is nothing."""

    picked = Signal(object)  # PartialDate | None

    def __init__(self, parent: QWidget, *, less: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl() else Qt.LayoutDirection.LeftToRight)
        self.calendar = JalaliCalendar(self)
        self.today = button(self.tr("امروز"), lambda: self._pick(QDate.currentDate()))
        self.clear = button(self.tr("پاک‌کردن"), lambda: self._pick(None))
        for signal in (self.calendar.clicked, self.calendar.activated):
            signal.connect(self._pick)
        self.calendar.emptied.connect(lambda: self._pick(None))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.calendar)
        row = QHBoxLayout()
        row.addWidget(self.today)
        row.addWidget(self.clear)
        inside.addLayout(row)
        if less:
            inside.addLayout(self._less())

    def open_at(self, field: QWidget, shown: dt.date | None) -> None:
        self.calendar.color_fridays()
        day = QDate(shown.year, shown.month, shown.day) if shown else QDate.currentDate()
        self.calendar.setSelectedDate(day)
        self.calendar.showSelectedDate()
        self.adjustSize()
        at = field.mapToGlobal(QPoint(field.width() - self.width() if is_rtl() else 0, field.height() + 4))
        room = field.screen().availableGeometry()
        if at.y() + self.height() > room.bottom():
            at.setY(max(room.top(), field.mapToGlobal(QPoint(0, -4 - self.height())).y()))
        at.setX(min(max(room.left(), at.x()), room.right() - self.width()))
        self.move(at)
        self.show()
        self.calendar.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it; Qt gives it to the days only."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def _less(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, precision in (
            (self.tr("تنها همین ماه"), Precision.month),
            (self.tr("تنها همین سال"), Precision.year),
        ):
            row.addWidget(button(text, partial(self._pick_part, precision)))
        return row

    def _pick_part(self, precision: Precision) -> None:
        self._pick(self.calendar.selectedDate(), precision)

    def _pick(self, day: QDate | None, precision: Precision = Precision.day) -> None:
        self.close()
        self.picked.emit(_partial(day, precision) if day is not None else None)


def _partial(day: QDate, precision: Precision) -> PartialDate:
    """As much of a day as is meant; what is not known is the first."""
    year = day.year(JALALI)
    month = day.month(JALALI) if precision is not Precision.year else 1
    number = day.day(JALALI) if precision is Precision.day else 1
    return PartialDate(to_gregorian(year, month, number), precision)
