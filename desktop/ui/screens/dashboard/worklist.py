"""«کارهای امروز»: what is to be done today, the user's own or everybody's, and what can be done about it at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.services.span_checks import ABOUT as BROKEN
from desktop.services.span_checks import SPAN
from desktop.services.worklist import (
    DUE,
    FOLLOW_UP,
    NEXT_ACTION,
    OVERDUE,
    PROMISE,
    PUT_OFF,
    SESSION,
    UNANSWERED,
    UNOWNED,
    Item,
    Worklist,
    worklist,
)
from desktop.services.worklist_deeds import Colleague, colleagues
from desktop.services.worklist_page import Task, tasks
from desktop.services.worklist_partners import PARTNERS
from desktop.ui.form_work import Parts
from desktop.ui.lines import LineList
from desktop.ui.operations import Changes, Progress
from desktop.ui.screens.dashboard.task_bar import TaskBar
from desktop.ui.screens.dashboard.task_deeds import TaskDeeds
from desktop.ui.screens.dashboard.task_words import line_of
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.labels import EmptyState, h2
from desktop.ui.widgets.wording import grouped

MINE, EVERYBODYS = "mine", "everybodys"
_SHOWS = frozenset(
    {"need", "referral", "agency_response", "visit", "postponement"}
    | {"workshop", "workshop_session", "workshop_enrollment"}
    | {"staff_member", "user_account", "person", "household", "organization"}
    | {*BROKEN.values()}
)


@dataclass(frozen=True)
class _Found:
    list: Worklist
    staff: Sequence[Colleague]


class WorklistCard(QFrame):
    """Arrows walk and Enter opens; F7 puts off, F8 takes over, F9 says that it is done."""

    def __init__(self, parts: Parts, open_record: Callable[[str, str], object]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        context, self._operations, _asker = parts
        self._office, self._settings, self._open = context.office, context.settings, open_record
        self._deeds = TaskDeeds(self, parts)
        self._found = _Found(Worklist(()), ())
        self._asked, self._stale, self._wanted = 0, False, ""
        self._kept = f"worklist-{self._office.actor.user_id}"
        self.scope = ChipRow(self._scopes(), self.tr("کارهای چه کسی"))
        self._choose_scope(self._settings.text(self._kept))
        self._texts = dict(self._sorts())
        self.sorts = ChipRow(self._texts.items(), self.tr("گونهٔ کار"))
        self.sorts.choose([""])
        self.list = LineList(self._fetch, partial(line_of, me=self._office.actor.staff_id), self.tr("کارهای امروز"))
        self.none = EmptyState(
            "circle-check",
            self.tr("کاری نمانده است"),
            self.tr("نیاز سررسیدشده، نامهٔ بی‌پاسخ، وعدهٔ گذشته، اقدام بعدی یا جلسه‌ای برای امروز نیست."),
        )
        self.list.set_empty(self.none)
        self.bar = TaskBar(self._office.actor)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Looks through the records again; place and choice stay."""
        self._stale = False
        self._asked += 1
        number, office = self._asked, self._office

        def work(_progress: Progress) -> _Found:
            with office.read() as rows:
                return _Found(worklist(rows, office.actor), colleagues(rows))

        self._operations.run(work, partial(self._show, number), title=self.tr("در حال گردآوری کارهای امروز…"))

    def put_off_again(self, record_id: str) -> None:
        """Goes on with a form of putting off that was left unfinished."""
        self._wanted = record_id
        self.reload()

    def current(self) -> Task | None:
        """What is marked; None for nothing, and for what has gone meanwhile."""
        model, place = self.list.lazy_model, self.list.currentIndex().row()
        found: Task | None = model.row(place) if 0 <= place < len(model.ids()) else None
        return found

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & _SHOWS:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _show(self, number: int, found: _Found) -> None:
        if number != self._asked:
            return
        self._found = found
        self._refill()
        if self._wanted:
            self._go_on()

    def _choose(self) -> None:
        """Other chips: the list begins anew with what is most urgent."""
        self._refill()
        if self.list.lazy_model.ids():
            self.list.select_row(0)

    def _refill(self) -> None:
        """The list under the chips chosen; the mark stays on its item, or goes to the one that moved up."""
        everybody = self.scope.choice() == EVERYBODYS
        counts = self._found.list.counts(everybody=everybody)
        for sort, text in self._texts.items():
            self.sorts.set_text(sort, f"{text}  {grouped(counts[sort])}")
        self.sorts.show_only({"", *(sort for sort, many in counts.items() if many)})
        place, marked = self.list.currentIndex().row(), self.list.current_id()
        items = self._found.list.chosen(self.sorts.choice() or "", everybody=everybody)
        self.list.set_ids(items)
        if items and marked is not None:
            names = [_name(item) for item in items]
            same = names.index(_name(marked)) if _name(marked) in names else min(place, len(items) - 1)
            self.list.select_row(same)
        self._show_deeds()

    def _go_on(self) -> None:
        """Everything is shown, so that what was left unfinished is there; then its form opens."""
        wanted, self._wanted = self._wanted, ""
        self.scope.choose([EVERYBODYS])
        self.sorts.choose([""])
        self._refill()
        place = next((n for n, item in enumerate(self.list.lazy_model.ids()) if item.record_id == wanted), -1)
        if place >= 0:
            self.list.select_row(place)
            self._do(self._deeds.put_off)

    def _fetch(self, items: list[Any]) -> Sequence[Task | None]:
        with self._office.read() as rows:
            return tasks(rows, items)

    def _do(self, deed: Callable[[Task], object]) -> None:
        task = self.current()
        if task is not None:
            deed(task)

    def _show_deeds(self) -> None:
        self.bar.show_task(self.current(), self._found.staff)

    def _choose_scope(self, scope: str) -> None:
        self.scope.choose([scope if scope in (MINE, EVERYBODYS) else MINE])

    def _scope_chosen(self) -> None:
        self._settings.keep(**{self._kept: self.scope.choice() or MINE})
        self._choose()

    def _scopes(self) -> Sequence[tuple[str, str]]:
        return (MINE, self.tr("کارهای من")), (EVERYBODYS, self.tr("همهٔ دفتر"))

    def _sorts(self) -> Sequence[tuple[str, str]]:
        return (
            ("", self.tr("همه")),
            (OVERDUE, self.tr("دیرکرد")),
            (DUE, self.tr("سررسید امروز")),
            (UNANSWERED, self.tr("بی‌پاسخ")),
            (PROMISE, self.tr("وعدهٔ گذشته")),
            (NEXT_ACTION, self.tr("اقدام بعدی")),
            (FOLLOW_UP, self.tr("پیامد")),
            (SESSION, self.tr("جلسه")),
            (PARTNERS, self.tr("تعهدها و مهلت‌ها")),
            (SPAN, self.tr("ناهمخوان")),
            (UNOWNED, self.tr("بی‌مسئول")),
            (PUT_OFF, self.tr("به روزی دیگر گذاشته")),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(h2(self.tr("کارهای امروز")))
        head.addWidget(self.scope, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 14, 18, 12)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self.sorts)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.bar)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.scope.changed.connect(self._scope_chosen)
        self.sorts.changed.connect(self._choose)
        self.list.current_changed.connect(lambda _item: self._show_deeds())
        self.list.row_activated.connect(lambda _item: self.bar.open_wanted.emit())
        self.bar.open_wanted.connect(lambda: self._do(lambda task: self._open(task.opens, task.open_id)))
        self.bar.put_off_wanted.connect(lambda: self._do(self._deeds.put_off))
        self.bar.back_wanted.connect(lambda: self._do(self._deeds.bring_back))
        self.bar.done_wanted.connect(lambda: self._do(self._deeds.finish))
        self.bar.given.connect(lambda staff, name: self._do(lambda task: self._deeds.give(task, staff, name)))
        self._operations.changed.connect(self._changed)


def _name(item: Item) -> tuple[str, str]:
    """What stays the same of an item while it is put off, given away or comes late."""
    return item.about, item.record_id
