"""What is said in a form of what others have written while it was open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import PartialDate
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.meanwhile import Came, came_meanwhile
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.declared import field_text
from desktop.ui.sync_words import device_name
from desktop.ui.titles import entry_title

_FIELD, _STATE = "changed_meanwhile", "state_changed_meanwhile"
MEANWHILE = frozenset({_FIELD, _STATE})
"""The codes of these refusals; who saves once more has read them."""


def refuse_meanwhile(work: UnitOfWork, name: FormName, stored: Mapping[str, object], seen: int) -> None:
    """Say beside each field that is about to be written what another laptop made of it since the line `seen`.

    A step, or another small form, is also about the state that its record was in.
    """
    kind = KINDS.get(name.kind)
    row = work.get(name.kind, name.record_id) if kind else None
    if kind is None or row is None:
        return
    state = {kind.state} if kind.state and name.form != "record" else set()
    apart = {about.precision_field for about in kind.fields.values()}  # told with their dates
    came = came_meanwhile(work, name.record_id, ({*stored, *state} & kind.fields.keys()) - apart, seen)
    others = [one for one in came if one.field not in stored or row[one.field] != _as_kept(stored[one.field])]
    titles = work.titles(str(row[one.field]) for one in others if kind.fields[one.field].links)
    shown = {record: entry_title(title) for record, title in titles.items()}
    if others:
        raise RefusedError(
            [
                Problem(
                    one.field,
                    _FIELD if one.field in stored else _STATE,
                    {"laptop": _laptop(one), "value": _value(name.kind, one.field, row, shown)},
                )
                for one in others
            ]
        )


def _as_kept(value: object) -> object:
    return value.date if isinstance(value, PartialDate) else value


def _laptop(came: Came) -> str:
    if came.device:
        return QCoreApplication.translate("Meanwhile", "رایانهٔ «{name}»").format(name=came.device)
    return device_name("", came.device_number)


def _value(kind: str, field: str, row: Row, titles: Mapping[str, str]) -> str:
    if KINDS[kind].fields[field].of is not None and row[field]:
        return QCoreApplication.translate("Meanwhile", "ردیف‌هایی دیگر")
    return field_text(kind, field, row, titles) or QCoreApplication.translate("Meanwhile", "خالی")
