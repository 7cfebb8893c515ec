"""«بازگرداندن از پشتیبان»: which backup, what it holds, and the password of its day; then one button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.services.backups import further_place
from desktop.services.restoring import Preview, Restored, Secret, offered, preview, restore
from desktop.store.backup import ENDING, Found
from desktop.store.office_file import OfficeFolder
from desktop.system.settings import Settings
from desktop.ui.backup_words import moment_words, preview_lines
from desktop.ui.operations import Operations, Progress
from desktop.ui.shell.parts import Busy, centred, titled
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import digit_line
from desktop.ui.widgets.labels import card, error, h1, label, muted
from desktop.ui.widgets.password_line import PasswordLine
from desktop.ui.widgets.wording import told

if TYPE_CHECKING:
    from desktop.store.key_slots import Cost


class RestorePage(QWidget):
    """Emits the office that was brought back, open."""

    opened = Signal(object, str)
    back = Signal()

    def __init__(
        self, folder: Path, settings: Settings, operations: Operations, chosen: Path | None = None,
        cost: Cost | None = None,
    ) -> None:  # fmt: skip
        """`chosen` is the backup that somebody asked for already."""
        super().__init__()
        self._folder, self._operations, self._cost = OfficeFolder(folder), operations, cost
        self.preview: Preview | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("پشتیبان"))
        self.browse = button(self.tr("پروندهٔ دیگر…"), self._browse)
        self.told = label("", wrap=True)
        self.user = QComboBox()
        self.user.setAccessibleName(self.tr("نام کاربری"))
        self.code = digit_line(QLineEdit())
        self.code.setAccessibleName(self.tr("کد بازیابی"))
        self.code.setPlaceholderText(self.tr("کد بازیابی آن زمان"))
        self.password = PasswordLine(self.tr("گذرواژه"))
        self.with_code = button(self.tr("گذرواژهٔ آن زمان را نمی‌دانم؛ کد بازیابی دارم"), self._turn, look="link")
        for line in (self.code, self.password):
            line.returnPressed.connect(self.enter)
        self.code.hide()
        self.message = error()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(24)
        self.go = button(self.tr("بازگرداندن"), self.enter, look="primary")
        self.leave = button(self.tr("بازگشت"), self.back.emit)
        self.busy = Busy(self.tr("بازگرداندن از پشتیبان"))
        centred(self, 470, self._fill)
        self.choice.currentIndexChanged.connect(lambda _place: self._look())
        self._offer(offered(self._folder, further_place(settings)), chosen)

    def enter(self) -> None:
        """Keeps today's office aside and brings the chosen one back."""
        if self.preview is None:
            self.message.setText(self.tr("نخست پشتیبانی برگزینید."))
            return
        if not self.password.text() or (self.code.isVisible() and not self.code.text()):
            self.message.setText(self.tr("گذرواژه را بنویسید."))
            return
        path = self.preview.path
        code = self.code.text() if self.code.isVisible() else ""
        secret = Secret(self.user.currentText(), self.password.text(), code)
        self._wait(True)

        def work(progress: Progress) -> Restored | Problem:
            try:
                return restore(self._folder, path, secret, cost=self._cost, tell=progress.tell)
            except UnavailableError as refused:
                return refused.problem
            except RefusedError as refused:
                return refused.problems[0]

        title = self.tr("در حال بازگرداندن…")
        self._operations.run(work, self._answered, title=title, stopped=lambda: self._wait(False))

    def _answered(self, answer: Restored | Problem) -> None:
        self._wait(False)
        self.password.forget()
        if isinstance(answer, Problem):
            self.message.setText(told(answer))
            self.password.setFocus()
            return
        self.opened.emit(answer.office, "")

    def _offer(self, found: list[Found], chosen: Path | None) -> None:
        self.choice.blockSignals(True)
        for one in found:
            if one.manifest is not None:
                self.choice.addItem(moment_words(one.manifest.moment), one.path)
        self.choice.blockSignals(False)
        if chosen is not None:
            self._choose(chosen)
        self._look()

    def _choose(self, path: Path) -> None:
        place = next((at for at in range(self.choice.count()) if self.choice.itemData(at) == path), -1)
        if place < 0:
            self.choice.insertItem(0, f"\u2068{path.name}\u2069", path)
            place = 0
        self.choice.setCurrentIndex(place)

    def _browse(self) -> None:
        title, sort = self.tr("پروندهٔ پشتیبان"), self.tr("پشتیبان دفتر")
        chosen, _filter = QFileDialog.getOpenFileName(self, title, "", f"{sort} (*{ENDING});;*")
        if chosen:
            self._choose(Path(chosen))

    def _look(self) -> None:
        path = self.choice.currentData()
        self.preview, kept = None, self.user.currentText()
        self.user.clear()
        self.message.setText("")
        if path is None:
            self.told.setText(self.tr("پشتیبانی در این رایانه نیست؛ آن را از حافظه یا پوشه‌ای دیگر برگزینید."))
            return
        try:
            shown = preview(self._folder, path)
        except UnavailableError as refused:
            self.told.setText(told(refused.problem))
            return
        self.preview = shown
        known = shown.lacks is not None
        lines = preview_lines(shown.manifest, shown.lacks, known=known, upgrades=shown.upgrades)
        if self._folder.exists():
            lines.append(self.tr("دفتر امروز نخست در میان پشتیبان‌ها نگه داشته می‌شود."))
        self.told.setText("\n".join(lines))
        self.user.addItems(shown.users)
        self.user.setCurrentText(kept)

    def _turn(self) -> None:
        by_code = not self.code.isVisible()
        self.code.setVisible(by_code)
        name = self.tr("گذرواژهٔ تازه") if by_code else self.tr("گذرواژه")
        self._password_name.setText(
            self.tr("گذرواژهٔ تازه (دست‌کم هشت نویسه)") if by_code else self.tr("گذرواژهٔ آن زمان")
        )
        self.password.setAccessibleName(name)
        self.with_code.setText(
            self.tr("گذرواژهٔ آن زمان را می‌دانم") if by_code else self.tr("گذرواژهٔ آن زمان را نمی‌دانم؛ کد بازیابی دارم")
        )
        (self.code if by_code else self.password).setFocus()

    def _wait(self, on: bool) -> None:
        self.busy.setVisible(on)
        for part in (
            self.choice,
            self.browse,
            self.user,
            self.code,
            self.password,
            self.with_code,
            self.go,
            self.leave,
        ):
            part.setEnabled(not on)
        if on:
            self.message.setText("")

    def _fill(self, inside: QVBoxLayout) -> None:
        inside.addWidget(h1(self.tr("بازگرداندن از پشتیبان")))
        inside.addWidget(
            muted(self.tr("دفتر همان می‌شود که در پشتیبان است؛ آنچه دیگران دارند با هم‌رسانی بازمی‌گردد."), wrap=True)
        )
        inside.addSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.browse)
        inside.addLayout(row)
        inside.addSpacing(4)
        frame, column = card(4)
        column.addWidget(self.told)
        inside.addWidget(frame)
        inside.addSpacing(10)
        titled(self.tr("نام کاربری"), self.user, inside)
        inside.addWidget(self.code)
        self._password_name = label(self.tr("گذرواژهٔ آن زمان"))
        self._password_name.setBuddy(self.password)
        inside.addWidget(self._password_name)
        inside.addWidget(self.password)
        inside.addWidget(self.message)
        deeds = QHBoxLayout()
        deeds.setSpacing(10)
        deeds.addWidget(self.go, 1)
        deeds.addWidget(self.leave)
        inside.addLayout(deeds)
        inside.addSpacing(4)
        inside.addWidget(self.busy)
        inside.addWidget(self.with_code)
