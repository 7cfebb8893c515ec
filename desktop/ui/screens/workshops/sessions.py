"""«جلسه‌ها»: the sessions of a workshop, planned by one button, each with its day, state and count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.services.workshop_views import WorkshopDetail
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.finder import FittingTable
from desktop.ui.widgets.labels import EmptyState, card, muted
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, long, said, short_time

_FIELDS = KINDS["workshop_session"].fields


class SessionsTab(QWidget):
    """What the user wants goes out as signals; the screen does it."""

    plan_wanted = Signal()
    add_wanted = Signal()
    edit_wanted = Signal(object)  # the session's row
    not_held_wanted = Signal(object)
    sheet_wanted = Signal(str)
    print_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._detail: WorkshopDetail | None = None
        self._by_id: dict[str, Any] = {}
        self.count = muted(wrap=True)
        self.plan = button(self.tr("برنامه‌ریزی جلسه‌ها"), self.plan_wanted.emit, icon_name="calendar-days")
        self.add = button(self.tr("جلسهٔ تازه"), self.add_wanted.emit, icon_name="plus")
        self.edit = button(self.tr("ویرایش"), lambda: self._send(self.edit_wanted), icon_name="pencil")
        self.not_held = button(self.tr("برگزار نشد"), lambda: self._send(self.not_held_wanted), icon_name="circle-x")
        self.sheet = button(self.tr("حضور و غیاب"), lambda: self._send_id(self.sheet_wanted), icon_name="list-checks")
        self.print = button(self.tr("چاپ برگه"), lambda: self._send_id(self.print_wanted), icon_name="printer")
        name = said(KINDS["workshop_session"].plural)
        self.table = FittingTable(self._columns(), self._fetch, name, droppable=("came",), least=80)
        self.table.set_empty(
            EmptyState(
                "calendar-days",
                self.tr("هنوز جلسه‌ای نیست"),
                self.tr("قاعده روزها و ساعت را می‌گوید و تعطیلی‌ها را رد می‌کند؛ جلسه‌ها را پیش از ثبت می‌بینید."),
                (self.tr("برنامه‌ریزی جلسه‌ها"), self.plan_wanted.emit),
            )
        )
        self.table.row_activated.connect(lambda _id: self._send(self.edit_wanted))
        self._lay_out()

    def show_detail(self, detail: WorkshopDetail) -> None:
        self._detail = detail
        self._by_id = {session["id"]: session for session in detail.sessions}
        self.table.set_ids(list(self._by_id))
        self.table.lazy_model.refresh()
        planned = detail.workshop["sessions_planned"]
        self.plan.setVisible(0 < len(detail.sessions) < planned)
        for made in (self.edit, self.not_held, self.sheet, self.print):
            made.setEnabled(bool(detail.sessions))
        text = self.tr("{held} از {many} جلسه برگزار شده است")
        self.count.setText(
            text.format(held=digits(str(detail.held)), many=digits(str(max(planned, len(detail.sessions)))))
        )

    def _columns(self) -> list[Column]:
        return [
            Column(key="no", title=self.tr("جلسه"), text=lambda s: digits(str(s["no"])), width=70),
            Column(key="date", title=said(_FIELDS["date"].label), text=lambda s: long(s["date"]), width=210),
            Column(key="time", title=self.tr("ساعت"), text=self._hours, width=130),
            Column(
                key="topic", title=said(_FIELDS["topic"].label), text=lambda s: s["topic"] or "—", width=0, muted=True
            ),
            Column(key="came", title=self.tr("حاضران"), text=self._came, width=110),
            Column(key="held", title=self.tr("وضعیت"), text=self._state, width=130, tone=_state_tone),
        ]

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        return [self._by_id.get(one) for one in ids]

    def _hours(self, session: Any) -> str:
        return self.tr(" تا ").join(short_time(session[name]) for name in ("start", "end") if session[name]) or "—"

    def _came(self, session: Any) -> str:
        if self._detail is None or session["id"] not in self._detail.marked:
            return "—"
        came = self._detail.came[session["id"]] + session["walk_ins"]
        return self.tr("{many} نفر").format(many=digits(str(came)))

    def _state(self, session: Any) -> str:
        if session["held"] is None:
            return self.tr("در برنامه")
        return self.tr("برگزار شد") if session["held"] else self.tr("برگزار نشد")

    def _send(self, signal: Any) -> None:
        session = self._by_id.get(self.table.current_id() or "")
        if session is not None:
            signal.emit(session)

    def _send_id(self, signal: Any) -> None:
        if self.table.current_id():
            signal.emit(self.table.current_id())

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self.count, 1)
        for made in (self.plan, self.add, self.edit, self.not_held, self.print, self.sheet):
            upper.addWidget(made)
        frame, within = card()
        within.setContentsMargins(8, 4, 8, 8)
        within.addWidget(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 12, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(upper)
        inside.addWidget(frame, 1)


def _state_tone(session: Any) -> Tone:
    if session["held"] is None:
        return "info"
    return "ok" if session["held"] else "muted"
