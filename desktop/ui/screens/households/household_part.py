"""The household's own questions: the most used first, the rest under «بیشتر»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.domain.consent import HOUSEHOLD_TOPICS, tells
from desktop.domain.fields import About, asked
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem, Refusal
from desktop.domain.registration_order import HOUSEHOLD_FIRST as FIRST
from desktop.services.member_papers import HOUSEHOLD_CONSENT_KEYS
from desktop.ui.screens.households.flowing_form import FlowingForm
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form_kit import Sources
from desktop.ui.widgets.labels import h2

MORE = (
    *(name for name, about in asked(KINDS["household"].fields).items() if name not in FIRST),
    *HOUSEHOLD_CONSENT_KEYS,
)
_COLUMNS = 4


def _consent() -> dict[str, About]:
    """The head's answer about what is sensitive in these fields."""
    consent, (method, witness) = KINDS["consent"].fields, HOUSEHOLD_CONSENT_KEYS
    translate = QCoreApplication.translate
    help_text = translate("HouseholdPart", "درآمد و پوشش حمایتی تنها با رضایت سرپرست نگه داشته می‌شود")
    return {
        method: replace(
            consent["method"], label=translate("HouseholdPart", "رضایت سرپرست"), required=False, help=help_text
        ),
        witness: replace(consent["witness_staff_id"], label=translate("HouseholdPart", "شاهد رضایت")),
    }


class HouseholdPart(QFrame):
    """A card above the members."""

    changed = Signal()
    submitted = Signal()
    passed = Signal()

    def __init__(self, sources: Sources) -> None:
        super().__init__()
        self.setProperty("look", "card")
        fields = KINDS["household"].fields
        size = replace(fields["declared_size"], help=self.tr("خالی: شمار اعضای نوشته‌شده"))
        first = {name: size if name == "declared_size" else fields[name] for name in FIRST}
        self.form = FlowingForm(first, sources, columns=_COLUMNS)
        self.more = FlowingForm(
            {**{n: fields[n] for n in MORE if n in fields}, **_consent()}, sources, columns=_COLUMNS
        )
        self.more.hide()
        self.unfold = button(self.tr("بیشتر"), self.turn_more, icon_name="chevron-down", look="link")
        for form in (self.form, self.more):
            form.submitted.connect(self.submitted)
            form.changed.connect(self.changed)
        self.more.changed.connect(self._apply)
        self.form.passed.connect(self._pass_on)
        self.more.passed.connect(self.passed)
        self.unfold.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head = QHBoxLayout()
        head.addWidget(h2(self.tr("خانوار")))
        head.addStretch(1)
        head.addWidget(self.unfold)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 10, 18, 8)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self.form)
        inside.addWidget(self.more)

    def begin(self, values: Mapping[str, object]) -> None:
        """Shows a new household with what is known already."""
        start = {"source": "office_visit", **values}
        self.form.set_values({name: start.get(name) for name in FIRST})
        self.more.set_values({name: start.get(name) for name in MORE})
        self._show_more(False)
        self._apply()

    def _apply(self) -> None:
        """What the head must agree to is asked as soon as there is something to agree to (G-06)."""
        told = any(tells(topic, self.more.field(topic).value()) for topic in HOUSEHOLD_TOPICS)
        method, witness = HOUSEHOLD_CONSENT_KEYS
        self.more.show_field(method, told)
        self.more.show_field(witness, told and self.more.field(method).value() == "oral_with_witness")

    def resume(self, values: Mapping[str, object]) -> None:
        """Goes on with what was typed before."""
        self.form.type_values(values)
        self.more.type_values(values)

    def values(self) -> dict[str, object]:
        return {**self.form.values(), **self.more.values()}

    def is_dirty(self) -> bool:
        return self.form.is_dirty() or self.more.is_dirty()

    def check(self) -> list[Problem]:
        """Reads every field and marks what is wrong."""
        below = self.more.problems()
        if below:
            self._show_more(True)
        return self.form.problems() + below

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows problems of the household; goes to the first."""
        below = [problem for problem in problems if problem.field in MORE]
        if below:
            self._show_more(True)
        self.more.show_problems(below)
        self.form.show_problems([problem for problem in problems if problem.field not in MORE])

    def fill_size(self, members: int) -> None:
        """Who told no number is taken to have told of everyone."""
        field = self.form.field("declared_size")
        if not field.value():
            field.set_value(members)

    def declared_size(self) -> int | None:
        """The number of members that was told, if it can be read."""
        about = KINDS["household"].fields["declared_size"]
        try:
            found = about.read(self.form.field("declared_size").value())
        except Refusal:
            return None
        return found if isinstance(found, int) else None

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
