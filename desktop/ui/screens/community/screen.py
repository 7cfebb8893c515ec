"""Trustees and local groups: two screens from their declarations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.ui.list_filters import ALL, Filter, codes_filter
from desktop.ui.operations import Operations
from desktop.ui.subject_screen import Child, Subject, SubjectScreen
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone

_ACTIVE: dict[str, Tone] = {"yes": "ok", "no": "muted"}


def make_trustees(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    subject = Subject(
        kind="local_trustee",
        icon="handshake",
        people=True,
        search=translate("Community", "نام یا نقش…"),
        unit=translate("Community", "معتمد"),
        new=translate("Community", "معتمد تازه"),
        none=(
            translate("Community", "هنوز معتمدی ثبت نشده است"),
            translate("Community", "کسانی که اهالی به آنان اعتماد دارند پل میان دفتر و محله‌اند."),
        ),
        filters=[_active(), codes_filter("local_trustee", "role", translate("Community", "همهٔ نقش‌ها"))],
        tones={"active": _ACTIVE},
        droppable=("since", "active"),
    )
    return SubjectScreen((context, operations, asker), subject, parent)


def make_groups(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    members = Child(
        kind="local_group_member",
        owner="group_id",
        icon="user",
        none=translate("Community", "عضوی نوشته نشده است."),
    )
    subject = Subject(
        kind="local_group",
        icon="message-square",
        search=translate("Community", "نام گروه…"),
        unit=translate("Community", "گروه"),
        new=translate("Community", "گروه تازه"),
        none=(
            translate("Community", "هنوز گروهی ثبت نشده است"),
            translate("Community", "کارگروه محله، گروه همیار یا هیئتی را که با دفتر همکاری می‌کند بنویسید."),
        ),
        filters=[_active(), codes_filter("local_group", "kind", translate("Community", "همهٔ گونه‌ها"))],
        tones={"active": _ACTIVE},
        droppable=("since", "active"),
        children=[members],
    )
    return SubjectScreen((context, operations, asker), subject, parent)


def _active() -> Filter:
    translate = QCoreApplication.translate
    choices = [
        (ALL, translate("Community", "همه")),
        ("yes", translate("Community", "فعال")),
        ("no", translate("Community", "پایان‌یافته")),
    ]
    return Filter("active", translate("Community", "فعال"), choices)
