"""The mark of the program, and the dark side panel of the windows that come before the office is open."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.ui.widgets.direction import CENTER, TOP
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.labels import Paragraph, label


def mark(*, large: bool = False) -> QLabel:
    """The letter «ت» in its soft square."""
    made = label("ت", "large-mark" if large else "mark")
    made.setProperty("alignment", CENTER)
    made.setFixedSize(56, 56) if large else made.setFixedSize(38, 38)
    return made


class BrandPanel(QFrame):
    """The name of the program and what it promises, at the starting side."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self.setFixedWidth(380)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(40, 44, 40, 36)
        inside.setSpacing(0)
        inside.addWidget(mark(large=True))
        inside.addSpacing(18)
        inside.addWidget(label(self.tr("تسهیلگر"), "kpi"))
        inside.addSpacing(4)
        told = Paragraph(self.tr("همراه دفترهای تسهیلگری و توسعهٔ محلی"))
        told.setProperty("look", "small")
        inside.addWidget(told)
        inside.addStretch(1)
        for icon_name, text in (
            ("cloud-off", self.tr("بی‌اینترنت هم کار می‌کند")),
            ("lock", self.tr("همهٔ داده‌ها رمز شده و تنها در همین رایانه است")),
            ("undo-2", self.tr("هر تغییر را می‌توان واگرد کرد")),
        ):
            inside.addLayout(_promise(icon_name, text))
            inside.addSpacing(14)


def _promise(icon_name: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    picture = QLabel()
    picture.setPixmap(pixmap(icon_name, "rail_ring", 19))
    sentence = Paragraph(text)
    sentence.setProperty("look", "small")
    picture.setProperty("alignment", TOP)
    row.addWidget(picture)
    row.addWidget(sentence, 1)
    return row
