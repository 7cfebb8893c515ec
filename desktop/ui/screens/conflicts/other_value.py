"""A third value, typed in the field's own input, when none of those that compete is right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.fields import Input
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.services.conflicts import Dispute
from desktop.sync.merge import DELETED
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.field_widgets import FieldWidget
from desktop.ui.widgets.form_kit import Sources, make_field
from desktop.ui.widgets.labels import error, muted
from desktop.ui.widgets.wording import told_all


class OtherValue(QWidget):
    """A button that opens the input; Enter in it, or «همین بماند», lets what is typed stand."""

    entered = Signal(object)

    def __init__(self, sources: Sources) -> None:
        super().__init__()
        self._sources = sources
        self._dispute: Dispute | None = None
        self.field: FieldWidget | None = None
        self.opener = button(self.tr("هیچ‌کدام؛ مقدار دیگری می‌نویسم"), self.open, icon_name="pencil")
        self.opener.setToolTip(tip(self.tr("مقدار دیگر"), "F4"))
        self.ready = button(self.tr("همین بماند"), self.enter, icon_name="check", look="primary")
        self._title, self._problem = muted(self.tr("مقدار درست:")), error("")
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addWidget(self.ready)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.opener)
        head.addStretch(1)
        inside.addLayout(head)
        inside.addWidget(self._title)
        inside.addLayout(self._row)
        inside.addWidget(self._problem)
        self.show_dispute(None)

    def show_dispute(self, dispute: Dispute | None) -> None:
        """Another dispute: what was typed for the one before goes."""
        self._dispute = dispute
        if self.field is not None:
            self._row.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
            self.field = None
        self._problem.setText("")
        for part in (self._title, self.ready, self._problem):
            part.hide()
        self.opener.setVisible(dispute is not None and _can_be_typed(dispute))

    def open(self) -> None:
        """Shows the input, empty."""
        if self._dispute is None or self.field is not None or not _can_be_typed(self._dispute):
            return
        about = KINDS[self._dispute.point.kind].fields[self._dispute.point.field]
        self.field = make_field(self._dispute.point.field, about, self._sources)
        self._row.insertWidget(0, self.field, 1)
        for part in (self._title, self.ready):
            part.show()
        self.opener.hide()
        self.field.editors()[0].setFocus()

    def enter(self) -> None:
        """Lets what is typed stand."""
        if self.field is not None:
            self.field.settle()
            self.entered.emit(self.field.value())

    def show_problems(self, problems: list[Problem]) -> None:
        """Why it cannot stand."""
        self._problem.setText(told_all(problems))
        self._problem.show()
        if self.field is not None:
            self.field.set_problem(told_all(problems))
            self.field.editors()[0].setFocus()


def _can_be_typed(dispute: Dispute) -> bool:
    if dispute.point.field == DELETED:
        return False
    about = KINDS[dispute.point.kind].fields[dispute.point.field]
    return about.in_form and not about.by_program and about.input is not Input.DATA and not about.links_by
