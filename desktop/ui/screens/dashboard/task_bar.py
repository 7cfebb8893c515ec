"""What can be done at once about the marked thing to do; each button has a key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.services.span_checks import ABOUT as BROKEN
from desktop.services.worklist import MANAGER, NEXT_ACTION, SESSION
from desktop.services.worklist_deeds import Colleague, suited
from desktop.services.worklist_page import Task
from desktop.services.worklist_partners import INSPECTION
from desktop.store.unit_of_work import Actor
from desktop.ui.widgets.buttons import button, icon_button, tip

_NEVER_LATER = frozenset({SESSION, INSPECTION, *BROKEN})


class TaskBar(QWidget):
    """Shows only what is possible: nobody takes over what somebody at work follows already."""

    open_wanted = Signal()
    put_off_wanted = Signal()
    back_wanted = Signal()
    done_wanted = Signal()
    given = Signal(str, str)  # id and name of the colleague

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self._me, self._manages = actor.staff_id, actor.role == MANAGER
        self._staff: Sequence[Colleague] = ()
        self.open = button(self.tr("گشودن"), self.open_wanted.emit)
        self.open.setToolTip(tip(self.tr("گشودن پرونده"), "Enter"))
        self.later = button(self.tr("به روزی دیگر"), self.put_off_wanted.emit, icon_name="clock")
        self.later.setToolTip(tip(self.tr("به روزی دیگر، با نوشتن دلیل"), "F7"))
        self.today = button(self.tr("همین امروز"), self.back_wanted.emit, icon_name="undo-2")
        self.today.setToolTip(tip(self.tr("بازگرداندن به کارهای امروز"), "F7"))
        self.done = button(self.tr("انجام شد"), self.done_wanted.emit, icon_name="check")
        self.done.setToolTip(tip(self.tr("اقدام بعدی انجام شد"), "F9"))
        self.mine = button(self.tr("به من بده"), self._take, icon_name="user-plus")
        self.mine.setToolTip(tip(self.tr("پیگیری این نیاز با من"), "F8"))
        self.theirs = button("", self._give_first)
        self.theirs.setToolTip(tip(self.tr("پیگیری این نیاز با این همکار"), "Shift+F8"))
        self.more = icon_button("ellipsis", self.tr("به همکار دیگری بده"), self._choose)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for shown in (self.open, self.later, self.today, self.done, self.mine, self.theirs, self.more):
            inside.addWidget(shown)
        inside.addStretch(1)
        for key, buttons in (
            ("F7", (self.later, self.today)),
            ("F8", (self.mine,)),
            ("Shift+F8", (self.theirs,)),
            ("F9", (self.done,)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(partial(_press, buttons))
        self.show_task(None, ())

    def show_task(self, task: Task | None, staff: Sequence[Colleague]) -> None:
        """What is possible with `task`; `staff` are those at work."""
        item = task.item if task is not None else None
        ownerless = item is not None and bool(item.need_id) and not item.owner
        self._staff = suited(staff, task.field) if task is not None and ownerless else ()
        others = [one for one in self._staff if one.staff_id != self._me]
        self.open.setVisible(item is not None)
        self.later.setVisible(item is not None and item.sort not in _NEVER_LATER and not item.put_off)
        self.today.setVisible(item is not None and bool(item.put_off))
        self.done.setVisible(item is not None and item.sort == NEXT_ACTION)
        self.mine.setVisible(len(others) < len(self._staff))
        self.theirs.setVisible(self._manages and bool(others))
        self.more.setVisible(self._manages and len(others) > 1)
        self._staff = others
        if others:
            self.theirs.setText(self._to(others[0]))
            self.theirs.setAccessibleName(self._to(others[0]))

    def _to(self, one: Colleague) -> str:
        return self.tr("به {name} بده").format(name=one.name)

    def _take(self) -> None:
        self.given.emit(self._me, "")

    def _give_first(self) -> None:
        self._give(self._staff[0])

    def _give(self, one: Colleague) -> None:
        self.given.emit(one.staff_id, one.name)

    def _choose(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._staff:
            menu.addAction(self._to(one), partial(self._give, one))
        menu.popup(self.more.mapToGlobal(self.more.rect().topLeft()))


def _press(buttons: Sequence[QPushButton]) -> None:
    """A key does what its button does, while it is there to be pressed."""
    for shown in buttons:
        if shown.isVisible():
            shown.click()
            return
