"""A resident or a household moves away, dies, dissolves or comes back: status and date in a small dialog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.records import change_record
from desktop.ui.operations import Operations
from desktop.ui.saving import Saved, save, tell_saved
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_dialog import FormDialog
from desktop.ui.widgets.wording import said

_FIELDS = ("status", "status_date", "moved_to")
_BY_OTHER_WAYS = frozenset({"merged", "erased"})  # a merge and an erasure set these themselves


def ask_status(widget: QWidget, context: AppContext, operations: Operations, kind: str, record_id: str) -> FormDialog:
    """Opens the dialog over the window of `widget`; what is saved can be taken back."""
    office = context.office
    with office.read() as rows:
        record, today = rows.get(kind, record_id), rows.today
    declared = KINDS[kind]
    fields = {
        name: replace(declared.fields[name], in_form=True, required=name != "moved_to")
        for name in _FIELDS
        if name in declared.fields
    }
    codes = declared.fields["status"].codes
    choices = {code: text for code, text in CODE_LISTS[codes].items() if code not in _BY_OTHER_WAYS}
    sources = replace(sources_of(context), codes={**CODE_LISTS, codes: choices})
    title = QCoreApplication.translate("Status", "وضعیت {label}").format(label=said(declared.label))
    ready = QCoreApplication.translate("Status", "ثبت وضعیت")
    dialog = FormDialog(widget.window(), title, fields, sources, ready, columns=1)
    if record is not None:
        dialog.show_values({**{name: record[name] for name in fields}, "status_date": today})

    def saved(made: Saved[Row]) -> None:
        dialog.accept()
        told = QCoreApplication.translate("Status", "وضعیت {label} ثبت شد.").format(label=said(declared.label))
        tell_saved(widget, operations, office, told, made.changes)

    def submit(given: Mapping[str, Any]) -> None:
        values = {name: value for name, value in given.items() if name in fields}
        operations.change(
            lambda _progress: save(office, lambda work: change_record(work, kind, record_id, values)),
            saved,
            dialog.show_problems,
            stopped=lambda: dialog.save.setEnabled(True),
        )

    dialog.submitted.connect(submit)
    dialog.open()
    return dialog
