"""«پشتیبان‌ها»: when the last one was made, where they lie, what each holds; one key makes one, one brings it back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.services.backups import (
    KEEPERS,
    BackedUp,
    back_up,
    back_up_to,
    choose_further_place,
    further_place,
    lacks,
    own_backups,
)
from desktop.store.backup import ENDING, Found, Manifest, name_of, verify_backup
from desktop.store.upgrade import head_revision
from desktop.ui.backup_words import cause_words, holds_words, lacks_words, moment_words, preview_lines, size_words
from desktop.ui.lines import LineButton
from desktop.ui.operations import Operations, Progress
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.labels import EmptyState, IconLabel, card, h2, label, muted
from desktop.ui.widgets.page import page_head, scrolled_page, state_card
from desktop.ui.widgets.questions import Answer, Asker
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import told


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> BackupsScreen:
    return BackupsScreen(context, operations, asker, parent)


@dataclass(frozen=True)
class _Entry:
    found: Found
    lacks: int | None
    further: bool


class BackupsScreen(QWidget):
    """F9 backs up now, F7 writes one that somebody carries away."""

    restore_wanted = Signal(object)  # Path

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self._keeps = context.office.actor.role in KEEPERS
        self.lines: list[LineButton] = []
        self.setProperty("look", "page")
        self.tile = IconLabel("save", "ok", 28, tile=60)
        self.told, self.place = label("", "h2", wrap=True), muted("", wrap=True)
        self.make = button(self.tr("پشتیبان اکنون"), self._make, icon_name="save", look="primary", shortcut="F9")
        self.carry = button(self.tr("نوشتن در جای دیگر…"), self._carry, icon_name="download", shortcut="F7")
        self.choose = button(self.tr("پوشه یا حافظهٔ دوم…"), self._choose, icon_name="settings")
        self.stop = button(self.tr("بی جای دوم"), self._stop)
        if not self._keeps:
            for one in (self.carry, self.choose):
                one.hide()
        self.stop.hide()
        self._lay_out()

    def reload(self) -> None:
        """Looks at both places again."""
        office, further = self._context.office, further_place(self._context.settings)

        def read(_progress: Progress) -> list[_Entry]:
            entries = {}
            for place in filter(None, (further, office.folder.backups)):
                for one in own_backups(office, place):
                    lacking = lacks(office, one.manifest) if one.manifest else None
                    entries[one.path.name] = _Entry(one, lacking, one.path.parent == further)
            return sorted(entries.values(), key=_age, reverse=True)

        self._operations.run(read, self._show, title=None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def _show(self, entries: list[_Entry]) -> None:
        clear(self._list)
        self.lines = [self._line(one) for one in entries]
        for line in self.lines:
            self._list.addWidget(line)
        newest = next((one for one in entries if one.found.manifest), None)
        if newest is None or newest.found.manifest is None:
            hint = self.tr("هر بار که برنامه قفل یا بسته شود، اگر چیزی نوشته شده باشد، خودبه‌خود پشتیبان گرفته می‌شود.")
            self._list.addWidget(EmptyState("save", self.tr("هنوز پشتیبانی نیست"), hint))
            self.told.setText(self.tr("هنوز پشتیبانی گرفته نشده است."))
            self.tile.show_icon("save", "warn")
        else:
            when = moment_words(newest.found.manifest.moment)
            self.told.setText(self.tr("آخرین پشتیبان: {when}").format(when=when))
            self.tile.show_icon("save", "ok" if newest.lacks == 0 else "warn")
        self._show_place()

    def _show_place(self) -> None:
        further = further_place(self._context.settings)
        self.stop.setVisible(self._keeps and further is not None)
        if further is None:
            text = self.tr("تنها در پوشهٔ دفتر نوشته می‌شود. حافظه‌ای برگزینید که اگر رایانه گم شد یا سوخت، دفتر بماند.")
        elif further.is_dir():
            text = self.tr("جای دوم: {place}").format(place=f"\u2068{further}\u2069")
        else:
            text = self.tr("جای دوم اکنون در دسترس نیست: {place}").format(place=f"\u2068{further}\u2069")
        self.place.setText(text)

    def _line(self, one: _Entry) -> LineButton:
        manifest = one.found.manifest
        if manifest is None:
            unread = self.tr("خوانده نمی‌شود؛ برنامه آن را پاک نمی‌کند.")
            return LineButton("triangle-alert", "danger", one.found.path.name, unread)
        where = self.tr("جای دوم") if one.further else self.tr("پوشهٔ دفتر")
        detail = " · ".join((cause_words(manifest), holds_words(manifest), size_words(manifest), where))
        open_it = partial(self._open, one.found.path, manifest, one.lacks)
        return LineButton(
            "save", "primary", moment_words(manifest.moment), detail, lacks_words(one.lacks), open_it,
            end_tone="ok" if one.lacks == 0 else None,
        )  # fmt: skip

    def _open(self, path: Path, manifest: Manifest, lacking: int | None) -> None:
        text = "\n".join(preview_lines(manifest, lacking, known=True, upgrades=manifest.schema < head_revision()))
        choices = [Answer("verify", self.tr("وارسی"), "primary"), Answer("close", self.tr("بستن"))]
        if self._keeps:
            choices.insert(1, Answer("restore", self.tr("بازگرداندن…"), "danger"))
        answer = self._asker.ask(self, self.tr("پشتیبان"), text, choices)
        if answer == "verify":
            self._verify(path)
        elif answer == "restore":
            self._restore(path, manifest)

    def _restore(self, path: Path, manifest: Manifest) -> None:
        when = moment_words(manifest.moment)
        text = self.tr(
            "دفتر به {when} بازمی‌گردد. دفتر امروز نخست خودش پشتیبان می‌شود و از دست نمی‌رود. برنامه بسته می‌شود و "
            "گذرواژهٔ آن زمان پرسیده می‌شود."
        ).format(when=when)
        if self._asker.confirm(self, self.tr("بازگرداندن از پشتیبان"), text, self.tr("ادامه"), danger=True):
            self.restore_wanted.emit(path)

    def _verify(self, path: Path) -> None:
        office = self._context.office

        def shown(manifest: Manifest) -> None:
            done = self.tr("باز شد و همهٔ صفحه‌هایش درست است. {holds}").format(holds=holds_words(manifest))
            self._asker.tell(self, self.tr("وارسی پشتیبان"), done)

        self._operations.run(
            lambda _progress: verify_backup(path, office.data_key, office.folder.path),
            shown,
            title=self.tr("در حال وارسی پشتیبان…"),
        )

    def _make(self) -> None:
        office, further = self._context.office, further_place(self._context.settings)
        self._operations.run(
            lambda progress: back_up(office, further, "asked", progress.tell),
            self._made,
            title=self.tr("در حال نوشتن پشتیبان…"),
        )

    def _carry(self) -> None:
        office = self._context.office
        title, sort = self.tr("نوشتن پشتیبان"), self.tr("پشتیبان دفتر")
        name = name_of(office.identity.office_code, office.clock(), "asked")
        chosen, _filter = QFileDialog.getSaveFileName(self, title, name, f"{sort} (*{ENDING})")
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(ENDING) else f"{chosen}{ENDING}")
        self._operations.run(
            lambda progress: back_up_to(office, path, progress.tell),
            self._made,
            title=self.tr("در حال نوشتن پشتیبان…"),
        )

    def _made(self, made: BackedUp) -> None:
        if made.problem is not None:
            toast(self, told(made.problem))
        else:
            toast(self, self.tr("پشتیبان نوشته، بازخوانده و سنجیده شد."))
        self.reload()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("پوشه یا حافظهٔ دوم پشتیبان"))
        if chosen:
            choose_further_place(self._context.office, self._context.settings, Path(chosen))
            self._make()

    def _stop(self) -> None:
        choose_further_place(self._context.office, self._context.settings, None)
        self._show_place()

    def _lay_out(self) -> None:
        inside = scrolled_page(self)
        again = icon_button("refresh-cw", tip(self.tr("نگاه دوباره"), "F5"), self.reload)
        inside.addLayout(page_head(self.tr("پشتیبان‌ها"), again))
        deeds = (self.make, self.carry, self.choose, self.stop)
        inside.addWidget(state_card(self.tile, (self.told, self.place), deeds))
        frame, column = card(6)
        column.addWidget(h2(self.tr("پشتیبان‌های این دفتر")))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        kept = self.tr(
            "چند پشتیبان آخر، و یکی از هر یک از هفت روز، چهار هفته و شش ماه گذشته می‌ماند. دادهٔ کسی که محو شده است در "
            "پشتیبان‌های پیشین هست تا نوبت کنار رفتنشان برسد، و پس از دوازده ماه در هیچ‌یک نیست."
        )
        column.addWidget(muted(kept, wrap=True))
        inside.addWidget(frame)
        inside.addStretch(1)
        self.setFocusProxy(self.make)


def _age(one: _Entry) -> float:
    return one.found.manifest.moment.timestamp() if one.found.manifest else 0.0
