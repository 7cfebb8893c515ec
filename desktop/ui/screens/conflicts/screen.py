"""«تعارض‌ها»: what laptops disagree about, one after the other, and what is chosen of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.services.conflicts import Dispute, Point, Version, disputes, looks_at, open_points
from desktop.services.settling import MINE, THEIRS, open_dispute, settle, settle_as, typed_values
from desktop.services.viewing import note_looks
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.lines import LineList
from desktop.ui.operations import Operations, Progress
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.conflicts.cards import Cards, none_words
from desktop.ui.screens.conflicts.other_value import OtherValue
from desktop.ui.screens.conflicts.words import field_title, line_of
from desktop.ui.sources import sources_of
from desktop.ui.titles import entry_title
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.labels import EmptyState, badge, card, h1, label, muted
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.wording import digits, grouped, said

_LIST_WIDTH = 340


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> ConflictsScreen:
    return ConflictsScreen(context, operations, asker, parent)


class _Shown(NamedTuple):
    dispute: Dispute | None
    others: int  # further disputes of the same record
    seen: int | None = None  # the last line of the log as of which it is told


class ConflictsScreen(QWidget):
    """↑ and ↓ walk, a digit picks a value, Enter lets it stand, F4 types another, Ctrl+Z takes back."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, _asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations = context, operations
        self._shown = _Shown(None, 0)
        self._picked, self._asked, self._stale, self._wanted = 0, 0, True, ""
        self.setProperty("look", "page")
        self.list = LineList(self._fetch, line_of, self.tr("تعارض‌ها"))
        self.count = muted("")
        self.cards = Cards()
        self.other = OtherValue(sources_of(context))
        self.title, self.kind, self.field = label("", "h2", wrap=True), badge("", "muted"), muted("")
        self.lead = button(self.tr("رفتن به رکورد"), self._lead, icon_name="arrow-right")
        self.all_mine = button("", lambda: self._settle_record(MINE))
        self.all_theirs = button("", lambda: self._settle_record(THEIRS))
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Looks again at what is disputed; the mark stays, or goes to the next."""
        self._stale = False
        self._asked += 1
        number, office = self._asked, self._context.office

        def read(_progress: Progress) -> list[Point]:
            with office.read() as rows:
                return open_points(rows, office.actor)

        self._operations.run(read, lambda points: self._show_list(number, points), title=None)

    def show_record(self, record_id: str) -> None:
        """The first of what is disputed of a record."""
        self._wanted = record_id
        self.reload()

    def current(self) -> Point | None:
        """What is looked at."""
        found: Point | None = self.list.current_id()
        return found

    def dispute(self) -> Dispute | None:
        """The same with its values, once they were read."""
        return self._shown.dispute

    def pick(self, place: int) -> None:
        """Marks a value, counted from 0; Enter lets it stand."""
        if 0 <= place < len(self.cards.cards):
            self._picked = place
            self.cards.mark(place)

    def keep_picked(self) -> None:
        """Lets the picked value stand."""
        self._keep(self._picked)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _fetch(self, points: list[Any]) -> Sequence[Dispute | None]:
        with self._context.office.read() as rows:
            return disputes(rows, points)

    def _show_list(self, number: int, points: list[Point]) -> None:
        if number != self._asked:
            return
        place = self.list.currentIndex().row()
        before = self.current()
        self.list.set_ids(points)
        self.count.setText(self.tr("{n} مورد").format(n=grouped(len(points))) if points else "")
        self.pages.setCurrentIndex(1 if points else 0)
        wanted, self._wanted = self._wanted, ""
        found = next((at for at, point in enumerate(points) if point.record_id == wanted), -1)
        if found >= 0:
            self.list.select_row(found)
        elif points and before not in points:
            self.list.select_row(min(max(place, 0), len(points) - 1))
        self._look()

    def _look(self) -> None:
        """Reads what is marked, and writes down that somebody saw it if it is sensitive."""
        point, office = self.current(), self._context.office
        points: Sequence[Point] = self.list.lazy_model.ids()
        if point is None:
            self._show(_Shown(None, 0))
            return
        others = sum(one.record_id == point.record_id for one in points) - 1

        def read(_progress: Progress) -> _Shown:
            with office.read() as rows:
                dispute, looks = disputes(rows, [point])[0], looks_at(rows, point)
                position = rows.log_position()
            if looks:
                with office.write() as work:
                    note_looks(work, looks, self._context.sitting.reason)
            return _Shown(dispute, others, position)

        def show(found: _Shown) -> None:
            if self.current() == point:
                self._show(found)

        self._operations.run(read, show, title=None)

    def _show(self, found: _Shown) -> None:
        self._shown = found
        dispute = found.dispute
        self.other.show_dispute(dispute)
        if dispute is None:
            self.cards.empty()
            return
        kind = KINDS[dispute.point.kind]
        self.title.setText(digits(entry_title(dispute.title)))
        self.kind.setText(said(kind.label))
        self.field.setText(self.tr("دو روایت از «{field}»").format(field=field_title(dispute)))
        self.cards.show_dispute(dispute, self._keep)
        self.pick(0)
        writes = self._context.office.actor.role in kind.writers
        for made in self.cards.cards:
            made.keep.setEnabled(writes)
        many = grouped(found.others + 1)
        self.all_mine.setText(self.tr("در هر {n} مورد این رکورد، نوشتهٔ این رایانه").format(n=many))
        self.all_theirs.setText(self.tr("در هر {n} مورد این رکورد، نوشتهٔ دیگران").format(n=many))
        for one in (self.all_mine, self.all_theirs):
            one.setVisible(found.others > 0 and writes)

    def _keep(self, place: int) -> None:
        dispute = self._shown.dispute
        if dispute is None or not 0 <= place < len(dispute.versions):
            return
        version: Version = dispute.versions[place]
        point = dispute.point
        self._settle(lambda work: settle(work, point.record_id, point.field, version.values))

    def _keep_typed(self, given: object) -> None:
        dispute = self._shown.dispute
        if dispute is None:
            return
        point = dispute.point

        def act(work: UnitOfWork) -> None:
            values = typed_values(work, open_dispute(work, point.record_id, point.field), given)
            settle(work, point.record_id, point.field, values)

        self._settle(act, self.other.show_problems)

    def _settle_record(self, whose: str) -> None:
        point = self.current()
        if point is None:
            return
        all_of_it = [one for one in self.list.lazy_model.ids() if one.record_id == point.record_id]

        def act(work: UnitOfWork) -> None:
            for one in all_of_it:
                settle_as(work, one.record_id, one.field, whose)

        self._settle(act)

    def _settle(
        self, act: Callable[[UnitOfWork], None], failed: Callable[[list[Problem]], object] | None = None
    ) -> None:
        office = self._context.office

        def done(saved: Saved[None]) -> None:
            told = self.tr("یکسره شد؛ با نخستین همگام‌سازی به رایانه‌های دیگر هم می‌رسد.")
            tell_saved(self, self._operations, office, told, saved.changes)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

        self._operations.change(saving(office, act, self._shown.seen), done, failed)

    def _lead(self) -> None:
        point = self.current()
        if point is not None:
            self.open_record.emit(point.kind, point.record_id)

    def _changed(self, _changes: object) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _digit(self, number: int) -> None:
        if number <= len(self.cards.cards):
            self.pick(number - 1)
        elif number == len(self.cards.cards) + 1:
            self.other.open()

    def _connect(self) -> None:
        self.list.current_changed.connect(lambda _point: self._look())
        self.list.row_activated.connect(lambda _point: self.keep_picked())
        self.cards.picked.connect(self.pick)
        self.other.entered.connect(self._keep_typed)
        self._operations.changed.connect(self._changed)
        for number in range(1, 5):
            shortcut = QShortcut(QKeySequence(str(number)), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)  # in the input a digit is a digit
            shortcut.activated.connect(lambda number=number: self._digit(number))
        QShortcut(QKeySequence("F4"), self).activated.connect(self.other.open)

    def _lay_out(self) -> None:
        self.none = EmptyState("circle-check", *none_words())
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(h1(self.tr("تعارض‌ها")))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(icon_button("refresh-cw", tip(self.tr("نگاه دوباره"), "F5"), self.reload))
        frame, held = card(0)
        held.setContentsMargins(6, 6, 6, 6)
        held.addWidget(self.list)
        frame.setFixedWidth(_LIST_WIDTH)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(frame)
        row.addWidget(self._detail(), 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.none)
        self.pages.addWidget(both)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addWidget(self.pages, 1)
        self.setFocusProxy(self.list)

    def _detail(self) -> QScrollArea:
        body = QWidget()
        body.setProperty("look", "scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(2, 2, 8, 2)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.title, 1)
        top.addWidget(self.kind)
        top.addWidget(self.lead)
        column.addLayout(top)
        column.addWidget(self.field)
        column.addWidget(self.cards)
        column.addWidget(self.other)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.all_mine)
        row.addWidget(self.all_theirs)
        row.addStretch(1)
        column.addLayout(row)
        told = self.tr("۱ و ۲ مقدار را نشان می‌کند، Enter همان را می‌گذارد، F4 مقدار دیگری می‌نویسد، Ctrl+Z برمی‌گرداند.")
        column.addWidget(muted(told, wrap=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        return area
