"""What stands in the way of the signature, each a click away from where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.services.report_checks import Blocker
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.facts import Happening, clear
from desktop.ui.widgets.labels import EmptyState, small
from desktop.ui.widgets.wording import label_of, said, told


class BlockersPanel(QScrollArea):
    """Emits the record to be opened; an empty list says that nothing is in the way."""

    open_record = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._holder = QWidget()
        self._holder.setProperty("look", "scrolled")
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(2, 2, 8, 2)
        self._column.setSpacing(4)
        self.setWidget(self._holder)

    def show_blockers(self, found: Sequence[Blocker], faults: Sequence[tuple[str, str]], *, signed: bool) -> None:
        """`faults`: by section, what the province found wrong in the version that came back."""
        clear(self._column)
        for section, reason in faults:
            of = label_of("report_part", section) or self.tr("استان گزارش را برگرداند")
            self._column.addWidget(Happening("undo-2", "warn", of, [reason]))
        if signed:
            told_ = self.tr("امضا شده است"), self.tr("رقم‌های این گزارش دیگر عوض نمی‌شوند.")
            self._column.addWidget(EmptyState("signature", *told_))
            return
        if not found:
            told_ = self.tr("چیزی جلوی امضا را نگرفته است"), self.tr("صفحه‌ها را ببینید و سپس «امضا» را بزنید.")
            self._column.addWidget(EmptyState("circle-check", *told_))
            return
        self._column.addWidget(small(self.tr("این‌ها را درست کنید؛ فهرست خودش تازه می‌شود."), wrap=True))
        for one in found:
            self._column.addWidget(self._line(one))
        self._column.addStretch(1)
        ways = self._holder.findChildren(QPushButton)
        if ways:
            self.setFocusProxy(ways[0])

    def _line(self, one: Blocker) -> QWidget:
        made = Happening("triangle-alert", "danger", told(one.problem), [])
        if one.kind:
            go = button(self.tr("باز کردن"), lambda: self.open_record.emit(one.kind, one.record_id), look="link")
            go.setAccessibleName(self.tr("باز کردن {kind}").format(kind=said(KINDS[one.kind].label)))
            made.add_action(go)
        return made
