"""«حضور و غیاب»: the paper sheet typed by keys, for all sessions of a workshop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.services.workshop_views import AttendanceSheet, SheetPerson, TypedSession
from desktop.ui.screens.workshops.grid import AttendanceGrid, session_text
from desktop.ui.screens.workshops.looks import LOCKED, MARK_TONES, mark_letter
from desktop.ui.screens.workshops.typed_sheet import STATES, TypedSheet
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.form_kit import Sources, make_field
from desktop.ui.widgets.labels import EmptyState, badge, card, h2, label, muted, small
from desktop.ui.widgets.picker import Choices, Picker
from desktop.ui.widgets.wording import digits, label_of, long, said, told


class AttendanceTab(QWidget):
    """The grid, what is added to it, the sum of the active session, and saving."""

    save_wanted = Signal(object, object)  # newcomers' ids, session → TypedSession
    print_wanted = Signal(str)  # session id
    plan_wanted = Signal()
    enroll_wanted = Signal()

    def __init__(self, people: Choices) -> None:
        super().__init__()
        self._today = date.min
        self._status = ""
        self.sheet = TypedSheet()
        self.grid = AttendanceGrid(self.sheet)
        self.title, self.day = h2(), small()
        self.sum = label("", "strong", wrap=True)
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.adder = Picker(people)
        self.adder.setPlaceholderText(self.tr("+ افزودن نفر: نام را بنویسید…"))
        self.adder.setAccessibleName(self.tr("افزودن نفر به برگه"))
        self.adder.setMaximumWidth(270)
        about = KINDS["workshop_session"].fields["walk_ins"]
        self.walk_ins = make_field("walk_ins", about, Sources())
        self.walk_ins.setFixedWidth(76)
        self.save = button(self.tr("ثبت برگه"), self._save, icon_name="save", look="primary")
        self.save.setToolTip(tip(self.tr("ثبت برگه"), "F2"))
        self.stack = QStackedWidget()
        self._lay_out(said(about.label))
        self._connect()

    def show_sheet(self, sheet: AttendanceSheet, status: str, today: date) -> None:
        """What is stored now; typed marks stay."""
        self._today, self._status = today, status
        self.sheet.load(sheet)
        active = self.grid.sheet_model.active
        if self.sheet.session(active) is None:
            active = self.sheet.waited_for(today)
        page = 1 if not self.sheet.sessions else 2 if not self.sheet.people else 0
        self.stack.setCurrentIndex(page)
        self._activate(active, self.grid.currentIndex().row())

    def begin(self) -> None:
        """The cursor goes to the first person without a mark."""
        if self.stack.currentIndex() == 0:
            self.grid.go_to(self.grid.first_unmarked())
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_dirty(self) -> bool:
        return self.sheet.is_dirty()

    def forget(self) -> None:
        """Drops what was typed."""
        self.sheet.forget()
        self.problem.hide()
        self._activate(self.grid.sheet_model.active, 0)

    def open_session(self, session_id: str) -> None:
        """Another session becomes the active one."""
        self._activate(session_id, self.grid.first_unmarked())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Refusals with the name they are about; the cursor goes to the first of them."""
        self.save.setEnabled(True)
        places = {f"marks.{person.person_id}": place for place, person in enumerate(self.sheet.people)}
        lines = []
        for problem in problems:
            place = places.get(problem.field)
            named = f"{self.sheet.people[place].name}: " if place is not None else ""
            lines.append(f"{named}{told(problem)}")
        self._tell("\n".join(dict.fromkeys(lines)))
        first = next((places[problem.field] for problem in problems if problem.field in places), None)
        if first is not None:
            self.grid.go_to(first)
        self.grid.setFocus()

    def _connect(self) -> None:
        self.grid.marked.connect(self._count)
        self.grid.session_wanted.connect(lambda wanted: self._activate(wanted, self._row_in(wanted)))
        self.grid.rest_wanted.connect(self._rest_present)
        self.grid.add_wanted.connect(lambda: self.adder.setFocus(Qt.FocusReason.TabFocusReason))
        self.grid.refused.connect(self._tell_locked)
        self.grid.finished.connect(lambda: self.walk_ins.setFocus(Qt.FocusReason.TabFocusReason))
        self.adder.chosen.connect(self._add)
        self.walk_ins.changed.connect(self._walk_ins_typed)
        for keys in ("F2", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)

    def _lay_out(self, walk_ins_label: str) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(6)
        upper.addWidget(icon_button("chevron-left", self.tr("جلسهٔ پیش"), lambda: self._step(-1)))
        which = QVBoxLayout()
        which.setSpacing(0)
        which.addWidget(self.title)
        which.addWidget(self.day)
        upper.addLayout(which)
        upper.addWidget(icon_button("chevron-right", self.tr("جلسهٔ بعد"), lambda: self._step(1)))
        upper.addStretch(1)
        for number, state in enumerate(STATES, 1):
            name = label_of("attendance_state", state)
            shown = badge(f"{mark_letter(state)}  {name}", MARK_TONES[state])
            shown.setToolTip(self.tr("کلید {key}").format(key=digits(str(number))))
            upper.addWidget(shown)
        upper.addWidget(button(self.tr("بقیه حاضر (ب)"), self._rest_present, icon_name="list-checks"))
        print_sheet = button(self.tr("چاپ برگه"), self._print, icon_name="printer", shortcut="F9")
        upper.addWidget(print_sheet)
        frame, within = card()
        within.setContentsMargins(8, 4, 8, 8)
        within.addWidget(self.grid)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.adder, 3)
        lower.addWidget(muted(walk_ins_label, wrap=True), 1)
        lower.addWidget(self.walk_ins)
        lower.addWidget(self.sum, 2)
        lower.addWidget(self.save)
        typing = QWidget()
        inside = QVBoxLayout(typing)
        inside.setContentsMargins(0, 12, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(upper)
        inside.addWidget(self.problem)
        inside.addWidget(frame, 1)
        inside.addLayout(lower)
        self.stack.addWidget(typing)
        for title, hint, action in self._empties():
            self.stack.addWidget(EmptyState("clipboard-list", title, hint, action))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self.stack)

    def _empties(self) -> list[tuple[str, str, Any]]:
        return [
            (
                self.tr("هنوز جلسه‌ای نیست"),
                self.tr("نخست جلسه‌های کارگاه را برنامه‌ریزی کنید؛ سپس برگهٔ هر جلسه اینجا پر می‌شود."),
                (self.tr("برنامه‌ریزی جلسه‌ها"), self.plan_wanted.emit),
            ),
            (
                self.tr("هنوز کسی ثبت‌نام نشده است"),
                self.tr("شرکت‌کنندگان را ثبت‌نام کنید تا نامشان در برگه بیاید."),
                (self.tr("ثبت‌نام شرکت‌کنندگان"), self.enroll_wanted.emit),
            ),
        ]

    def _activate(self, session_id: str, row: int) -> None:
        session = self.sheet.session(session_id)
        self.grid.locked = session is None or session["date"] > self._today or self._status in LOCKED
        self.grid.renew(session_id, row)
        self.title.setText(session_text(session) if session else "")
        self.day.setText(long(session["date"]) if session else "")
        self.walk_ins.blockSignals(True)
        self.walk_ins.set_value(self.sheet.walk_ins(session_id))
        self.walk_ins.blockSignals(False)
        self.walk_ins.set_read_only(self.grid.locked)
        if self.grid.locked and session is not None:
            self._tell_locked()
        else:
            self._tell("")
        self._count()

    def _row_in(self, session_id: str) -> int:
        """Where the cursor stands in another session: on the same name, or on the first of an empty sheet."""
        begun = any(self.sheet.state(session_id, person.person_id) for person in self.sheet.people)
        return self.grid.currentIndex().row() if begun else 0

    def _step(self, step: int) -> None:
        ids = [session["id"] for session in self.sheet.sessions]
        place = ids.index(self.grid.sheet_model.active) + step
        if 0 <= place < len(ids):
            self._activate(ids[place], self._row_in(ids[place]))
        self.grid.setFocus()

    def _count(self) -> None:
        counts = self.sheet.counts(self.grid.sheet_model.active)
        parts = [
            f"{digits(str(counts[state]))} {label_of('attendance_state', state)}" for state in STATES if counts[state]
        ]
        if counts[""]:
            parts.append(self.tr("{many} بی‌نشان").format(many=digits(str(counts[""]))))
        walk_ins = self.sheet.walk_ins(self.grid.sheet_model.active)
        if walk_ins:
            parts.append(self.tr("{many} بدون پرونده").format(many=digits(str(walk_ins))))
        self.sum.setText(" · ".join(parts))
        self.save.setEnabled(self.sheet.is_dirty())

    def _walk_ins_typed(self) -> None:
        try:
            many = self.walk_ins.about.read(self.walk_ins.value())
        except ValueError as refusal:
            problem = Problem("walk_ins", getattr(refusal, "code", "not_an_integer"), getattr(refusal, "facts", {}))
            self.walk_ins.set_problem(told(problem))
            self._tell(told(problem))
            return
        self.walk_ins.set_problem(None)
        self._tell("")
        self.sheet.set_walk_ins(self.grid.sheet_model.active, many or 0)
        self._count()

    def _add(self) -> None:
        key, name = self.adder.key(), self.adder.text()
        if key is None or self.grid.locked:
            return
        row = self.sheet.add(SheetPerson(key, name, ""))
        self.adder.choose(None)
        self.grid.renew(self.grid.sheet_model.active, row)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._count()

    def _rest_present(self) -> None:
        if self.grid.locked:
            self._tell_locked()
            return
        self.sheet.mark_rest(self.grid.sheet_model.active, "present")
        self.grid.viewport().update()
        self._count()
        self.grid.setFocus()

    def _print(self) -> None:
        if self.grid.sheet_model.active:
            self.print_wanted.emit(self.grid.sheet_model.active)

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        typed: dict[str, TypedSession] = self.sheet.to_save()
        marked = {person for session in typed.values() for person in session.marks}
        newcomers = [person.person_id for person in self.sheet.newcomers if person.person_id in marked]
        self.save_wanted.emit(newcomers, typed)

    def _tell_locked(self) -> None:
        if self._status in LOCKED:
            self._tell(self.tr("این کارگاه بسته شده است و برگه‌های آن دیگر تغییر نمی‌کند."))
        elif self.grid.locked:
            self._tell(self.tr("این جلسه هنوز نرسیده است؛ حضور و غیاب از روز جلسه نوشته می‌شود."))

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
