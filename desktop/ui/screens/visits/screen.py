"""Who came to the office, whom it visited, and what was promised for another day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.ui.list_filters import codes_filter
from desktop.ui.operations import Operations
from desktop.ui.subject_screen import Subject, SubjectScreen
from desktop.ui.widgets.questions import Asker


def make_screen(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    subject = Subject(
        kind="visit",
        icon="calendar-check",
        search=translate("Visits", "واژه‌ای از خلاصه…"),
        unit=translate("Visits", "مراجعه و بازدید"),
        new=translate("Visits", "ثبت مراجعه"),
        none=(
            translate("Visits", "هنوز مراجعه‌ای ثبت نشده است"),
            translate("Visits", "هر مراجعه، بازدید، مشاوره یا راهنمایی را در چند ثانیه بنویسید."),
        ),
        filters=[
            codes_filter("visit", "type", translate("Visits", "همهٔ گونه‌ها")),
            codes_filter("visit", "subject", translate("Visits", "همهٔ حوزه‌ها")),
        ],
        droppable=("next_action_on", "staff_id", "neighborhood_id"),
    )
    return SubjectScreen((context, operations, asker), subject, parent)
