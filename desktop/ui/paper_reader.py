"""The pages of a document beside a strip of small ones, and a line that finds words in them, all by the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.operations import Operations, Progress
from desktop.ui.widgets.buttons import icon_button, tip
from desktop.ui.widgets.finder import SearchLine
from desktop.ui.widgets.labels import muted
from desktop.ui.widgets.pdf_pages import THUMBNAIL, Hit, PagesView, Rendered
from desktop.ui.widgets.pdf_text import PageText, find, read_texts
from desktop.ui.widgets.wording import digits, grouped

STRIP_WIDTH = 104
_BETWEEN = 8
_LEAST = 620  # pixels below which the strip leaves its room to the page


class PaperReader(QWidget):
    """Ctrl+F finds, F3 and Shift+F3 go from place to place, Escape ends; a click in the strip goes to a page."""

    page_changed = Signal(int)  # from 0

    def __init__(self, operations: Operations, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._shown: Rendered | None = None
        self._texts: list[PageText] | None = None
        self._hits: list[Hit] = []
        self._at, self._asked = 0, 0
        self.pages = PagesView(name)
        self.strip = _Strip()
        self.line = SearchLine(self.tr("جست‌وجو در برگه"))
        self.counter: QLabel = muted()
        self._lay_out()
        self.strip.currentRowChanged.connect(self.pages.go_to_page)
        self.pages.page_changed.connect(self._page_changed)
        self.line.searched.connect(self._search)
        self.line.left_down.connect(lambda: self.step(1))

    def show_pages(self, rendered: Rendered) -> None:
        """Shows a document, or the one that is shown at another size; what is being looked for is looked for here."""
        same = self._shown is not None and self._shown.pdf == rendered.pdf
        self._shown = rendered
        self.strip.show_pages(rendered)
        self._give_room()
        self.pages.show_pages(rendered.images, rendered.sizes, rendered.scale)
        if not same:
            self._texts = None
            if self.bar.isVisible():
                self._search(self.line.text())
            else:
                self._mark([])

    def fitting_scale(self, sizes: Sequence[QSizeF]) -> float:
        """The scale at which the pages take the width that the strip leaves."""
        strip = STRIP_WIDTH + _BETWEEN if len(sizes) > 1 and self.width() >= _LEAST else 0
        return self.pages.fitting_scale(sizes[0], self.width() - strip)

    def search_button(self) -> QToolButton:
        """Opens the line; Ctrl+F does it everywhere in the window where the button is."""
        return icon_button("search", self.tr("جست‌وجو در برگه"), self.begin_search, shortcut="Ctrl+F")

    def begin_search(self) -> None:
        """Opens the line, and puts the cursor there."""
        self.bar.show()
        self.line.begin()

    def end_search(self) -> None:
        """Closes the line and takes the marks away."""
        self._asked += 1
        self.bar.hide()
        self._mark([])
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """The next place, or with -1 the one before; after the last comes the first."""
        if not self.bar.isVisible():
            self.begin_search()
            self._search(self.line.text())
        elif self._hits:
            self._stand_at((self._at + by) % len(self._hits))

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether it was one of the keys of searching."""
        if event.key() == Qt.Key.Key_F3:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.key() == Qt.Key.Key_Escape and self.bar.isVisible():
            self.end_search()
            return True
        return False

    def event(self, event: QEvent) -> bool:
        """While one reads, F3 is the next place, and not what it is in the window around."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F3:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        self.strip.setVisible(self.strip.count() > 1 and self.width() >= _LEAST)

    def _page_changed(self, page: int) -> None:
        self.strip.mark(page)
        self.page_changed.emit(page)

    def _search(self, query: str) -> None:
        """Finds beside the window; a later wish overtakes an earlier one."""
        self._asked += 1
        number, shown, known = self._asked, self._shown, self._texts
        if shown is None or not query.strip():
            self._mark([])
            return

        def work(progress: Progress) -> tuple[list[PageText], list[Hit]]:
            texts = read_texts(shown.pdf, partial(_told, progress)) if known is None else known
            return texts, find(texts, query)

        def done(found: tuple[list[PageText], list[Hit]]) -> None:
            if shown is self._shown or (self._shown is not None and shown.pdf == self._shown.pdf):
                self._texts = found[0]
            if number == self._asked:
                self._mark(found[1], query)

        self._operations.run(work, done, title=self.tr("جست‌وجو در برگه"))

    def _mark(self, hits: list[Hit], query: str = "") -> None:
        """Stands at the first place that is not before the page one looks at."""
        self._hits = hits
        page = self.pages.current_page()
        self._at = next((at for at, hit in enumerate(hits) if hit.page >= page), 0)
        for each in (self._before, self._after):
            each.setEnabled(bool(hits))
        if hits:
            self._stand_at(self._at)
        else:
            self.counter.setText(self.tr("چیزی یافت نشد") if query else "")
            self.pages.show_hits([], 0)

    def _stand_at(self, at: int) -> None:
        self._at = at
        text = self.tr("{place} از {many}")
        self.counter.setText(text.format(place=grouped(at + 1), many=grouped(len(self._hits))))
        self.pages.show_hits(self._hits, at)

    def _lay_out(self) -> None:
        self.bar = QWidget()
        inside = QHBoxLayout(self.bar)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        self._before = icon_button("chevron-up", self.tr("مورد پیش"), lambda: self.step(-1))
        self._before.setToolTip(tip(self.tr("مورد پیش"), "Shift+F3"))
        self._after = icon_button("chevron-down", self.tr("مورد بعد"), lambda: self.step(1))
        self._after.setToolTip(tip(self.tr("مورد بعد"), "F3"))
        inside.addWidget(self.line, 1)
        inside.addWidget(self.counter)
        for each in (self._before, self._after, icon_button("x", self.tr("بستن جست‌وجو"), self.end_search)):
            inside.addWidget(each)
        self.counter.setMinimumWidth(96)
        self.bar.hide()
        within = QHBoxLayout()
        within.setSpacing(_BETWEEN)
        within.addWidget(self.strip)
        within.addWidget(self.pages, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(8)
        outside.addWidget(self.bar)
        outside.addLayout(within, 1)


class _Strip(QListWidget):
    """The pages small, one below the other, each with its number."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "thumbnails")
        self.setAccessibleName(QCoreApplication.translate("PaperReader", "برگ‌ها"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setIconSize(THUMBNAIL)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(STRIP_WIDTH)
        self.hide()

    def show_pages(self, rendered: Rendered) -> None:
        """The pages of a document; the marked one stays as far as there is one."""
        row = max(0, min(self.currentRow(), len(rendered.thumbnails) - 1))
        self.blockSignals(True)
        self.clear()
        for number, image in enumerate(rendered.thumbnails, 1):
            pixmap, item = QPixmap.fromImage(image), QListWidgetItem(digits(str(number)))
            icon = QIcon()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
                icon.addPixmap(pixmap, mode)
            item.setIcon(icon)
            item.setSizeHint(QSize(STRIP_WIDTH - 20, THUMBNAIL.height() + 34))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                QCoreApplication.translate("PaperReader", "برگ {page}").format(page=digits(str(number))),
            )
            self.addItem(item)
        self.setCurrentRow(row)
        self.blockSignals(False)

    def mark(self, page: int) -> None:
        """The page one looks at."""
        self.blockSignals(True)
        self.setCurrentRow(page)
        self.blockSignals(False)


def _told(progress: Progress, share: float, _page: int, _many: int) -> None:
    progress.tell(share)
    progress.check()
