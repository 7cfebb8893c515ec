"""A resident or a household moves away, dies, dissolves or comes back: status and date in a small dialog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.records import change_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.wording import said

_FIELDS = ("status", "status_date", "moved_to")
_BY_OTHER_WAYS = frozenset({"merged", "erased"})  # a merge and an erasure set these themselves


def ask_status(widget: QWidget, parts: Parts, kind: str, record_id: str) -> FormDialog:
    """Opens the dialog over the window of `widget`; what is saved can be taken back."""
    context = parts[0]
    with context.office.read() as rows:
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
    dialog = FormDialog(widget.window(), title, fields, sources, ready, hint="")
    told = QCoreApplication.translate("Status", "وضعیت {label} ثبت شد.").format(label=said(declared.label))

    def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
        return change_record(work, kind, record_id, {name: value for name, value in given.items() if name in fields})

    shown = {**{name: record[name] for name in fields}, "status_date": today} if record is not None else {}
    deed = Deed(act, lambda _row: told, lambda _saved: None)
    open_form(parts, dialog, FormName(kind, record_id, "status"), shown, deed)
    return dialog
