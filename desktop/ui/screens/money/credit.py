"""One credit: how much of it came, how much was spent, and what is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.services.money_views import CreditStanding
from desktop.services.record_views import RecordView
from desktop.ui.record_pane import RecordPane
from desktop.ui.widgets.direction import is_rtl, start
from desktop.ui.widgets.facts import Fact, ShareBar
from desktop.ui.widgets.labels import number, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import grouped, in_words

_ALMOST = 0.9  # of what came is spent


class CreditPane(RecordPane):
    """The amount as it was typed stands below it, in words."""

    def _show_body(self, view: RecordView, more: Any) -> None:
        credit, money = view.row, more
        translate = QCoreApplication.translate
        rials = translate("Declared", "{amount} ریال")
        self.column.addWidget(number(rials.format(amount=grouped(credit["amount_rial"]))), 0, start())
        if is_rtl():
            self.add(small(in_words(credit["amount_rial"]), wrap=True))
        if credit["entered_amount"] and credit["entered_unit"] != "ریال":
            told = translate("Money", "نوشته شده: {amount} {unit}")
            self.add(small(told.format(amount=credit["entered_amount"], unit=credit["entered_unit"]), wrap=True))
        if isinstance(money, CreditStanding) and (money.held or money.spent):
            tone = _tone(money)
            told = translate("Money", "هزینه‌شده {spent} از {held} ریال")
            text = told.format(spent=grouped(money.spent), held=grouped(money.held))
            bar = ShareBar(text)
            bar.show_share(money.spent, money.held or 1, tone)
            self.add(bar, small(text, wrap=True))
            left = rials.format(amount=grouped(money.left))
            self.add(Fact("wallet", translate("Money", "مانده"), left, tone if money.left < 0 else None))
        self._show_facts(view, ("amount_rial",))
        for child in self._subject.children:
            self._show_children(child, view)


def _tone(money: CreditStanding) -> Tone:
    if money.left < 0:
        return "danger"
    return "warn" if money.held and money.spent / money.held >= _ALMOST else "ok"
