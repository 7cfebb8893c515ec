"""Pages of a PDF as pictures: rendered beside the window, shown with zoom, put on paper at 300 dpi."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QImage,
    QKeyEvent,
    QPageLayout,
    QPageSize,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.problems import UnavailableError
from desktop.ui.widgets.theme import colors

PRINT_DPI = 300
_POINTS = 72.0
_GAP = 18
THUMBNAIL = QSize(66, 93)
_FOUND, _FOUND_NOW = "#ffe680", "#ffab3d"  # on paper, which is white in either theme
_ONE_AT_A_TIME = Lock()  # PDFium keeps global state

Told = Callable[[float, int, int], None]
"""Called after each page: how far (0 to 1), the page, of how many."""


@dataclass(frozen=True)
class Rendered:
    """A document and its pages as pictures at `scale` pixels per point."""

    pdf: bytes
    sizes: list[QSizeF]
    images: list[QImage]
    scale: float
    thumbnails: list[QImage]


@dataclass(frozen=True)
class Hit:
    """A place where something was found: the page, from 0, and a box in points for each line it stands on."""

    page: int
    boxes: list[QRectF]


def rendered(pdf: bytes, scale: float, dpr: float = 1.0, told: Told | None = None) -> Rendered:
    """The pages for a screen of that pixel ratio."""
    images = render_pages(pdf, scale * dpr, told)
    return Rendered(pdf, page_sizes(pdf), images, scale, [_thumbnail(image, dpr) for image in images])


def page_sizes(pdf: bytes) -> list[QSizeF]:
    """The size of every page in points."""
    with opened(pdf) as document:
        return [QSizeF(*document.get_page_size(number)) for number in range(len(document))]


def render_pages(pdf: bytes, scale: float, told: Told | None = None) -> list[QImage]:
    """Every page as a picture; `scale` is pixels per point."""
    images = []
    with opened(pdf) as document:
        for number in range(len(document)):
            images.append(_picture(document, number, scale))
            if told:
                told((number + 1) / len(document), number + 1, len(document))
    return images


def print_pages(pdf: bytes, printer: QPrinter, told: Told | None = None) -> int:
    """Puts the pages that the printer was asked for on paper; returns how many. May run beside the window."""
    sizes = page_sizes(pdf)
    first = max(1, printer.fromPage() or 1)
    last = min(len(sizes), printer.toPage() or len(sizes))
    printer.setFullPage(True)
    painter = QPainter()
    for number in range(first - 1, last):
        size = QPageSize(sizes[number], QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        if not painter.isActive():
            painter.begin(printer)
        elif number > first - 1:
            printer.newPage()
        with opened(pdf) as document:
            image = _picture(document, number, PRINT_DPI / _POINTS)
        painter.drawImage(printer.paperRect(QPrinter.Unit.DevicePixel), image)
        if told:
            told((number - first + 2) / (last - first + 1), number + 1, len(sizes))
    painter.end()
    return last - first + 1


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """The printer and the pages one chooses."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def ask_file(parent: QWidget, title: str, name: str) -> Path | None:
    """The place one chooses for a PDF."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, name, "PDF (*.pdf)")
    return Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf") if chosen else None


def joined(pdfs: Sequence[bytes]) -> bytes:
    """The pages of several documents in one, one after the other."""
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME:
        whole, out = PdfDocument.new(), BytesIO()
    for pdf in pdfs:
        with opened(pdf) as document:
            whole.import_pages(document)
    with _ONE_AT_A_TIME:
        whole.save(out)
        whole.close()
    return out.getvalue()


def write_pdf(pdf: bytes, path: Path) -> None:
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise UnavailableError("cannot_write_file") from error


def open_file(path: Path) -> bool:
    """Shows a file in the program that this computer keeps for its kind; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """A PDFium document that is closed again; nobody else is in PDFium meanwhile."""
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME:
        document = PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _thumbnail(image: QImage, dpr: float) -> QImage:
    """A page small enough for a strip of them, with an edge that is seen on white."""
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = image.scaled(THUMBNAIL * dpr, keep, smooth)
    painter = QPainter(small)
    painter.setPen(QColor("#c4ccd4"))
    painter.drawRect(small.rect().adjusted(0, 0, -1, -1))
    painter.end()
    small.setDevicePixelRatio(dpr)
    return small


