"""A list of short texts as tags: written, taken away, put in another order, all by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.field_widgets import FieldWidget
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.theme import repolish
from desktop.ui.widgets.wording import said

if TYPE_CHECKING:
    from desktop.domain.fields import About


class TextsField(FieldWidget):
    """Each «،», «؛» or Enter makes a tag; Backspace in the empty line opens the last.

    From the beginning of the line an arrow leads into the tags. There the arrows walk, with Alt they move the tag,
    Delete takes it away, Enter opens it again, Escape leads back to the line.
    """

    wide = True

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self.tags: list[_Tag] = []
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
        self.line.back.connect(lambda: self._reopen(self.tags[-1]) if self.tags else None)
        self.line.walked_back.connect(lambda: self._walk(len(self.tags) - 1) if self.tags else None)
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
        return [tag.text() for tag in self.tags] + ([waiting] if waiting else [])

    def set_value(self, stored: object) -> None:
        for tag in list(self.tags):
            self._remove(tag)
        self.line.clear()
        texts = stored if isinstance(stored, list | tuple) else str(stored or "").replace("؛", "،").split("،")
        for text in texts:
            self._add(str(text))

    def _add(self, text: str) -> None:
        text = text.strip()
        if not text:
            return
        tag = _Tag(text, self._frame)
        tag.setAccessibleName(self.tr("برداشتن «{text}»").format(text=text))
        tag.setToolTip(self.tr("برداشتن"))
        tag.clicked.connect(lambda: self._remove(tag))
        tag.pressed_key.connect(lambda key: self._act(tag, key))
        tag.moved.connect(lambda step: self._move(tag, step))
        self._flow.insert_widget(len(self.tags), tag)
        self.tags.append(tag)
        self.line.setPlaceholderText("")
        tag.show()
        self.changed.emit()

    def _remove(self, tag: _Tag) -> None:
        self.tags.remove(tag)
        self._flow.removeWidget(tag)
        tag.hide()
        tag.deleteLater()
        if not self.tags:
            self.line.setPlaceholderText(self._hint)
        self.changed.emit()

    def _reopen(self, tag: _Tag) -> None:
        text = tag.text()
        self._remove(tag)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setText(text)

    def _act(self, tag: _Tag, key: int) -> None:
        place = self.tags.index(tag)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(tag)
            self._walk(min(place, len(self.tags) - 1) if self.tags else 0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._reopen(tag)
        elif key == Qt.Key.Key_Escape:
            self._walk(len(self.tags))
        else:
            self._walk(place + (1 if key == Qt.Key.Key_Right else -1))

    def _walk(self, place: int) -> None:
        """Before the first tag one stays on it, after the last comes the line."""
        to = self.tags[max(place, 0)] if place < len(self.tags) else self.line
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, tag: _Tag, step: int) -> None:
        place = self.tags.index(tag)
        to = place + step
        if 0 <= to < len(self.tags):
            self.tags.insert(to, self.tags.pop(place))
            self._flow.removeWidget(tag)
            self._flow.insert_widget(to, tag)
            self.changed.emit()


class _Tag(QPushButton):
    """A short text with a cross. Reached by the arrows from the line, not by Tab."""

    pressed_key = Signal(int)  # Right is onwards in reading, Left back
    moved = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setProperty("look", "tag")
        self.setIcon(icon("x", "primary"))
        rtl = parent.isRightToLeft()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if rtl else Qt.LayoutDirection.RightToLeft)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            parent = self.parentWidget()
            on = key == (Qt.Key.Key_Left if parent is not None and parent.isRightToLeft() else Qt.Key.Key_Right)
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(1 if on else -1)
            else:
                self.pressed_key.emit(int(Qt.Key.Key_Right if on else Qt.Key.Key_Left))
        elif key in (
            Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape
        ):  # fmt: skip
            self.pressed_key.emit(key)
        else:
            super().keyPressEvent(event)


class _TagLine(QLineEdit):
    split = Signal(str)
    back = Signal()
    walked_back = Signal()
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
        backwards = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        elif event.key() == backwards and not self.text():
            self.walked_back.emit()
        else:
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
