"""«شناسنامه»: what a workshop is, and at a glance how full it is and how far it has come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.workshop_seats import SEATED
from desktop.services.workshop_figures import WorkshopFigures
from desktop.services.workshop_views import WorkshopDetail
from desktop.ui.declared import value_text
from desktop.ui.widgets.facts import Fact, ShareBar, clear
from desktop.ui.widgets.labels import card, h2, icon_tile, label, muted, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import decimal, grouped, listed, percent, said

_ACROSS = 3
_ICONS = {
    "type": "presentation",
    "field": "clipboard-list",
    "target_group": "users",
    "neighborhood_id": "map-pin",
    "place": "building-2",
    "instructor_id": "graduation-cap",
    "co_org_id": "handshake",
    "planned_start": "calendar",
    "planned_end": "calendar-check",
    "sessions_planned": "calendar-days",
    "hours_per_session": "clock",
    "capacity": "users",
    "min_attend_share": "circle-check",
    "sex_restriction": "user",
    "childcare": "baby",
    "fee_rial": "wallet",
    "cost_rial": "wallet",
    "directive_id": "scroll-text",
    "program_id": "book-open",
    "targeted_harm": "triangle-alert",
    "good_practice": "award",
    "cancel_reason": "circle-x",
}


class IdentityTab(QWidget):
    """The shares and live figures, and below them two columns of facts."""

    def __init__(self) -> None:
        super().__init__()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(48)
        self._facts.setVerticalSpacing(8)
        frame, within = card()
        within.addWidget(h2(self.tr("مشخصات کارگاه")))
        within.addLayout(self._facts)
        within.addStretch(1)
        self._seats = _Share("users", "primary", self.tr("ثبت‌نام"))
        self._held = _Share("calendar-check", "info", self.tr("جلسه‌های برگزارشده"))
        self._came = _Share("circle-check", "ok", self.tr("میانگین حضور"))
        self._hours = _Share("clock", "primary", self.tr("نفر-ساعت آموزش"))
        self._heads = _Share("user", "warn", self.tr("زنان سرپرست خانوار"))
        self._done = _Share("graduation-cap", "ok", self.tr("تکمیل دوره"))
        above = QGridLayout()
        above.setSpacing(12)
        shares = (self._seats, self._held, self._came, self._hours, self._heads, self._done)
        for place, share in enumerate(shares):
            above.addWidget(share, place // _ACROSS, place % _ACROSS)
        self._photos = QVBoxLayout()
        holder = QWidget()
        holder.setProperty("look", "scrolled")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 12, 0, 0)
        inside.setSpacing(14)
        inside.addLayout(above)
        inside.addWidget(frame, 1)
        inside.addLayout(self._photos)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)

    def show_detail(self, detail: WorkshopDetail, live: WorkshopFigures) -> None:
        clear(self._facts)
        fields = KINDS["workshop"].fields
        shown = [name for name in _ICONS if detail.workshop[name] not in (None, "", [])]
        half = (len(shown) + 1) // 2
        for place, name in enumerate(shown):
            text = value_text(fields[name], detail.workshop[name], detail.titles, long_dates=True)
            self._facts.addWidget(Fact(_ICONS[name], said(fields[name].label), text), place % half, place // half)
        for column in range(2):
            self._facts.setColumnStretch(column, 1)
        self._shares(detail)
        self._live(live)

    def show_photos(self, strip: QWidget | None) -> None:
        """What is attached to the workshop and its sessions."""
        clear(self._photos)
        if strip is not None:
            self._photos.addWidget(strip)

    def _shares(self, detail: WorkshopDetail) -> None:
        workshop = detail.workshop
        seated, waiting = len(detail.with_status(*SEATED)), len(detail.with_status("waiting"))
        of = self.tr("{part} از {whole}")
        capacity, sessions = workshop["capacity"], max(workshop["sessions_planned"], len(detail.sessions))
        note = self.tr("{many} نفر در نوبت").format(many=grouped(waiting)) if waiting else self.tr("کسی در نوبت نیست")
        self._seats.show_share(of.format(part=grouped(seated), whole=grouped(capacity)), note, seated, capacity)
        left = max(0, sessions - sum(session["held"] is not None for session in detail.sessions))
        note = self.tr("{many} جلسه در پیش است").format(many=grouped(left)) if left else self.tr("جلسه‌ای نمانده است")
        self._held.show_share(
            of.format(part=grouped(detail.held), whole=grouped(sessions)), note, detail.held, sessions
        )
        came, marked = sum(detail.came.values()), sum(detail.marked.values())
        if marked:
            note = self.tr("{came} حضور از {marked} نشانه").format(came=grouped(came), marked=grouped(marked))
            self._came.show_share(percent(came * 100 / marked, 0), note, came, marked)
        else:
            self._came.show_share("—", self.tr("هنوز برگه‌ای ثبت نشده است"), 0, 1)

    def _live(self, live: WorkshopFigures) -> None:
        """The figures of the report, as they stand today."""
        hours = decimal(live.person_hours, 0 if live.person_hours == int(live.person_hours) else 1)
        people = self.tr("{people} شرکت‌کنندهٔ یکتا").format(people=grouped(live.participants))
        guests = self.tr("{many} بدون پرونده").format(many=grouped(live.walk_ins)) if live.walk_ins else ""
        self._hours.show_share(hours, listed((people, guests)), 0, 0)
        known = live.participants - live.unknown
        text = self.tr("{heads} از {known} نفر، نامشخص {unknown}")
        told = text.format(heads=grouped(live.women_heads), known=grouped(known), unknown=grouped(live.unknown))
        share = percent(live.women_heads_share) if live.women_heads_share is not None else "—"
        self._heads.show_share(share, told, live.women_heads, known or 1)
        told = self.tr("{done} از {began} نفر").format(done=grouped(live.completed), began=grouped(live.enrolled))
        done = percent(live.completion) if live.completion is not None else "—"
        self._done.show_share(done, told, live.completed, live.enrolled or 1)


class _Share(QWidget):
    """A card with a figure, a bar and a line below it."""

    def __init__(self, icon_name: str, tone: Tone, name: str) -> None:
        super().__init__()
        self._tone: Tone = tone
        self._figure, self._note = label("", "h1"), small()
        self._bar = ShareBar(name, tone)
        frame, within = card(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(muted(name))
        words.addWidget(self._figure)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(icon_tile(icon_name, tone, 44))
        upper.addLayout(words, 1)
        within.addLayout(upper)
        within.addSpacing(4)
        within.addWidget(self._bar)
        within.addWidget(self._note)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)

    def show_share(self, figure: str, note: str, part: float, whole: float) -> None:
        self._figure.setText(figure)
        self._note.setText(note)
        self._bar.show_share(part, whole, self._tone)
        self._bar.setVisible(whole > 0)
