"""«برنامه»: which version runs, what is new in it, a newer one from a file, and the way back to the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop import __version__
from desktop.context import AppContext
from desktop.domain.problems import Problem, UnavailableError
from desktop.services.backups import KEEPERS
from desktop.services.updates import Offer, Program, WayBack, own_program
from desktop.system.update.package import ENDING
from desktop.system.update.place import Installed
from desktop.system.update.trust import ReleaseKey, shipped_keys
from desktop.ui.lines import LineButton
from desktop.ui.operations import Operations, Progress
from desktop.ui.screens.program.words import date_words, news_words, offer_words, version_words, way_back_words
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.labels import IconLabel, card, h2, label, muted
from desktop.ui.widgets.page import page_head, scrolled_page, state_card
from desktop.ui.widgets.questions import Answer, Asker
from desktop.ui.widgets.wording import told

T = TypeVar("T")


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> ProgramScreen:
    return ProgramScreen(context, operations, asker, parent)


class ProgramScreen(QWidget):
    """F9 asks for a newer version, F7 for the one before."""

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self.program: Program | None = own_program()
        self._keeps = context.office.actor.role in KEEPERS
        self.setProperty("look", "page")
        self.tile = IconLabel("info", "primary", 28, tile=60)
        self.told, self.more = label("", "h2", wrap=True), muted("", wrap=True)
        self.newer = button(
            self.tr("به‌روزرسانی از پرونده…"), self._choose, icon_name="download", look="primary", shortcut="F9"
        )
        self.back = button(self.tr("بازگشت به نسخهٔ پیشین…"), self._ask_back, icon_name="undo-2", shortcut="F7")
        self.news = label("", wrap=True)
        self._lay_out()

    def reload(self) -> None:
        """Looks again at what is installed."""
        place = self.program.place if self.program else None
        current, previous = (place.current(), place.previous()) if place else (None, None)
        running = place.installed(place.running) if place else None
        may = self._keeps and place is not None
        self.newer.setVisible(may)
        self.back.setVisible(may and previous is not None)
        self.told.setText(self.tr("تسهیلگر نسخهٔ {version}").format(version=version_words(__version__)))
        self.more.setText("\n".join(self._lines(running, current, previous)))
        waits = running is not None and current is not None and running != current
        self.tile.show_icon("refresh-cw" if waits else "info", "warn" if waits else "primary")
        shown = running or current
        news = news_words(shown.release) if shown else ""
        self.news.setText(news or self.tr("برای این نسخه چیزی نوشته نشده است."))
        self._show_keys(self.program.keys if self.program else shipped_keys())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()
        if self.program is not None:
            tidy = self.program.tidy
            self._operations.run(lambda _progress: tidy(), title=None)

    def look_at(self, path: Path) -> None:
        """Tells what a package holds and whether it can be installed, and asks."""
        if self.program is not None:
            look = partial(self.program.look, path)
            self._run(lambda _progress: look(), partial(self._offered, path), self.tr("در حال وارسی پرونده…"))

    def _lines(self, running: Installed | None, current: Installed | None, previous: Installed | None) -> list[str]:
        if self.program is None:
            return [told(Problem("", "runs_from_source"))]
        lines = []
        if running is not None:
            lines.append(self.tr("منتشرشده در {day}").format(day=date_words(running.release)))
        if current is not None and current != running:
            version = version_words(current.release.version)
            lines.append(self.tr("با اجرای دوبارهٔ برنامه، نسخهٔ {version} باز می‌شود.").format(version=version))
        if previous is not None:
            version = version_words(previous.release.version)
            lines.append(self.tr("راه بازگشت به نسخهٔ {version} باز است.").format(version=version))
        if not self._keeps:
            lines.append(self.tr("به‌روزرسانی برنامه با مدیر دفتر است."))
        return lines

    def _choose(self) -> None:
        title, sort = self.tr("پروندهٔ به‌روزرسانی"), self.tr("به‌روزرسانی تسهیلگر")
        chosen, _filter = QFileDialog.getOpenFileName(self, title, "", f"{sort} (*{ENDING});;*")
        if chosen:
            self.look_at(Path(chosen))

    def _offered(self, path: Path, offer: Offer) -> None:
        title = self.tr("به‌روزرسانی برنامه")
        if offer.problem is not None:
            self._asker.tell(self, title, told(offer.problem))
            return
        choices = [Answer("install", self.tr("نصب"), "primary"), Answer("close", self.tr("اکنون نه"))]
        if self._asker.ask(self, title, offer_words(offer), choices) == "install" and self.program is not None:
            office, install = self._context.office, self.program.install
            self._run(
                lambda progress: install(path, office, progress.tell), self._installed, self.tr("در حال به‌روزرسانی…")
            )

    def _installed(self, made: Installed) -> None:
        self.reload()
        version = version_words(made.release.version)
        text = self.tr(
            "نسخهٔ {version} نصب شد و از وارسی خود گذشت. با اجرای دوبارهٔ برنامه باز می‌شود؛ تا آن هنگام با همین نسخه "
            "کار می‌کنید."
        ).format(version=version)
        self._asker.tell(self, self.tr("به‌روزرسانی برنامه"), text)

    def _ask_back(self) -> None:
        if self.program is not None:
            office, way_back = self._context.office, self.program.way_back
            self._run(lambda _progress: way_back(office), self._go_back, self.tr("در حال نگاه به پشتیبان‌ها…"))

    def _go_back(self, way: WayBack) -> None:
        title = self.tr("بازگشت به نسخهٔ پیشین")
        if not way.reads_office and way.backup is None:
            version = way.previous.release.version
            self._asker.tell(self, title, told(Problem("", "undo_no_backup", {"version": version})))
            return
        if not self._asker.confirm(self, title, way_back_words(way), self.tr("بازگشت"), danger=not way.reads_office):
            return
        if self.program is not None:
            office, undo = self._context.office, self.program.undo
            self._run(lambda _progress: undo(office), lambda _made: self.reload(), self.tr("در حال بازگشت…"))

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], object], title: str) -> None:
        """What stands in the way is told and not tried again: the same file would be refused again."""

        def guarded(progress: Progress) -> T | Problem:
            try:
                return work(progress)
            except UnavailableError as refused:
                return refused.problem

        def answered(answer: T | Problem) -> None:
            if isinstance(answer, Problem):
                self._asker.tell(self, self.tr("برنامه"), told(answer))
                self.reload()
            else:
                done(answer)

        self._operations.run(guarded, answered, title=title)

    def _show_keys(self, keys: Sequence[ReleaseKey]) -> None:
        clear(self._keys)
        for key in keys:
            sort = self.tr("بازنشسته") if key.retired else self.tr("پذیرفته")
            icon = "key-round"
            self._keys.addWidget(LineButton(icon, "muted" if key.retired else "ok", key.name, key.id, sort, None))
        if not keys:
            self._keys.addWidget(muted(self.tr("این برنامه هنوز کلید ناشری ندارد و به‌روزرسانی نمی‌پذیرد."), wrap=True))

    def _lay_out(self) -> None:
        inside = scrolled_page(self)
        inside.addLayout(page_head(self.tr("برنامه")))
        inside.addWidget(state_card(self.tile, (self.told, self.more), (self.newer, self.back)))
        frame, column = card(6)
        column.addWidget(h2(self.tr("تازه‌های این نسخه")))
        column.addWidget(self.news)
        inside.addWidget(frame)
        frame, column = card(6)
        column.addWidget(h2(self.tr("امضای چه کسانی پذیرفته است")))
        self._keys = QVBoxLayout()
        self._keys.setSpacing(4)
        column.addLayout(self._keys)
        text = self.tr(
            "نسخهٔ تازه تنها از پرونده‌ای نصب می‌شود که یکی از این‌ها امضا کرده باشد. آن را روی حافظه بیاورید؛ شبکه لازم "
            "نیست."
        )
        column.addWidget(muted(text, wrap=True))
        inside.addWidget(frame)
        inside.addStretch(1)
        self.setFocusProxy(self.newer)
