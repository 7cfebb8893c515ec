"""F1: the keys of the program on one page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import badge, h1, h2, label


class HelpDialog(QDialog):
    """Key names stay Latin, as on the keyboard."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("کلیدهای میان‌بر"))
        columns = QHBoxLayout()
        columns.setSpacing(36)
        for groups in self._columns():
            column = QVBoxLayout()
            column.setSpacing(10)
            for title, keys in groups:
                column.addWidget(h2(title))
                column.addLayout(_rows(keys))
                column.addSpacing(8)
            column.addStretch(1)
            columns.addLayout(column)
        lower = QHBoxLayout()
        lower.addStretch(1)
        lower.addWidget(button(self.tr("بستن"), self.accept, look="primary"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(28, 24, 28, 20)
        inside.setSpacing(16)
        inside.addWidget(h1(self.tr("کلیدهای میان‌بر")))
        inside.addLayout(columns)
        inside.addLayout(lower)

    def _columns(self) -> Sequence[Sequence[tuple[str, Sequence[tuple[str, str]]]]]:
        window = (
            ("Ctrl+K · F3", self.tr("جست‌وجو در همه‌چیز")),
            ("Ctrl+K · Down", self.tr("همهٔ صفحه‌ها")),
            ("Alt+1 … Alt+0", self.tr("رفتن به صفحه‌ها")),
            ("Alt+Shift+1 … Alt+Shift+0", self.tr("صفحه‌های یازدهم به بعد")),
            ("F5", self.tr("تازه‌کردن صفحه")),
            ("Ctrl+Z · F10", self.tr("واگرد آخرین ثبت")),
            ("Ctrl+L · F12", self.tr("قفل‌کردن برنامه")),
            ("F1", self.tr("همین راهنما")),
        )
        lists = (
            ("Ctrl+F", self.tr("جست‌وجو در فهرست")),
            ("Ctrl+F · F3 · Shift+F3", self.tr("جست‌وجو در برگه، مورد بعد و پیش")),
            ("↑ ↓ Home End", self.tr("جابه‌جایی در فهرست")),
            ("Enter", self.tr("گشودن پرونده")),
            ("F4", self.tr("کارهای ردیف نشان‌شده")),
            ("Ctrl+Tab", self.tr("بخش بعدی")),
            ("ا … ی", self.tr("رفتن به نخستین نام با آن حرف")),
        )
        forms = (
            ("Enter", self.tr("خانهٔ بعد")),
            ("Shift+Tab", self.tr("خانهٔ پیش")),
            ("F2 · Ctrl+Enter", self.tr("ثبت")),
            ("Esc", self.tr("بستن؛ اگر چیزی نوشته باشید می‌پرسد")),
        )
        household = (
            ("F6", self.tr("عضو بعد")),
            ("Ctrl+M", self.tr("افزودن عضو")),
            ("Shift+F6", self.tr("برداشتن عضو")),
            ("F7", self.tr("پرسش‌های بیشتر")),
            ("F8", self.tr("پذیرفتن کد ملی پیشنهادی")),
            ("F9", self.tr("همان فرد است")),
            ("Shift+F9", self.tr("فرد دیگری است")),
        )
        today = (
            ("F7", self.tr("به روزی دیگر، با نوشتن دلیل")),
            ("F8", self.tr("پیگیری نیاز بی‌مسئول با من")),
            ("Shift+F8", self.tr("… با همکار همان حوزه")),
            ("F9", self.tr("اقدام بعدی انجام شد")),
        )
        needs = (
            ("Ctrl+1 · Ctrl+2 · Ctrl+3", self.tr("فهرست، تابلو، راه‌حل‌ها")),
            ("← → ↑ ↓", self.tr("از کارت به کارت")),
            ("Space", self.tr("گام‌های کارت")),
            ("Ctrl+← · Ctrl+→", self.tr("بردن کارت به ستون کناری")),
            ("F9", self.tr("نامهٔ ارجاع")),
        )
        disputes = (
            ("1 · 2", self.tr("نشان‌کردن یک مقدار")),
            ("Enter", self.tr("همین بماند")),
            ("F4", self.tr("مقدار دیگر")),
        )
        sync = (
            ("F9", self.tr("همگام‌سازی با شبکه")),
            ("F7", self.tr("نوشتن پروندهٔ همراه")),
            ("F6", self.tr("خواندن پروندهٔ همراه")),
        )
        return (
            ((self.tr("پنجره"), window), (self.tr("کارهای امروز"), today)),
            ((self.tr("فهرست‌ها"), lists), (self.tr("خانه‌های فرم"), forms)),
            ((self.tr("ثبت خانوار"), household), (self.tr("نیازها"), needs)),
            ((self.tr("تعارض‌ها"), disputes), (self.tr("همگام‌سازی"), sync)),
        )


def _rows(keys: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(8)
    for row, (key, text) in enumerate(keys):
        shown = badge(f"\u200e{key}", "muted")
        grid.addWidget(label(text), row, 0)
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        grid.setColumnStretch(0, 1)
    return grid
