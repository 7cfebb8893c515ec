"""The values that compete, side by side, each with its writer, its laptop, its moment and what came with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.conflicts import Dispute, Version
from desktop.ui.screens.conflicts.words import beside_words, clock_doubt, laptop, moment, value_words
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import IconLabel, badge, label, line, muted, small
from desktop.ui.widgets.theme import repolish
from desktop.ui.widgets.wording import grouped

_NARROW = 560  # px under which the cards stand one below the other
_BESIDE = 5


class VersionCard(QFrame):
    """One value. Pressed, it is the one that is picked; its button lets it stand."""

    picked = Signal()

    def __init__(self, dispute: Dispute, version: Version, number: int, keep: Callable[[], object]) -> None:
        super().__init__()
        self.version = version
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # all are equally wide
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        value = value_words(dispute, version)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(8)
        inside.addLayout(self._head(number))
        inside.addWidget(label(value, "h2", wrap=True))
        inside.addWidget(line())
        for icon_name, text in (
            ("user", version.by),
            ("laptop", laptop(version)),
            ("clock", moment(version)),
        ):
            if text:
                inside.addLayout(_told(icon_name, text))
        doubt = clock_doubt(version)
        if doubt:
            inside.addWidget(small(doubt, wrap=True))
        self._show_beside(dispute, inside)
        inside.addStretch(1)
        self.keep = button(self.tr("همین بماند"), keep, icon_name="check")
        self.keep.setToolTip(tip(self.tr("این مقدار برای همهٔ رایانه‌ها می‌ماند"), "Enter"))
        self.keep.setAccessibleName(self.tr("همین بماند: {value}").format(value=value))
        inside.addWidget(self.keep)
        self.setAccessibleName(f"{grouped(number)}: {value}")

    def mark(self, picked: bool) -> None:
        """Shows whether Enter would let this one stand."""
        repolish(self, "picked", picked)
        repolish(self.keep, "look", "primary" if picked else "")
        self.keep.setIcon(icon("check", "on_primary" if picked else "muted", disabled="faint"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit()
        super().mousePressEvent(event)

    def _head(self, number: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(badge(grouped(number), "primary"))
        if self.version.shown:
            row.addWidget(badge(self.tr("اکنون دیده می‌شود"), "ok"))
        if self.version.own:
            row.addWidget(badge(self.tr("نوشتهٔ این رایانه"), "info"))
        row.addStretch(1)
        return row

    def _show_beside(self, dispute: Dispute, inside: QVBoxLayout) -> None:
        if not self.version.beside:
            return
        inside.addWidget(muted(self.tr("در همان کار نوشته شد:")))
        for other in self.version.beside[:_BESIDE]:
            inside.addWidget(small(f"• {beside_words(other, dispute.point.record_id)}", wrap=True))
        more = len(self.version.beside) - _BESIDE
        if more > 0:
            inside.addWidget(small(self.tr("و {n} رکورد دیگر").format(n=grouped(more))))


class Cards(QWidget):
    """All values of one dispute; side by side where there is room."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[VersionCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_dispute(self, dispute: Dispute, keep: Callable[[int], object]) -> None:
        """Fills the cards; the one that is shown now is picked."""
        self.empty()
        for place, version in enumerate(dispute.versions):
            made = VersionCard(dispute, version, place + 1, partial(keep, place))
            made.picked.connect(partial(self.picked.emit, place))
            self.cards.append(made)
        self._arrange()

    def empty(self) -> None:
        """Nothing is compared."""
        for old in self.cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = []

    def mark(self, place: int) -> None:
        """Which one is picked."""
        for each, made in enumerate(self.cards):
            made.mark(each == place)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange()

    def _arrange(self) -> None:
        columns = 1 if self.width() < _NARROW else min(len(self.cards), 3) or 1
        for place, made in enumerate(self.cards):
            self._grid.addWidget(made, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _told(icon_name: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(9)
    row.addWidget(IconLabel(icon_name, "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, wrap=True), 1)
    return row


def none_words() -> tuple[str, str]:
    """What the room says while nothing is disputed."""
    translate = QCoreApplication.translate
    return (
        translate("Conflicts", "تعارضی نیست"),
        translate(
            "Conflicts",
            "اگر دو رایانه یک چیز را جدا از هم تغییر دهند، هر دو مقدار در اینجا می‌آید تا شما یکی را برگزینید.",
        ),
    )
