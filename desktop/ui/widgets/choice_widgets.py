"""One widget for each kind of input that is chosen: yes or no, codes, short texts, links to records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.field_widgets import FieldWidget
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.picker import Choices, Picker, code_choices
from desktop.ui.widgets.theme import repolish
from desktop.ui.widgets.wording import said

if TYPE_CHECKING:
    from desktop.domain.fields import About

Codes = Mapping[str, str]
"""Codes with their Persian labels."""

_MOST_CHIPS = 14


class ChipsField(FieldWidget):
    """Chips of which one or several are chosen; nothing chosen is an answer too."""

    def __init__(self, about: About, codes: Codes, *, several: bool) -> None:
        super().__init__(about)
        self.chips = ChipRow(codes.items(), said(about.label), several=several, clearable=not about.required)
        self.chips.changed.connect(self.changed)
        self.row.addWidget(self.chips)
        self.setMinimumHeight(40)
        self.setFocusProxy(self.chips.chips()[0])
        self._several = several

    def editors(self) -> Sequence[QWidget]:
        return self.chips.chips()

    def value(self) -> object:
        return self.chips.chosen() if self._several else self.chips.choice()

    def set_value(self, stored: object) -> None:
        if isinstance(stored, list | tuple):
            self.chips.choose([str(item) for item in stored])
        else:
            self.chips.choose([] if stored is None else [str(stored)])


class YesNoField(ChipsField):
    """«بله» or «خیر»; until one is pressed the answer is not known."""

    def __init__(self, about: About) -> None:
        yes, no = QCoreApplication.translate("YesNoField", "بله"), QCoreApplication.translate("YesNoField", "خیر")
        super().__init__(about, {"yes": yes, "no": no}, several=False)

    def value(self) -> object:
        choice = self.chips.choice()
        return None if choice is None else choice == "yes"

    def set_value(self, stored: object) -> None:
        self.chips.choose([] if stored is None else ["yes" if stored in (True, "yes") else "no"])


class CodeField(FieldWidget):
    """One of a code list, found by typing part of its label."""

    def __init__(self, about: About, codes: Codes) -> None:
        super().__init__(about)
        self._codes = codes
        empty = "" if about.required else self.tr("— هیچ‌کدام —")
        self.picker = Picker(code_choices(codes, optional=empty))
        self.picker.chosen.connect(self.changed)
        self.picker.advance.connect(self.advance)
        self.add_editor(self.picker)

    def value(self) -> object:
        return self.picker.key() or self.picker.raw() or None

    def set_value(self, stored: object) -> None:
        code = str(stored or "")
        self.picker.choose(code or None, self._codes.get(code, code))


class LinkField(FieldWidget):
    """A record of another kind, found by typing. `title` tells what to show for a stored id."""

    def __init__(self, about: About, choices: Choices, title: Callable[[str], str] = str) -> None:
        super().__init__(about)
        self._title = title
        self.picker = Picker(choices)
        self.picker.setPlaceholderText(self.tr("برای یافتن بنویسید…"))
        self.picker.chosen.connect(self.changed)
        self.picker.advance.connect(self.advance)
        self.add_editor(self.picker)

    def value(self) -> object:
        return self.picker.key() or self.picker.raw() or None

    def set_value(self, stored: object) -> None:
        key = str(stored or "")
        self.picker.choose(key or None, self._title(key) if key else "")


class CheckListField(FieldWidget):
    """Several of a long code list."""

    def __init__(self, about: About, codes: Codes) -> None:
        super().__init__(about)
        self.list = QListWidget()
        self.list.setProperty("look", "checks")
        self.list.setFixedHeight(190)
        for code, text in codes.items():
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.add_editor(self.list)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def value(self) -> object:
        return [
            item.data(Qt.ItemDataRole.UserRole) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        ]

    def set_value(self, stored: object) -> None:
        chosen = {str(item) for item in stored} if isinstance(stored, list | tuple) else set()
        for item in self._items():
            on = item.data(Qt.ItemDataRole.UserRole) in chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


class CodeMapField(FieldWidget):
    """For each code of one list, one of another: the state of each utility."""

    wide = True

    def __init__(self, about: About, keys: Codes, values: Codes) -> None:
        super().__init__(about)
        self._combos: dict[str, QComboBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        columns = 3
        for place, (key, text) in enumerate(keys.items()):
            combo = QComboBox()
            combo.addItem("—", "")
            for code, title in values.items():
                combo.addItem(title, code)
            combo.setAccessibleName(f"{said(about.label)}: {text}")
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
            name = label(text, "muted")
            name.setMinimumWidth(48)
            grid.addWidget(name, place // columns, place % columns * 2)
            grid.addWidget(combo, place // columns, place % columns * 2 + 1)
            grid.setColumnStretch(place % columns * 2 + 1, 1)
            self._combos[key] = combo
        self.row.addLayout(grid, 1)
        self.setFocusProxy(next(iter(self._combos.values())))

    def editors(self) -> Sequence[QWidget]:
        return list(self._combos.values())

    def value(self) -> object:
        return {key: combo.currentData() for key, combo in self._combos.items() if combo.currentData()}

    def set_value(self, stored: object) -> None:
        states = stored if isinstance(stored, Mapping) else {}
        for key, combo in self._combos.items():
            combo.setCurrentIndex(max(0, combo.findData(states.get(key, ""))))


class TextsField(FieldWidget):
    """A list of short texts: each «،», «؛» or Enter makes a tag, Backspace in the empty line opens the last."""

    wide = True

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self._tags: list[QPushButton] = []
        self._frame = QFrame()
        self._frame.setProperty("look", "field")
        self._flow = FlowLayout(self._frame)
        self._flow.setContentsMargins(7, 6, 7, 6)
        self.line = _TagLine()
        self.line.setProperty("look", "inner")
        self.line.setMinimumWidth(150)
        self._hint = self.tr("میان متن‌ها «،» بگذارید")
        self.line.setPlaceholderText(self._hint)
        self.line.setAccessibleName(said(about.label))
        self.line.split.connect(self._add)
        self.line.back.connect(self._reopen_last)
        self.line.focused.connect(lambda on: repolish(self._frame, "focused", on))
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self._flow.addWidget(self.line)
        self.row.addWidget(self._frame, 1)
        self.setFocusProxy(self.line)

    def editors(self) -> Sequence[QWidget]:
        return [self.line]

    def enter(self) -> bool:
        text = self.line.text()
        self.line.clear()
        self._add(text)
        return bool(text.strip())

    def set_problem(self, text: str | None) -> None:
        super().set_problem(text)
        repolish(self._frame, "invalid", bool(text))

    def value(self) -> object:
        waiting = self.line.text().strip()
        return [tag.text() for tag in self._tags] + ([waiting] if waiting else [])

    def set_value(self, stored: object) -> None:
        for tag in list(self._tags):
            self._remove(tag)
        self.line.clear()
        texts = stored if isinstance(stored, list | tuple) else str(stored or "").replace("؛", "،").split("،")
        for text in texts:
            self._add(str(text))

    def _add(self, text: str) -> None:
        text = text.strip()
        if not text:
            return
        tag = QPushButton(text, self._frame)
        tag.setProperty("look", "tag")
        tag.setIcon(icon("x", "primary"))
        tag.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
        )
        tag.setAutoDefault(False)
        tag.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        tag.setAccessibleName(self.tr("برداشتن «{text}»").format(text=text))
        tag.setToolTip(self.tr("برداشتن"))
        tag.clicked.connect(lambda: self._remove(tag))
        self._flow.insert_widget(len(self._tags), tag)
        self._tags.append(tag)
        self.line.setPlaceholderText("")
        tag.show()
        self.changed.emit()

    def _remove(self, tag: QPushButton) -> None:
        self._tags.remove(tag)
        self._flow.removeWidget(tag)
        tag.hide()
        tag.deleteLater()
        if not self._tags:
            self.line.setPlaceholderText(self._hint)
        self.changed.emit()

    def _reopen_last(self) -> None:
        if self._tags:
            last = self._tags[-1]
            self.line.setText(last.text())
            self._remove(last)


class _TagLine(QLineEdit):
    split = Signal(str)
    back = Signal()
    focused = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        reading_line(self)
        self.textEdited.connect(self._part)

    def _part(self, text: str) -> None:
        *done, rest = text.replace("؛", "،").replace(",", "،").replace(";", "،").split("،")
        if done:
            self.setText(rest.lstrip())
            for part in done:
                self.split.emit(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)
        text = self.text()
        if text.strip():
            self.clear()
            self.split.emit(text)


def codes_field(about: About, codes: Codes) -> FieldWidget:
    """Chips while they fit the eye, else a list with check marks."""
    if len(codes) > _MOST_CHIPS:
        return CheckListField(about, codes)
    field = ChipsField(about, codes, several=True)
    field.wide = True
    return field
