"""What was being written when the program last ended, offered when it starts again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.clock import IRAN
from desktop.services.kept_drafts import KeptDraft, drop_draft
from desktop.store.office_file import OfficeFile
from desktop.ui.lines import LineButton
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import h1, muted
from desktop.ui.widgets.wording import listed, short, short_time

_WIDTH = 460


class Unfinished(QDialog):
    """A line for each form left unfinished: pressed, the form opens with what was typed."""

    def __init__(
        self,
        parent: QWidget,
        office: OfficeFile,
        drafts: Sequence[KeptDraft],
        chosen: Callable[[KeptDraft], object],
    ) -> None:
        super().__init__(parent)
        self._office, self._chosen = office, chosen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("برگه‌های نیمه‌کاره"))
        self.rows: list[QWidget] = []
        told = muted(self.tr("این برگه‌ها پیش از بسته‌شدن برنامه ثبت نشدند و رمزشده نگه داشته شده‌اند."), wrap=True)
        told.setFixedWidth(_WIDTH)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        for draft in drafts:
            self._lines.addWidget(self._line(draft))
        lower = QHBoxLayout()
        lower.addStretch(1)
        lower.addWidget(button(self.tr("بعداً"), self.accept))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 18)
        inside.setSpacing(12)
        inside.addWidget(h1(self.tr("برگه‌های نیمه‌کاره")))
        inside.addWidget(told)
        inside.addLayout(self._lines)
        inside.addLayout(lower)

    def _line(self, draft: KeptDraft) -> QWidget:
        row = QWidget()
        at = draft.at.astimezone(IRAN)
        when = listed((short(at.date()), short_time(at.time())))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        go_on = self.tr("ادامه")
        across.addWidget(
            LineButton("pencil", "primary", draft.title, when, go_on, lambda: self._open(draft), end_tone="primary"),
            1,
        )
        across.addWidget(
            icon_button(
                "trash-2", self.tr("دور ریختن «{title}»").format(title=draft.title), lambda: self._drop(draft, row)
            )
        )
        self.rows.append(row)
        return row

    def _open(self, draft: KeptDraft) -> None:
        self.accept()
        self._chosen(draft)

    def _drop(self, draft: KeptDraft, row: QWidget) -> None:
        drop_draft(self._office, draft.name)
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self.accept()
