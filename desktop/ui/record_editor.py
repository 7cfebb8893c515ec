"""One record in a dialog made from its declarations: changing it, or adding one that belongs to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.access import unread, unset
from desktop.domain.guard import is_of_person
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.records import add_record, change_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.saving import Saved
from desktop.ui.sources import sources_of
from desktop.ui.titles import entry_title
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.wording import said


class RecordEditor(FormDialog):
    """F2 or Ctrl+Enter saves; Escape closes, and asks first when something was typed."""

    def __init__(
        self,
        parent: QWidget,
        parts: Parts,
        kind: str,
        *,
        record: Row | None = None,
        preset: Mapping[str, object] | None = None,
        headings: Mapping[str, str] | None = None,
        done: Callable[[Row], object] | None = None,
    ) -> None:
        """`record`: the one to change, None adds one. `preset`: fields of a new one that are not asked."""
        closed = {*(preset or {}), *closed_fields(parts[0].office.actor.role, kind)}
        fields = {name: about for name, about in KINDS[kind].fields.items() if name not in closed}
        save = QCoreApplication.translate("RecordEditor", "ثبت")
        super().__init__(parent, form_title(parts, kind, record), fields, sources_of(parts[0]), save, headings=headings)
        self._parts, self._kind, self._record = parts, kind, record
        self._preset, self._done = dict(preset or {}), done
        self._offered: dict[str, object] = {}
        self.form.set_doubter(doubter_of(parts, kind, {**(record or {"id": None}), **(preset or {})}))
        self.form.tells_of_people(is_of_person(kind, record or {}))

    def offer(self, values: Mapping[str, object]) -> RecordEditor:
        """What a new record begins with; all of it can be changed in the form."""
        self._offered = dict(values)
        return self

    def open(self, *, resumed: bool = False) -> None:
        """Shows the record, or goes on with what was left in its form."""
        record, kind = self._record, self._kind
        owner = next((value for name, value in self._preset.items() if KINDS[kind].fields[name].links and value), "")
        name = FormName(kind, str(record["id"]) if record else "", owner_id=str(owner))
        with self._parts[0].office.read() as rows:
            seen = rows.log_position()
            record = (rows.get(kind, record["id"]) or record) if record else None  # as it is by now
        values = record if record is not None else {**defaults_of(kind), **self._offered, **self._preset}
        told = self.tr("{label} ثبت شد.").format(label=said(KINDS[kind].label))
        deed = Deed(self._write, lambda _row: told, self._saved, seen, record is not None, self._preset)
        open_form(self._parts, self, name, values, deed, resumed=resumed)

    def _write(self, work: UnitOfWork, given: Mapping[str, object]) -> Row:
        if self._record is None:
            return add_record(work, self._kind, {**self._preset, **given})
        return change_record(work, self._kind, self._record["id"], given)

    def _saved(self, saved: Saved[Row]) -> None:
        if self._done:
            self._done(saved.value)


def doubter_of(parts: Parts, kind: str, known: Row) -> Callable[[Mapping[str, object]], Iterable[Problem]]:
    """What makes one look twice at a form of this kind; `known` is what its record holds besides the fields."""

    def doubts(stored: Mapping[str, object]) -> Iterable[Problem]:
        with parts[0].office.read() as rows:
            return list(KINDS[kind].doubts({**known, **stored}, rows))

    return doubts


def closed_fields(role: str, kind: str) -> frozenset[str]:
    """The fields that no form offers to a role: what it may not read, and what others alone set."""
    return unread(role, KINDS[kind]) | unset(role, KINDS[kind])


def form_title(parts: Parts, kind: str, record: Row | None) -> str:
    """What a record's form is called: «معتمد محلی تازه», «ویرایش ساکن: فاطمه رنجبری»."""
    label = said(KINDS[kind].label)
    if record is None:
        return QCoreApplication.translate("RecordEditor", "{label} تازه").format(label=label)
    edited = QCoreApplication.translate("RecordEditor", "ویرایش {label}").format(label=label)
    with parts[0].office.read() as rows:
        title = entry_title(rows.titles([record["id"]]).get(record["id"], ""))
    return f"{edited}: {title}" if title else edited


def defaults_of(kind: str) -> dict[str, object]:
    """What a new record of a kind begins with."""
    fields = KINDS[kind].draft.model_fields
    return {
        name: info.get_default(call_default_factory=True) for name, info in fields.items() if not info.is_required()
    }
