"""The months with their reports: where each stands, and every version that was signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.services.report_views import MonthState
from desktop.ui.screens.reports.looks import STATUS_LOOKS
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import small
from desktop.ui.widgets.wording import dashed, digits, label_of, month_title, short

_MONTH, _VERSION = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_HEIGHT, _ICON = 38, 18


class MonthsPanel(QWidget):
    """Up and Down walk through it; what is marked is shown. Older versions stand below their month."""

    chosen = Signal(str, int)  # month, version; 0: the newest

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setProperty("look", "checks")
        self.list.setAccessibleName(self.tr("ماه‌ها و نسخه‌های گزارش"))
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._tell)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.list, 1)
        inside.addWidget(small(self.tr("هر نسخهٔ امضاشده همان‌گونه که امضا شد می‌ماند."), wrap=True))
        self.setFocusProxy(self.list)

    def show_months(self, states: Sequence[MonthState], month: str, version: int) -> None:
        """The list, with what is shown now marked in it; nothing is told of that."""
        self.list.blockSignals(True)
        self.list.clear()
        for state in states:
            self._add(state, month, version)
        self.list.blockSignals(False)
        marked = self.list.currentItem()
        if marked is not None:
            self.list.scrollToItem(marked)

    def _add(self, state: MonthState, month: str, version: int) -> None:
        newest = state.versions[-1] if state.versions else None
        texts = [month_title(state.month)]
        if newest is not None:
            texts.append(label_of("report_status", newest["status"]))
            if newest["version"] > 1:
                texts.append(_version(newest["version"]))
        self._item(dashed(texts), state.status, (state.month, 0), (month, version))
        for one in reversed(state.versions[:-1]):
            text = dashed((_version(one["version"]), label_of("report_status", one["status"]), short(one["status_on"])))
            self._item(text, one["status"], (state.month, one["version"]), (month, version), inner=True)

    def _item(self, text: str, status: str, key: tuple[str, int], now: tuple[str, int], *, inner: bool = False) -> None:
        name, tone = STATUS_LOOKS[status]
        made = QListWidgetItem(icon(name, tone), f"\u2003{text}" if inner else text)
        made.setData(_MONTH, key[0])
        made.setData(_VERSION, key[1])
        made.setSizeHint(QSize(0, _HEIGHT))
        self.list.addItem(made)
        if key == now:
            self.list.setCurrentItem(made)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_MONTH), item.data(_VERSION))


def _version(version: int) -> str:
    return QCoreApplication.translate("Reports", "نسخهٔ {n}").format(n=digits(str(version)))
