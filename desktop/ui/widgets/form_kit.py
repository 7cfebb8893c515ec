"""Forms made from declarations: one widget for each `About`, its problems beside it, keyboard all the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.persian.calendar import PartialDate
from desktop.domain.problems import Problem
from desktop.ui.widgets import choice_widgets as choose
from desktop.ui.widgets import field_widgets as write
from desktop.ui.widgets.choice_widgets import Codes
from desktop.ui.widgets.field_widgets import FieldWidget, as_partial
from desktop.ui.widgets.form_cell import Cell
from desktop.ui.widgets.labels import h2, label, line
from desktop.ui.widgets.money_field import MoneyField
from desktop.ui.widgets.picker import Choices, Picker
from desktop.ui.widgets.rows_field import RowsField
from desktop.ui.widgets.texts_field import TextsField
from desktop.ui.widgets.wording import said_labels, told

if TYPE_CHECKING:
    from desktop.domain.fields import About

_PAUSE = 1000  # ms of silence after which what was typed is read
_NOT_LEAVING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_QUIET = ("required", "too_short")  # no reproach for these while somebody is still writing


Doubter = Callable[[Mapping[str, object]], Iterable[Problem]]


@dataclass(frozen=True)
class Sources:
    """What a form needs besides the declarations: code lists and the records that links may point to."""

    codes: Mapping[str, Codes] = field(default_factory=dict)
    choices: Mapping[str, Choices] = field(default_factory=dict)  # by field name, or by the kind linked to
    titles: Mapping[str, Callable[[str], str]] = field(default_factory=dict)  # the same, what to show for an id
    details: Mapping[str, Callable[[str], str]] = field(default_factory=dict)  # the same, what tells it from others


def make_field(name: str, about: About, sources: Sources) -> FieldWidget:
    """The widget for one declared field."""
    kind = "percent" if about.percent_of else about.input.value
    if kind in _WRITTEN:
        return _WRITTEN[kind](about)
    if kind == "code":
        return choose.CodeField(about, said_labels(sources.codes[about.codes], about.codes))
    if kind == "codes":
        return choose.codes_field(about, said_labels(sources.codes[about.codes], about.codes))
    if kind == "code_map":
        keys, values = sources.codes[about.codes], sources.codes[about.map_codes]
        return choose.CodeMapField(about, said_labels(keys, about.codes), said_labels(values, about.map_codes))
    if kind == "link":
        choices = sources.choices.get(name) or sources.choices[about.links]
        title = sources.titles.get(name) or sources.titles.get(about.links) or str
        return choose.LinkField(about, choices, title, sources.details.get(name) or sources.details.get(about.links))
    if kind == "rows" and about.of is not None:
        from desktop.domain.fields import abouts, asked

        return RowsField(about, asked(abouts(about.of)), lambda part, one: make_field(part, one, sources))
    raise LookupError(f"no widget for {kind}")


_WRITTEN: dict[str, Callable[[About], FieldWidget]] = {
    "text": write.LineField,
    "lines": write.LinesField,
    "digits": write.DigitsField,
    "integer": write.IntegerField,
    "decimal": write.DecimalField,
    "percent": write.PercentField,
    "yes_no": choose.YesNoField,
    "date": write.DateField,
    "partial_date": write.DateField,
    "time": write.TimeField,
    "month": write.MonthField,
    "money": MoneyField,
    "texts": TextsField,
}


class Form(QWidget):
    """The fields of one record. It validates each field when it is left, and knows what was changed.

    Enter goes to the next field; Ctrl+Enter and F2 emit `submitted`.
    """

    submitted = Signal()
    changed = Signal()
    guided = Signal()  # what was typed calls for the guidance card

    def __init__(
        self,
        fields: Mapping[str, About],
        sources: Sources | None = None,
        *,
        columns: int = 2,
        headings: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`headings`: titles that stand before the field they name. Fields the program fills get no widget."""
        super().__init__(parent)
        self._columns = columns
        self._headings = {name: _heading(text) for name, text in (headings or {}).items()}
        self._cells: dict[str, Cell] = {}
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read_while_typing)
        self._typing: Cell | None = None
        self._doubter: Doubter | None = None
        precisions = {about.precision_field for about in fields.values() if about.precision_field}
        for name, about in fields.items():
            if about.in_form and not about.by_program and name not in precisions:
                self._add(name, about, make_field(name, about, sources or Sources()))
        self._arrange()
        for cell in self._cells.values():
            cell.shown = cell.widget.value()

    def tells_of_people(self, of_person: bool) -> None:
        """Whether these texts tell of a person or household, or of a place, of which more may be said."""
        for cell in self._cells.values():
            cell.of_person = of_person

    def field(self, name: str) -> FieldWidget:
        """The widget of a field, for what only one screen needs."""
        return self._cells[name].widget

    def fields(self) -> list[str]:
        """The names of the fields shown, in order."""
        return [name for name, cell in self._cells.items() if not cell.isHidden()]

    def values(self) -> dict[str, object]:
        """What is typed and chosen now, for a draft. A hidden field is answered with None.

        A partial date that can be read comes as a date, and its precision in its own field.
        """
        found: dict[str, object] = {}
        for name, cell in self._cells.items():
            value = None if cell.isHidden() else cell.widget.value()
            if cell.about.precision_field:
                partial = value if isinstance(value, PartialDate) else None
                found[cell.about.precision_field] = partial.precision.value if partial else None
                value = partial.date if partial else value
            found[name] = value
        return found

    def stored(self) -> dict[str, object]:
        """What could be stored now; None for what is hidden or cannot be read yet."""
        return {name: cell.stored() for name, cell in self._cells.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Shows a record; what is not named is shown empty. Nothing counts as changed then."""
        self._fill({name: values.get(name) for name in self._cells}, values)
        self._problem.hide()
        for cell in self._cells.values():
            cell.shown = cell.widget.value()
        self.look_twice()

    def type_values(self, values: Mapping[str, object]) -> None:
        """Puts what was typed before into the fields named, as if it were typed now."""
        self._fill({name: values[name] for name in self._cells if name in values}, values)
        self.look_twice()
        self.changed.emit()

    def show_value(self, name: str, value: object) -> None:
        """Shows one value as if it had stood there from the beginning."""
        cell = self._cells[name]
        cell.widget.set_value(value)
        cell.shown = cell.widget.value()

    def shown_value(self, name: str) -> object:
        """What a field was shown with first."""
        return self._cells[name].shown

    def changed_values(self) -> dict[str, object]:
        """What `values` tells of the fields that differ from what was shown first."""
        values, changed = self.values(), self.changed_fields()
        with_precision = [self._cells[name].about.precision_field for name in changed]
        return {name: values[name] for name in (*changed, *filter(None, with_precision))}

    def changed_fields(self) -> list[str]:
        """The fields that differ from what was shown first."""
        return [name for name, cell in self._cells.items() if cell.widget.value() != cell.shown]

    def is_dirty(self) -> bool:
        """Whether anything differs from what was shown first."""
        return bool(self.changed_fields())

    def set_doubter(self, doubter: Doubter | None) -> None:
        """`doubter` is given what could be stored and tells what makes one look twice at a field. It never refuses."""
        self._doubter = doubter
        self.look_twice()

    def look_twice(self) -> None:
        """Shows in amber what is allowed but unusual."""
        stored = self.stored()
        found = {problem.field: problem for problem in (self._doubter(stored) if self._doubter else ())}
        for name, cell in self._cells.items():
            value = stored[name]
            code = cell.about.doubt(value) if cell.about.doubt and value not in (None, "") else ""
            cell.show_doubt(Problem(name, code) if code else found.get(name))

    def problems(self) -> list[Problem]:
        """Reads every field shown and marks those that are wrong."""
        found = []
        for cell in self._cells.values():
            cell.widget.settle()
            problem = None if cell.isHidden() else cell.read()
            cell.show_problem(problem)
            if problem:
                found.append(problem)
        return found

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem at its field, those of the whole record on top, and goes to the first."""
        by_field = {problem.field: problem for problem in reversed(problems)}
        for cell in self._cells.values():
            other = by_field.get(cell.about.precision_field) if cell.about.precision_field else None
            cell.show_problem(by_field.get(cell.name) or other)
        owned = {cell.problem.field for cell in self._cells.values() if cell.problem}
        rest = [told(problem) for problem in problems if problem.field not in owned]
        self._problem.setText("\n".join(dict.fromkeys(rest)))
        self._problem.setVisible(bool(rest))
        first = next((cell for cell in self._cells.values() if cell.problem and not cell.isHidden()), None)
        if first:
            self._go_to(first)
        elif rest:
            self._reveal(self._problem)

    def show_field(self, name: str, shown: bool) -> None:
        """Shows a field or takes it away because it does not apply; the others close up."""
        cell = self._cells[name]
        if cell.isHidden() == shown:
            cell.setVisible(shown)
            self._arrange()
            self.changed.emit()

    def set_read_only(self, read_only: bool, *names: str) -> None:
        """Locks the named fields, or all."""
        for name in names or self._cells:
            self._cells[name].widget.set_read_only(read_only)

    def focus_first(self) -> None:
        """Puts the cursor into the first field that can be written in; a default there gives way to what is typed."""
        shown = [cell.widget for cell in self._cells.values() if not cell.isHidden()]
        first = next((widget for widget in shown if not _is_locked(widget)), None)
        if first:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            for editor in first.editors()[:1]:
                if isinstance(editor, QLineEdit):
                    editor.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, the submitting keys, and the leaving of a field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()  # the wheel scrolls the page; it must not change a choice on its way
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _NOT_LEAVING:
            cell = self._cell_of(watched)
            if cell:
                QTimer.singleShot(0, cell, lambda: self._left(cell))
        return False

    def _fill(self, values: Mapping[str, object], beside: Mapping[str, object]) -> None:
        for name, value in values.items():
            cell = self._cells[name]
            precision = beside.get(cell.about.precision_field) if cell.about.precision_field else None
            cell.widget.set_value(as_partial(value, precision) if precision else value)
            cell.show_problem(None)

    def _add(self, name: str, about: About, widget: FieldWidget) -> None:
        cell = Cell(name, about, widget)
        cell.setParent(self)
        cell.guided.connect(self.guided)
        widget.setObjectName(name)
        widget.changed.connect(lambda: self._edited(cell))
        widget.advance.connect(lambda: self._advance(cell))
        widget.grown.connect(self._listen)
        self._listen(widget.editors())
        self._cells[name] = cell

    def _listen(self, editors: Sequence[QWidget]) -> None:
        for editor in editors:
            editor.installEventFilter(self)

    def _arrange(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        self._grid.addWidget(self._problem, 0, 0, 1, self._columns)
        row, column = 1, 0
        for name, cell in self._cells.items():
            heading, hidden = self._headings.get(name), cell.isHidden()
            wide = cell.widget.wide or self._columns == 1
            if column and (wide or heading) and not hidden:
                row, column = row + 1, 0
            if heading:
                self._grid.addWidget(heading, row, 0, 1, self._columns)  # a part without a parent would open a window
                heading.setVisible(not hidden)
                row += 1
            if hidden:
                continue
            self._grid.addWidget(cell, row, column, 1, self._columns if wide else 1)
            column += self._columns if wide else 1
            if column >= self._columns:
                row, column = row + 1, 0
        for place in range(self._columns):
            self._grid.setColumnStretch(place, 1)
        self._grid.setRowStretch(row + 1, 1)

    def _cell_of(self, editor: QObject) -> Cell | None:
        return next((cell for cell in self._cells.values() if editor in cell.widget.editors()), None)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F2 or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.submitted.emit()
            return True
        cell = self._cell_of(watched) if enter and plain else None
        if cell is None or cell.widget.keeps_enter or (isinstance(watched, Picker) and watched.is_open()):
            return False
        if not cell.widget.enter():
            self._advance(cell)
        return True

    def _advance(self, cell: Cell) -> None:
        cells = [one for one in self._cells.values() if not one.isHidden()]
        after = [one for one in cells[cells.index(cell) + 1 :] if self.stops_at(one.name)]
        if after:
            self._go_to(after[0])
        else:
            self.pass_on(cell.widget)

    def pass_on(self, last: FieldWidget) -> None:
        """After the last field Enter goes where Tab goes."""
        list(last.editors())[-1].setFocus()
        self.focusNextChild()

    def stops_at(self, _name: str) -> bool:
        """Whether Enter stops at this field."""
        return True

    def _go_to(self, cell: Cell) -> None:
        self._reveal(cell)
        cell.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _reveal(self, shown: QWidget) -> None:
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(shown, 0, 24)
            above = above.parentWidget()

    def _edited(self, cell: Cell) -> None:
        if cell.problem:
            problem = cell.read()
            cell.show_problem(problem)
        if cell.doubt:
            self.look_twice()
        self._typing = cell
        self._pause.start()
        self.changed.emit()

    def _read_while_typing(self) -> None:
        cell, focus = self._typing, QApplication.focusWidget()
        if cell and focus in cell.widget.editors():
            problem = cell.read()
            if problem is None or problem.code not in _QUIET:
                cell.show_problem(problem)
                self.look_twice()

    def _left(self, cell: Cell) -> None:
        if QApplication.focusWidget() not in cell.widget.editors():
            cell.show_problem(cell.read())
            self.look_twice()


def _heading(text: str) -> QWidget:
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(0, 10, 0, 4)
    inside.setSpacing(6)
    title: QLabel = h2(text)
    inside.addWidget(title)
    inside.addWidget(line())
    return box


def _is_locked(widget: FieldWidget) -> bool:
    """Whether nothing can be typed there now."""
    return any(isinstance(editor, QLineEdit) and editor.isReadOnly() for editor in widget.editors()[:1])
