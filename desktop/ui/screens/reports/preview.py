"""The real pages of the report on the screen, with zoom, and from there to the printer or into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.ui.operations import Operations, Progress
from desktop.ui.paper import Paper
from desktop.ui.paper_reader import PaperReader
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.labels import EmptyState, card, muted
from desktop.ui.widgets.pdf_pages import (
    Rendered,
    ask_file,
    ask_printer,
    open_file,
    page_sizes,
    print_pages,
    rendered,
    write_pdf,
)
from desktop.ui.widgets.wording import digits, percent

_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5)
_SCREEN = 96 / 72  # pixels per point at 100 %


class PreviewPanel(QWidget):
    """Makes and shows one PDF at a time; a later wish overtakes an earlier one."""

    def __init__(self, operations: Operations) -> None:
        super().__init__()
        self._operations = operations
        self._rendered: Rendered | None = None
        self._printed: Callable[[], object] = lambda: None
        self._file_name = ""
        self._zoom = 0.0  # 0: the page takes the whole width
        self._asked = 0
        self.reader = PaperReader(operations, self.tr("برگ‌های گزارش"))
        self.pages = self.reader.pages
        self.place, self.scale = muted(), muted()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.reader)
        self._nothing = QWidget()
        self.stack.addWidget(self._nothing)
        self._lay_out()
        self.pages.page_changed.connect(lambda _page: self._tell_place())
        self.pages.zoom_asked.connect(self._step_zoom)

    def show_document(self, paper: Paper) -> None:
        """Makes the PDF in a worker and shows its pages."""
        self._asked += 1
        self._printed, self._file_name = paper.printed, paper.file_name
        number, fit, ratio = self._asked, self._zoom, self.devicePixelRatioF()

        def work(progress: Progress) -> Rendered:
            progress.tell(None, QCoreApplication.translate("Reports", "گردآوری داده‌های ماه"))
            pdf = paper.make()
            progress.check()
            scale = fit * _SCREEN if fit else self.reader.fitting_scale(page_sizes(pdf))
            return rendered(pdf, scale, ratio, _told(progress))

        self._operations.run(work, lambda made: self._show(number, made), title=paper.title)

    def show_nothing(self, state: EmptyState) -> None:
        """A word in place of pages."""
        self._asked += 1
        self._rendered = None
        self.stack.removeWidget(self._nothing)
        self._nothing.deleteLater()
        self._nothing = state
        self.stack.addWidget(state)
        self.stack.setCurrentWidget(state)
        self._tell_place()

    def pdf(self) -> bytes | None:
        """The document shown."""
        return self._rendered.pdf if self._rendered else None

    def print_paper(self) -> None:
        """Asks for the printer and puts the pages on paper."""
        if self._rendered is None:
            return
        printer = ask_printer(self.window(), len(self._rendered.sizes))
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Puts the pages on this printer, beside the window."""
        pdf = self.pdf()
        if pdf is None:
            return

        printed = self._printed

        def work(progress: Progress) -> None:
            print_pages(pdf, printer, _told(progress))
            printed()

        self._operations.run(work, title=self.tr("در حال چاپ"))

    def save_file(self, name: str, *, shown: bool = False) -> None:
        """Asks for a place and writes the PDF there; `shown` opens it in the program this computer has for it."""
        pdf = self.pdf()
        if pdf is None:
            return
        path = ask_file(self.window(), self.tr("ذخیرهٔ گزارش"), name)
        if path is not None:
            self.write_file(path, shown=shown)

    def write_file(self, path: Path, *, shown: bool = False) -> None:
        """Writes the PDF beside the window."""
        pdf, printed = self.pdf() or b"", self._printed

        def work(_progress: Progress) -> None:
            write_pdf(pdf, path)
            printed()

        def written(_done: object) -> None:
            if shown and not open_file(path):
                self._operations.tell([Problem("", "cannot_open_file")])

        self._operations.run(work, written, title=self.tr("در حال ذخیره"))

    def _show(self, number: int, made: Rendered) -> None:
        if number != self._asked:
            return
        self._rendered = made
        self.stack.setCurrentWidget(self.reader)
        self.reader.show_pages(made)
        self._tell_place()

    def _step_zoom(self, step: int) -> None:
        if self._rendered is None:
            return
        now = self._rendered.scale / _SCREEN
        further = [zoom for zoom in _ZOOMS if (zoom > now + 0.01 if step > 0 else zoom < now - 0.01)]
        if further:
            self._set_zoom(further[0] if step > 0 else further[-1])

    def _set_zoom(self, zoom: float) -> None:
        """Another size of the same pages; 0 takes the whole width."""
        self._zoom = zoom
        if self._rendered is None:
            return
        self._asked += 1
        number, kept, ratio = self._asked, self._rendered, self.devicePixelRatioF()
        scale = zoom * _SCREEN if zoom else self.reader.fitting_scale(kept.sizes)

        def work(progress: Progress) -> Rendered:
            return rendered(kept.pdf, scale, ratio, _told(progress))

        self._operations.run(work, lambda made: self._show(number, made))

    def _turn(self, step: int) -> None:
        self.pages.go_to_page(self.pages.current_page() + step)

    def _tell_place(self) -> None:
        if self._rendered is None:
            self.place.setText("")
            self.scale.setText("")
            return
        self.place.setText(_page_of(self.pages.current_page() + 1, self.pages.page_count()))
        self.scale.setText(percent(self._rendered.scale / _SCREEN * 100, 0))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(icon_button("chevron-up", self.tr("برگ پیش"), lambda: self._turn(-1)))
        bar.addWidget(icon_button("chevron-down", self.tr("برگ بعد"), lambda: self._turn(1)))
        bar.addSpacing(4)
        bar.addWidget(self.place)
        bar.addStretch(1)
        bar.addWidget(
            icon_button("eye", self.tr("ذخیره و باز کردن…"), lambda: self.save_file(self._file_name, shown=True))
        )
        bar.addWidget(self.reader.search_button())
        bar.addSpacing(4)
        bar.addWidget(self.scale)
        bar.addSpacing(4)
        bar.addWidget(icon_button("zoom-out", self.tr("کوچک‌تر"), lambda: self._step_zoom(-1)))
        bar.addWidget(icon_button("zoom-in", self.tr("بزرگ‌تر"), lambda: self._step_zoom(1)))
        bar.addWidget(icon_button("file-text", self.tr("به پهنای صفحه"), lambda: self._set_zoom(0.0)))
        frame, within = card(0)
        within.setContentsMargins(10, 6, 10, 8)
        within.addLayout(bar)
        within.addWidget(self.stack, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)


def _told(progress: Progress) -> Callable[[float, int, int], None]:
    return lambda share, page, many: progress.tell(share, _page_of(page, many))


def _page_of(page: int, many: int) -> str:
    text = QCoreApplication.translate("Reports", "برگ {page} از {many}")
    return text.format(page=digits(str(page)), many=digits(str(many)))
