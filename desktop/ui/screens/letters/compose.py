"""Writing a letter: the form, and beside it what stands of a person and the page as it will be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSizeF, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.fields import About
from desktop.domain.kinds import KINDS
from desktop.domain.letter import has_agreed, items_for
from desktop.domain.letter_words import FIRST_WORDS
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.letter_papers import preview, texts_of_items
from desktop.services.letters import (
    change_letter,
    suggested_letter,
    suggested_referral_letter,
    write_letter,
    write_referral_letter,
)
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.operations import Operations
from desktop.ui.screens.letters.items_panel import ItemsPanel, side_by_side
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormFrame
from desktop.ui.widgets.form_kit import Sources
from desktop.ui.widgets.labels import card
from desktop.ui.widgets.pdf_pages import PagesView, Rendered, page_sizes, rendered
from desktop.ui.widgets.wording import digits

_ASKED = (
    "kind", "to_org_id", "date", "answer_due_on", "to_title", "speed", "subject", "body", "attachments_count",
    "in_reply_to", "follow_up_of", "signed_by", "copies",
)  # fmt: skip
_FIXED = ("kind", "to_org_id")  # in the letter of a referral
_TOLD_IN_NUMBER = ("kind",)
_OF_NEEDS = ("referral", "reminder")
_SIDE, _SIDE_LEAST = 452, 330
_UNIT = QSizeF(1, 1)
_PAUSE = 350  # ms of silence after which the page is drawn again


@dataclass(frozen=True)
class Composed:
    """What a page of writing begins with. `referral_id`: the referral the letter is for; `letter_id`: one written."""

    values: Mapping[str, Any]
    referral_id: str = ""
    letter_id: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
    agreed: bool = True
    seen: int | None = None  # the last line of the log when it was read

    @property
    def fixed(self) -> tuple[str, ...]:
        """What nobody changes here: the agency of a referral, and of a letter with a number also its kind."""
        if self.referral_id or (self.letter_id and self.values["kind"] in _OF_NEEDS):
            return _FIXED
        return _TOLD_IN_NUMBER if self.letter_id else ()


def written(context: AppContext, letter_id: str) -> Composed:
    """A letter that was written and not printed yet, with the ticks it has."""
    with context.office.read() as rows:
        letter = rows.get("letter", letter_id)
        if letter is None:
            return composed(context)
        return Composed(letter, "", letter_id, *_of_person(rows, letter), rows.log_position())


def _of_person(rows: Rows, values: Mapping[str, Any]) -> tuple[dict[str, str], tuple[str, ...], bool]:
    """The items that are known of whom a letter is about, those that may be told, and whether they may be sent."""
    agency, person = rows.get("organization", values["to_org_id"]), values.get("person_id")
    agreed = not person or (agency is not None and has_agreed(rows, person, agency))
    return texts_of_items(rows, person), items_for(agency), agreed


def composed(context: AppContext, referral_id: str = "", answered: Row | None = None) -> Composed:
    """A letter for a referral, an answer to one that came in, or any other; read beside the window."""
    with context.office.read() as rows:
        if not referral_id:
            values = suggested_letter(rows, "general")
            back = {"to_org_id": answered["to_org_id"], "in_reply_to": answered["id"]} if answered else {}
            return Composed({**values, **back}, seen=rows.log_position())
        values = suggested_referral_letter(rows, referral_id)
        return Composed(values, referral_id, "", *_of_person(rows, values), rows.log_position())


class ComposePage(QWidget):
    """The form at the right, at its left the items and the page. Saving and leaving are the screen's."""

    def __init__(self, context: AppContext, operations: Operations) -> None:
        super().__init__()
        self._context, self._operations = context, operations
        self._begun = Composed({})
        self._ticked: Mapping[str, object] = {}
        self._kind, self._asked = "general", 0
        save = self.tr("ثبت و چاپ")
        hint = self.tr("پیش‌نویس خودکار نگه داشته می‌شود.")
        self.frame = FormFrame(_fields(), _sources(context), save, hint=hint, columns=2)
        self.form = self.frame.form
        self.items = ItemsPanel()
        self.pages = PagesView(self.tr("پیش‌نمایش نامه"))
        holder, within = card(0)
        within.setContentsMargins(8, 8, 8, 8)
        within.addWidget(self.pages)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.frame, 1)
        self._side = side_by_side(_SIDE, self.items, holder)
        inside.addWidget(self._side)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.draw)
        self.form.changed.connect(self._pause.start)
        self.form.changed.connect(self._follow_kind)
        self.items.changed.connect(self._tick)

    def show_letter(self, begun: Composed) -> None:
        """Which fields are asked and what is ticked; the values themselves come with the form's work."""
        self._begun = begun
        self.form.show_field("kind", "kind" not in begun.fixed)
        self.form.set_read_only("to_org_id" in begun.fixed, "to_org_id")
        values = begun.values
        self._kind = values.get("kind") or "general"
        ticked, carried = values.get("personal_items") or (), bool(values.get("handed_to_resident"))
        self.items.show_items(begun.texts, begun.allowed, ticked, carried=carried, agreed=begun.agreed)
        self._ticked = self.items.values()
        self.form.tells_of_people(bool(values.get("person_id")))
        self._pause.start()

    def write(self, work: UnitOfWork, given: Mapping[str, object]) -> Row:
        """Writes what was typed and ticked; called beside the window."""
        values = {name: value for name, value in given.items() if name not in self._begun.fixed}
        if self._begun.letter_id:
            return change_letter(work, self._begun.letter_id, {**values, **self._ticked})
        if self._begun.referral_id:
            return write_referral_letter(work, self._begun.referral_id, {**values, **self._ticked})
        return write_letter(work, given)

    def _follow_kind(self) -> None:
        """Another kind begins with other words, as long as nobody has written over the first ones."""
        typed = self.form.stored()
        kind = str(typed["kind"] or self._kind)
        if self._begun.fixed or kind == self._kind:
            return
        before, self._kind = FIRST_WORDS[self._kind], kind
        for name, was, becomes in zip(("subject", "body"), before, FIRST_WORDS[kind], strict=True):
            if (typed[name] or "") == was:
                self.form.show_value(name, becomes)

    def _tick(self) -> None:
        self._ticked = self.items.values()
        self._pause.start()

    def draw(self) -> None:
        """Draws the page as it would be printed now."""
        self._asked += 1
        number, office, ratio = self._asked, self._context.office, self.devicePixelRatioF()
        typed = {name: value for name, value in self.form.stored().items() if name not in self._begun.fixed}
        values = {**self._begun.values, **typed, **self._ticked}
        values["kind"] = values.get("kind") or "general"
        reminded: list[Row] | None = None if self._begun.letter_id else []

        room = self.pages.fitting_scale(_UNIT)  # pixels; a widget is not asked beside the window

        def work(_progress: object) -> Rendered:
            with office.read() as rows:
                pdf = preview(rows, values, reminded)
            return rendered(pdf, room / page_sizes(pdf)[0].width(), ratio)

        self._operations.run(work, lambda made: self._show(number, made), self._refused, title=None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the form keeps room for its words."""
        self._side.setFixedWidth(max(_SIDE_LEAST, min(_SIDE, self.width() * 2 // 5)))
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A page that is left is not drawn any more."""
        self._pause.stop()
        self._asked += 1
        super().hideEvent(event)

    def _show(self, number: int, made: Rendered) -> None:
        if number == self._asked:
            self.pages.show_pages(made.images, made.sizes, made.scale)

    def _refused(self, problems: list[Problem]) -> None:
        self.frame.show_problems(problems)


def _fields() -> dict[str, About]:
    fields = KINDS["letter"].fields
    return {name: replace(fields[name], required=False) if name == "kind" else fields[name] for name in _ASKED}


def _sources(context: AppContext) -> Sources:
    """Letters of referrals and reminders are written where they belong."""
    sources = sources_of(context)
    kinds = {code: text for code, text in sources.codes["letter_kind"].items() if code not in ("referral", "reminder")}
    return replace(sources, codes={**sources.codes, "letter_kind": kinds})


def compose_title(begun: Composed) -> str:
    if begun.letter_id:
        return QCoreApplication.translate("Letters", "ویرایش نامهٔ {number}").format(
            number=digits(begun.values["number"])
        )
    if begun.referral_id:
        return QCoreApplication.translate("Letters", "نوشتن نامهٔ ارجاع")
    return QCoreApplication.translate("Letters", "نامهٔ تازه")
