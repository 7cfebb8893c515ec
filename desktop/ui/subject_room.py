"""A room of declared subjects: a tab for each kind that whoever sits here may read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.services.access import may_read
from desktop.ui.form_work import Parts
from desktop.ui.record_pane import Subject
from desktop.ui.subject_screen import SubjectScreen
from desktop.ui.tabbed_room import Tab, TabbedRoom
from desktop.ui.widgets.labels import EmptyState
from desktop.ui.widgets.wording import said

Maker = Callable[[Parts, Subject, QWidget | None], QWidget]


def subject_room(
    parts: Parts,
    name: str,
    subjects: Sequence[Subject],
    parent: QWidget | None,
    *,
    titles: Mapping[str, str] = MappingProxyType({}),
    pages: Mapping[str, Tab] = MappingProxyType({}),
    makers: Mapping[str, Maker] = MappingProxyType({}),
) -> QWidget:
    """`titles`: kind → what its tab is called where that is not its plural. `pages`: further tabs, at the end.

    `makers`: kind → the screen of a subject that knows more than the declared one.
    """
    role = parts[0].office.actor.role
    read = [one for one in subjects if may_read(role, KINDS[one.kind])]
    own = {one.kind for one in read}
    tabs = {
        one.kind: Tab(
            titles.get(one.kind) or said(KINDS[one.kind].plural),
            partial(_screen, makers.get(one.kind, SubjectScreen), parts, one),
            (one.kind, *(child.kind for child in one.children if not child.elsewhere and child.kind not in own)),
        )
        for one in read
    }
    if not read:
        return NotForThisRole(parent)
    return TabbedRoom(parts[0].office, name, {**tabs, **pages}, parent)


def _screen(make: Maker, parts: Parts, subject: Subject, room: QWidget) -> QWidget:
    return make(parts, subject, room)


class NotForThisRole(QWidget):
    """Stands where somebody may read nothing."""

    open_record = Signal(str, str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        told = EmptyState(
            "lock",
            translate("SubjectRoom", "این بخش برای نقش شما نیست"),
            translate("SubjectRoom", "اعتبار، هزینه و قرارداد را مدیر دفتر و ناظران می‌بینند."),
        )
        inside = QVBoxLayout(self)
        inside.addWidget(told)
