"""One record in a dialog made from its declarations: changing it, or adding one that belongs to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.records import add_record, change_record
from desktop.ui.operations import Operations
from desktop.ui.saving import Saved, save, tell_saved
from desktop.ui.sources import sources_of
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.form_kit import Form
from desktop.ui.widgets.labels import h1, muted, small
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.wording import said


class RecordEditor(QDialog):
    """F2 or Ctrl+Enter saves; Escape closes, and asks first when something was typed."""

    def __init__(
        self,
        parent: QWidget,
        parts: tuple[AppContext, Operations, Asker],
        kind: str,
        *,
        record: Row | None = None,
        preset: Mapping[str, object] | None = None,
        headings: Mapping[str, str] | None = None,
        done: Callable[[Row], object] | None = None,
    ) -> None:
        """`record`: the one to change, None adds one. `preset`: fields of a new one that are not asked."""
        super().__init__(parent)
        self._context, self._operations, self._asker = parts
        self._kind, self._record, self._preset, self._done = kind, record, dict(preset or {}), done
        fields = {name: about for name, about in KINDS[kind].fields.items() if name not in self._preset}
        few = sum(about.in_form and not about.by_program for about in fields.values()) <= 6
        self.form = Form(fields, sources_of(self._context), columns=1 if few else 2, headings=headings)
        self.form.submitted.connect(self.save)
        defaults = {
            name: info.default for name, info in KINDS[kind].draft.model_fields.items() if not info.is_required()
        }
        self.form.set_values(record if record is not None else defaults)
        self.save_button = button(self.tr("ثبت"), self.save, icon_name="save", look="primary")
        self.save_button.setToolTip(tip(self.tr("ثبت"), "F2"))
        self._lay_out(self._title(), 460 if few else 760)
        self.form.focus_first()

    def save(self) -> None:
        """Writes what was changed; refusals are shown beside the fields."""
        if self.form.problems():
            return
        changed = self.form.changed_fields()
        if self._record is not None and not changed:
            self.accept()
            return
        values, precision = self.form.values(), {about.precision_field for about in KINDS[self._kind].fields.values()}
        if self._record is not None:
            values = {name: value for name, value in values.items() if name in changed or name in precision}
        given = {**self._preset, **values}
        self.save_button.setEnabled(False)
        self._operations.change(
            lambda _progress: save(self._context.office, lambda work: self._write(work, given)),
            self._saved,
            self._refused,
            stopped=lambda: self.save_button.setEnabled(True),
        )

    def reject(self) -> None:
        """Asks before what was typed is lost."""
        if self.form.is_dirty() and not self._asker.confirm(
            self,
            self.tr("نوشته‌ها دور ریخته شود؟"),
            self.tr("تغییرهای این پرونده هنوز ثبت نشده است."),
            self.tr("دور ریختن"),
            danger=True,
        ):
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    def _write(self, work: object, given: Mapping[str, object]) -> Row:
        if self._record is None:
            return add_record(work, self._kind, given)  # type: ignore[arg-type]
        return change_record(work, self._kind, self._record["id"], given)  # type: ignore[arg-type]

    def _saved(self, saved: Saved[Row]) -> None:
        window = self.parentWidget()
        self.done_quietly()
        if window is not None:
            told = self.tr("{label} ثبت شد.").format(label=said(KINDS[self._kind].label))
            tell_saved(window, self._operations, self._context.office, told, saved.changes)
        if self._done:
            self._done(saved.value)

    def done_quietly(self) -> None:
        """Closes without asking."""
        self.accept()

    def _refused(self, problems: list[Problem]) -> None:
        self.save_button.setEnabled(True)
        self.form.show_problems(problems)

    def _title(self) -> str:
        label = said(KINDS[self._kind].label)
        if self._record is None:
            return self.tr("{label} تازه").format(label=label)
        named = " ".join(str(self._record[name]) for name in KINDS[self._kind].title if self._record.get(name))
        return self.tr("ویرایش {label}").format(label=label) + (
            f": {named}" if self._kind != "person_identifier" else ""
        )

    def _lay_out(self, title: str, width: int) -> None:
        self.setWindowTitle(title)
        body = QWidget()
        body.setProperty("look", "scrolled")
        within = QVBoxLayout(body)
        within.setContentsMargins(6, 4, 14, 4)
        within.addWidget(self.form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.save_button)
        lower.addWidget(button(self.tr("انصراف"), self.reject))
        lower.addStretch(1)
        lower.addWidget(small(self.tr("خانهٔ بعد: Enter   ثبت: F2   بستن: Esc")))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 18)
        inside.setSpacing(12)
        inside.addWidget(h1(title))
        inside.addWidget(muted(self.tr("خانه‌های ستاره‌دار باید پر شوند.")))
        inside.addWidget(area, 1)
        inside.addLayout(lower)
        room = self.screen().availableGeometry().height()
        width = max(width, body.minimumSizeHint().width() + 70)
        self.resize(width, min(room - 60, 680, body.sizeHint().height() + 190))
