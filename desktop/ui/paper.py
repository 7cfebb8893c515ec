"""A printed page is seen before it is printed: the pages of a PDF, with «چاپ» and «ذخیره»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.services.printing import is_in_two_copies, make_document, note_print
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.paper_reader import STRIP_WIDTH, PaperReader
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import h2, muted
from desktop.ui.widgets.pdf_pages import Rendered, ask_file, ask_printer, open_file, print_pages, rendered, write_pdf

PAPER_SCALE = 620 / 595  # pixels per point: a page of A4 is 620 pixels wide
_SIZE = QSize(720, 680)
_WIDEST, _AROUND = 1120, 100  # pixels: of a dialog, and beside a page that lies on its side


@dataclass(frozen=True)
class Paper:
    """One document: how it is made, and what is noted once it is on paper or in a file.

    `other` is the copy beside it: of a paper that stays in the office the one that may leave it, and back.
    """

    title: str
    file_name: str
    make: Callable[[], bytes]
    printed: Callable[[], object] = lambda: None
    other: Callable[[], Paper] | None = None
    shared: bool = False


def office_paper(office: OfficeFile, name: str, title: str, file_name: str, **about: str) -> Paper:
    """A printable of the office. `about`: record_id, month or copy. Looking at it leaves no line in the audit log."""
    make, note = partial(make_document, office, name, **about), partial(note_print, office, name, **about)
    shared = about.get("copy") == "shared"
    swapped = {**about, "copy": "internal" if shared else "shared"}
    other = partial(office_paper, office, name, title, file_name, **swapped) if is_in_two_copies(name) else None
    return Paper(title, file_name, make, note, other, shared)


class PaperDialog(QDialog):
    """The real pages of a document; accepted when they were printed or saved."""

    def __init__(self, parent: QWidget | None, operations: Operations, paper: Paper, pages: Rendered) -> None:
        super().__init__(parent)
        self._operations, self._paper, self._pages = operations, paper, pages
        self.setWindowTitle(paper.title)
        widest = max(size.width() for size in pages.sizes) * pages.scale
        beside = _AROUND + (STRIP_WIDTH if len(pages.sizes) > 1 else 0)
        self._size = QSize(max(_SIZE.width(), min(_WIDEST, round(widest) + beside)), _SIZE.height())
        self.resize(self._size)
        self.reader = PaperReader(operations, paper.title)
        self.reader.show_pages(pages)
        upper = QHBoxLayout()
        upper.addWidget(h2(paper.title))
        upper.addWidget(muted(self.tr("%Ln برگ", "", len(pages.images))))
        upper.addStretch(1)
        upper.addWidget(self.reader.search_button())
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(button(self.tr("چاپ"), self._print, icon_name="printer", look="primary", shortcut="Ctrl+P"))
        lower.addWidget(button(self.tr("ذخیره…"), self._save, icon_name="download"))
        lower.addWidget(button(self.tr("ذخیره و باز کردن…"), self._save_and_open, icon_name="eye"))
        if paper.other is not None:
            title = self.tr("نسخهٔ داخلی") if paper.shared else self.tr("نسخهٔ بیرونی")
            self.other = button(title, self._show_other, icon_name="file-text", shortcut="Ctrl+T")
            lower.addWidget(self.other)
        lower.addStretch(1)
        lower.addWidget(button(self.tr("بستن"), self.reject))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addLayout(upper)
        inside.addWidget(self.reader, 1)
        inside.addLayout(lower)
        self.reader.pages.setFocus()

    def sizeHint(self) -> QSize:
        return self._size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.reader.take_key(event):
            super().keyPressEvent(event)

    def _save(self) -> None:
        self._write(lambda _path: True)

    def _save_and_open(self) -> None:
        """Into a file that one chooses: no copy stays where nobody knows of it."""
        self._write(open_file)

    def _write(self, then: Callable[[Path], bool]) -> None:
        path = ask_file(self, self.tr("ذخیرهٔ برگه"), self._paper.file_name)
        if path is None:
            return

        def written() -> None:
            if not then(path):
                self._operations.tell([Problem("", "cannot_open_file")])

        self.put_out(lambda: write_pdf(self._pages.pdf, path), self.tr("در حال ذخیره"), written)

    def _show_other(self) -> None:
        """The other copy in place of this one."""
        if self._paper.other is not None:
            show_paper(self.parentWidget() or self, self._operations, self._paper.other())
            self.reject()

    def _print(self) -> None:
        printer = ask_printer(self, len(self._pages.sizes))
        if printer is not None:
            self.put_out(lambda: print_pages(self._pages.pdf, printer), self.tr("در حال چاپ"))

    def put_out(self, work: Callable[[], object], title: str, then: Callable[[], object] = lambda: None) -> None:
        """Prints or saves beside the window, notes it when it is done, and does what follows."""
        paper = self._paper

        def whole(_progress: object) -> None:
            work()
            paper.printed()

        def done(_done: object) -> None:
            self.accept()
            then()

        self._operations.run(whole, done, title=title)


def show_paper(widget: QWidget, operations: Operations, paper: Paper) -> None:
    """Makes a document in a worker and shows its pages."""
    window = widget.window()
    dpr = widget.devicePixelRatioF()
    operations.run(
        lambda _progress: rendered(paper.make(), PAPER_SCALE, dpr),
        lambda pages: PaperDialog(window, operations, paper, pages).open(),
    )
