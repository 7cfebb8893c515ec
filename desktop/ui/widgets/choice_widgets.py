"""One widget for each kind of input that is chosen: yes or no, codes, short texts, links to records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop.ui.widgets.chips import ChipRow, next_beginning
from desktop.ui.widgets.field_widgets import FieldWidget
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.picker import Choices, Picker, code_choices
from desktop.ui.widgets.wording import label_of, said

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
        self.row.addStrut(40)  # a minimum height of its own would hide that of lines of chips
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
        self._codes, self._list = codes, about.codes
        empty = "" if about.required else self.tr("— هیچ‌کدام —")
        self.picker = Picker(code_choices(codes, optional=empty), takes_first=True)
        self.picker.chosen.connect(self.changed)
        self.picker.advance.connect(self.advance)
        self.add_editor(self.picker)

    def value(self) -> object:
        return self.picker.key() or self.picker.raw() or None

    def set_value(self, stored: object) -> None:
        code = str(stored or "")
        self.picker.choose(code or None, self._codes.get(code) or label_of(self._list, code))

    def settle(self) -> None:
        self.picker.settle()


class LinkField(FieldWidget):
    """A record of another kind, found by typing. `title` tells what to show for a stored id, `detail` what below it."""

    def __init__(
        self,
        about: About,
        choices: Choices,
        title: Callable[[str], str] = str,
        detail: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(about)
        self._title, self._detail = title, detail
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

    def settle(self) -> None:
        self.picker.settle()

    def echo(self) -> str:
        """What tells the chosen record from others of the same name."""
        key = self.picker.key()
        return self._detail(key) if key and self._detail else ""


class CheckListField(FieldWidget):
    """Several of a long code list."""

    def __init__(self, about: About, codes: Codes) -> None:
        super().__init__(about)
        self.list = _CheckList()
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


class _CheckList(QListWidget):
    """Letters lead to the next line that begins so, in any spelling; Space sets the mark."""

    def keyboardSearch(self, text: str) -> None:
        texts = [self.item(place).text() for place in range(self.count())]
        place = next_beginning(texts, self.currentRow(), text)
        if place is not None:
            self.setCurrentRow(place)


class CodeMapField(FieldWidget):
    """For each code of one list, one of another: the state of each utility. Enter goes from one to the next."""

    wide = True

    def __init__(self, about: About, keys: Codes, values: Codes) -> None:
        super().__init__(about)
        self._values = values
        self.pickers: dict[str, Picker] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        columns = 3
        for place, (key, text) in enumerate(keys.items()):
            picker = Picker(code_choices(values, optional="—"), takes_first=True)
            picker.setAccessibleName(f"{said(about.label)}: {text}")
            picker.chosen.connect(self.changed)
            picker.advance.connect(self._next)
            name = label(text, "muted")
            name.setMinimumWidth(48)
            name.setBuddy(picker)
            grid.addWidget(name, place // columns, place % columns * 2)
            grid.addWidget(picker, place // columns, place % columns * 2 + 1)
            grid.setColumnStretch(place % columns * 2 + 1, 1)
            self.pickers[key] = picker
        self.row.addLayout(grid, 1)
        self.setFocusProxy(next(iter(self.pickers.values())))

    def editors(self) -> Sequence[QWidget]:
        return list(self.pickers.values())

    def enter(self) -> bool:
        pickers = list(self.pickers.values())
        place = next((place for place, picker in enumerate(pickers) if picker.hasFocus()), len(pickers))
        if place + 1 >= len(pickers):
            return False
        pickers[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def value(self) -> object:
        """What is typed and is no code stands as it is, so that it is refused and not lost."""
        found = {key: picker.key() or picker.raw() for key, picker in self.pickers.items()}
        return {key: value for key, value in found.items() if value}

    def set_value(self, stored: object) -> None:
        states = stored if isinstance(stored, Mapping) else {}
        for key, picker in self.pickers.items():
            code = str(states.get(key) or "")
            picker.choose(code or None, self._values.get(code, code))

    def settle(self) -> None:
        for picker in self.pickers.values():
            picker.settle()

    def _next(self) -> None:
        if not self.enter():
            self.advance.emit()


def codes_field(about: About, codes: Codes) -> FieldWidget:
    """Chips while they fit the eye, else a list with check marks."""
    if len(codes) > _MOST_CHIPS:
        return CheckListField(about, codes)
    field = ChipsField(about, codes, several=True)
    field.wide = True
    return field