def _picture(document: Any, number: int, scale: float) -> QImage:
    page = document[number]
    bitmap = page.render(scale=scale, rev_byteorder=True)
    shown = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB888)
    picture = shown.copy()
    bitmap.close()
    page.close()
    return picture


class PagesView(QScrollArea):
    """The pages one below the other on a quiet ground. Ctrl+wheel, + and − ask for another zoom."""

    page_changed = Signal(int)  # from 0
    zoom_asked = Signal(int)  # steps

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[_Page] = []
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._ground = QWidget()
        self._ground.setProperty("look", "scrolled")
        self._inside = QVBoxLayout(self._ground)
        self._inside.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._inside.setSpacing(_GAP)
        self.setWidget(self._ground)
        self.setCornerWidget(QWidget())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.page_changed.emit(self.current_page()))

    def show_pages(self, images: Sequence[QImage], sizes: Sequence[QSizeF], scale: float) -> None:
        """Shows the pages at `scale` pixels per point; the place in the document is kept."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        while len(self._pages) < len(images):
            page = _Page(len(self._pages))
            self._inside.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
        while len(self._pages) > len(images):
            page = self._pages.pop()
            self._inside.removeWidget(page)
            page.hide()
            page.deleteLater()
        for page, image, size in zip(self._pages, images, sizes, strict=True):
            page.show_picture(image, size, scale)
        QTimer.singleShot(0, self, lambda: self._settle(share))

    def _settle(self, share: float) -> None:
        """After the pages have taken their places."""
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))
        self.page_changed.emit(self.current_page())

    def page_count(self) -> int:
        return len(self._pages)

    def current_page(self) -> int:
        """The page that the middle of the view lies on, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(0, sum(top <= middle for top in self._tops()) - 1)

    def go_to_page(self, number: int) -> None:
        """Brings the head of a page to the top."""
        if 0 <= number < len(self._pages):
            self.verticalScrollBar().setValue(self._tops()[number] - _GAP // 2)

    def _tops(self) -> list[int]:
        """Where each page begins, also before the layout has placed it."""
        heights = [page.height() + _GAP for page in self._pages]
        return [_GAP + sum(heights[:number]) for number in range(len(heights))]

    def show_hits(self, hits: Sequence[Hit], chosen: int) -> None:
        """Marks what was found, and brings the chosen place into view when it is not."""
        for number, page in enumerate(self._pages):
            page.show_marks(
                [(box, at == chosen) for at, hit in enumerate(hits) if hit.page == number for box in hit.boxes]
            )
        if hits and hits[chosen].boxes and hits[chosen].page < len(self._pages):
            number = hits[chosen].page
            box = self._pages[number].placed(hits[chosen].boxes[0])
            middle = self._pages[number].x() + round(box.center().x())
            self.ensureVisible(
                middle, self._tops()[number] + round(box.center().y()), 60, self.viewport().height() // 4
            )

    def fitting_scale(self, size: QSizeF, width: int = 0) -> float:
        """The scale at which a page takes the whole width: of this view, or the one it is going to have."""
        room = (width or self.width()) - 2 * _GAP - self.verticalScrollBar().sizeHint().width() - 4
        return max(0.3, room / size.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {"+": 1, "=": 1, "-": -1, "−": -1}.get(event.text())
        if step is not None:
            self.zoom_asked.emit(step)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.go_to_page(self.current_page() + (1 if event.key() == Qt.Key.Key_PageDown else -1))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_page(0 if event.key() == Qt.Key.Key_Home else len(self._pages) - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)


class _Page(QWidget):
    """One sheet of paper, always white."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._image, self._scale = QImage(), 1.0
        self._marks: list[tuple[QRectF, bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, image: QImage, size: QSizeF, scale: float) -> None:
        self._image, self._scale = image, scale
        self.setFixedSize((size * scale).toSize())
        self.update()

    def show_marks(self, marks: list[tuple[QRectF, bool]]) -> None:
        """Boxes in points; the one that is true is where the reader stands."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def placed(self, box: QRectF) -> QRectF:
        """A box in points as it lies on this sheet."""
        return QRectF(box.topLeft() * self._scale, box.size() * self._scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        painter.drawImage(self.rect(), self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box, chosen in self._marks:
            painter.fillRect(self.placed(box).adjusted(-1, 0, 1, 0), QColor(_FOUND_NOW if chosen else _FOUND))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QColor(colors().line2))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
