"""«صورتجلسه»: one meeting as its paper: agenda, who was there by role, what was said and resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.fields import About, Input
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.record_views import RecordView
from desktop.ui.record_pane import Child, RecordPane, Subject
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.facts import group
from desktop.ui.widgets.form_kit import Form, Sources
from desktop.ui.widgets.labels import IconLabel, label, line, small
from desktop.ui.widgets.wording import digits, listed, said, short

_COUNTED = re.compile(r"^[\d\s.)(•–-]+")  # the numbers somebody may have typed before the points of an agenda
_QUICK = ("text", "owner_org_id", "owner_staff_id", "due_on", "need_id")


class MinutesPane(RecordPane):
    """Below the minutes waits a line for the next resolution: text, who answers for it, until when, Enter."""

    resolved = Signal(dict)  # what was typed of a new resolution

    def __init__(self, subject: Subject, role: str) -> None:
        self.quick: Form | None = None
        super().__init__(subject, role)

    def add_quick(self, sources: Sources) -> None:
        """The line for new resolutions, which stays below the minutes and opens when it is wanted."""
        self.quick = Form(quick_fields(), sources, columns=2)
        self.quick.submitted.connect(self.submit)
        self._open = button(self.tr("نوشتن مصوبه‌ها"), self.begin, icon_name="plus", look="primary")
        self._open.setToolTip(tip(self.tr("نوشتن مصوبه‌ها"), "Ctrl+N"))
        self._ready = button(self.tr("افزودن مصوبه"), self.submit, icon_name="plus", look="primary")
        self._ready.setToolTip(tip(self.tr("افزودن مصوبه"), "Ctrl+Enter"))
        self._done = button(self.tr("پایان"), self.end)
        self._keys = small(self.tr("افزودن: Ctrl+Enter   پایان: Esc"))
        self._box = QWidget()
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(14, 2, 14, 6)
        inside.setSpacing(6)
        inside.addWidget(line())
        inside.addWidget(self.quick)
        lower = QHBoxLayout()
        lower.setSpacing(8)
        lower.addWidget(self._open)
        lower.addWidget(self._keys)
        lower.addStretch(1)
        lower.addWidget(self._ready)
        lower.addWidget(self._done)
        inside.addLayout(lower)
        whole = self.layout()
        if whole is not None:
            whole.addWidget(self._box)
        self._box.hide()
        self._unfold(False)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.begin)
        leave = QShortcut(QKeySequence("Esc"), self._box)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.end)

    def begin(self) -> None:
        """Opens the line of new resolutions; the cursor goes into it."""
        if self.quick is not None and not self._box.isHidden():
            self._unfold(True)
            self.quick.focus_first()
            QTimer.singleShot(0, self, self._show_latest)

    def end(self) -> None:
        """Closes the line; what was typed in it stays until it is added."""
        self._unfold(False)
        self._open.setFocus()

    def _unfold(self, shown: bool) -> None:
        if self.quick is not None:
            for part in (self.quick, self._ready, self._done, self._keys):
                part.setVisible(shown)
            self._open.setVisible(not shown)

    def submit(self) -> None:
        """Hands on what was typed, or shows what is wrong."""
        if self.quick is None:
            return
        problems = self.quick.problems()
        if problems:
            self.quick.show_problems(problems)
        else:
            self.resolved.emit(self.quick.values())

    def accepted(self) -> None:
        """The resolution is written: the line is empty for the next one, which often has the same day."""
        if self.quick is not None:
            day = self.quick.field("due_on").value()
            self.quick.set_values({"due_on": day})
            self.quick.focus_first()

    def refused(self, problems: list[Problem]) -> None:
        if self.quick is not None:
            self.quick.show_problems(problems)

    def show_view(self, view: RecordView | None, more: Any = None) -> None:
        super().show_view(view, more)
        if self.quick is not None:
            self._box.setVisible(view is not None and self._role in KINDS["resolution"].writers)
            if not self.quick.isHidden():
                QTimer.singleShot(0, self, self._show_latest)

    def _show_latest(self) -> None:
        """While resolutions are typed, the one that was written last stays in sight."""
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    def _show_body(self, view: RecordView, _more: Any) -> None:
        meeting = view.row
        self._show_facts(view, ("agenda", "attendees", "summary", "subject"))
        translate = QCoreApplication.translate
        self.add(group(translate("Minutes", "دستور جلسه")))
        for number, text in enumerate(_lines(meeting["agenda"]), 1):
            self.add(label(f"{digits(str(number))}. {text}", wrap=True))
        self.add(group(translate("Minutes", "حاضران")))
        for one in meeting["attendees"]:
            self.add(_attendee(one, view.titles))
        if not meeting["attendees"]:
            self.add(small(translate("Minutes", "با ویرایش جلسه، حاضران را با سمت و دستگاه بنویسید."), wrap=True))
        if meeting["summary"]:
            self.add(group(said(KINDS["meeting"].fields["summary"].label)))
            self.add(label(meeting["summary"], wrap=True, selectable=True))
        for child in self._subject.children:
            self._show_children(child, view)

    def _child_detail(self, child: Child, one: Row, view: RecordView) -> str:
        """Who answers for a resolution, until when, and for which need."""
        if child.kind != "resolution":
            return super()._child_detail(child, one, view)
        owner = view.titles.get(one["owner_org_id"] or one["owner_staff_id"] or "", "")
        until = QCoreApplication.translate("Minutes", "تا {day}").format(day=short(one["due_on"]))
        need = QCoreApplication.translate("Minutes", "نیاز: {title}")
        title = view.titles.get(one["need_id"] or "", "")
        return listed((owner, until, need.format(title=title) if title else ""))


def quick_fields() -> Mapping[str, About]:
    """The answers of a resolution that are typed in one go; the need it serves may stay empty."""
    fields = KINDS["resolution"].fields
    text = replace(fields["text"], input=Input.TEXT)
    return {name: text if name == "text" else fields[name] for name in _QUICK}


def _lines(text: str) -> list[str]:
    """The points of an agenda, which are counted anew."""
    points = (part.strip() for part in text.splitlines())
    return [_COUNTED.sub("", point) or point for point in points if point]


def _attendee(one: Mapping[str, Any], titles: Mapping[str, str]) -> QWidget:
    """Role first, then whose, then the name; a mark for whoever has signed."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(8)
    row.addWidget(IconLabel("user", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
    whose = [titles.get(one.get(name) or "", "") for name in ("org_id", "office_id")]
    text = listed((one["post"], *whose, one.get("name") or ""))
    row.addWidget(label(text, wrap=True), 1)
    signed = QCoreApplication.translate("Minutes", "امضا کرد")
    if one.get("signed"):
        mark = IconLabel("signature", "ok", 18)
        mark.setToolTip(signed)
        row.addWidget(mark)
    box.setAccessibleName(listed((text, signed if one.get("signed") else "")))
    return box
