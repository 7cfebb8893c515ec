"""The pane beside the list: one need, the steps that are allowed now, and everything that happened to it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.services.need_detail import NeedDetail
from desktop.services.need_views import is_overdue
from desktop.ui.screens.needs.looks import STATUS_TONES, URGENCY_TONES
from desktop.ui.screens.needs.steps import steps_of
from desktop.ui.screens.needs.timeline import happenings
from desktop.ui.titles import entry_title
from desktop.ui.widgets.buttons import Look, button, icon_button
from desktop.ui.widgets.facts import Fact, Pane
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import EmptyState, badge, h2, label, line, muted, small
from desktop.ui.widgets.wording import digits, label_of, said, short

_WIDTH = 344
_FIELDS = KINDS["need"].fields
_SUBJECT_ICONS = {"person_id": "user", "household_id": "house", "neighborhood_id": "map-pin"}


class NeedPane(Pane):
    """Shows one need. What the user wants goes out as signals; the screen does it."""

    step_wanted = Signal(object)  # Transition
    edit_wanted = Signal()
    letter_wanted = Signal(str)  # referral id
    record_wanted = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self.detail: NeedDetail | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """When no need is marked."""
        self.detail = None
        self.empty()
        hint = self.tr("شرح، گام‌ها و پاسخ‌های نیازی که برمی‌گزینید اینجا می‌آید.")
        self.column.addWidget(EmptyState("hand-helping", self.tr("نیازی برگزیده نیست"), hint), 1)

    def show_need(self, detail: NeedDetail, role: str, today: date) -> None:
        self.detail = detail
        self.empty()
        self._head(detail)
        self._steps(detail, role)
        self.column.addWidget(line())
        self._facts(detail, today)
        if detail.need["description"]:
            self.column.addWidget(small(said(_FIELDS["description"].label)))
            self.column.addWidget(label(detail.need["description"], wrap=True, selectable=True))
        self.column.addSpacing(6)
        self.column.addWidget(h2(self.tr("گام‌ها و پاسخ‌ها")))
        for made in happenings(detail, self.letter_wanted.emit):
            self.column.addWidget(made)
        self.column.addStretch(1)

    def latest_referral(self) -> str | None:
        """The referral whose letter is printed when nobody says which."""
        return self.detail.references[-1].referral["id"] if self.detail and self.detail.references else None

    def _head(self, detail: NeedDetail) -> None:
        need = detail.need
        upper = QHBoxLayout()
        upper.setSpacing(6)
        upper.addWidget(badge(label_of("need_status", need["status"]), STATUS_TONES.get(need["status"], "muted")))
        upper.addWidget(badge(label_of("need_urgency", need["urgency"]), URGENCY_TONES.get(need["urgency"], "muted")))
        upper.addStretch(1)
        if detail.references:
            latest = detail.references[-1].referral["id"]
            upper.addWidget(icon_button("printer", self.tr("چاپ نامهٔ ارجاع"), lambda: self.letter_wanted.emit(latest)))
        upper.addWidget(icon_button("pencil", self.tr("ویرایش نیاز"), self.edit_wanted.emit))
        upper.addWidget(icon_button("x", self.tr("بستن این بخش"), self.closed.emit))
        self.column.addLayout(upper)
        self.column.addWidget(label(need["subject"], "h2", wrap=True))
        number = QCoreApplication.translate("Needs", "نیاز شمارهٔ {number}")
        words = [number.format(number=digits(need["need_no"])), label_of("need_field", need["field"])]
        self.column.addWidget(muted(" — ".join(words)))

    def _steps(self, detail: NeedDetail, role: str) -> None:
        steps = steps_of(detail, role)
        holder = QWidget()
        flow = FlowLayout(holder, 8)
        for place, step in enumerate(steps):
            look: Look = "primary" if place == 0 else "danger" if step.target in ("closed", "rejected") else ""
            flow.addWidget(button(said(step.label), partial(self.step_wanted.emit, step), look=look))
        if steps:
            self.column.addWidget(holder)
        else:
            self.column.addWidget(small(self.tr("این نیاز به پایان رسیده و گام دیگری ندارد."), wrap=True))

    def _facts(self, detail: NeedDetail, today: date) -> None:
        need, titles = detail.need, detail.titles
        for name, icon_name in _SUBJECT_ICONS.items():
            if need[name] and not (name == "household_id" and need["person_id"]):
                self.column.addWidget(
                    Fact(icon_name, said(_FIELDS[name].label), entry_title(titles.get(need[name], "—")))
                )
        late = is_overdue(need, today)
        due = short(need["due_on"]) if need["due_on"] else "—"
        for made in (
            Fact("users", said(_FIELDS["owner_staff_id"].label), titles.get(need["owner_staff_id"], "—")),
            Fact("building-2", said(_FIELDS["main_agency_id"].label), titles.get(need["main_agency_id"], "—")),
            Fact("calendar", said(_FIELDS["noted_on"].label), short(need["noted_on"])),
            Fact("clock", said(_FIELDS["due_on"].label), due, "danger" if late else None),
            Fact("info", said(_FIELDS["source"].label), label_of("need_source", need["source"])),
        ):
            self.column.addWidget(made)
        if need["supporters_count"]:
            count = digits(str(need["supporters_count"]))
            self.column.addWidget(Fact("users", said(_FIELDS["supporters_count"].label), count))
