"""A form that hands the focus on by itself: after its last field comes what the page says, not the next button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets.field_widgets import FieldWidget
from desktop.ui.widgets.form_kit import Form


class FlowingForm(Form):
    """Emits `passed` when Enter or Tab leaves its last field.

    Enter passes over what is filled in already, Tab stops everywhere.
    """

    passed = Signal()

    def stops_at(self, name: str) -> bool:
        value = self.field(name).value()
        return value in (None, "", [], {}) or value != self.shown_value(name)

    def pass_on(self, _last: FieldWidget) -> None:
        self.passed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Asked by Qt for every Tab inside the form."""
        shown = self.fields()
        editors = self.field(shown[-1]).editors() if shown else ()
        if forward and QApplication.focusWidget() in editors:
            self.passed.emit()
            return True
        return bool(super().focusNextPrevChild(forward))
