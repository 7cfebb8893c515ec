"""The form of a need: the subject follows the level, the owner and the day follow field and urgency."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from desktop.domain.fields import About
from desktop.domain.guard import is_of_person
from desktop.domain.kinds import KINDS
from desktop.domain.need import SUBJECT_OF_SCOPE, NeedDraft
from desktop.domain.record import Row
from desktop.services.need_detail import Suggestions
from desktop.ui.guidance import GuidanceCard
from desktop.ui.screens.needs.same_needs import SameNeeds
from desktop.ui.widgets.form_frame import FormFrame
from desktop.ui.widgets.form_kit import Sources

_SUBJECTS = tuple(dict.fromkeys(SUBJECT_OF_SCOPE.values()))
_PAUSE = 500  # ms of silence after which the needs that are there are looked through
_FOLLOWS = ("owner_staff_id", "due_on")
_ORDER = (
    *("scope", *_SUBJECTS, "supporters_count", "targeted_harm", "field"),
    *("subject", "urgency", "source"),
    "description",
    *("noted_on", "owner_staff_id", "due_on"),
    *("main_agency_id", "requires_multiple_agencies"),
)


def _in_order() -> dict[str, About]:
    """The declared fields as the conversation goes: for whom, what, who follows it until when."""
    declared = KINDS["need"].fields
    return {name: declared[name] for name in (*_ORDER, *(name for name in declared if name not in _ORDER))}


def defaults() -> dict[str, object]:
    """What a new need begins with."""
    return {name: info.default for name, info in NeedDraft.model_fields.items() if not info.is_required()}


class NeedForm(FormFrame):
    """What the program fills in is filled again while field and urgency change, until somebody writes there."""

    go_wanted = Signal(str)  # to a need that is there already

    def __init__(self, sources: Sources, likely_same: Callable[[Mapping[str, object]], Sequence[Row]]) -> None:
        super().__init__(_in_order(), sources, QCoreApplication.translate("NeedForm", "ثبت نیاز"))
        self._likely_same = likely_same
        self.same_as = ""  # the need that this one repeats, once somebody has said so
        self.same = SameNeeds(self._submit_as_same, self.go_wanted.emit)
        self._look = QTimer(self, singleShot=True, interval=_PAUSE)
        self._look.timeout.connect(self.look_for_same)
        self._suggestions: Suggestions | None = None
        self._filled: dict[str, object] = {}
        self._following = False
        self.guidance = GuidanceCard()
        self.form.guided.connect(self.guidance.show)
        self.form.changed.connect(self._follow)
        inside = self.layout()
        if isinstance(inside, QVBoxLayout):
            inside.insertWidget(1, self.guidance)
            inside.insertWidget(2, self.same)

    def suggest_from(self, suggestions: Suggestions | None) -> None:
        """Where owner and day of a new need come from; None for a need whose own stay."""
        self._suggestions = suggestions

    def look_for_same(self) -> bool:
        """Shows in amber the open needs that this one may repeat; whether one came that was not shown before."""
        self._look.stop()
        if self._suggestions is None:
            return False
        return self.same.show_needs(self._likely_same(self.form.values()))

    def submit(self) -> None:
        """What may be one and the same is shown once before it is saved; whoever saves again means another need."""
        if self.save.isEnabled() and self.look_for_same():
            return
        self.same_as = ""
        super().submit()

    def _submit_as_same(self, need_id: str) -> None:
        self.same_as = need_id
        super().submit()

    def begin(self, title: str, values: Mapping[str, object]) -> None:
        """What is suggested shows at once and counts as nothing typed."""
        self.guidance.hide()
        self.same.show_needs(())
        self.same_as = ""
        self._show_quietly(title, values)
        self._follow()
        if self._suggestions is not None:
            self._show_quietly(title, self.form.values())

    def _show_quietly(self, title: str, values: Mapping[str, object]) -> None:
        self._following = True
        super().begin(title, values)
        self._following = False
        self._filled = {name: self.form.field(name).value() for name in _FOLLOWS}

    def _follow(self) -> None:
        if self._following:
            return
        self._following = True
        self._show_subject()
        self._suggest()
        self._following = False
        self._look.start()

    def _show_subject(self) -> None:
        scope = str(self.form.field("scope").value() or "person")
        wanted = SUBJECT_OF_SCOPE.get(scope, "person_id")
        for name in _SUBJECTS:
            self.form.show_field(name, name == wanted)
        self.form.show_field("supporters_count", scope in ("group", "neighborhood"))
        self.form.show_field("targeted_harm", scope == "neighborhood")
        self.form.tells_of_people(is_of_person("need", {"scope": scope}))

    def _suggest(self) -> None:
        if self._suggestions is None:
            return
        noted_on = self.form.field("noted_on").value()
        owner = self._suggestions.owner(self.form.field("field").value(), noted_on)
        offered = {
            "owner_staff_id": owner["id"] if owner else None,
            "due_on": self._suggestions.due(self.form.field("urgency").value(), noted_on),
        }
        for name in _FOLLOWS:
            field = self.form.field(name)
            untouched = field.value() == self._filled.get(name)
            if untouched and QApplication.focusWidget() not in field.editors():
                field.set_value(offered[name])
                self._filled[name] = field.value()
