"""One member of the household that is being registered: a card with the questions that apply to this person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.domain.consent import ADULT
from desktop.domain.offers import OF_THIS_COUNTRY
from desktop.domain.person import ADULT_OF_CENSUS, SCHOOL_AGES, WORKING_AGE, age_of
from desktop.domain.problems import Problem
from desktop.domain.registration_order import MEMBER_FIRST as FIRST
from desktop.ui.screens.households.flowing_form import FlowingForm
from desktop.ui.screens.households.member_fields import MATCHED, MORE, as_stored, member_fields, padded
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.form_kit import Sources
from desktop.ui.widgets.labels import h2, muted
from desktop.ui.widgets.wording import digits, label_of

COLUMNS = 4


class MemberBlock(QFrame):
    """Knows its values, its problems, and which of its questions make sense."""

    changed = Signal()
    submitted = Signal()
    removed = Signal()
    passed = Signal()

    def __init__(self, sources: Sources, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._today = today
        self._seen: dict[str, object] = {}
        self._child = False
        self._country: object = None
        self.fields = member_fields(self.identifier_type)
        self.form = FlowingForm({name: self.fields[name] for name in FIRST}, sources, columns=COLUMNS)
        self.more = FlowingForm({name: self.fields[name] for name in MORE}, sources, columns=COLUMNS)
        self.more.hide()
        self.title, self.told = h2(), muted()
        self.unfold = button(self.tr("بیشتر"), self.turn_more, icon_name="chevron-down", look="link")
        self.remove = icon_button("trash-2", self.tr("برداشتن این عضو"), self.removed.emit)
        for form in (self.form, self.more):
            form.submitted.connect(self.submitted)
            form.changed.connect(self._edited)
        self.form.passed.connect(self._pass_on)
        self.more.passed.connect(self.passed)
        for quiet in (self.unfold, self.remove):
            quiet.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()

    def begin(self, values: Mapping[str, object]) -> None:
        """Shows a new member with what is known already."""
        start = {"identifier_type": "national_id", "nationality_group": "iranian", **values}
        for form, names in ((self.form, FIRST), (self.more, MORE)):
            form.set_values(
                {name: start.get(name) for name in names} | {"birth_precision": start.get("birth_precision")}
            )
        self._country = None
        self._apply()
        self._seen = self.values()

    def resume(self, values: Mapping[str, object]) -> None:
        """Goes on with what was typed before."""
        self.form.type_values(values)
        self.more.type_values(values)
        self._apply()

    def identifier_type(self) -> str:
        """The type of identity paper chosen now."""
        return str(self.form.field("identifier_type").value() or "") if hasattr(self, "form") else ""

    def values(self) -> dict[str, object]:
        """What is typed, for the registration."""
        values = {**self.form.values(), **self.more.values()}
        values.setdefault("birth_precision", None)
        return values

    def stored(self) -> dict[str, Any]:
        """What can be read so far, as it would be stored."""
        return as_stored(self.fields, self.values())

    def number(self) -> str | None:
        """The identity number, if it can be read."""
        found = self.stored()["identifier_value"]
        return str(found) if found else None

    def padded(self) -> str | None:
        """The national ID to offer for a number without its leading zeros."""
        return padded(self.fields["identifier_value"], self.form.field("identifier_value").value())

    def accept_padded(self) -> None:
        """Takes the offered national ID."""
        whole = self.padded()
        if whole:
            self.form.field("identifier_value").set_value(whole)

    def is_touched(self) -> bool:
        """Whether anything was typed since the block came."""
        return self.values() != self._seen

    def is_child(self) -> bool:
        """Whether somebody else answers about consent."""
        return self._child

    def has_name(self) -> bool:
        """Whether somebody is meant here at all."""
        values = self.values()
        return bool(values["first_name"] or values["last_name"] or values["identifier_value"])

    def show_place(self, number: int, last: bool) -> None:
        """Names the block after its place in the household."""
        relation = label_of("relation_to_head", str(self.form.field("relation_to_head").value() or ""))
        place = self.tr("عضو {n}").format(n=digits(str(number)))
        self.title.setText(f"{place}: {relation}" if relation else place)
        self.remove.setVisible(not last or number > 1)
        first, family = (str(self.form.field(name).value() or "") for name in ("first_name", "last_name"))
        self.told.setText(f"{first} {family}".strip())

    def check(self) -> list[Problem]:
        """Reads every field and marks what is wrong."""
        found = self.form.problems() + self.more.problems()
        if any(problem.field in MORE for problem in found):
            self._show_more(True)
        return found

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows problems of this member; goes to the first."""
        below = [problem for problem in problems if problem.field in MORE]
        if below:
            self._show_more(True)
        self.more.show_problems(below)
        self.form.show_problems([problem for problem in problems if problem.field not in MORE])

    def offer(self, values: Mapping[str, object]) -> None:
        """Fills fields that nobody has touched with what is likely now."""
        for name, value in values.items():
            if self.form.field(name).value() in (None, self.form.shown_value(name)):
                self.form.show_value(name, value)

    def matched(self) -> dict[str, object]:
        """The values by which doubles are found."""
        return {name: value for name, value in self.stored().items() if name in MATCHED}

    def _edited(self) -> None:
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        """Shows only the questions that apply to this age, paper and activity."""
        stored = self.stored()
        known = {
            "birth_date": stored["birth_date"],
            "age_estimated": stored["age_estimated"],
            "age_reference_date": None,
        }
        age = age_of(known, self._today())
        form, more = self.form, self.more
        self._follow_country()
        form.show_field("age_estimated", not form.field("birth_date").value())
        form.show_field("marital_status", age is None or age >= ADULT_OF_CENSUS)
        form.show_field("activity_status", age is None or age >= WORKING_AGE)
        form.show_field("school_status", age is not None and age in SCHOOL_AGES)
        form.show_field("identifier_value", self.identifier_type() not in ("", "none"))
        self._child = age is not None and age < ADULT
        form.show_field("consent_method", not self._child)
        seeking = form.field("activity_status").value() == "unemployed_not_seeking"
        witnessed = form.field("consent_method").value() == "oral_with_witness"
        more.show_field("not_seeking_reason", seeking)
        more.show_field("consent_witness_staff_id", witnessed)
        if (seeking or witnessed) and more.isHidden():
            self._show_more(True)

    def _follow_country(self) -> None:
        """Whoever is from elsewhere has no national ID; which paper it is, if any, is asked."""
        country = self.form.field("nationality_group").value()
        if country != self._country:
            self._country = country
            self.offer({"identifier_type": "national_id" if country in OF_THIS_COUNTRY else None})

    def turn_more(self) -> None:
        """Shows or hides the rarer questions."""
        self._show_more(self.more.isHidden())

    def _pass_on(self) -> None:
        if self.more.isHidden():
            self.passed.emit()
        else:
            self.more.focus_first()

    def _show_more(self, shown: bool) -> None:
        self.more.setVisible(shown)
        self.unfold.setText(self.tr("کمتر") if shown else self.tr("بیشتر"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.told)
        head.addStretch(1)
        head.addWidget(self.unfold)
        head.addWidget(self.remove)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 10, 18, 8)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self.form)
        inside.addWidget(self.more)
