"""Cards of the month's figures, each with the month before and what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from desktop.domain.indicators import COUNT, DAYS, PERCENT, Indicator
from desktop.services.figure_rows import has_rows
from desktop.ui.screens.reports.cells_dialog import table_titles
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.labels import IconLabel, card, icon_tile, label, muted, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import decimal, grouped, listed, percent, said

WIDTH = 372
_LOOKS: Final[dict[str, tuple[str, Tone]]] = {
    "I-01": ("house", "primary"),
    "I-02": ("users", "info"),
    "I-03": ("map-pin", "ok"),
    "I-05": ("message-square", "info"),
    "I-06": ("hand-helping", "warn"),
    "I-07": ("clipboard-list", "danger"),
    "I-08": ("circle-check", "ok"),
    "I-09": ("circle-check", "ok"),
    "I-10": ("triangle-alert", "danger"),
    "I-11": ("building-2", "info"),
    "I-12": ("building-2", "info"),
    "I-13": ("history", "warn"),
    "I-14": ("clock", "info"),
    "I-15": ("presentation", "primary"),
    "I-20": ("handshake", "ok"),
    "I-20b": ("handshake", "ok"),
    "I-30": ("user", "muted"),
    "I-30b": ("list-checks", "muted"),
}
_OTHER: Final[tuple[str, Tone]] = ("chart-column", "muted")
_OF_THE_MONTH = ("I-01", "I-05", "I-06", "I-08", "I-14", "I-15")  # the others are stocks that are never empty


def is_empty(found: Mapping[str, Indicator]) -> bool:
    """Whether nothing at all was noted in the month."""
    return not any(found[code].value for code in _OF_THE_MONTH if code in found)


def figure(indicator: Indicator, value: float | None) -> str:
    """A value as it is printed; «—» when there is nothing to divide by, «×» when it is hidden."""
    if indicator.suppressed:
        return "×"
    return measure(value, indicator.definition.unit)


def measure(value: float | None, unit: str) -> str:
    """A number with its unit where the number alone would not say it."""
    if value is None:
        return "—"
    if unit == PERCENT:
        return percent(value)
    number = grouped(int(value)) if float(value).is_integer() else decimal(value)
    return QCoreApplication.translate("Reports", "{n} روز").format(n=number) if unit == DAYS else number


def beside_text(indicator: Indicator) -> str:
    """What is told with the figure so that it does not flatter, in one line."""
    return listed(
        f"{said(one.title)}: {measure(indicator.beside[one.name], one.unit)}"
        for one in indicator.definition.beside
        if one.name in indicator.beside
    )


def change_text(indicator: Indicator) -> tuple[str, str]:
    """An icon and a sentence for the difference to the month before."""
    value, before = indicator.value, indicator.previous
    if value is None or before is None or indicator.suppressed:
        return "minus", QCoreApplication.translate("Reports", "ماه پیش: —")
    known = QCoreApplication.translate("Reports", "ماه پیش: {value}").format(value=figure(indicator, before))
    difference = value - before
    if not difference:
        return "minus", known + " · " + QCoreApplication.translate("Reports", "بی‌تغییر")
    amount = abs(difference)
    shown = grouped(int(amount)) if float(amount).is_integer() else decimal(amount)
    if indicator.definition.unit == PERCENT:
        shown = QCoreApplication.translate("Reports", "{points} واحد").format(points=shown)
    elif before and indicator.definition.unit == COUNT:
        shown += f" ({percent(amount * 100 / before, 0)})"
    if difference > 0:
        return "trending-up", known + " · " + QCoreApplication.translate("Reports", "{n} بیشتر").format(n=shown)
    return "trending-down", known + " · " + QCoreApplication.translate("Reports", "{n} کمتر").format(n=shown)


class IndicatorCards(QScrollArea):
    """One card below the other. Each opens the records behind it, and a draft takes a note beside it.

    The last one leads to the numbers of the tables, section by section.
    """

    rows_wanted = Signal(str)
    table_wanted = Signal(str)
    note_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("look", "scrolled")
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self.setWidget(holder)

    def show_indicators(
        self, found: Mapping[str, Indicator], notes: Mapping[str, str] = MappingProxyType({}), *, may_note: bool = False
    ) -> None:
        """`notes` stand below their figures; `may_note`: they may still be written."""
        clear(self._grid)
        for place, indicator in enumerate(found.values()):
            self._grid.addWidget(self._card(indicator, notes.get(indicator.code, ""), may_note=may_note), place, 0)
        self._grid.addWidget(self._tables(), len(found), 0)
        self._grid.setRowStretch(len(found) + 1, 1)

    def _card(self, indicator: Indicator, note: str, *, may_note: bool) -> QWidget:
        definition = indicator.definition
        icon_name, tone = _LOOKS.get(indicator.code, _OTHER)
        frame, within = card(4)
        within.setContentsMargins(16, 11, 16, 9)
        picture, sentence = change_text(indicator)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(icon_tile(icon_name, tone, 38))
        upper.addWidget(muted(said(definition.title), wrap=True), 1)
        upper.addWidget(label(figure(indicator, indicator.value), "h1"))
        lower = QHBoxLayout()
        lower.setSpacing(6)
        lower.addWidget(IconLabel(picture, "muted", 14))
        lower.addWidget(small(sentence), 1)
        for deed in self._deeds(indicator.code, said(definition.title), may_note=may_note):
            lower.addWidget(deed)
        within.addLayout(upper)
        within.addLayout(lower)
        beside = beside_text(indicator)
        if beside:
            within.addWidget(small(beside, wrap=True))
        if note:
            within.addWidget(small(self.tr("یادداشت: {note}").format(note=note), wrap=True))
        frame.setToolTip(said(definition.text))
        told = (figure(indicator, indicator.value), sentence, beside, note)
        frame.setAccessibleName(f"{said(definition.title)}: {listed(told)}")
        return frame

    def _tables(self) -> QWidget:
        frame, within = card(4)
        within.addWidget(muted(self.tr("رقم‌های جدول‌ها")))
        for section, title in table_titles().items():
            opens = partial(self.table_wanted.emit, section)
            link = button(title, opens, icon_name="list-checks", look="link")
            within.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        return frame

    def _deeds(self, code: str, title: str, *, may_note: bool) -> list[QWidget]:
        made: list[QWidget] = []
        if has_rows(code):
            name = self.tr("ردیف‌های پشت «{figure}»").format(figure=title)
            made.append(icon_button("list-checks", name, partial(self.rows_wanted.emit, code)))
        if may_note:
            name = self.tr("یادداشت برای «{figure}»").format(figure=title)
            made.append(icon_button("pencil", name, partial(self.note_wanted.emit, code)))
        return made
