"""The registration of a household on one page, by the keyboard alone.

Enter goes on, F6 goes to the next member, F2 saves, Escape leaves. What is typed is kept sealed every few moments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.clock import today_in_iran
from desktop.domain.household import size_doubts
from desktop.domain.problems import Problem
from desktop.services.kept_drafts import FormName, drop_draft, keep_draft
from desktop.services.registration import NOT_SAME, Registered, note_same_person, number_owners, register_household
from desktop.store.duplicates import Candidate
from desktop.ui.form_work import ask_closing
from desktop.ui.operations import Operations
from desktop.ui.saving import Saved, saving
from desktop.ui.screens.households.answers import (
    answered_for_children,
    children_answered_for,
    goes_on_with_known_numbers,
)
from desktop.ui.screens.households.doubles import Doubles
from desktop.ui.screens.households.family import names_in_family, next_member
from desktop.ui.screens.households.household_part import HouseholdPart
from desktop.ui.screens.households.member_block import MemberBlock
from desktop.ui.screens.households.side_panel import SidePanel
from desktop.ui.sources import sources_of
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.labels import h1, label, muted
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import digits, told_all

DRAFT = FormName("household", form="registration")
_KEEP_AFTER = 1200  # ms


class RegistrationPage(QWidget):
    """Emits what was registered."""

    registered = Signal(object)  # Saved[Registered]
    left = Signal()

    def __init__(self, context: AppContext, operations: Operations, asker: Asker) -> None:
        super().__init__()
        self._context, self._operations, self._asker = context, operations, asker
        self._sources = sources_of(context)
        self.household = HouseholdPart(self._sources)
        self.blocks: list[MemberBlock] = []
        self.active: MemberBlock | None = None
        self.panel = SidePanel()
        self.doubles = Doubles(context, operations, self)
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.add_button = button(self.tr("افزودن عضو"), self.add_member, icon_name="user-plus")
        self.add_button.setToolTip(tip(self.tr("افزودن عضو"), "F6"))
        self.save_button = button(self.tr("ثبت خانوار"), self.save, icon_name="save", look="primary")
        self.save_button.setToolTip(tip(self.tr("ثبت خانوار"), "F2"))
        self._keep = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._keep.timeout.connect(self.keep_now)
        self._saving = False
        self._seen = 0  # the last line of the log when the page was begun
        self._begun_with = self._only_place()
        self._lay_out()
        self._connect()
        self.household.form.set_doubter(self._doubts)

    def begin(self, draft: Mapping[str, Any] | None = None) -> None:
        """A new household, or the one that was left unfinished."""
        for block in list(self.blocks):
            self._take_away(block)
        given = draft or {}
        self._seen = self._context.office.log_position()
        self.problem.hide()
        self.household.begin(self._begun_with)
        self.household.resume(given.get("household", {}))
        members: Sequence[Mapping[str, Any]] = given.get("members", ()) or ({},)
        for member in members:
            self._add({"relation_to_head": "head"} if not self.blocks else {}).resume(member)
        self._place_blocks()
        self.active = self.blocks[0]
        self._hint()
        if draft:
            self._keep.start()
        self.household.form.focus_first()

    def is_dirty(self) -> bool:
        """Whether anything was typed, now or before it was left unfinished."""
        return self.household.is_dirty() or len(self.blocks) > 1 or any(block.is_touched() for block in self.blocks)

    def next_member(self) -> None:
        """From the household to the first member, from a member to the next one, who is added after the last."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what is half typed is taken before anything is made of it
        in_household = focused is not None and self.household.isAncestorOf(focused)
        place = self.blocks.index(self.active) if self.active in self.blocks else len(self.blocks) - 1
        after = 0 if in_household else place + 1
        if after < len(self.blocks):
            self._begin_block(self.blocks[after])
        else:
            self.add_member()

    def add_member(self) -> MemberBlock:
        """Another member, with what is known of the family filled in."""
        block = self._add(next_member([one.values() for one in self.blocks]))
        self._place_blocks()
        QTimer.singleShot(0, block, lambda: self._begin_block(block))
        self._begin_block(block)
        return block

    def save(self) -> None:
        """Registers the household; refusals are shown beside the fields."""
        if self._saving:
            return
        self.problem.hide()
        for block in [one for one in self.blocks[1:] if not one.has_name()]:
            self._take_away(block)
        self._place_blocks()
        self.household.fill_size(sum(block.has_name() for block in self.blocks))
        problems = [*self.household.check()]
        for number, block in enumerate(self.blocks):
            problems += [Problem(f"members.{number}.{p.field}", p.code, p.facts) for p in block.check()]
        if problems:
            self._refused(problems)
            return
        told = zip(answered_for_children(self.blocks), self.blocks, strict=True)
        household = self.household.values()
        members = [{**answers, NOT_SAME: self.doubles.told_other(block)} for answers, block in told]
        with self._context.office.read() as rows:
            owners = number_owners(rows, members)
        if not goes_on_with_known_numbers(self._asker, self, owners):
            self._begin_block(self.blocks[owners[0][0]])
            return
        self._wait(True)
        self._operations.change(
            saving(self._context.office, lambda work: register_household(work, household, members), self._seen),
            self._saved,
            self._refused,
            title=self.tr("در حال ثبت…"),
            stopped=lambda: self._wait(False),
        )

    def leave(self) -> None:
        """Back to the list; asks before what was typed is thrown away."""
        if self.may_leave():
            self._give_up()
            self.left.emit()

    def may_leave(self) -> bool:
        """Whether nothing is lost, or the user agrees."""
        return not self.is_dirty() or self._asker.confirm(
            self,
            self.tr("ثبت این خانوار رها شود؟"),
            self.tr("آنچه نوشته‌اید هنوز ثبت نشده است و دور ریخته می‌شود."),
            self.tr("دور ریختن"),
            danger=True,
        )

    def may_close(self) -> bool:
        """Whether the program may close over this page: what is typed is kept for the next time."""
        self.keep_now()
        return not self.is_dirty() or ask_closing(self._asker, self, self.tr("ثبت خانوار"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _give_up(self) -> None:
        self._keep.stop()
        drop_draft(self._context.office, DRAFT)

    def _only_place(self) -> dict[str, object]:
        """An office with one neighbourhood is not asked which."""
        with self._context.office.read() as rows:
            places = rows.find("neighborhood")
        return {"neighborhood_id": places[0]["id"]} if len(places) == 1 else {}

    def _saved(self, saved: Saved[Registered]) -> None:
        self._wait(False)
        self._give_up()
        self._begun_with = {"neighborhood_id": saved.value.household["neighborhood_id"]}  # whoever goes round a street
        self.registered.emit(saved)

    def _refused(self, problems: list[Problem]) -> None:
        """Problems of member n are named "members.n.field". Shown from the last, so that the first gets the focus."""
        self._wait(False)
        of_member: dict[int, list[Problem]] = {}
        of_household, rest = [], []
        for problem in problems:
            room, _, name = problem.field.partition(".")
            place, _, name = name.partition(".")
            if room == "members" and place.isdigit() and int(place) < len(self.blocks):
                of_member.setdefault(int(place), []).append(Problem(name, problem.code, problem.facts))
            elif problem.field in self.household.values():
                of_household.append(problem)
            else:
                rest.append(problem)
        for number in reversed(range(len(self.blocks))):
            self.blocks[number].show_problems(of_member.get(number, []))
        self.household.show_problems(of_household)
        self.problem.setText(told_all(rest))
        self.problem.setVisible(bool(rest))
        if rest:
            self.area.ensureWidgetVisible(self.problem)

    def _wait(self, on: bool) -> None:
        self._saving = on
        self.save_button.setEnabled(not on)

    def _add(self, values: Mapping[str, object]) -> MemberBlock:
        block = MemberBlock(self._sources, lambda: today_in_iran(self._context.office.clock()))
        block.begin(values)
        block.changed.connect(lambda: self._edited(block))
        block.submitted.connect(self.save)
        block.removed.connect(lambda: self.remove_member(block))
        block.passed.connect(lambda: self._after(block))
        self.blocks.append(block)
        self.column.insertWidget(self.column.indexOf(self.foot), block)
        return block

    def remove_member(self, block: MemberBlock) -> None:
        """Takes a member away; the only one is emptied instead."""
        if len(self.blocks) == 1:
            block.begin({"relation_to_head": "head"})
            self.doubles.forget(block)
        else:
            self._take_away(block)
        self._place_blocks()
        self.active = self.blocks[-1]
        self._begin_block(self.active)
        self._keep.start()
        self._hint()

    def _take_away(self, block: MemberBlock) -> None:
        self.blocks.remove(block)
        self.doubles.forget(block)
        self.column.removeWidget(block)
        block.hide()
        block.deleteLater()
        if self.active is block:
            self.active = None

    def _place_blocks(self) -> None:
        for number, block in enumerate(self.blocks, 1):
            block.show_place(number, number == len(self.blocks))

    def _begin_block(self, block: MemberBlock) -> None:
        names = ("relation_to_head", "first_name")
        name = names[1] if block.form.field(names[0]).value() else names[0]
        block.form.field(name).setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(block, 0, 12)

    def _after(self, block: MemberBlock) -> None:
        place = self.blocks.index(block)
        if place + 1 < len(self.blocks):
            self._begin_block(self.blocks[place + 1])
        else:
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.add_button, 0, 24)

    def _edited(self, block: MemberBlock) -> None:
        self.active = block
        self._place_blocks()
        self._share_name(block)
        self.doubles.look_for(block)
        self._keep.start()
        self._hint()

    def _share_name(self, block: MemberBlock) -> None:
        """Names follow the relation to the head, as long as nobody has written there."""
        head = self.blocks[0]
        if block is not head:
            block.offer(names_in_family(block.form.field("relation_to_head").value(), head.values()))

    def _same(self, candidate: Candidate) -> None:
        block, person = self.active, candidate.person
        if block is None:
            return
        number = "\u200e" + digits(person["resident_no"]) + "\u200e"
        told = self.tr("همان پروندهٔ {no} نگه داشته شد؛ پروندهٔ دومی ساخته نشد.").format(no=number)

        def done(_saved: object) -> None:
            self.remove_member(block)
            toast(self, told)

        self._operations.change(saving(self._context.office, lambda work: note_same_person(work, person["id"])), done)

    def _other(self, candidate: Candidate) -> None:
        if self.active is not None:
            self.doubles.tell_other(self.active, candidate)
            self._hint()

    def _hint(self) -> None:
        block = self.active
        candidates = self.doubles.of(block) if block else []
        number = block.padded() if block else None
        offer = (number, block.accept_padded) if block and number else None
        self.panel.show_hints(offer, candidates, self._notes(), self._same, self._other)

    def _doubts(self, stored: Mapping[str, object]) -> list[Problem]:
        """More members than were told of; fewer are told in the panel, for they may still come."""
        size, named = stored["declared_size"], sum(block.has_name() for block in self.blocks)
        return list(size_doubts(size, named)) if isinstance(size, int) and named > size else []

    def _notes(self) -> list[str]:
        notes = []
        size, named = self.household.declared_size(), sum(block.has_name() for block in self.blocks)
        self.household.form.look_twice()
        if size is not None and 0 < named < size:
            told = self.tr("شمار اظهارشده {size} و اعضای نوشته‌شده {named} نفر است.")
            notes.append(told.format(size=digits(str(size)), named=digits(str(named))))
        silent = sum(
            block.has_name() and not block.form.field("consent_method").isHidden()
            and "consent_method" in block.form.fields() and not block.values()["consent_method"]
            for block in self.blocks
        )  # fmt: skip
        if silent:
            told = self.tr("رضایت پایهٔ {n} بزرگسال نوشته نشده است؛ نبود آن مانع ثبت و خدمت نیست.")
            notes.append(told.format(n=digits(str(silent))))
        shy = sum(block.values().get("consent_method") == "refused" for block in self.blocks)
        if shy:
            told = self.tr("از {n} نفر که رضایت ندادند تنها نسبت، جنس و گروه سنی نوشته می‌شود.")
            notes.append(told.format(n=digits(str(shy))))
        children = children_answered_for(self.blocks)
        if children:
            told = self.tr("پاسخ سرپرست دربارهٔ رضایت برای {n} فرزند زیر ۱۸ سال نیز نوشته می‌شود.")
            notes.append(told.format(n=digits(str(children))))
        return notes

    def keep_now(self) -> None:
        """Keeps what is typed, sealed, for after a crash or a closing."""
        if self.is_dirty():
            members = [block.values() for block in self.blocks]
            values = {"household": self.household.values(), "members": members}
            keep_draft(self._context.office, DRAFT, self.tr("ثبت خانوار"), values)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        for block in self.blocks:
            if now is not None and block.isAncestorOf(now) and block is not self.active:
                self.active = block
                self._hint()
                return

    def _first_double(self) -> Candidate | None:
        found = self.doubles.of(self.active) if self.active else []
        return found[0] if found else None

    def _connect(self) -> None:
        self.household.changed.connect(self._keep.start)
        self.household.changed.connect(self._hint)
        self.household.submitted.connect(self.save)
        self.household.passed.connect(lambda: self._begin_block(self.blocks[0]))
        self.doubles.found.connect(lambda block: self._hint() if block is self.active else None)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        acts = (
            (("F6",), self.next_member),
            (("Ctrl+M",), self.add_member),
            (("Shift+F6",), lambda: self.remove_member(self.active) if self.active else None),
            (("F7",), lambda: self.active.turn_more() if self.active else None),
            (("F8",), lambda: self.active.accept_padded() if self.active else None),
            (("F9",), lambda: self._same(found) if (found := self._first_double()) else None),
            (("Shift+F9",), lambda: self._other(found) if (found := self._first_double()) else None),
            (("F2", "Ctrl+Return"), self.save),
        )
        for keys, act in acts:
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(act)
        for key in ("Return", "Enter"):
            press = QShortcut(QKeySequence(key), self.add_button, context=Qt.ShortcutContext.WidgetShortcut)
            press.activated.connect(self.add_member)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("look", "scrolled")
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(2, 2, 10, 12)
        self.column.setSpacing(12)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.household)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.column.addWidget(self.foot)
        self.column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(page)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(h1(self.tr("ثبت خانوار")))
        head.addWidget(muted(self.tr("پیش‌نویس خودکار، رمزشده در همین رایانه")))
        head.addStretch(1)
        head.addWidget(button(self.tr("انصراف"), self.leave))
        head.addWidget(self.save_button)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(self.area, 1)
        body.addWidget(self.panel)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 16)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addLayout(body, 1)
