"""The household that is marked in the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.services.overview import HouseholdView
from desktop.ui.lines import LineButton, disputed_line
from desktop.ui.screens.households.columns import head_text, status_tone
from desktop.ui.widgets.buttons import icon_button, tip
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Fact, Pane, facts, group
from desktop.ui.widgets.labels import Avatar, EmptyState, badge, label, line, small
from desktop.ui.widgets.wording import digits, label_of, short, told

WIDTH = 296


class HouseholdPane(Pane):
    """Filled for each household; says what to do while none is marked."""

    edit = Signal()
    print_card = Signal()
    add_person = Signal()
    deeds = Signal(object)  # the button under which the menu opens
    open_record = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.menu_button: QToolButton | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        self.menu_button = None
        self.empty()
        self.add(EmptyState("house", self.tr("خانواری برگزیده نیست"), self.tr("خانواری را در فهرست نشان کنید.")))

    def show_household(self, view: HouseholdView) -> None:
        """Shows a household."""
        self.empty()
        self.add(self._head(view), self._deeds())
        if view.is_disputed:
            self.add(disputed_line(str(view.household["id"]), self.open_record.emit))
        self.add(line(), *self._facts(view), group(self.tr("اعضا")))
        for row in view.members:
            name = f"{row['first_name']} {row['last_name']}"
            relation = label_of("relation_to_head", row["relation_to_head"])
            gone = "" if row["status"] == "active" else label_of("person_status", row["status"])
            go = partial(self.open_record.emit, "person", row["id"])
            self.add(LineButton("", "primary", name, gone, relation, go))
        if not view.members:
            self.add(small(self.tr("عضوی ثبت نشده است.")))
        self._doubts(view)
        self.add(group(self.tr("نیازهای خانوار")))
        for row in view.needs:
            told = label_of("need_status", row["status"])
            self.add(
                LineButton(
                    "hand-helping", "warn", row["subject"], told, "", partial(self.open_record.emit, "need", row["id"])
                )
            )
        if not view.needs:
            nothing = small(self.tr("نیازی برای خانوار ثبت نشده است."))
            nothing.setContentsMargins(2, 0, 2, 2)
            self.add(nothing)
        self.column.addStretch(1)

    def _head(self, view: HouseholdView) -> QWidget:
        household = view.household
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(4, 4, 4, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(label(head_text(household), "h2", wrap=True))
        words.addWidget(small(self.tr("خانوار {no}").format(no=digits(household["household_no"]))))
        words.addWidget(badge(label_of("household_status", household["status"]), status_tone(household)), 0, start())
        row.addWidget(Avatar(head_text(household), 54))
        row.addLayout(words, 1)
        return box

    def _deeds(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        row.addWidget(icon_button("pencil", self.tr("ویرایش خانوار"), self.edit.emit))
        row.addWidget(icon_button("user-plus", self.tr("افزودن عضو"), self.add_person.emit))
        told = self.tr("کارهای خانوار: جابه‌جایی، جدا کردن، پیوستن، فوت…")
        self.menu_button = icon_button("ellipsis", told, self.open_menu)
        self.menu_button.setToolTip(tip(told, "F4"))
        row.addWidget(self.menu_button)
        row.addWidget(icon_button("printer", self.tr("چاپ کارت خانوار"), self.print_card.emit))
        row.addStretch(1)
        return box

    def open_menu(self) -> None:
        """Asks for the menu of what can be done, under its button."""
        if self.menu_button is not None:
            self.deeds.emit(self.menu_button)

    def _doubts(self, view: HouseholdView) -> None:
        """What is worth a second look, such as members who are told of and not written down."""
        for doubt in view.doubts:
            self.add(LineButton("circle-alert", "warn", told(doubt), "", "", self.edit.emit))

    def _facts(self, view: HouseholdView) -> list[Fact]:
        row = view.household
        rooms = digits(str(row["rooms"])) if row["rooms"] is not None else ""
        on = short(row["registered_on"]) if row["registered_on"] else ""
        return facts(
            [
                ("map-pin", self.tr("محله"), view.neighborhood),
                ("house", self.tr("نشانی"), digits(row["address_text"] or "")),
                ("phone", self.tr("تلفن"), digits(row["phone"] or "")),
                ("users", self.tr("شمار اعضا (اظهاری)"), digits(str(row["declared_size"]))),
                ("key-round", self.tr("نحوهٔ تصرف"), label_of("housing_tenure", row["housing_tenure"])),
                ("building-2", self.tr("نوع مسکن"), label_of("dwelling_type", row["dwelling_type"])),
                ("layout-dashboard", self.tr("شمار اتاق"), rooms),
                ("calendar", self.tr("تاریخ ثبت"), on),
            ]
        )
