"""The pane beside the list: one need, the steps that are allowed now, and everything that happened to it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.need_life import OPEN_STATES
from desktop.domain.record import Row
from desktop.services.need_detail import NeedDetail
from desktop.services.need_views import days_open, is_overdue
from desktop.ui.lines import LineButton, disputed_line
from desktop.ui.screens.needs.agencies import ReferralDeeds, agency_part
from desktop.ui.screens.needs.looks import RESOLUTION_TONES, STATUS_TONES, URGENCY_TONES
from desktop.ui.screens.needs.steps import steps_of
from desktop.ui.screens.needs.timeline import happenings
from desktop.ui.titles import entry_title
from desktop.ui.widgets.buttons import Look, button, icon_button
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Fact, Pane, facts, group
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import EmptyState, badge, h2, label, line, muted, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import dashed, digits, grouped, label_of, said, short

_WIDTH = 360
_FIELDS = KINDS["need"].fields
_SUBJECT_ICONS = {"person_id": "user", "household_id": "house", "neighborhood_id": "map-pin"}


class NeedPane(Pane):
    """Shows one need. What the user wants goes out as signals; the screen does it."""

    step_wanted = Signal(object)  # Transition
    edit_wanted = Signal()
    letter_wanted = Signal(str)  # referral id
    answer_wanted = Signal(object)  # Reference
    elsewhere_wanted = Signal(object)  # Reference
    withdraw_wanted = Signal(object)  # Reference
    more_wanted = Signal()
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
        self._head(detail, role)
        self._steps(detail, role)
        self._agencies(detail, today)
        self.column.addWidget(line())
        self._facts(detail, today)
        self._end(detail)
        self._ties(detail)
        for name in ("description", "solution_note"):
            if detail.need[name]:
                self.column.addWidget(small(said(_FIELDS[name].label)))
                self.column.addWidget(label(detail.need[name], wrap=True, selectable=True))
        self.column.addSpacing(6)
        self.column.addWidget(h2(self.tr("گام‌ها و پاسخ‌ها")))
        for made in happenings(detail, self.letter_wanted.emit, self.record_wanted.emit):
            self.column.addWidget(made)
        self.column.addStretch(1)

    def ties(self) -> list[LineButton]:
        """The lines that lead to needs told twice."""
        return [line for line in self.findChildren(LineButton) if not line.isHidden()]

    def latest_referral(self) -> str | None:
        """The referral whose letter is meant when nobody says which: the first that has none yet, else the last."""
        if self.detail is None or not self.detail.references:
            return None
        live = self.detail.live or self.detail.references
        unwritten = [one for one in live if one.letter is None]
        return str((unwritten[0] if unwritten else live[-1]).referral["id"])

    def _head(self, detail: NeedDetail, role: str) -> None:
        need = detail.need
        upper = QHBoxLayout()
        upper.setSpacing(6)
        upper.addWidget(badge(label_of("need_status", need["status"]), STATUS_TONES.get(need["status"], "muted")))
        upper.addWidget(badge(label_of("need_urgency", need["urgency"]), URGENCY_TONES.get(need["urgency"], "muted")))
        upper.addStretch(1)
        if detail.references:
            latest = detail.references[-1].referral["id"]
            upper.addWidget(icon_button("printer", self.tr("چاپ نامهٔ ارجاع"), lambda: self.letter_wanted.emit(latest)))
        if role in KINDS["need"].writers:
            upper.addWidget(icon_button("pencil", self.tr("ویرایش نیاز"), self.edit_wanted.emit))
        upper.addWidget(icon_button("x", self.tr("بستن این بخش"), self.closed.emit))
        self.column.addLayout(upper)
        self.column.addWidget(label(need["subject"], "h2", wrap=True))
        if detail.is_disputed:
            self.column.addWidget(disputed_line(str(need["id"]), self.record_wanted.emit))
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
        elif detail.need["status"] not in OPEN_STATES:
            self.column.addWidget(small(self.tr("این نیاز به پایان رسیده و گام دیگری ندارد."), wrap=True))

    def _agencies(self, detail: NeedDetail, today: date) -> None:
        if not detail.references:
            return
        self.column.addWidget(group(self.tr("دستگاه‌ها")))
        deeds = ReferralDeeds(
            self.answer_wanted.emit, self.elsewhere_wanted.emit, self.withdraw_wanted.emit, self.letter_wanted.emit
        )
        for reference in detail.references:
            self.column.addWidget(agency_part(reference, detail, today, deeds))
        if detail.need["status"] == "referred":
            if not detail.live:
                self.column.addWidget(
                    small(self.tr("همهٔ ارجاع‌ها پس گرفته شده است و این نیاز نزد هیچ دستگاهی نیست."), wrap=True)
                )
            more = button(self.tr("افزودن دستگاه"), self.more_wanted.emit, icon_name="plus", look="link")
            self.column.addWidget(more, 0, start())

    def _facts(self, detail: NeedDetail, today: date) -> None:
        need, titles = detail.need, detail.titles
        for name, icon_name in _SUBJECT_ICONS.items():
            if need[name] and not (name == "household_id" and need["person_id"]):
                self.column.addWidget(
                    Fact(icon_name, said(_FIELDS[name].label), entry_title(titles.get(need[name], "—")))
                )
        late = is_overdue(need, today)
        due = short(need["due_on"]) if need["due_on"] else "—"
        days = self.tr("{days} روز").format(days=grouped(days_open(need, today)))
        found = [
            Fact("users", said(_FIELDS["owner_staff_id"].label), titles.get(need["owner_staff_id"], "—")),
            Fact("calendar", said(_FIELDS["noted_on"].label), short(need["noted_on"])),
            Fact("clock", said(_FIELDS["due_on"].label), due, "danger" if late else None),
            Fact("history", self.tr("مدت پیگیری"), days),
            Fact("info", said(_FIELDS["source"].label), label_of("need_source", need["source"])),
        ]
        if not detail.references and need["main_agency_id"]:
            agency = titles.get(need["main_agency_id"], "—")
            found.append(Fact("building-2", said(_FIELDS["main_agency_id"].label), agency))
        if need["targeted_harm"]:
            found.append(Fact("info", said(_FIELDS["targeted_harm"].label), titles.get(need["targeted_harm"], "—")))
        if need["supporters_count"]:
            found.append(Fact("users", said(_FIELDS["supporters_count"].label), grouped(need["supporters_count"])))
        self.add(*found)

    def _end(self, detail: NeedDetail) -> None:
        """Why it ended, and what whoever asked for it says."""
        need = detail.need
        answers = {True: (self.tr("بله"), "ok"), False: (self.tr("خیر"), "warn"), None: ("", None)}
        confirmed, tone = answers[need["resident_confirmed"]]
        informed = need["resident_informed_on"]
        satisfied = self.tr("{many} از ۵").format(many=grouped(need["satisfaction"])) if need["satisfaction"] else ""
        if confirmed:
            self.add(Fact("circle-check", said(_FIELDS["resident_confirmed"].label), confirmed, cast(Tone, tone)))
        self.add(
            *facts(
                [
                    ("heart-pulse", self.tr("رضایت"), digits(satisfied)),
                    ("info", said(_FIELDS["close_reason"].label), label_of("need_close_reason", need["close_reason"])),
                    ("calendar", said(_FIELDS["resident_informed_on"].label), short(informed) if informed else ""),
                ]
            )
        )
        if need["close_note"]:
            self.add(small(said(_FIELDS["close_note"].label)), label(need["close_note"], wrap=True, selectable=True))

    def _ties(self, detail: NeedDetail) -> None:
        """Its projects and what pays for them, and the needs that are the same one told twice, both ways."""
        for project in detail.projects:
            told = dashed((said(KINDS["project"].label), label_of("project_status", project["status"])))
            go = partial(self.record_wanted.emit, "project", project["id"])
            self.add(LineButton("award", "primary", project["title"], told, "", go))
        for credit in detail.credits:
            told = dashed((said(KINDS["credit"].label), label_of("credit_status", credit["status"])))
            go = partial(self.record_wanted.emit, "credit", credit["id"])
            self.add(LineButton("wallet", "primary", credit["title"], told, "", go))
        for resolved in detail.resolutions:
            until = self.tr("مصوبهٔ جلسه، تا {day}").format(day=short(resolved["due_on"]))
            state = resolved["status"]
            go = partial(self.record_wanted.emit, "resolution", resolved["id"])
            end, tone = label_of("resolution_status", state), RESOLUTION_TONES.get(state)
            self.add(LineButton("list-checks", "primary", resolved["text"], until, end, go, end_tone=tone))
        if detail.duplicate_of is not None:
            self._same(self.tr("تکرارِ این نیاز است"), detail.duplicate_of)
        for other in detail.duplicates:
            self._same(self.tr("بار دیگر گفته شد"), other)

    def _same(self, told: str, other: Row) -> None:
        detail = dashed((told, digits(other["need_no"])))
        self.add(
            LineButton(
                "copy", "warn", other["subject"], detail, "", partial(self.record_wanted.emit, "need", other["id"])
            )
        )
