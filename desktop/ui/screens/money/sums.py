"""«جمع اعتبارها»: one table by source and purpose, in one unit, with every amount that was typed in another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.codes import CODE_LISTS
from desktop.domain.persian.regime import Regime
from desktop.services.money_views import MoneyLine, money_by, money_lines, together
from desktop.ui.form_work import Parts
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.record_pane import paper_title
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.direction import is_rtl
from desktop.ui.widgets.facts import Fact, clear, group
from desktop.ui.widgets.labels import EmptyState, h1, label, line, muted, number, scrolled_card, small
from desktop.ui.widgets.wording import digits, label_of, retold, said

_STATEMENT = "credit_statement"
_KINDS = frozenset({"credit", "expense", "office"})


class SumsPage(QWidget):
    """Chips choose the unit; a box chooses the year."""

    open_record = Signal(str, str)

    def __init__(self, parts: Parts, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._office = parts[0].office
        self._operations = parts[1]
        self._operations.changed.connect(self._changed)
        self._stale = False
        units = {
            Regime.RIAL: self.tr("ریال"),
            Regime.TOMAN: self.tr("تومان"),
            Regime.NEW: self.tr("ریال جدید"),
        }
        self.regime = ChipRow([(code.value, text) for code, text in units.items()], self.tr("یکای پول"), in_line=True)
        self.regime.changed.connect(self.reload)
        self.year = QComboBox()
        self.year.setAccessibleName(self.tr("سال مالی"))
        self.year.setMinimumWidth(150)
        self.year.currentIndexChanged.connect(lambda _place: self.reload())
        self.setFocusProxy(self.regime.chips()[0])
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(h1(self.tr("جمع اعتبارها")))
        head.addStretch(1)
        statement = self.tr("چاپ صورت اعتبار")
        head.addWidget(button(statement, self.print, icon_name="printer", shortcut="Ctrl+P"))
        head.addWidget(self.regime)
        head.addWidget(self.year)
        area, self._inside = scrolled_card(10)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addWidget(area, 1)
        self._begin()

    def reload(self) -> None:
        """Adds up again."""
        with self._office.read() as rows:
            lines = money_lines(rows, year=self.year.currentData())
        clear(self._inside)
        if not lines:
            nothing = self.tr("هنوز اعتباری ثبت نشده است"), self.tr("با ثبت نخستین اعتبار، جمع آن به تفکیک منبع می‌آید.")
            self._inside.addWidget(EmptyState("wallet", *nothing))
            return
        regime = Regime(self.regime.choice() or Regime.RIAL.value)
        self._inside.addWidget(muted(self.tr("همهٔ مبلغ‌ها به {unit}").format(unit=said(regime.unit))))
        self._inside.addLayout(_figures(together(lines), regime))
        self._inside.addWidget(line())
        self._inside.addLayout(_table(lines, regime))
        self._show_shares("county_id", self.tr("به تفکیک شهرستان"), self.tr("میانگین هر شهرستان"), regime)
        self._show_shares("org_id", self.tr("به تفکیک گیرنده"), self.tr("میانگین هر گیرنده"), regime)
        self._inside.addWidget(
            small(self.tr("هر مبلغ با هر یکایی که نوشته شده باشد، به ریال جاری جمع می‌شود."), wrap=True)
        )

    def _show_shares(self, field: str, title: str, mean: str, regime: Regime) -> None:
        """What each county, or each receiver, was meant to get; what is nobody's in particular stands at the end."""
        with self._office.read() as rows:
            found = money_by(rows, field, year=self.year.currentData())
        named = sorted((one for one in found if one.of), key=lambda one: (-one.requested, one.of))
        if not named:
            return
        self._inside.addWidget(group(title))
        for one in named:
            self._inside.addWidget(Fact("wallet", one.of, _figure(regime, one.requested)))
        for one in found:
            if not one.of:
                self._inside.addWidget(Fact("wallet", self.tr("بقیه"), _figure(regime, one.requested)))
        if len(named) > 1:
            each = sum(one.requested for one in named) // len(named)
            self._inside.addWidget(Fact("scale", mean, _figure(regime, each)))

    def print(self) -> None:
        """The statement of this year's credits and expenses, from where it is printed or saved."""
        title, name = paper_title(_STATEMENT), self.tr("صورت-اعتبار.pdf")
        show_paper(self, self._operations, office_paper(self._office, _STATEMENT, title, name))

    def new_record(self) -> None:
        """Nothing is written here; a new credit begins in its own tab."""
        self.open_record.emit("credit", "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._begin()

    def _begin(self) -> None:
        """The unit of the office, and the years there are."""
        with self._office.read() as rows:
            years = sorted({one["fiscal_year"] for one in rows.find("credit")}, reverse=True)
            currency = rows.find("office")[0]["display_currency"]
        if self.regime.choice() is None:
            self.regime.choose([currency])
        chosen = self.year.currentData()
        was = self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem(self.tr("همهٔ سال‌ها"), None)
        for year in years:
            self.year.addItem(digits(str(year)), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self.year.blockSignals(was)
        self.reload()

    def _changed(self, changes: Any) -> None:
        if not changes.kinds & _KINDS:
            return
        if self.isVisible():
            self._begin()
        else:
            self._stale = True


def _figures(whole: MoneyLine, regime: Regime) -> QHBoxLayout:
    translate = QCoreApplication.translate
    row = QHBoxLayout()
    row.setSpacing(40)
    for title, amount in (
        (translate("Sums", "جمع اعتبار"), whole.requested),
        (translate("Sums", "دریافت‌شده"), whole.received),
        (translate("Sums", "هزینه‌شده"), whole.spent),
        (translate("Sums", "مانده"), whole.remaining),
    ):
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(muted(title))
        shown = number(_figure(regime, amount))
        shown.setToolTip(regime.words(amount) if is_rtl() else "")
        shown.setAccessibleName(f"{title}: {_figure(regime, amount)} {said(regime.unit)}")
        column.addWidget(shown)
        row.addLayout(column)
    row.addStretch(1)
    return row


def _table(lines: Sequence[MoneyLine], regime: Regime) -> QGridLayout:
    """A row for each source, a column for each purpose, and the sums at the end of both."""
    amounts = {(one.source, one.purpose): one.requested for one in lines}
    sources = [code for code in CODE_LISTS["credit_source"] if any(key[0] == code for key in amounts)]
    purposes = [code for code in CODE_LISTS["credit_purpose"] if any(key[1] == code for key in amounts)]
    whole = QCoreApplication.translate("Sums", "جمع")
    grid = QGridLayout()
    grid.setHorizontalSpacing(26)
    grid.setVerticalSpacing(10)
    for column, purpose in enumerate([*(label_of("credit_purpose", code) for code in purposes), whole], 1):
        _put(grid, 0, column, muted(purpose))
    for place, source in enumerate(sources, 1):
        grid.addWidget(label(label_of("credit_source", source)), place, 0)
        of_source = [amounts.get((source, purpose), 0) for purpose in purposes]
        for column, amount in enumerate(of_source, 1):
            _put(grid, place, column, label(_figure(regime, amount) if amount else "—"))
        _put(grid, place, len(purposes) + 1, label(_figure(regime, sum(of_source)), "strong"))
    last = len(sources) + 1
    grid.addWidget(label(whole, "strong"), last, 0)
    for column, purpose in enumerate(purposes, 1):
        amount = sum(amount for key, amount in amounts.items() if key[1] == purpose)
        _put(grid, last, column, label(_figure(regime, amount), "strong"))
    _put(grid, last, len(purposes) + 1, label(_figure(regime, sum(amounts.values())), "strong"))
    grid.setColumnStretch(0, 1)
    return grid


def _figure(regime: Regime, amount: int) -> str:
    """An amount as the window writes numbers."""
    return retold(regime.figure(amount))


def _put(grid: QGridLayout, row: int, column: int, shown: QWidget) -> None:
    """Figures end at one line, like on paper."""
    grid.addWidget(shown, row, column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
