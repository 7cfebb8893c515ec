"""«همگام‌سازی»: what waits and for whom, when each was met, what came, and one button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.services.sync_status import SyncStatus, sync_status
from desktop.ui.lines import LineButton
from desktop.ui.operations import Operations, Progress
from desktop.ui.screens.sync.deeds import SyncDeeds
from desktop.ui.sync_words import (
    ICONS,
    TONES,
    aside_words,
    clock_words,
    contact_words,
    device_name,
    light_words,
    waits_words,
)
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import IconLabel, card, h2, label, muted, small
from desktop.ui.widgets.page import page_head, scrolled_page, state_card
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone, repolish
from desktop.ui.widgets.wording import grouped, said

_KINDS_AT_MOST = 8


def make_screen(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None) -> SyncScreen:
    return SyncScreen(context, operations, asker, parent)


class SyncScreen(QWidget):
    """F9 meets others by network, F7 writes the file that somebody carries, F6 reads one."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations = context, operations
        self._stale, self._asked = True, 0
        self.status: SyncStatus | None = None
        self.setProperty("look", "page")
        self.deeds = SyncDeeds((context, operations, asker), self)
        self.tile = IconLabel("cloud-check", "ok", 28, tile=60)
        self.told, self.more = label("", "h2", wrap=True), muted("", wrap=True)
        self.network = button(
            self.tr("همگام‌سازی با شبکه"), self._by_network, icon_name="refresh-cw", look="primary", shortcut="F9"
        )
        self.write = button(self.tr("نوشتن پروندهٔ همراه"), self._write, icon_name="download", shortcut="F7")
        self.read = button(self.tr("خواندن پروندهٔ همراه"), self._read, icon_name="book-open", shortcut="F6")
        self.address = button(self.tr("نشانی…"), self._ask_address)
        self._lay_out()
        operations.changed.connect(lambda _changes: self._changed())

    def reload(self) -> None:
        """Looks again."""
        self._stale = False
        self._asked += 1
        number, office = self._asked, self._context.office

        def read(_progress: Progress) -> SyncStatus:
            with office.read() as rows:
                return sync_status(rows, office.actor)

        def show(status: SyncStatus) -> None:
            if number == self._asked:
                self._show(status)

        self._operations.run(read, show, title=None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _changed(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _show(self, status: SyncStatus) -> None:
        self.status = status
        light = status.light
        self.tile.show_icon(ICONS[light.light], TONES[light.light])
        self.told.setText(light_words(light))
        self.more.setText(self._what_next(status))
        _show_main(self.network, "refresh-cw", main=bool(status.url))
        _show_main(self.write, "download", main=not status.url)
        self._show_peers(status)
        self._show_came(status)
        self._show_asides(status)

    def _what_next(self, status: SyncStatus) -> str:
        if not any(peer.status == "active" for peer in status.peers):
            return self.tr("وقتی رایانهٔ دیگری به دفتر پیوست یا استان شناخته شد، آنچه در انتظار است در اینجا می‌آید.")
        if status.url:
            return self.tr("نشانی: {url}").format(url=f"\u2068{status.url}\u2069")
        return self.tr("نشانی شبکه‌ای داده نشده است؛ پروندهٔ همراه را روی حافظه بنویسید و به دیگران برسانید.")

    def _show_peers(self, status: SyncStatus) -> None:
        clear(self._peers)
        for peer in status.peers:
            end, tone = waits_words(peer)
            icon_name = "landmark" if peer.role == "province" else "laptop"
            look: Tone = "primary" if peer.status == "active" else "muted"
            name = device_name(peer.name, peer.number, peer.role)
            self._peers.addWidget(LineButton(icon_name, look, name, contact_words(peer), end, None, end_tone=tone))
        if not status.peers:
            self._peers.addWidget(muted(self.tr("رایانهٔ دیگری در این دفتر شناخته نیست."), wrap=True))

    def _show_came(self, status: SyncStatus) -> None:
        clear(self._came)
        came = status.came
        if came is None:
            self._came.addWidget(muted(self.tr("هنوز از رایانهٔ دیگری چیزی نرسیده است."), wrap=True))
            return
        self._came.addWidget(muted(self.tr("از {who}").format(who=device_name(came.name, came.number))))
        for kind, many in list(came.kinds.items())[:_KINDS_AT_MOST]:
            self._came.addWidget(_pair(said(KINDS[kind].plural), self.tr("{n} رکورد").format(n=grouped(many))))

    def _show_asides(self, status: SyncStatus) -> None:
        clear(self._asides)
        conflicts = status.light.conflicts
        if conflicts:
            told = self.tr("%Ln تعارض در انتظار تصمیم", "", conflicts)
            detail = self.tr("دو رایانه یک چیز را دو گونه نوشته‌اند")
            lead = partial(self.open_record.emit, "conflict", "*")
            self._asides.addWidget(LineButton("scale", "danger", told, detail, "", lead))
        if status.clock_ahead_ms:
            self._asides.addWidget(_wanting("clock", clock_words(status.clock_ahead_ms)))
        for aside in status.asides:
            waits = aside.reason == "waiting"
            self._asides.addWidget(_wanting("hourglass" if waits else "circle-x", aside_words(aside), waits=waits))
        if not (conflicts or status.asides or status.clock_ahead_ms):
            self._asides.addWidget(muted(self.tr("چیزی نیست که منتظر مانده یا پذیرفته نشده باشد."), wrap=True))

    def _by_network(self) -> None:
        if self.status is None:
            return
        if not self.status.url:
            self._ask_address()
            return
        self.deeds.by_network(self.status.url, self.reload)

    def _write(self) -> None:
        if self.status is not None:
            self.deeds.write(self.status.peers, self.reload)

    def _read(self) -> None:
        self.deeds.read(self.reload)

    def _ask_address(self) -> None:
        self.deeds.ask_address(self.reload)

    def _lay_out(self) -> None:
        inside = scrolled_page(self)
        again = icon_button("refresh-cw", tip(self.tr("نگاه دوباره"), "F5"), self.reload)
        inside.addLayout(page_head(self.tr("همگام‌سازی"), again))
        deeds = (self.network, self.write, self.read, self.address)
        inside.addWidget(state_card(self.tile, (self.told, self.more), deeds))
        both = QHBoxLayout()
        both.setSpacing(14)
        peers, self._peers = _part(self.tr("رایانه‌های دفتر و استان"))
        beside = QVBoxLayout()
        beside.setSpacing(14)
        came, self._came = _part(self.tr("آخرین چیزی که رسید"))
        asides, self._asides = _part(self.tr("آنچه رسیدگی می‌خواهد"))
        beside.addWidget(asides)
        beside.addWidget(came)
        beside.addStretch(1)
        first = QVBoxLayout()
        first.addWidget(peers)
        first.addStretch(1)
        both.addLayout(first, 3)
        both.addLayout(beside, 2)
        inside.addLayout(both, 1)
        self.setFocusProxy(self.network)


def _show_main(made: QPushButton, icon_name: str, *, main: bool) -> None:
    """The one main deed of the page."""
    repolish(made, "look", "primary" if main else "")
    made.setIcon(icon(icon_name, "on_primary" if main else "muted", disabled="faint"))


def _part(title: str) -> tuple[QFrame, QVBoxLayout]:
    frame, inside = card(6)
    inside.addWidget(h2(title))
    held = QVBoxLayout()
    held.setSpacing(4)
    inside.addLayout(held)
    inside.addStretch(1)
    return frame, held


def _wanting(icon_name: str, words: str, *, waits: bool = False) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(10)
    row.addWidget(IconLabel(icon_name, "warn" if waits else "danger", 18))
    row.addWidget(label(words, wrap=True), 1)
    return made


def _pair(name: str, value: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 1, 0, 1)
    row.addWidget(QLabel(name))
    row.addStretch(1)
    row.addWidget(small(value))
    return made
