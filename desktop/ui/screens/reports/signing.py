"""What a signature means, said before it is given."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import h2, label, muted
from desktop.ui.widgets.wording import month_title

_WIDTH = 520


class SignDialog(QDialog):
    """Accepted when the manager has ticked that the pages were read, and signed."""

    def __init__(self, parent: QWidget, month: str, name: str) -> None:
        super().__init__(parent)
        title = self.tr("امضای گزارش {month}").format(month=month_title(month))
        self.setWindowTitle(title)
        self.read = QCheckBox(self.tr("صفحه‌ها را دیده‌ام و درست است."))
        self.sign = button(self.tr("امضا می‌کنم"), self.accept, icon_name="signature", look="primary")
        self.sign.setEnabled(False)
        self.read.toggled.connect(self.sign.setEnabled)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.sign)
        lower.addStretch(1)
        lower.addWidget(button(self.tr("انصراف"), self.reject))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addWidget(h2(title))
        for sentence in (
            self.tr("رقم‌ها، ردیف‌ها و متن‌های این ماه از این پس همین می‌مانند و واگرد ندارند."),
            self.tr("آنچه پس از این برای این ماه ثبت شود در گزارش ماه بعد، زیر «اصلاحات ماه‌های پیش»، می‌آید."),
            self.tr("اگر استان گزارش را برگرداند، نسخهٔ تازه‌ای ساخته می‌شود و این نسخه می‌ماند."),
        ):
            inside.addWidget(label(sentence, wrap=True))
        inside.addWidget(muted(self.tr("امضاکننده: {name}").format(name=name)))
        inside.addWidget(self.read)
        inside.addSpacing(6)
        inside.addLayout(lower)
        self.setMinimumWidth(_WIDTH)
        self.read.setFocus()
