"""After a registration: the numbers that were given, and what is likely to come next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.offers import Offer
from desktop.services.registration import Registered
from desktop.ui.lines import LineButton
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import card, h1, h2, icon_tile, muted
from desktop.ui.widgets.wording import digits, label_of


class SavedPage(QWidget):
    """Shows one registration."""

    another = Signal()
    finished = Signal()
    print_card = Signal(str)
    open_record = Signal(str, str)
    note_need = Signal(object)  # Offer

    def __init__(self) -> None:
        super().__init__()
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(24, 24, 24, 24)
        self.offers: dict[tuple[str, str], QWidget] = {}
        self._page: QWidget | None = None
        self.next = button("")

    def show_registered(self, made: Registered) -> None:
        """Shows what was just registered."""
        if self._page is not None:
            self._outside.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self.offers = {}
        self._page = self._made(made)
        self._outside.addWidget(self._page)
        self.next.setFocus()

    def noted(self, offer: Offer) -> None:
        """The need is noted; its offer goes."""
        shown = self.offers.pop((offer.person["id"], offer.reason), None)
        if shown is not None:
            shown.hide()

    def _made(self, made: Registered) -> QWidget:
        frame, inside = card(6)
        inside.setContentsMargins(32, 26, 32, 26)
        head = QHBoxLayout()
        head.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(2)
        number = digits(made.household["household_no"])
        words.addWidget(h1(self.tr("خانوار {no} ثبت شد").format(no=number)))
        words.addWidget(muted(self.tr("شماره‌های پرونده را می‌توانید روی کارت خانوار بنویسید یا چاپ کنید.")))
        head.addWidget(icon_tile("circle-check", "ok", 52))
        head.addLayout(words, 1)
        inside.addLayout(head)
        inside.addSpacing(10)
        for person in made.persons:
            name = f"{person['first_name']} {person['last_name']}"
            relation = label_of("relation_to_head", person["relation_to_head"])
            no = "\u200e" + digits(person["resident_no"])
            inside.addWidget(
                LineButton("", "primary", name, relation, no, partial(self.open_record.emit, "person", person["id"]))
            )
        if made.offers:
            inside.addSpacing(6)
            inside.addWidget(h2(self.tr("پیشنهاد")))
        for offer in made.offers:
            shown = self.offers[offer.person["id"], offer.reason] = self._offer(offer)
            inside.addWidget(shown)
        inside.addStretch(1)
        inside.addLayout(self._deeds(str(made.household["id"])))
        return frame

    def _offer(self, offer: Offer) -> QWidget:
        if offer.reason == "dropped_out":
            icon_name, title = "graduation-cap", self.tr("{name} از تحصیل بازمانده است")
            hint = self.tr("ثبت نیاز آموزشی: بازگشت به تحصیل")
        else:
            icon_name, title = "id-card", self.tr("{name} شناسنامه ندارد")
            hint = self.tr("ثبت نیاز هویت و مدارک: دریافت شناسنامه")
        return LineButton(
            icon_name,
            "warn",
            title.format(name=offer.person["first_name"]),
            hint,
            self.tr("ثبت نیاز"),
            partial(self.note_need.emit, offer),
            end_tone="primary",
        )

    def _deeds(self, household_id: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.next = button(
            self.tr("ثبت خانوار دیگر"), self.another.emit, icon_name="plus", look="primary", shortcut="F6"
        )
        row.addWidget(self.next)
        row.addWidget(
            button(self.tr("چاپ کارت خانوار"), partial(self.print_card.emit, household_id), icon_name="printer")
        )
        row.addStretch(1)
        row.addWidget(button(self.tr("بازگشت به فهرست"), self.finished.emit))
        return row
