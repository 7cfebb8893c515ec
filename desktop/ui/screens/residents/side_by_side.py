"""Two files beside each other, field by field, with a choice of whose answer stays."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.kinds import KINDS
from desktop.domain.likeness import AGAINST, REASONS
from desktop.domain.record import Row
from desktop.services.double_views import SideBySide
from desktop.services.doubles import Pair
from desktop.services.merging import GONE, KEEP, Choice
from desktop.ui.declared import field_text
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Avatar, badge, card, h2, label, muted, small
from desktop.ui.widgets.wording import digits, grouped, label_of, listed, said

_FIELD, _KEPT, _GONE = range(3)  # columns


class SideBySideView(QWidget):
    """The first file is the one that stays; `swapped` asks for the other way round."""

    swapped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "scrolled")
        self.answers: dict[str, QButtonGroup] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 8, 2)
        self._column.setSpacing(10)

    def show_pair(self, pair: Pair, shown: SideBySide) -> None:
        """Fills the page; what stood there goes."""
        self.empty()
        self._column.addWidget(_reasons(pair))
        self._column.addWidget(self._files(shown))
        self._column.addWidget(self._differences(shown))
        self._column.addStretch(1)

    def empty(self) -> None:
        """Nothing to compare."""
        self.answers = {}
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()

    def choices(self) -> dict[str, str]:
        """Field → whose answer stays."""
        return {name: GONE if group.checkedId() == _GONE else KEEP for name, group in self.answers.items()}

    def _files(self, shown: SideBySide) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(_file(self.tr("می‌ماند"), "ok", shown, 0), 1)
        turn = button(self.tr("جابه‌جا"), self.swapped.emit, icon_name="refresh-cw")
        turn.setToolTip(tip(self.tr("پروندهٔ دیگر بماند"), "F6"))
        row.addWidget(turn)
        row.addWidget(_file(self.tr("در آن ادغام می‌شود"), "muted", shown, 1), 1)
        return made

    def _differences(self, shown: SideBySide) -> QFrame:
        frame, inside = card()
        inside.addWidget(h2(self.tr("کدام پاسخ بماند؟")))
        if not shown.choices:
            inside.addWidget(muted(self.tr("پاسخ‌های دو پرونده یکی است.")))
            return frame
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(_KEPT, 1)
        grid.setColumnStretch(_GONE, 1)
        for place, choice in enumerate(shown.choices):
            self._add_row(grid, place, choice, shown)
        inside.addLayout(grid)
        return frame

    def _add_row(self, grid: QGridLayout, place: int, choice: Choice, shown: SideBySide) -> None:
        name = said(KINDS["person"].fields[choice.field].label)
        group = QButtonGroup(self)
        grid.addWidget(muted(name), place, _FIELD)
        for column, file in ((_KEPT, shown.one), (_GONE, shown.other)):
            text = field_text("person", choice.field, file, shown.titles) or "—"
            answer = QRadioButton(text.replace("&", "&&"))
            answer.setAccessibleName(f"{name}: {text}")
            answer.setToolTip(text)
            answer.setChecked((choice.chosen == GONE) == (column == _GONE))
            group.addButton(answer, column)
            grid.addWidget(answer, place, column)
        self.answers[choice.field] = group


def _reasons(pair: Pair) -> QFrame:
    frame, inside = card(6)
    badges = FlowLayout(spacing=6)
    for reason in pair.reasons:
        badges.addWidget(badge(said(REASONS[reason]), "warn"))
    inside.addLayout(badges)
    if pair.against:
        told = QCoreApplication.translate("SideBySide", "اما: {what}")
        inside.addWidget(small(told.format(what=listed(said(AGAINST[code]) for code in pair.against)), wrap=True))
    return frame


def _file(role: str, tone: str, shown: SideBySide, place: int) -> QFrame:
    person: Row = (shown.one, shown.other)[place]
    frame, inside = card(4)
    name = f"{person['first_name']} {person['last_name']}"
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(Avatar(name, 38))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(name, "strong"))
    number = "\u200e" + digits(person["resident_no"])
    words.addWidget(small(QCoreApplication.translate("SideBySide", "پروندهٔ {no}").format(no=number)))
    words.addSpacing(2)
    words.addWidget(badge(role, "ok" if tone == "ok" else "muted"), alignment=Qt.AlignmentFlag.AlignLeading)
    row.addLayout(words)
    row.addStretch(1)
    inside.addLayout(row)
    home = shown.titles.get(str(person["household_id"]), "")
    inside.addWidget(small(listed((home, label_of("relation_to_head", person["relation_to_head"]))), wrap=True))
    inside.addWidget(small(_hanging(shown.hanging[place]), wrap=True))
    frame.setAccessibleName(f"{role}: {name}")
    frame.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # both are equally wide
    return frame


def _hanging(found: Mapping[str, int]) -> str:
    """«۳ حضور، ۲ نیاز»: all of it stays with the file that stays."""
    told = QCoreApplication.translate("SideBySide", "{n} {kind}")
    parts = [told.format(n=grouped(many), kind=said(KINDS[kind].label)) for kind, many in found.items()]
    return listed(parts) or QCoreApplication.translate("SideBySide", "بی نیاز، حضور و نامه")
