"""Sessions by a rule: the form of the rule, and below it the sessions as they would be, to be changed before saving."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.fields import abouts
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.domain.session_rule import SessionRuleDraft, read_rule, usual_rule
from desktop.services.kept_drafts import FormName
from desktop.services.session_planning import PlannedSession, SessionPlan, preview_sessions, write_sessions
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.saving import Saved
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.labels import EmptyState, card, muted, small
from desktop.ui.widgets.lazy_table import Column, LazyTable
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, listed, long, said, short, short_time, told

_FORM = 480  # pixels
_PAUSE = 150  # ms of silence after which the preview is made again


class PreviewTable(LazyTable):
    """+ and − move a session by a day, Delete leaves it out."""

    moved = Signal(int, int)  # place, days
    dropped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        days = {"+": 1, "=": 1, "-": -1, "−": -1}.get(event.text(), 0)
        if place >= 0 and days:
            self.moved.emit(place, days)
        elif place >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit(place)
        else:
            super().keyPressEvent(event)


class PlanDialog(FormDialog):
    """F2 writes the sessions that the preview shows."""

    def __init__(self, parent: QWidget, parts: Parts, workshop: Row) -> None:
        super().__init__(
            parent,
            self.tr("برنامهٔ جلسه‌ها"),
            abouts(SessionRuleDraft),
            sources_of(parts[0]),
            self.tr("ثبت جلسه‌ها"),
            hint=self.tr("جلسه‌ها را پیش از ثبت ببینید: + و − یک روز جابه‌جا می‌کند و کلید حذف برمی‌دارد."),
        )
        self._parts, self._workshop = parts, workshop
        self._asked = 0
        self.sessions: list[PlannedSession] = []
        self.preview = PreviewTable(self._columns(), self._fetch, self.tr("پیش‌نمایش جلسه‌ها"))
        hint = self.tr("شمار جلسه را بیشتر کنید، یا تاریخ و روزهای هفته را بنویسید.")
        nothing = EmptyState("calendar-days", self.tr("جلسهٔ تازه‌ای نیست"), hint)
        self.preview.set_empty(nothing)
        self.count, self.left_out = muted(), small("", wrap=True)
        self._stand_beside()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.form.changed.connect(self._pause.start)
        self.preview.moved.connect(self._move)
        self.preview.dropped.connect(self._drop)
        self.resize(1080, 600)

    def _stand_beside(self) -> None:
        """The form at the reading side, what comes of it beside it."""
        self.frame.hint.setFixedWidth(_FORM - 48)
        self.frame.hint.setFixedHeight(self.frame.hint.heightForWidth(_FORM - 48))
        self.frame.keys.setWordWrap(True)  # English needs a second line beside its wider buttons
        self.frame.setFixedWidth(_FORM)
        panel, row, held = QVBoxLayout(), QHBoxLayout(), self.layout()
        panel.setContentsMargins(16, 22, 16, 22)
        panel.setSpacing(8)
        frame, within = card(0)
        within.setContentsMargins(6, 4, 6, 6)
        within.addWidget(self.preview)
        panel.addWidget(self.count)
        panel.addWidget(frame, 1)
        panel.addWidget(self.left_out)
        row.addWidget(self.frame)
        row.addLayout(panel, 1)
        if isinstance(held, QVBoxLayout):
            held.addLayout(row)

    def work(self, told_of: Callable[[Any], str], then: Callable[[], object]) -> None:
        """Opens the form with the usual rule of its workshop."""
        workshop_id = str(self._workshop["id"])

        def act(work: UnitOfWork, _given: Mapping[str, object]) -> Sequence[Row]:
            return write_sessions(work, workshop_id, tuple(self.sessions))

        def done(_saved: Saved[Any]) -> None:
            self._pause.stop()
            then()

        name = FormName("workshop", workshop_id, "plan")
        open_form(self._parts, self, name, usual_rule(self._workshop), Deed(act, told_of, done))
        self._look()

    def done(self, result: int) -> None:
        """Closes; an answer that is still on its way comes to nobody."""
        self._pause.stop()
        self._asked += 1
        super().done(result)

    def _look(self) -> None:
        """Asks for the sessions of the rule as it is typed now; a rule with a fault shows none."""
        self._asked += 1
        number, workshop_id, office = self._asked, self._workshop["id"], self._parts[0].office
        try:
            rule = read_rule(self.form.values())
        except RefusedError:
            self._show(SessionPlan((), ()))
            return

        def work(_progress: object) -> SessionPlan:
            with office.read() as rows:
                try:
                    return preview_sessions(rows, workshop_id, rule)
                except RefusedError:
                    return SessionPlan((), ())

        def done(plan: SessionPlan) -> None:
            if number == self._asked:
                self._show(plan)

        self._parts[1].run(work, done, title=None)

    def _show(self, plan: SessionPlan) -> None:
        self.sessions = list(plan.sessions)
        days = listed(f"{short(day.on)} {said(day.left_out)}" for day in plan.left_out)
        self.left_out.setText(self.tr("تعطیلی‌های ردشده: {days}").format(days=days) if days else "")
        self._renew(0)

    def _renew(self, place: int) -> None:
        self.preview.set_ids(list(range(len(self.sessions))))
        self.preview.lazy_model.refresh()
        if self.sessions:
            self.preview.select_row(min(place, len(self.sessions) - 1))
        self.count.setText(self.tr("{many} جلسه").format(many=grouped(len(self.sessions))) if self.sessions else "")

    def _move(self, place: int, days: int) -> None:
        """A session moves; what its old hour was wanted for is asked again when it is written."""
        session = self.sessions[place]
        self.sessions[place] = replace(session, on=session.on + timedelta(days=days), doubts=())
        self._renew(place)

    def _drop(self, place: int) -> None:
        kept = [session for at, session in enumerate(self.sessions) if at != place]
        numbers = sorted(session.no for session in self.sessions)
        self.sessions = [replace(session, no=no) for session, no in zip(kept, numbers, strict=False)]
        self._renew(place)

    def _fetch(self, places: list[Any]) -> Sequence[Any]:
        return [self.sessions[place] if place < len(self.sessions) else None for place in places]

    def _columns(self) -> list[Column]:
        return [
            Column(key="no", title=self.tr("جلسه"), text=lambda s: digits(str(s.no)), width=70),
            Column(key="on", title=self.tr("تاریخ"), text=lambda s: long(s.on), width=180),
            Column(key="hours", title=self.tr("ساعت"), text=self._hours, width=110),
            Column(key="doubts", title=self.tr("همزمان با"), text=_doubts, width=0, tone=_doubt_tone),
        ]

    def _hours(self, session: PlannedSession) -> str:
        return self.tr(" تا ").join(short_time(time) for time in (session.start, session.end) if time) or "—"


def _doubts(session: PlannedSession) -> str:
    return listed(told(doubt) for doubt in session.doubts)


def _doubt_tone(session: PlannedSession) -> Tone | None:
    return "warn" if session.doubts else None
