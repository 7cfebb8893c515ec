"""The first step: of what the file is, and which file; and the way out, records as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.labels import card, error, h2, icon_tile, muted
from desktop.ui.widgets.wording import said

KINDS_OF_SHEETS = ("person", "household", "need", "organization")


class ChoosePage(QWidget):
    """A file is dropped on the card or found with the button."""

    file_wanted = Signal()
    export_wanted = Signal()
    dropped = Signal(Path)

    def __init__(self, kinds: Sequence[str] = KINDS_OF_SHEETS) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.kinds = ChipRow([(kind, said(KINDS[kind].plural)) for kind in kinds], self.tr("گونهٔ پرونده"))
        self.kinds.choose([kinds[0]])
        self.problem = error()
        self.problem.hide()
        self.choose = button(
            self.tr("برگزیدن پرونده…"), self.file_wanted.emit, icon_name="file-text", look="primary", shortcut="Ctrl+O"
        )
        self.export = button(self.tr("خروجی در پرونده…"), self.export_wanted.emit, icon_name="download")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(self.kinds)
        inside.addWidget(self._target())
        inside.addWidget(self._way_out())
        inside.addStretch(1)

    def kind(self) -> str:
        return str(self.kinds.choice())

    def show_problem(self, text: str) -> None:
        """What is wrong with the file that was chosen; "" for nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(Path(files[0]))

    def _target(self) -> QWidget:
        frame, inside = card(10)
        inside.setContentsMargins(24, 30, 24, 30)
        texts = (
            h2(self.tr("پرونده را این‌جا رها کنید")),
            muted(self.tr("اکسل (xlsx، xls)، ods یا csv؛ تا ۲۰۰٬۰۰۰ ردیف. تا پایان گام سوم چیزی ثبت نمی‌شود.")),
            self.problem,
        )
        inside.addWidget(icon_tile("file-text"), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in texts:
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(text)
        inside.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        return frame

    def _way_out(self) -> QWidget:
        frame, inside = card(10)
        row = QHBoxLayout()
        row.setSpacing(12)
        told = self.tr(
            "خروجی همان ستون‌هایی را دارد که ورود می‌گیرد؛ نام ساکنان تنها با مدیر دفتر بیرون می‌رود و ثبت می‌شود."
        )
        words = QVBoxLayout()
        words.addWidget(h2(self.tr("خروجی")))
        words.addWidget(muted(told, wrap=True))
        row.addLayout(words, 1)
        row.addWidget(self.export)
        inside.addLayout(row)
        return frame
