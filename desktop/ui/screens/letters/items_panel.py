"""What of a person stands in a letter: each item a tick box that shows it as it would be printed (G-09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.labels import h2, small
from desktop.ui.widgets.wording import dashed, label_of


class ItemsPanel(QWidget):
    """Hidden for a letter that is about nobody."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self.carried = QCheckBox(self.tr("نامه به دست خود متقاضی داده می‌شود"))
        self.carried.toggled.connect(lambda _on: self.changed.emit())
        self._note = small("", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(h2(self.tr("دادهٔ شخصی در نامه")))
        column.addWidget(small(self.tr("تنها آنچه نشان می‌زنید چاپ می‌شود و در متن نامه نگه داشته نمی‌شود."), wrap=True))
        column.addLayout(self._list)
        column.addWidget(self.carried)
        column.addWidget(self._note)

    def show_items(
        self, texts: Mapping[str, str], allowed: Sequence[str], ticked: Sequence[str], *, carried: bool, agreed: bool
    ) -> None:
        """The items that are known of somebody; `agreed`: whether the office may send them itself."""
        clear(self._list)
        self._boxes = {}
        shown = set[str]()
        self.setVisible(bool(texts))
        for item in allowed:
            if not texts.get(item) or texts[item] in shown:
                continue  # who has no number has neither the whole of one nor its end
            shown.add(texts[item])
            box = QCheckBox(dashed((label_of("personal_item", item), texts[item])))
            box.setChecked(item in ticked)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._boxes[item] = box
            self._list.addWidget(box)
        self.carried.blockSignals(True)
        self.carried.setChecked(carried)
        self.carried.blockSignals(False)
        missing = QCoreApplication.translate(
            "Letters", "رضایت زندهٔ فرد برای این دستگاه ثبت نشده است؛ با آن، دفتر خود نامه را می‌فرستد."
        )
        self._note.setText("" if agreed else missing)
        self._note.setVisible(not agreed)

    def type_values(self, values: Mapping[str, Any]) -> None:
        """Ticks what was left ticked in an unfinished letter."""
        if "personal_items" in values:
            for item, box in self._boxes.items():
                box.setChecked(item in values["personal_items"])
        if "handed_to_resident" in values:
            self.carried.setChecked(bool(values["handed_to_resident"]))

    def box(self, item: str) -> QCheckBox:
        return self._boxes[item]

    def values(self) -> dict[str, object]:
        """What the letter keeps: which items, and who carries it."""
        if not self._boxes:
            return {}
        ticked = [item for item, box in self._boxes.items() if box.isChecked()]
        return {"personal_items": ticked, "handed_to_resident": self.carried.isChecked()}


def side_by_side(width: int, *parts: QWidget) -> QFrame:
    """The column beside the form."""
    frame = QFrame()
    frame.setFixedWidth(width)
    column = QVBoxLayout(frame)
    column.setContentsMargins(24, 18, 0, 18)
    column.setSpacing(12)
    for place, part in enumerate(parts):
        column.addWidget(part, int(place == len(parts) - 1))
    return frame
