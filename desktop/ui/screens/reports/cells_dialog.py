"""The numbers of one table of the report, row by row; each opens the records behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.codes import CODE_LISTS
from desktop.domain.persian.text import search_key
from desktop.services.table_rows import TableFigure
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.finder import SearchLine
from desktop.ui.widgets.labels import EmptyState, h2
from desktop.ui.widgets.wording import dashed, grouped, said

_SIZE = QSize(560, 560)
_HEIGHT = 36


def table_titles() -> Mapping[str, str]:
    """Section → what its table is called, in the order of the report."""
    translate = QCoreApplication.translate
    return {
        "coverage": translate("Reports", "پوشش محله‌ها"),
        "visits": translate("Reports", "مراجعه‌ها و بازدیدها"),
        "needs": translate("Reports", "موجودی نیازها"),
        "agencies": translate("Reports", "پاسخ دستگاه‌ها"),
        "workshops": translate("Reports", "کارگاه‌ها"),
        "events": translate("Reports", "رویدادها"),
    }


def figure_title(figure: TableFigure) -> str:
    """Row and column of a number, as they are printed."""
    together = QCoreApplication.translate("Reports", "جمع")
    if figure.of_all_rows:
        row = together
    else:
        row = said(figure.row, "need_field") if figure.section == "needs" else figure.row
    if figure.section == "visits":
        column = together if figure.of_all_columns else said(CODE_LISTS["visit_type"][figure.column], "visit_type")
    else:
        column = _columns()[figure.column]
    return dashed((row, column))


def _columns() -> Mapping[str, str]:
    translate = QCoreApplication.translate
    return {
        "households_new": translate("Reports", "خانوار تازه"),
        "households_total": translate("Reports", "خانوار (کل)"),
        "persons_new": translate("Reports", "نفر تازه"),
        "persons_total": translate("Reports", "نفر (کل)"),
        "open_start": translate("Reports", "باز در آغاز ماه"),
        "new": translate("Reports", "تازه"),
        "reopened": translate("Reports", "بازگشایی"),
        "met": translate("Reports", "برآورده"),
        "rejected": translate("Reports", "ردشده"),
        "closed": translate("Reports", "بسته"),
        "open_end": translate("Reports", "باز در پایان ماه"),
        "sent": translate("Reports", "ارجاع تازه"),
        "outstanding": translate("Reports", "در انتظار"),
        "answered": translate("Reports", "پاسخ‌گرفته"),
        "unanswered": translate("Reports", "بی‌پاسخ"),
        "participants": translate("Reports", "شرکت‌کننده"),
        "women_heads": translate("Reports", "زن سرپرست"),
        "headcount": translate("Reports", "حاضران"),
        "volunteers": translate("Reports", "همیار"),
        "stalls": translate("Reports", "غرفه"),
    }


class CellsDialog(QDialog):
    """Typing narrows the list, Enter asks for the rows of the number that is marked; the list stays behind them."""

    rows_wanted = Signal(object)

    def __init__(self, parent: QWidget, title: str, figures: Sequence[TableFigure]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(_SIZE)
        self._lines = [(figure, f"{figure_title(figure)}: {grouped(figure.value)}") for figure in figures]
        self.list = QListWidget()
        self.list.setProperty("look", "checks")
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self.open_current())
        self.search = SearchLine(self.tr("جست‌وجو در رقم‌های این جدول"))
        self.search.searched.connect(lambda _text: self._fill())
        self.search.left_down.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        lower = QHBoxLayout()
        lower.addWidget(button(self.tr("ردیف‌های پشت رقم"), self.open_current, look="primary"))
        lower.addStretch(1)
        lower.addWidget(button(self.tr("بستن"), self.reject))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addWidget(h2(title))
        if figures:
            inside.addWidget(self.search)
            inside.addWidget(self.list, 1)
            self._fill()
            self.list.setFocus()
        else:
            none = self.tr("این جدول خالی است"), self.tr("در این ماه چیزی نبوده است که در آن شمرده شود.")
            inside.addWidget(EmptyState("list-checks", *none), 1)
        inside.addLayout(lower)

    def open_current(self) -> None:
        """Asks for the rows of the number that is marked."""
        item = self.list.currentItem()
        if item is not None:
            self.rows_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _fill(self) -> None:
        typed = search_key(self.search.text())
        self.list.clear()
        for figure, line in self._lines:
            if typed in search_key(line):
                made = QListWidgetItem(line)
                made.setData(Qt.ItemDataRole.UserRole, figure)
                made.setSizeHint(QSize(0, _HEIGHT))
                self.list.addItem(made)
        self.list.setCurrentRow(0)
