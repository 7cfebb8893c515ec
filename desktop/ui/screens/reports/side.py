"""What stands beside the pages of a report: its figures, its texts, what blocks the signature, and the months."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.monthly_report import DRAFT
from desktop.services.report_views import ReportDesk
from desktop.ui.screens.reports.blockers import BlockersPanel
from desktop.ui.screens.reports.cards import WIDTH, IndicatorCards
from desktop.ui.screens.reports.months import MonthsPanel
from desktop.ui.screens.reports.texts import TextsPanel
from desktop.ui.widgets.buttons import tip
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.wording import grouped

FIGURES, TEXTS, SIGNING, MONTHS = "figures", "texts", "signing", "months"


class SidePanel(QWidget):
    """Ctrl+1 to Ctrl+4 turn to its four pages."""

    def __init__(self) -> None:
        super().__init__()
        self.cards, self.texts, self.blockers, self.months = (
            IndicatorCards(), TextsPanel(), BlockersPanel(), MonthsPanel(),
        )  # fmt: skip
        self._pages: dict[str, QWidget] = {
            FIGURES: self.cards, TEXTS: self.texts, SIGNING: self.blockers, MONTHS: self.months,
        }  # fmt: skip
        self.chips = ChipRow(self._titles(), self.tr("بخش‌های گزارش"), in_line=True)
        self.stack = QStackedWidget()
        for place, (name, page) in enumerate(self._pages.items(), 1):
            self.stack.addWidget(page)
            key = f"Ctrl+{place}"
            self.chips.chips()[place - 1].setToolTip(tip(self.chips.chips()[place - 1].text(), key))
            QShortcut(QKeySequence(key), self).activated.connect(lambda name=name: self.turn(name, focus=True))
        self.chips.changed.connect(lambda: self.turn(self.chips.choice() or FIGURES))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.chips)
        inside.addWidget(self.stack, 1)
        self.setFixedWidth(WIDTH)
        self.turn(FIGURES)

    def turn(self, name: str, *, focus: bool = False) -> None:
        """Shows one of the four pages."""
        self.chips.choose([name])
        self.stack.setCurrentWidget(self._pages[name])
        if focus:
            (self._pages[name].focusProxy() or self.chips).setFocus()

    def show_desk(self, desk: ReportDesk) -> None:
        """Everything of one month's report."""
        report = desk.report
        is_draft = report is None or report["status"] == DRAFT
        self.cards.show_indicators(desk.indicators, notes=desk.notes, may_note=is_draft and desk.may_write)
        self.texts.show_texts(report["narrative"] if report else (), may_write=is_draft and desk.may_write)
        self.blockers.show_blockers(desk.blockers, desk.faults, signed=not is_draft)
        self.months.show_months(desk.states, desk.month, desk.version)
        waiting = len(desk.blockers)
        text = self.tr("امضا ({n})").format(n=grouped(waiting)) if waiting else self.tr("امضا")
        self.chips.set_text(SIGNING, text)

    def _titles(self) -> Sequence[tuple[str, str]]:
        return (
            (FIGURES, self.tr("رقم‌ها")),
            (TEXTS, self.tr("متن‌ها")),
            (SIGNING, self.tr("امضا")),
            (MONTHS, self.tr("ماه‌ها")),
        )
