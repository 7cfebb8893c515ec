"""The second step: every column of the file, a look at its cells, and which of our columns it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.services.spreadsheets.columns import columns_of
from desktop.services.spreadsheets.matching import Match
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.labels import card, error, label, muted
from desktop.ui.widgets.wording import listed, said

_SAMPLE = 46  # characters shown of the cells of a column


@dataclass(frozen=True)
class Looked:
    """A file as far as it was looked at: its sheets, its headers, and some cells under each."""

    sheets: tuple[str, ...]
    match: Match
    samples: tuple[tuple[str, ...], ...]
    missing: tuple[str, ...]  # columns that must be there and are not


class MatchPage(QWidget):
    """A line for each header; what must be there and is not is said below."""

    back = Signal()
    ready = Signal()
    sheet_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self.looked: Looked | None = None
        self.boxes: list[QComboBox] = []
        self.sheets = QComboBox()
        self.sheets.setAccessibleName(self.tr("برگه"))
        self.sheets.textActivated.connect(self.sheet_wanted.emit)
        self.warning = error()
        self.next = button(self.tr("بازبینی"), self.ready.emit, look="primary", icon_name="list-checks")
        self.next.setToolTip(tip(self.tr("بازبینی"), "F2"))
        QShortcut(QKeySequence("F2"), self).activated.connect(self.next.click)
        self._grid_holder = QVBoxLayout()
        self._lay_out()

    def show_file(self, kind: str, looked: Looked) -> None:
        """The headers of a file, matched as far as they are understood."""
        self._kind, self.looked = kind, looked
        self.sheets.clear()
        self.sheets.addItems(looked.sheets)
        self.sheets.setCurrentText(looked.match.sheet.name)
        self.sheets.setVisible(len(looked.sheets) > 1)
        while (old := self._grid_holder.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        self._grid_holder.addWidget(self._columns(looked))
        self._judge()
        if self.boxes:
            self.boxes[0].setFocus()

    def taken(self) -> dict[int, str]:
        """Place of a column in the file → our column."""
        return {int(box.property("place")): str(box.currentData()) for box in self.boxes if box.currentData()}

    def _columns(self, looked: Looked) -> QWidget:
        holder = QWidget()
        holder.setProperty("look", "scrolled")
        grid = QGridLayout(holder)
        grid.setContentsMargins(18, 12, 18, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for column, text in enumerate((self.tr("ستون پرونده"), self.tr("نمونه"), self.tr("خانهٔ برنامه"))):
            grid.addWidget(muted(text), 0, column)
        self.boxes = []
        for place, header in enumerate(looked.match.headers):
            if not header and place not in looked.match.taken:
                continue
            line = grid.rowCount()
            grid.addWidget(label(header), line, 0)
            grid.addWidget(self._sample(looked.samples[place]), line, 1)
            grid.addWidget(self._box(place, header, looked.match.taken.get(place, "")), line, 2)
        return holder

    def _sample(self, cells: Sequence[str]) -> QLabel:
        shown = "  ·  ".join(cell for cell in cells if cell)
        return muted(shown if len(shown) <= _SAMPLE else shown[:_SAMPLE] + "…")

    def _box(self, place: int, header: str, name: str) -> QComboBox:
        box = QComboBox()
        box.setMinimumWidth(230)
        box.setAccessibleName(header)
        box.setProperty("place", place)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addItem(self.tr("— نادیده بماند —"), "")
        for column in columns_of(self._kind):
            named = said(column.label)
            box.addItem(f"{named} *" if column.required else named, column.name)
        box.setCurrentIndex(max(0, box.findData(name)))
        box.currentIndexChanged.connect(lambda _index: self._chosen(box))
        self.boxes.append(box)
        return box

    def _chosen(self, box: QComboBox) -> None:
        """One of our columns is taken from one column of the file only."""
        for other in self.boxes:
            if other is not box and box.currentData() and other.currentData() == box.currentData():
                other.setCurrentIndex(0)
        self._judge()

    def _judge(self) -> None:
        assert self.looked is not None  # noqa: S101  shown first
        have = set(self.taken().values())
        needed = {*self.looked.missing, *self.looked.match.names} & {
            c.name for c in columns_of(self._kind) if c.required
        }
        lacking = [said(column.label) for column in columns_of(self._kind) if column.name in needed - have]
        text = self.tr("این ستون‌ها باید باشند و هنوز برگزیده نشده‌اند: {columns}").format(columns=listed(lacking))
        self.warning.setText(text if lacking else "")
        self.warning.setVisible(bool(lacking))
        self.next.setEnabled(not lacking)

    def _lay_out(self) -> None:
        frame, inside = card(0)
        inside.setContentsMargins(6, 6, 6, 6)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("look", "scrolled")
        self._grid_holder = QVBoxLayout(holder)
        self._grid_holder.setContentsMargins(0, 0, 0, 0)
        area.setWidget(holder)
        inside.addWidget(area)
        upper = QHBoxLayout()
        upper.addWidget(muted(self.tr("ستون‌های ناشناخته نادیده می‌مانند؛ هر چه برگزینید برای بار بعد به یاد می‌ماند.")))
        upper.addStretch(1)
        upper.addWidget(self.sheets)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.next)
        lower.addWidget(button(self.tr("پروندهٔ دیگر"), self.back.emit))
        lower.addWidget(self.warning, 1)
        lower.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addLayout(upper)
        page.addWidget(frame, 1)
        page.addLayout(lower)
