"""A list of small records in rows: members of a board, commitments, whatever has a few fields of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.problems import Problem, Refusal
from desktop.ui.widgets.buttons import icon_button, tip
from desktop.ui.widgets.field_widgets import FieldWidget
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.wording import digits, said, told

if TYPE_CHECKING:
    from desktop.domain.fields import About

_NARROW = frozenset({"integer", "decimal", "yes_no", "time"})
MakeField = Callable[[str, "About"], FieldWidget]


class RowsField(FieldWidget):
    """An empty row always waits at the end. Enter goes on, at the end of a row to the next one, from the empty one on.

    Ctrl+Delete takes a row away, Alt with Up and Down moves it.
    """

    wide = True

    def __init__(self, about: About, fields: Mapping[str, About], make: MakeField) -> None:
        super().__init__(about)
        self._fields, self._make = fields, make
        self.rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for column, one in enumerate(fields.values()):
            title = f"{said(one.label)} *" if one.required else said(one.label)
            self._grid.addWidget(label(title, "small"), 0, column)
            self._grid.setColumnStretch(column, 1 if one.input.value in _NARROW else 2)
        self.row.addLayout(self._grid, 1)
        self._append({})

    def editors(self) -> Sequence[QWidget]:
        return [editor for row in self.rows for editor in row.editors()]

    def enter(self) -> bool:
        for row in self.rows:
            place = row.focused()
            if place is not None:
                return self._go_on(row, place)
        return False

    def value(self) -> object:
        return [row.values() for row in self.rows if not row.is_blank()]

    def set_value(self, stored: object) -> None:
        rows = stored if isinstance(stored, list | tuple) else []
        for row in list(self.rows):
            self._take_away(row)
        for values in rows:
            self._append(values if isinstance(values, Mapping) else {})
        self._append({})
        self.changed.emit()

    def set_problem(self, text: str | None) -> None:
        """Marks the very cell that is wrong; the line below the field names its row."""
        for row in self.rows:
            row.show_problems(bool(text) and not row.is_blank())

    def settle(self) -> None:
        for row in self.rows:
            for cell in row.cells.values():
                cell.settle()

    def set_read_only(self, read_only: bool) -> None:
        for row in self.rows:
            for cell in row.cells.values():
                cell.set_read_only(read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move a row and take it away."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        row = next((row for row in self.rows if watched in row.editors()), None)
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if row is None:
            return False
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row, -1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        if control and event.key() == Qt.Key.Key_Delete:
            self._remove(row)
            return True
        return False

    def _append(self, values: Mapping[str, object]) -> _Row:
        row = _Row({name: self._make(name, one) for name, one in self._fields.items()}, lambda: self._remove(row))
        for name, cell in row.cells.items():
            cell.set_value(values.get(name))
            cell.changed.connect(lambda: self._edited(row))
            cell.advance.connect(lambda: None if self.enter() else self.advance.emit())
        self.rows.append(row)
        self._arrange()
        editors = row.editors()
        for editor in editors:
            editor.installEventFilter(self)
        self.grown.emit(editors)
        return row

    def _edited(self, row: _Row) -> None:
        if row in self.rows and row is self.rows[-1] and not row.is_blank():
            self._append({})
        self.changed.emit()

    def _go_on(self, row: _Row, place: int) -> bool:
        cells = list(row.cells.values())
        after = self.rows.index(row) + 1
        if row.is_blank() and place == 0:
            return False
        if place + 1 < len(cells):
            cells[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        elif after < len(self.rows):
            self.rows[after].first().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _move(self, row: _Row, step: int) -> None:
        place = self.rows.index(row)
        to = place + step
        if row.is_blank() or not 0 <= to < len(self.rows) - 1:
            return
        focused = row.focused() or 0
        self.rows.insert(to, self.rows.pop(place))
        self._arrange()
        list(row.cells.values())[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, row: _Row) -> None:
        place = self.rows.index(row)
        if row is self.rows[-1]:
            return
        self._take_away(row)
        self._arrange()
        self.rows[min(place, len(self.rows) - 1)].first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_away(self, row: _Row) -> None:
        self.rows.remove(row)
        for part in (*row.cells.values(), row.remove):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()

    def _arrange(self) -> None:
        for place, row in enumerate(self.rows, 1):
            number = self.tr("ردیف {n}").format(n=digits(str(place)))
            for column, (name, cell) in enumerate(row.cells.items()):
                self._grid.addWidget(cell, place, column)
                for editor in cell.editors():
                    one = said(self._fields[name].label)
                    editor.setAccessibleName(f"{said(self.about.label)}: {number}، {one}")
            taking = self.tr("برداشتن {row}").format(row=number)
            row.remove.setAccessibleName(taking)
            row.remove.setToolTip(tip(taking, "Ctrl+Del"))
            self._grid.addWidget(row.remove, place, len(self._fields))
            row.remove.setEnabled(row is not self.rows[-1])
        before: QWidget | None = None
        for editor in self.editors():
            if before is not None:
                QWidget.setTabOrder(before, editor)
            before = editor
        if self.rows:
            self.setFocusProxy(self.rows[0].first())


class _Row:
    """The cells of one row and the button that takes it away."""

    def __init__(self, cells: Mapping[str, FieldWidget], remove: Callable[[], object]) -> None:
        self.cells = dict(cells)
        self.remove = icon_button("x", "", remove)
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def editors(self) -> list[QWidget]:
        return [editor for cell in self.cells.values() for editor in cell.editors()]

    def first(self) -> FieldWidget:
        return next(iter(self.cells.values()))

    def focused(self) -> int | None:
        """The place of the cell in which the cursor stands."""
        return next(
            (place for place, cell in enumerate(self.cells.values()) if any(e.hasFocus() for e in cell.editors())), None
        )

    def values(self) -> dict[str, object]:
        return {name: cell.value() for name, cell in self.cells.items()}

    def is_blank(self) -> bool:
        return all(value in (None, "", [], {}) for value in self.values().values())

    def show_problems(self, shown: bool) -> None:
        for name, cell in self.cells.items():
            problem = None
            try:
                cell.about.read(cell.value())
            except Refusal as refusal:
                problem = Problem(name, refusal.code, refusal.facts)
            cell.set_problem(told(problem) if problem and shown else None)
