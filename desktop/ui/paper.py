"""A printed page is seen before it is printed: the pages of a PDF, with «چاپ» and «ذخیره»."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.operations import Operations
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import error, h2, muted

_WIDTH = 620
_PRINT_DPI = 300


def page_images(pdf: bytes, width: int, most: int = 60) -> list[QImage]:
    """The pages of a PDF as pictures of a width in pixels."""
    document = pypdfium2.PdfDocument(pdf)
    images = []
    try:
        for page in list(document)[:most]:
            bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
            kinds = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBX8888}
            image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kinds[bitmap.n_channels])
            images.append(image.copy())
    finally:
        document.close()
    return images


class PaperDialog(QDialog):
    """The real pages of a document."""

    def __init__(self, parent: QWidget | None, title: str, pdf: bytes, file_name: str) -> None:
        super().__init__(parent)
        self._pdf, self._file_name = pdf, file_name
        self.setWindowTitle(title)
        self.resize(720, 680)
        pages = QWidget()
        pages.setProperty("look", "scrolled")
        column = QVBoxLayout(pages)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(16)
        images = page_images(pdf, _WIDTH)
        for number, image in enumerate(images, 1):
            sheet = QLabel()
            sheet.setPixmap(QPixmap.fromImage(image))
            sheet.setAccessibleName(self.tr("برگ {number}").format(number=number))
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(pages)
        self.message = error()
        self.message.hide()
        upper = QHBoxLayout()
        upper.addWidget(h2(title))
        upper.addWidget(muted(self.tr("%Ln برگ", "", len(images))))
        upper.addStretch(1)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(button(self.tr("چاپ"), self._print, icon_name="printer", look="primary", shortcut="Ctrl+P"))
        lower.addWidget(button(self.tr("ذخیره…"), self._save, icon_name="download"))
        lower.addStretch(1)
        lower.addWidget(button(self.tr("بستن"), self.reject))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addLayout(upper)
        inside.addWidget(area, 1)
        inside.addWidget(self.message)
        inside.addLayout(lower)

    def sizeHint(self) -> QSize:
        return QSize(720, 680)

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("ذخیرهٔ برگه"), self._file_name, "PDF (*.pdf)")
        if not name:
            return
        try:
            Path(name).write_bytes(self._pdf)
        except OSError:
            self.message.setText(self.tr("این پرونده را نمی‌توان نوشت؛ جای دیگری برگزینید."))
            self.message.show()
            return
        self.accept()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(_PRINT_DPI)
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        painter = QPainter(printer)
        for number, image in enumerate(page_images(self._pdf, printer.width())):
            if number:
                printer.newPage()
            painter.drawImage(0, 0, image)
        painter.end()
        self.accept()


def show_paper(widget: QWidget, operations: Operations, title: str, make: Callable[[], bytes], file_name: str) -> None:
    """Makes a document in a worker and shows its pages."""
    operations.run(lambda _progress: make(), lambda pdf: PaperDialog(widget.window(), title, pdf, file_name).open())
