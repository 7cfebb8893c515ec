"""The card that stands beside a form when somebody tells of addiction, violence or a child at risk (G-03, G-04)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.domain.guard import GUIDANCE
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.labels import h2, icon_tile, muted
from desktop.ui.widgets.wording import digits, said


class GuidanceCard(QFrame):
    """Whom to call, and what is written down and what not. Nothing about its being shown is kept anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        title = QCoreApplication.translate("Guidance", "راهنما: اورژانس اجتماعی ۱۲۳")
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(h2(digits(title)))
        for sentence in GUIDANCE:
            words.addWidget(muted(digits(said(sentence)), wrap=True))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 12, 12, 12)
        inside.setSpacing(14)
        inside.addWidget(icon_tile("heart-pulse", "info", 42), 0, start())
        inside.addLayout(words, 1)
        close = icon_button("x", QCoreApplication.translate("Guidance", "بستن راهنما"), self.hide)
        inside.addWidget(close, 0, start())
        self.setAccessibleName(title)
        self.hide()
