"""«کارهای امروز»: needs whose time has come, today's sessions, letters without an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.services.overview import Task
from desktop.ui.lines import LineButton
from desktop.ui.titles import entry_title
from desktop.ui.widgets.labels import EmptyState, h2, muted
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, listed

_LOOKS: dict[str, tuple[str, Tone]] = {
    "overdue": ("hand-helping", "danger"),
    "due": ("hand-helping", "warn"),
    "session": ("presentation", "primary"),
    "unanswered": ("message-square", "info"),
}


class Worklist(QFrame):
    """A card of lines; each leads to its record."""

    def __init__(self, open_record: Callable[[str, str], object]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._open = open_record
        self._count = muted("")
        self._lines = QWidget()
        self._lines.setProperty("look", "scrolled")
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._lines)
        self._empty = EmptyState(
            "circle-check",
            self.tr("کاری نمانده است"),
            self.tr("نیاز سررسیدشده، جلسهٔ امروز یا نامهٔ بی‌پاسخی نیست."),
        )
        head = QHBoxLayout()
        head.addWidget(h2(self.tr("کارهای امروز")))
        head.addWidget(self._count)
        head.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 14, 12, 12)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self._area, 1)
        inside.addWidget(self._empty, 1)
        self._empty.hide()

    def show_tasks(self, tasks: Sequence[Task], count: int) -> None:
        """Shows what is to be done, the most urgent first; `count` is how many there are in all."""
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for task in tasks:
            self._column.addWidget(self._line(task))
        self._column.addStretch(1)
        self._count.setText(self.tr("%Ln مورد", "", count) if tasks else "")
        self._area.setVisible(bool(tasks))
        self._empty.setVisible(not tasks)

    def _line(self, task: Task) -> LineButton:
        icon_name, tone = _LOOKS[task.what]
        title, detail, end = _words(task)
        late = task.what == "overdue"
        open_it = lambda: self._open(task.kind, task.record_id)  # noqa: E731
        return LineButton(icon_name, tone, title, detail, end, open_it, end_tone="danger" if late else None)


def _words(task: Task) -> tuple[str, str, str]:
    translate = QCoreApplication.translate
    if task.what == "session":
        title, no = task.title.split("\n")
        told = translate("Worklist", "کارگاه «{title}»، جلسهٔ {no}").format(title=title, no=digits(no))
        hour = translate("Worklist", "ساعت {at}").format(at=digits(task.at)) if task.at else ""
        people = translate("Worklist", "{n} نفر").format(n=grouped(task.count))
        return told, listed((hour, task.place)), people
    if task.what == "unanswered":
        told = translate("Worklist", "بی‌پاسخ از {agency}").format(agency=task.title)
        return told, task.place, translate("Worklist", "{n} روز گذشته").format(n=grouped(task.count))
    late = translate("Worklist", "{n} روز دیرکرد").format(n=grouped(task.count))
    end = late if task.what == "overdue" else translate("Worklist", "سررسید امروز")
    return task.title, entry_title(task.place), end
