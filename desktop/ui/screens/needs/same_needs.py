"""The amber card over the form of a need: what is likely the same need, already open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.record import Row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.labels import h2, icon_tile, label, muted
from desktop.ui.widgets.wording import dashed, digits, label_of, short

Act = Callable[[str], object]


class SameNeeds(QFrame):
    """One line for each: «تکراری است» closes the new need with the link, «رفتن به آن» leads to the old one."""

    def __init__(self, repeat: Act, go: Act) -> None:
        super().__init__()
        self._repeat, self._go = repeat, go
        self._shown: tuple[str, ...] = ()
        self.setProperty("look", "card")
        self.setProperty("tone", "warn")
        title = QCoreApplication.translate("NeedForm", "شاید همین نیاز پیش‌تر ثبت شده باشد")
        hint = QCoreApplication.translate("NeedForm", "اگر نیاز دیگری است، دوباره F2 را بزنید تا ثبت شود.")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(h2(title))
        words.addLayout(self._lines)
        words.addWidget(muted(hint, wrap=True))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(14)
        inside.addWidget(icon_tile("triangle-alert", "warn", 42), 0, start())
        inside.addLayout(words, 1)
        self.setAccessibleName(title)
        self.hide()

    def show_needs(self, needs: Sequence[Row]) -> bool:
        """Shows these and no others; whether there is one among them that was not shown before."""
        ids = tuple(str(need["id"]) for need in needs)
        news = bool(set(ids) - set(self._shown))
        if ids != self._shown:
            clear(self._lines)
            for need in needs:
                self._lines.addWidget(self._line(need))
        self._shown = ids
        self.setVisible(bool(ids))
        return news

    def _line(self, need: Row) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        state = label_of("need_status", need["status"])
        told = dashed((need["subject"], digits(need["need_no"]), short(need["noted_on"]), state))
        row.addWidget(label(told), 1)
        need_id = str(need["id"])
        for text, act in (
            (QCoreApplication.translate("NeedForm", "تکراری است"), self._repeat),
            (QCoreApplication.translate("NeedForm", "رفتن به آن"), self._go),
        ):
            made = button(text, partial(act, need_id))
            made.setAccessibleName(f"{text}: {need['subject']}")
            row.addWidget(made)
        return box
