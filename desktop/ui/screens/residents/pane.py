"""The resident who is marked in the list: facts, household, workshops, needs, and what one can do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.domain.person import age_of
from desktop.domain.record import Row
from desktop.services.access import READS_IDENTIFIERS
from desktop.services.life_story import Happened
from desktop.services.overview import PersonView, masked
from desktop.ui.lines import LineButton, disputed_line
from desktop.ui.screens.residents.columns import birth_text, name_text, status_tone
from desktop.ui.screens.residents.story import happenings
from desktop.ui.widgets.buttons import icon_button, tip
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Fact, Pane, facts, group
from desktop.ui.widgets.labels import Avatar, EmptyState, badge, label, line, small
from desktop.ui.widgets.wording import digits, grouped, label_of, mobile_text, short

WIDTH = 284
FILE, STORY, PRIVACY = "file", "story", "privacy"


class ResidentPane(Pane):
    """Filled for each resident; says what to do while nobody is marked."""

    edit = Signal()
    note_need = Signal(str)
    print_card = Signal(str)  # household id
    open_record = Signal(str, str)
    add_identifier = Signal()
    add_consent = Signal()
    reveal = Signal(str)
    deeds = Signal(object)  # the button under which the menu opens
    tab_changed = Signal()

    def __init__(self, role: str) -> None:
        super().__init__(WIDTH)
        self._role = role
        self.tab = FILE  # stays while one walks through the list
        self.revealed = ""  # the person whose identity numbers are shown whole
        self.menu_button: QToolButton | None = None
        self.show_nobody()

    def show_nobody(self) -> None:
        self.menu_button = None
        self.empty()
        self.add(EmptyState("user", self.tr("کسی برگزیده نیست"), self.tr("نامی را در فهرست نشان کنید.")))

    def show_person(self, view: PersonView, today: object) -> None:
        """Shows the file of a resident."""
        self._begin(view)
        self.add(*self._numbers(view), *self._facts(view, today))
        self._consent(view.person)
        self._members(view)
        self._workshops(view)
        self._needs(view)
        self.column.addStretch(1)

    def show_story(self, view: PersonView, story: Sequence[Happened]) -> None:
        """Shows the history of a resident."""
        self._begin(view)
        self.add(*happenings(story, self.open_record.emit))
        self.column.addStretch(1)

    def show_privacy(self, view: PersonView, parts: Sequence[QWidget]) -> None:
        """Shows what a resident allows."""
        self._begin(view)
        self.add(*parts)
        self.column.addStretch(1)

    def _begin(self, view: PersonView) -> None:
        self.empty()
        tabs = [(FILE, self.tr("پرونده")), (STORY, self.tr("سرگذشت")), (PRIVACY, self.tr("حریم"))]
        self.tabs = ChipRow(tabs, self.tr("بخش‌های پرونده"))
        self.tabs.choose([self.tab])
        self.tabs.changed.connect(self._turn)
        self.add(self._head(view), self._deeds(view.person))
        if view.is_disputed:
            self.add(disputed_line(str(view.person["id"]), self.open_record.emit))
        self.add(self.tabs, line())

    def _turn(self) -> None:
        self.tab = self.tabs.choice() or FILE
        self.tab_changed.emit()

    def open_menu(self) -> None:
        """Asks for the menu of what can be done, under its button."""
        if self.menu_button is not None:
            self.deeds.emit(self.menu_button)

    def _head(self, view: PersonView) -> QWidget:
        person = view.person
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(4, 4, 4, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(3)
        name = label(name_text(person), "h2", wrap=True)
        words.addWidget(name)
        words.addWidget(small(self.tr("پروندهٔ {no}").format(no="\u200e" + digits(person["resident_no"]))))
        words.addWidget(badge(label_of("person_status", person["status"]), status_tone(person)), 0, start())
        row.addWidget(Avatar(name_text(person), 54))
        row.addLayout(words, 1)
        return box

    def _deeds(self, person: Row) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(2)
        household = str(person["household_id"])
        row.addWidget(icon_button("pencil", self.tr("ویرایش پرونده"), self.edit.emit))
        row.addWidget(icon_button("hand-helping", self.tr("ثبت نیاز"), partial(self.note_need.emit, person["id"])))
        row.addWidget(icon_button("id-card", self.tr("افزودن مدرک هویتی"), self.add_identifier.emit))
        row.addWidget(
            icon_button("house", self.tr("رفتن به خانوار"), partial(self.open_record.emit, "household", household))
        )
        row.addWidget(icon_button("printer", self.tr("چاپ کارت خانوار"), partial(self.print_card.emit, household)))
        told = self.tr("کارهای دیگر: جابه‌جایی، فوت، جدا کردن…")
        self.menu_button = icon_button("ellipsis", told, self.open_menu)
        self.menu_button.setToolTip(tip(told, "F4"))
        row.addWidget(self.menu_button)
        row.addStretch(1)
        return box

    def _numbers(self, view: PersonView) -> list[Fact]:
        """Identity numbers, masked; the eye shows them whole to those who may, and that is logged (G-11)."""
        made: list[Fact] = []
        person = view.person["id"]
        whole = self.revealed == person
        for row in view.identifiers:
            if not row["value"]:
                continue
            number = digits(row["value"] if whole else masked(row["value"]))
            fact = Fact("id-card", label_of("identifier_type", row["type"]), "\u200e" + number)
            if not (whole or made) and self._role in READS_IDENTIFIERS:
                told = self.tr("نمایش شماره‌ها؛ نام شما در دفتر رویدادها نوشته می‌شود")
                fact.add_action(icon_button("eye", told, partial(self.reveal.emit, person)))
            made.append(fact)
        return made

    def _facts(self, view: PersonView, today: object) -> list[Fact]:
        person = view.person
        age = age_of(person, today)  # type: ignore[arg-type]
        years = self.tr("{n} سال").format(n=digits(str(age))) if age is not None else ""
        owner = f" ({person['mobile_owner']})" if person["mobile_owner"] else ""
        household_no = digits(view.household["household_no"]) if view.household else ""
        return facts(
            [
                ("phone", self.tr("همراه"), mobile_text(person["mobile"]) + owner),
                ("map-pin", self.tr("محله"), view.neighborhood),
                ("calendar", self.tr("تولد"), birth_text(person)),
                ("clock", self.tr("سن"), years),
                ("user", self.tr("نام پدر"), person["father_name"] or ""),
                ("house", self.tr("خانوار"), household_no),
                ("users", self.tr("نسبت"), label_of("relation_to_head", person["relation_to_head"])),
                ("user", self.tr("زن سرپرست خانوار"), self._women_head(person)),
                ("heart-pulse", self.tr("بیمه"), label_of("insurance_type", person["insurance_type"])),
                ("wallet", self.tr("فعالیت"), label_of("activity_status", person["activity_status"])),
            ]
        )

    def _women_head(self, person: Row) -> str:
        """What the program worked out, or somebody has put right; nothing where it goes without saying."""
        if person["women_head_override"] is None:
            return self.tr("بله") if person["is_women_head"] else ""
        return self.tr("بله، اصلاح دستی") if person["is_women_head"] else self.tr("خیر، اصلاح دستی")

    def _consent(self, person: Row) -> None:
        if person["consent_state"] in ("basic", "sensitive"):
            return
        told = label_of("consent_state", person["consent_state"])
        hint = self.tr("برای ثبت رضایت پایه بزنید")
        self.add(LineButton("circle-alert", "warn", told, hint, "", self.add_consent.emit))

    def _members(self, view: PersonView) -> None:
        others = [row for row in view.members if row["id"] != view.person["id"]]
        if not others:
            return
        self.add(group(self.tr("اعضای خانوار")))
        for row in others:
            relation = label_of("relation_to_head", row["relation_to_head"])
            self.add(
                LineButton(
                    "", "primary", name_text(row), "", relation, partial(self.open_record.emit, "person", row["id"])
                )
            )

    def _workshops(self, view: PersonView) -> None:
        self.add(group(self.tr("کارگاه‌ها")))
        for row in view.workshops:
            came = self.tr("{came} حضور از {planned} جلسه").format(
                came=grouped(row["came"]), planned=grouped(row["sessions_planned"])
            )
            self.add(
                LineButton(
                    "presentation",
                    "primary",
                    row["title"],
                    came,
                    "",
                    partial(self.open_record.emit, "workshop", row["id"]),
                )
            )
        if not view.workshops:
            self.add(_none(self.tr("در کارگاهی ثبت‌نام نکرده است.")))

    def _needs(self, view: PersonView) -> None:
        self.add(group(self.tr("نیازها")))
        for row in view.needs:
            told = f"{label_of('need_status', row['status'])} — {_day(row['status_on'] or row['noted_on'])}"
            self.add(
                LineButton(
                    "hand-helping", "warn", row["subject"], told, "", partial(self.open_record.emit, "need", row["id"])
                )
            )
        if not view.needs:
            self.add(_none(self.tr("نیازی ثبت نشده است.")))


def _day(stored: str) -> str:
    from datetime import date

    return short(date.fromisoformat(stored)) if stored else QCoreApplication.translate("ResidentPane", "بی‌تاریخ")


def _none(text: str) -> QWidget:
    made = small(text)
    made.setContentsMargins(2, 0, 2, 2)
    return made
