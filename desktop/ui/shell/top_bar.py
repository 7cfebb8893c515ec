"""The bar above the screens: the search, the mark of a fictional office, who sits here."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.services.overview import Desk
from desktop.ui.shell.global_search import GlobalSearch
from desktop.ui.widgets.labels import Avatar, badge, label, small
from desktop.ui.widgets.wording import label_of


class TopBar(QFrame):
    """Stands above every screen."""

    def __init__(self, desk: Desk, search: GlobalSearch) -> None:
        super().__init__()
        self.setProperty("look", "topbar")
        self.setFixedHeight(60)
        self.fictional = badge(self.tr("دادهٔ آزمایشی"), "warn")
        self.fictional.setVisible(desk.fictional)
        self.fictional.setToolTip(self.tr("این دفتر ساختگی است؛ هیچ‌یک از افراد آن واقعی نیستند."))
        search.setMinimumWidth(420)
        search.setMaximumWidth(460)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(desk.user_name, "strong"))
        words.addWidget(small(label_of("user_role", desk.role)))
        words.addStretch(1)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(24, 0, 24, 0)
        inside.setSpacing(12)
        inside.addWidget(search, 1)
        inside.addStretch(1)
        inside.addWidget(self.fictional)
        inside.addSpacing(6)
        inside.addWidget(Avatar(desk.user_name, 36, "primary"))
        inside.addLayout(words)
